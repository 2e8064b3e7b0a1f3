"""What narrows a search: each term once, what it means, and of whom it holds.

A term with nothing behind its colon asks whether there is anything of the kind: `-born:` is who has no birthday yet.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from givenet_tui.domain.aspirations import KINDS, Aspiration
from givenet_tui.domain.aspirations import Kind as Aim
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import MONTHS
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.folding import fold
from givenet_tui.domain.months import month_of
from givenet_tui.domain.offers import FREED
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import standing

Holds = Callable[[Person], bool]
Meaning = Callable[[Book, date], Holds]
"""Of whom it holds, in a book on a day."""


class Kind(NamedTuple):
    """One term: an example, what it says, and how what stands behind its colon is read (folded)."""

    example: str
    says: str
    read: Callable[[str], Meaning]


def _tag(value: str) -> Meaning:
    return partial(_tagged, value.removeprefix("#"))


def _tagged(wanted: str, book: Book, _today: date) -> Holds:
    """The tag itself where there is one, else those that begin so: it is still being typed."""
    tags = {tag: " ".join(fold(tag).split()) for person in book.people.values() for tag in person.tags}
    same = {tag for tag, folded in tags.items() if wanted and folded == wanted}
    fitting = same or {tag for tag, folded in tags.items() if folded.startswith(wanted)}
    return lambda person: not fitting.isdisjoint(person.tags)


def _quiet(value: str) -> Meaning:
    _alone("quiet", value)
    return lambda book, today: lambda person: standing(book, person, today).is_quiet


def _board(value: str) -> Meaning:
    _alone("board", value)
    return _on_board


def _on_board(book: Book, today: date) -> Holds:
    month = month_of(today)
    there = {offer.person for offer in book.offers_in(month) if offer.month == month and offer.status not in FREED}
    return lambda person: person.id in there


def _knows(value: str) -> Meaning:
    kinds = {kind for kind in KINDS if kind.startswith(value) or value == f"{kind}s"}
    if not kinds:
        raise Refusal("Behind knows: stands hope, dream, goal or objective; nothing, for any of them.")
    return partial(_known, kinds)


def _known(kinds: set[Aim], book: Book, _today: date) -> Holds:
    known = {told.person for told in book.all(Aspiration) if told.is_open and told.kind in kinds}
    return lambda person: person.id in known


_SINCE = re.compile(r"([<>]=?) ?(\d{1,5}) ?([dwmy]?)", re.ASCII)
_DAYS = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}


def _last(value: str) -> Meaning:
    if not value:
        return lambda book, _today: lambda person: book.last_touch(person.id) is not None
    match = _SINCE.fullmatch(value)
    if match is None:
        raise Refusal("Write last:>90d for longer than 90 days ago, last:<2w for less than two weeks; m and y do too.")
    than, number, unit = match.groups()
    return partial(_longer if than[0] == ">" else _shorter, int(number) * _DAYS[unit], "=" in than)


def _longer(days: int, as_well: bool, book: Book, today: date) -> Holds:
    """Longer ago; who never was in touch is counted from when they came into the book, as everywhere."""
    return lambda person: _last_days(book, person, today) > days - as_well


def _shorter(days: int, as_well: bool, book: Book, today: date) -> Holds:
    """Less long ago: there was a touch."""

    def holds(person: Person) -> bool:
        touched = book.last_touch(person.id)
        return touched is not None and (today - touched).days < days + as_well

    return holds


def _last_days(book: Book, person: Person, today: date) -> int:
    return standing(book, person, today).days


def _born(value: str) -> Meaning:
    if not value:
        return lambda _book, _today: lambda person: person.birthday is not None
    number = int(value) if re.fullmatch(r"\d{1,2}", value, re.ASCII) else _month(value)
    if not 1 <= number <= 12:
        raise Refusal("Behind born: stands a month, as a number or a name: born:12, born:december.")
    return lambda _book, _today: lambda person: person.birthday is not None and person.birthday.month == number


def _month(name: str) -> int:
    named = (number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name))
    return next(named, 0)


def _alone(name: str, value: str) -> None:
    if value:
        raise Refusal(f"Nothing stands behind {name}: (leave a space before the next word). -{name}: is the opposite.")


TERMS: Mapping[str, Kind] = {
    "tag": Kind("tag:work", "has the tag", _tag),
    "quiet": Kind("quiet:", "has gone quiet", _quiet),
    "board": Kind("board:", "stands on this month's board", _board),
    "knows": Kind("knows:goal", "told you one: hope, dream, goal, objective", _knows),
    "last": Kind("last:>90d", "was last in touch longer ago; < for less; d w m y", _last),
    "born": Kind("born:12", "has the birthday in that month", _born),
}
"""All there are. Each holds of a person or does not; `-` before it turns it round."""
