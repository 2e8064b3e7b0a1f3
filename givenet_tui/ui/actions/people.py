"""People: open, add, edit, let rest, delete; and import."""

from collections.abc import Sequence
from typing import Any

from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.verbs import objectives, people, trash
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.beginning import BeginningActions
from givenet_tui.ui.actions.exporting import ExportActions
from givenet_tui.ui.actions.importing import ImportActions
from givenet_tui.ui.actions.keeping import KeepingActions
from givenet_tui.ui.actions.settings import SettingsActions
from givenet_tui.ui.actions.stepping import SteppingActions


class PeopleActions(SteppingActions, ImportActions, ExportActions, KeepingActions, SettingsActions, BeginningActions):
    """What the keys do with people, and with any record: edit and delete."""

    def open_notebook(self, person_id: int, notes: Draft | None = None, at: Record | None = None) -> None:
        """Open a person's notebook on top of this screen, the cursor on a record; `notes` are being written."""
        from givenet_tui.ui.screens.notebook import NotebookScreen

        self.app.push_screen(NotebookScreen(person_id, notes, at))

    def add_person(self) -> None:
        """Add someone to the circle; the cursor goes to them."""

        async def keep(fields: dict[str, Any]) -> None:
            done = await self.givenet.do(people.add, **fields)
            self.givenet.someone_was_added()
            self.added_person(done.change.edits[0].id)

        title = "Someone new in your circle"
        dialog = dialogs.PersonDialog(title, keep, settings=self.settings, today=self.today, find=self._called_like)
        self.ask(dialog, "person")

    def added_person(self, person_id: int) -> None:
        """Someone was added: screens with a list put the cursor there."""

    def edit_person(self, person: Person) -> None:
        """Edit the facts about a person."""

        async def keep(fields: dict[str, Any]) -> None:
            await self.givenet.do_over(person, people.edit, person.id, **fields)

        title = f"About {person.name}"
        introducer = self.book.people.get(person.introduced_by or 0)

        def others(words: str) -> Sequence[tuple[int, str]]:
            return [one for one in self._called_like(words) if one[0] != person.id]

        dialog = dialogs.PersonDialog(
            title, keep, settings=self.settings, today=self.today, person=person, find=others,
            introduced_by=introducer.name if introducer else "",
        )  # fmt: skip
        self.ask(dialog, "person-edit", person)

    def _called_like(self, words: str) -> Sequence[tuple[int, str]]:
        """Who is called so, by id and name, the best first."""
        hits = self.givenet.finders.people(self.book).find(words)
        return [(hit.person_id, self.book.person(hit.person_id).name) for hit in hits if hit.where == "name"]

    def add_objective(self, year: int) -> None:
        """Set an objective of one's own."""

        async def keep(words: str) -> None:
            done = await self.givenet.do(objectives.add, words, year)
            self.added_objective(done.change.edits[0].id)

        ask = "what do you want to reach?"
        self.ask(dialogs.WordsDialog(f"An objective of yours for {year}", keep, ask=ask), "objective", year)

    def added_objective(self, objective_id: int) -> None:
        """An objective was set: where it stands in a list, the cursor goes there."""

    def edit_objective(self, objective: Objective) -> None:
        """Reword an objective."""

        async def keep(words: str) -> None:
            await self.givenet.do_over(objective, objectives.edit, objective.id, text=words)

        ask = "what do you want to reach?"
        dialog = dialogs.WordsDialog("An objective of yours", keep, ask=ask, text=objective.text)
        self.ask(dialog, "objective-edit", objective)

    # --- any record ------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Edit what is under the cursor, the most particular first."""
        subject = self.subject()
        if subject.aspiration:
            self.edit_aspiration(subject.aspiration)
        elif subject.touch:
            self.edit_touch(subject.touch)
        elif subject.help:
            self.edit_help(subject.help)
        elif subject.offer:
            self.edit_offer(subject.offer)
        elif subject.objective:
            self.edit_objective(subject.objective)
        elif subject.person:
            self.edit_person(subject.person)

    async def action_delete(self) -> None:
        """Put what is under the cursor into the trash; undo brings it back."""
        record = self.subject().record
        if record is not None:
            await self.givenet.try_to(trash.delete, record, self._called(record))

    def _called(self, record: Record) -> str:
        called = getattr(record, "name", "") or getattr(record, "text", "") or getattr(record, "what", "")
        return called or {"offers": "The chosen slot", "interactions": "The touch"}.get(record.table, "That")

    async def action_rest(self) -> None:
        """Let a person rest, or come back."""
        person = self.the_person()
        await self.givenet.try_to(people.let_rest if person.in_circle else people.bring_back, (person.id,))
