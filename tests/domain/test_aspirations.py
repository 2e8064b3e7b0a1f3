"""What someone told you: whether it still holds, by when they want it, and how it was worded before."""

from datetime import date
from typing import Any

import pytest

from givenet_tui.domain.aspirations import Aspiration, Earlier
from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.holding import is_to_confirm, last_said
from givenet_tui.domain.horizon import horizon_day, horizon_of
from givenet_tui.domain.records import changed
from givenet_tui.domain.verbs import aspirations
from tests.factories import MADE, TODAY, aspiration, moment, person
from tests.hostile import NASTY

ADA = person()
HALF_A_YEAR_AGO = date(2026, 5, 22)


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ({"heard_on": HALF_A_YEAR_AGO}, True),
        ({"heard_on": date(2026, 5, 23)}, False),
        ({"heard_on": date(2020, 1, 1), "confirmed_on": HALF_A_YEAR_AGO}, True),
        ({"heard_on": date(2020, 1, 1), "confirmed_on": date(2026, 5, 23)}, False),
        ({"heard_on": date(2020, 1, 1), "earlier": (Earlier("fly", date(2026, 6, 1)),)}, False),
        ({"heard_on": date(2026, 11, 1), "confirmed_on": date(2020, 1, 1)}, False),
        ({"heard_on": date(2020, 1, 1), "status": "fulfilled"}, False),
        ({"heard_on": date(2020, 1, 1), "status": "let_go"}, False),
        ({}, True),  # what has no day of its own was written down in January
        ({"created_at": "2026-11-01T10:00:00.000Z"}, False),
        ({"created_at": ""}, False),
        ({"heard_on": date(2027, 1, 1)}, False),
    ],
)
def test_what_was_not_said_for_half_a_year_asks_whether_it_still_holds(said: dict[str, Any], asks: bool) -> None:
    assert is_to_confirm(aspiration(ADA, **said), TODAY) == asks


@pytest.mark.parametrize(
    ("heard", "last_quiet"),
    [
        (date(2026, 2, 28), date(2026, 8, 27)),
        (date(2025, 8, 31), date(2026, 2, 28)),  # there is no 31 February: a day later half a year has passed
        (date(2024, 2, 29), date(2024, 8, 28)),
        (date(2025, 12, 31), date(2026, 6, 30)),
    ],
)
def test_half_a_year_is_six_months_of_the_calendar(heard: date, last_quiet: date) -> None:
    told = aspiration(ADA, heard_on=heard)
    assert not is_to_confirm(told, last_quiet)
    assert is_to_confirm(told, date.fromordinal(last_quiet.toordinal() + 1))


def test_a_yes_sets_the_day_and_the_question_is_gone() -> None:
    told = aspiration(ADA, heard_on=date(2020, 1, 1))
    book = Book([ADA, told])
    after = book.apply(aspirations.confirm(book, moment(), told.id)).get(Aspiration, told.id)
    assert (after.confirmed_on, last_said(after), is_to_confirm(after, TODAY)) == (TODAY, TODAY, False)
    closed = Book([ADA, changed(told, status="let_go")])
    with pytest.raises(Refusal, match="let go: s opens it again"):
        aspirations.confirm(closed, moment(), told.id)


def reworded(told: Aspiration, *steps: tuple[date, str]) -> Aspiration:
    book = Book([ADA, told])
    for day, text in steps:
        book = book.apply(aspirations.edit(book, moment(day), told.id, text=text))
    return book.get(Aspiration, told.id)


def test_each_rewording_keeps_the_words_before_with_their_day() -> None:
    spring, summer = date(2026, 4, 1), date(2026, 7, 1)
    after = reworded(aspiration(ADA, "fly"), (spring, f"fly far {NASTY[0]}"), (summer, "see the sea"), (TODAY, "rest"))
    assert after.text == "rest"
    assert after.earlier == (
        Earlier("fly", spring), Earlier(f"fly far {NASTY[0]}", summer), Earlier("see the sea", TODAY),
    )  # fmt: skip


def test_a_slip_that_is_mended_on_the_same_day_leaves_no_trace() -> None:
    fresh = aspiration(ADA, "flie", created_at="2026-11-22T08:00:00.000Z")
    assert reworded(fresh, (TODAY, "fly")).earlier == ()
    assert reworded(aspiration(ADA, "fly"), (TODAY, "swimm"), (TODAY, "swim")).earlier == (Earlier("fly", TODAY),)
    assert reworded(aspiration(ADA, "fly"), (TODAY, "swim"), (TODAY, "fly")).earlier == ()
    assert aspiration(ADA).created_at == MADE


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12 mar 2027", "2027-03-12"), (" by 12 march ", "2027-03-12"), ("fri", "2026-11-27"),
        ("in 3 weeks", "2026-12-13"), ("before I'm 40", "before I'm 40"), ("by spring", "by spring"),
        ("next year", "next year"), ("end of year", "end of year"), ("2027", "2027"), ("", ""),
        (NASTY[0], NASTY[0].strip()),
    ],
)  # fmt: skip
def test_by_when_is_a_day_or_their_own_words(typed: str, kept: str) -> None:
    assert horizon_of(typed, TODAY) == kept
    book = Book([ADA])
    (edit,) = aspirations.hear(book, moment(), ADA.id, "goal", "fly", horizon=typed).edits
    assert edit.record.horizon == kept  # type: ignore[attr-defined]
    assert (horizon_day(kept) is not None) == (len(kept) == 10 and kept[:2] == "20")
