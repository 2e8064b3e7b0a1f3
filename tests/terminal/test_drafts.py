"""Half a sentence survives whatever ends the program, in a terminal as a user's."""

import signal
from pathlib import Path

import pytest

from givenet_tui.paths import companion_dir
from tests.factories import person
from tests.terminal.books import put, rows
from tests.terminal.terminal import Terminal

ADA = "Ada Lovelace"
HALF = "a school for gir"
LEFT, RIGHT = "\x1b[D", "\x1b[C"


def written_down(book: Path) -> bool:
    """Whether the words are in a draft by now."""
    return any(HALF.encode() in file.read_bytes() for file in (companion_dir(book) / "drafts").glob("*.json"))


def left_in_the_middle(folder: Path, end: str) -> Path:
    book = folder / "book.json"
    put(book, person(ADA))
    with Terminal(folder, "--file", book) as terminal:
        terminal.wait_for("Today").press("2").wait_for("1 person in your circle")
        terminal.press("n", "d", HALF).wait_for(HALF)
        while end in {"kill", "close"} and not written_down(book):
            terminal.press(LEFT).read()
            terminal.press(RIGHT).read()
        if end == "kill":
            terminal.kill()
        elif end == "close":
            terminal.close_window()
        else:
            assert terminal.signal(getattr(signal, end)).end() == 1
    return book


@pytest.mark.parametrize("end", ["kill", "close", "SIGTERM", "SIGHUP"])
def test_the_next_start_offers_the_words_and_they_can_be_kept(tmp_path: Path, end: str) -> None:
    book = left_in_the_middle(tmp_path, end)
    assert rows(book, "aspirations") == []
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for("You were in the middle of something", HALF)
        terminal.press("p").wait_for("What Ada Lovelace told you")
        terminal.press("ls", "enter").wait_for("dream written down")
        terminal.press("q")
        assert terminal.end() == 0
    assert [row["text"] for row in rows(book, "aspirations")] == [HALF + "ls"]
    assert not (companion_dir(book) / "drafts").exists()
