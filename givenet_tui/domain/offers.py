"""Offer: one specific thing you will do for one person, in one month, in one part; a record with a life.

`chosen` (a person in a slot, no words yet) → `drafted` → `offered` → `accepted` → `done`;
from any open step also `declined` or `let_go`.
"""

from datetime import date
from typing import ClassVar, Literal, get_args

import msgspec

from givenet_tui.domain.records import Record

Part = Literal["raise_up", "resource"]
PARTS: tuple[Part, ...] = get_args(Part)
OfferStatus = Literal["chosen", "drafted", "offered", "accepted", "done", "declined", "let_go"]
STATUSES: tuple[OfferStatus, ...] = get_args(OfferStatus)
OPEN: tuple[OfferStatus, ...] = ("chosen", "drafted", "offered", "accepted")
FREED: tuple[OfferStatus, ...] = ("declined", "let_go")
AskStatus = Literal["asked", "yes", "no"]


class Step(msgspec.Struct, frozen=True):
    """A status the offer reached, and the day."""

    status: OfferStatus
    on: date


class Asking(msgspec.Struct, frozen=True):
    """One of the two askings of an introduction: whom, how it stands, since when."""

    person: int
    status: AskStatus
    on: date


class Offer(Record, frozen=True, kw_only=True):
    """One thing for one person. `month` is `2026-11`; `status` is the last of `steps`."""

    table: ClassVar[str] = "offers"

    person: int
    month: str
    part: Part
    status: OfferStatus
    steps: tuple[Step, ...] = ()
    what: str = ""
    serves: int | None = None
    objective: int | None = None
    due: date | None = None
    outcome: str = ""
    carried_from: tuple[str, ...] = ()
    introduces: int | None = None
    asked: tuple[Asking, ...] = ()

    @property
    def is_open(self) -> bool:
        """Still on its way: neither done nor freed."""
        return self.status in OPEN

    @property
    def leads_to(self) -> int | None:
        """To whom an introduction brings its person; None when the offer introduces nobody."""
        return self.introduces if self.introduces and self.introduces != self.person else None

    @property
    def for_whom(self) -> tuple[int, ...]:
        """To whom something is given by it: its person, and of an introduction the other of the two as well."""
        return (self.person, self.leads_to) if self.leads_to else (self.person,)

    @property
    def done_on(self) -> date | None:
        """The day on which it was done; None while it is not."""
        return self.reached("done") if self.status == "done" else None

    def asking(self, person_id: int) -> Asking | None:
        """How it stands with one of the two of an introduction; None before they were asked."""
        return next((one for one in reversed(self.asked) if one.person == person_id), None)

    @property
    def has_a_no(self) -> bool:
        """Whether one of the two would rather not be introduced."""
        two = (self.person, self.leads_to) if self.leads_to else ()
        return any((asking := self.asking(one or 0)) is not None and asking.status == "no" for one in two)

    def reached(self, status: OfferStatus) -> date | None:
        """The last day on which the offer reached a status, if it ever did."""
        return next((step.on for step in reversed(self.steps) if step.status == status), None)


NATURAL: dict[OfferStatus, OfferStatus] = {
    "chosen": "drafted",
    "drafted": "offered",
    "offered": "accepted",
    "accepted": "done",
}
"""The next natural step of an open offer."""


def moves(offer: Offer) -> tuple[OfferStatus, ...]:
    """The statuses an offer may be set to: later ones, and declined or let go. Words are needed for all but those.

    An introduction that one of the two does not want goes no further, unless they come to want it.
    """
    if not offer.is_open:
        return ()
    later = STATUSES[STATUSES.index(offer.status) + 1 : STATUSES.index("done") + 1]
    return (*(later if offer.what and not offer.has_a_no else ()), *FREED)


def refusal_to_move(offer: Offer, status: OfferStatus) -> str | None:
    """Why an offer cannot be set to a status, in a sentence; None when it can."""
    if status in moves(offer):
        return None
    if not offer.is_open:
        return f"This offer is {offer.status.replace('_', ' ')} already: undo that, or make a new one."
    if not offer.what:
        return "There are no words yet: write down what exactly you will do, then take it further."
    if offer.has_a_no:
        return "One of the two would rather not: introduce someone else, or let this one go."
    return f"This offer is {offer.status} already: it goes on to what comes after, or is declined or let go."
