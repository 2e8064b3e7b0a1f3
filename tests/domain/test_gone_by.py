"""What a day that is over holds, and whether it waits to be caught up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.agenda import agenda, smoothed_share
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn, Handled
from givenet_tui.domain.gone_by import gone_by, missed_days
from givenet_tui.domain.offers import Step
from givenet_tui.domain.records import changed
from givenet_tui.domain.verbs import check_ins
from tests.domain.random_books import books, some
from tests.domain.test_agenda_always import ago, dealt_with, everything
from tests.factories import TODAY, aspiration, came_back, moment, offer, person, touch

YESTERDAY = ago(1)


def test_a_day_holds_what_happened_on_it_and_nothing_else() -> None:
    ada, grace = person("Ada"), person("Grace")
    lunch = touch(ada, grace, on=YESTERDAY, text="lunch")
    steps = (Step("offered", ago(9)), Step("accepted", YESTERDAY), Step("done", YESTERDAY))
    gave = changed(offer(ada, "done", on=YESTERDAY), steps=steps)
    heard = aspiration(grace, heard_on=YESTERDAY)
    back = came_back(ada, on=YESTERDAY)
    book = Book([
        ada, grace, lunch, gave, heard, back,
        touch(ada, on=TODAY), offer(grace, "offered", on=ago(2)), aspiration(ada), came_back(grace, on=ago(2)),
    ])  # fmt: skip
    day = gone_by(book, YESTERDAY)
    assert [(deed.kind, deed.record.id, deed.status) for deed in day.deeds] == [
        ("touch", lunch.id, None), ("step", gave.id, "done"), ("heard", heard.id, None), ("came back", back.id, None),
    ]  # fmt: skip
    assert [one.name for one in day.deeds[0].people] == ["Ada", "Grace"]
    assert (day.check_in, day.reflection) == (None, "")
    assert gone_by(book, ago(20)).deeds == ()


def test_a_line_that_was_done_is_told_once_and_one_put_off_by_itself() -> None:
    ada, grace, alan, kay = (person(name) for name in ("Ada", "Grace", "Alan", "Kay"))
    promise = offer(ada, "done", on=YESTERDAY)
    call = touch(grace, on=YESTERDAY, channel="call")
    check_in = CheckIn(id=9, on=YESTERDAY, reflection="Enough.", handled=(
        Handled("quiet", alan.id, alan.id, "bumped"),
        Handled("promised", ada.id, promise.id, "done"),
        Handled("birthday", grace.id, grace.id, "done"),
        Handled("unknown", kay.id, kay.id, "done"),
        Handled("quiet", 77, 77, "done"),
    ))  # fmt: skip
    hope = aspiration(kay, heard_on=YESTERDAY)
    day = gone_by(Book([ada, grace, alan, kay, promise, call, check_in, hope]), YESTERDAY)
    assert [(deed.kind, deed.record.id, deed.what, deed.how) for deed in day.deeds] == [
        ("line", alan.id, "quiet", "bumped"),
        ("step", promise.id, "promised", "done"),
        ("touch", call.id, "birthday", "done"),
        ("heard", hope.id, "unknown", "done"),
    ]
    assert day.reflection == "Enough."


@some
@given(st.data())
def test_whatever_was_dealt_with_today_is_found_tomorrow_when_one_looks_back(data: st.DataObject) -> None:
    book = data.draw(books())
    for line in agenda(book, TODAY).lines:
        book = dealt_with(book, line)
    day = gone_by(book, TODAY)
    lines = agenda(book, TODAY).lines
    assert [(deed.what, deed.how) for deed in day.deeds if deed.how] == [
        (line.what, line.how) for line in book.check_in_on(TODAY).handled  # type: ignore[union-attr]
    ] if lines else not any(deed.how for deed in day.deeds)  # fmt: skip
    assert gone_by(Book(reversed(everything(book))), TODAY) == day


@pytest.mark.parametrize(
    ("back", "missed"), [((), 0), ((0,), 0), ((0, 1), 0), ((1,), 0), ((0, 2), 1), ((4, 9), 3), ((-3, 30), 29)]
)
def test_the_days_since_the_last_check_in_wait_to_be_caught_up(back: tuple[int, ...], missed: int) -> None:
    book = Book([CheckIn(id=number + 1, on=ago(days)) for number, days in enumerate(back)])
    assert missed_days(book, TODAY) == missed


def test_a_day_that_is_caught_up_counts_as_if_it_had_never_been_missed() -> None:
    book = Book([CheckIn(id=1, on=ago(2)), person()])
    assert smoothed_share(book, TODAY) == pytest.approx(0.95)
    book = book.apply(check_ins.reflect(book, moment(), "We talked.", on=YESTERDAY))
    assert smoothed_share(book, TODAY) == 1
    assert missed_days(book, TODAY) == 0
    assert gone_by(book, YESTERDAY).reflection == "We talked."
    assert [check_in.on for check_in in book.all(CheckIn)] == [date(2026, 11, 20), YESTERDAY]
