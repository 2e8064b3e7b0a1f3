"""NotesEditor: free notes, edited where they stand. Enter breaks the line, ctrl+s keeps."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from givenet_tui.ui import present
from givenet_tui.ui.widgets.words import HarmlessTextArea

HINT = "ctrl+s keeps · esc goes back"
LEAVE = "Throw away what you changed? esc once more: yes. Or go on writing."


class NotesEditor(Vertical):
    """Hidden until it is opened with a text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    NotesEditor { display: none; height: 1fr; }
    NotesEditor.-open { display: block; }
    NotesEditor TextArea { height: 1fr; border: none; padding: 0 1; background: $surface; }
    NotesEditor Static { height: auto; color: $muted; padding: 0 1; }
    NotesEditor Static.-trouble { color: $quiet; }
    """

    class Kept(Message):
        """The user wants this text kept."""

        def __init__(self, text: str, before: str) -> None:
            """`text` is the whole of the notes, `before` what they were when the editor was opened."""
            super().__init__()
            self.text = text
            self.before = before

    class Closed(Message):
        """The editor is gone; the focus is free."""

    def __init__(self, *, id: str | None = None) -> None:
        """Closed, and empty."""
        super().__init__(id=id)
        self._given = self._before = ""
        self._asked = False

    def compose(self) -> ComposeResult:
        """The area and the hint."""
        area = HarmlessTextArea(soft_wrap=True, tab_behavior="indent", show_line_numbers=False, compact=True)
        area.cursor_blink = False
        yield area
        yield Static(Content(HINT))

    @property
    def is_open(self) -> bool:
        """Whether notes are being written."""
        return self.has_class("-open")

    @property
    def has_new_words(self) -> bool:
        """Whether something would be lost."""
        return self.is_open and self.query_one(TextArea).text != self._before

    def open(self, text: str) -> None:
        """Show the text, the cursor at its end."""
        area = self.query_one(TextArea)
        area.text = text
        self._given, self._before = text, area.text
        self.add_class("-open")
        area.move_cursor(area.document.end)
        area.focus()
        self._say(HINT)

    @property
    def text(self) -> str:
        """What is written."""
        return self.query_one(TextArea).text

    def go_on(self, text: str) -> None:
        """Go on with a text that was being written earlier, the cursor at its end."""
        area = self.query_one(TextArea)
        area.text = text
        area.move_cursor(area.document.end)

    def close(self) -> None:
        """Hide, and give the focus back."""
        self.remove_class("-open")
        self.post_message(self.Closed())

    def action_keep(self) -> None:
        """Keep what is written; the screen closes the editor once it is on disk."""
        text = self.query_one(TextArea).text
        self.post_message(self.Kept(self._given if text == self._before else text, self._given))

    def action_leave(self) -> None:
        """Go back; asked once more when something would be lost."""
        if self._asked or not self.has_new_words:
            self.close()
            return
        self.trouble(LEAVE)
        self._asked = True

    def trouble(self, sentence: str) -> None:
        """Say what is wrong; the words stay."""
        self._say(sentence, trouble=True)

    @on(TextArea.Changed)
    def _writing(self) -> None:
        if self._asked:
            self._say(HINT)

    def _say(self, sentence: str, *, trouble: bool = False) -> None:
        self._asked = False
        foot = self.query_one(Static)
        foot.update(present.lines(sentence))
        foot.set_class(trouble, "-trouble")
