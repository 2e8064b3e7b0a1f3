"""What someone told you, said in words: for the app and the command line alike."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import ago, short
from givenet_tui.domain.holding import last_said
from givenet_tui.domain.horizon import horizon_day
from givenet_tui.domain.offers import FREED, Offer

STILL = "Does it still hold?"


def told_by_kind(book: Book, person_id: int, kind: str) -> list[Aspiration]:
    """What a person told you of a kind: open ones first, the latest first."""
    told = (aspiration for aspiration in book.aspirations_of(person_id) if aspiration.kind == kind)
    return sorted(told, key=lambda one: (one.is_open, one.heard_on or date.min, one.id), reverse=True)


def heard_words(aspiration: Aspiration, today: date) -> str:
    """When and where they said it, and since: `heard 3 Nov, at lunch, still so on 9 Nov`."""
    heard = f"heard {short(aspiration.heard_on, today)}" if aspiration.heard_on else ""
    still = f"still so on {short(aspiration.confirmed_on, today)}" if aspiration.confirmed_on else ""
    return ", ".join(part for part in (heard, aspiration.heard_where, still) if part)


def horizon_words(aspiration: Aspiration, today: date) -> str:
    """By when they want it: a day as one reads it, or their words as they are."""
    day = horizon_day(aspiration.horizon)
    return f"by {short(day, today)}" if day else aspiration.horizon


def closed_words(aspiration: Aspiration, today: date) -> str:
    """`fulfilled 1 May`, `let go`."""
    said = aspiration.status.replace("_", " ")
    return f"{said} {short(aspiration.closed_on, today)}" if aspiration.closed_on else said


def earlier_words(aspiration: Aspiration, today: date) -> str:
    """How it was worded before, in a line; empty when it never was otherwise."""
    if not aspiration.earlier:
        return ""
    last, times = aspiration.earlier[-1], len(aspiration.earlier)
    often = "" if times == 1 else f"{times} times, last "
    return f"reworded {often}{short(last.until, today)}, before: {last.text}"


def silence_words(aspiration: Aspiration, today: date) -> str:
    """`last heard 8 months ago`."""
    said = last_said(aspiration)
    return f"last heard {ago(said, today)}" if said else ""


def serving(book: Book, aspiration: Aspiration) -> Sequence[Offer]:
    """The offers that serve it, the latest first; those that were declined or let go come to nothing here."""
    offers = (offer for offer in book.offers_of(aspiration.person) if offer.serves == aspiration.id)
    return sorted((offer for offer in offers if offer.status not in FREED), key=lambda offer: offer.id, reverse=True)
