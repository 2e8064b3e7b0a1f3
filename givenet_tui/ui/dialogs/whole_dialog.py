"""WholeDialog: one thing whole, to read. The keys that do something with it go back to the screen below."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from givenet_tui.tones import Line
from givenet_tui.ui import present
from givenet_tui.ui.commands import BY_ID, Place
from givenet_tui.ui.widgets.key_bar import Key, KeyBar
from givenet_tui.ui.widgets.page import Page

AROUND, AROUND_LOW, LOW = 9, 6, 30
"""Rows of the screen for what is around the lines (the frame, the title, the keys), and on a screen lower than that."""


class WholeDialog(ModalScreen[str]):
    """Shows lines that scroll; answers the id of the command whose key was pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", show=False),
        Binding("ctrl+z", "app.suspend", show=False),
    ]

    def __init__(
        self, title: str, make: Callable[[int], Sequence[Line]], *, place: Place, commands: Sequence[str]
    ) -> None:
        """`make` answers the lines for a width, of the book as it is now; `commands` may be run from here."""
        super().__init__()
        self._heading = title
        self._make = make
        self._place = place
        self._commands = [BY_ID[name] for name in commands]

    def compose(self) -> ComposeResult:
        """The page, and the keys."""
        with Vertical(id="dialog", classes="-whole"):
            yield Static(present.text(self._heading), id="dialog-title")
            yield Page(id="whole")
        yield KeyBar()

    def on_mount(self) -> None:
        """Name the keys; draw once the width is known."""
        self.query_one(Page).focus()
        keys = [
            Key(command.key_words.split()[0], command.name_in(self._place), f"screen.answer({command.id!r})")
            for command in self._commands
        ]
        self.query_one(KeyBar).keys = (Key("↑ ↓", "scroll"), *keys, Key("esc", "back", "screen.dismiss"))
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        """Draw anew, in the new width."""
        self.call_after_refresh(self._draw)

    def show_newest(self) -> None:
        """There is a new book: what was read may have been changed elsewhere."""
        if self.is_mounted:
            self._draw()

    @work(group="look", exclusive=True)
    async def _draw(self) -> None:
        """Make the lines off the event loop: notes may be as long as one likes."""
        page = self.query_one(Page)
        width = page.text_width
        lines = await asyncio.to_thread(self._make, width)
        rows = self.app.size.height
        page.styles.height = max(1, min(len(lines), rows - (AROUND_LOW if rows < LOW else AROUND)))
        page.show(lambda _width: lines, keep_scroll=True)

    def on_key(self, event: events.Key) -> None:
        """A key of one of the commands closes this, and runs it below."""
        for command in self._commands:
            if event.key in command.keys:
                event.stop()
                self.action_answer(command.id)

    def action_answer(self, command_id: str) -> None:
        """Go back, to do that."""
        self.dismiss(command_id)
