"""Find in everything: people, what they told you, touches, offers, help, your objectives, your reflections.

Names come before tags, tags before aspirations, these before notes; of equals the newer first. A record is found by
its own words; the names of its people may help: `ada school` finds what Ada said of the school, and `ada grace` what
the two have in common, but `ada` no more than Ada.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import Literal, NamedTuple

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import latest_day
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.days import short
from givenet_tui.domain.find import PeopleFinder, Where
from givenet_tui.domain.folding import searched
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.query import Query
from givenet_tui.domain.records import Record
from givenet_tui.domain.rhythm import made_on
from givenet_tui.domain.timeline import CHANNEL_NAMES

What = Literal["person", "told", "touch", "offer", "help", "objective", "reflection"]
RANKS: tuple[Where, ...] = ("name", "tag", "aspiration", "note")

_BREAK = "\x1f"  # stands before each name; nobody types it, since it parts words


class Hit(NamedTuple):
    """A record in which the words were met: what it is, where they stand, in which text, of which day, with whom."""

    what: What
    where: Where
    record: Record
    text: str
    on: date
    people: tuple[int, ...]

    @property
    def kind(self) -> str:
        """What was found, in a word or two."""
        match self.record:
            case Aspiration(kind=kind):
                return kind
            case Interaction(channel=channel):
                return CHANNEL_NAMES[channel]
        if self.what == "person" and self.where == "note":
            return "notes"
        return {"help": "came back", "objective": "my objective"}.get(self.what, self.what)

    def who(self, book: Book) -> str:
        """With whom, or of whom, it is."""
        return ", ".join(book.people[number].name for number in self.people if number in book.people)

    def day(self, today: date) -> str:
        """Of which day it is; of an objective the year. When someone came into the book says nothing."""
        if isinstance(self.record, Objective):
            return str(self.record.year)
        return "" if self.what == "person" or self.on == date.min else short(self.on, today)


class _Row(NamedTuple):
    """A text that is looked through: `whole` is folded, the names of the people behind it."""

    hit: Hit
    whole: str
    names_at: int
    """Where in `whole` the text itself ends."""


class Everything:
    """An index of one book, in the order in which it answers: once there is enough, nothing more is looked through."""

    __slots__ = ("_book", "_rows")

    def __init__(self, book: Book) -> None:
        """Fold all that was written. Of a large book this takes a while: off the event loop."""
        self._book = book
        names = {number: searched(_names(person)) for number, person in book.people.items()}
        self._rows: dict[Where, list[_Row]] = {where: [] for where in RANKS}
        days: dict[date, list[Hit]] = {}
        for hit in chain(_of_people(book), _told(book), _notes(book)):
            days.setdefault(hit.on, []).append(hit)
        for day in sorted(days, reverse=True):  # one sort of all of them would hold up every other thread
            for hit in sorted(days[day], key=_made_last, reverse=True):
                self._rows[hit.where].append(_row(hit, names))

    def moved_to(self, book: Book) -> "Everything":
        """The index of another book."""
        return self if book is self._book else Everything(book)

    def find(self, query: Query, people: PeopleFinder, today: date, most: int | None = None) -> list[Hit]:
        """What the words are met in, best first, at most so much; terms narrow it to what is about those people.

        Terms alone find the people.
        """
        if query.is_empty:
            return []
        words, among = query.words, people.who(query.terms, today)
        named: Iterable[_Row] = _fitting(self._rows["name"], words)
        if words:
            named = sorted(named, key=lambda row: f" {words[0]}" not in row.whole)
        others = (row for where in RANKS[1:] for row in _fitting(self._rows[where], words)) if words else ()
        hits = (row.hit for row in chain(named, others))
        return list(islice(_once(hit for hit in hits if among is None or not among.isdisjoint(hit.people)), most))


def _once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Each person once, where they are met best."""
    seen: set[int] = set()
    for hit in hits:
        if hit.what == "person":
            if hit.record.id in seen:
                continue
            seen.add(hit.record.id)
        yield hit


def _fitting(rows: Iterable[_Row], words: Sequence[str]) -> Iterable[_Row]:
    """The rows that hold every word, but for those that hold none themselves while one name holds them all."""
    held = rows
    for word in words:
        held = _holding(held, word)
    return (row for row in held if _is_met(row, words)) if words else held


def _holding(rows: Iterable[_Row], word: str) -> Iterable[_Row]:
    return (row for row in rows if word in row.whole)


def _is_met(row: _Row, words: Sequence[str]) -> bool:
    if any(row.whole.find(word, 0, row.names_at) >= 0 for word in words):
        return True
    return not any(all(word in name for word in words) for name in row.whole[row.names_at :].split(_BREAK))


def _row(hit: Hit, names: Mapping[int, str]) -> _Row:
    text = " " + searched(hit.text)
    behind = "" if hit.where == "name" else "".join(f"{_BREAK} {names[person]}" for person in hit.people)
    return _Row(hit, text + behind, len(text))


def _names(person: Person) -> str:
    return f"{person.name}\n{person.nickname}" if person.nickname else person.name


def _made_last(hit: Hit) -> int:
    return hit.record.id


# --- what there is -------------------------------------------------------------------------------


def _made(record: Record) -> date:
    return made_on(record.created_at) or date.min


def _of_people(book: Book) -> Iterator[Hit]:
    for person in book.people.values():
        on, one = _made(person), (person.id,)
        yield Hit("person", "name", person, _names(person), on, one)
        tags = " · ".join(filter(None, (*person.facts, *(f"#{tag}" for tag in person.tags))))
        if tags:
            yield Hit("person", "tag", person, tags, on, one)
        if person.about:
            yield Hit("person", "note", person, person.about, on, one)


def _told(book: Book) -> Iterator[Hit]:
    for told in book.all(Aspiration):
        if told.person in book.people:
            yield Hit("told", "aspiration", told, told.words, told.heard_on or _made(told), (told.person,))


def _notes(book: Book) -> Iterator[Hit]:
    """Touches, offers and help of those who are there; what is one's own."""
    people = book.people
    for touch in book.all(Interaction):
        there = tuple(number for number in touch.people if number in people)
        if there and touch.text:
            yield Hit("touch", "note", touch, touch.text, touch.on, there)
    for offer in book.all(Offer):
        if offer.person in people and (offer.what or offer.outcome):
            text = f"{offer.what}\n{offer.outcome}" if offer.outcome else offer.what
            yield Hit("offer", "note", offer, text, latest_day(offer), (offer.person,))
    for back in book.all(Help):
        if back.person in people:
            yield Hit("help", "note", back, back.text, back.on, (back.person,))
    for objective in book.all(Objective):
        yield Hit("objective", "note", objective, objective.text, _made(objective), ())
    for check_in in book.all(CheckIn):
        if check_in.reflection:
            yield Hit("reflection", "note", check_in, check_in.reflection, check_in.on, ())
