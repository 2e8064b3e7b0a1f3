"""What makes a line of the agenda: who is promised something, who waits, who has gone quiet; and in which order.

A line must keep its place while the day is worked through, or it would jump under the hand that ticks it. So an
order is made of what was so before today alone: touches and steps of today do not count in it.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import latest_day
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import How, What
from givenet_tui.domain.months import is_month, last_day, month_of
from givenet_tui.domain.offers import Offer, OfferStatus, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import Standing, made_on, rhythm_of, standing
from givenet_tui.domain.suggestions import Suggestion

SOON_DAYS = 3
PATIENCE_DAYS = 7
BIRTHDAY_DAYS = 7

Order = tuple[float, ...]


class Candidate(NamedTuple):
    """Something worth doing on a day, not yet in words."""

    what: What
    person: int
    record: int
    order: Order
    """Its place among those of its kind."""
    how: How | None = None
    """How it was dealt with today; None: it is open."""
    part: Part | None = None
    suggestion: Suggestion | None = None


# --- about offers --------------------------------------------------------------------------------


def reached(offer: Offer, status: OfferStatus) -> date:
    """The day on which an offer reached a status; the latest there is, where a script left that step out."""
    return offer.reached(status) or latest_day(offer)


def _before(offer: Offer, status: OfferStatus, today: date) -> date:
    """The same, as it was before today."""
    days = [step.on for step in offer.steps if step.status == status and step.on < today]
    return days[-1] if days else reached(offer, status)


def is_promised(offer: Offer, today: date) -> bool:
    """Accepted, and its day is past, today or soon; or without a day for a while."""
    if offer.status != "accepted":
        return False
    if offer.due:
        return (offer.due - today).days <= SOON_DAYS
    return (today - reached(offer, "accepted")).days >= PATIENCE_DAYS


def is_waiting(offer: Offer, today: date) -> bool:
    """Offered a week ago or more, and no answer."""
    return offer.status == "offered" and (today - reached(offer, "offered")).days >= PATIENCE_DAYS


def is_draft(offer: Offer, today: date) -> bool:
    """Has its words, has not been offered, and its month is this one or an earlier one."""
    return offer.status == "drafted" and offer.month <= month_of(today)


def _promised_for(offer: Offer, today: date) -> Order:
    """By its day, or a week after the yes."""
    day = offer.due or _before(offer, "accepted", today) + timedelta(PATIENCE_DAYS)
    return (day.toordinal(),)


def _draft_for(offer: Offer, today: date) -> Order:
    """By its day, or the end of its month; then the longest drafted."""
    end = last_day(offer.month) if is_month(offer.month) else today
    return ((offer.due or end).toordinal(), _before(offer, "drafted", today).toordinal())


ABOUT_OFFERS: dict[What, Callable[[Offer, date], bool]] = {
    "promised": is_promised,
    "waiting": is_waiting,
    "draft": is_draft,
}
"""What makes each of these kinds."""
ORDER_OF_OFFERS: dict[What, Callable[[Offer, date], Order]] = {
    "promised": _promised_for,
    "waiting": lambda offer, today: (_before(offer, "offered", today).toordinal(),),
    "draft": _draft_for,
}
WHAT_OF: dict[OfferStatus, What] = {"accepted": "promised", "offered": "waiting", "drafted": "draft"}


# --- about people --------------------------------------------------------------------------------


def days_to_birthday(person: Person, today: date) -> int:
    """Days until the person's birthday comes round; more than a year when it is not known."""
    return (person.birthday.next_on(today) - today).days if person.birthday else 999


def has_birthday(book: Book, person: Person, today: date) -> bool:
    """Within a week. Who you were in touch with today needs no second thought today."""
    return days_to_birthday(person, today) <= BIRTHDAY_DAYS and book.last_touch(person.id) != today


def is_quiet(book: Book, person: Person, today: date) -> bool:
    """Gone quiet, today's touches counted."""
    return standing(book, person, today).is_quiet


ABOUT_PEOPLE: dict[What, Callable[[Book, Person, date], bool]] = {"birthday": has_birthday, "quiet": is_quiet}
"""What makes each of these kinds."""


def before_today(book: Book, person: Person, today: date) -> Standing:
    """How things stood with a person before today's touches, and before what was written down today."""
    rhythm, last = rhythm_of(person, book.settings), book.last_touch(person.id)
    if last and (today - last).days <= (rhythm or 0):
        last = _touched_before(book, person, today)
    begun = last or made_on(person.created_at) or today
    return Standing(max(0, (today - begun).days), rhythm, last is not None)


def _touched_before(book: Book, person: Person, today: date) -> date | None:
    touches = (
        touch.on
        for touch in book.interactions_of(person.id)
        if touch.on < today and (made_on(touch.created_at) or date.min) < today
    )
    return max((*touches, *(day for day in book.days_given(person.id) if day < today)), default=None)


def knows(book: Book, person_id: int) -> bool:
    """Whether you know something that the person hopes for, or did until it was fulfilled."""
    return any(aspiration.status != "let_go" for aspiration in book.aspirations_of(person_id))


def latest_hope(book: Book, person_id: int) -> Aspiration | None:
    """The open aspiration of a person that you heard last."""
    still = (aspiration for aspiration in book.aspirations_of(person_id) if aspiration.is_open)
    return max(still, key=lambda aspiration: (aspiration.heard_on or date.min, aspiration.id), default=None)
