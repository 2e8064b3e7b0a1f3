"""Two windows and some commands on one book: each shows what the others did, and nothing is lost."""

import subprocess
from pathlib import Path

from tests.factories import person
from tests.terminal.books import opened, put, rows
from tests.terminal.terminal import Terminal, command, surroundings

ADA = "Ada Lovelace"


def givenet(folder: Path, book: Path, *words: str) -> "subprocess.Popen[bytes]":
    """Start a command, as a script does."""
    return subprocess.Popen([*command(), "--file", str(book), *words], cwd=folder, env=surroundings(folder, 0))


def test_two_windows_and_several_commands_lose_nothing_and_keep_half_a_sentence(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    put(book, person(ADA))
    with Terminal(tmp_path, "--file", book) as one, Terminal(tmp_path, "--file", book) as other:
        one.wait_for("Today").press("2").wait_for("1 person in your circle")
        other.wait_for("Today").press("2").wait_for("1 person in your circle")
        one.press("n", "d", "a school for").wait_for("a school for")
        commands = [givenet(tmp_path, book, "add", "--again", f"Friend {number}") for number in range(4)]
        assert [program.wait() for program in commands] == [0] * 4
        other.wait_for("5 people in your circle", "Friend 3")
        other.press("l", "tea at noon", "enter").wait_for("touch logged")
        one.wait_for("a school for").press(" girls", "enter").wait_for("dream written down", "5 people in your circle")
        for window in (one, other):
            window.press("q")
            assert window.end() == 0
    assert [row["text"] for row in rows(book, "aspirations")] == ["a school for girls"]
    assert [row["text"] for row in rows(book, "interactions")] == ["tea at noon"]
    assert {row["name"] for row in rows(book, "people")} == {ADA, *(f"Friend {number}" for number in range(4))}
    store = opened(book)
    assert (store.problems, store.changed_outside) == ((), None)


def test_undo_in_a_window_takes_back_its_own_change_and_a_command_takes_back_the_last(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    put(book, person(ADA))
    with Terminal(tmp_path, "--file", book) as window:
        window.wait_for("Today").press("2").wait_for("1 person in your circle")
        window.press("n", "d", "fly", "enter").wait_for("dream written down")
        assert givenet(tmp_path, book, "log", "ada: tea").wait() == 0
        window.wait_for("its 1 change is in").press("u").wait_for("Undone")
        window.press("q")
        assert window.end() == 0
    assert rows(book, "aspirations") == []
    assert [row["text"] for row in rows(book, "interactions")] == ["tea"]
    assert givenet(tmp_path, book, "undo").wait() == 0
    assert rows(book, "interactions") == []
