"""Merge: what two writers made of one book, put together. It knows nothing of processes: it serves two machines too.

A record that one side changed is taken from there; one that both changed is merged field by field. A delete against
an edit keeps the edit. The sides may be swapped, and no text that either wrote is lost.
"""

from collections.abc import Iterable

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.merge_fields import merged
from givenet_tui.domain.natural_keys import doubles, natural_key, united
from givenet_tui.domain.records import Record
from givenet_tui.domain.references import Key, missing_from, references

NAME = "merged"


def merge(base: Book, ours: Book, theirs: Book) -> Book:
    """What `ours` and `theirs` became together, since both were `base`."""
    book = ours.apply(Change(NAME, tuple(_differing(base, ours, theirs))))
    kept = tuple(_still_named(ours, theirs, book))
    while kept:
        book = book.apply(Change(NAME, kept))
        kept = tuple(_still_named(ours, theirs, book))
    return book.apply(Change(NAME, tuple(_made_one(ours, theirs, book))))


def record_merged(base: Record | None, ours: Record | None, theirs: Record | None) -> Record | None:
    """One record; None where it is not there, or was taken out of the book."""
    if ours is theirs or theirs in (ours, base):
        return ours
    if ours == base or ours is None:
        return theirs
    return ours if theirs is None else merged(base, ours, theirs)


def _differing(base: Book, ours: Book, theirs: Book) -> Iterable[Edit]:
    """What has to be done to `ours`."""
    for table, here in ours.records.items():
        there, was = theirs.records[table], base.records[table]
        if here is there or there is was:
            continue
        for id_ in {**here, **there}:
            mine = here.get(id_)
            yours = there.get(id_)
            if mine is yours:
                continue
            record = record_merged(was.get(id_), mine, yours)
            if record is not mine and record != mine:
                yield Edit(mine, record)


def _still_named(ours: Book, theirs: Book, book: Book) -> Iterable[Edit]:
    """What one side took out of the book for good while the other went on to name it: that stays.

    Where its id is somebody in another table as well, the name may be theirs: then it is not called back.
    """
    named: dict[Key, Record] = {}
    is_missing = missing_from(book)
    for side, other in ((ours, theirs), (theirs, ours)):
        gone = {
            (table, id_): record
            for table, rows in other.records.items()
            if rows is not side.records[table]
            for id_, record in rows.items()
            if id_ not in side.records[table] and id_ not in book.records[table]
        }
        for record in _unknown_to(side, book) if gone else ():
            for reference in references(record):
                if is_missing(reference):
                    named |= {key: gone[key] for key in reference.keys if key in gone}
    return [Edit(None, named[key]) for key in sorted(named)]


def _unknown_to(side: Book, book: Book) -> Iterable[Record]:
    """The records of a book that this side does not know, or not so."""
    return (
        record
        for table, rows in book.records.items()
        for id_, record in rows.items()
        if side.records[table].get(id_) != record
    )


def _made_one(ours: Book, theirs: Book, book: Book) -> Iterable[Edit]:
    """Records of one natural key that the two sides made apart."""
    for records in doubles(book):
        if any(all(_has_key_of(one, side) for one in records) for side in (ours, theirs)):
            continue  # they were two before, on one side already
        first, *others = records
        yield Edit(first, united(records))
        yield from (Edit(other, None) for other in others)


def _has_key_of(record: Record, side: Book) -> bool:
    """Whether the record has the same natural key on a side."""
    there = side.records[record.table].get(record.id)
    return there is not None and natural_key(there) == natural_key(record)
