"""The year: what was given and what came back, month by month; your objectives and who is behind them."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual.app import ComposeResult

from givenet_tui.domain.help import Help
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.year import YearView
from givenet_tui.domain.year import year as year_view
from givenet_tui.tones import BLANK, Line
from givenet_tui.ui import commands
from givenet_tui.ui.drawing.year import back_row, head, month_row, no_help, no_objectives, objective_row
from givenet_tui.ui.screens.board import BoardScreen
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

NO_OBJECTIVES, NO_HELP = "no objectives", "no help"


class YearScreen(Place):
    """One list: the months, the objectives, what came back."""

    place: ClassVar[commands.Place] = "year"
    mode = "year"
    AUTO_FOCUS = "#year"

    def __init__(self, year: int = 0, at: Hashable = None) -> None:
        """This year, until another is turned to; or some year, the cursor on a row of it."""
        super().__init__()
        self._year = year
        self._at = at
        self._view: YearView | None = None

    def body(self) -> ComposeResult:
        """The head and the list."""
        yield Page(id="year-head").unfocusable()
        yield RowList(self._draw, id="year")

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._year or self.givenet.day.year

    def show_book(self) -> None:
        """Draw the year, the cursor on the same month, objective or help."""
        first = self._view is None
        view = self._view = year_view(self.book, self.year)
        self.query_one("#year-head", Page).show(lambda width: head(view, width))
        keys: list[Hashable] = [month.month for month in view.months]
        keys += [behind.objective.id for behind in view.objectives] or [NO_OBJECTIVES]
        keys += [back.help.id for back in view.help] or [NO_HELP]
        here = (self._at or f"{self.givenet.day:%Y-%m}") if first else None
        self.query_one("#year", RowList).set_rows(keys, key=here)

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        view = self._view
        if view is None:
            return [()]
        for number, month in enumerate(view.months):
            if month.month == key:
                back_from = [back.person.name for back in view.help if month_of(back.help.on) == month.month]
                row = month_row(month, back_from, self.givenet.day, width)
                return [[("Month by month", "heading")], row] if number == 0 else [row]
        lines: list[Line] = []
        objectives: list[Hashable] = [behind.objective.id for behind in view.objectives]
        objectives = objectives or [NO_OBJECTIVES]
        if key in objectives:
            lines += [BLANK, [("What I want to reach", "heading")]] if key == objectives[0] else []
            behind = next((one for one in view.objectives if one.objective.id == key), None)
            return lines + (objective_row(behind, self.givenet.day, width) if behind else no_objectives(width))
        if key == NO_HELP or (view.help and key == view.help[0].help.id):
            lines += [BLANK, [("What came back", "heading")]]
        back = next((one for one in view.help if one.help.id == key), None)
        return lines + (back_row(back, self.givenet.day, width) if back else no_help(width))

    def subject(self) -> Subject:
        """The objective or the help under the cursor; a month is opened, not edited."""
        key = self.query_one("#year", RowList).key
        if not isinstance(key, int):
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

    def action_add(self) -> None:
        """Set an objective."""
        self.add_objective(self.year)

    def action_open(self) -> None:
        """Open the month's board, who helped, or the objective."""
        key, subject = self.query_one("#year", RowList).key, self.subject()
        if subject.person is not None:
            self.open_notebook(subject.person.id)
        elif subject.objective is not None:
            self.edit_objective(subject.objective)
        elif isinstance(key, str) and key[:4].isdigit():
            self.app.push_screen(BoardScreen(key))
        else:
            self.action_add()

    def action_earlier(self) -> None:
        """The year before."""
        self._turn(-1)

    def action_later(self) -> None:
        """The year after."""
        self._turn(1)

    def _turn(self, years: int) -> None:
        self._year = min(max(self.year + years, 1), 9999)
        self.show_book()
        self.refresh_keys()
