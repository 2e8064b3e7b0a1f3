from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.months import days_left, first_day, is_month, last_day, month_name, month_of, moved
from tests.domain.random_books import many

months = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(month_of)


@many
@given(st.dates())
def test_a_day_lies_in_its_month(day: date) -> None:
    month = month_of(day)
    assert first_day(month) <= day <= last_day(month)
    assert is_month(month)


@many
@given(months, st.integers(-500, 500))
def test_moving_there_and_back_is_staying(month: str, by: int) -> None:
    assert moved(moved(month, by), -by) == month
    assert (moved(month, by) > month) == (by > 0), "months sort as text"


def test_months_stop_at_the_ends_of_the_calendar() -> None:
    assert moved("9999-11", 5) == "9999-12"
    assert moved("0001-02", -5) == "0001-01"


def test_moving_goes_over_the_end_of_the_year() -> None:
    assert moved("2026-12", 1) == "2027-01"
    assert moved("2026-01", -1) == "2025-12"


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2026, 11, 22), 8),
        (date(2026, 11, 30), 0),
        (date(2026, 12, 1), 0),
        (date(2026, 11, 1), 29),
        (date(2026, 10, 31), 30),
        (date(2026, 1, 1), 30),
    ],
)
def test_days_left_are_those_after_today(today: date, left: int) -> None:
    assert days_left("2026-11", today) == left


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "2026-1", "2026-00", "26-01", "2026-11-01", "november"])
def test_what_is_no_month_is_told_apart(text: str) -> None:
    assert not is_month(text)


def test_a_month_is_named_with_or_without_its_year() -> None:
    assert month_name("2026-11") == "November 2026"
    assert month_name("2026-11", with_year=False) == "November"
