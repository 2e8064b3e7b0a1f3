"""An introduction: an offer that brings two people together, and has two askings of its own: may I, may I.

It is *offered* when both were asked, and *accepted* when both said yes. When one would rather not, it goes no further.
"""

from datetime import date
from typing import NamedTuple

from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.help import Help
from givenet_tui.domain.offers import Asking, AskStatus, Offer, OfferStatus, Step
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import changed

ASKED_BEFORE: tuple[OfferStatus, ...] = ("drafted", "offered")
"""Where an introduction stands while the two are being asked."""


class HowItStands(NamedTuple):
    """How it stands with one of the two; `asking` is None before they were asked."""

    person: Person
    asking: Asking | None


class Next(NamedTuple):
    """What comes next in an introduction: one of the two is asked, or answers."""

    person: int
    is_asked: bool
    """Whether they were asked already, so that their answer is what comes next."""


def both(offer: Offer) -> tuple[int, ...]:
    """The two of an introduction, the one it was offered to first; empty for any other offer."""
    return (offer.person, offer.leads_to) if offer.leads_to else ()


def askings(book: Book, offer: Offer) -> tuple[HowItStands, ...]:
    """How it stands with each of the two; empty for any other offer, and while one of them is in the trash."""
    people = [book.people.get(person_id) for person_id in both(offer)]
    if not people or None in people:
        return ()
    return tuple(HowItStands(person, offer.asking(person.id)) for person in people if person)


def next_asking(offer: Offer) -> Next | None:
    """Who is to be asked, then whose answer is awaited; None when neither, or when one of the two said no."""
    if offer.status not in ASKED_BEFORE or offer.has_a_no:
        return None
    found = [(person_id, offer.asking(person_id)) for person_id in both(offer)]
    unasked = next((person_id for person_id, asking in found if asking is None), None)
    if unasked is not None:
        return Next(unasked, is_asked=False)
    return next((Next(person_id, True) for person_id, asking in found if asking and asking.status == "asked"), None)


def who_said_no(offer: Offer) -> int | None:
    """Who of the two would rather not."""
    for person_id in both(offer):
        asking = offer.asking(person_id)
        if asking is not None and asking.status == "no":
            return person_id
    return None


def came_back_for(book: Book, offer: Offer) -> list[Help]:
    """What came back because of an offer; of an introduction, from either of the two."""
    people = both(offer) or (offer.person,)
    return [help_ for person_id in people for help_ in book.help_of(person_id) if help_.offer == offer.id]


def answers(offer: Offer, person_id: int) -> tuple[AskStatus, ...]:
    """What may be written down of one of the two now: an answer takes the place of another."""
    if offer.status not in (*ASKED_BEFORE, "accepted") or person_id not in both(offer):
        return ()
    asking = offer.asking(person_id)
    may: dict[AskStatus | None, tuple[AskStatus, ...]] = {
        None: ("asked", "yes", "no"),
        "asked": ("yes", "no"),
        "yes": ("no",),
        "no": ("asked", "yes"),
    }
    return may[asking.status if asking else None]


def refuse_asking(book: Book, offer: Offer, person_id: int, status: AskStatus) -> None:
    """Refuse, with a sentence, what cannot be written down of an asking."""
    if not both(offer):
        raise Refusal("This offer introduces nobody: there are no two to ask.")
    names = {one.person.id: one.person.name for one in askings(book, offer)}
    if not names:
        raise Refusal("One of the two is in the trash: bring them back, or introduce someone else.")
    if person_id not in names:
        raise Refusal(f"This introduction is between {' and '.join(names.values())}.")
    if status in answers(offer, person_id):
        return
    if not offer.is_open:
        raise Refusal(f"This offer is {offer.status.replace('_', ' ')} already: undo that, or make a new one.")
    if offer.status == "chosen":
        raise Refusal("There are no words yet: write down what exactly you will do, then ask.")
    said = {"asked": "was asked", "yes": "said yes", "no": "said no"}
    asking = offer.asking(person_id)
    raise Refusal(f"{names[person_id]} {said[asking.status if asking else status]} already.")


def with_asking(offer: Offer, person_id: int, status: AskStatus, on: date) -> Offer:
    """The offer with an asking, and with the steps that it leads to: offered once both were asked, accepted by both."""
    others = tuple(one for one in offer.asked if one.person != person_id)
    asked = sorted((*others, Asking(person_id, status, on)), key=lambda one: one.person != offer.person)
    offer = changed(offer, asked=tuple(asked))
    said = [asking.status if asking else None for asking in map(offer.asking, both(offer))]
    if offer.status == "drafted" and None not in said and "no" not in said:
        offer = _stepped(offer, "offered", on)
    if offer.status == "offered" and said == ["yes", "yes"]:
        offer = _stepped(offer, "accepted", on)
    return offer


def answered_by(offer: Offer, on: date) -> Offer:
    """The askings that the step of an introduction says: offered, both were asked; accepted, both said yes."""
    if offer.status not in {"offered", "accepted"}:
        return offer
    for person_id in both(offer):
        asking = offer.asking(person_id)
        status: AskStatus = "yes" if offer.status == "accepted" else "asked"
        if asking is None or (status == "yes" and asking.status == "asked"):
            others = tuple(one for one in offer.asked if one.person != person_id)
            offer = changed(offer, asked=(*others, Asking(person_id, status, on)))
    return offer


def of_the_two(offer: Offer) -> Offer:
    """The offer without the askings of who is no longer one of the two."""
    return changed(offer, asked=tuple(one for one in offer.asked if one.person in both(offer)))


def _stepped(offer: Offer, status: OfferStatus, on: date) -> Offer:
    return changed(offer, status=status, steps=(*offer.steps, Step(status, on)))
