"""The year: what was given and what came back, by day and by month; your objectives and who is behind them."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container

from givenet_tui.domain.book import Book
from givenet_tui.domain.help import Help
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.year import YearView
from givenet_tui.domain.year import year as year_view
from givenet_tui.tones import BLANK, Line
from givenet_tui.ui import commands
from givenet_tui.ui.drawing.year import (
    back_row,
    head,
    month_row,
    months_heading,
    no_help,
    no_objectives,
    objective_row,
)
from givenet_tui.ui.drawing.year_day import beside_the_year
from givenet_tui.ui.screens.board import BoardScreen
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.calendar import Calendar
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

NO_OBJECTIVES, NO_HELP = "no objectives", "no help"
Rows = Callable[[int], Sequence[Line]]
"""What a row looks like in a width."""


def _aims_heading(_width: int) -> Sequence[Line]:
    return BLANK, [("What I want to reach", "heading")]


def _backs_heading(_width: int) -> Sequence[Line]:
    return BLANK, [("What came back", "heading")]


def drawn_rows(view: YearView, today: date, width: int) -> dict[Hashable, Rows]:
    """The rows of a year by their keys, from top to bottom; each is drawn once, in that width, and kept."""
    back_from: defaultdict[str, list[str]] = defaultdict(list)
    for back in view.help:
        back_from[month_of(back.help.on)].append(back.person.name)
    rows: dict[Hashable, Rows] = {
        month.month: partial(month_row, month, back_from[month.month], today) for month in view.months
    }
    rows |= {one.objective.id: partial(objective_row, one, today) for one in view.objectives}
    if not view.objectives:
        rows[NO_OBJECTIVES] = no_objectives
    rows |= {one.help.id: partial(back_row, one, today) for one in view.help}
    if not view.help:
        rows[NO_HELP] = no_help
    kept: dict[Hashable, Rows] = {key: lru_cache(maxsize=1)(row) for key, row in rows.items()}
    for row in kept.values():
        row(width)
    return kept


class YearScreen(Place):
    """The calendar; below it one list of the months, the objectives, and what came back; and the day, in words.

    Where there is no room for the day beside the list, it takes the list's place while one is in the calendar.
    """

    place: ClassVar[commands.Place] = "year"
    mode = "year"
    AUTO_FOCUS = "#year"

    def __init__(self, year: int = 0, at: Hashable = None, day: date | None = None) -> None:
        """This year, until another is turned to; or some year, the cursors on a row and on a day of it."""
        super().__init__()
        self._year = year
        self._at = at
        self._day = day
        self._view: YearView | None = None
        self._rows: dict[Hashable, Rows] = {}
        self._headings: dict[Hashable, Rows] = {}

    def body(self) -> ComposeResult:
        """The head, the calendar, the list, and what to say of a day."""
        yield Page(id="year-head").unfocusable()
        yield Calendar(id="calendar")
        with Container(id="below"):
            yield RowList(self._draw, id="year")
            yield Page(id="day").unfocusable()

    def on_mount(self) -> None:
        """The day beside the list follows the calendar's cursor."""
        calendar = self.query_one(Calendar)
        calendar.moved, calendar.day = self._show_day, self._day or calendar.day
        self.query_one("#year", RowList).above = lambda key: len(self._heading(key, 0))
        super().on_mount()

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._year or self.givenet.day.year

    @property
    def in_calendar(self) -> bool:
        """Whether the cursor that counts is the calendar's."""
        return isinstance(self.focused, Calendar)

    def show_book(self) -> None:
        """Draw the year, the cursors on the same day, month, objective or help.

        It is worked out off the event loop: a large book takes longer than a key may. Whoever asks again meanwhile
        takes the first answer's place.
        """
        self._look(self.book, self.year)

    @work(group="look", exclusive=True)
    async def _look(self, book: Book, year: int) -> None:
        view = await asyncio.to_thread(year_view, book, year)
        width = self.query_one("#year", RowList).row_width  # by now the screen is laid out
        rows = await asyncio.to_thread(drawn_rows, view, self.givenet.day, width)
        self._show(view, rows)

    def _show(self, view: YearView, rows: dict[Hashable, Rows]) -> None:
        first, self._view = self._view is None, view
        today = self.givenet.day
        self.query_one("#year-head", Page).show(lambda width: head(view, today, width, self.in_calendar))
        self.query_one(Calendar).show_year(view.year, view.days, today, self.book.settings.week_starts_on)
        self._rows, self._headings = rows, {}
        keys = list(self._rows)
        aims, backs = len(view.months), len(keys) - max(1, len(view.help))
        for number, heading in ((0, partial(months_heading, view)), (aims, _aims_heading), (backs, _backs_heading)):
            self._headings[keys[number]] = heading
        start = NO_OBJECTIVES if view.is_empty else month_of(today)
        at, self._at = self._at, None
        here = (at or start) if first else at
        self.query_one("#year", RowList).set_rows(keys, key=here if here in self._rows else None)
        self._show_day()
        self.refresh_keys()

    def _show_day(self) -> None:
        """Say what was on the calendar's day, and the year in words."""
        view, day = self._view, self.query_one(Calendar).day
        if view is not None:
            book, today = self.book, self.givenet.day
            self.query_one("#day", Page).show(lambda width: beside_the_year(book, view, day, today, width))
            if self.in_calendar:
                self.refresh_keys()

    # --- drawing the list ------------------------------------------------------------------------

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        return [*self._heading(key, width), *self._rows[key](width)]

    def _heading(self, key: Hashable, width: int) -> Sequence[Line]:
        """What stands above a row: the first of each part has a heading."""
        return self._headings[key](width) if key in self._headings else ()

    # --- what is under the cursor ----------------------------------------------------------------

    def subject(self) -> Subject:
        """The objective or the help under the cursor; a month and a day are opened, not edited."""
        key = self.query_one("#year", RowList).key
        if self.in_calendar or not isinstance(key, int):
            return Subject()
        help_ = self.book.find(Help, key)
        if help_ is not None:
            return Subject(person=self.book.people.get(help_.person), help=help_)
        return Subject(objective=self.book.find(Objective, key))

    def cursor_list(self) -> RowList:
        """There is one list."""
        return self.query_one("#year", RowList)

    def why_not(self, command_id: str) -> str | None:
        """Only objectives have a step here."""
        subject = self.subject()
        if command_id in {"advance", "done", "set_step"} and subject.objective is None:
            return "No objective is under the cursor."
        return super().why_not(command_id)

    # --- commands --------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Set an objective."""
        self.add_objective(self.year)

    def added_objective(self, objective_id: int) -> None:
        """The cursor goes to it: below the months it would not be seen."""
        self._at = objective_id

    def action_open(self) -> None:
        """Open the month's board, who helped, or the objective; of a day, its month's board."""
        key, subject = self.query_one("#year", RowList).key, self.subject()
        if self.in_calendar:
            self.app.push_screen(BoardScreen(month_of(self.query_one(Calendar).day)))
        elif subject.person is not None:
            self.open_notebook(subject.person.id)
        elif subject.objective is not None:
            self.edit_objective(subject.objective)
        elif isinstance(key, str) and key[:4].isdigit():
            self.app.push_screen(BoardScreen(key))
        else:
            self.action_add()

    @on(Calendar.Opened)
    def _open_day(self) -> None:
        self.action_open()

    def on_descendant_focus(self) -> None:
        """Where there is no room for both, the day takes the place of the list while one is in the calendar."""
        super().on_descendant_focus()
        self.set_class(self.in_calendar, "-in-calendar")
        self.query_one("#year-head", Page).redraw()
        self.call_after_refresh(self.refresh_keys)  # by then one knows how much of the day fits

    def action_next_part(self) -> None:
        """Go to the calendar, or back to the list, which may be hidden meanwhile."""
        self.query_one("#year" if self.in_calendar else "#calendar").focus()

    def action_scroll_day(self, pages: int) -> None:
        """Read on in what was on a day, while the cursor is in the calendar."""
        self.query_one("#day", Page).action_scroll_page(pages)

    def action_earlier(self) -> None:
        """The year before."""
        self._turn(-1)

    def action_later(self) -> None:
        """The year after."""
        self._turn(1)

    # --- the key bar -----------------------------------------------------------------------------

    def bar_keys(self) -> tuple[Key, ...]:
        """In the calendar what works there; how to read on, where a day does not fit."""
        if not self.in_calendar or self._view is None:
            return super().bar_keys()
        day = self.query_one("#day", Page)
        read_on = [Key("pgdn", "read on", "screen.scroll_day(1)")] if day.line_count > day.size.height else []
        moves = (Key("↑ ↓", "day"), Key("← →", "week"), Key("enter", "its month", "screen.command('open')"))
        rest = [key for key in super().bar_keys() if key.key not in {"enter", "space"}]
        elsewhere = Key("tab", "the list", "screen.command('next_part')")
        return (*moves, *read_on, elsewhere, *rest)

    def _turn(self, years: int) -> None:
        self._year = min(max(self.year + years, 1), 9999)
        self.show_book()
        self.refresh_keys()
