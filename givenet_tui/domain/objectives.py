"""Objective: something you want to reach this year."""

from datetime import date
from typing import ClassVar, Literal

from givenet_tui.domain.records import Record, always

ObjectiveStatus = Literal["open", "reached", "let_go"]


class Objective(Record, frozen=True, kw_only=True):
    """One of your own objectives of a year."""

    table: ClassVar[str] = "objectives"

    year: int
    text: str
    status: ObjectiveStatus = always("open")
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Still aimed at."""
        return self.status == "open"
