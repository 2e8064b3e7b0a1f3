"""TrashDialog: what was deleted, the latest first. It is brought back by one key; what goes for good is asked twice."""

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from givenet_tui.domain.days import short
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.references import key_of
from givenet_tui.domain.trash import Trashed
from givenet_tui.tones import Line as DrawnLine
from givenet_tui.ui.dialogs.dialog import Dialog
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.row_list import RowList

EMPTY = "The trash is empty. What you delete stands here until you take it out for good."
KINDS = {
    "people": "person", "aspirations": "told you", "interactions": "touch", "offers": "offer", "help": "came back",
    "objectives": "objective", "check_ins": "check-in", "snoozes": "put off", "imports": "import",
    "settings": "settings",
}  # fmt: skip


class TrashDialog(Dialog[None]):
    """Shows the trash; it stays open while things are brought back. `look` answers what lies there now."""

    is_tall = True
    keys = (
        Key("enter", "bring back", "screen.keep"), Key("d", "gone for good", "screen.purge"),
        Key("E", "empty", "screen.empty"), Key("esc", "close", "screen.leave"),
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("enter,space", "keep", show=False, priority=True),
        Binding("d", "purge", show=False),
        Binding("E", "empty", show=False),
    ]

    def __init__(
        self, deleted: Mapping[Hashable, Trashed], *, look: Callable[[], Awaitable[Mapping[Hashable, Trashed]]],
        restore: Callable[[Trashed], Awaitable[object]], purge: Callable[[Sequence[Trashed]], Awaitable[object]],
        today: date,
    ) -> None:  # fmt: skip
        """Show what was `deleted`, by its key. `restore` and `purge` do it, or raise GiveNetError."""
        super().__init__("The trash", self._nothing)
        self._look = look
        self._restore = restore
        self._purge = purge
        self._today = today
        self._asked: tuple[Hashable, ...] = ()
        self._shown = deleted

    async def _nothing(self, _: None) -> None:
        """There is no value to keep."""

    def fields(self) -> ComposeResult:
        """The list, or a sentence where there is nothing."""
        yield RowList(self._draw, row_height=2, id="trash")
        yield Static(EMPTY, classes="hint", id="nothing")

    def on_mount(self) -> None:
        """Show what lies there."""
        super().on_mount()
        self._show()
        self.query_one(RowList).focus()

    def _show(self) -> None:
        rows = self.query_one(RowList)
        rows.set_rows(list(self._shown))
        rows.display = bool(self._shown)
        self.query_one("#nothing").display = not self._shown

    def show_newest(self) -> None:
        """There is a new book: what another program deleted, or brought back, is seen here as well."""
        if self.is_mounted:
            self._look_later()

    @work(group="look", exclusive=True)
    async def _look_later(self) -> None:
        await self._look_again()

    async def _look_again(self) -> None:
        self._shown = await self._look()
        if self.display:  # it may have been closed meanwhile
            self._show()

    def _draw(self, key: Hashable, _width: int, _here: bool) -> Sequence[DrawnLine]:
        one = self._shown[key]
        day = short(one.deleted_on, self._today) if isinstance(one.deleted_on, date) else one.deleted_on
        about = " · ".join(filter(None, (KINDS.get(one.record.table, one.record.table), f"deleted {day}", one.hangs)))
        return [[(one.called, "name")], [(about, "muted")]]

    @property
    def _here(self) -> Trashed | None:
        return self._shown.get(self.query_one(RowList).key)

    def action_move(self, rows: int) -> None:
        """Move; what was asked is past."""
        self._asked = ()
        self.trouble("")
        self.query_one(RowList).action_move(rows)

    async def action_keep(self) -> None:
        """Bring back what is under the cursor."""
        one = self._here
        if one is not None:
            await self._do(self._restore(one))

    async def action_purge(self) -> None:
        """Take out what is under the cursor for good, once it was asked."""
        one = self._here
        if one is not None:
            with_it = f", with {one.hangs}" if one.hangs else ""
            await self._ask([one], f"This goes for good{with_it}. d once more: yes.")

    async def action_empty(self) -> None:
        """Take everything out for good, once it was asked."""
        every = list(self._shown.values())
        if every:
            count = "The one record" if len(every) == 1 else f"All {len(every)} records"
            await self._ask(every, f"{count} in the trash, and what hangs on them, go for good. E once more: yes.")

    async def _ask(self, some: Sequence[Trashed], question: str) -> None:
        keys = tuple(key_of(one.record) for one in some)
        if self._asked != keys:
            self._asked = keys
            self.trouble(question)
            return
        await self._do(self._purge(some))

    async def _do(self, work: Awaitable[object]) -> None:
        self._asked = ()
        try:
            await work
        except GiveNetError as error:
            self.trouble(error.sentence)
        else:
            self.trouble("")
        await self._look_again()

    def value(self) -> None:
        """Nothing is answered: what is done here is done at once."""
