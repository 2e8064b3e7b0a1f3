"""Notes about a person, written and read in their notebook."""

from typing import ClassVar

from textual import on

from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.people import Person
from givenet_tui.domain.verbs import people
from givenet_tui.ui.actions.editing import notes_draft
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.widgets.key_bar import Key, KeyBar
from givenet_tui.ui.widgets.notes_editor import NotesEditor

WRITING_KEYS = (
    Key("ctrl+s", "keep", "screen.keep_notes"),
    Key("enter", "new line"),
    Key("f3", "preview", "screen.preview"),
    Key("ctrl+o", "your editor", "app.in_editor"),
    Key("esc", "back", "screen.leave"),
)
WRITING = "You are writing notes: ctrl+s keeps them, esc goes back."
DELETED = "Deleted meanwhile, by another program. ctrl+s brings them back, with your notes; esc goes back."
GONE = "Taken out of the book for good, by another program. Copy what you need; esc goes back."


class NotesPlace(Place):
    """A screen about one person, with an editor for the notes about them."""

    LIST: ClassVar[str]
    """Where the focus goes when the editor closes."""

    def __init__(self, person_id: int, notes: Draft | None = None) -> None:
        """With `notes`, these are being written."""
        super().__init__()
        self._person_id = person_id
        self._unfinished = notes
        self._seen: Person | None = None
        """The person as they were when the notes were opened."""
        self.is_settled = False
        """Whether the notes that were being written are kept, or thrown away on purpose."""

    @property
    def person(self) -> Person | None:
        """Whose notebook it is; None once they are in the trash."""
        return self.book.people.get(self._person_id)

    def on_mount(self) -> None:
        """Go on with notes that were being written."""
        super().on_mount()
        person, draft = self.person, self._unfinished
        if draft is not None and person is not None:
            self.go_on_writing(draft.seen if isinstance(draft.seen, Person) else person, draft.fields.get("notes", ""))

    def open_notes(self, person: Person) -> None:
        """Write the notes, over those of the person as they are here."""
        self._seen = person
        self.add_class("-writing")
        self.query_one(NotesEditor).open(person.about)
        self.refresh_keys()

    def go_on_writing(self, seen: Person, text: str) -> None:
        """Write on, over the notes of the person as they were `seen`."""
        self.open_notes(seen)
        self.query_one(NotesEditor).go_on(text)

    def refresh_keys(self) -> None:
        """While notes are written the keys are those of the editor: all others are letters."""
        super().refresh_keys()
        if self.is_writing:
            self.query_one(KeyBar).keys = WRITING_KEYS

    @property
    def is_writing(self) -> bool:
        """Whether notes are being written. It is asked before all is there as well."""
        return any(editor.is_open for editor in self.query(NotesEditor))

    @property
    def has_new_words(self) -> bool:
        """Whether notes are being written that would be lost. It is asked every second, before all is there as well."""
        return any(editor.has_new_words for editor in self.query(NotesEditor))

    def draft(self, at: str) -> Draft | None:
        """The notes that are being written."""
        return notes_draft(self._seen, self.query_one(NotesEditor).text, at) if self._seen else None

    def why_not(self, command_id: str) -> str | None:
        """Nothing may take the notes away that one writes."""
        return WRITING if self.is_writing else super().why_not(command_id)

    # --- while they are written ------------------------------------------------------------------

    def action_leave(self) -> None:
        """Close the notes; asked once more when something would be lost."""
        self.query_one(NotesEditor).action_leave()

    def action_keep_notes(self) -> None:
        """Keep the notes."""
        self.query_one(NotesEditor).action_keep()

    def action_preview(self) -> None:
        """Show the notes as they will be read, or hide that."""
        self.query_one(NotesEditor).action_preview()

    @on(NotesEditor.Kept)
    async def _keep_notes(self, event: NotesEditor.Kept) -> None:
        event.stop()
        try:
            seen = self._seen or self.book.person(self._person_id)
            await self.givenet.do_over(seen, people.edit, self._person_id, about=event.text)
        except GiveNetError as error:
            self.query_one(NotesEditor).trouble(error.sentence)
        else:
            self.query_one(NotesEditor).close()

    @on(NotesEditor.Closed)
    def _notes_closed(self, event: NotesEditor.Closed) -> None:
        event.stop()
        self.is_settled = True
        self.remove_class("-writing")
        self.query_one(self.LIST).focus()
        self.refresh_keys()
        self.call_later(self.givenet.drafts.settle)
        if self.person is None:
            self.call_later(self.close_if_gone)

    # --- the person has gone ---------------------------------------------------------------------

    def on_screen_resume(self) -> None:
        """Close, when the person went while a dialog was on top."""
        if self.person is None:
            self.person_has_gone()

    def person_has_gone(self) -> None:
        """Close; but notes that are being written stay until the user says what becomes of them."""
        if self.has_new_words:
            is_in_trash = self._person_id in self.book.records[Person.table]
            self.query_one(NotesEditor).trouble(DELETED if is_in_trash else GONE)
        else:
            self.call_later(self.close_if_gone)

    def close_if_gone(self) -> None:
        """Go back, when there is nobody here any more and nothing to lose."""
        if self.app.screen is self and self.person is None and not self.has_new_words:
            self.action_back()
