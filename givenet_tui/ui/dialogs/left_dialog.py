"""LeftDialog: what becomes of words that were left in the middle. ShownWords: words to read and to copy."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givenet_tui.ui.dialogs.choice_dialog import ChoiceDialog
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, hint
from givenet_tui.ui.widgets.choice import Choice, Option
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.words import Words

TITLE = "You were in the middle of something"
THROW = "Throw these words away for good? t once more: yes."
OPTIONS = (
    Option("pick", "p", "pick it up"),
    Option("later", "l", "leave it for later"),
    Option("throw", "t", "throw it away"),
)


class LeftDialog(ChoiceDialog):
    """Asks what becomes of a draft; asked once more before it is thrown away."""

    def __init__(self, keep: Keep[str], *, notice: str) -> None:
        """`notice` is what was written, or its beginning."""
        super().__init__(TITLE, keep, OPTIONS, notice=notice)
        self._asked_to_throw = False

    async def action_keep(self) -> None:
        """Answer; nothing is lost by one key."""
        if self.value() == "throw" and not self._asked_to_throw:
            self._asked_to_throw = True
            self.trouble(THROW)
            return
        await super().action_keep()

    @on(Choice.Turned)
    @on(Choice.Typed)
    def _something_else(self) -> None:
        self._asked_to_throw = False
        self.trouble("")


class ShownWords(Dialog[None]):
    """Shows words that have no place any more."""

    keys = (
        Key("ctrl+a", "mark all", "screen.mark_all"),
        Key("ctrl+c", "copy", "screen.copy"),
        Key("esc", "back", "screen.leave"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "mark_all", show=False, priority=True),
        Binding("ctrl+c", "copy", show=False, priority=True),
    ]

    def __init__(self, title: str, words: str, *, why: str) -> None:
        """`why` says in a sentence of ours what this is about."""
        super().__init__(title, self._nothing)
        self._words = words
        self._why = why

    async def _nothing(self, _: None) -> None:
        """There is nothing to keep."""

    def fields(self) -> ComposeResult:
        """The sentence, and the words, which nobody can change here."""
        yield hint(self._why)
        words = Words(self._words, id="words")
        words.read_only = True
        yield words

    def on_mount(self) -> None:
        """Begin on the words."""
        super().on_mount()
        self.query_one(Words).focus()

    def action_mark_all(self) -> None:
        """Mark all of the words."""
        self.query_one(Words).select_all()

    def action_copy(self) -> None:
        """Copy what is marked; all of it, when nothing is."""
        words = self.query_one(Words)
        self.app.copy_to_clipboard(words.selected_text or words.text)

    def value(self) -> None:
        """Nothing is answered."""
