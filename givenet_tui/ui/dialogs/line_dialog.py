"""LineDialog: a sentence, and below it what is meant, as one types. Enter does what is shown, and nothing else."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets.text_area import Edit, EditResult

from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.line.names import Names
from givenet_tui.domain.line.read import read_line
from givenet_tui.domain.line.readings import Line, Reading, Understood
from givenet_tui.ui.dialogs.dialog import Dialog, Keep
from givenet_tui.ui.drawing.line import examples, meant
from givenet_tui.ui.widgets.key_bar import Key, KeyBar
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.words import OneSentence

NOTHING = "Type a sentence first, such as: lunch with Ada yesterday"


class SentenceBox(OneSentence):
    """A sentence that is read while one types; ↑ ↓ turn to another meaning, as `tab` does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.turn(1)", show=False),
        Binding("up", "screen.turn(-1)", show=False),
    ]

    def __init__(self, read: Callable[[], None], *, id: str) -> None:
        """`read` is called at every edit: the message of it would come a paint later."""
        super().__init__(id=id)
        self._read = read

    def edit(self, edit: Edit) -> EditResult:
        """Edit, and read at once."""
        result = super().edit(edit)
        self._read()
        return result


class LineDialog(Dialog[Reading]):
    """Asks for a sentence; its value is the reading that is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "another", show=False),
        Binding("shift+tab", "turn(-1)", show=False),
    ]

    def __init__(
        self, keep: Keep[Reading], *, book: Callable[[], Book], names: Callable[[Book], Names], today: date,
        notice: Callable[[Reading], str],
    ) -> None:  # fmt: skip
        """`book` answers the newest one: another program may add someone while one types; `notice` what to know.

        `names` indexes a book, which takes a while when it is large: it is called in a thread.
        """
        super().__init__("The line", keep)
        self._book = book
        self._today = today
        self._notice = notice
        self._index = names
        self._names: Names | None = None
        self._line: Line | None = None
        self._text = ""
        """What was read."""
        self._at = 0
        self._turned_to: Reading | None = None

    def fields(self) -> ComposeResult:
        """The sentence, and what it means."""
        box = SentenceBox(self._read_on, id="line")
        box.placeholder = "lunch with …"
        yield box
        yield Page(id="meant").unfocusable()

    def on_mount(self) -> None:
        """Begin with what can be typed."""
        super().on_mount()
        self.query_one("#line").focus()
        self._read_on()

    @on(SentenceBox.Changed)
    def _changed_otherwise(self) -> None:
        if self.query_one(SentenceBox).text != self._text:  # typing was taken back
            self._read_on()

    def _read_on(self) -> None:
        self._read(self.query_one(SentenceBox).text)

    @property
    def reading(self) -> Reading | None:
        """What is shown, and would be done."""
        return self._line.readings[self._at] if isinstance(self._line, Understood) else None

    def _read(self, text: str) -> None:
        """Read it anew; whom one has turned to is meant for as long as they fit.

        With names that are older than the book, or none yet, it is read once more as soon as they are there.
        """
        self._text = text
        book, names = self._book(), self._names
        if names is None or names.book is not book:
            self._index_meanwhile()
        self._line = (
            read_line(text, names, self._today, book.settings.week_starts_on) if names and text.strip() else None
        )
        readings = self._line.readings if isinstance(self._line, Understood) else ()
        chosen = self._turned_to
        self._at = 0
        if chosen is not None and readings:
            likes = [(one.what == chosen.what, len(set(one.people) & set(chosen.people))) for one in readings]
            self._at = likes.index(max(likes))
        self._draw()

    @work(group="look", exclusive=True)
    async def _index_meanwhile(self) -> None:
        await self._read_when_indexed()

    async def _read_when_indexed(self) -> None:
        self._names = await asyncio.to_thread(self._index, self._book())
        if self.display:  # it may have been closed meanwhile
            self._read_on()

    async def action_keep(self) -> None:
        """Do what the sentence means, though it was typed before anybody could read it."""
        if self._names is None:
            await self._read_when_indexed()
        if self.query_one(SentenceBox).text != self._text:  # enter may come before the last letter was read
            self._read_on()
        await super().action_keep()

    def action_another(self) -> None:
        """Turn to the next meaning."""
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Turn to the next meaning, or the one before."""
        if isinstance(self._line, Understood):
            self._at = (self._at + by) % len(self._line.readings)
            self._turned_to = self.reading
            self._writing_on()
            self._draw()

    def _draw(self) -> None:
        book, line, reading, today = self._book(), self._line, self.reading, self._today
        notice = self._notice(reading) if reading else ""
        page = self.query_one("#meant", Page)
        page.show(
            lambda width: examples(width) if line is None else meant(book, line, reading, today, width, notice=notice)
        )
        self._name_keys()

    def _name_keys(self) -> None:
        """The keys; `tab` is dimmed while there is one meaning at most."""
        several = isinstance(self._line, Understood) and len(self._line.readings) > 1
        self.query_one(KeyBar).keys = (
            Key("enter", "do it", "screen.keep", self.reading is not None),
            Key("tab", "another meaning", "screen.another", several),
            Key("esc", "back", "screen.leave"),
        )

    def value(self) -> Reading:
        """The reading that is shown."""
        if self.reading is None:
            raise Refusal(self._line.sentence if self._line and not isinstance(self._line, Understood) else NOTHING)
        return self.reading
