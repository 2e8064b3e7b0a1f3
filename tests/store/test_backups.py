"""Copies: one before the first write of a day and before an import, thinned out as they grow old."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.clock import FixedClock
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.imports import bring_in
from givenet_tui.domain.moment import instant
from givenet_tui.domain.people import Person, Source
from givenet_tui.domain.verbs import people
from givenet_tui.store.backups import ONE_EARLIER, Backup, backups, folder_of, keep, kept, stamp_of
from givenet_tui.store.copies import chosen
from givenet_tui.store.errors import CouldNotWrite
from givenet_tui.store.restoring import back_up, put_back
from givenet_tui.store.store import FileStore
from givenet_tui.workspace import Workspace
from tests.store.books import filled, rename


def space(path: Path, clock: FixedClock) -> Workspace:
    return Workspace(FileStore.open(path, lambda: instant(clock.now())), clock)


def copy(when: datetime) -> Backup:
    return Backup(stamp_of(instant(when)), Path("x"))


def test_one_copy_a_day_and_one_before_each_import_even_when_the_clock_jumps_back(path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 10))  # noqa: DTZ001
    space(path, clock).do(people.add, name="Ada")
    assert backups(path) == ()
    for days in (0, 0, 1, 1, -1):
        clock.move(days=days, minutes=1)
        space(path, clock).do(people.add, name="Grace")
    assert len(backups(path)) == 3, "of the 22nd, the 23rd and the 24th"
    clock.move(minutes=1)
    space(path, clock).do(bring_in, "x.vcf", [Person(name="Emmy", sources=(Source("vcard", "e"),))])
    assert [one.why for one in backups(path)].count("before import") == 1
    assert {one.path.stat().st_mode & 0o777 for one in backups(path)} == {0o600}
    assert folder_of(path).stat().st_mode & 0o777 == 0o700


def test_a_copy_that_cannot_be_made_is_a_note_and_the_change_is_saved(path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 10))  # noqa: DTZ001
    mine = space(path, clock)
    mine.do(people.add, name="Ada")
    folder_of(path).write_bytes(b"a file in the folder's place")
    done = mine.do(people.add, name="Grace")
    assert done.note
    assert "copy of the book could not be made" in done.note
    assert len(space(path, clock).book.people) == 2


def test_a_year_of_days_leaves_ten_days_eight_weeks_and_twelve_months() -> None:
    every = [copy(datetime(2026, 11, 22, 10, tzinfo=UTC) - timedelta(days)) for days in range(500)]
    days = sorted((one.day for one in kept(every, date(2026, 11, 22))), reverse=True)
    assert days[:10] == [date(2026, 11, 22) - timedelta(number) for number in range(10)]
    assert len({day.isocalendar()[:2] for day in days}) >= 8
    assert {(day.year, day.month) for day in days} >= {(2026, month) for month in range(1, 12)} | {(2025, 12)}
    assert len(days) <= 30


@given(st.lists(st.integers(0, 4000 * 24), min_size=1, max_size=60), st.integers(0, 4000))
def test_todays_copies_and_the_newest_are_kept_and_thinning_twice_is_thinning_once(hours: list[int], now: int) -> None:
    every = [copy(datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hour)) for hour in hours]
    today = date(2020, 1, 1) + timedelta(now)
    staying = kept(every, today)
    assert staying >= {one for one in every if one.day == today} | {max(every)}
    assert kept(staying, today) == staying


def test_copies_from_a_clock_that_was_ahead_take_no_place_of_those_of_the_true_days(path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 1, 10))  # noqa: DTZ001
    mine = space(path, clock)

    def days(number: int) -> None:
        for _ in range(number):
            mine.do(people.add, name="Ada")
            clock.move(days=1)

    days(13)
    clock.move(days=2000)
    days(4)
    clock.move(days=-2004)
    mine = space(path, clock)
    made = [back_up(path, instant(clock.now() + timedelta(minutes=minute))) for minute in (3, 2, 1)]
    assert {one.path for one in made} <= {one.path for one in backups(path)}, "a copy that was asked for is there"
    days(10)
    true_days = {date(2026, 11, day) for day in range(14, 24)}
    assert true_days <= {one.day for one in backups(path)}, "those of ten true days, and of each a copy was made"


# --- put back ------------------------------------------------------------------------------------


def names(book: Path, clock: FixedClock) -> list[str]:
    return sorted(one.name for one in space(book, clock).book.people.values())


def test_a_book_that_was_put_back_is_a_change_like_any_other(path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 10))  # noqa: DTZ001
    window = space(path, clock)
    window.do(people.add, name="Ada")
    back_up(path, instant(clock.now()))
    clock.move(minutes=1)
    window.do(people.add, name="Grace")
    put_back(path, chosen(path, "2026-11-22T1000", lambda _: None), instant(clock.now()))
    assert names(path, clock) == ["Ada"]
    assert window.refresh(), "an open window takes it in"
    assert not window.store.changed_outside
    assert len(window.book.people) == 1
    assert space(path, clock).undo().name == "Undone: The book is back: 22 Nov 2026, 10:00, by hand"
    assert names(path, clock) == ["Ada", "Grace"]
    space(path, clock).redo()
    assert names(path, clock) == ["Ada"]


def test_an_older_copy_over_a_damaged_book_is_taken_back_to_what_was_last_saved(path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 10))  # noqa: DTZ001
    space(path, clock).do(people.add, name="Ada")
    back_up(path, instant(clock.now()))
    space(path, clock).do(people.add, name="Grace")
    path.write_bytes(path.read_bytes()[:50])
    put_back(path, chosen(path, "2026-11-22T1000", lambda _: None), instant(clock.now()))
    assert names(path, clock) == ["Ada"]
    space(path, clock).undo()
    assert names(path, clock) == ["Ada", "Grace"]


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Go and live elsewhere."""

    def live_in(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield live_in
    monkeypatch.undo()
    time.tzset()


def test_a_day_is_the_users_day_and_not_that_of_the_copys_name(path: Path, zone: Callable[[str], None]) -> None:
    zone("NZDT-13")
    for at in ("2026-11-23T20:00:00.000Z", "2026-11-24T01:00:00.000Z", "2026-11-24T20:00:00.000Z"):
        keep(path, [b"{}"], at)

    def stamp_from(when: str) -> str:
        return chosen(path, when, lambda words: date.fromisoformat(words) if len(words) == 10 else None).stamp

    assert stamp_from("2026-11-24") == "2026-11-24T010000.000Z", "the evening in UTC is the 25th already"
    assert stamp_from("2026-11-25") == "2026-11-24T200000.000Z"
    assert stamp_from("2026-11-24T01:00") == "2026-11-24T010000.000Z"
    assert stamp_from("2026-11-24T010000.000Z.json") == "2026-11-24T010000.000Z"


@pytest.mark.parametrize("when", ["2", "2026", "2026-11", "previous.", "\x1b[2J", "x" * 10_000])
def test_a_beginning_that_fits_many_copies_names_none(path: Path, when: str) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 10))  # noqa: DTZ001
    space(path, clock).do(people.add, name="Ada")
    back_up(path, instant(clock.now()))
    with pytest.raises(Refusal, match="There is no copy from"):
        chosen(path, when, lambda _: None)


def test_an_import_whose_copy_cannot_be_made_changes_nothing(path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 10))  # noqa: DTZ001
    mine = space(path, clock)
    mine.do(people.add, name="Ada")
    folder_of(path).write_bytes(b"a file in the folder's place")
    before = path.read_bytes()
    with pytest.raises(CouldNotWrite, match="Nothing was changed"):
        mine.do(bring_in, "x.vcf", [Person(name="Emmy", sources=(Source("vcard", "e"),))])
    assert path.read_bytes() == before
    assert len(mine.book.people) == 1


def test_a_day_and_no_word_mean_a_sound_copy_and_not_the_generation_before(path: Path) -> None:
    store = filled(path)
    back_up(path, "2026-11-22T09:00:00.000Z")
    for name in ("Ada King", "Ada Byron"):
        rename(store, name)
    keep(path, [b"{"], "2026-11-22T09:30:00.000Z", "before restore")
    for day in (None, date(2026, 11, 22)):
        found = chosen(path, "the day" if day else "", lambda _, day=day: day)  # type: ignore[misc]
        assert found.state is not None
        assert found.why != ONE_EARLIER
