"""Who could rest a while: people of the circle with whom nothing is under way, each with what is true of them."""

from dataclasses import dataclass
from datetime import date

from givenet_tui.domain.book import Book
from givenet_tui.domain.months import month_of
from givenet_tui.domain.offers import FREED
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import standing

BIRTHDAY_WITHIN = 7


@dataclass(frozen=True, slots=True)
class CouldRest:
    """Someone who could rest, and why: days since the last touch (or since they came), the rhythm, open hopes."""

    person_id: int
    days: int
    ever: bool
    rhythm: int | None
    hopes: int


def who_could_rest(book: Book, today: date) -> tuple[CouldRest, ...]:
    """Those of the circle who could rest: without a rhythm first, then the longest without a touch.

    Never one of this month's board, nor one with an open offer, nor with a birthday within a week.
    """
    found = [_could_rest(book, person, today) for person in book.circle if _is_free(book, person, today)]
    return tuple(sorted(found, key=lambda one: (one.rhythm is not None, -one.days, one.person_id)))


def _is_free(book: Book, person: Person, today: date) -> bool:
    month = month_of(today)
    offers = book.offers_of(person.id)
    if any(offer.is_open or (offer.month == month and offer.status not in FREED) for offer in offers):
        return False
    return not person.birthday or (person.birthday.next_on(today) - today).days > BIRTHDAY_WITHIN


def _could_rest(book: Book, person: Person, today: date) -> CouldRest:
    now = standing(book, person, today)
    hopes = sum(aspiration.is_open for aspiration in book.aspirations_of(person.id))
    return CouldRest(person.id, now.days, now.ever, now.rhythm, hopes)
