"""Horizon: by when someone wants it: a day, or their own words (`before I'm 40`)."""

import re
from datetime import date

from givenet_tui.domain.day_words import parse_day
from givenet_tui.domain.settings import Weekday

_A_WHILE = re.compile(r"\b(week|weekend|month|year)s?\b", re.IGNORECASE)


def horizon_of(text: str, today: date, week_starts_on: Weekday = "monday") -> str:
    """The text as the book holds it: a day as `2027-03-12`, anything else as it is.

    `next year` is no day, although it has a first one: it stays in their words.
    """
    words = text.strip()
    if _A_WHILE.search(words) and not re.search(r"\d", words):
        return words
    day = parse_day(words, today, week_starts_on=week_starts_on, leaning="future") if words else None
    return day.isoformat() if day else words


def horizon_day(horizon: str) -> date | None:
    """The day, when the horizon is one."""
    try:
        return date.fromisoformat(horizon)
    except ValueError:
        return None
