"""Offers: make one, edit it, choose someone for a slot."""

from typing import Any

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import PART_NAMES, assignment
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.suggestions import suggestions
from givenet_tui.domain.verbs import offers
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.daily import DailyActions
from givenet_tui.ui.actions.screen import differing, with_record


class OfferingActions(DailyActions):
    """What the keys do to bring an offer onto the board."""

    def action_offer(self) -> None:
        """Make an offer to the person under the cursor; from an aspiration, for this."""
        subject = self.subject()
        there = subject.offer
        if there is not None and there.is_open and there.what:
            self.edit_offer(there)
            return
        slot = there if there is not None and there.status == "chosen" else None
        self.ask_for_an_offer(
            self.the_person(), serves=subject.aspiration.id if subject.aspiration else None, slot=slot
        )

    def ask_for_an_offer(self, person: Person, *, serves: int | None = None, slot: Offer | None = None) -> None:
        """Open the dialog for a new offer; with `slot`, for the words of a chosen one."""

        async def keep(words: dialogs.OfferWords) -> None:
            if slot is not None:
                await self.givenet.do_over(slot, offers.edit, slot.id, **_written_anew(slot, words))
            else:
                await self.givenet.do(
                    offers.make, person.id, words.what,
                    serves=words.serves, objective=words.objective, due=words.due,
                )  # fmt: skip

        self.push_offer_dialog(person, keep, serves=serves, offer=slot, notice="" if slot else self._beyond_the_slots())

    def push_offer_dialog(
        self,
        person: Person,
        keep: "dialogs.Keep[dialogs.OfferWords]",
        *,
        serves: int | None = None,
        offer: Offer | None = None,
        notice: str = "",
    ) -> None:
        """Open the dialog with what is known of the person."""
        mine = [one for one in self.book.objectives_of(self.today.year) if one.is_open]
        known = self.open_aspirations(person)
        if offer is not None:  # what it serves already can be chosen still, fulfilled or reached as it may be
            mine = with_record(mine, self.book.find(Objective, offer.objective))
            known = with_record(known, self.book.find(Aspiration, offer.serves))
        if offer is not None and offer.part == "raise_up":
            mine = []  # the part of an offer that stands is settled
        self.ask(
            dialogs.OfferDialog(
                keep,
                person=person,
                aspirations=known,
                objectives=mine,
                settings=self.settings,
                today=self.today,
                serves=serves,
                offer=offer,
                notice=notice,
            ),
            "offer-edit" if offer else "offer",
            offer or person.id,
        )

    def _beyond_the_slots(self) -> str:
        month = assignment(self.book, month_of(self.today))
        full = [PART_NAMES[view.part] for view in month.parts if not view.has_room]
        slots = self.settings.slots_per_part
        if not full:
            return ""
        return f"{' and '.join(full)} {'is' if len(full) == 1 else 'are'} full: this offer goes beyond the {slots}."

    def edit_offer(self, offer: Offer, *, notice: str = "") -> None:
        """Change an offer's words; of a closed one, what came of it."""
        person = self.book.person(offer.person)

        async def keep(words: dialogs.OfferWords) -> None:
            await self.givenet.do_over(offer, offers.edit, offer.id, **_written_anew(offer, words))

        if offer.is_open:
            self.push_offer_dialog(person, keep, offer=offer, notice=notice)
        else:
            self.edit_outcome(offer)

    def edit_outcome(self, offer: Offer) -> None:
        """Change what came of an offer that is closed."""

        async def keep(words: str) -> None:
            await self.givenet.do_over(offer, offers.edit, offer.id, outcome=words.strip())

        title, ask = f"For {self.book.person(offer.person).name}", "what came of it?"
        dialog = dialogs.WordsDialog(title, keep, ask=ask, reminder=offer.what, text=offer.outcome)
        self.ask(dialog, "outcome-edit", offer)

    def choose_someone(self, part: Part, *, first: int | None = None) -> None:
        """Choose a person for a slot of this month: suggestions first, anyone by name."""
        book, month = self.book, month_of(self.today)
        mine = next((one.id for one in book.objectives_of(self.today.year) if one.is_open), None)
        best = suggestions(book, month, part, self.today)
        best.sort(key=lambda one: one.person_id != first)
        objective_for = {one.person_id: one.objective for one in best}
        reasons = {one.person_id: one.reason for one in best}

        def found(words: str) -> list[dialogs.Suggested]:
            hits = [book.person(hit.person_id) for hit in self.givenet.finders.people(book).find(words)[:50]]
            return [dialogs.Suggested(one.id, one.name, reasons.get(one.id, "")) for one in hits if one.in_circle]

        async def keep(person_id: int) -> None:
            objective = objective_for.get(person_id) or mine
            await self.givenet.do(offers.choose, person_id, part, objective=objective if part == "resource" else None)

        listed = [dialogs.Suggested(one.person_id, book.person(one.person_id).name, one.reason) for one in best[:20]]
        title = "Whom can you raise up?" if part == "raise_up" else "Who can help you, and how can you help them?"
        empty = "Nobody fits. People are added in People: 2, then a, or i to import."
        self.ask(dialogs.PickPerson(title, keep, suggested=listed, find=found, empty=empty), f"choose-{part}")


def _written_anew(offer: Offer, words: dialogs.OfferWords) -> dict[str, Any]:
    objective = words.objective if offer.part == "resource" else offer.objective
    return differing(offer, "what", what=words.what, serves=words.serves, due=words.due, objective=objective)
