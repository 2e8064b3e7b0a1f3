"""Offers: make one, take it through its steps, choose someone, carry over; objectives of one's own."""

from collections.abc import Callable

from givenet_tui.domain.agenda import Line
from givenet_tui.domain.aspirations import AspirationStatus
from givenet_tui.domain.assignment import PART_NAMES, assignment
from givenet_tui.domain.find import PeopleFinder
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import ObjectiveStatus
from givenet_tui.domain.offers import NATURAL, Offer, Part, moves
from givenet_tui.domain.people import Person
from givenet_tui.domain.suggestions import suggestions
from givenet_tui.domain.verbs import aspirations, objectives, offers
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.daily import DailyActions
from givenet_tui.ui.widgets.choice import Option

STEP_KEYS = {
    "drafted": ("d", "drafted"),
    "offered": ("o", "offered: they know of it"),
    "accepted": ("a", "accepted: they want it"),
    "done": ("x", "done"),
    "declined": ("n", "declined: they would rather not"),
    "let_go": ("l", "let go"),
}
CLOSINGS = {
    "aspiration": (("open", "o", "open"), ("fulfilled", "f", "fulfilled"), ("let_go", "l", "let go")),
    "objective": (("open", "o", "open"), ("reached", "r", "reached"), ("let_go", "l", "let go")),
}


class GivingActions(DailyActions):
    """What the keys do with offers and objectives."""

    # --- making one ------------------------------------------------------------------------------

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
                objective = words.objective if slot.part == "resource" else None
                await self.givenet.do(
                    offers.edit, slot.id, what=words.what, serves=words.serves, due=words.due, objective=objective
                )
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
        if offer is not None and offer.part == "raise_up":
            mine = []  # the part of an offer that stands is settled
        known = self.open_aspirations(person)
        self.app.push_screen(
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
            )
        )

    def _beyond_the_slots(self) -> str:
        month = assignment(self.book, month_of(self.today))
        full = [PART_NAMES[view.part] for view in month.parts if not view.has_room]
        slots = self.settings.slots_per_part
        if not full:
            return ""
        return f"{' and '.join(full)} {'is' if len(full) == 1 else 'are'} full: this offer goes beyond the {slots}."

    # --- steps -----------------------------------------------------------------------------------

    async def action_advance(self) -> None:
        """The next natural step of what is under the cursor."""
        subject = self.subject()
        if subject.line is not None:
            await self._answer(subject.line)
        elif subject.offer is not None:
            await self.advance_offer(subject.offer)
        elif subject.aspiration is not None:
            status: AspirationStatus = "fulfilled" if subject.aspiration.is_open else "open"
            await self.givenet.try_to(aspirations.close, subject.aspiration.id, status)
        elif subject.objective is not None:
            reached: ObjectiveStatus = "reached" if subject.objective.is_open else "open"
            await self.givenet.try_to(objectives.close, subject.objective.id, reached)

    async def _answer(self, line: Line) -> None:
        offer = self.subject().offer
        match line.what:
            case "promised" if offer:
                self.ask_for_the_outcome(offer, line)
            case "waiting":
                self.ask_for_the_answer(line)
            case "draft" if offer:
                await self.givenet.try_to(offers.step, offer.id, "offered")
            case "slot":
                self.choose_someone(line.part or self._emptier_part(), first=line.person)
            case "unknown":
                self.ask_what_they_told(self.the_person(), line=line)
            case _:
                self.ask_for_a_touch(self.the_person(), line=line)

    def edit_offer(self, offer: Offer) -> None:
        """See `PeopleActions`."""
        raise NotImplementedError  # pragma: no cover

    def ask_what_they_told(self, person: Person, *, line: Line | None = None) -> None:
        """See `TellingActions`."""
        raise NotImplementedError  # pragma: no cover

    def ask_for_a_touch(self, person: Person, *, line: Line | None = None) -> None:
        """See `TellingActions`."""
        raise NotImplementedError  # pragma: no cover

    async def advance_offer(self, offer: Offer) -> None:
        """One step on: words for a chosen slot, what came of it for one that is kept."""
        person = self.book.person(offer.person)
        if offer.status == "chosen":
            self.ask_for_an_offer(person, slot=offer)
        elif NATURAL[offer.status] == "done":
            self.ask_for_the_outcome(offer)
        else:
            await self.givenet.try_to(offers.step, offer.id, NATURAL[offer.status])

    async def action_done(self) -> None:
        """Straight to done; what is no offer takes its natural step."""
        subject = self.subject()
        if subject.offer is not None and subject.offer.is_open:
            if subject.offer.what:
                self.ask_for_the_outcome(subject.offer, subject.line)
            else:
                self.givenet.say("There are no words yet: space writes down what exactly you will do.", "warning")
        else:
            await self.action_advance()

    def ask_for_the_outcome(self, offer: Offer, line: Line | None = None) -> None:
        """Tick an offer off: what came of it?"""

        async def keep(outcome: str) -> None:
            await self.settle(line, offers.step, offer.id, "done", outcome=outcome)

        name = self.book.person(offer.person).name
        ask = "what came of it? (enter alone is fine)"
        self.app.push_screen(dialogs.WordsDialog(f"Done for {name}", keep, ask=ask, reminder=offer.what))

    def action_set_step(self) -> None:
        """Set the step of an offer, or how an aspiration or an objective stands."""
        subject = self.subject()
        if subject.aspiration is not None or subject.objective is not None:
            self._set_standing()
            return
        offer = subject.offer
        if offer is None:
            self.givenet.say("There is no offer under the cursor.", "warning")
            return
        options = [Option(status, *STEP_KEYS[status]) for status in moves(offer)]

        async def keep(status: str) -> None:
            step = next(one for one in moves(offer) if one == status)
            if step == "done":
                self.call_after_keeping(lambda: self.ask_for_the_outcome(offer, subject.line))
            else:
                await self.settle(subject.line, offers.step, offer.id, step)

        name = self.book.person(offer.person).name
        self.app.push_screen(
            dialogs.ChoiceDialog(f"Where does it stand, with {name}?", keep, options, reminder=offer.what)
        )

    def call_after_keeping(self, then: Callable[[], None]) -> None:
        """Open the next dialog once this one has closed."""
        self.app.call_later(then)

    def _set_standing(self) -> None:
        subject = self.subject()
        told, mine = subject.aspiration, subject.objective
        options = [Option(*option) for option in CLOSINGS["aspiration" if told else "objective"]]

        async def keep(status: str) -> None:
            if told is not None:
                await self.givenet.do(aspirations.close, told.id, status)  # type: ignore[arg-type]
            elif mine is not None:
                await self.givenet.do(objectives.close, mine.id, status)  # type: ignore[arg-type]

        reminder = told.text if told else mine.text if mine else ""
        self.app.push_screen(dialogs.ChoiceDialog("How does it stand?", keep, options, reminder=reminder))

    # --- the board -------------------------------------------------------------------------------

    def _emptier_part(self) -> Part:
        return min(assignment(self.book, month_of(self.today)).parts, key=lambda view: view.filled).part

    def choose_someone(self, part: Part, *, first: int | None = None) -> None:
        """Choose a person for a slot of this month: suggestions first, anyone by name."""
        book, month = self.book, month_of(self.today)
        mine = next((one.id for one in book.objectives_of(self.today.year) if one.is_open), None)
        best = suggestions(book, month, part, self.today)
        best.sort(key=lambda one: one.person_id != first)
        objective_for = {one.person_id: one.objective for one in best}
        reasons = {one.person_id: one.reason for one in best}
        finder = PeopleFinder(book)

        def found(words: str) -> list[dialogs.Suggested]:
            hits = [book.person(hit.person_id) for hit in finder.find(words)[:50]]
            return [dialogs.Suggested(one.id, one.name, reasons.get(one.id, "")) for one in hits if one.in_circle]

        async def keep(person_id: int) -> None:
            objective = objective_for.get(person_id) or mine
            await self.givenet.do(offers.choose, person_id, part, objective=objective if part == "resource" else None)

        listed = [dialogs.Suggested(one.person_id, book.person(one.person_id).name, one.reason) for one in best[:20]]
        title = "Whom can you raise up?" if part == "raise_up" else "Who can help you, and how can you help them?"
        empty = "Nobody fits. People are added in People: 2, then a, or i to import."
        self.app.push_screen(dialogs.PickPerson(title, keep, suggested=listed, find=found, empty=empty))
