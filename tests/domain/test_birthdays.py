from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.birthdays import Birthday
from tests.domain.random_books import many

born = st.dates(date(1800, 1, 1), date(2100, 1, 1))


@many
@given(born, st.booleans())
def test_a_birthday_is_read_as_it_is_written(day: date, with_year: bool) -> None:
    birthday = Birthday(day.month, day.day, day.year if with_year else None)
    assert Birthday.parse(str(birthday)) == birthday
    assert str(birthday) == (day.isoformat() if with_year else f"-{day:-%m-%d}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12-10",
        "1815-12",
        "-12-10",
        "1815-13-01",
        "1815-02-30",
        "--02-30",
        "١٨١٥-١٢-١٠",
        "1900-02-29",
        "2000-01-01 ",
    ],
)
def test_what_is_no_birthday_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"birthday|day is out of range|month must be"):
        Birthday.parse(text)


@many
@given(born, st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_the_next_birthday_is_today_or_later_and_within_a_year(day: date, today: date) -> None:
    coming = Birthday(day.month, day.day).next_on(today)
    assert 0 <= (coming - today).days <= 366
    assert coming.month == day.month


def test_the_29th_of_february_is_kept_on_the_28th_where_there_is_none() -> None:
    leap = Birthday(2, 29)
    assert leap.in_year(2026) == date(2026, 2, 28)
    assert leap.in_year(2028) == date(2028, 2, 29)
    assert leap.next_on(date(2027, 3, 1)) == date(2028, 2, 29)
    assert leap.next_on(date(2026, 2, 28)) == date(2026, 2, 28)


def test_an_age_needs_a_year_that_is_past() -> None:
    assert Birthday(11, 26, 1986).age_on(date(2026, 11, 26)) == 40
    assert Birthday(11, 26).age_on(date(2026, 11, 26)) is None
    assert Birthday(11, 26, 2026).age_on(date(2026, 11, 26)) is None
