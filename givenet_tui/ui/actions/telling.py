"""What they told you, touches, and help that came back."""

from givenet_tui.domain.agenda import Line
from givenet_tui.domain.aspirations import Aspiration, Kind
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.verbs import aspirations, interactions
from givenet_tui.domain.verbs import help as help_verbs
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.daily import DailyActions
from givenet_tui.ui.actions.picking import PickingActions
from givenet_tui.ui.actions.screen import differing, with_record


class TellingActions(DailyActions, PickingActions):
    """What the keys do with words about people."""

    def action_note(self) -> None:
        """Write down what they told you."""
        self.ask_what_they_told(self.the_person())

    def ask_what_they_told(self, person: Person, *, kind: Kind | None = None, line: Line | None = None) -> None:
        """Open the dialog for an aspiration; with a `kind`, its words come first."""

        async def keep(told: dialogs.Told) -> None:
            await self.settle(
                line, aspirations.hear, person.id, told.kind, told.text,
                heard_on=told.heard_on, heard_where=told.heard_where, horizon=told.horizon,
            )  # fmt: skip

        self.ask(
            dialogs.NoteDialog(
                f"What {person.name} told you",
                keep,
                person_id=person.id,
                settings=self.settings,
                today=self.today,
                kind=kind,
                heard_on=self.about_day,
            ),
            "hear",
            person.id,
        )

    def edit_aspiration(self, aspiration: Aspiration) -> None:
        """Reword it, or say more about it."""
        person = self.book.person(aspiration.person)

        async def keep(told: dialogs.Told) -> None:
            anew = differing(
                aspiration, "text", kind=told.kind, text=told.text,
                heard_on=told.heard_on, heard_where=told.heard_where, horizon=told.horizon,
            )  # fmt: skip
            await self.givenet.do_over(aspiration, aspirations.edit, aspiration.id, **anew)

        self.ask(
            dialogs.NoteDialog(
                f"What {person.name} told you",
                keep,
                person_id=person.id,
                settings=self.settings,
                today=self.today,
                aspiration=aspiration,
            ),
            "aspiration",
            aspiration,
        )

    def action_touch(self) -> None:
        """Log a touch with the person under the cursor."""
        self.ask_for_a_touch(self.the_person())

    def ask_for_a_touch(self, person: Person, *, line: Line | None = None) -> None:
        """Open the dialog for a touch."""

        async def keep(touch: dialogs.Touch) -> None:
            await self.settle(
                line, interactions.log, (person.id,), on=touch.on, channel=touch.channel, text=touch.text
            )  # fmt: skip

        title = f"In touch with {person.name}"
        dialog = dialogs.TouchDialog(title, keep, settings=self.settings, today=self.today, on=self.about_day)
        self.ask(dialog, "touch", person.id)

    def edit_touch(self, touch: Interaction) -> None:
        """Change a touch."""

        async def keep(now: dialogs.Touch) -> None:
            text = now.text if now.text == touch.text else now.text.strip()
            anew = differing(touch, "", on=now.on, channel=now.channel, text=text)
            await self.givenet.do_over(touch, interactions.edit, touch.id, **anew)

        names = ", ".join(self.book.people[one].name for one in touch.people if one in self.book.people)
        title = f"In touch with {names}"
        dialog = dialogs.TouchDialog(title, keep, settings=self.settings, today=self.today, touch=touch)
        self.ask(dialog, "touch-edit", touch)

    def action_came_back(self) -> None:
        """Write down help that came back: from the person under the cursor, else from whom is picked first."""
        person = self.subject().person
        if person is not None:
            self.ask_what_came_back(person)
            return

        async def keep(person_id: int) -> None:
            self.app.call_later(self.ask_what_came_back, self.book.person(person_id))

        self.pick_whom("From whom did something come back?", keep)

    def edit_help(self, help_: Help) -> None:
        """Change what came back."""
        self.ask_what_came_back(self.book.person(help_.person), help_)

    def _offers_with(self, person: Person) -> list[Offer]:
        """The offers to a person, and the introductions to them, the latest first."""
        offers = [*self.book.offers_of(person.id), *self.book.introductions_to(person.id)]
        return sorted(offers, key=lambda offer: offer.id, reverse=True)

    def ask_what_came_back(self, person: Person, help_: Help | None = None) -> None:
        """Open the dialog for help that came back; with `help_`, for what is different about it."""
        subject = self.subject()
        offer = subject.offer if help_ is None else None
        mine = [one for one in self.book.objectives_of(self.today.year) if one.is_open]
        objective = help_.objective if help_ else subject.objective.id if subject.objective else None
        if offer is not None and objective is None:
            objective = offer.objective
        mine = with_record(mine, self.book.find(Objective, objective))

        async def keep(back: dialogs.CameBack) -> None:
            if help_ is None:
                await self.givenet.do(
                    help_verbs.came_back, person.id, back.text, on=back.on, offer=back.offer, objective=back.objective
                )
            else:
                anew = differing(help_, "text", text=back.text, on=back.on, offer=back.offer, objective=back.objective)
                await self.givenet.do_over(help_, help_verbs.edit, help_.id, **anew)

        self.ask(
            dialogs.HelpDialog(
                f"What came back from {person.name}",
                keep,
                settings=self.settings,
                today=self.today,
                offers=self._offers_with(person),
                objectives=mine,
                offer=offer.id if offer else None,
                objective=objective,
                help_=help_,
            ),
            "help-edit" if help_ else "came-back",
            help_ or person.id,
        )
