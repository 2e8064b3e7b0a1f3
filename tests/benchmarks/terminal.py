"""A program in a real pseudo-terminal: what it writes is timed as it comes, and read as a screen afterwards.

Reading a screen out of escape sequences takes longer than what is measured here, so no byte waits for it.
"""

import os
import select
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, sleep
from typing import Self

import pexpect  # type: ignore[import-untyped]
import pyte

COLUMNS, ROWS = 120, 36
QUIET = 0.08
"""Seconds without a byte after which a program has said what it had to say."""
LONGEST = 30.0
ROOT = Path(__file__).parents[2]
Seen = Callable[[Sequence[str]], bool]
"""Whether the rows of a screen show what one waits for."""


class Terminal:
    """A program and the screen it draws."""

    def __init__(self, *arguments: str | Path) -> None:
        """Start `python …`."""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.started = perf_counter()
        self._child = pexpect.spawn(
            sys.executable,
            [str(argument) for argument in arguments],
            env=environment(),
            cwd=str(ROOT),
            dimensions=(ROWS, COLUMNS),
            echo=False,
        )

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._child.pid)

    @property
    def rows(self) -> Sequence[str]:
        """The screen as it was last read."""
        return self._screen.display

    def until(self, seen: Seen) -> float:
        """Read until the screen shows something, and answer when the last byte of it came."""
        end, shown = perf_counter() + LONGEST, 0.0
        while perf_counter() < end:
            for when, data in self._gathered():
                self._stream.feed(data)
                if not shown and seen(self.rows):
                    shown = when
            if shown:
                return shown
        raise AssertionError("it was never shown:\n" + "\n".join(self.rows))

    def press(self, key: str, seen: Seen) -> float:
        """The seconds from a key until the screen shows something that it did not show before."""
        assert not seen(self.rows), f"shown before {key!r} was pressed:\n" + "\n".join(self.rows)
        begun = perf_counter()
        os.write(self._child.child_fd, key.encode())
        return self.until(seen) - begun

    def send(self, key: str) -> None:
        """Press a key, and wait until its work is done."""
        os.write(self._child.child_fd, key.encode())
        self.quiet()

    def quiet(self) -> None:
        """Read until nothing comes any more."""
        for _, data in self._gathered():
            self._stream.feed(data)

    def rest(self, seconds: float) -> None:
        """Leave the program alone for a while."""
        sleep(seconds)
        self.quiet()

    def _gathered(self) -> list[tuple[float, bytes]]:
        """What comes until nothing comes any more, each piece with its moment; nothing is done in between."""
        pieces: list[tuple[float, bytes]] = []
        while select.select([self._child.child_fd], [], [], QUIET)[0]:
            try:
                data = os.read(self._child.child_fd, 1 << 16)
            except OSError as error:  # the other end has gone
                raise AssertionError("the program has ended:\n" + "\n".join(self.rows)) from error
            pieces.append((perf_counter(), data))
        return pieces

    # --- what it uses ----------------------------------------------------------------------------

    def memory(self) -> float:
        """Its resident memory, in megabytes."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def processor(self) -> float:
        """The seconds that all its threads have run so far."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.kill(signal.SIGKILL)
        self._child.close(force=True)


def environment() -> dict[str, str]:
    """What a user's shell hands over; compiled modules may be written, as they are for an installed program."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
