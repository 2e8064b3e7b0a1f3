"""How the terminal is left: with nothing of the book on the screen that was drawn on.

A terminal has that screen beside the shell's, and is to forget it. tmux, resized meanwhile, makes the two one height
when it goes back, and lines of the one came up in the other: someone's notes above the prompt.
"""

from textual.drivers.linux_driver import LinuxDriver

CLEAR = "\x1b[0m\x1b[H\x1b[2J"
"""No colour, to the top, and everything gone."""


class LeavesNothing(LinuxDriver):
    """Textual's driver, which clears its screen before it gives the terminal away: to a shell, or to an editor."""

    _is_on = False

    def start_application_mode(self) -> None:
        """Take the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual has no types here
        self._is_on = True

    def stop_application_mode(self) -> None:
        """Give the terminal away. Asked twice, it leaves the shell's own screen alone."""
        if self._is_on:
            self._is_on = False
            self.write(CLEAR)
        super().stop_application_mode()
