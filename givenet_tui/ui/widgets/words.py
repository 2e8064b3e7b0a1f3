"""Fields for words: an area that grows to five rows, and a line that keeps the whole of what is pasted."""

import re
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, TextArea

from givenet_tui import plain

_BREAK = re.compile(r"[ \t]*[\n-\r\x1c-\x1e\x85\u2028\u2029]\s*")


class HarmlessTextArea(TextArea):
    """A text area that draws control characters as visible signs; the text itself stays as it is."""

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: one sign for each character, so that the cursor stands where it should."""
        return Text(plain.one_for_one(self.document.get_line(line_index)), end="", no_wrap=True)


class Words(HarmlessTextArea):
    """Some words. `enter` keeps, `ctrl+j` breaks the line, `tab` goes on; a paste comes in whole."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", show=False, priority=True),
        Binding("ctrl+j", "new_line", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Words { height: auto; min-height: 1; max-height: 5; border: none; padding: 0 1; }
    """

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, words: "Words") -> None:
            """`words` is the area."""
            super().__init__()
            self.words = words

        @property
        def control(self) -> "Words":
            """The area, for `@on` selectors."""
            return self.words

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        """An area with some words in it already."""
        super().__init__(text, id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, compact=True)
        self.cursor_blink = False
        self._given, self._as_given = text, self.text

    @property
    def words(self) -> str:
        """What is written. An area knows one kind of line break: what nobody changed is handed back as it came."""
        return self._given if self.text == self._as_given else self.text

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        self.move_cursor(self.document.end)

    def action_submit(self) -> None:
        """Keep."""
        self.post_message(self.Submitted(self))

    def action_new_line(self) -> None:
        """Break the line."""
        if not self.read_only:
            self.insert("\n")


class OneSentence(Words):
    """One line that takes up to three rows, so that its beginning stays in sight. A break in it is a space."""

    DEFAULT_CSS = """
    OneSentence { max-height: 3; }
    """

    def action_new_line(self) -> None:
        """A sentence has no breaks."""
        self.insert(" ")

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(_BREAK.sub(" ", event.text), *self.selection)


class Line(Input):
    """One line. What is pasted is joined by spaces: no word is lost."""

    DEFAULT_CSS = """
    Line { border: none; height: 1; padding: 0 1; }
    """

    def __init__(self, value: str = "", *, id: str | None = None, placeholder: str = "") -> None:
        """A line with a value in it already."""
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._given = value

    @property
    def is_untouched(self) -> bool:
        """Whether what it says is what it was handed."""
        return self.value == self._given

    @property
    def _value(self) -> Text:
        """The value as it is drawn: one sign for each character."""
        return Text(plain.one_for_one(self.value), no_wrap=True, overflow="ignore", end="")

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        words = _BREAK.sub(" ", event.text)
        words = words if start else words.lstrip()
        words = words if self.value[end:] else words.rstrip()
        self.replace(words, start, end)
