"""The book as one reads it, whatever draws it: your objectives, boards and reflections, and a page for each person.

Users' text is made harmless here, since this is for reading: the book itself, and its JSON, have it as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from givenet_tui import plain
from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.assignment import PART_NAMES, assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.days import MONTHS, in_full, short
from givenet_tui.domain.folding import fold
from givenet_tui.domain.horizon import horizon_day
from givenet_tui.domain.months import month_name
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.timeline import Entry, timeline

_KINDS: dict[Kind, str] = {"hope": "Hopes", "dream": "Dreams", "goal": "Goals", "objective": "Objectives"}


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what comes below; 1 is that of everything."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels of ours, and what stands by them."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: our words before (`12 Mar 2026, call`), the user's, and what belongs to them."""

    lead: str
    text: str
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes, which are Markdown."""

    text: str


Block = Heading | Facts | Items | Notes


def pages(book: Book, today: date) -> Iterator[Block]:
    """Everything, block by block."""
    yield Heading(1, "My circle")
    yield Facts((("Written down on", in_full(today, date.min)),))
    yield from _objectives(book)
    yield from _boards(book)
    days = sorted((one for one in book.all(CheckIn) if one.reflection.strip()), key=lambda one: one.on, reverse=True)
    yield from _titled(2, "My days", (Item(_on(one.on), _words(one.reflection)) for one in days))
    people = sorted(book.people.values(), key=lambda one: (one.archived_on is not None, fold(one.name), one.id))
    if people:
        yield Heading(2, "People")
    for person in people:
        yield from _person(book, person)


def _line(text: str) -> str:
    return plain.line(text).strip()


def _words(text: str) -> str:
    """All of a text, however long."""
    return plain.block(text, 10 * len(text) + 10).strip()


def _on(day: date) -> str:
    return short(day, date.min)


def _titled(level: int, title: str, items: Iterable[Item]) -> Iterator[Block]:
    """A list under its title; nothing when there is none."""
    listed = tuple(items)
    if listed:
        yield Heading(level, title)
        yield Items(listed)


# --- what is yours -------------------------------------------------------------------------------


def _objectives(book: Book) -> Iterator[Block]:
    for year in sorted({one.year for one in book.all(Objective)}, reverse=True):
        yield from _titled(2, f"What I want to reach in {year}", map(_objective, book.objectives_of(year)))


def _objective(one: Objective) -> Item:
    return Item(_closed(one.status, one.closed_on), _words(one.text))


def _closed(status: str, on: date | None) -> str:
    if status == "open":
        return ""
    return f"{status.replace('_', ' ')} {_on(on)}" if on else status.replace("_", " ")


def _boards(book: Book) -> Iterator[Block]:
    months = {month for offer in book.all(Offer) for month in (offer.month, *offer.carried_from)}
    for month in sorted(months, reverse=True):
        board = assignment(book, month)
        for view in board.parts:
            offers = (*view.standing, *view.freed, *view.carried)
            title = f"{month_name(month)}: {PART_NAMES[view.part]}"
            yield from _titled(2, title, (_slot(book, offer, month) for offer in offers))


def _slot(book: Book, offer: Offer, month: str) -> Item:
    status = offer.status.replace("_", " ")
    carried = f", carried on to {month_name(offer.month)}" if offer.month != month else ""
    name = _line(book.person(offer.person).name)
    return Item(f"{status}{carried}", f"{name}: {_words(offer.what)}" if offer.what else name, _outcome(offer.outcome))


def _outcome(outcome: str) -> tuple[str, ...]:
    return (f"What came of it: {_words(outcome)}",) if outcome else ()


# --- a person ------------------------------------------------------------------------------------


def _person(book: Book, person: Person) -> Iterator[Block]:
    yield Heading(3, _line(person.name))
    facts = tuple((label, _line(said)) for label, said in _facts(book, person) if said)
    if facts:
        yield Facts(facts)
    told = sorted(book.aspirations_of(person.id), key=lambda one: (not one.is_open, one.id))
    for kind in KINDS:
        yield from _titled(4, _KINDS[kind], (_told(one) for one in told if one.kind == kind))
    if person.about.strip():
        yield Heading(4, "Notes")
        yield Notes(_words(person.about))
    yield from _titled(4, "Between us", map(_entry, timeline(book, person.id)))


def _facts(book: Book, person: Person) -> Iterator[tuple[str, str]]:
    by = book.people.get(person.introduced_by or 0)
    yield "Also called", person.nickname
    yield "Does", ", ".join(filter(None, (person.title, person.organization)))
    yield "Lives in", person.location
    yield "E-mail", _several(person.emails)
    yield "Telephone", _several(person.phones)
    yield "On the web", _several(person.urls)
    if day := person.birthday:
        yield "Birthday", f"{day.day} {MONTHS[day.month - 1]}{f' {day.year}' if day.year else ''}"
    yield "Introduced by", by.name if by else ""
    yield "Tags", ", ".join(person.tags)
    if person.rhythm_days:
        yield "In touch", f"every {person.rhythm_days} days"
    yield "Rests since", _on(person.archived_on) if person.archived_on else ""


def _several(values: Iterable[Labelled]) -> str:
    return ", ".join(f"{one.value} ({one.label})" if one.label else one.value for one in values)


def _told(one: Aspiration) -> Item:
    heard = " ".join(filter(None, (_on(one.heard_on) if one.heard_on else "", _line(one.heard_where))))
    by = horizon_day(one.horizon)
    horizon = f"by {_on(by)}" if by else _line(one.horizon)
    earlier = (f"until {_on(was.until)}: {_words(was.text)}" for was in one.earlier)
    after = (*((f"Heard: {heard}",) if heard else ()), *((f"When: {horizon}",) if horizon else ()), *earlier)
    return Item(_closed(one.status, one.closed_on), _words(one.text), after)


def _entry(entry: Entry) -> Item:
    others = ", ".join(map(_line, entry.others))
    after = (
        *((f"With: {others}" if entry.kind == "touch" else f"Introduction: {others}",) if others else ()),
        *((f"For: {_words(entry.serves.text)}",) if entry.serves else ()),
        *((f"For my own: {_words(entry.objective.text)}",) if entry.objective else ()),
        *_outcome(entry.outcome),
    )
    return Item(f"{_on(entry.on)}, {entry.label}", _words(entry.text), after)
