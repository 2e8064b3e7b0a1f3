from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.change import Change, Edit, added, edited
from givenet_tui.domain.check_ins import CheckIn, Snooze
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Settings
from tests.domain.random_books import books, past, some
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch

DELETED = "2026-11-20T10:00:00.000Z"


def content(book: Book) -> dict[str, dict[int, Record]]:
    return {table: dict(rows) for table, rows in book.records.items()}


def answers(book: Book) -> dict[str, Any]:
    """Everything a book says out of its indexes, for whoever and whenever there is in it."""
    offers = [record for record in book.records["offers"].values() if isinstance(record, Offer)]
    months = {month for offer in offers for month in (offer.month, *offer.carried_from)}
    return {
        "all": {kind.table: {record.id for record in book.all(kind)} for kind in KINDS_OF_RECORD},
        "circle": {person.id for person in book.circle},
        "offers in": {month: [offer.id for offer in book.offers_in(month)] for month in months},
        "check-ins": {back: book.check_in_on(TODAY - timedelta(back)) for back in range(-1, 41)},
        "of": {
            person_id: (
                [record.id for record in book.aspirations_of(person_id)],
                [record.id for record in book.interactions_of(person_id)],
                [record.id for record in book.offers_of(person_id)],
                [record.id for record in book.help_of(person_id)],
                book.snooze_of(person_id),
                book.last_touch(person_id),
            )
            for person_id in book.records["people"]
        },
        "objectives": [record.id for record in book.objectives_of(TODAY.year)],
        "greatest": book.greatest_id,
        "settings": book.settings,
    }


def alterations(book: Book) -> dict[str, st.SearchStrategy[dict[str, Any]]]:
    """For each table, fields to change on which indexes may hang."""
    person = st.sampled_from(sorted(book.records["people"]) or [0])
    month = st.sampled_from(["2026-09", "2026-11", "2026-12"])
    who = st.lists(person, min_size=1, max_size=3, unique=True).map(tuple)
    return {
        "people": st.fixed_dictionaries({"archived_on": st.sampled_from([None, TODAY]), "name": st.just("Someone")}),
        "aspirations": st.fixed_dictionaries({"person": person}),
        "interactions": st.fixed_dictionaries({"people": who, "on": past}),
        "offers": st.fixed_dictionaries(
            {"person": person, "month": month, "carried_from": st.tuples(month), "introduces": person}
        ),
        "help": st.fixed_dictionaries({"person": person}),
        "check_ins": st.fixed_dictionaries({"on": past}),
        "snoozes": st.fixed_dictionaries({"record": person}),
    }


@st.composite
def changes(draw: st.DrawFn, book: Book) -> Change:
    """A change of some records: altered, put into the trash or taken out of it, removed for good, or made."""
    records = [record for rows in book.records.values() for record in rows.values()]
    alteration = alterations(book)
    edits = []
    some_records = st.lists(st.sampled_from(records), max_size=4, unique_by=lambda one: (one.table, one.id))
    for record in draw(some_records) if records else []:
        after: Record | None = None
        match draw(st.sampled_from(["alter", "alter", "trash", "remove"])):
            case "alter":
                after = changed(record, **draw(alteration.get(record.table, st.just({"updated_at": DELETED}))))
            case "trash":
                after = changed(record, deleted_at="" if record.deleted_at else DELETED)
        edits.append(Edit(record, after))
    another: bool = draw(st.booleans())
    if book.people and another:
        someone = draw(st.sampled_from(sorted(book.people)))
        edits.append(Edit(None, changed(touch(book.people[someone], on=draw(past)), id=book.greatest_id + 1)))
    return Change("something", tuple(edits))


@some
@given(st.data())
def test_a_change_and_its_inverse_leave_the_book_as_it_was(data: st.DataObject) -> None:
    book = data.draw(books())
    before, said = content(book), answers(book)
    change = data.draw(changes(book))
    back = book.apply(change).apply(change.inverse())
    assert content(back) == before
    assert answers(back) == said
    assert content(book) == before, "the first book has not been touched"


@some
@given(st.data())
def test_after_any_changes_the_indexes_are_those_of_a_book_built_afresh(data: st.DataObject) -> None:
    book = data.draw(books())
    if data.draw(st.booleans()):
        answers(book)  # so that days and indexes are carried along, not gathered afterwards
    for _ in range(data.draw(st.integers(1, 4))):
        book = book.apply(data.draw(changes(book)))
    afresh = Book(record for rows in book.records.values() for record in rows.values())
    assert answers(book) == answers(afresh)


def test_a_stale_change_is_not_applied() -> None:
    ada = person()
    book = Book([ada])
    with pytest.raises(ValueError, match="no longer what the change begins from"):
        book.apply(edited("rename", changed(ada, name="Augusta"), changed(ada, name="Countess")))
    with pytest.raises(ValueError, match="no longer"):
        book.apply(added("twice", ada))
    assert book.people == {ada.id: ada}


def test_an_edit_keeps_what_a_person_told_you_in_its_order() -> None:
    ada = person()
    first, second = aspiration(ada, "one"), aspiration(ada, "two")
    book = Book([ada, first, second]).apply(edited("reword", first, changed(first, text="first")))
    assert [told.text for told in book.aspirations_of(ada.id)] == ["first", "two"]
    assert [told.text for told in book.all(Aspiration)] == ["first", "two"]


def test_the_trash_is_in_the_records_and_nowhere_else() -> None:
    ada = person()
    gone = [changed(record, deleted_at=DELETED) for record in (ada, aspiration(ada), touch(ada), offer(ada))]
    book = Book(gone)
    assert not book.people
    assert not book.circle
    assert book.is_empty
    assert book.last_touch(ada.id) is None
    assert not book.offers_in("2026-11")
    assert book.find(Person, ada.id) is None
    assert {record.id for rows in book.records.values() for record in rows.values()} == {one.id for one in gone}
    assert book.greatest_id == max(one.id for one in gone), "an id in the trash is not used again"
    with pytest.raises(Refusal, match="no longer in the book"):
        book.person(ada.id)


def test_offers_to_someone_in_the_trash_leave_the_board() -> None:
    ada, grace = person(deleted_at=DELETED), person("Grace")
    stays = offer(grace)
    assert Book([ada, grace, offer(ada), stays]).offers_in("2026-11") == [stays]


def test_a_carried_offer_is_on_the_old_board_and_the_new_one() -> None:
    ada = person()
    carried = offer(ada, month="2026-12", carried_from=("2026-11",))
    book = Book([ada, carried])
    assert book.offers_in("2026-11") == book.offers_in("2026-12") == [carried]


def test_in_touch_is_the_latest_interaction_or_offer_done() -> None:
    ada = person()
    early, late = date(2026, 3, 1), date(2026, 10, 1)
    assert Book([ada]).last_touch(ada.id) is None
    assert Book([ada, touch(ada, on=early), offer(ada, "done", late)]).last_touch(ada.id) == late
    assert Book([ada, touch(ada, on=late), offer(ada, "done", early)]).last_touch(ada.id) == late
    assert Book([ada, touch(ada, on=early), offer(ada, "accepted", late)]).last_touch(ada.id) == early


def test_an_introduction_touches_the_one_introduced_too_and_no_more_once_it_is_undone() -> None:
    ada, jonas = person(), person("Jonas")
    accepted = offer(ada, "accepted", introduces=jonas.id)
    book = Book([ada, jonas, accepted])
    assert book.last_touch(jonas.id) is None
    done = edited("done", accepted, offer(ada, "done", introduces=jonas.id, id=accepted.id))
    assert [book.apply(done).last_touch(one.id) for one in (ada, jonas)] == [TODAY, TODAY]
    assert book.apply(done).apply(done.inverse()).last_touch(jonas.id) is None


def test_a_deleted_touch_counts_no_more() -> None:
    ada = person()
    early, late = touch(ada, on=date(2026, 3, 1)), touch(ada, on=date(2026, 10, 1))
    book = Book([ada, early, late])
    assert book.last_touch(ada.id) == late.on
    book = book.apply(edited("delete", late, changed(late, deleted_at=DELETED)))
    assert book.last_touch(ada.id) == early.on


def test_a_book_without_settings_has_the_defaults() -> None:
    assert Book().settings == Settings(id=1)
    assert Book([Settings(id=1, agenda_size=3)]).settings.agenda_size == 3


def test_a_book_with_an_objective_alone_is_not_empty() -> None:
    assert not Book([objective()]).is_empty


def test_objectives_are_those_of_the_year_in_the_order_of_their_making() -> None:
    first, other, second = objective("one"), objective("two", year=2025), objective("three")
    assert Book([second, other, first]).objectives_of(2026) == [first, second]


def test_one_check_in_a_day_and_one_snooze_a_record_are_answered_even_if_two_machines_made_two() -> None:
    ada = person()
    one, two = CheckIn(id=1, on=TODAY), CheckIn(id=2, on=TODAY)
    snoozed, again = Snooze(id=3, record=ada.id, until=TODAY), Snooze(id=4, record=ada.id, until=TODAY)
    book = Book([two, one, again, snoozed])
    assert book.check_in_on(TODAY) == one
    assert book.snooze_of(ada.id) == snoozed


def test_what_came_back_is_found_by_person() -> None:
    ada = person()
    letter = came_back(ada)
    assert Book([ada, letter]).help_of(ada.id) == [letter]
    assert Book([ada, letter]).help_of(0) == []


def test_an_objective_is_not_found_as_an_offer() -> None:
    mine = objective()
    assert Book([mine]).find(Offer, mine.id) is None
    assert Book([mine]).find(Objective, mine.id) == mine
