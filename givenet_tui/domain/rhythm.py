"""Who has gone quiet, and how much of the circle's capacity is used."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from givenet_tui.domain.book import Book
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.months import first_day, last_day, month_of
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.settings import Settings

NO_RHYTHM = float("-inf")
"""The quietness of someone without a rhythm: less than anyone else's, so that they sort last."""

LONGEST_RHYTHM = 3650
"""Days. Who would be missed after more than ten years has no rhythm."""


def rhythm_of(person: Person, settings: Settings) -> int | None:
    """The days you want between two touches: the person's own, else the shortest of their tags; None: no rhythm."""
    if person.rhythm_days is not None:
        return person.rhythm_days if person.rhythm_days > 0 else None
    if not settings.rhythms:
        return None
    by_tag = (settings.rhythms.get(tag, 0) for tag in person.tags)
    return min((days for days in by_tag if days > 0), default=None)


def rhythm_tag(person: Person, settings: Settings) -> str:
    """The tag that a person's rhythm comes by: the one with the fewest days; empty when it is their own, or none."""
    days = rhythm_of(person, settings)
    if person.rhythm_days is not None or days is None:
        return ""
    return next(tag for tag in person.tags if settings.rhythms.get(tag) == days)


def since(book: Book, person: Person) -> date:
    """The day you were last in touch, else the UTC day on which the record was made.

    A record that a script made without saying when has no such day yet: its time has not begun (`date.max`).
    """
    return book.last_touch(person.id) or made_on(person.created_at) or date.max


def made_on(instant: str) -> date | None:
    """The UTC day of an instant as the file writes it; None when it is absent or unreadable."""
    try:
        return date.fromisoformat(instant[:10]) if instant else None
    except ValueError:
        return None


class Standing(NamedTuple):
    """How things stand with a person: days since the last touch, the rhythm wished for, whether ever in touch."""

    days: int
    rhythm: int | None
    ever: bool

    @property
    def is_quiet(self) -> bool:
        """Whether more days have passed than the rhythm wishes; never so without a rhythm."""
        return self.rhythm is not None and self.days > self.rhythm

    @property
    def quietness(self) -> float:
        """The days over the rhythm, in rhythms: 0 is just in time, 1 is a whole rhythm late."""
        return NO_RHYTHM if self.rhythm is None else (self.days - self.rhythm) / self.rhythm


def standing(book: Book, person: Person, today: date) -> Standing:
    """How things stand today. Someone who rests has no rhythm; a touch that is still to come counts as today's."""
    touched = book.last_touch(person.id)
    rhythm = rhythm_of(person, book.settings) if person.archived_on is None else None
    days = (today - (touched or since(book, person))).days
    return Standing(days if days > 0 else 0, rhythm, touched is not None)


def touches_in(book: Book, month: str) -> int:
    """How often you were in touch with the circle in a month: interactions, each once, and offers done."""
    first, last = first_day(month), last_day(month)
    circle = {person.id for person in book.circle}
    touches = sum(first <= touch.on <= last and not circle.isdisjoint(touch.people) for touch in book.all(Interaction))
    done = (offer.done_on for offer in book.all(Offer) if not circle.isdisjoint(offer.for_whom))
    return touches + sum(day is not None and first <= day <= last for day in done)


@dataclass(frozen=True, slots=True)
class Circle:
    """How many people the circle holds, and how often you were in touch this month, each against its capacity."""

    size: int
    capacity: int
    touches: int
    touches_capacity: int

    @property
    def room(self) -> int:
        """How many more people it takes; negative when it holds more than it should."""
        return self.capacity - self.size


def circle(book: Book, today: date) -> Circle:
    """The circle as it stands in today's month."""
    settings = book.settings
    touches = touches_in(book, month_of(today))
    return Circle(len(book.circle), settings.circle_size, touches, settings.touches_per_month)
