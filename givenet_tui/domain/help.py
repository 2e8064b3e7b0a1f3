"""Help: something that came back to you from a person. Listed, never set against what you gave."""

from datetime import date
from typing import ClassVar

from givenet_tui.domain.records import Record


class Help(Record, frozen=True, kw_only=True):
    """What came back, if you like because of an offer or for an objective of yours."""

    table: ClassVar[str] = "help"

    person: int
    on: date
    text: str
    offer: int | None = None
    objective: int | None = None
