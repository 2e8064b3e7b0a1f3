"""Birthday: a day of the year, perhaps with the year. Written `2026-11-22`, or `--11-22` without its year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_WRITTEN = re.compile(r"(?:(\d{4})|-)-(\d{2})-(\d{2})", re.ASCII)
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True, order=True)
class Birthday:
    """A month, a day, and the year of birth when it is known. Raises ValueError for a day that does not exist."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        date(self.year or _LEAP_YEAR, self.month, self.day)

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
