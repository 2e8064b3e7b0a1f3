"""Find in everything: what holds some words, each with its day and its person; `enter` goes there."""

import asyncio
from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult

from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.everything import Everything, Hit
from givenet_tui.domain.find import PeopleFinder
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.query import Query, parse
from givenet_tui.tones import Line
from givenet_tui.ui import commands
from givenet_tui.ui.drawing.find import found_row, found_whole, nothing_found, still_looking, what_to_ask
from givenet_tui.ui.drawing.pieces import wrapped
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.screens.year import YearScreen
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.find_box import FindBox
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

MOST = 200


class FindScreen(Place):
    """The words, what holds them, and the whole of what is under the cursor."""

    place: ClassVar[commands.Place] = "find"
    mode = ""
    AUTO_FOCUS = "#find"

    def __init__(self, words: str = "") -> None:
        """Nothing is found yet; some words may have been typed already."""
        super().__init__()
        self._words = words
        self._index: tuple[Everything, PeopleFinder] | None = None
        self._query = Query()
        self._trouble = ""
        self._hits: dict[Hashable, Hit] = {}

    def body(self) -> ComposeResult:
        """The find box, the list, the count; the whole text."""
        yield FindBox(
            self._find, id="find", placeholder="find in everything: words, or tag: quiet: board: knows: last: born:"
        )
        yield RowList(self._draw, row_height=2, id="found")
        yield Page(id="found-foot").unfocusable()
        yield Page(id="found-whole")

    def on_mount(self) -> None:
        """Go on with what was typed elsewhere; the cursor is seen while one types."""
        super().on_mount()
        rows = self.query_one(RowList)
        rows.led = True
        rows.add_class("-led")
        self.query_one(FindBox).value = self._words

    def show_book(self) -> None:
        """Index the newest book, which takes a while when it is large; then look once more, the cursor where it was."""
        self._look_through()
        self._fill()

    @work(group="index", exclusive=True)
    async def _look_through(self) -> None:
        book, finders = self.book, self.givenet.finders
        self._index = await asyncio.to_thread(lambda: (finders.everything(book), finders.people(book)))
        if self.display:  # who left meanwhile takes the list down, and there is nothing to draw in any more
            self._fill()

    # --- the list --------------------------------------------------------------------------------

    def _find(self, words: str) -> None:
        """Look for the words: called by the box as one types."""
        self._fill(first=bool(words.strip()))

    def _fill(self, *, first: bool = False) -> None:
        """Show what holds the words. What cannot be looked for is said where the count stands."""
        rows = self.query_one(RowList)
        try:
            self._query, self._trouble = parse(self.query_one(FindBox).value), ""
        except Refusal as refusal:
            self._trouble = refusal.sentence
            rows.empty = lambda _width: ()
        else:
            found = self._index[0].find(self._query, self._index[1], self.givenet.day, MOST) if self._index else []
            self._hits = {(hit.record.table, hit.record.id): hit for hit in found}
            rows.empty = what_to_ask if self._query.is_empty else nothing_found if self._index else still_looking
        keys = list(self._hits)
        rows.set_rows(keys, key=keys[0] if first and keys and not self._trouble else None)
        foot = self.query_one("#found-foot", Page)
        foot.set_class(bool(self._trouble), "-trouble")
        foot.show(self._foot)
        self._show_whole()

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        return found_row(self.book, self._hits[key], self._query.words, self.givenet.day, width)

    def _foot(self, width: int) -> Sequence[Line]:
        if self._trouble:
            return wrapped(self._trouble, width, "quiet", most=3)
        count = len(self._hits)
        if self._query.is_empty or not self._index:
            return [()]
        if count == MOST:
            return [[(f"the first {MOST}: more words narrow it", "muted")]]
        return [[("1 place" if count == 1 else f"{count} places", "muted")]]

    def _show_whole(self) -> None:
        book, today, hit = self.book, self.givenet.day, self._here()
        self.query_one("#found-whole", Page).show(lambda width: found_whole(book, hit, today, width) if hit else ())

    def cursor_moved(self, _rows: RowList) -> None:
        """Show the whole of what is under the cursor."""
        self._show_whole()

    def cursor_list(self) -> Page:
        """The list, unless the text is being read."""
        whole = self.query_one("#found-whole", Page)
        return whole if self.focused is whole else self.query_one(RowList)

    def _here(self) -> Hit | None:
        return self._hits.get(self.query_one(RowList).key)

    def subject(self) -> Subject:
        """The first of whom it is about, with the offer or the objective that was found."""
        hit = self._here()
        if hit is None:
            return Subject()
        offer = hit.record if isinstance(hit.record, Offer) else None
        objective = hit.record if isinstance(hit.record, Objective) else None
        person = self.book.people.get(hit.people[0]) if hit.people else None
        return Subject(person=person, offer=offer, objective=objective)

    # --- commands --------------------------------------------------------------------------------

    def why_not(self, command_id: str) -> str | None:
        """There may be nothing to open."""
        if command_id == "open" and self._here() is None:
            return "Nothing is under the cursor: type some words first."
        return super().why_not(command_id)

    def action_open(self) -> None:
        """Go to where it stands: the notebook, or the year."""
        hit = self._here()
        if hit is None:
            return
        if hit.people:
            self.open_notebook(hit.people[0], at=hit.record)
        elif isinstance(hit.record, Objective):
            self.app.push_screen(YearScreen(hit.record.year, hit.record.id))
        else:
            self.app.push_screen(YearScreen(hit.on.year, f"{hit.on:%Y-%m}", hit.on))

    def action_find(self) -> None:
        """Type other words."""
        self.query_one(FindBox).focus()

    def action_find_all(self) -> None:
        """It is here already."""
        self.action_find()

    @on(FindBox.Submitted)
    async def _opened(self, event: FindBox.Submitted) -> None:
        event.stop()
        await self.action_command("open")
