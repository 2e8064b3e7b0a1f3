from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.assignment import (
    assignment,
    chosen_slot,
    latest_day,
    pace,
    part_for,
    refusal_to_stand,
    what_the_board_says,
)
from givenet_tui.domain.book import Book
from givenet_tui.domain.offers import FREED, PARTS, Offer, Part, Step
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Settings
from givenet_tui.domain.verbs import offers
from tests.domain.random_books import books, many
from tests.factories import TODAY, moment, offer, person

NOVEMBER = "2026-11"


@many
@given(books(), st.sampled_from(["2026-09", "2026-10", "2026-11", "2026-12"]), st.integers(0, 6))
def test_every_offer_of_a_month_is_in_one_place_of_its_part(book: Book, month: str, slots: int) -> None:
    book = Book([*(r for rows in book.records.values() for r in rows.values()), Settings(id=1, slots_per_part=slots)])
    board = assignment(book, month)
    placed: list[Offer] = []
    for view in board.parts:
        assert len(view.slots) == slots
        assert view.filled == sum(one is not None for one in view.slots)
        assert view.has_room == (view.filled < slots)
        assert not (view.beyond and view.has_room)
        assert all(one.status in FREED for one in view.freed)
        assert all(one.month == month and one.status not in FREED for one in view.standing)
        assert all(one.month != month and month in one.carried_from for one in view.carried)
        here = [*view.standing, *view.freed, *view.carried]
        assert all(one.part == view.part for one in here)
        placed += here
    assert sorted(one.id for one in placed) == [one.id for one in book.offers_in(month)]
    assert (board.slots, board.done) == (2 * slots, sum(view.done for view in board.parts))


def test_the_sixth_goes_beyond_and_is_not_counted() -> None:
    people = [person(str(number)) for number in range(6)]
    made = [offer(someone, "done") for someone in people]
    view = assignment(Book([*people, *made]), NOVEMBER).part("raise_up")
    assert view.slots == tuple(made[:5])
    assert view.beyond == (made[5],)
    assert (view.done, view.filled, view.has_room) == (5, 5, False)


def test_declined_and_let_go_free_their_slot() -> None:
    ada, grace, alan = person(), person("Grace"), person("Alan")
    declined, let_go, stands = offer(ada, "declined"), offer(grace, "let_go"), offer(alan)
    view = assignment(Book([ada, grace, alan, declined, let_go, stands]), NOVEMBER).part("raise_up")
    assert view.slots == (stands, None, None, None, None)
    assert view.freed == (declined, let_go)


def test_a_carried_offer_is_dimmed_on_the_old_board_and_stands_on_the_new() -> None:
    ada = person()
    carried = offer(ada, month="2026-12", carried_from=("2026-10", "2026-11"))
    book = Book([ada, carried])
    for month in ("2026-10", "2026-11"):
        old = assignment(book, month).part("raise_up")
        assert (old.filled, old.carried) == (0, (carried,))
    assert assignment(book, "2026-12").part("raise_up").slots[0] == carried


def test_an_offer_to_someone_who_rests_still_stands() -> None:
    ada = person(archived_on=TODAY)
    assert assignment(Book([ada, offer(ada)]), NOVEMBER).filled == 1


def board_of(done: int, open_: int = 0, slots: int = 5) -> Book:
    people = [person(str(number)) for number in range(done + open_)]
    parts = [PARTS[number % 2] for number in range(done + open_)]
    statuses = ["done"] * done + ["offered"] * open_
    made = [
        offer(someone, status, part=part)  # type: ignore[arg-type]
        for someone, part, status in zip(people, parts, statuses, strict=True)
    ]
    return Book([Settings(id=1, slots_per_part=slots), *people, *made])


@pytest.mark.parametrize(
    ("done", "today", "expected", "words"),
    [
        (0, date(2026, 11, 1), 0, "on pace"),
        (0, date(2026, 11, 3), 0, "on pace"),
        (0, date(2026, 11, 4), 1, "1 more to be on pace"),
        (7, date(2026, 11, 22), 7, "on pace"),
        (4, date(2026, 11, 22), 7, "3 more to be on pace"),
        (9, date(2026, 11, 30), 9, "on pace"),
        (10, date(2026, 11, 12), 3, "all 10 done"),
        (10, date(2026, 12, 12), 10, "all 10 done"),
        (4, date(2026, 12, 12), 10, "the month is over"),
        (0, date(2026, 12, 12), 10, "the month is over"),
        (0, date(2026, 10, 31), 0, "not begun yet"),
    ],
)
def test_the_pace_is_an_even_one(done: int, today: date, expected: int, words: str) -> None:
    now = pace(board_of(done, open_=0 if done else 1), NOVEMBER, today)
    assert (now.done, now.slots, now.expected, now.words) == (done, 10, expected, words)


def test_where_one_begins_it_is_said_what_is_there_and_not_what_is_missing() -> None:
    made = "2026-11-20T10:00:00.000Z"
    ada, bo = person("Ada", created_at=made), person("Bo", created_at=made)

    def said(*records: Record, month: str = NOVEMBER, today: date = date(2026, 11, 25)) -> tuple[str, str]:
        now = pace(Book(records), month, today)
        return now.how_far, now.words

    assert said(ada, bo) == ("room for 10", "your first month")
    assert said(ada, bo, offer(ada, "done"), offer(bo)) == ("2 chosen, 1 done", "your first month")
    assert said(person()) == ("room for 10", "begin with one"), "in a later month as well, while nobody is chosen"
    assert said(ada, offer(ada), month="2026-12", today=date(2026, 12, 20))[1] == "begin with one"
    assert said(ada, month="2026-10") == ("", "before you began")
    assert said(ada, offer(ada, "done", date(2026, 10, 9)), month="2026-10") == ("1 of 10 done", "the month is over")
    assert said(ada, month=NOVEMBER, today=date(2026, 12, 1)) == ("0 of 10 done", "the month is over")
    assert said() == ("room for 10", "begin with one")
    assert said(month="2026-10") == ("", "before you began")


def test_the_pace_of_a_board_without_slots_is_no_division() -> None:
    assert pace(board_of(0, slots=0), NOVEMBER, TODAY).words == "on pace"


def test_days_left_come_with_the_pace() -> None:
    assert pace(Book(), NOVEMBER, TODAY).days_left == 8
    assert pace(Book(), "2026-10", TODAY).days_left == 0


def test_a_new_offer_fills_the_slot_for_which_the_person_was_chosen() -> None:
    ada = person()
    chosen = offer(ada, "chosen", part="resource")
    book = Book([ada, chosen])
    assert chosen_slot(book, ada.id, NOVEMBER) == chosen
    assert part_for(book, ada.id, NOVEMBER, None) == "resource"
    assert chosen_slot(book, ada.id, "2026-12") is None
    assert part_for(book, ada.id, "2026-12", None) == "raise_up"


def test_an_objective_of_mine_asks_for_a_resource() -> None:
    ada = person()
    raising, resource = offer(ada, "chosen"), offer(ada, "chosen", part="resource")
    assert part_for(Book([ada]), ada.id, NOVEMBER, 7) == "resource"
    assert part_for(Book([ada, raising]), ada.id, NOVEMBER, 7) == "resource"
    assert chosen_slot(Book([ada, raising]), ada.id, NOVEMBER, "resource") is None
    assert chosen_slot(Book([ada, raising, resource]), ada.id, NOVEMBER, "resource") == resource


def test_a_slot_with_words_is_not_filled_again() -> None:
    ada = person()
    assert chosen_slot(Book([ada, offer(ada, "drafted")]), ada.id, NOVEMBER) is None


@pytest.mark.parametrize(
    ("status", "month", "carried_from", "may"),
    [
        ("chosen", "2026-11", (), False),
        ("done", "2026-11", (), False),
        ("declined", "2026-11", (), True),
        ("let_go", "2026-11", (), True),
        ("drafted", "2026-10", (), True),
        ("drafted", "2026-12", ("2026-11",), True),
    ],
)
def test_a_person_stands_once_in_each_part_of_a_month(
    status: str, month: str, carried_from: tuple[str, ...], may: bool
) -> None:
    ada = person()
    there = offer(ada, status, month=month, carried_from=carried_from)  # type: ignore[arg-type]
    book = Book([ada, there])
    why_not = refusal_to_stand(book, ada, NOVEMBER, "raise_up")
    assert (why_not is None) == may
    assert why_not in {
        None,
        "Ada Lovelace stands in “Raise up” of November already: open that offer, choose someone else, "
        "or a place in “Be a resource” or in December.",
    }
    assert refusal_to_stand(book, ada, NOVEMBER, "resource") is None


def test_who_stands_there_already_is_told_only_of_places_that_are_free() -> None:
    ada = person()
    resource, december = offer(ada, part="resource"), offer(ada, month="2026-12")
    already = "Ada Lovelace stands in “Raise up” of November already: open that offer, "
    for others, helps in (
        ((resource,), "choose someone else, or a place in December."),
        ((december,), "choose someone else, or a place in “Be a resource”."),
        ((resource, december), "or choose someone else."),
    ):
        assert refusal_to_stand(Book([ada, offer(ada), *others]), ada, NOVEMBER, "raise_up") == f"{already}{helps}"


def test_the_latest_day_of_an_offer_is_that_of_its_latest_step() -> None:
    walked = (Step("drafted", date(2026, 11, 9)), Step("offered", date(2026, 11, 4)))
    assert latest_day(offer(person(), steps=walked)) == date(2026, 11, 9)
    bare = offer(person(), steps=())
    assert latest_day(bare) == date(2026, 1, 5)
    assert latest_day(changed(bare, created_at="")) == date(2026, 11, 1)
    assert latest_day(changed(bare, created_at="", month="soon")) == date.min


def test_what_is_carried_over_the_turn_of_the_year_is_the_same_record_and_undo_takes_it_back_whole() -> None:
    ada, grace = person(), person("Grace")
    one, two = offer(ada, month="2026-12", carried_from=("2026-11",)), offer(grace, "offered", month="2026-12")
    book = Book([ada, grace, one, two])
    carried = offers.carry_over(book, moment(), (one.id, two.id))
    after = book.apply(carried)
    assert carried.name == "2 offers: carried to January"
    assert [(o.id, o.month, o.carried_from) for o in after.offers_in("2027-01")] == [
        (one.id, "2027-01", ("2026-11", "2026-12")), (two.id, "2027-01", ("2026-12",)),
    ]  # fmt: skip
    assert assignment(after, "2026-12").part("raise_up").carried == tuple(after.offers_in("2027-01"))
    assert after.apply(carried.inverse()).offers_in("2026-12") == [one, two]


@pytest.mark.parametrize(
    ("part", "standing", "objective_id", "says"),
    [
        ("raise_up", 0, None, ""),
        ("raise_up", 5, None, "Raise up is full: this offer goes beyond the 5."),
        ("raise_up", 5, 7, ""),
        ("resource", 5, 7, "Be a resource is full: this offer goes beyond the 5."),
        ("resource", 5, None, ""),
    ],
)
def test_what_the_board_has_to_say_is_about_the_part_into_which_the_offer_goes(
    part: Part, standing: int, objective_id: int | None, says: str
) -> None:
    ada, others = person(), [person(str(number)) for number in range(standing)]
    book = Book([ada, *others, *(offer(one, part=part) for one in others)])
    assert what_the_board_says(book, ada, NOVEMBER, objective_id) == says


def test_a_chosen_slot_waits_for_the_offer_and_who_stands_there_is_told_before() -> None:
    ada, others = person(), [person(str(number)) for number in range(5)]
    full = [offer(one) for one in others]
    assert what_the_board_says(Book([ada, *others, offer(ada, "chosen"), *full]), ada, NOVEMBER) == ""
    stands = what_the_board_says(Book([ada, offer(ada)]), ada, NOVEMBER)
    assert stands.startswith("Ada Lovelace stands in “Raise up” of November already")
