"""Days as people type them. Today is Sunday 22 November 2026, unless a test says otherwise."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.day_words import MOST_WORDS, Leaning, is_a_span, parse_birthday, parse_day
from givenet_tui.domain.days import MONTHS, WEEKDAYS, ago, ahead, in_full, short
from givenet_tui.domain.settings import Weekday
from tests.factories import TODAY
from tests.hostile import HOSTILE, SURROGATES

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
LEANING: st.SearchStrategy[Leaning] = st.sampled_from(["past", "future"])
WORDS = [
    "today", "yesterday", "tomorrow", "fri", "friday", "sat", "sun", "may", "march", "12", "nov", "november", "31",
    "29", "feb", "2026", "last", "next", "this", "in", "ago", "end", "of", "month", "week", "year", "the", "a",
    "couple", "+2w", "-9999y", "9999", "days", "months", "2026-11-12", "12.11.", "12.11.2026", "1st", "32nd", "0",
    "99", "by", "--12-10",
]  # fmt: skip
TYPED = st.text(max_size=20) | st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)

# What is typed, the day when a promise is meant, the day when a touch is meant.
EITHER_WAY = [
    ("today", "2026-11-22"), ("Today", "2026-11-22"), ("now", "2026-11-22"), ("tonight", "2026-11-22"),
    ("this morning", "2026-11-22"), ("yesterday", "2026-11-21"), ("last night", "2026-11-21"),
    ("yesterday evening", "2026-11-21"), ("the day before yesterday", "2026-11-20"), ("tomorrow", "2026-11-23"),
    ("tomorrow morning", "2026-11-23"), ("day after tomorrow", "2026-11-24"), ("last fri", "2026-11-20"),
    ("last Friday", "2026-11-20"), ("last sun", "2026-11-15"), ("next fri", "2026-11-27"), ("next mon", "2026-11-23"),
    ("next sun", "2026-11-29"), ("this sun", "2026-11-22"), ("3 days ago", "2026-11-19"),
    ("a week ago", "2026-11-15"), ("2 months ago", "2026-09-22"), ("three weeks ago", "2026-11-01"),
    ("a couple of weeks ago", "2026-11-08"), ("a fortnight ago", "2026-11-08"), ("half a year ago", "2026-05-22"),
    ("a year ago", "2025-11-22"), ("10 days back", "2026-11-12"), ("+2w", "2026-12-06"), ("+3d", "2026-11-25"),
    ("+1m", "2026-12-22"), ("+1y", "2027-11-22"), ("+ 2 weeks", "2026-12-06"), ("-2d", "2026-11-20"),
    ("-1w", "2026-11-15"), ("in 3 days", "2026-11-25"), ("in a week", "2026-11-29"), ("in two months", "2027-01-22"),
    ("in half a year", "2027-05-22"), ("2 weeks from now", "2026-12-06"), ("12 November 2026", "2026-11-12"),
    ("nov 12, 2027", "2027-11-12"), ("12th of november 2026", "2026-11-12"), ("2026-11-12", "2026-11-12"),
    ("2026/11/12", "2026-11-12"), ("12.11.2026", "2026-11-12"), ("12. 11. 2026", "2026-11-12"),
    ("Thursday 12 November 2026", "2026-11-12"), ("Thu, 12 Nov 2026", "2026-11-12"), ("thu 2026-11-12", "2026-11-12"),
    ("Tuesday 3 March", "2026-03-03"), ("by 28 Nov 2026", "2026-11-28"), ("on the 12th of nov 2026", "2026-11-12"),
    ("end of month", "2026-11-30"), ("the end of the month", "2026-11-30"), ("end of next month", "2026-12-31"),
    ("end of last month", "2026-10-31"), ("end of the week", "2026-11-22"), ("end of next week", "2026-11-29"),
    ("end of year", "2026-12-31"), ("next week", "2026-11-23"), ("next month", "2026-12-01"),
    ("next year", "2027-01-01"), ("last week", "2026-11-15"), ("last month", "2026-10-22"),
    ("last year", "2025-11-22"),
]  # fmt: skip
LEANS = [
    ("fri", "2026-11-27", "2026-11-20"), ("FRIDAY", "2026-11-27", "2026-11-20"), ("sun", "2026-11-29", "2026-11-15"),
    ("on fri", "2026-11-27", "2026-11-20"), ("by friday", "2026-11-27", "2026-11-20"),
    ("this fri", "2026-11-27", "2026-11-20"), ("this weekend", "2026-11-28", "2026-11-21"),
    ("thurs", "2026-11-26", "2026-11-19"), ("12 nov", "2027-11-12", "2026-11-12"),
    ("nov 12", "2027-11-12", "2026-11-12"), ("12nov", "2027-11-12", "2026-11-12"),
    ("12.11.", "2027-11-12", "2026-11-12"), ("22 nov", "2026-11-22", "2026-11-22"),
    ("1 dec", "2026-12-01", "2025-12-01"), ("29 feb", "2028-02-29", "2024-02-29"),
    ("the 30th", "2026-11-30", "2026-10-30"), ("31st", "2026-12-31", "2026-10-31"),
    ("end of march", "2027-03-31", "2026-03-31"), ("2w", "2026-12-06", "2026-11-08"),
    ("3 days", "2026-11-25", "2026-11-19"),
]  # fmt: skip
NOTHING = [
    "", " ", "soon", "12", "2026", "31 apr", "29 feb 2026", "2026-02-30", "2026-13-01", "12/11", "12.11", "32nd",
    "0 nov",
    "friday 12 november 2026", "in 3 days ago", "+2", "w", "ago", "next", "last", "fri fri", "nov", "+9999y", "-9999y",
    "end of", "end of fri", "the", "١٢ nov", "2026-11-12T10:00", "an outline by fri", "in 3 hours", "x" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize(("typed", "day"), EITHER_WAY)
@pytest.mark.parametrize("leaning", ["past", "future"])
def test_a_day_that_says_where_it_lies_is_the_same_for_a_touch_and_a_promise(
    typed: str, day: str, leaning: Leaning
) -> None:
    assert parse_day(typed, TODAY, leaning=leaning) == date.fromisoformat(day)


@pytest.mark.parametrize(("typed", "promise", "touch"), LEANS)
def test_a_day_that_does_not_say_lies_ahead_for_a_promise_and_behind_for_a_touch(
    typed: str, promise: str, touch: str
) -> None:
    assert parse_day(typed, TODAY, leaning="future") == date.fromisoformat(promise)
    assert parse_day(typed, TODAY, leaning="past") == date.fromisoformat(touch)


@pytest.mark.parametrize("typed", NOTHING, ids=lambda typed: ascii(typed[:20]))
def test_what_is_not_understood_is_no_day(typed: str) -> None:
    assert parse_day(typed, TODAY) is None


def test_no_known_way_of_saying_a_day_has_more_words_than_said() -> None:
    typed = [row[0] for row in (*EITHER_WAY, *LEANS)]
    said = [words.removeprefix("the ").removeprefix("on the ").removeprefix("by ") for words in typed]
    assert max(len(words.split()) for words in said) <= MOST_WORDS


@pytest.mark.parametrize(
    ("starts_on", "typed", "day"),
    [
        ("sunday", "next week", "2026-11-29"),
        ("sunday", "end of week", "2026-11-28"),
        ("sunday", "next fri", "2026-12-04"),
        ("saturday", "next fri", "2026-12-04"),
        ("saturday", "next week", "2026-11-28"),
    ],
)
def test_a_week_begins_on_the_day_the_user_says(starts_on: Weekday, typed: str, day: str) -> None:
    assert parse_day(typed, TODAY, week_starts_on=starts_on) == date.fromisoformat(day)


def test_a_month_added_to_its_last_day_ends_on_the_last_day_there_is() -> None:
    assert parse_day("+1m", date(2026, 1, 31)) == date(2026, 2, 28)
    assert parse_day("a year ago", date(2028, 2, 29)) == date(2027, 2, 28)


def test_the_calendar_ends_without_an_error() -> None:
    assert parse_day("tomorrow", date.max) is None
    assert parse_day("yesterday", date.min) is None
    assert parse_day("+1m", date.max) is None


@given(TYPED, DAYS | st.dates(), LEANING)
def test_no_text_is_an_error(typed: str, today: date, leaning: Leaning) -> None:
    parse_day(typed, today, leaning=leaning)
    parse_birthday(typed)


@pytest.mark.parametrize("text", [*HOSTILE.values(), *SURROGATES], ids=lambda text: ascii(text[:20]))
def test_no_hostile_text_is_a_day(text: str) -> None:
    assert parse_day(text, TODAY) is None
    assert parse_birthday(text) is None


@given(DAYS, DAYS, LEANING)
def test_a_day_written_in_full_or_as_the_file_does_is_read_back(day: date, today: date, leaning: Leaning) -> None:
    assert parse_day(in_full(day, today), today, leaning=leaning) == day
    assert parse_day(day.isoformat(), today, leaning=leaning) == day


@given(DAYS, DAYS)
def test_a_day_written_short_is_read_back_when_it_lies_on_the_side_that_is_meant(day: date, today: date) -> None:
    assert parse_day(short(day, today), today, leaning="past" if day < today else "future") == day


@given(st.integers(-13, 13), DAYS, LEANING)
def test_what_the_screen_says_of_a_near_day_can_be_typed(away: int, today: date, leaning: Leaning) -> None:
    day = today + timedelta(days=away)
    assert parse_day(ago(day, today), today, leaning=leaning) == day == parse_day(ahead(day, today), today)


@given(st.sampled_from([*WEEKDAYS, *(name[:3] for name in WEEKDAYS)]), DAYS, LEANING)
def test_a_day_of_the_week_is_within_a_week_and_never_today(typed: str, today: date, leaning: Leaning) -> None:
    day = parse_day(typed, today, leaning=leaning)
    assert day and WEEKDAYS[day.weekday()].startswith(typed)
    assert 1 <= (day - today).days * (1 if leaning == "future" else -1) <= 7


@given(st.sampled_from(WEEKDAYS), DAYS, st.sampled_from(WEEKDAYS))
def test_the_next_one_lies_in_the_next_week(typed: str, today: date, first: str) -> None:
    starts_on: Weekday = first.lower()  # type: ignore[assignment]
    day = parse_day(f"next {typed}", today, week_starts_on=starts_on)
    begins = parse_day("next week", today, week_starts_on=starts_on)
    assert day and begins and 0 <= (day - begins).days <= 6
    assert begins > today and WEEKDAYS[begins.weekday()] == first


@given(st.sampled_from(MONTHS), st.integers(1, 28), DAYS, LEANING)
def test_a_day_without_a_year_is_the_nearest_on_its_side(month: str, n: int, today: date, leaning: Leaning) -> None:
    day = parse_day(f"{n} {month}", today, leaning=leaning)
    assert day and (day.day, MONTHS[day.month - 1]) == (n, month)
    assert 0 <= (day - today).days * (1 if leaning == "future" else -1) <= 366


@pytest.mark.parametrize(
    ("typed", "birthday"),
    [
        ("10 dec", "--12-10"), ("10 Dec 1815", "1815-12-10"), ("December 10, 1815", "1815-12-10"),
        ("dec 10", "--12-10"), ("1815-12-10", "1815-12-10"), ("--12-10", "--12-10"), ("10.12.1815", "1815-12-10"),
        ("10.12.", "--12-10"), ("29 feb", "--02-29"), ("the 10th of december", "--12-10"), ("10 dec 0000", "--12-10"),
    ],
)  # fmt: skip
def test_a_birthday_may_lack_its_year(typed: str, birthday: str) -> None:
    assert parse_birthday(typed) == Birthday.parse(birthday)


@pytest.mark.parametrize("typed", ["", "10", "dec", "29 feb 1815", "31 apr", "--13-01", "--1-1", "tomorrow", "10/12"])
def test_what_is_not_understood_is_no_birthday(typed: str) -> None:
    assert parse_birthday(typed) is None


def test_only_those_who_count_in_months_wait_for_pendulum() -> None:
    code = (
        "import sys; from datetime import date; from givenet_tui.domain.day_words import parse_day;"
        "parse_day('3 days ago', date(2026, 11, 22)); parse_day('next fri', date(2026, 11, 22));"
        "sys.exit('pendulum' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("typed", ["3 days", "2w", "a couple of weeks", "10 months"])
def test_so_long_is_a_span_unless_it_says_from_when(typed: str) -> None:
    assert is_a_span(typed)
    assert not any(map(is_a_span, (f"{typed} ago", f"in {typed}", f"{typed} from now", f"+{typed}", "fri", "12 nov")))
