"""Copies: one before the first write of a day and before an import, thinned out as they grow old."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.clock import FixedClock
from givenet_tui.domain.imports import bring_in
from givenet_tui.domain.moment import instant
from givenet_tui.domain.people import Person, Source
from givenet_tui.domain.verbs import people
from givenet_tui.store.backups import Backup, backups, folder_of, kept, stamp_of
from givenet_tui.store.store import FileStore
from givenet_tui.workspace import Workspace


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
    days = sorted((one.day for one in kept(every)), reverse=True)
    assert days[:10] == [date(2026, 11, 22) - timedelta(number) for number in range(10)]
    assert len({day.isocalendar()[:2] for day in days}) >= 8
    assert {(day.year, day.month) for day in days} >= {(2026, month) for month in range(1, 12)} | {(2025, 12)}
    assert len(days) <= 30


@given(st.lists(st.integers(0, 4000 * 24), min_size=1, max_size=60))
def test_the_newest_copy_is_kept_and_thinning_twice_is_thinning_once(hours: list[int]) -> None:
    every = [copy(datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hour)) for hour in hours]
    staying = kept(every)
    assert max(every) in staying
    assert kept(staying) == staying
