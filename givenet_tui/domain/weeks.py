"""A year as a calendar of weeks: which day stands in which column and row."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.days import MONTHS, WEEKDAYS

Week = tuple[date | None, ...]
"""Seven places, from the day on which weeks start; None is a day of another year."""


def weekdays(starts_on: str) -> tuple[str, ...]:
    """The seven weekdays, from the one on which weeks start, `monday` or another; unknown words mean Monday."""
    first = _number(starts_on)
    return (*WEEKDAYS[first:], *WEEKDAYS[:first])


def weeks(year: int, starts_on: str = "monday") -> tuple[Week, ...]:
    """The weeks of a year, from the first to the last: 53, or 54."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    places: list[date | None] = [None] * ((first.weekday() - _number(starts_on)) % 7)
    places += map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    places += [None] * (-len(places) % 7)
    return tuple(tuple(places[at : at + 7]) for at in range(0, len(places), 7))


def month_columns(columns: Sequence[Week]) -> list[tuple[int, str]]:
    """Above which week each month's name stands, the one with its first day in it: `(0, "Jan"), (4, "Feb"), …`."""
    firsts = ((number, day) for number, week in enumerate(columns) for day in week if day and day.day == 1)
    return [(number, MONTHS[day.month - 1][:3]) for number, day in firsts]


def _number(starts_on: str) -> int:
    return next((number for number, name in enumerate(WEEKDAYS) if name.lower() == starts_on), 0)
