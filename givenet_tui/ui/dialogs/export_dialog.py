"""ExportDialog: in which format the book goes out, and into which file."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult

from givenet_tui.domain.errors import Refusal
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, hint, label
from givenet_tui.ui.dialogs.file_dialog import file_named
from givenet_tui.ui.widgets.choice import Choice, Option
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.words import Line


class WayOut(NamedTuple):
    """A format: how it is picked, and what a file of it ends in."""

    option: Option
    suffix: str


class Export(NamedTuple):
    """What was asked for: the format by name, and the file."""

    format: str
    file: str


class ExportDialog(Dialog[Export]):
    """Asks for a format, by one key, and for a file, whose ending follows the format."""

    keys = (
        Key("enter", "write it", "screen.keep"),
        Key("tab", "next field", "app.focus_next"),
        Key("esc", "back", "screen.leave"),
    )

    def __init__(self, ways: Sequence[WayOut], keep: Keep[Export], *, place: str) -> None:
        """`place` is the file to begin with, without its ending."""
        super().__init__("Write the book for other programs", keep)
        self._ways = ways
        self._place = place

    def fields(self) -> ComposeResult:
        """The formats, one a line, and the file."""
        yield Choice([way.option for way in self._ways], id="format", stacked=True)
        yield label("the file")
        yield Line(f"{self._place}.{self._ways[0].suffix}", id="path")
        yield hint("What lies in the trash stays out.")

    def on_mount(self) -> None:
        """Begin with the format."""
        super().on_mount()
        self.query_one("#format").focus()

    @on(Choice.Turned)
    @on(Choice.Picked)
    def _follow(self, event: Choice.Turned | Choice.Picked) -> None:
        """The file ends in what its format does; that it follows is no word of the user's."""
        line, is_ours = self.query_one("#path", Line), not self.has_new_words
        for way in self._ways:
            if line.value.endswith(f".{way.suffix}"):
                line.value = f"{line.value.removesuffix(way.suffix)}{self._suffix_of(event.value)}"
                break
        if is_ours:
            self._before = tuple(self._written())

    def _suffix_of(self, name: str) -> str:
        return next(way.suffix for way in self._ways if way.option.value == name)

    def value(self) -> Export:
        """The format and the file."""
        file = file_named(self.query_one("#path", Line).value)
        if not file:
            raise Refusal("Name a file first.")
        return Export(self.query_one("#format", Choice).value, file)
