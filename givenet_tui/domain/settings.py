"""Settings, Meta and ImportRun: the records that are about the book itself."""

from datetime import date
from typing import ClassVar, Literal

from givenet_tui.domain.records import Record, always

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Settings(Record, frozen=True, kw_only=True):
    """How the user wants it. Its id is 1; a book without it has these defaults."""

    table: ClassVar[str] = "settings"

    slots_per_part: int = 5
    circle_size: int = 50
    touches_per_month: int = 20
    agenda_size: int = 5
    day_starts_at: str = "04:00"
    week_starts_on: Weekday = "monday"
    theme: str = ""
    rhythms: dict[str, int] = {}
    questions: dict[str, list[str]] = {}
    favours: tuple[str, ...] = ()
    csv_columns: dict[str, dict[str, str]] = {}


class Meta(Record, frozen=True, kw_only=True):
    """The file's schema and identity. Its id is 1; it changes at schema steps alone."""

    table: ClassVar[str] = "meta"

    schema: int = always(1)
    file_id: str = ""


class ImportRun(Record, frozen=True, kw_only=True):
    """One import: where from, when, and which records it made, so that it can be taken back."""

    table: ClassVar[str] = "imports"

    source: str
    on: date
    records: tuple[int, ...] = ()
    prints: tuple[str, ...] = ()
    """What each of the records was when it came, so that an edit since is noticed whoever made it."""
