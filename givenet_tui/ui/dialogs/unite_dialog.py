"""Two who are one: PairsDialog lists who may be; UniteDialog asks, field by field, what the one who is left says."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from givenet_tui.domain.duplicates import Pair
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.people import Person
from givenet_tui.domain.uniting import Difference, Side, Sides
from givenet_tui.tones import Line
from givenet_tui.ui.dialogs.dialog import Dialog, Keep
from givenet_tui.ui.drawing.uniting import difference_lines, heads
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList

NOTHING_TO_DECIDE = "They say nothing that differs: there is nothing to decide."
NOTHING_IS_LOST = "What is not taken goes to the trash; u takes all of it back."


class PairsDialog(Dialog[Pair]):
    """Lists pairs of people who may be one, each with the reasons."""

    is_tall = True
    keys = (Key("↑ ↓", "move"), Key("enter", "look at the two", "screen.keep"), Key("esc", "back", "screen.leave"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "keep", show=False, priority=True)]

    def __init__(self, pairs: Sequence[Pair], keep: Keep[Pair]) -> None:
        """Some pairs, at least one."""
        super().__init__("Who may be one", keep)
        self._pairs = pairs

    def fields(self) -> ComposeResult:
        """The list."""
        yield RowList(self._draw, row_height=2, id="pairs")

    def on_mount(self) -> None:
        """Begin with the first."""
        super().on_mount()
        rows = self.query_one(RowList)
        rows.set_rows(range(len(self._pairs)))
        rows.focus()

    def _draw(self, key: Hashable, _width: int, _here: bool) -> Sequence[Line]:
        assert isinstance(key, int)  # noqa: S101
        pair = self._pairs[key]
        return [
            [(pair.one.name, "name"), ("  ·  ", "faint"), (pair.other.name, "name")],
            [(", ".join(pair.reasons), "muted")],
        ]

    def value(self) -> Pair:
        """The pair under the cursor."""
        key = self.query_one(RowList).key
        if not isinstance(key, int):
            raise Refusal("No pair is under the cursor.")
        return self._pairs[key]


class UniteDialog(Dialog[Sides]):
    """Shows where two people differ, side by side; a key takes what the one says, the other, or both."""

    is_tall = True
    keys = (
        Key("enter", "make one", "screen.keep"), Key("1", "left", "screen.take('one')"),
        Key("2", "right", "screen.take('other')"), Key("b", "both", "screen.take('both')"),
        Key("esc", "back", "screen.leave"),
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False, priority=True),
        Binding("1,left", "take('one')", show=False),
        Binding("2,right", "take('other')", show=False),
        Binding("b", "take('both')", show=False),
    ]

    def __init__(
        self, two: tuple[Person, Person], found: Sequence[Difference], keep: Keep[Sides], *,
        follows: str, names: Mapping[int, str], today: date,
    ) -> None:  # fmt: skip
        """The older of the two first. `follows` says what hangs on the other; `names` are everyone's."""
        super().__init__("Two who are one", keep)
        self._two = two
        self._found = {difference.field: difference for difference in found}
        self._sides: dict[str, Side] = {difference.field: difference.usual for difference in found}
        self._follows = follows
        self._names = names
        self._today = today

    def fields(self) -> ComposeResult:
        """Who they are, where they differ, what follows."""
        yield Page(id="two").unfocusable()
        yield RowList(self._draw, id="fields")
        is_one = self._follows.startswith("1 ") and "," not in self._follows
        follows = f"{self._follows} {'comes' if is_one else 'come'} along. " if self._follows else ""
        yield Static(Content(follows + NOTHING_IS_LOST), classes="notice")

    def on_mount(self) -> None:
        """Begin with the first field."""
        super().on_mount()
        head = self.query_one("#two", Page)
        head.styles.height = 2
        head.styles.margin = (1, 0, 0, 1)
        head.show(lambda width: heads(*self._two, self._today, width))
        rows = self.query_one(RowList)
        rows.empty = lambda _width: [[(NOTHING_TO_DECIDE, "muted")]]
        rows.set_rows(list(self._found))
        rows.focus()

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        difference = self._found[str(key)]
        return difference_lines(difference, self._sides[difference.field], self._names, self._today, width)

    def action_take(self, side: Side) -> None:
        """Take what one of them says, or both, in the field under the cursor."""
        rows = self.query_one(RowList)
        difference = self._found.get(str(rows.key))
        if difference is None:
            return
        if side == "both" and not difference.may_be_both:
            self.trouble("Only one of the two can stand there: 1 or 2.")
            return
        self.trouble("")
        self._sides[difference.field] = side
        rows.redraw()

    def value(self) -> Sides:
        """What is taken, by field."""
        return dict(self._sides)
