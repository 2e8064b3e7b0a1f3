"""The only place that asks what time it is; everyone else is handed a Clock."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the instant, and the user's civil time."""

    def now(self) -> datetime:
        """The instant, aware, UTC."""

    def local(self) -> datetime:
        """The same instant as the user's wall clock shows it, without a zone; `fold` in an hour that comes twice."""


class SystemClock:
    """The machine's clock, in the machine's zone as it is at each call: a traveller's day follows."""

    def now(self) -> datetime:
        """The instant, aware, UTC."""
        return datetime.now(UTC)

    def local(self) -> datetime:
        """The wall clock. The C library finds the zone: a broken /etc/timezone gives UTC, not an error."""
        return datetime.now()  # noqa: DTZ005


class FixedClock:
    """A clock that stands still: for tests, the demo's pictures, and whoever wants the same day twice."""

    def __init__(self, local: datetime) -> None:
        """Stand at a wall-clock time without a zone; the instant is the same time in UTC."""
        self._local = local

    def now(self) -> datetime:
        """The instant, aware, UTC."""
        return self._local.replace(tzinfo=UTC)

    def local(self) -> datetime:
        """The wall clock."""
        return self._local

    def move(self, **by: float) -> None:
        """Let some time pass: `move(days=1)`."""
        self._local += timedelta(**by)


def today(clock: Clock, day_starts_at: str = "04:00") -> date:
    """The civil day the user is in: before `day_starts_at` (`HH:MM`) it is still yesterday.

    A time that cannot be read counts as midnight.
    """
    try:
        boundary = time.fromisoformat(day_starts_at)
    except ValueError:
        boundary = time()
    local, starts = clock.local(), boundary.replace(tzinfo=None)
    if local.fold:  # the clock was put back: this hour has been gone through once, to its end, and no day ends twice
        return local.date() if starts.hour <= local.hour else local.date() - timedelta(days=1)
    return local.date() - timedelta(days=1) if local.time() < starts else local.date()
