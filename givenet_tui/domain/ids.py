"""Ids: 53-bit integers that sort by creation, survive JSON in any language, and are never used again.

Milliseconds since 2024-01-01 UTC, shifted by twelve bits; the twelve low bits begin at random in each
millisecond and count up inside it, so that two machines do not collide.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2024, 1, 1, tzinfo=UTC)
LOW_BITS = 12
LOW_COUNT = 1 << LOW_BITS
GREATEST_ID = (1 << 53) - 1


def next_id(now: datetime, greatest: int, low: int) -> int:
    """The id for a record made at `now` (aware), when `greatest` is the greatest id so far (0: none).

    `low` is a random number below 4096, used when this is the first id of its millisecond.
    When the count inside the millisecond is full, or the clock is behind, the answer is `greatest` + 1.
    """
    milliseconds = max(0, (now - EPOCH) // timedelta(milliseconds=1))
    if milliseconds > greatest >> LOW_BITS:
        return milliseconds << LOW_BITS | low % LOW_COUNT
    return greatest + 1


class IdMaker:
    """Hands out ids for one change: `maker()` is the next one."""

    def __init__(self, now: datetime, greatest: int, random_low: Callable[[], int]) -> None:
        """Begin above `greatest`, at the instant `now`; `random_low` gives a number below 4096."""
        self._now = now
        self._greatest = greatest
        self._random_low = random_low

    def __call__(self) -> int:
        """The next id, greater than every one before it."""
        self._greatest = next_id(self._now, self._greatest, self._random_low())
        return self._greatest
