"""Days in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain import days
from tests.factories import TODAY

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("day", "in_full", "short"),
    [
        (date(2026, 11, 27), "Friday 27 November", "27 Nov"),
        (date(2027, 1, 1), "Friday 1 January 2027", "1 Jan 2027"),
        (date(2025, 11, 9), "Sunday 9 November 2025", "9 Nov 2025"),
        (TODAY, "Sunday 22 November", "22 Nov"),
        (date(815, 9, 1), "Tuesday 1 September 815", "1 Sep 815"),
    ],
)
def test_a_day_is_written_with_its_year_when_that_is_another(day: date, in_full: str, short: str) -> None:
    assert (days.in_full(day, TODAY), days.short(day, TODAY)) == (in_full, short)


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (0, "today"), (1, "yesterday"), (2, "2 days ago"), (6, "6 days ago"), (7, "a week ago"), (8, "8 days ago"),
        (13, "13 days ago"), (14, "2 weeks ago"), (27, "3 weeks ago"), (60, "8 weeks ago"), (61, "2 months ago"),
        (130, "4 months ago"), (364, "11 months ago"), (365, "a year ago"), (500, "16 months ago"),
        (731, "2 years ago"), (-1, "tomorrow"),
    ],
)  # fmt: skip
def test_the_past_is_worded_in_days_weeks_months_and_years(passed: int, words: str) -> None:
    assert days.ago(TODAY - timedelta(days=passed), TODAY) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (0, "today"), (1, "tomorrow"), (4, "in 4 days"), (7, "in a week"), (21, "in 3 weeks"), (70, "in 2 months"),
        (365, "in a year"), (800, "in 2 years"), (-1, "yesterday"), (-3, "3 days ago"),
    ],
)  # fmt: skip
def test_what_lies_ahead_is_worded_the_same_way(left: int, words: str) -> None:
    assert days.ahead(TODAY + timedelta(days=left), TODAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "due today"),
        (date(2026, 11, 23), "due tomorrow"),
        (date(2026, 11, 28), "by 28 Nov"),
        (date(2027, 1, 8), "by 8 Jan 2027"),
        (date(2026, 11, 21), "its day was yesterday"),
        (date(2026, 11, 19), "its day was 3 days ago"),
    ],
)
def test_a_promise_has_its_day_and_is_never_called_late(day: date, words: str) -> None:
    assert days.due_words(day, TODAY) == words


def test_a_number_of_days_agrees_with_its_noun() -> None:
    assert [days.how_long(n) for n in (0, 1, 2, 47)] == ["0 days", "1 day", "2 days", "47 days"]


def test_the_day_of_the_week_has_three_letters() -> None:
    assert days.weekday(TODAY) == "Sun"


def test_whole_months_are_counted_to_the_day() -> None:
    assert days.months_between(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert days.months_between(date(2026, 1, 28), date(2026, 2, 28)) == 1


@given(DAYS, DAYS)
def test_every_pair_of_days_has_its_words(day: date, today: date) -> None:
    ago, ahead = days.ago(day, today), days.ahead(day, today)
    assert ago == ahead
    assert ago.endswith(" ago") == ((today - day).days > 1)
    assert ago.startswith("in ") == ((day - today).days > 1)
    assert not ago.startswith(("0 ", "1 ", "in 0 ", "in 1 "))
    assert "overdue" not in days.due_words(day, today)
