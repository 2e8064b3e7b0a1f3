"""Offers: make one, edit it, choose someone for a slot."""

from typing import Any

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import what_the_board_says
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.suggestions import suggestions
from givenet_tui.domain.verbs import objectives, offers
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.daily import DailyActions
from givenet_tui.ui.actions.picking import NOBODY_FITS, PickingActions
from givenet_tui.ui.actions.screen import differing, with_record


class OfferingActions(DailyActions, PickingActions):
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
            fields: dict[str, Any] = {"serves": words.serves, "due": words.due, "introduces": words.introduces}
            if slot is not None:
                await self._write_over(slot, words)
            elif words.aim:
                await self.givenet.do(objectives.aiming, words.aim, offers.make, person.id, words.what, **fields)
            else:
                await self.givenet.do(offers.make, person.id, words.what, objective=words.objective, **fields)

        self.push_offer_dialog(person, keep, serves=serves, offer=slot)

    async def _write_over(self, offer: Offer, words: "dialogs.OfferWords") -> None:
        """Write an offer anew; an objective that was set with it is set in the same change."""
        anew = _written_anew(offer, words)
        if words.aim:
            await self.givenet.do_over(offer, objectives.aiming, words.aim, offers.edit, offer.id, **anew)
        else:
            await self.givenet.do_over(offer, offers.edit, offer.id, **anew)

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
        mine: list[Objective] | None = [one for one in self.book.objectives_of(self.today.year) if one.is_open]
        known = self.open_aspirations(person)
        if offer is not None:  # what it serves already can be chosen still, fulfilled or reached as it may be
            mine = with_record(mine or [], self.book.find(Objective, offer.objective))
            known = with_record(known, self.book.find(Aspiration, offer.serves))
        if offer is not None and offer.part == "raise_up":
            mine = None  # the part of an offer that stands is settled

        def board_says(objective: int | None) -> str:
            month = month_of(self.today)
            return what_the_board_says(self.book, person, month, objective)

        self.ask(
            dialogs.OfferDialog(
                keep,
                person=person,
                aspirations=known,
                objectives=mine,
                introducing=self.introducing(person),
                settings=self.settings,
                today=self.today,
                serves=serves,
                offer=offer,
                notice=notice,
                board=(lambda _: "") if offer else board_says,
            ),
            "offer-edit" if offer else "offer",
            offer or person.id,
        )

    def edit_offer(self, offer: Offer, *, notice: str = "") -> None:
        """Change an offer's words; of a closed one, what came of it."""
        person = self.book.person(offer.person)

        async def keep(words: dialogs.OfferWords) -> None:
            await self._write_over(offer, words)

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
        mine = [one.id for one in self.book.objectives_of(self.today.year) if one.is_open]
        best = suggestions(self.book, month_of(self.today), part, self.today)
        best.sort(key=lambda one: one.person_id != first)
        objective_for = {one.person_id: one.objective for one in best}

        async def keep(person_id: int) -> None:
            """Where they could help with several objectives, the offer's dialog asks with which."""
            objective = objective_for.get(person_id) or (mine[0] if len(mine) == 1 else None)
            await self.givenet.do(offers.choose, person_id, part, objective=objective if part == "resource" else None)

        title = "Whom can you raise up?" if part == "raise_up" else "Who can help you, and how can you help them?"
        picking = dialogs.PickPerson(
            title, keep, suggested=self.suggested(best), find=lambda words: self.found(words, best), empty=NOBODY_FITS
        )
        self.ask(picking, f"choose-{part}")


def _written_anew(offer: Offer, words: dialogs.OfferWords) -> dict[str, Any]:
    objective = words.objective if offer.part == "resource" else offer.objective
    return differing(offer, "what", what=words.what, serves=words.serves, due=words.due, objective=objective,
                     introduces=words.introduces)  # fmt: skip
