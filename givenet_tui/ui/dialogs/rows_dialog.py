"""RowsDialog: a list of things to change one by one. It stays open, and shows what became of each."""

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givenet_tui.tones import Line as DrawnLine
from givenet_tui.ui.dialogs.dialog import Dialog, hint
from givenet_tui.ui.drawing.pieces import wrapped
from givenet_tui.ui.drawing.settings import Row, setting_row
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.row_list import RowList

Act = Callable[[Hashable], Awaitable[object]]
"""What a key does with the row under the cursor; with None where there is no row."""
KEYS: Mapping[str, str] = {
    "edit": "enter", "add": "a", "drop": "d", "earlier": "[ ]", "later": "]", "ours": "D", "undo": "u",
    "redo": "ctrl+r",
}  # fmt: skip
"""By what it does, the key."""
UNSEEN = {"later", "redo"}
"""What the key bar does not name beside its counterpart."""


class RowsDialog(Dialog[None]):
    """Shows what `look` answers. `acts` are what its keys do, with the word that the key bar has for each."""

    is_tall = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,e,space", "act('edit')", show=False),
        Binding("a", "act('add')", show=False),
        Binding("d", "act('drop')", show=False),
        Binding("left_square_bracket", "act('earlier')", show=False),
        Binding("right_square_bracket", "act('later')", show=False),
        Binding("D", "act('ours')", show=False),
        Binding("u", "act('undo')", show=False),
        Binding("ctrl+r", "act('redo')", show=False),
    ]

    def __init__(
        self, title: str, look: Callable[[], Sequence[Row]], acts: Mapping[str, tuple[str, Act]], *,
        says: str = "", empty: str = "", at: Hashable = None,
    ) -> None:  # fmt: skip
        """`says` is a sentence above the rows, `empty` one for when there are none; the cursor begins `at` a row."""
        super().__init__(title, self._nothing)
        self._look = look
        self._acts = acts
        self._says = says
        self._empty = empty
        self._at = at
        self._shown: dict[Hashable, Row] = {}
        bar = [Key(KEYS[act], name, f"screen.act({act!r})") for act, (name, _) in acts.items() if act not in UNSEEN]
        self.keys = (*bar, Key("esc", "back", "screen.leave"))  # type: ignore[misc]

    async def _nothing(self, _: None) -> None:
        """There is no value to keep."""

    def fields(self) -> ComposeResult:
        """What it is about, and the rows."""
        if self._says:
            yield hint(self._says)
        rows = RowList(self._draw, id="rows")
        rows.empty = lambda width: wrapped(self._empty, width, "muted")
        yield rows

    def on_mount(self) -> None:
        """Show the rows."""
        super().on_mount()
        self._show()
        self.query_one(RowList).go_to(self._at)
        self.query_one(RowList).focus()

    def show_newest(self) -> None:
        """There is a new book: the cursor stays on its row."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        self._shown = {row.key: row for row in self._look()}
        self.query_one(RowList).set_rows(list(self._shown))

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[DrawnLine]:
        return setting_row(self._shown[key], width)

    async def action_act(self, name: str) -> None:
        """Do it with the row under the cursor, or say why that cannot be done here."""
        self.trouble("")
        key = self.query_one(RowList).key
        if name not in self._acts:
            self.trouble(f"{KEYS[name]} does nothing in this list.")
        elif key is None and name in {"edit", "drop", "earlier", "later"}:
            self.trouble("There is nothing under the cursor.")
        else:
            await self._acts[name][1](key)

    async def action_keep(self) -> None:
        """What is done here is done at once."""
        await self.action_act("edit")

    def value(self) -> None:
        """Nothing is answered."""
