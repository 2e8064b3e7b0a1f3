"""SIGTERM and SIGHUP while the app runs: leave it, and leave the terminal as it was.

Python would die at once, and Textual's driver would leave the terminal in the alternate screen, without echo and
with the mouse on. So a signal asks the app to exit, as a key would; if it cannot, or is asked a second time, the
terminal is put right from here.
"""

import asyncio
import os
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

PATIENCE = 5.0
"""Seconds an app has to leave by itself: enough to finish a change, and not to wait for a terminal that hangs."""
EXIT_CODE = 1
RESTORE = (
    b"\x1b[?2004l"  # no bracketed paste
    b"\x1b[?7h"  # lines wrap
    b"\x1b[?2048l"  # no reports of the size
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # no mouse
    b"\x1b[<u"  # the keyboard's usual protocol: before the screen is left
    b"\x1b[0m\x1b[H\x1b[2J"  # nothing on it: some terminals bring lines of it to the usual one
    b"\x1b[?1049l"  # the usual screen
    b"\x1b[?25h"  # the cursor
    b"\x1b[?1004l"  # no reports of focus
)
"""What undoes everything that Textual's driver sets."""


def install_signals(app: "App[Any]") -> None:
    """From now on SIGTERM and SIGHUP end the app with exit code 1. A signal that was ignored (nohup) stays so."""
    put_right = _terminal_as_it_is()
    asked: list[int] = []

    def at_once() -> None:
        put_right()
        os._exit(EXIT_CODE)

    def leave(number: int, _frame: FrameType | None) -> None:
        if asked:
            at_once()
        asked.append(number)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # the app has not begun, or has ended: nothing to restore
            raise SystemExit(EXIT_CODE) from None
        loop.call_soon_threadsafe(app.exit, None, EXIT_CODE)
        last_resort = Timer(PATIENCE, at_once)
        last_resort.daemon = True
        last_resort.start()

    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, leave)


def _terminal_as_it_is() -> Callable[[], None]:
    """What puts the terminal back into the state it has now. It may be gone by then."""
    stdin, stderr = sys.__stdin__, sys.__stderr__
    attributes = None
    with suppress(termios.error, OSError, ValueError, AttributeError):
        attributes = termios.tcgetattr(stdin.fileno())  # type: ignore[union-attr]

    def put_right() -> None:
        with suppress(termios.error, OSError, ValueError, AttributeError):
            os.write(stderr.fileno(), RESTORE)  # type: ignore[union-attr]
            if attributes is not None:
                termios.tcsetattr(stdin.fileno(), termios.TCSANOW, attributes)  # type: ignore[union-attr]

    return put_right
