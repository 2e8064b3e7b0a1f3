"""NotesEditor: free notes, edited where they stand. Enter breaks the line, ctrl+s keeps. Beside them, or behind a key,
stands how they will be read."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from givenet_tui.ui import present
from givenet_tui.ui.drawing.notes import around, whole_notes
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.words import HarmlessTextArea

HINT = "ctrl+s keeps · esc goes back"
READING = "This is how it reads: f3 or esc goes on writing."
EMPTY = "What you write stands here as it will read."
LEAVE = "Throw away what you changed? esc once more: yes. Or go on writing."
PAUSE = 0.1
"""Seconds without a key until the preview follows."""


class NotesEditor(Vertical):
    """Hidden until it is opened with a text. On a wide screen the preview stands beside; else f3 shows it instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
        Binding("ctrl+o", "app.in_editor", show=False, priority=True),
        Binding("f3", "preview", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    NotesEditor {
        display: none; height: 1fr;
        &.-open { display: block; }
        & Horizontal { height: 1fr; }
        & TextArea {
            width: 1fr; height: 1fr; border: none; padding: 0 1; background: $surface; scrollbar-size-vertical: 1;
            scrollbar-background: $surface; scrollbar-background-hover: $surface; scrollbar-background-active: $surface;
            scrollbar-color: $faint; scrollbar-color-hover: $muted; scrollbar-color-active: $muted;
        }
        & #preview { display: none; width: 1fr; padding: 0 0 0 2; }
        & Static { height: auto; color: $muted; padding: 0 1; }
        & Static.-trouble { color: $quiet; }
    }
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
        self._left: tuple[str, tuple[int, int]] = ("", (0, 0))
        """What was written when the editor was closed, and where the cursor stood."""

    def compose(self) -> ComposeResult:
        """The area and the hint."""
        area = HarmlessTextArea(soft_wrap=True, tab_behavior="indent", show_line_numbers=False, compact=True)
        area.cursor_blink = False
        with Horizontal():
            yield area
            yield Page(id="preview").unfocusable()
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
        """Show the text, the cursor where it was when this text was last written here, else at its end."""
        area = self.query_one(TextArea)
        area.text = text
        self._given, self._before = text, area.text
        self.add_class("-open")
        self.remove_class("-reading", "-alone")
        left, where = self._left
        area.move_cursor(where if left == area.text else area.document.end)
        area.focus()
        self._say(HINT)
        self._follow()

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
        area = self.query_one(TextArea)
        self._left = (area.text, area.cursor_location)
        self.remove_class("-open")
        self.post_message(self.Closed())

    def action_keep(self) -> None:
        """Keep what is written; the screen closes the editor once it is on disk."""
        text = self.query_one(TextArea).text
        self.post_message(self.Kept(self._given if text == self._before else text, self._given))

    def action_leave(self) -> None:
        """Go back: from reading to writing, and from there out; asked once more when something would be lost."""
        if self.is_reading:
            self.action_preview()
            return
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
        self._follow()

    @on(TextArea.SelectionChanged)
    def _moving(self) -> None:
        self._follow()

    # --- how it will be read ---------------------------------------------------------------------

    @property
    def is_reading(self) -> bool:
        """Whether the preview stands where one writes else."""
        return self.has_class("-reading") and not self.screen.has_class("-wide")

    def action_preview(self) -> None:
        """Beside the writing: hide the preview, or show it. Where there is no room for both: the one or the other."""
        if self.screen.has_class("-wide"):
            self.toggle_class("-alone")
            pass
            return
        self.toggle_class("-reading")
        page, area = self.query_one(Page), self.query_one(TextArea)
        page.can_focus = self.is_reading
        (page if self.is_reading else area).focus()
        self._say(READING if self.is_reading else HINT)
        self._follow()

    def on_resize(self) -> None:
        """In another width it reads otherwise; where there is room for both, one writes."""
        if not self.is_open:
            return
        if self.has_class("-reading") and self.screen.has_class("-wide"):
            self.remove_class("-reading")
            self.query_one(Page).can_focus = False
            self.query_one(TextArea).focus()
            self._say(HINT)
        self.call_after_refresh(self._follow)

    @work(group="look", exclusive=True)
    async def _follow(self) -> None:
        """Show how it will be read: what is around the cursor, off the event loop, once the keys rest."""
        page, area = self.query_one(Page), self.query_one(TextArea)
        if not (self.is_open and page.display):
            return
        await asyncio.sleep(PAUSE)
        width, is_reading = page.text_width, self.is_reading
        row, column = area.cursor_location
        lines = area.text.split("\n")
        cursor = sum(map(len, lines[:row])) + row + column
        if is_reading:
            made, at = await asyncio.to_thread(whole_notes, area.text, width), 0
        else:
            made, at = await asyncio.to_thread(around, area.text, cursor, width)
        made = made or [[(EMPTY, "muted")]]
        page.show(lambda _width: made, keep_scroll=is_reading)
        if not is_reading:
            page.top = max(0, at - page.size.height // 2)

    def _say(self, sentence: str, *, trouble: bool = False) -> None:
        self._asked = False
        foot = self.query_one(Static)
        foot.update(present.lines(sentence))
        foot.set_class(trouble, "-trouble")
