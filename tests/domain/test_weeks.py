"""A year as weeks and weekdays."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.days import WEEKDAYS
from givenet_tui.domain.weeks import month_columns, weekdays, weeks

starts = st.sampled_from([name.lower() for name in WEEKDAYS])


@given(st.integers(1, 9999), starts)
def test_every_day_of_a_year_stands_once_in_its_row_and_in_order(year: int, starts_on: str) -> None:
    columns, rows = weeks(year, starts_on), weekdays(starts_on)
    days = [day for week in columns for day in week if day]
    first = date(year, 1, 1)
    assert days == [first + timedelta(number) for number in range(len(days))]
    assert (days[-1].month, days[-1].day) == (12, 31)
    assert 53 <= len(columns) <= 54
    assert all(len(week) == 7 for week in columns)
    assert all(WEEKDAYS[day.weekday()] == rows[row] for week in columns for row, day in enumerate(week) if day)
    assert rows[0].lower() == starts_on
    names = month_columns(columns)
    assert [name for _, name in names] == [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
    assert all(after - before >= 4 for (before, _), (after, _) in pairwise(names))


@pytest.mark.parametrize(
    ("year", "starts_on", "days", "columns"),
    [(2024, "monday", 366, 53), (2023, "sunday", 365, 53), (2028, "sunday", 366, 54), (2000, "sunday", 366, 54)],
)
def test_leap_years_have_a_day_more_and_may_take_a_week_more(
    year: int, starts_on: str, days: int, columns: int
) -> None:
    shown = weeks(year, starts_on)
    assert (sum(day is not None for week in shown for day in week), len(shown)) == (days, columns)


def test_a_word_that_is_no_weekday_means_monday() -> None:
    assert weekdays("someday")[0] == "Monday"
