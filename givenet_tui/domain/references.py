"""References: which fields of a record name other records, and what is left of it when those are gone."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.check_ins import CheckIn, Snooze
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import ImportRun


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

_NAMED_BY: dict[str, Callable[[Any], Iterable[int]]] = {
    "people": lambda people: people,
    "records": lambda records: records,
    "asked": lambda asked: (asking.person for asking in asked),
    "handled": lambda handled: (id_ for line in handled for id_ in (line.person, line.record)),
}


class Named(NamedTuple):
    """A record that another one names: in which field, of which kinds it may be, its id."""

    field: str
    kinds: tuple[type[Record], ...]
    id: int


def references(record: Record) -> Iterable[Named]:
    """The records that this one names; 0 is nobody."""
    for reference in REFERENCES.get(type(record), ()):
        value = getattr(record, reference.field)
        for id_ in _ids(reference.field, value):
            if id_:
                yield Named(reference.field, reference.kinds, id_)


def _ids(field: str, value: Any) -> Iterable[int]:
    if field in _NAMED_BY:
        return _NAMED_BY[field](value)
    return () if value is None else (value,)


def without(record: Record, gone: Collection[int]) -> Record | None:
    """The record without its references to what is `gone`; None when it is nothing without them.

    A touch goes with the last of its people, an import with the last of its records.
    """
    for reference in REFERENCES.get(type(record), ()):
        value = getattr(record, reference.field)
        if not any(id_ in gone for id_ in _ids(reference.field, value)):
            continue
        left = tuple(item for item in value if not _names(item, gone)) if isinstance(value, tuple) else None
        if reference.owner and not left:
            return None
        record = changed(record, **{reference.field: left}, **_beside(record, gone))
    return record


def _beside(record: Record, gone: Collection[int]) -> dict[str, Any]:
    """What stands beside a list of references, one for each, and goes with them."""
    if not isinstance(record, ImportRun):
        return {}
    pairs = zip(record.records, record.prints, strict=False)
    return {"prints": tuple(print_ for id_, print_ in pairs if id_ not in gone)}


def _names(item: Any, gone: Collection[int]) -> bool:
    """Whether an item of a list names someone or something that is gone."""
    if isinstance(item, int):
        return item in gone
    return item.person in gone or getattr(item, "record", 0) in gone
