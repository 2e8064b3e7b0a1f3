from datetime import date

from hypothesis import given

from givenet_tui.domain.assignment import assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.year import MonthView, year
from tests.domain.random_books import books, some
from tests.factories import came_back, objective, offer, person

DELETED = "2026-11-01T00:00:00.000Z"


@some
@given(books())
def test_the_months_add_up_to_the_year(book: Book) -> None:
    view = year(book, 2026)
    assert [month.month for month in view.months] == [f"2026-{number:02}" for number in range(1, 13)]
    assert sum(month.given for month in view.months) == view.given == sum(view.days_given.values())
    assert sum(month.came_back for month in view.months) == view.came_back == len(view.help)
    assert all(count > 0 for count in view.days_given.values())
    assert list(view.days_given) == sorted(view.days_given)
    for month in view.months:
        board = assignment(book, month.month)
        assert month.raise_up + month.resource == board.done
        assert month.slots_per_part * 2 == board.slots


def test_an_offer_counts_in_the_month_it_was_done_and_on_the_board_it_stands_on() -> None:
    ada = person()
    late = offer(ada, "done", date(2026, 12, 2), month="2026-11")
    view = year(Book([ada, late]), 2026)
    assert view.months[10] == MonthView("2026-11", given=0, raise_up=1, resource=0, slots_per_part=5, came_back=0)
    assert view.months[11] == MonthView("2026-12", given=1, raise_up=0, resource=0, slots_per_part=5, came_back=0)
    assert view.days_given == {date(2026, 12, 2): 1}


def test_only_the_year_itself_counts() -> None:
    ada = person()
    records = [offer(ada, "done", date(2025, 12, 31)), came_back(ada, on=date(2027, 1, 1)), objective(year=2025)]
    view = year(Book([ada, *records]), 2026)
    assert (view.given, view.came_back, view.objectives) == (0, 0, ())


def test_what_came_back_is_listed_newest_first_with_whom_and_what_for() -> None:
    ada, mine = person(), objective()
    early, late = came_back(ada, on=date(2026, 5, 1), objective=mine.id), came_back(ada, on=date(2026, 9, 1))
    view = year(Book([ada, mine, early, late]), 2026)
    assert [(one.help, one.person, one.objective) for one in view.help] == [(late, ada, None), (early, ada, mine)]


def test_behind_an_objective_stand_those_with_an_offer_for_it_and_those_who_helped_each_once() -> None:
    ada, grace, alan, gone = person(), person("Grace"), person("Alan"), person("Gone", deleted_at=DELETED)
    mine, other = objective(), objective("run")
    book = Book([
        ada, grace, alan, gone, mine, other,
        offer(ada, part="resource", objective=mine.id), offer(ada, "done", part="resource", objective=mine.id),
        offer(alan, "declined", part="resource", objective=mine.id), offer(gone, objective=mine.id),
        came_back(grace, objective=mine.id), came_back(ada, objective=mine.id),
    ])  # fmt: skip
    assert [(one.objective, one.people) for one in year(book, 2026).objectives] == [(mine, (ada, grace)), (other, ())]


def test_people_in_the_trash_are_left_out_and_those_who_rest_are_not() -> None:
    gone, resting = person(deleted_at=DELETED), person("Emmy", archived_on=date(2026, 11, 1))
    day = date(2026, 6, 1)
    book = Book([gone, resting, *(offer(who, "done", day) for who in (gone, resting)), came_back(gone)])
    assert (year(book, 2026).given, year(book, 2026).came_back) == (1, 0)
