"""WordsDialog: a few words and nothing else: an outcome, a reflection, an objective."""

from textual.app import ComposeResult
from textual.widgets import Static

from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, label
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.words import Words


class WordsDialog(Dialog[str]):
    """Asks for words under a label; `reminder` (users' text) stands above, to write it with open eyes."""

    keys = (
        Key("enter", "keep", "screen.keep"),
        Key("ctrl+o", "your editor", "app.in_editor"),
        Key("ctrl+j", "new line"),
        Key("esc", "back", "screen.leave"),
    )

    def __init__(self, title: str, keep: Keep[str], *, ask: str, reminder: str = "", text: str = "") -> None:
        """`text` is what is there already."""
        super().__init__(title, keep)
        self._ask = ask
        self._reminder = reminder
        self._text = text

    def fields(self) -> ComposeResult:
        """The reminder and the words."""
        if self._reminder:
            yield Static(present.lines(self._reminder), classes="reminder")
        yield label(self._ask)
        yield Words(self._text, id="words")

    def value(self) -> str:
        """The words, which may be empty: the verb says whether it needs some."""
        return self.query_one("#words", Words).words
