"""Words that several commands print."""

from collections.abc import Sequence

from givenet_tui.domain.folding import excerpt
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


AFTER = 60
"""How many letters of a long text are shown behind the word that was met in it."""


def around(text: str, words: Sequence[str]) -> str:
    """The words around those that were met."""
    before, met, after = excerpt(text, words, AFTER)
    cut = len(after) == AFTER and not text.endswith(after)
    return f"{before}{met}{after}…" if cut else before + met + after
