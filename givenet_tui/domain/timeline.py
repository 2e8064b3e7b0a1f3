"""What was between you and a person: touches, offers, help that came back, how you met. One line of time."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import latest_day
from givenet_tui.domain.book import Book
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Channel, Interaction
from givenet_tui.domain.introductions import HowItStands, askings
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person

EntryKind = Literal["touch", "gave", "offer", "came back", "met"]

CHANNEL_NAMES: dict[Channel, str] = {
    "met": "met",
    "call": "call",
    "message": "message",
    "letter": "letter",
    "other": "in touch",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line between you. Everything a widget draws stands in it."""

    on: date
    kind: EntryKind
    record: Interaction | Offer | Help | Person
    label: str
    """What it was, in a word or two: `call`, `gave`, `offered`, `came back`, `met`."""
    text: str = ""
    """The user's words: about the touch, the offer, the help, or where you met."""
    outcome: str = ""
    """What came of an offer."""
    others: tuple[str, ...] = ()
    """Who else was there, or to whom an introduction leads, by name."""
    serves: Aspiration | None = None
    """The aspiration an offer serves."""
    objective: Objective | None = None
    """The objective of yours that an offer or help was for."""
    askings: tuple[HowItStands, ...] = ()
    """The two askings of an introduction."""


def timeline(book: Book, person_id: int) -> list[Entry]:
    """Everything between you and a person, newest first; of one day, what was written down last comes first."""
    entries = [
        *(_touch(book, touch, person_id) for touch in book.interactions_of(person_id)),
        *(_offer(book, offer) for offer in book.offers_of(person_id)),
        *(_introduced(book, offer) for offer in book.introductions_to(person_id)),
        *(_help(book, help_) for help_ in book.help_of(person_id)),
    ]
    entries.sort(key=lambda entry: (entry.on, entry.record.id), reverse=True)
    person = book.people.get(person_id)
    if person and person.met_on:
        met = Entry(person.met_on, "met", person, "met", person.met_where)
        # Meeting comes before everything else of its day, so it stands below it.
        below = next((i for i, entry in enumerate(entries) if entry.on < person.met_on), len(entries))
        entries.insert(below, met)
    return entries


def _touch(book: Book, touch: Interaction, person_id: int) -> Entry:
    others = (book.people[other].name for other in touch.people if other != person_id and other in book.people)
    return Entry(touch.on, "touch", touch, CHANNEL_NAMES[touch.channel], touch.text, others=tuple(others))


def _introduced(book: Book, offer: Offer) -> Entry:
    """An introduction as the other of the two sees it: it leads to whom it was offered, and serves that one."""
    to = book.person(offer.person)
    return replace(_offer(book, offer), others=(to.name,), serves=None, objective=None)


def _offer(book: Book, offer: Offer) -> Entry:
    introduced = book.people.get(offer.leads_to or 0)
    return Entry(
        offer.reached(offer.status) or latest_day(offer),
        "gave" if offer.status == "done" else "offer",
        offer,
        "gave" if offer.status == "done" else offer.status.replace("_", " "),
        offer.what,
        offer.outcome,
        (introduced.name,) if introduced else (),
        book.find(Aspiration, offer.serves),
        book.find(Objective, offer.objective),
        askings(book, offer),
    )


def _help(book: Book, help_: Help) -> Entry:
    objective = book.find(Objective, help_.objective)
    return Entry(help_.on, "came back", help_, "came back", help_.text, objective=objective)
