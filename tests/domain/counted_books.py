"""Random books as stock TinyDB numbers them: each table counts from 1, so that one id is somebody in every table."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn, Handled, Snooze
from givenet_tui.domain.help import Help
from givenet_tui.domain.imports import print_of
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Asking, Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import ImportRun
from tests.domain.random_books import books
from tests.factories import TODAY

DELETED = "2026-11-01T00:00:00.000Z"


def everything(book: Book) -> list[Record]:
    """All records of a book, the trash among them."""
    return [record for rows in book.records.values() for record in rows.values()]


def counted(records: Iterable[Record]) -> list[Record]:
    """The same records, each table counted from 1. Their ids have to be different ones so far."""
    numbers: dict[int, int] = {0: 0}
    count: dict[str, int] = {}
    every = list(records)
    for record in every:
        numbers[record.id] = count[record.table] = count.get(record.table, 0) + 1
    return [_renumbered(record, numbers) for record in every]


def _renumbered(record: Record, numbers: dict[int, int]) -> Record:
    fields: dict[str, Any] = {"id": numbers[record.id]}
    for name in ("person", "serves", "objective", "introduces", "introduced_by", "offer", "record"):
        if getattr(record, name, None) is not None:
            fields[name] = numbers[getattr(record, name)]
    if isinstance(record, Interaction):
        fields["people"] = tuple(numbers[id_] for id_ in record.people)
    elif isinstance(record, Offer):
        fields["asked"] = tuple(Asking(numbers[one.person], one.status, one.on) for one in record.asked)
    elif isinstance(record, CheckIn):
        fields["handled"] = tuple(
            Handled(one.what, numbers[one.person], numbers[one.record], one.how) for one in record.handled
        )
    elif isinstance(record, ImportRun):
        fields["records"] = tuple(numbers[id_] for id_ in record.records)
    return changed(record, **fields)


@st.composite
def counted_books(draw: st.DrawFn, most: int = 4) -> Book:
    """A sound book in which everything that may name something does so now and then, and much lies in the trash."""
    records = everything(draw(books(most=most)))
    whom = [one.id for one in records if isinstance(one, Person)]
    given = [one.id for one in records if isinstance(one, Offer)]
    someone = st.sampled_from([None, *whom])

    def with_names(record: Record) -> Record:
        if isinstance(record, Person):
            record = changed(record, introduced_by=draw(someone))
        elif isinstance(record, Offer):
            asked = [Asking(draw(st.sampled_from(whom)), "asked", TODAY)] if draw(st.booleans()) else []
            record = changed(record, introduces=draw(someone), asked=tuple(asked))
        elif isinstance(record, Help):
            record = changed(record, offer=draw(st.sampled_from([None, *given])))
        elif isinstance(record, CheckIn):
            lines = [Handled("promised", draw(st.sampled_from(whom)), id_, "done") for id_ in given[:2]]
            lines += [Handled("quiet", id_, id_, "bumped") for id_ in whom[:2]]
            record = changed(record, handled=tuple(lines), reflection="warm")
        if not isinstance(record, Snooze | CheckIn) and record.id > 1 and draw(st.integers(0, 3)) == 0:
            record = changed(record, deleted_at=DELETED)
        return record

    made = counted([with_names(record) for record in records])
    people = [one for one in made if isinstance(one, Person)]
    came = draw(st.lists(st.sampled_from(people), unique_by=lambda one: one.id)) if people else []
    if came:
        prints = [print_of(one) for one in came]
        edited = draw(st.sets(st.sampled_from(range(len(came)))))
        prints = [f"{0:08x}" if number in edited else one for number, one in enumerate(prints)]
        ids = tuple(one.id for one in came)
        made.append(ImportRun(id=1, source="contacts.vcf", on=TODAY, records=ids, prints=tuple(prints)))
    return Book(made)
