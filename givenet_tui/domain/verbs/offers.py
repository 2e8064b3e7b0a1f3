"""What may be done with offers: choose someone, make an offer, take it through its steps, carry it over."""

from datetime import date
from typing import Any

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import chosen_slot, part_for, refusal_to_stand
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited, joined
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.introductions import answered_by, of_the_two
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.months import month_name, month_of, moved
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer, OfferStatus, Part, Step, refusal_to_move
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import changed, new, required
from givenet_tui.domain.verbs.checks import is_there

_SAID: dict[OfferStatus, str] = {
    "chosen": "chosen",
    "drafted": "offer drafted",
    "offered": "offered",
    "accepted": "accepted",
    "done": "done",
    "declined": "declined",
    "let_go": "let go",
}


def choose(book: Book, moment: Moment, /, person_id: int, part: Part, *, objective: int | None = None) -> Change:
    """Put a person into a slot of this month's part, without words yet."""
    person = book.person(person_id)
    month = month_of(moment.today)
    _names_what_is_there(book, person, objective=objective)
    _may_stand(book, person, month, part)
    offer = _begun(moment, person, month, part, "chosen", objective=objective if part == "resource" else None)
    return added(f"{person.name}: chosen for the board", offer)


def make(
    book: Book, moment: Moment, /, person_id: int, what: str, *, part: Part | None = None,
    serves: int | None = None, objective: int | None = None, due: date | None = None, introduces: int | None = None,
) -> Change:  # fmt: skip
    """Draft an offer in this month: into the person's chosen slot if there is one, else by the rules of the board.

    An `objective` of your own makes the part `resource`, unless `part` is named.
    """
    person = book.person(person_id)
    words = required(what, f"What you will do for {person.name}")
    _not_past(moment, due)
    _names_what_is_there(book, person, serves=serves, objective=objective, introduces=introduces)
    month = month_of(moment.today)
    slot = chosen_slot(book, person_id, month, part or ("resource" if objective else None))
    part = slot.part if slot else part or part_for(book, person_id, month, objective)
    fields: dict[str, Any] = {"what": words, "serves": serves, "due": due, "introduces": introduces}
    if part == "resource":
        fields["objective"] = objective or (slot.objective if slot else None)
    name = f"{person.name}: {_SAID['drafted']}"
    if slot:
        return edited(name, slot, _stepped(changed(slot, **fields), "drafted", moment.today))
    _may_stand(book, person, month, part)
    return added(name, _begun(moment, person, month, part, "drafted", **fields))


def edit(book: Book, moment: Moment, /, offer_id: int, **fields: Any) -> Change:
    """Change an offer's words, day, outcome, or what it serves. A chosen slot that gets words is drafted."""
    offer = book.get(Offer, offer_id)
    person = book.person(offer.person)
    if "what" in fields:
        fields["what"] = required(fields["what"], f"What you will do for {person.name}")
    if fields.get("due") != offer.due:
        _not_past(moment, fields.get("due"))
    _names_what_is_there(
        book, person, **{name: value for name, value in fields.items() if value != getattr(offer, name)}
    )
    if offer.leads_to and offer.status == "accepted" and fields.get("introduces", offer.introduces) != offer.introduces:
        raise Refusal("Both said yes to this introduction: let it go, and make a new offer for another one.")
    after = changed(offer, **fields)
    if "introduces" in fields:
        after = of_the_two(after)
    if offer.status == "chosen" and after.what:
        after = _stepped(after, "drafted", moment.today)
    said = "drafted" if after.status != offer.status else "changed"
    return edited(f"{person.name}: offer {said}", offer, after)


def _names_what_is_there(book: Book, person: Person, **fields: Any) -> None:
    """Refuse an offer that would name what is not in the book, or serve what somebody else hopes for."""
    serves = fields.get("serves")
    is_there(book, Aspiration, serves, "What the offer serves")
    is_there(book, Objective, fields.get("objective"), "The objective that they can help with")
    is_there(book, Person, fields.get("introduces"), "Whom you want to introduce")
    if fields.get("introduces") == person.id:
        raise Refusal(f"An introduction is between two people: choose someone else than {person.name}.")
    if serves is not None and book.get(Aspiration, serves).person != person.id:
        raise Refusal(f"What the offer serves was told by somebody else: choose something that {person.name} told you.")


def _not_past(moment: Moment, due: date | None) -> None:
    if due is not None and due < moment.today:
        raise Refusal("That day has passed: choose today or a day to come.")


def step(book: Book, moment: Moment, /, offer_id: int, status: OfferStatus, *, outcome: str | None = None) -> Change:
    """Take an offer to a status, today; `outcome` says what came of it. A move that makes no sense is refused."""
    offer = book.get(Offer, offer_id)
    why_not = refusal_to_move(offer, status)
    if why_not:
        raise Refusal(why_not)
    after = _stepped(offer, status, moment.today)
    after = answered_by(after, moment.today)
    if outcome is not None:
        after = changed(after, outcome=outcome.strip())
    return edited(f"{book.person(offer.person).name}: {_SAID[status]}", offer, after)


def carry_over(book: Book, moment: Moment, /, offer_ids: tuple[int, ...]) -> Change:
    """Move open offers to the month after theirs: the same records, the old month joins `carried_from`.

    Whoever stands in that month's part already stays behind; refused when nobody can be carried.
    """
    offers = [book.get(Offer, offer_id) for offer_id in offer_ids]
    if not offers:
        raise Refusal("No offer of this month is still open: there is nothing to carry over.")
    carried: list[Change] = []
    why_not: list[str] = []
    later = moved(max(offer.month for offer in offers), 1)
    for offer in offers:
        person = book.person(offer.person)
        month = moved(offer.month, 1)
        refusal = (
            refusal_to_stand(book, person, month, offer.part) if offer.is_open else "Only open offers are carried."
        )
        if refusal:
            why_not.append(refusal)
            continue
        after = changed(offer, month=month, carried_from=(*offer.carried_from, offer.month))
        carried.append(edited("", offer, after))
    if not carried:
        raise Refusal(why_not[0])
    who = book.person(offers[0].person).name if len(offers) == 1 else f"{len(carried)} offers"
    stays = f"; {len(why_not)} stay: {why_not[0]}" if why_not else ""
    return joined(f"{who}: carried to {month_name(later, with_year=False)}{stays}", carried)


def _may_stand(book: Book, person: Person, month: str, part: Part) -> None:
    why_not = refusal_to_stand(book, person, month, part)
    if why_not:
        raise Refusal(why_not)


def _begun(moment: Moment, person: Person, month: str, part: Part, status: OfferStatus, **fields: Any) -> Offer:
    steps = (Step(status, moment.today),)
    return new(Offer, moment, person=person.id, month=month, part=part, status=status, steps=steps, **fields)


def _stepped(offer: Offer, status: OfferStatus, on: date) -> Offer:
    return changed(offer, status=status, steps=(*offer.steps, Step(status, on)))
