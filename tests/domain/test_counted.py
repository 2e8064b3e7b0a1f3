"""In a book that stock TinyDB numbered an id is somebody in every table: what goes takes no other words along."""

from collections.abc import Collection
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit, added
from givenet_tui.domain.check_ins import CheckIn, Handled, Snooze
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.merge import merge
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.soundness import flaws, mended
from givenet_tui.domain.trash import in_trash, trash
from givenet_tui.domain.undoing import taken_back
from givenet_tui.domain.verbs import imports
from givenet_tui.domain.verbs import trash as verbs
from tests.domain.counted_books import DELETED, counted_books, everything
from tests.domain.random_books import many
from tests.factories import TODAY, moment

Key = tuple[str, int]

ADA, GRACE = Person(id=1, name="Ada"), Person(id=2, name="Grace")
HOPE = Aspiration(id=1, person=2, kind="hope", text="fly", deleted_at=DELETED)
MET = Interaction(id=1, people=(1,), on=TODAY, text="lunch at the mill")
PUT_OFF = Snooze(id=1, record=1, until=TODAY)
DAY = CheckIn(id=1, on=TODAY, handled=(Handled("quiet", 1, 1, "bumped"),), reflection="warm")
BOOK = Book([ADA, GRACE, HOPE, MET, PUT_OFF, DAY])


def key(record: Record) -> Key:
    return record.table, record.id


def left_of(record: Record, gone: Collection[Key], there: Collection[Key]) -> Record | None:
    """What ought to be left of a record, written out field by field: None when it belonged to what is gone alone."""

    def stays(table: str, id_: int | None) -> int | None:
        return None if (table, id_) in gone else id_

    def is_somebody(id_: int, *tables: str) -> bool:
        return any((table, id_) in there for table in tables)

    fields: dict[str, Any] = {}
    if isinstance(record, Aspiration | Offer | Help) and ("people", record.person) in gone:
        return None
    if isinstance(record, Person):
        fields = {"introduced_by": stays("people", record.introduced_by)}
    elif isinstance(record, Interaction):
        fields = {"people": tuple(id_ for id_ in record.people if ("people", id_) not in gone)}
    elif isinstance(record, Offer):
        fields = {
            "serves": stays("aspirations", record.serves),
            "objective": stays("objectives", record.objective),
            "introduces": stays("people", record.introduces),
            "asked": tuple(one for one in record.asked if ("people", one.person) not in gone),
        }
    elif isinstance(record, Help):
        fields = {"offer": stays("offers", record.offer), "objective": stays("objectives", record.objective)}
    elif isinstance(record, CheckIn):
        lines = (one for one in record.handled if ("people", one.person) not in gone)
        fields = {"handled": tuple(one for one in lines if is_somebody(one.record, "offers", "people", "aspirations"))}
    elif isinstance(record, Snooze) and not is_somebody(record.record, "offers", "people", "aspirations"):
        return None
    after = changed(record, **fields)
    return None if isinstance(after, Interaction) and not after.people else after


def assert_left(before: Book, after: Book, gone: set[Key]) -> None:
    """Of the first book the second one holds what ought to be left without these and all that belongs to them."""
    every = {key(record): record for record in everything(before) if not isinstance(record, ImportRun)}
    for _ in range(2):
        there = every.keys() - gone
        gone = gone | {known for known, record in every.items() if left_of(record, gone, there) is None}
    there = every.keys() - gone
    expected = {known: left_of(every[known], gone, there) for known in there}
    assert {key(one): one for one in everything(after) if not isinstance(one, ImportRun)} == expected


@many
@given(counted_books())
def test_emptying_takes_what_lay_in_the_trash_with_what_belonged_to_it_and_no_other_word(book: Book) -> None:
    gone = {key(record) for record in in_trash(book)}
    if gone:
        after = book.apply(verbs.empty(book, moment()))
        assert_left(book, after, gone)
        assert not [flaw for flaw in flaws(after) if "not in the book" in flaw.sentence]


@many
@given(counted_books(), st.data())
def test_what_goes_alone_for_good_leaves_the_rest_of_the_trash_and_of_the_book(book: Book, data: st.DataObject) -> None:
    if in_trash(book):
        one = data.draw(st.sampled_from(in_trash(book)))
        assert_left(book, book.apply(verbs.empty(book, moment(), [one])), {key(one)})


@many
@given(counted_books())
def test_an_import_is_taken_back_without_a_word_of_anyone_else(book: Book) -> None:
    run = next(iter(book.all(ImportRun)), None)
    if run is None:
        return
    going = {id_ for id_, print_ in zip(run.records, run.prints, strict=True) if print_ != f"{0:08x}"}
    for _ in range(len(going) + 1):  # whoever is named by someone who stays, stays
        others = [one for one in everything(book) if key(one) != key(run) and key(one) not in people(going)]
        going -= {id_ for one in others for id_ in named_people(one)}
    if not going:
        with pytest.raises(Refusal):
            imports.take_back(book, moment())
        return
    after = book.apply(imports.take_back(book, moment()))
    left = {key(one): one for one in everything(after) if one.table != "imports"}
    assert left == {key(one): one for one in everything(book) if key(one) not in people(going) | {key(run)}}
    stays = tuple(id_ for id_ in run.records if id_ not in going)
    assert [one.records for one in after.all(ImportRun)] == ([stays] if stays else [])


def people(ids: Collection[int]) -> set[Key]:
    return {("people", id_) for id_ in ids}


def named_people(record: Record) -> set[int]:
    """Everyone whom a record may name; a line that was put off may be anyone's of that id."""
    names = {getattr(record, name, None) for name in ("person", "introduced_by", "introduces", "record")}
    names |= {*getattr(record, "people", ()), *(one.person for one in getattr(record, "asked", ()))}
    names |= {id_ for line in getattr(record, "handled", ()) for id_ in (line.person, line.record)}
    return {id_ for id_ in names if id_}


@many
@given(counted_books(), st.data())
def test_what_was_made_can_be_taken_back_although_its_id_is_named_in_other_tables(
    book: Book, data: st.DataObject
) -> None:
    every = everything(book)
    free = [
        (kind, id_)
        for kind in (Aspiration, Objective, Offer, Person)
        for id_ in {one.id for one in every}
        if id_ not in book.records[kind.table]
    ]
    if not free or not book.records["people"]:
        return
    kind, id_ = data.draw(st.sampled_from(free))
    new: Record = {
        Aspiration: Aspiration(id=id_, person=1, kind="hope", text="fly"),
        Objective: Objective(id=id_, year=2026, text="publish"),
        Offer: Offer(id=id_, person=1, month="2027-01", part="raise_up", status="chosen"),
        Person: Person(id=id_, name="Emmy"),
    }[kind]
    made = added("made", new)
    assert book.apply(made).apply(taken_back(book.apply(made), made)).records == book.records


@many
@given(counted_books(), st.data())
def test_a_name_of_nobody_is_mended_and_nothing_else(book: Book, data: st.DataObject) -> None:
    assert_left(book, book.apply(only_names(mended(book))), set())
    names = [(one, name) for one in everything(book) for name in ("serves", "introduced_by", "introduces", "objective")]
    names = [(one, name) for one, name in names if hasattr(one, name)]
    if not names:
        return
    one, name = data.draw(st.sampled_from(names))
    table = {"serves": "aspirations", "objective": "objectives"}.get(name, "people")
    nobody = max(book.records[table], default=0) + 1
    harmed = book.apply(Change("", (Edit(one, changed(one, **{name: nobody})),)))
    after = harmed.apply(only_names(mended(harmed)))
    assert after.records == book.apply(Change("", (Edit(one, changed(one, **{name: None})),))).records


def only_names(change: Change) -> Change:
    """A mending without that of two records which are one: these stood there from the beginning."""
    return Change("", tuple(edit for edit in change.edits if edit.table not in {"check_ins", "snoozes"}))


# --- one by one ----------------------------------------------------------------------------------


def test_a_deleted_hope_does_not_take_the_touch_of_the_person_with_its_number_along() -> None:
    after = BOOK.apply(verbs.empty(BOOK, moment()))
    assert {key(one) for one in everything(BOOK)} - {key(one) for one in everything(after)} == {("aspirations", 1)}
    assert everything(after) == [one for one in everything(BOOK) if one != HOPE]


def test_what_was_put_off_stays_as_long_as_its_number_is_somebody() -> None:
    gone = Book([changed(ADA, deleted_at=DELETED), HOPE, PUT_OFF])
    hope_only = gone.apply(verbs.empty(gone, moment(), [HOPE]))
    assert hope_only.records["snoozes"]
    assert not hope_only.apply(verbs.empty(hope_only, moment())).records["snoozes"]
    assert not gone.apply(verbs.empty(gone, moment())).records["snoozes"]


def test_the_trash_says_what_hangs_on_a_person_and_not_on_a_hope_with_their_number() -> None:
    gone = Book([changed(ADA, deleted_at=DELETED), GRACE, HOPE, MET])
    assert {one.record.table: one.hangs for one in trash(gone)} == {"people": "1 touch", "aspirations": ""}


def test_a_hope_that_was_made_is_taken_back_although_a_person_of_its_number_has_a_touch() -> None:
    made = added("hope", changed(HOPE, deleted_at=""))
    book = Book([ADA, GRACE, MET, PUT_OFF]).apply(made)
    assert not book.apply(taken_back(book, made)).records["aspirations"]


def test_a_merge_does_not_call_back_what_was_emptied_because_a_person_has_its_number() -> None:
    emptied = BOOK.apply(verbs.empty(BOOK, moment()))
    call = changed(MET, id=2, text="a call")
    book = merge(BOOK, emptied, BOOK.apply(added("", call)))
    assert not book.records["aspirations"]
    assert book.records["interactions"] == {1: MET, 2: call}


def test_a_name_of_nobody_does_not_take_away_the_person_with_that_number() -> None:
    offer = Offer(id=1, person=2, month="2026-11", part="raise_up", status="drafted", what="read", serves=2)
    book = Book([GRACE, offer])
    (flaw,) = flaws(book)
    assert (flaw.sentence, flaw.can_be_mended) == ("names what is not in the book: serves 2", True)
    assert book.apply(mended(book)).records["offers"] == {1: changed(offer, serves=None)}


def test_what_cannot_be_read_is_somebody_in_its_own_table_alone() -> None:
    told = changed(HOPE, person=7, deleted_at="")
    assert flaws(Book([told]), {("people", 7)}) == ()
    assert len(flaws(Book([told]), {("offers", 7)})) == 1
