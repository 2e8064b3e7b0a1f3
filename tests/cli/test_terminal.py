"""The installed program in a terminal of its own: colour, width, and how the app is left."""

import os
import re
import select
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect  # type: ignore[import-untyped]
import pyte
import pytest

COLUMNS, ROWS = 100, 30


@contextmanager
def terminal(home: Path, *args: str, code: str = "", columns: int = COLUMNS, **env: str) -> Iterator[Any]:
    """The program in a pseudo-terminal; its output is in `logged`."""
    command = ["-c", code] if code else ["-m", "givenet_tui"]
    variables = {
        "HOME": str(home), "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8",
        "TEXTUAL_ANIMATION": "none",
    }  # fmt: skip
    child = pexpect.spawn(
        sys.executable, [*command, *args], env=variables | env, dimensions=(ROWS, columns), encoding="utf-8", timeout=30
    )
    try:
        yield child
    finally:
        child.close(force=True)


def to_the_end(child: Any) -> str:
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before)


def test_colour_is_for_a_terminal_that_wants_it(tmp_path: Path) -> None:
    with terminal(tmp_path, "--demo", "today") as child:
        assert "\x1b[1m" in to_the_end(child)
    with terminal(tmp_path, "--demo", "today", NO_COLOR="1") as child:
        assert "\x1b" not in to_the_end(child)


def test_lines_fit_the_terminal(tmp_path: Path) -> None:
    with terminal(tmp_path, "--demo", "board", columns=40, NO_COLOR="1") as child:
        lines = to_the_end(child).splitlines()
    assert max(map(len, lines[1:])) == 40
    assert any(line.endswith("…") for line in lines)


OPEN = re.compile("Katherine Johnson")


class Modes(pyte.Screen):
    """What stays switched on in a terminal: private modes by number."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, ROWS)
        self.on: set[int] = set()

    def set_mode(self, *modes: int, **kwargs: bool) -> None:
        self.on |= set(modes) if kwargs.get("private") else set()

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        self.on -= set(modes) if kwargs.get("private") else set()


ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS = 1049, 2004, 1004
MOUSE = {1000, 1003, 1006}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_app_and_the_terminal_as_it_was(tmp_path: Path, number: int) -> None:
    modes = Modes()
    stream = pyte.Stream(modes)
    with terminal(tmp_path, "--demo") as child:
        before = termios.tcgetattr(child.child_fd)
        child.expect(OPEN)
        stream.feed(child.before)
        assert {ALTERNATE_SCREEN, *MOUSE} <= modes.on
        assert termios.tcgetattr(child.child_fd)[3] != before[3]
        child.kill(number)
        child.expect(pexpect.EOF)
        stream.feed(child.before)
        after = termios.tcgetattr(child.child_fd)
        child.close()
    assert child.exitstatus == 1
    assert modes.on & {ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS, *MOUSE} == set()
    assert after == before
    assert "Traceback" not in child.before


def test_a_terminal_that_goes_away_ends_the_app(tmp_path: Path) -> None:
    with terminal(tmp_path, "--demo") as child:
        child.expect(OPEN)
        child.ptyproc.fileobj.close()
        child.wait()
    assert child.exitstatus == 1


STUCK = """
import os, sys, time
import givenet_tui.cli.signals as signals
import givenet_tui.ui.screens.today as place
signals.PATIENCE = 0.2
pipe = os.environ["PIPE"]
def stuck(self):
    with open(pipe, "w") as out:
        out.write("it hangs")
    time.sleep(60)
place.TodayScreen.key_f12 = stuck
sys.argv = ["givenet", "--demo"]
from givenet_tui.cli import main
main()
"""


def test_an_app_that_hangs_is_left_all_the_same_and_the_terminal_put_right(tmp_path: Path) -> None:
    modes = Modes()
    stream = pyte.Stream(modes)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with terminal(tmp_path, code=STUCK, PIPE=str(pipe)) as child:
        before = termios.tcgetattr(child.child_fd)
        child.expect(OPEN)
        stream.feed(child.before)
        hangs = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        child.send("\x1b[24~")  # F12
        assert select.select([hangs], [], [], 30)[0]
        child.kill(signal.SIGTERM)
        child.expect(pexpect.EOF)
        stream.feed(child.before)
        after = termios.tcgetattr(child.child_fd)
        child.close()
    os.close(hangs)
    assert child.exitstatus == 1
    assert modes.on & {ALTERNATE_SCREEN, *MOUSE} == set()
    assert after == before


FAULT = """
import givenet_tui.ui.screens.today as place
def on_mount(self):
    words = "Ada told me in confidence"
    raise ValueError(words)
place.TodayScreen.on_mount = on_mount
import sys
sys.argv = ["givenet", "--demo"]
from givenet_tui.cli import main
main()
"""


def test_a_fault_in_the_app_shows_no_traceback_and_no_word_of_the_book(tmp_path: Path) -> None:
    with terminal(tmp_path, code=FAULT) as child:
        out = to_the_end(child)
    assert child.exitstatus == 1
    assert "in confidence" not in out
    assert "Traceback" not in out
    assert "GiveNet met a fault of its own (ValueError)" in out
    report = next(tmp_path.rglob("crash.txt"))
    assert "in confidence" not in report.read_text()
    assert "in on_mount" in report.read_text()


COLLECTS = """
import gc, os, sys
from pathlib import Path
import givenet_tui.ui.app as app
def on_mount(self):
    Path(os.environ["SAID"]).write_text(str(gc.isenabled()))
    self.exit()
app.GiveNetApp.on_mount = on_mount
sys.argv = ["givenet", "--demo"]
from givenet_tui.cli import main
main()
"""


def test_the_app_that_runs_for_days_collects_its_garbage(tmp_path: Path) -> None:
    said = tmp_path / "said"
    with terminal(tmp_path, code=COLLECTS, SAID=str(said)) as child:
        to_the_end(child)
    assert child.exitstatus == 0
    assert said.read_text() == "True"
