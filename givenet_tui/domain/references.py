"""References: which fields of a record name other records, and what is left of it when those are gone.

A record is its table and its id: the ids that stock TinyDB gives count from 1 in every table.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn, Handled, Snooze
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.merge_fields import together
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import OtherVersion, R, Record, changed
from givenet_tui.domain.settings import ImportRun

Key = tuple[str, int]
"""Which record: its table and its id."""


def key_of(record: Record) -> Key:
    """Which record this is."""
    return record.table, record.id


class Reference(NamedTuple):
    """A field that names a record of one of several kinds. An `owner` is one without which the record is nothing."""

    field: str
    kinds: tuple[type[Record], ...]
    owner: bool = False


_PEOPLE = (Person,)
_ANY_LINE = (Offer, Person, Aspiration)

REFERENCES: dict[type[Record], tuple[Reference, ...]] = {
    Person: (Reference("introduced_by", _PEOPLE),),
    Aspiration: (Reference("person", _PEOPLE, owner=True),),
    Interaction: (Reference("people", _PEOPLE, owner=True),),
    Offer: (
        Reference("person", _PEOPLE, owner=True),
        Reference("serves", (Aspiration,)),
        Reference("objective", (Objective,)),
        Reference("introduces", _PEOPLE),
        Reference("asked", _PEOPLE),
    ),
    Help: (
        Reference("person", _PEOPLE, owner=True),
        Reference("offer", (Offer,)),
        Reference("objective", (Objective,)),
    ),
    CheckIn: (Reference("handled", _ANY_LINE),),
    Snooze: (Reference("record", _ANY_LINE, owner=True),),
    ImportRun: (Reference("records", (*_ANY_LINE, Interaction, Objective, Help), owner=True),),
}
"""By kind; a kind that is missing names no others."""


class Named(NamedTuple):
    """A record that another one names: in which field, of which kinds it may be, its id."""

    field: str
    kinds: tuple[type[Record], ...]
    id: int

    @property
    def keys(self) -> list[Key]:
        """What it may be. Of several kinds only the book can tell, and where one id stands in several tables nobody."""
        return [(kind.table, self.id) for kind in self.kinds]


IsGone = Callable[[Named], bool]


def references(record: Record) -> Iterator[Named]:
    """The records that this one names; 0 is nobody."""
    for reference in REFERENCES.get(type(record), ()):
        for item in _items(getattr(record, reference.field)):
            yield from _of(reference, item)


def _items(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _of(reference: Reference, item: Any) -> Iterable[Named]:
    """Whom one item of a field names. A line of the agenda names its person, and what it is about."""
    if isinstance(item, int):
        named = [Named(reference.field, reference.kinds, item)]
    else:
        named = [Named(reference.field, _PEOPLE, item.person)]
        if isinstance(item, Handled):
            named.append(Named(reference.field, reference.kinds, item.record))
    return [one for one in named if one.id]


def owners(record: Record) -> set[Key]:
    """To whom a record belongs for sure: what may be of several kinds belongs to none of them."""
    owning = [reference for reference in REFERENCES.get(type(record), ()) if reference.owner]
    return {
        (reference.kinds[0].table, id_)
        for reference in owning
        if len(reference.kinds) == 1
        for id_ in _items(getattr(record, reference.field))
    }


# --- what is gone --------------------------------------------------------------------------------


def missing_from(book: Book, hidden: Collection[Key] = ()) -> IsGone:
    """Whether a name is that of nobody in a book. `hidden` is in the file all the same, and cannot be read."""

    def is_missing(named: Named) -> bool:
        return not any(named.id in book.records[kind.table] for kind in named.kinds) and not (
            hidden and any(key in hidden for key in named.keys)
        )

    return is_missing


def gone_with(book: Book, going: Collection[Key]) -> IsGone:
    """Whether a name will be that of nobody once these have left the book; `going` may grow meanwhile.

    An id that stands in several tables is somebody as long as one of them stays: rather keep a name than lose it.
    """

    def is_gone(named: Named) -> bool:
        keys = named.keys
        return any(key in going for key in keys) and not any(
            id_ in book.records[table] and (table, id_) not in going for table, id_ in keys
        )

    return is_gone


def without(record: Record, is_gone: IsGone) -> Record | None:
    """The record without the names of those who are gone, itself if it has none; None when it is nothing without them.

    A touch goes with the last of its people, an import with the last of its records.
    """
    for reference in REFERENCES.get(type(record), ()):
        value = getattr(record, reference.field)
        items = _items(value)
        stays = [not any(is_gone(named) for named in _of(reference, item)) for item in items]
        if all(stays):
            continue
        left = tuple(item for item, kept in zip(items, stays, strict=True) if kept)
        if reference.owner and not left:
            return None
        fields: dict[str, Any] = {reference.field: left if isinstance(value, tuple) else None}
        if isinstance(record, ImportRun):  # what stands beside its list, one for each
            fields["prints"] = tuple(one for one, kept in zip(record.prints, stays, strict=False) if kept)
        record = changed(record, **fields)
    return record


# --- another person in the place of one ----------------------------------------------------------


def renamed(record: R, book: Book, gone: int, stays: int) -> R:
    """The record with one person's name in the place of another's, wherever it stands; itself if it stands nowhere.

    Of an id that stands in other tables as well, a field of several kinds may mean somebody else: that name is left.
    """
    fields: dict[str, Any] = {}
    for reference in REFERENCES.get(type(record), ()):
        if Person not in reference.kinds:
            continue
        is_sure = not any(gone in book.records[kind.table] for kind in reference.kinds if kind is not Person)
        value = getattr(record, reference.field)
        items = tuple(_renamed(item, gone, stays, is_sure) for item in _items(value))
        if isinstance(value, tuple):  # one name twice is one
            fields[reference.field] = together(reference.field, items, items, items) if items != value else value
        elif items:
            fields[reference.field] = items[0]
    named = {one.field for one in REFERENCES.get(type(record), ()) if one.kinds == _PEOPLE}
    versions = tuple(_version_renamed(one, named, gone, stays) for one in record.other_versions)
    now = changed(record, other_versions=versions, **fields)
    return record if now == record else now


def _renamed(item: Any, gone: int, stays: int, is_sure: bool) -> Any:
    if isinstance(item, int):
        return stays if item == gone and is_sure else item
    fields = {"person": stays} if item.person == gone else {}
    if isinstance(item, Handled) and item.record == gone and is_sure:
        fields["record"] = stays
    return msgspec.structs.replace(item, **fields)


def _version_renamed(version: OtherVersion, names: Collection[str], gone: int, stays: int) -> OtherVersion:
    is_theirs = version.field in names and type(version.value) is int and version.value == gone
    return msgspec.structs.replace(version, value=stays) if is_theirs else version
