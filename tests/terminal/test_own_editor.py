"""The terminal is given away and comes back: to the user's own editor, and to the shell."""

import os
import signal
import sys
from pathlib import Path

from givenet_tui.paths import companion_dir
from tests.factories import person
from tests.terminal.books import put, rows
from tests.terminal.terminal import Terminal

EDITOR = """\
import os, sys, termios
print("an editor as it is in a shell:", bool(termios.tcgetattr(0)[3] & termios.ICANON), flush=True)
path = sys.argv[-1]
words = open(path, encoding="utf-8").read()
line = input()
if line == "kill":
    open(path, "a").write("half of it\\n")
    os.kill(os.getppid(), 9)
    sys.exit()
open(path, "w", encoding="utf-8").write(words + line + "\\n")
"""


def opened(folder: Path) -> tuple[Path, str]:
    """A book with one person, and an editor that adds a line."""
    book, program = folder / "book.json", folder / "an editor.py"
    put(book, person("Ada Lovelace", about="one"))
    program.write_text(EDITOR)
    return book, f"{sys.executable} '{program}' --wait"


def test_the_editor_has_the_terminal_and_gives_it_back(tmp_path: Path) -> None:
    book, editor = opened(tmp_path)
    with Terminal(tmp_path, "--file", book, VISUAL=editor) as terminal:
        terminal.wait_for("Today").press("2").wait_for("1 person in your circle")
        terminal.press("\x0f").wait_for("an editor as it is in a shell: True")
        assert terminal.modes_left == {}
        assert "Ada Lovelace" not in terminal.screen
        terminal.press("a line from there", "enter").wait_for("Ada Lovelace: changed")
        assert rows(book, "people")[0]["about"] == "one\na line from there"
        terminal.press("enter").wait_for("Between you", "a line from there", gone="1 person in your circle")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.modes_left == {}
        assert terminal.is_blank
    assert not list(companion_dir(book).rglob("*.md"))


def test_a_kill_while_the_editor_is_open_leaves_its_words_for_the_next_start(tmp_path: Path) -> None:
    book, editor = opened(tmp_path)
    with Terminal(tmp_path, "--file", book, EDITOR=editor) as terminal:
        terminal.wait_for("Today").press("2").wait_for("1 person in your circle")
        terminal.press("\x0f").wait_for("an editor as it is in a shell: True")
        terminal.press("kill", "enter")
        assert terminal.end() == -signal.SIGKILL
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for("You were in the middle of something", "Notes about Ada Lovelace", "half of it")
        terminal.press("p").wait_for("ctrl+s keeps").press("\x13").wait_for("Ada Lovelace: changed")
        terminal.press("q")
        assert terminal.end() == 0
    assert rows(book, "people")[0]["about"].startswith("one\nhalf of it")
    assert not list(companion_dir(book).rglob("*.md"))


def stop(terminal: Terminal) -> None:
    """Press ctrl+z, and see the program stopped with the shell's own screen."""
    terminal.press("\x1a").wait_until(lambda _: terminal.modes_left == {}, "the shell's own screen")
    assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
    assert terminal.is_blank


def test_ctrl_z_goes_back_to_the_shell_and_fg_draws_all_of_it_again(tmp_path: Path) -> None:
    book, _ = opened(tmp_path)
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for("Today").press("2").wait_for("1 person in your circle")
        stop(terminal)
        terminal.blank().signal(signal.SIGCONT).wait_for("2 People", "Ada Lovelace", "1 person in your circle", "quit")
        terminal.press("n", "d", "half a wo").wait_for("half a wo").press("\t")
        stop(terminal)
        (draft,) = (companion_dir(book) / "drafts").glob("*.json")
        assert b"half a wo" in draft.read_bytes()
        terminal.blank().signal(signal.SIGCONT).wait_for("What Ada Lovelace told you", "half a wo", "keep")
        terminal.press("enter").wait_for("dream written down").press("q")
        assert terminal.end() == 0
    assert [row["text"] for row in rows(book, "aspirations")] == ["half a wo"]
