"""The floor that the app is measured against: `python bare.py` shows a Header and a Footer, `python bare.py input`
an Input as well."""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header


class Bare(App[None]):
    """As little as an app can show."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "quit", "Leave")]

    def compose(self) -> ComposeResult:
        """A bar at the top, a bar at the bottom, and a line to type in if that is asked for."""
        yield Header()
        if "input" in sys.argv:
            from textual.widgets import Input

            yield Input()
        yield Footer()


if __name__ == "__main__":
    Bare().run()
