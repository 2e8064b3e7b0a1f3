"""The board: a month's two parts of five slots."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from givenet_tui.domain.assignment import Assignment, PartView, assignment, before_you_began, pace
from givenet_tui.domain.months import month_name, month_of, moved
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import FREED, PARTS, Offer, Part
from givenet_tui.domain.suggestions import Suggestion, choice
from givenet_tui.domain.verbs import offers
from givenet_tui.tones import BLANK, Line, Tone
from givenet_tui.ui import commands, dialogs
from givenet_tui.ui.drawing.board import beside_line, empty_lines, month_lines, offer_lines, slot
from givenet_tui.ui.drawing.board_layout import CARD_HEIGHT, LOW_SLOT, beyond_head, heights, part_head
from givenet_tui.ui.drawing.whole_slot import first_lines, whole_free_slot, whole_offer, whole_other_month
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.choice import Option
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList


class BoardScreen(Place):
    """Two columns; what was freed, went beyond the five or was carried over stands below them."""

    place: ClassVar[commands.Place] = "board"
    mode = "board"
    AUTO_FOCUS = "#raise_up"

    def __init__(self, month: str = "") -> None:
        """This month, unless another is named."""
        super().__init__()
        self._month = month
        self._board: Assignment | None = None
        self._names: dict[Part, str] = {}
        self._first_empty: dict[Part, Hashable] = {}
        self._beyond: dict[Part, Hashable] = {}
        self._height = CARD_HEIGHT
        self._whole_room = 0

    def body(self) -> ComposeResult:
        """The month's head, and the two parts."""
        yield Page(id="month").unfocusable()
        with Horizontal(id="parts"):
            for part in PARTS:
                with Vertical(id=f"column-{part}", classes="column"):
                    yield Page(id=f"head-{part}", classes="part-head").unfocusable()
                    yield RowList(partial(self._draw, part), id=part)
        yield Page(id="whole").unfocusable()

    @property
    def month(self) -> str:
        """The month that is shown."""
        return self._month or month_of(self.givenet.day)

    def show_month(self, month: str) -> None:
        """Show another month."""
        self._month = "" if month == month_of(self.givenet.day) else month
        self.show_book()
        self.refresh_keys()

    def show_book(self) -> None:
        """Draw the month, the cursors on the same offers."""
        board = self._board = assignment(self.book, self.month)
        now = pace(self.book, self.month, self.givenet.day)
        self.query_one("#month", Page).show(lambda width: month_lines(board, now, self.givenet.day, width))
        self._share_out(board)
        for view in board.parts:
            self._names[view.part] = self._who_could(view)
            self._first_empty[view.part] = next((key for key in _keys(view) if isinstance(key, str)), None)
            self._beyond[view.part] = view.beyond[0].id if view.beyond else None
            self.query_one(f"#head-{view.part}", Page).show(partial(self._part_head, view))
            self.query_one(f"#{view.part}", RowList).set_rows(_keys(view))
        self._show_whole()

    def _share_out(self, board: Assignment) -> None:
        """How high a slot may be, and how much of what is under the cursor can be shown whole below them all."""
        room = self.app.size.height - (5 if self.is_low else 6)
        self._height, self._whole_room = heights(board, room, low=self.is_low)
        whole = self.query_one("#whole", Page)
        whole.display = self._whole_room > 0
        whole.styles.height = max(self._whole_room, 1)

    @property
    def is_this_month(self) -> bool:
        """Whether the month that is shown is the one we are in."""
        return self.month == month_of(self.givenet.day)

    def _best(self, part: Part) -> list[Suggestion]:
        """The best few for an empty slot, each with the reason."""
        everyone = choice(self.book, self.month, part, self.givenet.day)
        return [everyone.suggestion(one) for one in everyone.ranked[:3]]

    def _who_could(self, view: PartView) -> str:
        """The best few for an empty slot, by name; only in the month that is running."""
        if not view.has_room or not self.is_this_month:
            return ""
        return ", ".join(self.book.people[one.person_id].name for one in self._best(view.part))

    def _part_head(self, view: PartView, width: int) -> Sequence[Line]:
        mine = [one.text for one in self._objectives()]
        return [part_head(view, mine, width, running=self.is_this_month, narrow=self.is_narrow)]

    def _objectives(self) -> list[Objective]:
        """Mine of the year: those still aimed at; of a year that is over, all."""
        year = int(self.month[:4])
        mine = self.book.objectives_of(year)
        return mine if year < self.givenet.day.year else [one for one in mine if one.is_open]

    def _draw(self, part: Part, key: Hashable, width: int, here: bool) -> Sequence[Line]:
        today, low = self.givenet.day, self._height == LOW_SLOT
        inner = width if low else width - 4
        here = here and self.focused is self.query_one(f"#{part}")
        offer = self.book.find(Offer, key) if isinstance(key, int) else None
        if offer is None:
            names = self._names.get(part, "") if key == self._first_empty.get(part) else ""
            lines = empty_lines(names, inner, running=self.is_this_month, free=self._free)
            return slot(lines, width, height=self._height, here=here, tone="faint")
        if offer.month != self.month or offer.status in FREED:
            carried_to = offer.month if offer.month != self.month else ""
            return [beside_line(self.book, offer, today, width, carried_to=carried_to)]
        lines = offer_lines(self.book, offer, today, inner, 2 if low else self._height - 2)
        tone: Tone = "done" if offer.status == "done" else "faint"
        drawn = slot(lines, width, height=self._height, here=here, tone=tone)
        return [beyond_head(self.settings.slots_per_part), *drawn] if key == self._beyond.get(part) else drawn

    @property
    def _free(self) -> str:
        """What is said of an empty slot of a month that is not running; nothing of one before you began."""
        if self.month > month_of(self.givenet.day):
            return "free"
        return "" if self._board and before_you_began(self.book, self._board, self.givenet.day) else "stayed free"

    def _show_whole(self) -> None:
        """What is under the cursor, whole."""
        whole = self.query_one("#whole", Page)
        if whole.display:
            subject = self.subject()
            whole.show(partial(self._whole, subject.offer, subject.part or "raise_up"))

    def _whole(self, offer: Offer | None, part: Part, width: int) -> Sequence[Line]:
        book, today = self.book, self.givenet.day
        if offer is not None:
            lines = whole_offer(book, offer, today, width)
        elif self.is_this_month:
            mine = self._objectives() if part == "resource" else []
            lines = whole_free_slot(book, self._best(part), mine, width)
        else:
            lines = whole_other_month(self.month, self._free, today, width)
        return first_lines([BLANK, *lines], self._whole_room, width)

    def cursor_moved(self, _rows: RowList) -> None:
        """Show the whole of what is under the cursor."""
        if self._shown is not None:
            self._show_whole()

    def on_descendant_focus(self) -> None:
        """The frame of the card under the cursor is lit in the part that has the focus."""
        super().on_descendant_focus()
        for part in PARTS:
            rows = self.query_one(f"#{part}", RowList)
            rows.redraw()
            self.query_one(f"#column-{part}").set_class(rows.has_focus, "-here")
        self._show_whole()

    # --- what is under the cursor ----------------------------------------------------------------

    @property
    def part(self) -> Part:
        """The part in which the cursor is."""
        return next((part for part in PARTS if self.focused is self.query_one(f"#{part}")), "raise_up")

    def cursor_list(self) -> RowList:
        """The part in which the cursor is."""
        return self.query_one(f"#{self.part}", RowList)

    def subject(self) -> Subject:
        """The offer under the cursor and its person, or an empty slot."""
        part = self.part
        key = self.query_one(f"#{part}", RowList).key
        offer = self.book.find(Offer, key) if isinstance(key, int) else None
        if offer is None:
            return Subject(part=part)
        return Subject(person=self.book.people.get(offer.person), offer=offer, part=part)

    def record_at(self, key: Hashable) -> Offer | None:
        """The offer of a slot."""
        return self.book.find(Offer, key) if isinstance(key, int) else None

    def why_not(self, command_id: str) -> str | None:
        """An empty slot takes someone with `a`; a month that is not running takes nobody."""
        running = self.is_this_month
        if command_id == "add" and not running:
            return "People are chosen for the month that is running: 3 goes back to it."
        if command_id == "carry" and not self._open_ids():
            return "No offer of this month is still open: there is nothing to carry over."
        offer = self.subject().offer
        if offer is None and command_id in {"advance", "open"}:
            return None if running else "This slot is empty."
        if command_id == "open":
            return None
        return super().why_not(command_id)

    def _open_ids(self) -> tuple[int, ...]:
        return tuple(
            offer.id for offer in self.book.offers_in(self.month) if offer.month == self.month and offer.is_open
        )

    # --- commands --------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Choose someone for a slot of this part."""
        self.choose_someone(self.part)

    async def action_advance(self) -> None:
        """The next step; in an empty slot, choose someone."""
        if self.subject().offer is None:
            self.action_add()
        else:
            await super().action_advance()

    def action_open(self) -> None:
        """Open the offer; in an empty slot, choose someone."""
        offer = self.subject().offer
        if offer is None:
            self.action_add()
        elif offer.status == "chosen":
            self.ask_for_an_offer(self.book.person(offer.person), slot=offer)
        else:
            self.edit_offer(offer)

    async def action_carry(self) -> None:
        """Carry the month's open offers over to the next."""
        open_ids, here = self._open_ids(), self.subject().offer
        if here is None or not here.is_open or len(open_ids) == 1:
            await self.givenet.try_to(offers.carry_over, open_ids)
            return

        async def keep(which: str) -> None:
            await self.givenet.do(offers.carry_over, (here.id,) if which == "one" else open_ids)

        name = self.book.person(here.person).name
        options = (Option("all", "a", f"all {len(open_ids)} that are still open"), Option("one", "o", f"only {name}"))
        later = month_name(moved(self.month, 1), with_year=False)
        self.app.push_screen(dialogs.ChoiceDialog(f"Carry over to {later}", keep, options))

    def action_earlier(self) -> None:
        """The month before."""
        self.show_month(moved(self.month, -1))

    def action_later(self) -> None:
        """The month after."""
        self.show_month(moved(self.month, 1))

    def action_next_part(self) -> None:
        """Go to the other part, to the slot beside this one."""
        other = next(part for part in PARTS if part != self.part)
        position = self.cursor_list().position
        rows = self.query_one(f"#{other}", RowList)
        self.query_one(f"#column-{other}").add_class("-here")
        rows.focus()
        if position < len(rows.keys):
            rows.go_to(rows.keys[position])

    def action_go(self, mode: str) -> None:
        """`3` on the board goes back to the month that is running."""
        if mode == "board" and self._month:
            self.show_month(month_of(self.givenet.day))
        else:
            super().action_go(mode)


def _keys(view: PartView) -> list[Hashable]:
    """Slots first, empty ones by their number; then beyond, freed, carried."""
    keys: list[Hashable] = [offer.id if offer else f"empty-{number}" for number, offer in enumerate(view.slots)]
    return keys + [offer.id for offer in (*view.beyond, *view.freed, *view.carried)]
