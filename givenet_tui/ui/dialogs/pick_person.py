"""PickPerson: someone out of a list, best first, each with the reason; typing narrows it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from givenet_tui.domain.errors import Refusal
from givenet_tui.tones import Line as DrawnLine
from givenet_tui.ui.dialogs.dialog import Dialog, Keep
from givenet_tui.ui.drawing.pieces import wrapped
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.row_list import RowList
from givenet_tui.ui.widgets.words import Line


@dataclass(frozen=True, slots=True)
class Suggested:
    """Someone to choose, and why."""

    person_id: int
    name: str
    reason: str


class PickPerson(Dialog[int]):
    """Asks for a person. `find` answers the ids that some words fit, best first."""

    keys = (
        Key("↑ ↓", "move"), Key("enter", "choose", "screen.keep"), Key("esc", "back", "screen.leave"),
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("enter", "keep", show=False, priority=True),
    ]

    def __init__(
        self, title: str, keep: Keep[int], *, suggested: Sequence[Suggested],
        find: Callable[[str], Sequence[Suggested]], empty: str,
    ) -> None:  # fmt: skip
        """`empty` says what to do when there is nobody to choose."""
        super().__init__(title, keep)
        self._suggested = suggested
        self._find = find
        self._empty = empty
        self._shown: dict[Hashable, Suggested] = {}

    def fields(self) -> ComposeResult:
        """The words to narrow by, and the list."""
        yield Line(placeholder="type a part of a name", id="narrow")
        yield RowList(self._draw, id="people")
        yield Static(classes="hint", id="nobody")

    def on_mount(self) -> None:
        """Begin with the suggestions."""
        super().on_mount()
        rows = self.query_one(RowList)
        rows.led = True
        rows.add_class("-led")
        self._show(self._suggested)
        self.query_one("#narrow").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list as one types."""
        self._show(self._find(event.value) if event.value.strip() else self._suggested)

    def _show(self, people: Sequence[Suggested]) -> None:
        self._shown = {one.person_id: one for one in people}
        self.query_one(RowList).set_rows(list(self._shown))
        nobody = self.query_one("#nobody", Static)
        nobody.display = not people
        nobody.update("" if people else self._empty)

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[DrawnLine]:
        one = self._shown[key]
        return [[(one.name, "name")], *(wrapped(one.reason, width, "muted", most=2) if one.reason else [])]

    def action_move(self, rows: int) -> None:
        """Move in the list while the words keep the focus."""
        self.query_one(RowList).action_move(rows)

    def action_leave(self) -> None:
        """Nothing typed here is worth keeping."""
        self.dismiss()

    def value(self) -> int:
        """The person under the cursor."""
        key = self.query_one(RowList).key
        if not isinstance(key, int):
            raise Refusal("Nobody is under the cursor: type another part of the name.")
        return key
