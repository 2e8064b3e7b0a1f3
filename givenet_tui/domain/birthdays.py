"""Birthday: a day of the year, perhaps with the year. Written `2026-11-22`, or `--11-22` without its year."""

import calendar
import re
from datetime import date
from typing import Final, Self

_WRITTEN = re.compile(r"(?:(\d{4})|-)-(\d{2})-(\d{2})", re.ASCII)
_LEAP_YEAR = 2000


class Birthday:
    """A month, a day, and the year of birth when it is known. Raises ValueError for a day that does not exist.

    Not a dataclass: msgspec would write one as an object, and ask nobody how it is written.
    """

    __slots__ = ("day", "month", "year")

    def __init__(self, month: int, day: int, year: int | None = None) -> None:
        """`year` is None when it is not known."""
        date(year or _LEAP_YEAR, month, day)
        self.month: Final = month
        self.day: Final = day
        self.year: Final = year

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Birthday) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash((self.month, self.day, self.year))

    def __repr__(self) -> str:
        return f"Birthday({self})"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the file's form; ValueError for anything else."""
        match = _WRITTEN.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is no birthday: write 1815-12-10, or --12-10 without the year")
        year, month, day = match.groups()
        return cls(int(month), int(day), int(year) if year else None)

    def __str__(self) -> str:
        return f"{f'{self.year:04}' if self.year else '-'}-{self.month:02}-{self.day:02}"

    def in_year(self, year: int) -> date:
        """The day it is kept in that year: 29 February is kept on the 28th where there is none."""
        if (self.month, self.day) == (2, 29) and not calendar.isleap(year):
            return date(year, 2, 28)
        return date(year, self.month, self.day)

    def next_on(self, today: date) -> date:
        """The next time it comes round, today included."""
        this_year = self.in_year(today.year)
        return this_year if this_year >= today else self.in_year(today.year + 1)

    def age_on(self, day: date) -> int | None:
        """How old the person turns in that day's year, if the year of birth is known and past."""
        return day.year - self.year if self.year and day.year > self.year else None
