"""A year: its days, its months, what came back, and whose hopes were served."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.assignment import assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import added, edited
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import STATUSES, Offer, OfferStatus, Step
from givenet_tui.domain.records import changed
from givenet_tui.domain.year import MonthView, PartOfMonth, Stands, year
from givenet_tui.domain.year_days import Day
from givenet_tui.domain.year_words import days_to_done_words, fulfilled_words, served_words
from tests.domain.random_books import books, some
from tests.factories import aspiration, came_back, objective, offer, person, touch

DELETED = "2026-11-01T00:00:00.000Z"


@some
@given(books(), st.sampled_from([2025, 2026]))
def test_a_year_adds_up_to_what_the_book_holds(book: Book, number: int) -> None:
    view = year(book, number)
    done = [one for one in book.all(Offer) if one.status == "done" and one.person in book.people]
    in_year = [one for one in done if one.steps[-1].on.year == number]
    assert [month.month for month in view.months] == [f"{number}-{month:02}" for month in range(1, 13)]
    assert sum(month.given for month in view.months) == view.given == sum(view.days_given.values()) == len(in_year)
    assert sum(month.came_back for month in view.months) == view.came_back == len(view.help)
    assert list(view.days) == sorted(view.days)
    assert all(day != Day() and on.year == number for on, day in view.days.items())
    for month in view.months:
        board = assignment(book, month.month)
        for part, shown in zip(board.parts, (month.raise_up, month.resource), strict=True):
            assert (shown.done + shown.open, shown.freed) == (part.filled, len(part.freed))
        assert month.slots_per_part * 2 == board.slots
    assert len(view.days_to_done) <= view.given
    assert list(view.days_to_done) == sorted(view.days_to_done)
    assert all(0 <= one.fulfilled <= one.served for one in view.kinds)
    assert sum(one.served for one in view.kinds) <= view.given


@some
@given(books())
def test_each_touch_and_each_step_stands_on_its_own_day_once(book: Book) -> None:
    views = [year(book, number) for number in (2025, 2026)]
    touches = Counter(one.id for view in views for day in view.days.values() for one in day.touches)
    there = {one.id for one in book.all(Interaction) if any(who in book.people for who in one.people)}
    assert touches == Counter(there)
    for on, offer_ in ((on, one) for view in views for on, day in view.days.items() for one in day.offered):
        assert offer_.reached("offered") == on


@some
@given(books(), st.sampled_from(STATUSES))
def test_carrying_an_offer_over_counts_nothing_twice_and_leaves_its_days_alone(book: Book, status: OfferStatus) -> None:
    ada = person(id=1)
    late = offer(ada, status, date(2026, 11, 20))
    before = book.apply(added("before", ada, late))
    after = before.apply(edited("carried", late, changed(late, month="2026-12", carried_from=("2026-11",))))
    one, other = year(before, 2026), year(after, 2026)
    assert other.days_given == one.days_given
    assert {on: day.level for on, day in other.days.items()} == {on: day.level for on, day in one.days.items()}
    assert [month.given for month in other.months] == [month.given for month in one.months]
    assert other.days_to_done == one.days_to_done
    kept = ("done", "open", "freed")
    beyond = any(len(part.standing) > len(part.slots) for part in assignment(before, "2026-11").parts)
    if not beyond and len(assignment(after, "2026-12").part("raise_up").standing) <= 5:
        for what in kept:
            assert sum(getattr(month.raise_up, what) for month in other.months) == sum(
                getattr(month.raise_up, what) for month in one.months
            )


def test_an_offer_counts_in_the_month_and_year_it_was_done_and_on_the_board_it_stands_on() -> None:
    ada, none = person(), PartOfMonth()
    late = offer(ada, "done", date(2026, 12, 2), month="2026-11")
    later = offer(ada, "done", date(2027, 1, 1), month="2026-12", part="resource")
    book = Book([ada, late, later])
    view = year(book, 2026)
    assert view.months[10] == MonthView("2026-11", 0, PartOfMonth(done=1), none, slots_per_part=5, came_back=0)
    assert view.months[11] == MonthView("2026-12", 1, none, PartOfMonth(done=1), slots_per_part=5, came_back=0)
    assert (view.days_given, year(book, 2027).days_given) == ({date(2026, 12, 2): 1}, {date(2027, 1, 1): 1})


def test_a_day_is_near_when_one_was_in_touch_or_offered_and_one_gave_when_something_was_done() -> None:
    ada, gone = person(), person("Gone", deleted_at=DELETED)
    days = [date(2026, 5, day) for day in range(1, 6)]
    book = Book([
        ada, gone, touch(ada, on=days[0]), offer(ada, "offered", days[1]), offer(ada, "done", days[2]),
        offer(ada, "done", days[3]), offer(ada, "done", days[3]), touch(ada, on=days[3]),
        touch(gone, on=days[4]), offer(gone, "done", days[4]), offer(ada, "drafted", days[4]),
    ])  # fmt: skip
    levels = {on: day.level for on, day in year(book, 2026).days.items()}
    assert levels == {days[0]: "near", days[1]: "near", days[2]: "gave", days[3]: "gave more"}


def test_a_year_without_anything_is_empty_and_one_with_a_single_slot_is_not() -> None:
    ada = person()
    assert year(Book([ada]), 2026).is_empty
    assert not year(Book([ada, offer(ada, "chosen")]), 2026).is_empty
    assert not year(Book([objective()]), 2026).is_empty
    assert year(Book([objective()]), 2027).is_empty


def test_the_time_from_offer_to_done_is_told_where_both_days_are_known_and_in_order() -> None:
    ada = person()

    def took(offered: date | None, done: date) -> Offer:
        steps = (*((Step("offered", offered),) if offered else ()), Step("done", done))
        return changed(offer(ada, "done"), steps=steps)

    first = date(2026, 3, 1)
    some_took = [took(first, date(2026, 3, 10)), took(None, first), took(date(2026, 3, 5), first)]
    view = year(Book([ada, *some_took, took(date(2025, 12, 30), date(2026, 1, 2))]), 2026)
    assert view.days_to_done == (3, 9)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], ""),
        ([0], "the same day"),
        ([1], "1 day"),
        ([3, 9], "3 and 9 days"),
        ([0, 0], "the same day, both times"),
        ([5, 5, 5], "5 days, all three times"),
        ([0, 1], "the same day and 1 day"),
        ([1, 2], "1 and 2 days"),
        ([0, 0, 3], "the same day twice, and 3 days"),
        ([1, 4, 4], "1 day, and 4 days twice"),
        ([0, 3, 9], "the same day, 3 and 9 days"),
        ([0, 0, 0, 0], "usually the same day"),
        ([6, 6, 6, 6], "usually 6 days"),
        ([0, 0, 0, 5], "usually the same day, most of them within 1 day, at the longest 5"),
        ([2, 4, 6, 8, 31], "usually 6 days, half of them between 4 and 8, at the longest 31"),
    ],
)
def test_few_times_are_named_one_by_one_and_many_by_what_is_usual(days: list[int], said: str) -> None:
    assert days_to_done_words(days) == said


def test_what_was_done_for_an_aspiration_serves_it_once_and_may_come_true() -> None:
    ada = person()
    hope, dream = aspiration(ada, kind="hope"), aspiration(ada, kind="dream", status="fulfilled")
    goal, gone = aspiration(ada, kind="goal"), aspiration(ada, kind="objective", deleted_at=DELETED)
    other = aspiration(ada, kind="dream")
    book = Book([
        ada, hope, dream, goal, gone, other, offer(ada, "done", serves=hope.id), offer(ada, "done", serves=hope.id),
        offer(ada, "done", serves=dream.id), offer(ada, "accepted", serves=goal.id),
        offer(ada, "done", serves=gone.id), offer(ada, "done", serves=other.id),
    ])  # fmt: skip
    kinds = year(book, 2026).kinds
    assert [(one.kind, one.served, one.fulfilled) for one in kinds] == [
        ("hope", 1, 0), ("dream", 2, 1), ("goal", 0, 0), ("objective", 0, 0),
    ]  # fmt: skip
    assert (served_words(kinds), fulfilled_words(kinds)) == ("1 hope and 2 dreams", "1 of them has come true")


def test_only_the_year_itself_counts() -> None:
    ada = person()
    records = [offer(ada, "done", date(2025, 12, 31)), came_back(ada, on=date(2027, 1, 1)), objective(year=2025)]
    view = year(Book([ada, *records]), 2026)
    assert (view.given, view.came_back, view.objectives) == (0, 0, ())


def test_what_came_back_is_listed_newest_first_with_whom_and_what_for() -> None:
    ada, mine = person(), objective()
    given_ = offer(ada, "done")
    early, late = came_back(ada, on=date(2026, 5, 1), objective=mine.id), came_back(ada, offer=given_.id)
    view = year(Book([ada, mine, given_, early, late]), 2026)
    back = [(one.help, one.person, one.objective, one.offer) for one in view.help]
    assert back == [(late, ada, None, given_), (early, ada, mine, None)]


def test_behind_an_objective_stand_those_with_an_offer_for_it_and_those_who_helped_each_once() -> None:
    ada, grace, alan, gone = person(), person("Grace"), person("Alan"), person("Gone", deleted_at=DELETED)
    mine, other = objective(), objective("run")
    book = Book([
        ada, grace, alan, gone, mine, other,
        offer(ada, part="resource", objective=mine.id), offer(ada, "done", part="resource", objective=mine.id),
        offer(alan, "declined", part="resource", objective=mine.id), offer(gone, objective=mine.id),
        came_back(grace, objective=mine.id), came_back(ada, objective=mine.id),
    ])  # fmt: skip
    first, second = year(book, 2026).objectives
    assert [(one.objective, one.people) for one in (first, second)] == [(mine, (ada, grace)), (other, ())]
    assert first.standing == (Stands(ada, "done", helped=True), Stands(grace, None, helped=True))


def test_people_in_the_trash_are_left_out_and_those_who_rest_are_not() -> None:
    gone, resting = person(deleted_at=DELETED), person("Emmy", archived_on=date(2026, 11, 1))
    day = date(2026, 6, 1)
    book = Book([gone, resting, *(offer(who, "done", day) for who in (gone, resting)), came_back(gone)])
    assert (year(book, 2026).given, year(book, 2026).came_back) == (1, 0)
