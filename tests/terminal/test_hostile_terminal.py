"""Names, hopes and offers that are terminal sequences: no more is sent than for a book of harmless ones."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from givenet_tui.domain.records import Record
from tests.factories import aspiration, came_back, objective, offer, person, touch
from tests.hostile import HOSTILE, NASTY
from tests.terminal.books import put
from tests.terminal.terminal import TODAY, Terminal

SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    rb"|\x1b[\]P_^X].*?(?:\x07|\x1b\\)"  # OSC, DCS, APC, PM, SOS, to their end
    rb"|\x1b[ -/]*[0-~]",  # any other
    re.DOTALL,
)
DRAWING = re.compile(rb"\x1b\[[\d;]*[mH]|\x1b\[\?(?:2026|25)[hl]")
"""Colours, places, the beginning and end of a frame, the cursor: what every frame is made of."""
CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def sequences(terminal: Terminal) -> Counter[bytes]:
    """What was sent besides text, and how often."""
    found = SEQUENCE.findall(bytes(terminal.output))
    return Counter(one for one in found if not DRAWING.fullmatch(one))


def controls(terminal: Terminal) -> set[str]:
    """Control characters, and those that turn the direction, between the sequences."""
    text = SEQUENCE.sub(b"", bytes(terminal.output)).decode()
    return set(CONTROL.findall(text))


TEXTS = sorted(
    {text[:3_000] for text in (*HOSTILE.values(), *NASTY)}, key=lambda text: (not CONTROL.search(text), text)
)
"""Those that would do something to a terminal come first. More than is ever drawn of one does not say more here."""


def everything(texts: Iterable[str]) -> list[Record]:
    """Each text as a name, in the notes, as a hope, an offer that is due, a touch, help, and an objective of mine."""
    records: list[Record] = []
    for text in texts:
        someone = person(text if text.strip() else f"{text}.", about=text, organization=text, tags=(text,))
        records += [
            someone,
            aspiration(someone, text, "hope", heard_where=text, horizon=text),
            offer(someone, "accepted", on=TODAY, what=text, due=TODAY),
            touch(someone, on=TODAY, text=text),
            came_back(someone, text, on=TODAY),
            objective(text, TODAY.year),
        ]
    return records


def walked(book: Path, texts: Iterable[str]) -> Terminal:
    """Through the four places and the dialogs, on a book of these texts, and out again."""
    put(book, *everything(texts))
    with Terminal(book.parent, "--file", book) as terminal:
        terminal.wait_for("Today").press(*"jjjj", "enter", "tab", "tab", "1")
        terminal.press("2", *"j" * len(TEXTS), "g")
        for _ in range(6):
            terminal.press("enter", "j", "tab", "tab", "2", "j")
        for key, seen in DIALOGS.items():
            terminal.press(key).wait_for(seen).press("esc").wait_for(gone=seen)
        terminal.press("z").wait_for(": set to rest").press("u").wait_for("Undone")
        terminal.press("3", "tab", "tab", "G", "enter").wait_for(DIALOGS["o"]).press("esc").wait_for(gone=DIALOGS["o"])
        terminal.press("4", "G", "g")
        terminal.press("ctrl+p").wait_for("a command, a name").press("e").wait_for("│ e ")
        terminal.press("esc").wait_for(gone="│ e ")
        for size in ((24, 80), (20, 60)):
            terminal.resize(*size).press("1", "2", "3", "4", "?").wait_for("scroll").press("q").wait_for(gone="scroll")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.modes_left == {}
    return terminal


DIALOGS = {
    "e": "in touch every",
    "n": "in their words",
    "o": "what exactly will you do?",
    "l": "what was said",
    "h": "what came back",
}


def test_no_text_reaches_the_terminal_as_a_sequence(tmp_path: Path) -> None:
    hostile = walked(tmp_path / "hostile.json", TEXTS)
    harmless = walked(tmp_path / "harmless.json", (f"someone, number {number}" for number in range(len(TEXTS))))
    assert sequences(hostile) == sequences(harmless)
    assert controls(hostile) == set()
