"""The notebook: a person, what they hope for on the left, what was between you on the right."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.timeline import Entry, timeline
from givenet_tui.domain.verbs import people
from givenet_tui.tones import BLANK, Line
from givenet_tui.ui import commands
from givenet_tui.ui.drawing.notebook import aspiration_row, empty_kind, kind_heading, notebook_head
from givenet_tui.ui.drawing.notes import notes
from givenet_tui.ui.drawing.people import entry_lines, facts, told_by_kind
from givenet_tui.ui.drawing.welcome import nothing_between
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.key_bar import Key, KeyBar
from givenet_tui.ui.widgets.notes_editor import NotesEditor
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

NOTES = "notes"
WRITING_KEYS = (Key("ctrl+s", "keep"), Key("enter", "new line"), Key("esc", "back", "screen.leave"))
WRITING = "You are writing notes: ctrl+s keeps them, esc goes back."
DELETED = "Deleted meanwhile, by another program. ctrl+s brings them back, with your notes; esc goes back."
GONE = "Taken out of the book for good, by another program. Copy what you need; esc goes back."
NOTES_LINES = 8


class NotebookScreen(Place):
    """Notes, hopes, dreams, goals and objectives; and the timeline."""

    place: ClassVar[commands.Place] = "notebook"
    mode = "people"
    AUTO_FOCUS = "#told"

    def __init__(self, person_id: int, notes: Draft | None = None, at: Record | None = None) -> None:
        """The notebook of one person, the cursor on a record if it is given; with `notes`, these are being written."""
        super().__init__()
        self._at = at
        self._unfinished = notes
        self._person_id = person_id
        self._entries: dict[Hashable, Entry] = {}
        self._seen: Person | None = None
        """The person as they were when the notes were opened."""
        self.is_settled = False
        """Whether the notes that were being written are kept, or thrown away on purpose."""

    def body(self) -> ComposeResult:
        """The facts above, the two parts below."""
        yield Page(id="facts")
        with Horizontal(id="columns"):
            with Vertical(id="left"):
                yield RowList(self._draw_told, id="told")
                yield NotesEditor(id="notes-editor")
            with Vertical(id="right"):
                yield Page(id="between-head").unfocusable()
                yield RowList(self._draw_entry, id="between")

    @property
    def person(self) -> Person | None:
        """Whose notebook it is; None once they are in the trash."""
        return self.book.people.get(self._person_id)

    def show_book(self) -> None:
        """Draw both parts anew, the cursors on the same records."""
        person = self.person
        if person is None:
            self._person_has_gone()
            return
        book = self.book
        self._show_head(person)
        at, self._at = self._at, None
        self.query_one("#told", RowList).set_rows(self._told_keys(), key=at.id if isinstance(at, Aspiration) else None)
        entries = timeline(book, person.id)
        self._entries = {(entry.record.table, entry.record.id): entry for entry in entries}
        self.query_one("#between-head", Page).show(lambda _width: [[("Between you", "heading")]])
        between = self.query_one("#between", RowList)
        between.empty = nothing_between
        there = (at.table, at.id) if isinstance(at, Interaction | Offer | Help) else None
        between.set_rows(list(self._entries), key=there)
        if there is not None and between.key == there:
            between.focus()

    def _show_head(self, person: Person) -> None:
        book, today, most = self.book, self.givenet.day, 2 if self.is_low else 3
        here = self.focused is self.query_one("#facts")
        self.query_one("#facts", Page).show(
            lambda width: notebook_head(person.name, facts(book, person, today, width, most=most), here=here)
        )

    def on_screen_resume(self) -> None:
        """Close, when the person went while a dialog was on top."""
        if self.person is None:
            self._person_has_gone()

    def _person_has_gone(self) -> None:
        """Close; but notes that are being written stay until the user says what becomes of them."""
        if self.has_new_words:
            is_in_trash = self._person_id in self.book.records[Person.table]
            self.query_one(NotesEditor).trouble(DELETED if is_in_trash else GONE)
        else:
            self.call_later(self._close)

    def _close(self) -> None:
        if self.app.screen is self and self.person is None and not self.has_new_words:
            self.action_back()

    def _told_keys(self) -> list[Hashable]:
        """Notes, then each kind: its aspirations, or the kind itself where nothing is known."""
        keys: list[Hashable] = [NOTES]
        for kind in KINDS:
            keys += [told.id for told in told_by_kind(self.book, self._person_id, kind)] or [kind]
        return keys

    # --- drawing ---------------------------------------------------------------------------------

    def _draw_told(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        book, today, person = self.book, self.givenet.day, self.person
        if person is None:
            return [()]
        if key == NOTES:
            return [*notes(person, width, most=NOTES_LINES), BLANK]
        if isinstance(key, str):
            return [*kind_heading(key), *empty_kind(book, key, self._person_id, today, width), BLANK]
        assert isinstance(key, int)  # noqa: S101
        aspiration = book.find(Aspiration, key)
        if aspiration is None:
            return [()]
        of_kind = told_by_kind(book, self._person_id, aspiration.kind)
        heading = kind_heading(aspiration.kind) if of_kind[0].id == key else []
        end = [BLANK] if of_kind[-1].id == key else []
        return [*heading, *aspiration_row(book, aspiration, today, width), *end]

    def _draw_entry(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        return [*entry_lines(self._entries[key], self.givenet.day, width), BLANK]

    # --- what is under the cursor ----------------------------------------------------------------

    def subject(self) -> Subject:
        """The person, with the aspiration or the entry under the cursor."""
        person = self.person
        if person is None:
            return Subject()
        if self.focused is self.query_one("#between"):
            return self._entry_subject(person)
        if self.focused is self.query_one("#facts"):
            return Subject(person=person, facts=True)
        key = self.query_one("#told", RowList).key
        if isinstance(key, int):
            return Subject(person=person, aspiration=self.book.find(Aspiration, key))
        return Subject(person=person, notes=key == NOTES)

    def _entry_subject(self, person: Person) -> Subject:
        entry = self._entries.get(self.query_one("#between", RowList).key)
        match entry.record if entry else None:
            case Interaction() as touch:
                return Subject(person=person, touch=touch)
            case Offer() as offer:
                return Subject(person=person, offer=offer)
            case Help() as help_:
                return Subject(person=person, help=help_)
            case _:  # how you met stands among the facts
                return Subject(person=person, facts=entry is not None)

    def record_at(self, key: Hashable) -> Record | None:
        """What they told you, or an entry of what was between you; how you met is a fact, and no record."""
        if self.person is None:
            return None
        entry = self._entries.get(key)
        if entry is not None and not isinstance(entry.record, Person):
            return self.book.find(type(entry.record), entry.record.id)
        return self.book.find(Aspiration, key) if isinstance(key, int) else None

    def _kind_here(self) -> Kind | None:
        """The kind of the part in which the cursor is; None on the notes."""
        key = self.query_one("#told", RowList).key
        told = self.book.find(Aspiration, key) if isinstance(key, int) else None
        return told.kind if told else next((kind for kind in KINDS if kind == key), None)

    def on_descendant_focus(self) -> None:
        """On a narrow screen one part shows at a time: the one that has the focus."""
        super().on_descendant_focus()
        if self.person is not None:
            self._show_head(self.person)
        self.set_class(self.focused is self.query_one("#between"), "-right")

    def action_next_part(self) -> None:
        """From what they told you to what was between you, to the facts, and round again."""
        parts = ["told", "between", "facts"]
        here = self.focused.id if self.focused and self.focused.id in parts else "facts"
        following = parts[(parts.index(here) + 1) % len(parts)]
        self.set_class(following == "between", "-right")
        self.query_one(f"#{following}").focus()

    # --- commands --------------------------------------------------------------------------------

    def why_not(self, command_id: str) -> str | None:
        """Nothing may take the notes away that one writes. A person is deleted in People."""
        if self.query_one(NotesEditor).is_open:
            return WRITING
        subject = self.subject()
        if command_id == "delete" and subject.record is subject.person:
            return "Nothing to delete is under the cursor. A person is deleted in People."
        return super().why_not(command_id)

    def action_add(self) -> None:
        """On the left something they told you, on the right a touch."""
        person = self.person
        if person is None:
            return
        if self.focused is self.query_one("#between"):
            self.ask_for_a_touch(person)
        else:
            self.ask_what_they_told(person, kind=self._kind_here())

    def action_edit(self) -> None:
        """On the notes, write; on the facts' own row, the facts; else the record under the cursor."""
        subject = self.subject()
        if subject.notes and subject.person:
            self._open_notes(subject.person)
        elif subject.record is subject.person and not subject.facts:
            self.action_add()
        else:
            super().action_edit()

    def action_open(self) -> None:
        """The same as editing: nothing here has a place of its own."""
        self.action_edit()

    # --- notes -----------------------------------------------------------------------------------

    def _open_notes(self, person: Person) -> None:
        editor = self.query_one(NotesEditor)
        editor.open(person.about)
        self._seen = person
        self.query_one("#told").display = False
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """While notes are written the keys are those of the editor: all others are letters."""
        super().refresh_keys()
        if any(editor.is_open for editor in self.query(NotesEditor)):
            self.query_one(KeyBar).keys = WRITING_KEYS

    def on_mount(self) -> None:
        """Go on with notes that were being written."""
        super().on_mount()
        person, draft = self.person, self._unfinished
        if draft is not None and person is not None:
            self._open_notes(draft.seen if isinstance(draft.seen, Person) else person)
            self.query_one(NotesEditor).go_on(draft.fields.get("notes", ""))

    def draft(self, at: str) -> Draft | None:
        """The notes that are being written."""
        person = self._seen
        if person is None:
            return None
        text = self.query_one(NotesEditor).text
        return Draft("notes", person.id, f"Notes about {person.name}", {"notes": text}, at, seen=person)

    @property
    def has_new_words(self) -> bool:
        """Whether notes are being written that would be lost. It is asked every second, before all is there as well."""
        return any(editor.has_new_words for editor in self.query(NotesEditor))

    def action_leave(self) -> None:
        """Close the notes; asked once more when something would be lost."""
        self.query_one(NotesEditor).action_leave()

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
        self.query_one("#told").display = True
        self.query_one("#told").focus()
        self.refresh_keys()
        self.call_later(self.givenet.drafts.settle)
        if self.person is None:
            self.call_later(self._close)
