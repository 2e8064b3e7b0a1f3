"""The notebook: a person, what they hope for on the left, what was between you on the right."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.timeline import Entry, timeline
from givenet_tui.domain.told import told_by_kind
from givenet_tui.tones import BLANK, Line
from givenet_tui.ui import commands, dialogs
from givenet_tui.ui.drawing.aspirations import whole_aspiration
from givenet_tui.ui.drawing.entries import MOST_IN_A_ROW, entry_lines, whole_entry
from givenet_tui.ui.drawing.facts import facts, whole_facts
from givenet_tui.ui.drawing.notebook import (
    AT_THE_FACTS,
    TO_THE_FACTS,
    aspiration_row,
    empty_kind,
    kind_heading,
    notebook_head,
)
from givenet_tui.ui.drawing.notes import notes, whole_notes
from givenet_tui.ui.drawing.welcome import nothing_between
from givenet_tui.ui.screens.notes import NotesPlace
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.notes_editor import NotesEditor
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

NOTES = "notes"
NOTES_LINES = 8
GONE = "This was deleted meanwhile."
TOLD_KEYS = ("edit", "in_editor", "offer", "advance", "confirm", "set_step")
ENTRY_KEYS = ("edit", "in_editor", "advance", "set_step")
"""The commands that can be given to what one reads whole."""


class NotebookScreen(NotesPlace):
    """Notes, hopes, dreams, goals and objectives; and the timeline."""

    place: ClassVar[commands.Place] = "notebook"
    mode = "people"
    LIST = "#told"
    AUTO_FOCUS = "#told"

    def __init__(self, person_id: int, notes: Draft | None = None, at: Record | None = None) -> None:
        """The notebook of one person, the cursor on a record if it is given; with `notes`, these are being written."""
        super().__init__(person_id, notes)
        self._at = at
        self._entries: dict[Hashable, Entry] = {}
        self._begins_a_year: set[Hashable] = set()
        self._begins_a_kind: set[Hashable] = set()

    def body(self) -> ComposeResult:
        """The facts above, the two parts below."""
        yield Page(id="facts")
        with Horizontal(id="columns"):
            with Vertical(id="left"):
                told = RowList(self._draw_told, id="told")
                told.above = lambda key: isinstance(key, str) or key in self._begins_a_kind
                yield told
            with Vertical(id="right"):
                yield Page(id="between-head").unfocusable()
                between = RowList(self._draw_entry, id="between")
                between.above = lambda key: 2 if key in self._begins_a_year else 0
                yield between
            yield NotesEditor(id="notes-editor")

    def show_book(self) -> None:
        """Draw both parts anew, the cursors on the same records."""
        person = self.person
        if person is None:
            self.person_has_gone()
            return
        book = self.book
        self._show_head(person)
        at, self._at = self._at, None
        firsts = (told_by_kind(book, person.id, kind)[:1] for kind in KINDS)
        self._begins_a_kind = {first.id for some in firsts for first in some}
        self.query_one("#told", RowList).set_rows(self._told_keys(), key=at.id if isinstance(at, Aspiration) else None)
        entries = timeline(book, person.id)
        self._entries = {(entry.record.table, entry.record.id): entry for entry in entries}
        self._begins_a_year = _first_of_years(self._entries, self.givenet.day.year)
        self.query_one("#between-head", Page).show(lambda _width: [[("Between you", "heading")]])
        between = self.query_one("#between", RowList)
        between.empty = nothing_between
        there = (at.table, at.id) if isinstance(at, Interaction | Offer | Help) else None
        between.set_rows(list(self._entries), key=there)
        if there is not None and between.key == there:
            between.focus()

    def bar(self) -> Sequence[commands.Command]:
        """Where one part shows at a time, the key that goes to the other stands before the rest."""
        other = commands.BY_ID["next_part"]
        bar = super().bar()
        return [other, *(one for one in bar if one is not other)] if self.is_narrow else bar

    def _show_head(self, person: Person) -> None:
        book, today, most = self.book, self.givenet.day, 2 if self.is_low else 3
        here = self.focused is self.query_one("#facts")
        keys = BLANK if self.is_writing else AT_THE_FACTS if here else TO_THE_FACTS
        self.query_one("#facts", Page).show(
            lambda width: notebook_head(person.name, facts(book, person, today, width, most=most), here=here, keys=keys)
        )

    def _told_keys(self) -> list[Hashable]:
        """Notes, then each kind: its aspirations, or the kind itself where nothing is known."""
        keys: list[Hashable] = [NOTES]
        for kind in KINDS:
            keys += [told.id for told in told_by_kind(self.book, self._person_id, kind)] or [kind]
        return keys

    # --- drawing ---------------------------------------------------------------------------------

    def _draw_told(self, key: Hashable, width: int, here: bool) -> Sequence[Line]:
        book, today, person = self.book, self.givenet.day, self.person
        if person is None:
            return [()]
        if key == NOTES:
            return [*notes(person, width, most=NOTES_LINES, more="… enter reads all of it"), BLANK]
        if isinstance(key, str):
            return [*kind_heading(key), *empty_kind(book, key, self._person_id, today, width), BLANK]
        assert isinstance(key, int)  # noqa: S101
        aspiration = book.find(Aspiration, key)
        if aspiration is None:
            return [()]
        of_kind = told_by_kind(book, self._person_id, aspiration.kind)
        heading = kind_heading(aspiration.kind) if of_kind[0].id == key else []
        end = [BLANK] if of_kind[-1].id == key else []
        return [*heading, *aspiration_row(book, aspiration, today, width, here=here), *end]

    def _draw_entry(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        entry = self._entries[key]
        year: list[Line] = [[(str(entry.on.year), "heading")], BLANK] if key in self._begins_a_year else []
        lines = entry_lines(entry, self.givenet.day, width, most=MOST_IN_A_ROW, in_its_year=True, steps=True)
        return [*year, *lines, BLANK]

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
        entry = self._entry_here()
        match entry.record if entry else None:
            case Interaction() as touch:
                return Subject(person=person, touch=touch)
            case Offer() as offer:
                return Subject(person=person, offer=offer)
            case Help() as help_:
                return Subject(person=person, help=help_)
            case _:  # how you met stands among the facts
                return Subject(person=person, facts=entry is not None)

    def _entry_here(self) -> Entry | None:
        """The entry under the cursor, when that is on the right."""
        between = self.query_one("#between", RowList)
        return self._entries.get(between.key) if self.focused is between else None

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
        """A person is deleted in People."""
        subject = self.subject()
        if command_id == "delete" and subject.record is subject.person and not self.is_writing:
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
            self.open_notes(subject.person)
        elif subject.record is subject.person and not subject.facts:
            self.action_add()
        else:
            super().action_edit()

    def action_open(self) -> None:
        """Read it whole; where nothing is written yet, write."""
        subject = self.subject()
        person = subject.person
        if person is None:
            return
        entry = self._entry_here()
        if subject.aspiration is not None:
            self._read(f"{person.name} · {subject.aspiration.kind}", self._whole_told(subject.aspiration.id), TOLD_KEYS)
        elif entry is not None and entry.kind != "met":
            self._read(f"{person.name} and you", self._whole_entry((entry.record.table, entry.record.id)), ENTRY_KEYS)
        elif subject.facts:
            self._read("What you know", self._whole_facts, ("edit",))
        elif subject.notes and person.about.strip():
            self._read(f"Notes about {person.name}", self._whole_notes, ("edit", "in_editor"))
        else:
            self.action_edit()

    def _read(self, title: str, make: Callable[[int], Sequence[Line]], keys: Sequence[str]) -> None:
        """Show something whole; a key that does something with it does it here, unless it has gone meanwhile."""
        about = self._about()

        async def answered(command_id: str | None) -> None:
            if command_id and about == self._about():
                await self.action_command(command_id)
            elif command_id:
                self.givenet.say(GONE, "warning")

        possible = [key for key in keys if self.why_not(key) is None]
        self.app.push_screen(dialogs.WholeDialog(title, make, place=self.place, commands=possible), answered)

    def _about(self) -> tuple[str, int]:
        """The record under the cursor, by table and id."""
        record = self.subject().record
        return (record.table, record.id) if record else ("", 0)

    def _whole_told(self, told_id: int) -> Callable[[int], Sequence[Line]]:
        def make(width: int) -> Sequence[Line]:
            told = self.book.find(Aspiration, told_id)
            return whole_aspiration(self.book, told, self.givenet.day, width) if told else [[(GONE, "muted")]]

        return make

    def _whole_entry(self, key: Hashable) -> Callable[[int], Sequence[Line]]:
        def make(width: int) -> Sequence[Line]:
            entry = self._entries.get(key)
            return whole_entry(entry, self.givenet.day, width) if entry else [[(GONE, "muted")]]

        return make

    def _whole_facts(self, width: int) -> Sequence[Line]:
        person = self.person
        return whole_facts(self.book, person, self.givenet.day, width) if person else [[(GONE, "muted")]]

    def _whole_notes(self, width: int) -> Sequence[Line]:
        return whole_notes(self.person.about, width) if self.person else [[(GONE, "muted")]]


def _first_of_years(entries: Mapping[Hashable, Entry], this_year: int) -> set[Hashable]:
    """The entries above which a year is written: the latest of each year but the one that is running."""
    found: dict[int, Hashable] = {}
    for key, entry in entries.items():
        found.setdefault(entry.on.year, key)
    return {key for year, key in found.items() if year != this_year}
