"""A day gone by, looked back at from Today: what it held. Read only, but for what can still be caught up."""

import asyncio
from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from givenet_tui.domain.gone_by import Deed, gone_by
from givenet_tui.domain.people import Person
from givenet_tui.tones import Line
from givenet_tui.ui import commands, dialogs
from givenet_tui.ui.drawing.agenda import LABEL_WIDTH
from givenet_tui.ui.drawing.gone_by import SOMEONE_ELSE, day_head, deed_row, its_line
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

SOMEONE = "someone else"
BAR = ("close_day", "earlier", "later", "touch", "note", "open", "back", "undo", "help")
OVER = "This day is over: w, l and n catch up what belongs to it; 1 goes to today."
FIRST_DAY = date(2, 1, 1)


class DayGoneByScreen(Place):
    """The lines that were handled, touches, offers, what was heard, and the day's line of reflection."""

    place: ClassVar[commands.Place] = "today"
    mode = "today"
    AUTO_FOCUS = "#deeds"

    def __init__(self, day: date) -> None:
        """Look back at a day before today."""
        super().__init__()
        self._day = day
        self._deeds: dict[Hashable, Deed] = {}

    @property
    def about_day(self) -> date:
        """The day that is looked back at."""
        return self._day

    def body(self) -> ComposeResult:
        """The head, what the day held, and its line."""
        yield Page(id="month").unfocusable()
        with Container(id="today"):
            yield RowList(self._draw, id="deeds")
            yield Page(id="before").unfocusable()

    def bar(self) -> Sequence[commands.Command]:
        """What can be done with a day that is over."""
        return [commands.BY_ID[command_id] for command_id in BAR]

    def show_book(self) -> None:
        """Draw the day."""
        day, today = gone_by(self.book, self._day), self.today
        self._deeds = {(deed.kind, deed.record.id, deed.what): deed for deed in day.deeds}
        self.query_one("#month", Page).show(lambda width: day_head(day, today, width))
        self.query_one("#deeds", RowList).set_rows([*self._deeds, SOMEONE])
        line = self.query_one("#before", Page)
        line.show(lambda width: its_line(day, width, line.size.height))

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        if key == SOMEONE:
            return [[(" " * LABEL_WIDTH, "plain"), (SOMEONE_ELSE, "muted")]]
        return deed_row(self._deeds[key], width, compact=self.is_low)

    def cursor_list(self) -> RowList:
        """What the day held is all there is to move in."""
        return self.query_one("#deeds", RowList)

    def subject(self) -> Subject:
        """Who is under the cursor: the day itself is left as it was."""
        deed = self._deeds.get(self.cursor_list().key)
        return Subject(person=self.book.people.get(deed.people[0].id)) if deed else Subject()

    def why_not(self, command_id: str) -> str | None:
        """Only what belongs to the day can still be written down."""
        if command_id in {"advance", "done", "set_step", "bump", "offer", "came_back"}:
            return OVER
        if command_id in {"touch", "note"}:
            return None if self.book.circle else "Nobody is in your circle yet: 2, then a, adds someone."
        return super().why_not(command_id)

    # --- turning -----------------------------------------------------------------------------------

    async def action_earlier(self) -> None:
        """The day before."""
        await self._turn(-1)

    async def action_later(self) -> None:
        """The day after; after yesterday comes today."""
        await self._turn(1)

    async def _turn(self, days: int) -> None:
        day = max(self._day, FIRST_DAY) + timedelta(days)
        if day >= self.today:
            self.action_go("today")
            return
        await asyncio.to_thread(gone_by, self.book, day)  # its answer is kept: drawing it waits for nothing
        self._day = day
        self.show_book()
        self.cursor_list().action_move_end(-1)
        self.refresh_keys()

    # --- catching up -------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Open the notebook of whoever is under the cursor; for someone else, ask who was met."""
        person = self.subject().person
        if person is not None:
            self.open_notebook(person.id)
        else:
            self.action_touch()

    def action_touch(self) -> None:
        """Log a touch of that day."""
        self._with_someone("Whom were you in touch with that day?", self.ask_for_a_touch)

    def action_note(self) -> None:
        """Write down what they told you that day."""
        self._with_someone("Who told you something that day?", self.ask_what_they_told)

    def _with_someone(self, title: str, then: Callable[[Person], None]) -> None:
        """Do it with the person under the cursor, else ask for one."""
        person = self.subject().person
        if person is not None:
            then(person)
            return
        book, latest = self.book, self.book.last_touch

        async def keep(person_id: int) -> None:
            self.call_after_keeping(lambda: then(self.book.person(person_id)))

        def found(words: str) -> list[dialogs.Suggested]:
            hits = (book.person(hit.person_id) for hit in self.givenet.finders.people(book).find(words)[:50])
            return [dialogs.Suggested(one.id, one.name, "") for one in hits if one.in_circle]

        near = sorted(book.circle, key=lambda one: (latest(one.id) or date.min, one.id), reverse=True)[:20]
        suggested = [dialogs.Suggested(one.id, one.name, "") for one in near]
        empty = "Nobody fits. People are added in People: 2, then a."
        self.app.push_screen(dialogs.PickPerson(title, keep, suggested=suggested, find=found, empty=empty))
