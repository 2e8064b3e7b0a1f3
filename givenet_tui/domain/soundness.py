"""Soundness: what is wrong with the records of a book, and the change that mends what needs no guessing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import PART_NAMES, standing_twice
from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.natural_keys import doubles, united
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.references import IsGone, Key, missing_from, references, without

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


def flaws(book: Book, hidden: Collection[Key] = (), fuller: Collection[Key] = ()) -> tuple[Flaw, ...]:
    """Everything that is wrong, table by table. `hidden` is what stands in the file and cannot be read.

    `fuller` are records that hold more in the file than we know of: what would take them away is not done.
    """
    return (*_of_records(book, missing_from(book, hidden), fuller), *_of_places(book), *_of_keys(book, fuller))


def _of_records(book: Book, is_nobody: IsGone, fuller: Collection[Key]) -> Iterator[Flaw]:
    for kind in KINDS_OF_RECORD:
        for record in book.records[kind.table].values():
            gone = [named for named in references(record) if is_nobody(named)]
            if gone:
                listed = ", ".join(f"{named.field} {named.id}" for named in gone[:_MOST_LISTED])
                more = f" and {len(gone) - _MOST_LISTED:,} more" if len(gone) > _MOST_LISTED else ""
                said = f"names what is not in the book: {listed}{more}"
                yield Flaw(record.table, record.id, said, _may_go(record, is_nobody, fuller))
            if isinstance(record, Offer) and record.steps and record.steps[-1].status != record.status:
                last = record.steps[-1].status
                yield Flaw(record.table, record.id, f"its status is {record.status}, but its last step is {last}")
            if isinstance(record, Person) and not record.name.strip():
                yield Flaw(record.table, record.id, "has no name: give it one with `e` in the app", False)


def _of_places(book: Book) -> Iterator[Flaw]:
    """A person stands once in each part of a month. Which of two offers it is to be, only the user knows."""
    for first, *others in standing_twice(book):
        for other in others:
            where = f"“{PART_NAMES[other.part]}” of {other.month}"
            said = f"is the second of person {other.person} in {where}: {first.id} is the first; let one of them go"
            yield Flaw(other.table, other.id, said, False)


def _of_keys(book: Book, fuller: Collection[Key]) -> Iterator[Flaw]:
    for first, *others in doubles(book):
        what = "day" if first.table == "check_ins" else "record"
        for other in others:
            said = f"is the second of its {what}: {first.id} is the first"
            yield Flaw(other.table, other.id, said, (other.table, other.id) not in fuller)


def _may_go(record: Record, is_nobody: IsGone, fuller: Collection[Key]) -> bool:
    if without(record, is_nobody) is not None:
        return True
    return not isinstance(record, _HOLDS_WORDS) and (record.table, record.id) not in fuller


def mended(book: Book, hidden: Collection[Key] = (), fuller: Collection[Key] = ()) -> Change:
    """The change that mends what can be mended without guessing; an empty one when there is nothing."""
    is_nobody = missing_from(book, hidden)
    edits: dict[tuple[str, int], Edit] = {}
    for kind in KINDS_OF_RECORD:
        for record in book.records[kind.table].values():
            after = _mended(record, is_nobody, fuller)
            if after is not record:
                edits[record.table, record.id] = Edit(record, after)
    for first, *others in doubles(book):
        going = [other for other in others if (other.table, other.id) not in fuller]
        if going:
            edits[first.table, first.id] = Edit(first, _mended(united((first, *going)), is_nobody, fuller))
        for other in going:
            edits[other.table, other.id] = Edit(other, None)
    return Change("The book was mended", tuple(edits.values()))


def _mended(record: Record, is_nobody: IsGone, fuller: Collection[Key]) -> Record | None:
    if _may_go(record, is_nobody, fuller):
        left = without(record, is_nobody)
        if left is None:
            return None
        record = left
    if isinstance(record, Offer) and record.steps and record.steps[-1].status != record.status:
        return changed(record, status=record.steps[-1].status)
    return record
