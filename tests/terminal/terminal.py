"""The installed `givenet` in a pseudo-terminal: keys go in, a screen comes out, and every byte of it is kept.

Nothing here sleeps: one waits for what the screen shows, and for no longer than `LONGEST`.
"""

import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Timer
from time import monotonic
from typing import Self

import pexpect  # type: ignore[import-untyped]
import pyte

WIDE = (36, 120)
"""Rows and columns in which the app is at home."""
LONGEST = 60.0
"""Seconds after which something that was not shown counts as never shown: for a machine that is very busy."""
KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "down": "\x1b[B", "up": "\x1b[A", "end": "\x1b[F",
    "backspace": "\x7f", "ctrl+j": "\n", "ctrl+p": "\x10", "ctrl+r": "\x12",
}  # fmt: skip
NOW = datetime.now(UTC)
HOURS_BACK = (NOW.hour - 12) % 24
"""So many hours west of Greenwich it is noon now: no test runs into midnight."""
TODAY = (NOW - timedelta(hours=HOURS_BACK)).date()
TOMORROW = TODAY + timedelta(days=1)
MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
FRAMES_ASKED, FRAMES_KNOWN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
COLOUR, BEGUN = re.compile(rb"\x1b\[[\d;]*m"), re.compile(rb"\x1b(\[[\d;]*)?\Z")
AT_FIRST = {"7": "h", "25": "h"}
"""What a terminal has switched on by itself: lines wrap, the cursor shows."""


def command() -> list[str]:
    """The command as it was installed beside this Python, else the package."""
    installed = Path(sys.executable).with_name("givenet")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "givenet_tui"]


def surroundings(home: Path, days_later: int = 0) -> dict[str, str]:
    """What a user's shell hands over, with a home of the test's own, in a place where it is noon, or noon tomorrow."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": f"NOON{HOURS_BACK - 24 * days_later:+}",
    }


class Terminal:
    """A run of `givenet`. As a context it makes sure that nothing is left running."""

    def __init__(
        self, home: Path, *arguments: str | Path, size: tuple[int, int] = WIDE, days_later: int = 0, **env: str
    ) -> None:
        """Start `givenet …` in `home`; `size` is rows and columns."""
        program, *first = command()
        self.output = bytearray()
        self._cut_off = b""
        self._screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self._screen)
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            program,
            [*first, *map(str, arguments)],
            env=surroundings(home, days_later) | env,
            cwd=str(home),
            dimensions=size,
            timeout=LONGEST,
        )
        self._child.delaybeforesend = None
        self._child.delayafterread = None
        self._child.ptyproc.delayafterclose = self._child.ptyproc.delayafterterminate = 0
        self._ended = False

    # --- looking ---------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[str]:
        """The screen as it was last read, row by row. The second half of a wide letter is empty."""
        screen = self._screen
        return ["".join(screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines)]

    @property
    def screen(self) -> str:
        """The same as one text."""
        return "\n".join(row.rstrip() for row in self.rows)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is on the screen. Of what gives the keyboard back, pyte shows the last letter."""
        return self.screen.strip() in {"", "u"}

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._child.pid)

    def wait_for(self, *texts: str, gone: str = "") -> Self:
        """Read until all the texts are on the screen, and `gone` is not."""
        what = ", ".join(map(repr, texts)) + (f" without {gone!r}" if gone else "")
        return self.wait_until(
            lambda screen: all(text in screen for text in texts) and not (gone and gone in screen), what
        )

    def wait_until(self, seen: Callable[[str], object], what: str) -> Self:
        """Read until `seen` is true of the screen; `what` says what that is, should it never be."""
        end = monotonic() + LONGEST
        while self._in_a_frame or not seen(self.screen):
            assert monotonic() < end, f"waited for {what}:\n{self.screen}"
            assert self.read(), f"the program ended before it showed {what}:\n{self.screen}"
        return self

    def read(self) -> bool:
        """Take in what comes next; False when the program has closed its terminal."""
        try:
            data = self._child.read_nonblocking(1 << 16, timeout=LONGEST)
        except pexpect.EOF:
            self._ended = True
            return False
        except pexpect.TIMEOUT:
            return True
        read = len(self.output)
        self.output += data
        self._stream.feed(self._uncoloured(data))
        if self.output.find(FRAMES_ASKED, max(0, read + 1 - len(FRAMES_ASKED))) >= 0:
            self._child.send(FRAMES_KNOWN)
        return True

    def _uncoloured(self, data: bytes) -> bytes:
        """The output without its colours, which nobody looks at and which take most of the time to read."""
        data = self._cut_off + data
        begun = BEGUN.search(data)
        data, self._cut_off = (data[: begun.start()], begun.group()) if begun else (data, b"")
        return COLOUR.sub(b"", data)

    @property
    def _in_a_frame(self) -> bool:
        """Whether the screen is half drawn: the program says where a frame begins and ends."""
        return self.output.rfind(FRAME_BEGINS) > self.output.rfind(FRAME_ENDS)

    # --- doing -----------------------------------------------------------------------------------

    def press(self, *keys: str) -> Self:
        """Press keys, by name, or type words."""
        for key in keys:
            self._child.send(KEYS.get(key, key))
        return self

    def paste(self, text: str) -> Self:
        """Paste, as terminals do."""
        self._child.send(f"\x1b[200~{text}\x1b[201~")
        return self

    def resize(self, rows: int, columns: int) -> Self:
        """Make the window another size."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)
        return self

    def blank(self) -> Self:
        """Forget what was on the screen, as when another program has written over it."""
        self._screen.reset()
        return self

    def signal(self, number: int) -> Self:
        """Send the program a signal."""
        os.kill(self.pid, number)
        return self

    def kill(self) -> None:
        """End it as a power cut would: no handler runs."""
        self.signal(signal.SIGKILL)
        self.end()

    def close_window(self) -> None:
        """Close the window, as a mouse would: the program loses its terminal and gets a SIGHUP."""
        self._child.ptyproc.fileobj.close()
        self._child.closed = self._child.ptyproc.closed = self._ended = True
        self._child.ptyproc.wait()

    def end(self) -> int:
        """Read on until the program has ended; its exit code, or the signal that ended it, negative."""
        too_long = Timer(LONGEST, os.kill, (self.pid, signal.SIGKILL))
        too_long.daemon = True
        too_long.start()
        try:
            while not self._ended:
                self.read()
            self._child.ptyproc.wait()
        finally:
            too_long.cancel()
        code, number = self._child.ptyproc.exitstatus, self._child.ptyproc.signalstatus
        return -int(number) if code is None else int(code)

    # --- afterwards ------------------------------------------------------------------------------

    @property
    def modes_left(self) -> dict[str, str]:
        """Private modes of the terminal that are not as they were: `{"1049": "h"}` is the alternate screen."""
        last = {mode.decode(): state.decode() for mode, state in MODE.findall(bytes(self.output))}
        return {mode: state for mode, state in last.items() if state != AT_FIRST.get(mode, "l")}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child.ptyproc.exitstatus is None and self._child.ptyproc.signalstatus is None:
            self.kill()
        self._child.close()
