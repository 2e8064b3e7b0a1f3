"""Long text in the user's own editor, from wherever a person or a record is under the cursor."""

from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.moment import instant
from givenet_tui.domain.people import Person
from givenet_tui.domain.verbs import people
from givenet_tui.ui.actions.people import PeopleActions


class EditingActions(PeopleActions):
    """What `ctrl+o` does."""

    async def action_in_editor(self) -> None:
        """On a person their notes; on a record its words, which come back into its dialog."""
        subject = self.subject()
        if subject.person is not None and subject.record is subject.person:
            await self.notes_in_editor(subject.person)
        else:
            self.action_edit()
            self.app.call_after_refresh(self.givenet.action_in_editor)

    async def notes_in_editor(self, person: Person) -> None:
        """Write the notes about a person there, and keep them: one change. What cannot be kept is not lost."""
        editor = self.givenet.outer_editor
        draft = notes_draft(person, person.about, instant(self.givenet.workspace.clock.now()))
        async with editor.words(person.about, draft, field="notes") as edited:
            if edited is None:
                return
            trouble = edited.trouble
            if not trouble:
                try:
                    await self.givenet.do_over(person, people.edit, person.id, about=edited.text)
                except GiveNetError as error:
                    trouble = error.sentence
            if trouble:
                self.go_on_writing(person, edited.text)
                self.givenet.say(trouble, "warning")

    def go_on_writing(self, seen: Person, text: str) -> None:
        """Open the notes with words that are not kept yet, over those of the person as they were `seen`."""
        self.open_notebook(seen.id, notes=notes_draft(seen, text, ""))


def notes_draft(seen: Person, text: str, at: str) -> Draft:
    """Notes that are being written about a person, as a draft."""
    return Draft("notes", seen.id, f"Notes about {seen.name}", {"notes": text}, at, seen=seen)
