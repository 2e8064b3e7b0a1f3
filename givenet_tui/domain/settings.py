"""Settings, Meta and ImportRun: the records that are about the book itself."""

from collections.abc import Mapping
from datetime import date, time
from typing import ClassVar, Literal, NamedTuple

from givenet_tui.domain.records import Record, always, changed

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


class Bounds(NamedTuple):
    """The least and the most that a number may be."""

    least: int
    most: int


BOUNDS: Mapping[str, Bounds] = {
    "slots_per_part": Bounds(0, 12),
    "circle_size": Bounds(1, 1000),
    "touches_per_month": Bounds(1, 1000),
    "agenda_size": Bounds(1, 200),
}
"""What a screen can show, and a person can do. Nobody types a 0; a script may, and then there are no slots."""
LATEST_START = time(12)
"""A day that began in the evening would be called by the wrong date for most of its hours."""


def sane(settings: Settings) -> Settings:
    """The settings as they are used: what a hand wrote into the file beyond all bounds counts as the nearest bound."""
    within: dict[str, object] = {}
    for name, (least, most) in BOUNDS.items():
        value = getattr(settings, name)
        if not least <= value <= most:
            within[name] = min(max(value, least), most)
    start = time_of(settings.day_starts_at)
    if start is None or start > LATEST_START:
        within["day_starts_at"] = Settings().day_starts_at
    return changed(settings, **within) if within else settings


def time_of(words: str) -> time | None:
    """A time of day as the file writes it (`04:00`); None when it is none."""
    try:
        return time.fromisoformat(words).replace(tzinfo=None)
    except ValueError:
        return None


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
