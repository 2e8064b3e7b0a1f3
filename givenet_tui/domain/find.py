"""Find people by name, tag and aspiration, whatever the accents and capitals; and sort them.

A finder is built once for a book and carried along with its changes. A query narrows the rows word by word,
each word by one `in` over everything known of a person: only those that are left are looked at more closely.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable
from datetime import date
from typing import Literal, NamedTuple

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import standing

Where = Literal["name", "tag", "aspiration"]
Order = Literal["name", "quietest", "last touch", "newest"]

_BREAK = "\x1f"  # parts what is known of a person in one string; `split` takes it for a space in a query
_LATIN_MARKS = re.compile("[\u0300-\u036f]+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_NO_LETTERS = re.compile(r"[^\w\s]")
_UNDECOMPOSED = re.compile("[øłđðıæœ]")
_AT_ONCE = 200  # a change of more people than this is quicker indexed afresh


def fold(text: str) -> str:
    """The text without accents and capitals, so that `lukasz` finds Łukasz."""
    if text.isascii():
        return text.lower()
    text = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", text))
    if text.isascii():  # nearly always: this way is twice as quick
        return text.lower()
    for mark in filter(unicodedata.combining, set(text)):
        text = text.replace(mark, "")
    text = text.casefold()
    return text.translate(_LETTERS) if _UNDECOMPOSED.search(text) else text


class Found(NamedTuple):
    """A person who fits a query, where the weakest of its words was met, and the text it was met in."""

    person_id: int
    where: Where
    hit: str


class _Row(NamedTuple):
    """What is known of a person, folded: `whole` holds all of it, to say no quickly."""

    key: tuple[bool, str, int]
    """Resting people last, then by name."""
    found: Found
    """The answer when the name holds every word."""
    names: str
    """Name and nickname, each after a space, so that ` word` is the beginning of a word."""
    whole: str
    parts: tuple[str, ...]
    """The parts of `whole` as they are written: name, nickname, organization, tags, aspirations."""
    hopes_at: int
    """Where in `whole` the aspirations begin."""


class PeopleFinder:
    """Finds people in one book. `updated` gives the finder of the next book for the price of what changed."""

    __slots__ = ("_everyone", "_rows")

    def __init__(self, book: Book) -> None:
        """Index everyone of the book, resting or not."""
        texts: dict[int, list[str]] = {}
        for aspiration in book.all(Aspiration):
            texts.setdefault(aspiration.person, []).append(aspiration.text)
        self._set(sorted(_row(person, texts.get(person.id, ())) for person in book.people.values()))

    def _set(self, rows: list[_Row]) -> None:
        self._rows = rows
        self._everyone: list[Found] | None = None

    def updated(self, book: Book, change: Change) -> "PeopleFinder":
        """The finder of `book`, which is this finder's book after `change`."""
        people = _people_of(change)
        if not people:
            return self
        if len(people) > _AT_ONCE:
            return PeopleFinder(book)
        rows = [row for row in self._rows if row.found.person_id not in people]
        for person_id in people & book.people.keys():
            texts = [aspiration.text for aspiration in book.aspirations_of(person_id)]
            row = _row(book.people[person_id], texts)
            rows.insert(bisect_left(rows, row.key, key=lambda other: other.key), row)
        finder = PeopleFinder.__new__(PeopleFinder)
        finder._set(rows)
        return finder

    def find(self, query: str, among: Container[int] | None = None) -> list[Found]:
        """Everyone in whom each word of the query is met, best first, the circle before those who rest.

        An empty query gives the circle by name. `among` narrows to some people: terms such as `tag:work`
        are made into such a set by whoever reads them, and leave the plain words to this.
        """
        words = fold(query).split()
        if not words and among is None:
            return list(self._circle())
        rows = self._rows
        if among is not None:
            rows = [row for row in rows if row.found.person_id in among]
        for word in words:
            rows = [row for row in rows if word in row.whole]
        if not words:
            return [row.found for row in rows]
        resting = bisect_left(rows, (True,), key=lambda row: row.key[:1])
        return _ranked(rows[:resting], words) + _ranked(rows[resting:], words)

    def _circle(self) -> list[Found]:
        if self._everyone is None:
            self._everyone = [row.found for row in self._rows if not row.key[0]]
        return self._everyone


def _row(person: Person, aspirations: Iterable[str]) -> _Row:
    known = (person.name, person.nickname, person.organization, *person.tags)
    parts = (*known, *aspirations)
    joined = _BREAK.join(parts)
    if joined.count(_BREAK) >= len(parts):
        joined = _BREAK.join(part.replace(_BREAK, " ") for part in parts)
    whole = fold(joined)
    folded = whole.split(_BREAK, len(known))
    name, nickname = folded[:2]
    spaced = _NO_LETTERS.sub(" ", name)
    names = f" {name} {nickname}" if spaced == name else f" {name} {nickname} {spaced}"
    hopes_at = len(whole) - len(folded[-1]) if len(parts) > len(known) else len(whole)
    key = (person.archived_on is not None, name, person.id)
    return _Row(key, Found(person.id, "name", person.name), names, whole, parts, hopes_at)


def _people_of(change: Change) -> set[int]:
    """Whose row a change may have altered."""
    people: set[int] = set()
    for edit in change.edits:
        for record in (edit.before, edit.after):
            if isinstance(record, Person):
                people.add(record.id)
            elif isinstance(record, Aspiration):
                people.add(record.person)
    return people


def _ranked(rows: list[_Row], words: list[str]) -> list[Found]:
    """Rows that hold every word: names that begin so, then word beginnings, names, tags, aspirations."""
    beginnings = [f" {word}" for word in words]
    begins = " ".join(("", *words))
    prefix, beginning, inside, elsewhere = [], [], [], []
    for row in rows:
        names = row.names
        if names.startswith(begins):
            prefix.append(row.found)
            continue
        for word in beginnings:
            if word not in names:
                break
        else:
            beginning.append(row.found)
            continue
        for word in words:
            if word not in names:
                elsewhere.append(row)
                break
        else:
            inside.append(row.found)
    return [*prefix, *beginning, *inside, *_elsewhere(elsewhere, words)]


def _elsewhere(rows: list[_Row], words: list[str]) -> list[Found]:
    """Where those words were met that the name does not hold; an aspiration is named before a tag."""
    tagged: list[Found] = []
    hoped: list[Found] = []
    for _, found, names, whole, parts, hopes_at in rows:
        met = 0
        for word in words:
            if word not in names:
                at = whole.find(word)
                if at >= hopes_at:
                    hoped.append(Found(found[0], "aspiration", parts[whole.count(_BREAK, 0, at)]))
                    break
                met = met or at
        else:
            tagged.append(Found(found[0], "tag", parts[whole.count(_BREAK, 0, met)]))
    return tagged + hoped


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
