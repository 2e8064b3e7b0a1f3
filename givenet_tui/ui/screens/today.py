"""Today: the check-in of two minutes."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from givenet_tui.domain.agenda import Agenda, agenda, smoothed_share
from givenet_tui.domain.agenda import Line as AgendaLine
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.tones import BLANK, Line
from givenet_tui.ui import commands
from givenet_tui.ui.drawing.agenda import agenda_head, agenda_row, before_you_call, month_head
from givenet_tui.ui.drawing.pieces import wrapped
from givenet_tui.ui.drawing.welcome import nothing_today, welcome
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

MORE = "more"


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

    def _head(self, width: int) -> list[Line]:
        book, today = self.book, self.givenet.day
        agenda_ = self._agenda
        if agenda_ is None or book.is_empty:
            return []
        check_in = book.check_in_on(today)
        head = [*agenda_head(agenda_, check_in.reflection if check_in else "")]
        share = smoothed_share(book, today)
        if share is not None:
            head.append((f"   checked in on {round(share * 100)} % of days", "muted"))
        return [*month_head(book, today, width), BLANK, head]

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        if key == MORE:
            count = self._agenda.more_there if self._agenda else 0
            return [[("             ", "plain"), (f"… {count} more: enter shows them", "muted")]]
        return agenda_row(self.book, self._lines[key], width, compact=self.is_low)

    def _show_before(self) -> None:
        line = self.subject().line
        book, today = self.book, self.givenet.day
        person_id = line.person if line else 0
        page = self.query_one("#before", Page)
        check_in = book.check_in_on(today)
        reflection = check_in.reflection if check_in else ""

        def make(width: int) -> Sequence[Line]:
            lines = before_you_call(book, person_id, today, width, max(4, page.size.height)) if person_id else []
            if reflection and page.size.height < 10:
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
