"""The sample: rich, the same for everyone, and true on any day of any year."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from givenet_tui.demo import demo_book
from givenet_tui.domain.agenda import agenda
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import assignment
from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.check_ins import CheckIn, Snooze
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.months import month_of, moved
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import PARTS, STATUSES, Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import circle, standing
from givenet_tui.domain.year import year
from tests.factories import TODAY

ANY_DAY = st.dates(date(2024, 1, 1), date(2040, 12, 31))
ODD_DAYS = (date(2024, 2, 29), date(2026, 1, 1), date(2028, 2, 25), date(2026, 3, 1), date(2026, 12, 31))


def on_odd_days(test: Any) -> Any:
    for day in ODD_DAYS:
        test = example(day)(test)
    return test


def named(book: Book, name: str) -> Person:
    return next(person for person in book.people.values() if person.name == name)


def past_days(book: Book) -> Iterator[date]:
    """Every day of the sample on which something has happened."""
    for person in book.people.values():
        yield from filter(None, (person.met_on, person.archived_on))
    for aspiration in book.all(Aspiration):
        yield from filter(None, (aspiration.heard_on, aspiration.closed_on, aspiration.confirmed_on))
        yield from (earlier.until for earlier in aspiration.earlier)
    for offer in book.all(Offer):
        yield from (step.on for step in offer.steps)
        yield from (asking.on for asking in offer.asked)
    yield from (record.on for kind in (Interaction, Help) for record in book.all(kind))  # type: ignore[attr-defined]
    yield from filter(None, (objective.closed_on for objective in book.all(Objective)))


@on_odd_days
@given(ANY_DAY)
def test_it_is_the_same_for_everyone_who_opens_it_on_a_day(today: date) -> None:
    assert demo_book(today).records == demo_book(today).records


@on_odd_days
@given(ANY_DAY)
def test_nothing_in_it_has_happened_in_the_future(today: date) -> None:
    book = demo_book(today)
    assert max(past_days(book)) <= today
    assert all(check_in.on < today for check_in in book.all(CheckIn))
    assert all(snooze.until > today for snooze in book.all(Snooze))
    yesterday = (today - timedelta(days=1)).isoformat()
    for kind in KINDS_OF_RECORD:
        for record in book.all(kind):
            assert record.created_at[:10] <= record.updated_at[:10] <= yesterday


@on_odd_days
@given(ANY_DAY)
def test_its_records_know_each_other(today: date) -> None:
    book = demo_book(today)
    ids = [i for table, rows in book.records.items() if table not in {"meta", "settings"} for i in rows]
    assert len(ids) == len(set(ids))
    for offer in book.all(Offer):
        assert offer.person in book.people
        assert offer.objective is None or book.get(Objective, offer.objective).year == int(offer.month[:4])
        if offer.serves is not None:
            served = book.get(Aspiration, offer.serves)
            assert served.person == offer.person
            assert served.heard_on is not None
            assert served.heard_on <= offer.steps[0].on
    for person in book.people.values():
        assert person.introduced_by is None or person.introduced_by in book.people
    for check_in in book.all(CheckIn):
        assert all(line.person in book.people for line in check_in.handled)
        assert all(line.record in {line.person, *(o.id for o in book.all(Offer))} for line in check_in.handled)
    for help_ in book.all(Help):
        assert help_.objective is None or book.get(Objective, help_.objective).year == help_.on.year


@on_odd_days
@given(ANY_DAY)
def test_its_offers_go_through_their_steps_in_order_and_in_their_months(today: date) -> None:
    for offer in demo_book(today).all(Offer):
        days = [step.on for step in offer.steps]
        order = [STATUSES.index(step.status) for step in offer.steps]
        assert days == sorted(days)
        assert order == sorted(set(order))
        assert offer.status == offer.steps[-1].status
        assert {month_of(day) for day in days} <= {offer.month, *offer.carried_from}


@on_odd_days
@given(ANY_DAY)
def test_nobody_stands_twice_in_a_part_of_a_month(today: date) -> None:
    book = demo_book(today)
    for back in range(12):
        for part in assignment(book, moved(month_of(today), -back)).parts:
            people = [offer.person for offer in part.standing]
            assert people
            assert len(people) == len(set(people))
            assert not part.beyond


@on_odd_days
@given(ANY_DAY)
def test_its_agenda_shows_five_kinds_of_things_and_has_more(today: date) -> None:
    day = agenda(demo_book(today), today)
    assert len({line.what for line in day.lines}) == 5
    assert day.more_there > 0


@on_odd_days
@given(ANY_DAY)
def test_one_person_of_it_has_a_birthday_within_the_week(today: date) -> None:
    book = demo_book(today)
    soon = [p for p in book.circle if p.birthday and (p.birthday.next_on(today) - today).days <= 7]
    assert len(soon) == 1


@on_odd_days
@given(ANY_DAY)
def test_this_month_of_it_is_the_board_of_the_pictures(today: date) -> None:
    raise_up, resource = (assignment(demo_book(today), month_of(today)).part(part) for part in PARTS)
    assert [offer.status for offer in raise_up.standing] == ["accepted", "drafted", "done", "done", "done"]
    assert raise_up.standing[0].due == today + timedelta(days=1)
    assert [offer.status for offer in resource.standing] == ["done", "offered"]
    assert resource.standing[1].reached("offered") == today - timedelta(days=10)
    assert [offer.status for offer in raise_up.freed] == ["declined"]


def test_it_holds_one_of_each_thing_that_the_program_can_show() -> None:
    book = demo_book(TODAY)
    assert (len(book.circle), len(book.people)) == (23, 25)
    assert circle(book, TODAY).touches == 14
    assert len([o for o in book.objectives_of(2026) if o.is_open]) == 2
    assert {a.kind for a in book.all(Aspiration)} == {"hope", "dream", "goal", "objective"}
    assert {a.status for a in book.all(Aspiration)} == {"open", "fulfilled", "let_go"}
    assert any(a.earlier for a in book.all(Aspiration))
    assert {o.status for o in book.all(Offer)} >= {"drafted", "offered", "accepted", "done", "declined", "let_go"}
    assert any(o.carried_from for o in book.all(Offer))
    assert any(o.introduces and len(o.asked) == 2 for o in book.all(Offer))
    assert any(p.birthday and p.birthday.year is None for p in book.circle)
    assert any(p.birthday and (p.birthday.month, p.birthday.day) == (2, 29) for p in book.circle)
    assert any(len(p.about) > 800 for p in book.circle)
    assert any(not book.aspirations_of(p.id) for p in book.circle)
    assert all(month.given for month in year(book, 2026).months[:11])


@pytest.mark.parametrize(
    ("name", "days", "quiet"),
    [
        ("Ada Lovelace", 3, False),
        ("Alan Turing", 47, True),
        ("Katherine Johnson", 29, False),
        ("Joan Clarke", 51, True),
    ],
)
def test_its_people_were_last_in_touch_when_the_pictures_say(name: str, days: int, quiet: bool) -> None:
    book = demo_book(TODAY)
    stands = standing(book, named(book, name), TODAY)
    assert (stands.days, stands.is_quiet) == (days, quiet)


def test_someone_in_it_was_never_given_a_rhythm() -> None:
    book = demo_book(TODAY)
    assert standing(book, named(book, "Radia Perlman"), TODAY).rhythm is None
