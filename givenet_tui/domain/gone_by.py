"""A day gone by: what it holds, and whether it waits to be caught up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.candidates import ABOUT_OFFERS
from givenet_tui.domain.check_ins import CheckIn, Handled, How, What
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer, OfferStatus
from givenet_tui.domain.people import Person

DeedKind = Literal["line", "touch", "step", "heard", "came back"]
MOST_MISSED = 7
"""Days that are offered to be caught up. Nobody catches up on more, and nobody need be told so."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that a day holds."""

    kind: DeedKind
    people: tuple[Person, ...]
    record: Interaction | Offer | Aspiration | Help | Person
    """What it is about; of a line of the agenda the offer, else the person."""
    what: What | None = None
    """Of a line of the agenda: which kind."""
    how: How | None = None
    """How that line was dealt with."""
    status: OfferStatus | None = None
    """Of an offer: the step that it took that day."""


@dataclass(frozen=True, slots=True)
class DayGoneBy:
    """What happened on a day, the lines of its agenda first, and its check-in if there was one."""

    day: date
    check_in: CheckIn | None
    deeds: tuple[Deed, ...]

    @property
    def reflection(self) -> str:
        """The day's line; empty when there is none."""
        return self.check_in.reflection if self.check_in else ""


def missed_days(book: Book, today: date) -> int:
    """How many of the days just before today have no check-in, since the last that has one; 0 before the first."""
    last = max((check_in.on for check_in in book.all(CheckIn) if check_in.on < today), default=None)
    return (today - last).days - 1 if last else 0


@lru_cache(maxsize=2)  # asked for at each drawing; a book never changes
def gone_by(book: Book, day: date) -> DayGoneBy:
    """What a day holds. What a line of the agenda asked for, and was done, is told once."""
    kinds = (_touches, _steps, _heard, _came_back)
    deeds = [deed for kind in kinds for deed in sorted(kind(book, day), key=lambda deed: deed.record.id)]
    check_in = book.check_in_on(day)
    handled = {(line.what, line.record): line for line in check_in.handled} if check_in else {}
    lines: list[Deed] = []
    for line in handled.values():
        answer = next((deed for deed in deeds if line.how == "done" and _answers(deed, line)), None)
        if answer is not None:
            deeds.remove(answer)
            lines.append(replace(answer, what=line.what, how=line.how))
        else:
            lines += _line(book, line)
    return DayGoneBy(day, check_in, (*lines, *deeds))


def _line(book: Book, line: Handled) -> Iterator[Deed]:
    """A line of the agenda by itself, as far as person and record are still there."""
    person = book.people.get(line.person)
    record = book.find(Offer, line.record) if line.what in ABOUT_OFFERS else person
    if person and record:
        yield Deed("line", (person,), record, line.what, line.how)


def _answers(deed: Deed, line: Handled) -> bool:
    """Whether it is what the line asked for."""
    if line.what in ABOUT_OFFERS:
        return deed.kind == "step" and deed.record.id == line.record
    if all(person.id != line.person for person in deed.people):
        return False
    if line.what == "unknown":
        return deed.kind == "heard"
    if line.what == "slot":
        return deed.kind == "step" and deed.status == "chosen"
    return deed.kind == "touch" or (deed.kind == "step" and deed.status == "done")


# Each goes through a whole table, of which one day is very little: what is not of that day must cost next to nothing.


def _touches(book: Book, day: date) -> Iterator[Deed]:
    for touch in [one for one in book.all(Interaction) if one.on == day]:
        people = tuple(book.people[one] for one in touch.people if one in book.people)
        if people:
            yield Deed("touch", people, touch)


def _steps(book: Book, day: date) -> Iterator[Deed]:
    latest = {one.id: (one, step.status) for one in book.all(Offer) for step in one.steps if step.on == day}
    for offer, status in latest.values():
        if offer.person in book.people:
            yield Deed("step", (book.people[offer.person],), offer, status=status)


def _heard(book: Book, day: date) -> Iterator[Deed]:
    for told in [one for one in book.all(Aspiration) if one.heard_on == day]:
        if told.person in book.people:
            yield Deed("heard", (book.people[told.person],), told)


def _came_back(book: Book, day: date) -> Iterator[Deed]:
    for help_ in [one for one in book.all(Help) if one.on == day]:
        if help_.person in book.people:
            yield Deed("came back", (book.people[help_.person],), help_)
