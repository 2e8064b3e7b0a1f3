"""Steps: the next natural one of whatever is under the cursor, straight to done, or any that makes sense."""

from collections.abc import Sequence

from givenet_tui.domain.agenda import Line
from givenet_tui.domain.aspirations import Aspiration, AspirationStatus
from givenet_tui.domain.assignment import assignment
from givenet_tui.domain.introductions import ASKED_BEFORE
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import ObjectiveStatus
from givenet_tui.domain.offers import NATURAL, Offer, Part, moves
from givenet_tui.domain.verbs import aspirations, objectives, offers
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.introducing import IntroducingActions
from givenet_tui.ui.actions.telling import TellingActions
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
STILL_SO = ("confirmed", "c", "it still holds")


class SteppingActions(TellingActions, IntroducingActions):
    """What the keys do to take something further."""

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
            case "waiting" | "draft" if offer and offer.leads_to:
                await self.advance_introduction(offer, line)
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

    async def advance_offer(self, offer: Offer) -> None:
        """One step on: words for a chosen slot, what came of it for one that is kept."""
        person = self.book.person(offer.person)
        if offer.status == "chosen":
            self.ask_for_an_offer(person, slot=offer)
        elif offer.leads_to and offer.status in ASKED_BEFORE:
            await self.advance_introduction(offer)
        elif NATURAL[offer.status] == "done":
            self.ask_for_the_outcome(offer)
        else:
            await self.givenet.try_to(offers.step, offer.id, NATURAL[offer.status])

    async def action_done(self) -> None:
        """Straight to done; what is no offer takes its natural step."""
        subject = self.subject()
        if subject.offer is not None and subject.offer.is_open:
            if subject.offer.has_a_no:
                self.ask_after_a_no(subject.offer)
            elif subject.offer.what:
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
        self.ask(dialogs.WordsDialog(f"Done for {name}", keep, ask=ask, reminder=offer.what), "outcome", offer)

    async def action_confirm(self) -> None:
        """What they told you still holds."""
        told = self.subject().aspiration
        if told is not None:
            await self.givenet.try_to(aspirations.confirm, told.id)

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
        options = [*self.asking_options(offer), *(Option(status, *STEP_KEYS[status]) for status in moves(offer))]

        async def keep(status: str) -> None:
            if ":" in status:
                await self.keep_asking(offer, status, subject.line)
                return
            step = next(one for one in moves(offer) if one == status)
            if step == "done":
                self.call_after_keeping(lambda: self.ask_for_the_outcome(offer, subject.line))
            else:
                await self.settle(subject.line, offers.step, offer.id, step)

        name = self.book.person(offer.person).name
        self.app.push_screen(
            dialogs.ChoiceDialog(f"Where does it stand, with {name}?", keep, options, reminder=offer.what)
        )

    def _set_standing(self) -> None:
        subject = self.subject()
        told, mine = subject.aspiration, subject.objective
        options = [Option(*option) for option in _standings(told)]

        async def keep(status: str) -> None:
            if told is not None and status == "confirmed":
                await self.givenet.do(aspirations.confirm, told.id)
            elif told is not None:
                await self.givenet.do(aspirations.close, told.id, status)  # type: ignore[arg-type]
            elif mine is not None:
                await self.givenet.do(objectives.close, mine.id, status)  # type: ignore[arg-type]

        reminder = told.text if told else mine.text if mine else ""
        self.app.push_screen(dialogs.ChoiceDialog("How does it stand?", keep, options, reminder=reminder))

    def _emptier_part(self) -> Part:
        return min(assignment(self.book, month_of(self.today)).parts, key=lambda view: view.filled).part


def _standings(told: Aspiration | None) -> Sequence[tuple[str, str, str]]:
    """How an aspiration, or else an objective, may be said to stand. What is open may well be so still."""
    if told is None:
        return CLOSINGS["objective"]
    return (STILL_SO, *CLOSINGS["aspiration"][1:]) if told.is_open else CLOSINGS["aspiration"]
