"""What holds of the agenda of any book."""

import re
from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givenet_tui.domain.agenda import Line, agenda, smoothed_share
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn, Handled, How, Snooze, What
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.ranking import CAPS
from givenet_tui.domain.records import Record
from givenet_tui.domain.verbs import aspirations, check_ins, interactions, offers
from tests.domain import agenda_oracle
from tests.domain.random_books import books, many, some
from tests.factories import TODAY, moment

HOWS: list[How] = ["done", "bumped", "passed"]


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def everything(book: Book) -> list[Record]:
    return [record for rows in book.records.values() for record in rows.values()]


def handled(book: Book, line: Line, how: How = "done") -> Book:
    """The book after a line was dealt with, and nothing else happened."""
    return book.apply(check_ins._handled(book, moment(), (Handled(line.what, line.person, line.record, how),)))


def keys(lines: tuple[Line, ...]) -> list[tuple[What, int, int]]:
    return [(line.what, line.person, line.record) for line in lines]


def whats(book: Book, today: date = TODAY, more: int = 0) -> list[What]:
    return [line.what for line in agenda(book, today, more).lines]


@some
@given(books(), st.integers(0, 2), st.randoms(use_true_random=False))
def test_the_agenda_hangs_on_what_is_in_the_book_and_not_on_its_order(book: Book, more: int, random: Random) -> None:
    records = everything(book)
    random.shuffle(records)
    assert agenda(Book(records), TODAY, more) == agenda(book, TODAY, more)


@many
@given(books(), st.integers(0, 2))
def test_nobody_comes_twice_and_nobody_who_rests_or_is_put_off(book: Book, more: int) -> None:
    lines = agenda(book, TODAY, more).lines
    people = [line.person for line in lines]
    assert len(set(people)) == len(people)
    circle = {person.id for person in book.circle}
    assert set(people) <= circle
    put_off = {snooze.record for snooze in book.all(Snooze) if snooze.until > TODAY}
    assert not put_off & {line.record for line in lines}
    if more == 0:
        assert len(lines) <= book.settings.agenda_size
        counts = Counter(line.what for line in lines)
        assert all(counts[what] <= cap for what, cap in CAPS.items())


days = st.sampled_from(
    [TODAY, TODAY, *map(date.fromisoformat, ("2026-11-24", "2026-11-30", "2026-12-29", "2027-02-26"))]
)


@settings(deadline=None, max_examples=60)  # what is wrong in one line of a few hides behind the others
@given(books(), days)
def test_the_lines_are_those_that_another_reading_of_the_book_finds(book: Book, today: date) -> None:
    assert keys(agenda(book, today).lines) == agenda_oracle.lines(book, today)


@many
@given(books(), days)
def test_every_reason_is_true(book: Book, today: date) -> None:
    for line in agenda(book, today, more=9).lines:
        true = agenda_oracle.reason(book, line, today)
        if line.what == "slot":
            assert line.reason.startswith(true)
            assert_has_room(book, line, today)
        else:
            assert line.reason == true
        assert_worth_doing(book, line)


def assert_has_room(book: Book, line: Line, today: date) -> None:
    """The part has a free slot, and the person stands in none of it; what was told, if anything, is told truly."""
    here = [one.person for one in agenda_oracle.board(book, today) if one.part == line.part]
    assert len(here) < book.settings.slots_per_part
    assert line.person not in here
    told = [one for one in book.aspirations_of(line.person) if one.is_open or "no offer" not in line.reason]
    claimed = re.search(r"told you an? (\w+)", line.reason)
    assert claimed is None or claimed[1] in {one.kind for one in told}
    offered = {one.status for one in book.offers_of(line.person)} - {"chosen"}
    assert not ("no offer so far" in line.reason and offered)
    assert not ("you last gave" in line.reason and "done" not in offered)


def assert_worth_doing(book: Book, line: Line) -> None:
    """What makes it worth doing is the person's own, and still open, or what the offer serves; else it is asked for."""
    known = {told.id: told for told in book.aspirations_of(line.person)}
    serves = book.find(Offer, line.offer)
    if line.aspiration:
        served = serves is not None and serves.serves == line.aspiration
        assert served or known[line.aspiration].is_open
    else:
        assert not any(told.is_open for told in known.values())
    assert bool(line.question) == (line.aspiration is None and line.what in {"quiet", "unknown"})
    assert line.offer in {None, line.record}
    snooze = book.snooze_of(line.record)
    assert line.put_off == (snooze.count if snooze else 0)
    assert not line.became, "nothing came of it yet"


@many
@given(st.data())
def test_handling_any_line_keeps_every_line_in_its_place_and_the_list_ends(data: st.DataObject) -> None:
    book = data.draw(books())
    first = agenda(book, TODAY)
    now = first
    for done in range(len(first.lines)):
        assert keys(now.lines) == keys(first.lines)
        assert (now.handled, now.open) == (done, len(first.lines) - done)
        assert not now.is_through
        line = data.draw(st.sampled_from([line for line in now.lines if line.how is None]))
        book = handled(book, line, data.draw(st.sampled_from(HOWS)))
        now = agenda(book, TODAY)
    assert keys(now.lines) == keys(first.lines)
    assert now.is_through
    assert all(line.how for line in now.lines)


def dealt_with(book: Book, line: Line) -> Book:
    """The book after what `space` does on a line, ticks and all."""
    now = moment()
    match line.what:
        case "promised":
            change = offers.step(book, now, line.record, "done")
        case "waiting":
            change = offers.step(book, now, line.record, "accepted")
        case "draft":
            change = offers.step(book, now, line.record, "offered")
        case "slot":
            change = offers.choose(book, now, line.person, line.part or "raise_up")
        case "unknown":
            change = aspirations.hear(book, now, line.person, "hope", "a quiet summer")
        case _:
            change = interactions.log(book, now, (line.person,))
    return book.apply(check_ins.ticked(book, now, change, "done"))


@many
@given(st.data())
def test_doing_what_a_line_asks_ticks_it_where_it_stands(data: st.DataObject) -> None:
    book = data.draw(books())
    first = agenda(book, TODAY)
    for done in range(1, len(first.lines) + 1):
        line = data.draw(st.sampled_from([line for line in agenda(book, TODAY).lines if line.how is None]))
        book = dealt_with(book, line)
        now = agenda(book, TODAY)
        assert (line.what, line.person, line.record, "done") in [(*key, "done") for key in keys(now.lines)]
        assert next(other.how for other in now.lines if other.person == line.person) == "done"
        assert [what for what, *_ in keys(now.lines)] == [what for what, *_ in keys(first.lines)]
        assert (now.handled, now.open) == (done, len(first.lines) - done)
    assert agenda(book, TODAY).is_through


@many
@given(books(), st.integers(1, 3))
def test_more_adds_lines_and_changes_nothing_of_the_first(book: Book, more: int) -> None:
    first, now, all_of_it = agenda(book, TODAY), agenda(book, TODAY, more), agenda(book, TODAY, more=99)
    assert (now.handled, now.open) == (first.handled, first.open)
    assert now.lines[: len(first.lines)] == first.lines
    assert len(now.lines) == min(len(first.lines) + more * book.settings.agenda_size, len(all_of_it.lines))
    assert now.more_there == len(all_of_it.lines) - len(now.lines)
    assert all_of_it.more_there == 0


@some
@given(st.data())
def test_more_ends_too(data: st.DataObject) -> None:
    book = data.draw(books())
    asked_for = agenda(book, TODAY, more=1)
    for done in range(len(asked_for.lines)):
        now = agenda(book, TODAY, more=1)
        assert len(now.lines) == len(asked_for.lines)
        assert now.handled == done
        book = handled(book, next(line for line in now.lines if line.how is None))
    assert all(line.how for line in agenda(book, TODAY, more=1).lines)
    assert agenda(book, TODAY).is_through


@some
@given(books())
def test_whoever_has_gone_quiet_is_somewhere_on_the_whole_list(book: Book) -> None:
    put_off = {snooze.record for snooze in book.all(Snooze) if snooze.until > TODAY}
    quiet = {
        person.id
        for person in book.circle
        if person.rhythm_days in {7, 30}
        and (TODAY - (book.last_touch(person.id) or date(2026, 1, 5))).days > person.rhythm_days
    }
    assert quiet - put_off <= {line.person for line in agenda(book, TODAY, more=99).lines}


# --- the record of days --------------------------------------------------------------------------


def days_of_check_in(*back: int) -> Book:
    return Book([CheckIn(id=number + 1, on=ago(days)) for number, days in enumerate(back)])


def test_the_share_of_days_begins_with_the_first_check_in() -> None:
    assert smoothed_share(Book(), TODAY) is None
    assert smoothed_share(days_of_check_in(-2), TODAY) is None, "a day to come is none"
    assert smoothed_share(days_of_check_in(0), TODAY) == 1
    assert smoothed_share(days_of_check_in(1), TODAY) == 1, "today is not over yet"


def test_a_missed_day_costs_five_percent_and_never_everything() -> None:
    assert smoothed_share(days_of_check_in(2), TODAY) == pytest.approx(0.95)
    assert smoothed_share(days_of_check_in(3), TODAY) == pytest.approx(0.95**2)
    share = smoothed_share(days_of_check_in(400), TODAY)
    assert share is not None
    assert 0 < share < 0.01


def test_coming_back_raises_the_share_again() -> None:
    away, back = smoothed_share(days_of_check_in(10), TODAY), smoothed_share(days_of_check_in(10, 0), TODAY)
    assert away is not None
    assert back is not None
    assert away < back < 1


@some
@given(st.sets(st.integers(0, 200), min_size=1))
def test_the_share_is_that_of_going_through_the_days_one_by_one(back: set[int]) -> None:
    share = 1.0
    for days in range(max(back) - 1, -1, -1):
        if days in back:
            share = 0.95 * share + 0.05
        elif days:
            share *= 0.95
    assert smoothed_share(days_of_check_in(*back), TODAY) == pytest.approx(share)
    assert smoothed_share(days_of_check_in(*back, *back), TODAY) == pytest.approx(share), "two of a day are one day"
