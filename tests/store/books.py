"""What the tests of the store share: a full record of each kind, every kind's strategies, and a few shorthands."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from givenet_tui.domain.aspirations import Aspiration, Earlier
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.check_ins import CheckIn, Handled, Snooze
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Asking, Offer, Step
from givenet_tui.domain.people import Labelled, Person, Source
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import ImportRun, Meta, Settings
from givenet_tui.store.store import FileStore
from tests.factories import MADE, TODAY
from tests.hostile import HOSTILE

SAMPLES: tuple[Record, ...] = (
    Meta(id=1, schema=1, file_id="f" * 32),
    Settings(id=1, slots_per_part=4, rhythms={"mentor": 30}, questions={"goal": ["What would help?"]}, favours=("a",)),
    Person(
        id=2,
        created_at=MADE,
        name="Ada Lovelace",
        emails=(Labelled("ada@example.org", "work"), Labelled("ada@example.com")),
        birthday=Birthday(12, 10, 1815),
        met_on=TODAY,
        tags=("maths", "poetry"),
        rhythm_days=0,
        sources=(Source("vcard", "urn:1"),),
        extra={"X-PET": ["Puff", {"kind": "cat", "weight": 4.5}]},
    ),
    Aspiration(id=3, created_at=MADE, person=2, kind="dream", text="fly", earlier=(Earlier("walk", TODAY),)),
    Interaction(id=4, created_at=MADE, people=(2,), on=TODAY, channel="letter", text="about Note G"),
    Objective(id=5, created_at=MADE, year=2026, text="publish the compiler book"),
    Offer(
        id=6,
        created_at=MADE,
        person=2,
        month="2026-11",
        part="raise_up",
        status="offered",
        steps=(Step("drafted", TODAY), Step("offered", TODAY)),
        what="read the proofs",
        asked=(Asking(2, "yes", TODAY),),
        carried_from=("2026-10",),
    ),
    Help(id=7, created_at=MADE, person=2, on=TODAY, text="an introduction"),
    CheckIn(id=8, created_at=MADE, on=TODAY, handled=(Handled("promised", 2, 6, "done"),), reflection="slow"),
    Snooze(id=9, created_at=MADE, record=2, until=date(2026, 12, 1)),
    ImportRun(id=10, created_at=MADE, source="vcard", on=TODAY, records=(2, 3)),
)
"""One of each kind."""
PERSON = SAMPLES[2]
assert isinstance(PERSON, Person)


def now() -> str:
    """The instant at which the tests' stores write."""
    return "2026-11-22T10:00:00.000Z"


def opened(path: Path) -> FileStore:
    """The store of a file."""
    return FileStore.open(path, now)


def filled(path: Path, *records: Record) -> FileStore:
    """A new file that holds these records (else one of each kind), and its store."""
    store = opened(path)
    store.commit(lambda _: added("filled", *(records or [record for record in SAMPLES if record.table != "meta"])))
    return store


def rename(store: FileStore, name: str) -> Change:
    """Give Ada another name."""
    return store.commit(lambda book: renamed(book, name)).change


def renamed(book: Book, name: str) -> Change:
    """The change that gives Ada another name."""
    ada = book.person(2)
    return edited("renamed", ada, changed(ada, name=name))


def documents(path: Path) -> dict[str, Any]:
    """The file as plain json reads it."""
    tables: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return tables


def by_hand(path: Path, tables: Any) -> bytes:
    """Write a file as another program would."""
    data = json.dumps(tables).encode()
    path.write_bytes(data)
    return data


def same(one: Book, other: Book) -> bool:
    """Whether two books hold the same records."""
    return one.records == other.records


# --- strategies ----------------------------------------------------------------------------------

WHOLE_NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1)
TEXTS = st.sampled_from(sorted(HOSTILE.values())) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ANYTHING = st.recursive(
    st.none() | st.booleans() | WHOLE_NUMBERS | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
MONTHS = st.dates(date(1, 1, 1)).map(lambda day: f"{day.year:04}-{day.month:02}")
BIRTHDAYS = st.builds(
    lambda day, known: Birthday(day.month, day.day, day.year if known else None), st.dates(), st.booleans()
)


def values(kind: inspect.Type) -> st.SearchStrategy[Any]:  # noqa: PLR0911
    """Every value a field may have, from its type: a field that is new is tried too."""
    match kind:
        case inspect.StrType():
            return TEXTS
        case inspect.IntType():
            return WHOLE_NUMBERS
        case inspect.DateType():
            return st.dates()
        case inspect.NoneType():
            return st.none()
        case inspect.AnyType():
            return ANYTHING
        case inspect.LiteralType(values=choices):
            return st.sampled_from(choices)
        case inspect.UnionType(types=types):
            return st.one_of(*map(values, types))
        case inspect.VarTupleType(item_type=item):
            return st.lists(values(item), max_size=3).map(tuple)
        case inspect.ListType(item_type=item):
            return st.lists(values(item), max_size=3)
        case inspect.DictType(key_type=key, value_type=value):
            return st.dictionaries(values(key), values(value), max_size=3)
        case inspect.DataclassType(cls=cls) | inspect.CustomType(cls=cls) if cls is Birthday:
            return BIRTHDAYS
        case inspect.StructType(cls=cls):
            return structs(cls)
    raise NotImplementedError(kind)


def structs(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Every value of a struct."""
    known = {"month": MONTHS, "carried_from": st.lists(MONTHS, max_size=2).map(tuple), "id": st.integers(1, 2**53 - 1)}
    struct = inspect.type_info(cls)
    assert isinstance(struct, inspect.StructType)
    fields = {}
    for field in struct.fields:
        strategy = known.get(field.name, values(field.type))
        if field.default is not msgspec.NODEFAULT and field.name not in known:
            strategy = st.just(field.default) | strategy
        fields[field.name] = strategy
    return st.builds(cls, **fields)


RECORDS = st.sampled_from(KINDS_OF_RECORD).flatmap(structs)
