"""People: the contact list, with a preview of who is under the cursor."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.find import Order, PeopleFinder, sorted_people
from givenet_tui.domain.people import Person
from givenet_tui.domain.query import Query, parse
from givenet_tui.domain.rhythm import Circle, circle
from givenet_tui.tones import Line
from givenet_tui.ui import commands
from givenet_tui.ui.drawing.people import circle_foot, people_head, person_row, preview
from givenet_tui.ui.drawing.pieces import wrapped
from givenet_tui.ui.drawing.welcome import nobody, nobody_found
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.find_box import FindBox
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

ORDERS: tuple[Order, ...] = ("name", "quietest", "last touch", "newest")


class PeopleScreen(Place):
    """The list on the left, the preview on the right."""

    place: ClassVar[commands.Place] = "people"
    mode = "people"
    AUTO_FOCUS = "#people"

    def __init__(self) -> None:
        """Everyone by name."""
        super().__init__()
        self._order: Order = "name"
        self._query = Query()
        self._trouble = ""
        """Why what is typed cannot be looked for."""
        self._everyone: Sequence[Hashable] = ()
        self._everyone_in: object = None
        self._counted: tuple[Book, date, Circle] | None = None

    def body(self) -> ComposeResult:
        """The find box, the list, the count; the preview."""
        with Horizontal(id="columns"):
            with Vertical(id="left"):
                yield FindBox(self._find, id="find")
                yield Page(id="people-head").unfocusable()
                yield RowList(self._draw, row_height=1, id="people")
                yield Page(id="people-foot").unfocusable()
            yield Page(id="preview")

    def show_book(self) -> None:
        """Draw the list anew, the cursor on the same person."""
        self._fill()
        self.query_one("#people-head", Page).show(lambda width: [people_head(width)])

    # --- the list --------------------------------------------------------------------------------

    def _find(self, words: str) -> None:
        """Narrow the list to who fits the words: called by the box as one types. Without words, stay where one is."""
        self._fill(first=bool(words.strip()))

    def _fill(self, *, first: bool = False, key: Hashable = None) -> None:
        """Show who fits. What cannot be looked for is said where the count stands, and the list stays as it is."""
        rows = self.query_one("#people", RowList)
        keys: Sequence[Hashable]
        try:
            self._query, self._trouble = parse(self.query_one(FindBox).value), ""
        except Refusal as refusal:
            self._trouble = refusal.sentence
            keys, rows.empty = [known for known in rows.keys if known in self.book.people], lambda _width: ()
        else:
            found = not self._query.is_empty
            keys = self._finder().ids(self._query, self.givenet.day) if found else self._in_order()
            rows.empty = nobody_found if found else nobody
        first = first and not self._trouble
        rows.set_rows(keys, key=key if key is not None else keys[0] if first and keys else None)
        foot = self.query_one("#people-foot", Page)
        foot.set_class(bool(self._trouble), "-trouble")
        foot.show(self._foot)
        self._show_preview()

    def _finder(self) -> PeopleFinder:
        """The finder of the book as it is now."""
        return self.givenet.finders.people(self.book)

    def _in_order(self) -> Sequence[Hashable]:
        """All of them, the resting ones last: put in order once for a book, a day and an order."""
        book, asked = self.book, (self.book, self.givenet.day, self._order)
        if self._everyone_in != asked:
            resting = [person.id for person in book.people.values() if not person.in_circle]
            self._everyone = [person.id for person in sorted_people(book, self.givenet.day, self._order)] + resting
            self._everyone_in = asked
        return self._everyone

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        book = self.book
        assert isinstance(key, int)  # noqa: S101
        person = book.people.get(key)
        if person is None:
            return [()]
        words = self._query.words
        found = self._finder().hit(key, words) if words else None
        hit = found.hit if found and found.where != "name" else ""
        return person_row(book, person, self.givenet.day, width, hit=hit, words=words)

    def _foot(self, width: int) -> Sequence[Line]:
        if self._trouble:
            return wrapped(self._trouble, width, "quiet", most=4)
        rows = self.query_one("#people", RowList)
        counted = self._counted
        if counted is None or counted[0] is not self.book or counted[1] != self.givenet.day:  # over all touches
            counted = self._counted = (self.book, self.givenet.day, circle(self.book, self.givenet.day))
        found = len(rows.keys)
        fit = "1 person fits" if found == 1 else f"{found:,} people fit"
        is_found = not self._query.is_empty
        return circle_foot(counted[2], fit if is_found else f"by {self._order}", width, found=is_found)

    def _show_preview(self) -> None:
        book, today, person = self.book, self.givenet.day, self.subject().person
        self.query_one("#preview", Page).show(lambda width: preview(book, person, today, width) if person else ())

    def cursor_moved(self, _rows: RowList) -> None:
        """Show who is under the cursor."""
        self._show_preview()

    def cursor_list(self) -> Page:
        """The list, unless the preview is being read."""
        preview_page = self.query_one("#preview", Page)
        return preview_page if self.focused is preview_page else self.query_one("#people", RowList)

    def subject(self) -> Subject:
        """The person under the cursor."""
        key = self.query_one("#people", RowList).key
        return Subject(person=self.book.people.get(key)) if isinstance(key, int) else Subject()

    def added_person(self, person_id: int) -> None:
        """Put the cursor on who was just added."""
        self.query_one(FindBox).value = ""
        self._fill(key=person_id)

    def show_person(self, person_id: int) -> None:
        """Put the cursor on somebody, if they are shown."""
        self.query_one("#people", RowList).go_to(person_id)

    # --- commands --------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Open the notebook."""
        person = self.subject().person
        if person is not None:
            self.open_notebook(person.id)

    def action_add(self) -> None:
        """Add a person."""
        self.add_person()

    def action_find(self) -> None:
        """Type a part of a name. A large book is indexed meanwhile, or the first letter would have to wait for it."""
        self.query_one(FindBox).focus()
        self.run_worker(self._finder, thread=True, group="index", exclusive=True)

    def action_find_all(self) -> None:
        """Find in everything what was looked for here."""
        self.find_in_everything(self.query_one(FindBox).value)

    def action_turn_sort(self) -> None:
        """Turn the order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.show_book()

    def record_at(self, key: Hashable) -> Person | None:
        """The person of a row."""
        return self.book.people.get(key) if isinstance(key, int) else None

    def mark_list(self) -> RowList:
        """The list, while the preview is being read as well."""
        return self.query_one("#people", RowList)

    def action_next_part(self) -> None:
        """From the list to the preview, to the line that finds. Narrow, the preview is a view of its own."""
        preview_page = self.query_one("#preview", Page)
        if not self.is_narrow:
            super().action_next_part()
            return
        is_read = self.focused is preview_page
        self.set_class(not is_read, "-reading")
        (self.query_one("#people") if is_read else preview_page).focus()

    def on_descendant_focus(self) -> None:
        """On a narrow screen the preview shows as long as it is read."""
        super().on_descendant_focus()
        self.set_class(self.focused is self.query_one("#preview"), "-reading")

    def action_back(self) -> None:
        """Take the marks away; then show everyone again, and go back to the list."""
        box = self.query_one(FindBox)
        if self.mark_count() and not box.has_focus:
            self.unmark()
            return
        if box.value:
            box.value = ""
        self.query_one("#people").focus()

    @on(FindBox.Submitted)
    def _found(self) -> None:
        self.query_one("#people").focus()
        self.action_open()
