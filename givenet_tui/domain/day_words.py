"""Days as people type them: `fri`, `3 days ago`, `+2w`, `12 nov`, `end of month`.

Never an error: None when not understood. The English here is a table, so that no locale changes a word.
"""

import calendar
import re
from datetime import date, timedelta
from typing import Literal

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.days import MONTHS, WEEKDAYS
from givenet_tui.domain.settings import Weekday

Leaning = Literal["past", "future"]
"""Which way `fri` and `12 nov` point: a touch lies behind, a promise ahead."""

MOST_WORDS = 5
"""No way of saying a day has more words: `a couple of weeks ago`."""
_MOST_LETTERS = 60

_WEEKDAY = {name.lower()[:length]: n for n, name in enumerate(WEEKDAYS) for length in (3, len(name))} | {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip
_MONTH = {name.lower()[:length]: n for n, name in enumerate(MONTHS, 1) for length in (3, len(name))} | {"sept": 9}
_UNIT = {
    word: unit
    for unit, words in {
        "days": "d day days",
        "weeks": "w week weeks wk wks",
        "fortnights": "fortnight fortnights",
        "months": "m mo month months",
        "years": "y yr year years",
    }.items()
    for word in words.split()
}
_NUMBER = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_NAMED = {
    word: (count, unit)
    for count, unit, words in (
        (0, "days", "now, today, tonight, this morning, this afternoon, this evening"),
        (-1, "days", "yesterday, last night, yesterday morning, yesterday afternoon, yesterday evening"),
        (-2, "days", "day before yesterday"),
        (1, "days", "tomorrow, tomorrow morning, tomorrow afternoon, tomorrow evening, tomorrow night"),
        (2, "days", "day after tomorrow"),
        (-1, "weeks", "last week"),
        (-1, "months", "last month"),
        (-1, "years", "last year"),
        (-6, "months", "half a year ago"),
        (6, "months", "in half a year"),
    )
    for word in words.split(", ")
}


def _any(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_COUNT = rf"(?P<count>\d{{1,4}}|{_any(_NUMBER)})\s?(?P<unit>{_any(_UNIT)})"
_DAY_MONTH = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? ?(?:of )?(?P<month>{_any(_MONTH)})\.?(?: (?P<year>\d{{4}}))?"
_MONTH_DAY = rf"(?P<month>{_any(_MONTH)})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<year>\d{{4}}))?"
_ISO = r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})"
_DOTTED = r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.(?: ?(?P<year>\d{4}))?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.ASCII)


_DATES = tuple(map(_pattern, (_DAY_MONTH, _MONTH_DAY, _ISO, _DOTTED)))
_LED_BY_WEEKDAY = _pattern(rf"(?P<weekday>{_any(_WEEKDAY)})\.? (?:the )?(?P<rest>.*\d.*)")
_ORDINAL = _pattern(r"(?P<day>\d{1,2})(?:st|nd|rd|th)")
_WHICH_WEEKDAY = _pattern(rf"(?:(?P<which>last|next|this) )?(?P<weekday>{_any(_WEEKDAY)})\.?")
_SIGNED = _pattern(rf"(?P<sign>[+-]) ?{_COUNT}")
_COUNTED = _pattern(rf"(?P<in>in )?{_COUNT}(?P<after> ago| back| from now| from today)?")
_END = _pattern(rf"(?:the )?end of (?:the |this )?(?P<which>next |last )?(?P<what>week|month|year|{_any(_MONTH)})")
_NEXT = _pattern(r"next (?P<what>week|month|year)")


def parse_day(
    text: str, today: date, *, week_starts_on: Weekday = "monday", leaning: Leaning = "future"
) -> date | None:
    """The day that a text means, or None. A year or a direction that is left out follows `leaning`."""
    words = _tidy(text)
    if not words:
        return None
    try:
        first_of_week = today - timedelta(days=(today.weekday() - _WEEKDAY[week_starts_on]) % 7)
        return (
            _named(words, today, leaning)
            or _edge(words, today, first_of_week, leaning)
            or _weekday(words, today, first_of_week, leaning)
            or _counted(words, today, leaning)
            or _dated(words, today, leaning)
        )
    except (ValueError, OverflowError):  # a day that does not exist, or beyond the calendar
        return None


def is_a_span(text: str) -> bool:
    """Whether it is so long, and does not say from when: in a sentence `3 days` is hardly three days ago."""
    match = _COUNTED.fullmatch(_tidy(text))
    return match is not None and not match["in"] and not match["after"]


def is_a_month(word: str) -> bool:
    """Whether a word in small letters is the name of a month, in full or short."""
    return word in _MONTH


def parse_birthday(text: str) -> Birthday | None:
    """The birthday that a text means (`10 dec`, `10 dec 1815`, `1815-12-10`, `--12-10`), or None."""
    words = _tidy(text)
    try:
        if words.startswith("--"):
            return Birthday.parse(words)
        for pattern in _DATES:
            if match := pattern.fullmatch(words):
                year, month, day = _numbers(match)
                return Birthday(month, day, year or None)
    except ValueError:
        pass
    return None


def _tidy(text: str) -> str:
    """Small letters, single spaces, no commas; nothing when it is too long to be a day."""
    if len(text) > _MOST_LETTERS:
        return ""
    words = text.lower().replace(",", " ").split()
    while words and words[0] in {"on", "by", "until", "till", "since", "the"}:
        words.pop(0)
    return " ".join(words)


# --- words for a day, and the edges of weeks and months -------------------------------------------


def _named(words: str, today: date, leaning: Leaning) -> date | None:
    if words in {"weekend", "this weekend"}:
        return _coming(today, _WEEKDAY["saturday"], leaning)
    return _later(today, *_NAMED[words]) if words in _NAMED else None


def _edge(words: str, today: date, first_of_week: date, leaning: Leaning) -> date | None:
    """`next week` is its first day, `end of month` the month's last."""
    if match := _NEXT.fullmatch(words):
        return _first_of(match["what"], today, first_of_week, 1)
    match = _END.fullmatch(words)
    if not match:
        return None
    what, away = match["what"], {"next ": 1, "last ": -1}.get(match["which"], 0)
    if what in _MONTH:
        return None if away else _nearest(_MONTH[what], None, today, leaning)
    return _first_of(what, today, first_of_week, away + 1) - timedelta(days=1)


def _first_of(what: str, today: date, first_of_week: date, away: int) -> date:
    match what:
        case "week":
            return first_of_week + timedelta(weeks=away)
        case "month":
            return _later(today.replace(day=1), away, "months")
        case _:
            return date(today.year + away, 1, 1)


def _weekday(words: str, today: date, first_of_week: date, leaning: Leaning) -> date | None:
    match = _WHICH_WEEKDAY.fullmatch(words)
    if not match:
        return None
    weekday, which = _WEEKDAY[match["weekday"]], match["which"]
    if which == "next":
        return first_of_week + timedelta(days=7 + (weekday - first_of_week.weekday()) % 7)
    if which == "this" and weekday == today.weekday():
        return today
    return _coming(today, weekday, "past" if which == "last" else leaning)


def _coming(today: date, weekday: int, leaning: Leaning) -> date:
    """The next such day of the week after today, or the latest before it."""
    if leaning == "past":
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


# --- so long from today ---------------------------------------------------------------------------


def _counted(words: str, today: date, leaning: Leaning) -> date | None:
    if match := _SIGNED.fullmatch(words):
        past = match["sign"] == "-"
    elif match := _COUNTED.fullmatch(words):
        if match["in"] and match["after"]:
            return None
        past = match["after"] in {" ago", " back"} if match["after"] else leaning == "past" and not match["in"]
    else:
        return None
    count = _NUMBER.get(match["count"]) or int(match["count"])
    return _later(today, -count if past else count, _UNIT[match["unit"]])


def _later(day: date, count: int, unit: str) -> date:
    match unit:
        case "days":
            return day + timedelta(days=count)
        case "weeks" | "fortnights":
            return day + timedelta(weeks=count if unit == "weeks" else 2 * count)
        case _:
            # Loading pendulum takes longer than all else here: only those who count in months wait for it.
            from pendulum import Date

            moved = Date(day.year, day.month, day.day).add(months=count if unit == "months" else 12 * count)
            return date(moved.year, moved.month, moved.day)


# --- dates ----------------------------------------------------------------------------------------


def _dated(words: str, today: date, leaning: Leaning) -> date | None:
    if match := _ORDINAL.fullmatch(words):
        return _nearest_ordinal(int(match["day"]), today, leaning)
    weekday = None
    if match := _LED_BY_WEEKDAY.fullmatch(words):
        weekday, words = _WEEKDAY[match["weekday"]], match["rest"]
    for pattern in _DATES:
        if match := pattern.fullmatch(words):
            year, month, day = _numbers(match)
            if year is None:
                return _nearest(month, day, today, leaning, weekday)
            found = date(year, month, day)
            return found if weekday in {None, found.weekday()} else None
    return None


def _numbers(match: re.Match[str]) -> tuple[int | None, int, int]:
    month = _MONTH.get(match["month"]) or int(match["month"])
    return int(match["year"]) if match["year"] else None, month, int(match["day"])


def _nearest(month: int, day: int | None, today: date, leaning: Leaning, weekday: int | None = None) -> date | None:
    """That day of the month (None: its last), in the nearest year that has it on the right side of today.

    A day of the week that was typed decides the year: `Tuesday 3 March` may well lie on the other side.
    """
    step = -1 if leaning == "past" else 1
    years = [today.year + step * n for n in range(9)]
    found = [one for year in years if (one := _in_year(year, month, day))]
    if weekday is not None:
        return next((one for one in found if one.weekday() == weekday), None)
    return next((one for one in found if (one - today).days * step >= 0), None)


def _in_year(year: int, month: int, day: int | None) -> date | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    if day is None:
        return date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _nearest_ordinal(day: int, today: date, leaning: Leaning) -> date | None:
    step = -1 if leaning == "past" else 1
    for n in range(3):
        year, month = divmod(today.year * 12 + today.month - 1 + step * n, 12)
        found = _in_year(year, month + 1, day)
        if found and (found - today).days * step >= 0:
            return found
    return None
