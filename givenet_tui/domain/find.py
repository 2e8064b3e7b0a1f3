"""Find people by name, tag, aspiration and note, whatever the accents and capitals; and sort them.

A finder is built once for a book and carried along with its changes. A query narrows the rows word by word,
each word by one `in` over everything known of a person: only those that are left are looked at more closely.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date
from itertools import chain, compress
from operator import itemgetter
from typing import Literal, NamedTuple

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import latest_day
from givenet_tui.domain.book import Book
from givenet_tui.domain.folding import fold, searched
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.query import Query, Term
from givenet_tui.domain.records import Record
from givenet_tui.domain.rhythm import standing

Where = Literal["name", "tag", "aspiration", "note"]
Order = Literal["name", "quietest", "last touch", "newest"]

_BREAK = "\x1f"  # parts what is known of a person in one string; `split` takes it for a space in a query
_NO_LETTERS = re.compile(r"[^\w\s]")
_AT_ONCE = 200  # more people than this are quicker indexed afresh
_MOST_TERMS = 20


class Found(NamedTuple):
    """A person who fits a query, where the weakest of its words was met, and the text it was met in."""

    person_id: int
    where: Where
    hit: str


class _Row(NamedTuple):
    """What is known of a person, folded: `whole` holds all of it, to say no quickly."""

    key: tuple[bool, str, int]
    """Resting people last, then by name."""
    person_id: int
    names: str
    """Name and nickname, each after a space, so that ` word` is the beginning of a word."""
    whole: str
    parts: tuple[str, ...]
    """The parts of `whole` as they are written: name, nickname, organization, tags, aspirations, notes."""
    tags_at: int
    """Where in `whole` the names end, and organization and tags begin."""
    hopes_at: int
    """Where in `whole` the aspirations begin."""
    notes_at: int
    """Where in `whole` the notes begin."""


class PeopleFinder:
    """Finds people in one book. `moved_to` gives the finder of another book for the price of what differs."""

    __slots__ = ("_book", "_by_id", "_last", "_rows", "_who")

    def __init__(self, book: Book) -> None:
        """Index everyone of the book, resting or not."""
        hopes: dict[int, list[str]] = {}
        for aspiration in book.all(Aspiration):
            hopes.setdefault(aspiration.person, []).append(aspiration.words)
        notes = _notes(book.all(Interaction), book.all(Offer), book.all(Help))
        everyone = book.people.items()
        rows = (_row(person, hopes.get(number, ()), notes.get(number, ())) for number, person in everyone)
        self._set(book, sorted(rows, key=itemgetter(0)))

    def _set(self, book: Book, rows: list[_Row]) -> None:
        self._book = book
        self._rows = rows
        self._by_id: dict[int, _Row] = {}
        self._last: tuple[Sequence[str], list[_Row]] = ((), rows)
        self._who: dict[tuple[str, str, date], set[int]] = {}

    def moved_to(self, book: Book) -> "PeopleFinder":
        """The finder of another book: what both hold alike is taken over, so that it is not folded again."""
        if book is self._book:
            return self
        people = _differing(self._book, book)
        if len(people) > _AT_ONCE:
            return PeopleFinder(book)
        rows = [row for row in self._rows if row.person_id not in people] if people else self._rows
        for person_id in people & book.people.keys():
            hopes = [aspiration.words for aspiration in book.aspirations_of(person_id)]
            notes = _notes(book.interactions_of(person_id), book.offers_of(person_id), book.help_of(person_id))
            row = _row(book.people[person_id], hopes, notes.get(person_id, ()))
            rows.insert(bisect_left(rows, row.key, key=lambda other: other.key), row)
        finder = PeopleFinder.__new__(PeopleFinder)
        finder._set(book, rows)
        return finder

    def find(self, words: str) -> list[Found]:
        """Everyone in whom each word is met, best first: no term is read, every word is one."""
        folded = fold(words).split()
        return [self.hit(number, folded) for number in self._match(folded, None)]

    def answer(self, query: Query, today: date) -> list[Found]:
        """Everyone whom a query lets through, best first, with where it was met."""
        return [self.hit(number, query.words) for number in self.ids(query, today)]

    def ids(self, query: Query, today: date) -> list[int]:
        """Everyone whom a query lets through, best first, the circle before those who rest: quick, for a large book.

        An empty query gives the circle by name.
        """
        return self._match(query.words, self.who(query.terms, today))

    def hit(self, person_id: int, words: Sequence[str]) -> Found:
        """Where the words were met in someone who has them all."""
        if not self._by_id:
            self._by_id = {row.person_id: row for row in self._rows}
        row = self._by_id[person_id]
        at = max((row.whole.find(word) for word in words), default=0)
        if at < row.tags_at:
            return Found(person_id, "name", row.parts[0])
        where: Where = "tag" if at < row.hopes_at else "aspiration" if at < row.notes_at else "note"
        return Found(person_id, where, row.parts[row.whole.count(_BREAK, 0, at)])

    def who(self, terms: Iterable[Term], today: date) -> set[int] | None:
        """Those of whom all terms hold; None when there are no terms."""
        among: set[int] | None = None
        for term in terms:
            key = (term.name, term.value, today)
            if key not in self._who:
                if len(self._who) > _MOST_TERMS:
                    self._who.clear()
                holds = term.meaning(self._book, today)
                self._who[key] = {number for number, person in self._book.people.items() if holds(person)}
            fitting = self._book.people.keys() - self._who[key] if term.negated else self._who[key]
            among = set(fitting) if among is None else among & fitting
        return among

    def _match(self, words: Sequence[str], among: Container[int] | None) -> list[int]:
        if not words and among is None:
            return [row.person_id for row in self._rows if not row.key[0]]
        typed, rows = self._last
        if not _goes_on(typed, words):  # as they do while one types
            rows = self._rows
        rows, weakest = _holding(rows, words)
        self._last = (words, rows)
        if among is not None:
            let_through = [row.person_id in among for row in rows]
            rows, weakest = list(compress(rows, let_through)), list(compress(weakest, let_through))
        if words:
            resting = bisect_left(rows, (True,), key=lambda row: row.key[:1])
            circle = _ranked(rows[:resting], weakest, words)
            rows = [*circle, *_ranked(rows[resting:], weakest[resting:], words)]
        return [row.person_id for row in rows]


def _goes_on(typed: Sequence[str], words: Sequence[str]) -> bool:
    """Whether whoever holds these words held those typed before."""
    return len(typed) <= len(words) and all(word.startswith(before) for before, word in zip(typed, words, strict=False))


_Note = tuple[date, int, str]
"""When something was written, in which record, and the words."""


def _notes(touches: Iterable[Interaction], offers: Iterable[Offer], back: Iterable[Help]) -> dict[int, list[_Note]]:
    """What was written of each person beside the notes about them. A hundred thousand pass through here at once."""
    notes: dict[int, list[_Note]] = {}
    for touch in touches:
        if touch.text:
            note = (touch.on, touch.id, touch.text)
            for person_id in touch.people:
                notes.setdefault(person_id, []).append(note)
    for offer in offers:
        if offer.what:
            notes.setdefault(offer.person, []).append((latest_day(offer), offer.id, offer.what))
        if offer.outcome:
            notes.setdefault(offer.person, []).append((latest_day(offer), offer.id, offer.outcome))
    for help_ in back:
        if help_.text:
            notes.setdefault(help_.person, []).append((help_.on, help_.id, help_.text))
    return notes


def _row(person: Person, aspirations: Iterable[str], notes: Iterable[_Note]) -> _Row:
    known = (person.name, person.nickname, *person.facts, *person.tags)
    parts = [*known, *aspirations]
    hopes_end = len(parts)
    parts += [person.about] if person.about else []
    parts += [text for _, _, text in sorted(notes, reverse=True)]
    joined = _BREAK.join(parts)
    if joined.count(_BREAK) >= len(parts):
        joined = _BREAK.join(part.replace(_BREAK, " ") for part in parts)
    whole = searched(joined)
    folded = whole.split(_BREAK, hopes_end)
    name, nickname = folded[:2]
    spaced = _NO_LETTERS.sub(" ", name)
    names = f" {name} {nickname}" if spaced == name else f" {name} {nickname} {spaced}"
    tags_at = len(name) + len(nickname) + 2
    notes_at = len(whole) - len(folded[-1]) if len(parts) > hopes_end else len(whole)
    hopes_at = sum(map(len, folded[: len(known)])) + len(known) if hopes_end > len(known) else notes_at
    key = (person.archived_on is not None, name, person.id)
    return _Row(key, person.id, names, whole, tuple(parts), tags_at, hopes_at, notes_at)


def _differing(one: Book, other: Book) -> set[int]:
    """The people of whom two books say, or may say, something else."""
    people: set[int] = set()
    for kind in (Person, Aspiration, Interaction, Offer, Help):
        before, now = one.records[kind.table], other.records[kind.table]
        if before is not now:
            gone = [before[number] for number in before.keys() - now.keys()]
            changed = [record for number, record in now.items() if before.get(number) is not record]
            for record in (*gone, *changed, *(before[record.id] for record in changed if record.id in before)):
                people.update(_people_of(record))
    return people


def _people_of(record: Record) -> tuple[int, ...]:
    match record:
        case Person():
            return (record.id,)
        case Interaction():
            return record.people
        case Aspiration() | Offer() | Help():
            return (record.person,)
    return ()


def _holding(rows: list[_Row], words: Sequence[str]) -> tuple[list[_Row], list[int]]:
    """The rows that hold every word, and for each where in `whole` the weakest of them is met.

    Each text is read once, and nothing but numbers is made of thousands of rows.
    """
    weakest = [0] * len(rows)
    for word in words:
        places = [row.whole.find(word) for row in rows]
        if -1 in places:
            held = [at >= 0 for at in places]
            rows, places, weakest = (
                list(compress(rows, held)),
                list(compress(places, held)),
                list(compress(weakest, held)),
            )
        weakest = list(map(max, weakest, places))
    return rows, weakest


def _ranked(rows: list[_Row], weakest: list[int], words: Sequence[str]) -> Iterable[_Row]:
    """Names that begin with the words, then those in which words begin so, names, tags, aspirations, notes."""
    named = [row for row, at in zip(rows, weakest, strict=False) if at < row.tags_at]
    begins, beginnings = " ".join(("", *words)), [f" {word}" for word in words]

    def rank(row: _Row) -> int:
        if row.names.startswith(begins):
            return 0
        return 1 if all(word in row.names for word in beginnings) else 2

    return chain(
        sorted(named, key=rank),
        [row for row, at in zip(rows, weakest, strict=False) if row.tags_at <= at < row.hopes_at],
        [row for row, at in zip(rows, weakest, strict=False) if row.hopes_at <= at < row.notes_at],
        [row for row, at in zip(rows, weakest, strict=False) if at >= row.notes_at],
    )


# --- sorting -------------------------------------------------------------------------------------


def sorted_people(book: Book, today: date, order: Order) -> list[Person]:
    """The circle by name; quietest first; touched last first; or made last first. People who tie go by name."""
    by_name = sorted(book.circle, key=lambda person: (fold(person.name), person.id))
    keys: dict[Order, Callable[[Person], float]] = {
        "quietest": lambda person: -standing(book, person, today).quietness,
        "last touch": lambda person: -(book.last_touch(person.id) or date.min).toordinal(),
        "newest": lambda person: -person.id,
    }
    return sorted(by_name, key=keys[order]) if order in keys else by_name
