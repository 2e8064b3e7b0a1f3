"""Made-up records for the tests, with as little said as possible."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from givenet_tui.domain.aspirations import Aspiration, Kind
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer, OfferStatus, Step
from givenet_tui.domain.people import Person

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
MADE = "2026-01-05T10:00:00.000Z"

_ids = count(1000)


def _made(fields: dict[str, Any], **known: Any) -> dict[str, Any]:
    return {"id": next(_ids), "created_at": MADE} | known | fields


def moment(today: date = TODAY) -> Moment:
    """The moment of most tests: Sunday 22 November 2026 in the morning."""
    return Moment(now=datetime(today.year, today.month, today.day, 10, tzinfo=UTC), today=today, new_id=_ids.__next__)


def person(name: str = "Ada Lovelace", **fields: Any) -> Person:
    """A person made in January."""
    return Person(**_made(fields, name=name))


def aspiration(of: Person, text: str = "see the Notes translated", kind: Kind = "goal", **fields: Any) -> Aspiration:
    """Something the person told you."""
    return Aspiration(**_made(fields, person=of.id, kind=kind, text=text))


def touch(*people: Person, on: date = TODAY, **fields: Any) -> Interaction:
    """A day you were in touch."""
    who = tuple(someone.id for someone in people)
    return Interaction(**_made(fields, people=who, on=on))


def offer(to: Person, status: OfferStatus = "drafted", on: date = TODAY, **fields: Any) -> Offer:
    """An offer that reached a status on a day, in that day's month, to raise someone up."""
    what = "" if status == "chosen" else "Read the proofs of Note G"
    steps = (Step(status, on),)
    return Offer(
        **_made(fields, person=to.id, month=f"{on:%Y-%m}", part="raise_up", status=status, steps=steps, what=what)
    )


def objective(text: str = "publish the compiler book", year: int = 2026, **fields: Any) -> Objective:
    """Something you want to reach this year."""
    return Objective(**_made(fields, year=year, text=text))


def came_back(of: Person, text: str = "a letter to the Royal Society", on: date = TODAY, **fields: Any) -> Help:
    """Something that came back from a person."""
    return Help(**_made(fields, person=of.id, on=on, text=text))
