"""Days for a calendar, RFC 5545: the birthdays of the circle, every year, and the days for which something is promised.

A rhythm is no day: whoever would be told by their calendar that it is time would begin to keep accounts.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from givenet_tui import plain
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.exchange.export.lines import escaped, written

_SOME_LEAP_YEAR = 2000
_INSTANT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)", re.ASCII)


def calendar(book: Book) -> bytes:
    """The calendar. A day that was written once keeps its UID, so that reading it again changes it and adds none."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//GiveNet//EN", "X-WR-CALNAME:GiveNet"]
    return written([*head, *(line for event in _events(book) for line in event), "END:VCALENDAR"])


def days_in(book: Book) -> int:
    """How many days the calendar holds."""
    return sum(1 for _ in _events(book))


def _events(book: Book) -> Iterator[list[str]]:
    for person in sorted(book.circle, key=lambda one: one.id):
        if person.birthday:
            yield _birthday(person, person.birthday)
    for offer in sorted(book.all(Offer), key=lambda one: one.id):
        if offer.is_open and offer.due and offer.person in book.people:
            words = f"{book.person(offer.person).name}: {offer.what}"
            yield _event("promise", offer, offer.due, words)


def _birthday(person: Person, day: Birthday) -> list[str]:
    first = day.in_year(day.year or _SOME_LEAP_YEAR)
    # In a year without a 29 February it is kept on the 28th: on the month's last day in either.
    leap = ";BYMONTH=2;BYMONTHDAY=-1" if (day.month, day.day) == (2, 29) else ""
    return _event("birthday", person, first, f"Birthday of {person.name}", f"RRULE:FREQ=YEARLY{leap}")


def _event(what: str, record: Record, on: date, words: str, *more: str) -> list[str]:
    after = [f"DTEND;VALUE=DATE:{_day(on + timedelta(1))}"] if on < date.max else []
    return [
        "BEGIN:VEVENT",
        f"UID:{what}-{record.id}@givenet",
        f"DTSTAMP:{_instant(record)}",
        f"DTSTART;VALUE=DATE:{_day(on)}",
        *after,
        *more,
        f"SUMMARY:{escaped(plain.line(words).strip())}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(on: date) -> str:
    return f"{on.year:04}{on.month:02}{on.day:02}"


def _instant(record: Record) -> str:
    """When the record was written last; a script may have left that out."""
    found = _INSTANT.match(record.updated_at) or _INSTANT.match(record.created_at)
    if found is None:
        return "20240101T000000Z"
    year, month, day, hour, minute, second = found.groups()
    return f"{year}{month}{day}T{hour}{minute}{second}Z"
