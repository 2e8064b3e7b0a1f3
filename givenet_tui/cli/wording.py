"""Words that several commands print."""

from givenet_tui.domain.offers import Part
from givenet_tui.tones import Tone

PART_TONES: dict[Part, Tone] = {"raise_up": "raise", "resource": "resource"}
NOBODY = (
    "Nobody is here yet. `givenet import FILE` brings people in, `givenet --demo` shows a sample,",
    "and `givenet` alone opens the app, where `a` adds someone.",
)


def counted(number: int, one: str, several: str = "") -> str:
    """`1 person`, `23 people`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
