"""The day turns once, at the hour that the user set: also where the clocks are put on, or back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from givenet_tui.clock import FixedClock, today


class ZoneClock:
    """A wall clock somewhere in the world, at an instant."""

    def __init__(self, zone: str, now: datetime) -> None:
        self._zone = ZoneInfo(zone)
        self._now = now

    def now(self) -> datetime:
        return self._now

    def local(self) -> datetime:
        return self._now.astimezone(self._zone).replace(tzinfo=None)

    def move(self, minutes: int) -> None:
        self._now += timedelta(minutes=minutes)


@pytest.mark.parametrize("starts_at", ["00:00", "00:30", "01:45", "02:00", "02:30", "03:00", "04:00"])
@pytest.mark.parametrize(
    ("zone", "around"),
    [
        ("Europe/Berlin", date(2026, 3, 29)),
        ("Europe/Berlin", date(2026, 10, 25)),
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Africa/Cairo", date(2026, 4, 24)),  # no midnight
        ("America/Havana", date(2026, 11, 1)),  # midnight comes twice
        ("Asia/Beirut", date(2026, 10, 25)),  # 23:00 of the day before comes twice
        ("Asia/Kolkata", date(2026, 6, 1)),
    ],
)
def test_each_day_comes_once_and_begins_at_its_hour_or_at_the_first_after_it(
    zone: str, around: date, starts_at: str
) -> None:
    clock = ZoneClock(zone, datetime.combine(around - timedelta(days=2), time(), UTC))
    days: list[date] = [today(clock, starts_at)]
    for _ in range(4 * 24 * 12):
        clock.move(minutes=5)
        day, local = today(clock, starts_at), clock.local()
        if day != days[-1]:
            days.append(day)
            began = datetime.combine(day, time.fromisoformat(starts_at))
            assert began <= local < began + timedelta(minutes=65)
        assert day in {local.date(), local.date() - timedelta(days=1)}
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert len(days) >= 4


@pytest.mark.parametrize(
    ("starts_at", "day"),
    [("04:00", 21), ("03:00", 22), ("00:00", 22), ("", 22), ("noon", 22), ("25:00", 22), ("04:00+02:00", 21)],
)
def test_an_hour_that_cannot_be_read_is_midnight(starts_at: str, day: int) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 3))  # noqa: DTZ001  a wall clock has no zone
    assert today(clock, starts_at) == date(2026, 11, day)
