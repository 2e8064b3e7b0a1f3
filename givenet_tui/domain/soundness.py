"""Soundness: what is wrong with the records of a book, and the change that mends what needs no guessing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.natural_keys import doubles, united
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.references import references, without

Place = tuple[str, int]
"""A record's table and id."""
_MOST_LISTED = 5
_HOLDS_WORDS = (Aspiration, Offer, Help, Interaction)
"""Kinds that stay in the book although whom they are about is gone: only the user knows who it was."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a record, in words that stand after its table and id; whether it needs no guessing."""

    table: str
    id: int
    sentence: str
    can_be_mended: bool = True


def flaws(book: Book, hidden: Collection[int] = (), fuller: Collection[Place] = ()) -> tuple[Flaw, ...]:
    """Everything that is wrong, table by table. `hidden` are ids that stand in the file and cannot be read.

    `fuller` are records that hold more in the file than we know of: what would take them away is not done.
    """
    return (*_of_records(book, hidden, fuller), *_of_keys(book, fuller))


def _of_records(book: Book, hidden: Collection[int], fuller: Collection[Place]) -> Iterator[Flaw]:
    nobodies = _nobodies(book, hidden)
    for kind in KINDS_OF_RECORD:
        for record in book.records[kind.table].values():
            gone = _names_nobody(record, nobodies)
            if gone:
                listed = ", ".join(f"{field} {id_}" for field, id_ in gone[:_MOST_LISTED])
                more = f" and {len(gone) - _MOST_LISTED:,} more" if len(gone) > _MOST_LISTED else ""
                said = f"names what is not in the book: {listed}{more}"
                yield Flaw(record.table, record.id, said, _may_go(record, nobodies, fuller))
            if isinstance(record, Offer) and record.steps and record.steps[-1].status != record.status:
                last = record.steps[-1].status
                yield Flaw(record.table, record.id, f"its status is {record.status}, but its last step is {last}")
            if isinstance(record, Person) and not record.name.strip():
                yield Flaw(record.table, record.id, "has no name: give it one with `e` in the app", False)


def _of_keys(book: Book, fuller: Collection[Place]) -> Iterator[Flaw]:
    for first, *others in doubles(book):
        what = "day" if first.table == "check_ins" else "record"
        for other in others:
            said = f"is the second of its {what}: {first.id} is the first"
            yield Flaw(other.table, other.id, said, (other.table, other.id) not in fuller)


def _nobodies(book: Book, hidden: Collection[int]) -> set[tuple[str, int]]:
    """What is named and not there: the field's kinds by their tables, and the id."""
    every = (record for rows in book.records.values() for record in rows.values())
    return {
        (named.field, named.id)
        for record in every
        for named in references(record)
        if named.id not in hidden and not any(named.id in book.records[kind.table] for kind in named.kinds)
    }


def _names_nobody(record: Record, nobodies: set[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(named.field, named.id) for named in references(record) if (named.field, named.id) in nobodies]


def _left(record: Record, nobodies: set[tuple[str, int]]) -> Record | None:
    """The record without the names of nobody; an id may be somebody in another of its fields."""
    gone = {id_ for _, id_ in _names_nobody(record, nobodies)}
    return without(record, gone)


def _may_go(record: Record, nobodies: set[tuple[str, int]], fuller: Collection[Place]) -> bool:
    if _left(record, nobodies) is not None:
        return True
    return not isinstance(record, _HOLDS_WORDS) and (record.table, record.id) not in fuller


def mended(book: Book, hidden: Collection[int] = (), fuller: Collection[Place] = ()) -> Change:
    """The change that mends what can be mended without guessing; an empty one when there is nothing."""
    nobodies = _nobodies(book, hidden)
    edits: dict[tuple[str, int], Edit] = {}
    for kind in KINDS_OF_RECORD:
        for record in book.records[kind.table].values():
            after = _mended(record, nobodies, fuller)
            if after is not record:
                edits[record.table, record.id] = Edit(record, after)
    for first, *others in doubles(book):
        going = [other for other in others if (other.table, other.id) not in fuller]
        if going:
            edits[first.table, first.id] = Edit(first, _mended(united((first, *going)), nobodies, fuller))
        for other in going:
            edits[other.table, other.id] = Edit(other, None)
    return Change("The book was mended", tuple(edits.values()))


def _mended(record: Record, nobodies: set[tuple[str, int]], fuller: Collection[Place]) -> Record | None:
    if _names_nobody(record, nobodies) and _may_go(record, nobodies, fuller):
        left = _left(record, nobodies)
        if left is None:
            return None
        record = left
    if isinstance(record, Offer) and record.steps and record.steps[-1].status != record.status:
        return changed(record, status=record.steps[-1].status)
    return record
