"""The moment at which something is done: handed to every verb, so that the domain never asks for the time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """When a change is made, and where its new ids come from."""

    now: datetime
    """The instant, aware, UTC."""
    today: date
    """The civil day the user is in: before `day_starts_at` it is still yesterday."""
    new_id: Callable[[], int]

    @property
    def instant(self) -> str:
        """`now` as the file writes it: `2026-11-22T10:00:00.123Z`."""
        return instant(self.now)


def instant(moment: datetime) -> str:
    """An aware datetime as UTC with milliseconds: `2026-11-22T10:00:00.123Z`."""
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z"
