"""What was on each day of a year: what was given, offered, and with whom one was in touch."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from givenet_tui.domain.book import Book
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer

Level = Literal["nothing", "near", "gave", "gave more"]


@dataclass(frozen=True, slots=True)
class Day:
    """One day: what was done on it, what was offered, with whom one was in touch."""

    given: tuple[Offer, ...] = ()
    """Offers that were done, to people who are there."""
    offered: tuple[Offer, ...] = ()
    touches: tuple[Interaction, ...] = ()

    @property
    def level(self) -> Level:
        """How a calendar shows it: one gave when something was done; near is to be in touch, or to offer."""
        if self.given:
            return "gave more" if len(self.given) > 1 else "gave"
        return "near" if self.offered or self.touches else "nothing"


EMPTY_DAY = Day()


@dataclass(slots=True)
class _Gathered:
    given: list[Offer] = field(default_factory=list)
    offered: list[Offer] = field(default_factory=list)
    touches: list[Interaction] = field(default_factory=list)


def days(book: Book, year: int) -> Mapping[date, Day]:
    """The days of a year on which there was something, in their order. People in the trash are left out.

    An offer counts on the day of its step, whatever month's board it stands on and wherever it was carried to.
    """
    people = book.people
    gathered: defaultdict[date, _Gathered] = defaultdict(_Gathered)
    for offer in book.all(Offer):
        if offer.person not in people:
            continue
        done = offer.reached("done") if offer.status == "done" else None
        if done and done.year == year:
            gathered[done].given.append(offer)
        offered = offer.reached("offered")
        if offered and offered.year == year:
            gathered[offered].offered.append(offer)
    for touch in book.all(Interaction):
        if touch.on.year == year and any(person in people for person in touch.people):
            gathered[touch.on].touches.append(touch)
    return {on: Day(tuple(day.given), tuple(day.offered), tuple(day.touches)) for on, day in sorted(gathered.items())}
