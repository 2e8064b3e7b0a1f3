"""Today: the check-in of two minutes."""

import asyncio
from collections.abc import Hashable, Sequence
from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from givenet_tui.domain.agenda import Agenda, agenda
from givenet_tui.domain.agenda import Line as AgendaLine
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.gone_by import gone_by
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.tones import BLANK, Line
from givenet_tui.ui import commands
from givenet_tui.ui.drawing.agenda import LABEL_WIDTH, ROOMY, agenda_row, before_you_call
from givenet_tui.ui.drawing.pieces import wrapped
from givenet_tui.ui.drawing.today_head import today_head
from givenet_tui.ui.drawing.welcome import nothing_today, welcome
from givenet_tui.ui.screens.day_gone_by import DayGoneByScreen
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

MORE = "more"
WELCOME_BAR = ("add", "import", "sample", "tour", "help", "quit")
NO_DAY_AFTER = "This is today: the day after it is not here yet."


class TodayScreen(Place):
    """The month's head, the agenda, and the last conversation with who is under the cursor."""

    place: ClassVar[commands.Place] = "today"
    mode = "today"
    AUTO_FOCUS = "#agenda"

    def __init__(self) -> None:
        """The day's few lines, until more are asked for."""
        super().__init__()
        self._more = 0
        self._agenda: Agenda | None = None
        self._lines: dict[Hashable, AgendaLine] = {}

    def body(self) -> ComposeResult:
        """The head, the list, and what to know before one calls."""
        yield Page(id="month").unfocusable()
        with Container(id="today"):
            yield RowList(self._draw, id="agenda")
            yield Page(id="before").unfocusable()

    def show_book(self) -> None:
        """Draw the day: lines that were handled stay where they were, ticked.

        When the line under the cursor has gone, the cursor goes with its person: a draft takes the place of quiet.
        """
        book, today, before = self.book, self.givenet.day, self.subject().line
        if self._agenda is not None and self._agenda.day != today:
            self._more = 0
        self._agenda = agenda(book, today, self._more)
        self._lines = {(line.what, line.record): line for line in self._agenda.lines}
        keys: list[Hashable] = list(self._lines)
        if self._agenda.more_there:
            keys.append(MORE)
        self.set_class(book.is_empty, "-empty")
        self.query_one("#month", Page).show(self._head)
        rows = self.query_one("#agenda", RowList)
        same = [key for key, line in self._lines.items() if before and line.person == before.person]
        rows.set_rows(keys, key=None if rows.key in keys or not same else same[0])
        rows.empty = lambda width: welcome(width) if book.is_empty else nothing_today(width)
        self._show_before()

    def bar(self) -> Sequence[commands.Command]:
        """What can be done with the day; beside the welcome, the ways in."""
        if self.book.is_empty:
            return [commands.BY_ID[command_id] for command_id in WELCOME_BAR]
        return super().bar()

    def _head(self, width: int) -> list[Line]:
        if self._agenda is None or self.book.is_empty:
            return []
        return today_head(self.book, self._agenda, width, self.query_one("#month", Page).size.height)

    @property
    def _reflection(self) -> str:
        check_in = self.book.check_in_on(self.today)
        return check_in.reflection if check_in else ""

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        if key == MORE:
            count = self._agenda.more_there if self._agenda else 0
            words = f"… {count} more: enter shows {'it' if count == 1 else 'them'}"
            return [[(" " * LABEL_WIDTH, "plain"), (words, "muted")]]
        return agenda_row(self.book, self._lines[key], width, compact=self.is_low)

    def _show_before(self) -> None:
        line = self.subject().line
        book, today, reflection, is_low = self.book, self.givenet.day, self._reflection, self.is_low
        person_id = line.person if line else 0
        is_cut = is_low and line is not None and line.how is None and (line.offer or line.what == "slot")
        hope = book.find(Aspiration, line.aspiration) if line and is_cut else None
        page = self.query_one("#before", Page)

        def make(width: int) -> Sequence[Line]:
            is_close = page.size.height < ROOMY
            height = max(4, page.size.height - (1 if reflection and is_close else 0))
            lines = before_you_call(book, person_id, today, width, height, hope=hope) if person_id else []
            if reflection and is_close:
                return [[("today · ", "muted"), (reflection, "words")], *lines]
            if reflection:
                lines += [BLANK, [("Today, in a line", "muted")], *wrapped(reflection, width, "words", most=3)]
            return lines

        page.show(make)

    def cursor_moved(self, _rows: RowList) -> None:
        """Show the last conversation with who is under the cursor."""
        self._show_before()

    def cursor_list(self) -> RowList:
        """The agenda is all there is to move in."""
        return self.query_one("#agenda", RowList)

    def subject(self) -> Subject:
        """The line under the cursor, with its person and offer."""
        line = self._lines.get(self.query_one("#agenda", RowList).key)
        if line is None:
            return Subject()
        book = self.book
        return Subject(person=book.people.get(line.person), offer=book.find(Offer, line.offer), line=line)

    def action_add(self) -> None:
        """Add a person: nothing else is added here, and the first one is added from here."""
        self.add_person()

    def record_at(self, key: Hashable) -> Person | None:
        """The person of a line that is still open."""
        line = self._lines.get(key)
        return self.book.people.get(line.person) if line is not None and not line.how else None

    def marked_lines(self) -> Sequence[AgendaLine]:
        """The lines that are marked, and still open."""
        return [self._lines[key] for key in self.marked_keys()]

    def action_open(self) -> None:
        """Open the person's notebook; on *more*, show more lines."""
        if self.query_one("#agenda", RowList).key == MORE:
            self._more += 1
            self.show_book()
            return
        person = self.subject().person
        if person is not None:
            self.open_notebook(person.id)

    def why_not(self, command_id: str) -> str | None:
        """On a line that is ticked, `space` goes on to the next; no day comes after today."""
        if command_id == "later":
            return NO_DAY_AFTER
        if command_id == "advance" and self._goes_on:
            return None if self._next_open or not self._reflection else "Everything of today is ticked."
        return super().why_not(command_id)

    @property
    def _goes_on(self) -> bool:
        """Whether the line under the cursor is dealt with already."""
        line = self.subject().line
        return line is not None and line.how is not None

    @property
    def _next_open(self) -> Hashable:
        """The row of the next line to do, from the cursor on and round; None when the list is through."""
        rows = self.query_one("#agenda", RowList)
        keys = list(self._lines)
        at = rows.position + 1
        return next((key for key in (*keys[at:], *keys[:at]) if self._lines[key].how is None), None)

    async def action_advance(self) -> None:
        """What the line asks for. On one that is ticked it is the next one's turn; after the last, the day's line."""
        if self._goes_on:
            key = self._next_open
            if key is None:
                self.action_close_day()
                return
            self.query_one("#agenda", RowList).go_to(key)
        await super().action_advance()

    def action_later(self) -> None:
        """There is no day after today."""
        self.givenet.say(NO_DAY_AFTER, "warning")

    async def action_earlier(self) -> None:
        """Look back at yesterday."""
        yesterday = self.today - timedelta(days=1)
        await asyncio.to_thread(gone_by, self.book, yesterday)  # its answer is kept: drawing it waits for nothing
        self.app.push_screen(DayGoneByScreen(yesterday))
