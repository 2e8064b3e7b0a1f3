"""Half a sentence survives whatever ends the program, in a terminal as a user's."""

import signal
from pathlib import Path

import pytest

from givenet_tui.paths import companion_dir
from tests.factories import person
from tests.terminal.books import put, rows
from tests.terminal.terminal import Terminal

ADA, TITLE = "Ada Lovelace", "You were in the middle of something"
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
    assert not list(companion_dir(book).glob("crash*")), "a window that is closed is no fault"
    assert rows(book, "aspirations") == []
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for(TITLE, HALF)
        terminal.press("p").wait_for("What Ada Lovelace told you")
        terminal.press("ls", "enter").wait_for("dream written down")
        terminal.press("q")
        assert terminal.end() == 0
    assert [row["text"] for row in rows(book, "aspirations")] == [HALF + "ls"]
    assert not (companion_dir(book) / "drafts").exists()


def test_words_that_are_picked_up_survive_the_next_kill_and_are_offered_in_one_window_alone(tmp_path: Path) -> None:
    book = left_in_the_middle(tmp_path, "kill")
    with Terminal(tmp_path, "--file", book) as first:
        first.wait_for(TITLE, HALF)
        with Terminal(tmp_path, "--file", book) as second:
            second.wait_for("Today").press("2").wait_for("1 person in your circle").press("q")
            assert second.end() == 0
        first.press("p").wait_for("What Ada Lovelace told you", HALF)
        first.kill()
    with Terminal(tmp_path, "--file", book) as third:
        third.wait_for(TITLE, HALF).press("t").wait_for("t once more: yes")
        third.press("t").wait_for("Today", gone=HALF).press("q")
        assert third.end() == 0
    assert not (companion_dir(book) / "drafts").exists()
