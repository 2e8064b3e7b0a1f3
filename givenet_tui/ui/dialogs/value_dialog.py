"""ValueDialog: a value in a line, or several that belong together."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.widgets import Static

from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, row
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.words import Line


class ValueDialog(Dialog[Mapping[str, str]]):
    """Asks for what stands in a few lines, each by its label; answers the text of each."""

    keys = (
        Key("enter", "keep", "screen.keep"),
        Key("tab", "next field", "app.focus_next"),
        Key("esc", "back", "screen.leave"),
    )

    def __init__(
        self, title: str, keep: Keep[Mapping[str, str]], values: Mapping[str, tuple[str, str]], *, says: str = ""
    ) -> None:
        """`values` are, by name, the label and what is there already; `says` a sentence on them.

        Users' text may stand in all of it.
        """
        super().__init__(title, keep)
        self._values = values
        self._says = says

    def fields(self) -> ComposeResult:
        """The sentence and the lines."""
        if self._says:
            yield Static(present.text(self._says), classes="hint")
        for name, (words, value) in self._values.items():
            yield row(words, Line(value, id=name))

    def on_mount(self) -> None:
        """What is there is selected: typing takes its place."""
        super().on_mount()
        first = self.query(Line).first()
        first.focus()
        first.select_all()

    def value(self) -> Mapping[str, str]:
        """What stands in the lines."""
        return {name: self.query_one(f"#{name}", Line).value for name in self._values}
