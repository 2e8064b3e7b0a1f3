from datetime import date, timedelta

import pytest

from givenet_tui.domain.book import Book
from givenet_tui.domain.candidates import before_today
from givenet_tui.domain.records import changed
from givenet_tui.domain.rhythm import NO_RHYTHM, Circle, circle, rhythm_of, since, standing, touches_in
from givenet_tui.domain.settings import Settings
from tests.factories import TODAY, offer, person, touch

BY_TAG = Settings(id=1, rhythms={"family": 14, "work": 60, "never": 0})


@pytest.mark.parametrize(
    ("rhythm_days", "tags", "rhythm"),
    [
        (None, (), None),
        (None, ("family",), 14),
        (None, ("work", "family"), 14),
        (None, ("never",), None),
        (None, ("never", "work"), 60),
        (None, ("friends",), None),
        (90, ("family",), 90),
        (0, ("family",), None),
        (-5, (), None),
    ],
)
def test_a_rhythm_is_the_persons_own_or_the_shortest_of_their_tags(
    rhythm_days: int | None, tags: tuple[str, ...], rhythm: int | None
) -> None:
    assert rhythm_of(person(rhythm_days=rhythm_days, tags=tags), BY_TAG) == rhythm


def test_in_touch_begins_with_the_day_the_record_was_made() -> None:
    ada = person(created_at="2026-11-20T23:30:00.000Z")
    assert since(Book([ada]), ada) == date(2026, 11, 20)
    assert since(Book([ada, touch(ada, on=date(2026, 3, 1))]), ada) == date(2026, 3, 1), "a touch before it counts"


@pytest.mark.parametrize("made", ["", "yesterday", "2026-13-01T00:00:00.000Z"])
def test_whoever_was_put_in_by_a_script_without_a_time_is_not_quiet_yet(made: str) -> None:
    ada = person(created_at=made, rhythm_days=1)
    assert not standing(Book([ada]), ada, TODAY).is_quiet


@pytest.mark.parametrize(("days", "quiet"), [(29, False), (30, False), (31, True)])
def test_a_person_is_quiet_the_day_after_the_rhythm(days: int, quiet: bool) -> None:
    ada = person(rhythm_days=30)
    now = standing(Book([ada, touch(ada, on=TODAY - timedelta(days))]), ada, TODAY)
    assert (now.days, now.rhythm, now.ever, now.is_quiet) == (days, 30, True, quiet)


def test_quietness_counts_in_rhythms() -> None:
    ada = person(rhythm_days=20)
    for days, quietness in [(0, -1), (20, 0), (30, 0.5), (60, 2)]:
        assert standing(Book([ada, touch(ada, on=TODAY - timedelta(days))]), ada, TODAY).quietness == quietness


def test_a_person_never_given_a_rhythm_is_never_quiet() -> None:
    ada = person()
    now = standing(Book([ada]), ada, TODAY)
    assert (now.days, now.ever, now.is_quiet, now.quietness) == (321, False, False, NO_RHYTHM)


def test_whoever_rests_is_never_quiet() -> None:
    ada = person(rhythm_days=1, archived_on=TODAY)
    assert not standing(Book([ada]), ada, TODAY).is_quiet


def test_a_touch_that_is_still_to_come_counts_as_todays() -> None:
    ada = person(rhythm_days=1)
    assert standing(Book([ada, touch(ada, on=TODAY + timedelta(9))]), ada, TODAY).days == 0


def test_a_done_offer_is_a_touch() -> None:
    ada = person(rhythm_days=7)
    now = standing(Book([ada, offer(ada, "done", TODAY - timedelta(3))]), ada, TODAY)
    assert (now.days, now.ever) == (3, True)


def test_an_introduction_that_is_done_is_a_touch_with_both_and_counts_once() -> None:
    ada, jonas = person(rhythm_days=7), person("Jonas", rhythm_days=7)
    introduced = offer(ada, "done", TODAY - timedelta(3), introduces=jonas.id)
    book = Book([ada, jonas, introduced])
    assert [standing(book, one, TODAY)[::2] for one in (ada, jonas)] == [(3, True), (3, True)]
    assert touches_in(book, "2026-11") == 1
    assert touches_in(Book([jonas, changed(ada, archived_on=TODAY), introduced]), "2026-11") == 1
    assert before_today(Book([ada, jonas, introduced, touch(jonas)]), jonas, TODAY).days == 3


def test_a_touch_with_several_people_counts_once_and_those_who_rest_not_at_all() -> None:
    ada, grace, resting = person(), person("Grace"), person("Emmy", archived_on=TODAY)
    book = Book([
        ada, grace, resting,
        touch(ada, grace, resting), touch(ada, on=date(2026, 11, 1)), touch(ada, on=date(2026, 10, 31)),
        touch(resting), touch(ada, deleted_at="2026-11-22T10:00:00.000Z"),
        offer(ada, "done", date(2026, 11, 30)), offer(ada, "accepted"), offer(grace, "done", date(2026, 12, 1)),
        offer(resting, "done"),
    ])  # fmt: skip
    assert touches_in(book, "2026-11") == 3
    assert touches_in(book, "2026-10") == 1
    assert touches_in(book, "2026-12") == 1


def test_the_circle_is_held_against_its_capacity() -> None:
    people = [person(str(number)) for number in range(3)]
    book = Book([*people, person(archived_on=TODAY), touch(people[0]), Settings(id=1, circle_size=2)])
    now = circle(book, TODAY)
    assert now == Circle(size=3, capacity=2, touches=1, touches_capacity=20)
    assert now.room == -1
