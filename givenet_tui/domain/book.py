"""Book: all records of a file, frozen, with the indexes that the screens ask for.

A change gives the next book; nothing is changed in place. Only the tables and the people that a change
touches are indexed anew, so that the next book costs little more than the copies of a few dictionaries. A table is
indexed when it is first looked up in: a command that prints needs few of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar, cast

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.change import Change
from givenet_tui.domain.check_ins import CheckIn, Snooze
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.settings import ImportRun, Meta, Settings, sane

KINDS_OF_RECORD: tuple[type[Record], ...] = (
    Meta, Settings, Person, Aspiration, Interaction, Objective, Offer, Help, CheckIn, Snooze, ImportRun,
)  # fmt: skip
"""Every kind, in the order in which the file holds the tables."""

R = TypeVar("R", bound=Record)
Table = dict[int, Record]
Key = int | str | date
Index = dict[Key, tuple[int, ...]]


def _led_to(offer: Offer) -> tuple[Key, ...]:
    return (f"to {offer.leads_to}",) if offer.introduces else ()


_KEYS: Mapping[type[Record], Callable[[Any], Iterable[Key]]] = {
    Interaction: lambda interaction: interaction.people,
    Offer: lambda offer: (offer.person, offer.month, *offer.carried_from, *_led_to(offer)),
    Aspiration: lambda aspiration: (aspiration.person,),
    Help: lambda help_: (help_.person,),
    CheckIn: lambda check_in: (check_in.on,),
    Snooze: lambda snooze: (snooze.record,),
}
"""Under what a record is looked up: the people it is about, its month, its day."""


def _no_keys(_record: Record) -> Iterable[Key]:
    return ()


def _keys(record: Record) -> Iterable[Key]:
    return _KEYS.get(type(record), _no_keys)(record)


def _indexed(records: Iterable[Record]) -> Index:
    """The ids of some records of one kind under each of their keys."""
    index: defaultdict[Key, list[int]] = defaultdict(list)
    for record in records:
        for key in _keys(record):
            index[key].append(record.id)
    return {key: tuple(sorted(set(ids))) for key, ids in index.items()}


class Book:
    """All records. The properties and look-ups leave out what lies in the trash; `records` holds everything."""

    __slots__ = ("_index", "_live", "_settings", "_touched", "records")

    def __init__(self, records: Iterable[Record] = ()) -> None:
        """A book of these records, trash included."""
        tables: dict[str, Table] = {kind.table: {} for kind in KINDS_OF_RECORD}
        places = {kind: tables[kind.table] for kind in KINDS_OF_RECORD}
        for record in records:
            places[type(record)][record.id] = record
        self._hold(tables)

    @classmethod
    def of(cls, tables: Mapping[str, Table]) -> "Book":
        """A book of tables whose records stand by their id already. A hundred thousand, when a large one is opened."""
        book = cls.__new__(cls)
        book._hold({kind.table: tables.get(kind.table, {}) for kind in KINDS_OF_RECORD})
        return book

    def _hold(self, tables: Mapping[str, Table]) -> None:
        self.records = tables
        self._live = {
            name: {number: record for number, record in rows.items() if not record.deleted_at}
            for name, rows in tables.items()
        }
        self._index: dict[str, Index] = {}
        self._touched: dict[int, date] | None = None
        self._settings: Settings | None = None

    def apply(self, change: Change) -> "Book":
        """The next book. ValueError when an edit's `before` is not what this book holds: a stale change."""
        book = Book.__new__(Book)
        tables = {edit.table for edit in change.edits}
        book.records = {name: dict(rows) if name in tables else rows for name, rows in self.records.items()}
        book._live = {name: dict(rows) if name in tables else rows for name, rows in self._live.items()}
        known = dict(self._index)  # at one stroke: another thread may index a table meanwhile
        book._index = {name: dict(keys) if name in tables else keys for name, keys in known.items()}
        book._touched = None if self._touched is None else dict(self._touched)
        book._settings = None if Settings.table in tables else self._settings
        for edit in change.edits:
            if self.records[edit.table].get(edit.id) != edit.before:
                raise ValueError(f"{edit.table} {edit.id} is no longer what the change begins from")
            book._put(edit.table, edit.id, edit.after)
        if book._touched is not None:
            for person_id in _people_touched(change):
                book._touch(person_id)
        return book

    def _put(self, table: str, record_id: int, record: Record | None) -> None:
        rows, live, index = self.records[table], self._live[table], self._index.get(table, {})  # {}: none so far
        old = live.get(record_id)
        for key in _keys(old) if old is not None else ():
            index[key] = tuple(known for known in index.get(key, ()) if known != record_id)
        if record is None:
            rows.pop(record_id, None)
        else:
            rows[record_id] = record
        if record is None or record.deleted_at:
            live.pop(record_id, None)
            return
        live[record_id] = record
        for key in _keys(record):
            index[key] = tuple(sorted({*index.get(key, ()), record_id}))

    # --- one record ------------------------------------------------------------------------------

    def find(self, kind: type[R], record_id: int | None) -> R | None:
        """The record of that kind and id, unless it lies in the trash."""
        return cast("R | None", self._live[kind.table].get(record_id or 0))

    def get(self, kind: type[R], record_id: int) -> R:
        """The record of that kind and id; refused when it is gone."""
        record = self.find(kind, record_id)
        if record is None:
            raise Refusal("That is no longer in the book: it was deleted, or another program changed it.")
        return record

    def person(self, person_id: int) -> Person:
        """The person of that id; refused when they are gone."""
        return self.get(Person, person_id)

    @property
    def settings(self) -> Settings:
        """The settings as they are used, or their defaults. What the file says of them is the record itself."""
        if self._settings is None:
            self._settings = sane(self.find(Settings, 1) or Settings(id=1))
        return self._settings

    @property
    def greatest_id(self) -> int:
        """The greatest id in use, trash included; 0 when there is none."""
        return max((max(rows, default=0) for rows in self.records.values()), default=0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was written yet: nobody, and no objective."""
        return not (self._live[Person.table] or self._live[Objective.table])

    # --- many ------------------------------------------------------------------------------------

    def all(self, kind: type[R]) -> Iterable[R]:
        """Every record of a kind outside the trash, in the order of their making or of the file."""
        return cast("Iterable[R]", self._live[kind.table].values())

    @property
    def people(self) -> Mapping[int, Person]:
        """Everyone outside the trash, resting or not."""
        return cast("Mapping[int, Person]", self._live[Person.table])

    @property
    def circle(self) -> list[Person]:
        """Everyone who is neither resting nor in the trash."""
        return [person for person in self.people.values() if person.archived_on is None]

    def _under(self, kind: type[R], key: Key) -> list[R]:
        rows, index = self._live[kind.table], self._index.get(kind.table)
        if index is None:
            index = self._index[kind.table] = _indexed(rows.values())
        return [cast("R", rows[record_id]) for record_id in index.get(key, ())]

    def aspirations_of(self, person_id: int) -> list[Aspiration]:
        """What a person told you, open or not."""
        return self._under(Aspiration, person_id)

    def interactions_of(self, person_id: int) -> list[Interaction]:
        """The touches with a person, in no order of days."""
        return self._under(Interaction, person_id)

    def offers_of(self, person_id: int) -> list[Offer]:
        """The offers to a person, of all months, in the order of their making."""
        return self._under(Offer, person_id)

    def introductions_to(self, person_id: int) -> list[Offer]:
        """The offers that bring somebody else to a person, in the order of their making."""
        offers = (offer for offer in self._under(Offer, f"to {person_id}") if offer.person in self.people)
        return list(offers)

    def help_of(self, person_id: int) -> list[Help]:
        """What came back from a person."""
        return self._under(Help, person_id)

    def offers_in(self, month: str) -> list[Offer]:
        """The offers that stand in a month, or were carried on from it, to people who are there; by id."""
        offers = (offer for offer in self._under(Offer, month) if offer.person in self.people)
        return sorted(offers, key=lambda offer: offer.id)

    def objectives_of(self, year: int) -> list[Objective]:
        """Your objectives of a year, in the order of their making."""
        return sorted((o for o in self.all(Objective) if o.year == year), key=lambda o: o.id)

    def check_in_on(self, day: date) -> CheckIn | None:
        """The day's check-in, if there was one."""
        return min(self._under(CheckIn, day), key=lambda check_in: check_in.id, default=None)

    def snooze_of(self, record_id: int) -> Snooze | None:
        """How a record was put off, past or not."""
        return min(self._under(Snooze, record_id), key=lambda snooze: snooze.id, default=None)

    # --- derived ---------------------------------------------------------------------------------

    def last_touch(self, person_id: int) -> date | None:
        """The latest day you were in touch: an interaction, or an offer done. None: never so far.

        An introduction that is done was one of being in touch with both.
        """
        if self._touched is None:
            self._touched = self._all_touched()
        return self._touched.get(person_id)

    def days_given(self, person_id: int) -> list[date]:
        """The days on which an offer to a person was done, or one that introduced somebody to them; in no order."""
        offers = (*self.offers_of(person_id), *self._under(Offer, f"to {person_id}"))
        return [offer.done_on for offer in offers if offer.done_on]

    def _all_touched(self) -> dict[int, date]:
        touched: dict[int, date] = {}
        for interaction in self.all(Interaction):
            for person_id in interaction.people:
                if person_id not in touched or touched[person_id] < interaction.on:
                    touched[person_id] = interaction.on
        for offer in self.all(Offer):
            done = offer.done_on
            for person_id in offer.for_whom if done else ():
                if done and (person_id not in touched or touched[person_id] < done):
                    touched[person_id] = done
        return touched

    def _touch(self, person_id: int) -> None:
        assert self._touched is not None  # noqa: S101
        days = [interaction.on for interaction in self.interactions_of(person_id)]
        days += self.days_given(person_id)
        if days:
            self._touched[person_id] = max(days)
        else:
            self._touched.pop(person_id, None)


def _people_touched(change: Change) -> set[int]:
    """The people whose last touch a change may have moved."""
    people: set[int] = set()
    for edit in change.edits:
        for record in (edit.before, edit.after):
            if isinstance(record, Interaction):
                people.update(record.people)
            elif isinstance(record, Offer):
                people.update(record.for_whom)
    return people
