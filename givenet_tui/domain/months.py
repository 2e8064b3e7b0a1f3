"""Months as the file writes them: `2026-11`. They compare and sort as text."""

import calendar
from datetime import date

from givenet_tui.domain.days import MONTHS


def month_of(day: date) -> str:
    """The month a day lies in."""
    return f"{day.year:04}-{day.month:02}"


def first_day(month: str) -> date:
    """The month's first day. ValueError when it is not `YYYY-MM`."""
    return date.fromisoformat(f"{month}-01")


def last_day(month: str) -> date:
    """The month's last day."""
    first = first_day(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def moved(month: str, months: int) -> str:
    """So many months later, or earlier when negative; it stays between the years 1 and 9999."""
    first = first_day(month)
    count = min(max(first.year * 12 + first.month - 1 + months, 12), 9999 * 12 + 11)
    return f"{count // 12:04}-{count % 12 + 1:02}"


def days_left(month: str, today: date) -> int:
    """Days after today until the month has ended; 0 when it has, all of them when it has not begun."""
    return min(max(0, (last_day(month) - today).days), last_day(month).day)


def month_name(month: str, with_year: bool = True) -> str:
    """`November 2026`, or `November`."""
    first = first_day(month)
    name = MONTHS[first.month - 1]
    return f"{name} {first.year}" if with_year else name


def is_month(text: str) -> bool:
    """Whether the text names a month as the file does."""
    try:
        return month_of(first_day(text)) == text
    except ValueError:
        return False
