"""Calendar: the days of a year with a cursor on one of them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from givenet_tui.domain.weeks import weeks
from givenet_tui.domain.year_days import Day
from givenet_tui.tones import Line, Tone
from givenet_tui.ui.widgets.page import Page
from givenet_tui.year_marks import Shown, calendar_lines, day_at

_HERE = Style(reverse=True)


class Calendar(Page):
    """Up and down go from day to day, left and right from week to week, first and last to the ends of the year."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-7)", show=False),
        Binding("right", "move(7)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("home,g", "move_end(-1)", show=False),
        Binding("end,G", "move_end(1)", show=False),
        Binding("pagedown", "screen.scroll_day(1)", show=False),
        Binding("pageup", "screen.scroll_day(-1)", show=False),
        Binding("shift+tab", "screen.next_part", show=False),  # the list before it may be hidden
    ]

    class Opened(Message):
        """The day under the cursor was clicked once more."""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty calendar."""
        super().__init__(id=id)
        self.day = date.min
        """The day under the cursor."""
        self.moved: Callable[[], None] = lambda: None
        """Called when the cursor is on another day."""
        self._shown = Shown(weeks(1), {}, date.min, "")

    def show_year(self, year: int, days: Mapping[date, Day], today: date, starts_on: str) -> None:
        """Show a year. The cursor stays on its day of the year; at first, and from there, it is on today."""
        from_today = self.day == self._shown.today and today.year == year
        self._shown = Shown(weeks(year, starts_on), days, today, starts_on)
        self.day = _in_year(today if from_today or self.day == date.min else self.day, year)
        self.show(self._lines_of)

    def _lines_of(self, width: int) -> list[Line]:
        here = self.day if self.has_focus else None
        return calendar_lines(self._shown, width, here)

    def tone_style(self, tone: Tone) -> Style:
        """The day under the cursor is turned round, which one sees without colour as well."""
        return _HERE if tone == "hit" else super().tone_style(tone)

    def action_move(self, days: int) -> None:
        """Move by some days, inside the year."""
        first, last = date(self.day.year, 1, 1).toordinal(), date(self.day.year, 12, 31).toordinal()
        self.go_to(date.fromordinal(max(first, min(self.day.toordinal() + days, last))))

    def action_move_end(self, direction: int) -> None:
        """Move to the first or the last day."""
        self.go_to(date(self.day.year, 1, 1) if direction < 0 else date(self.day.year, 12, 31))

    def go_to(self, day: date) -> None:
        """Put the cursor on a day of the year that is shown."""
        if day != self.day:
            self.day = day
            self.redraw()
            self.moved()

    def _on_focus(self, event: events.Focus) -> None:
        super()._on_focus(event)
        self.redraw()

    def _on_blur(self, event: events.Blur) -> None:
        super()._on_blur(event)
        self.redraw()

    async def _on_click(self, event: events.Click) -> None:
        day = day_at(
            self._shown.weeks, self.text_width, event.x - self.gutter.left, self.top + event.y - self.gutter.top
        )
        if day is None:
            return
        if day == self.day:
            self.post_message(self.Opened())
        else:
            self.go_to(day)


def _in_year(day: date, year: int) -> date:
    """The same day of another year; 28 February where that has no 29th."""
    if day.year == year:
        return day
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
