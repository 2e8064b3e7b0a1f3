"""RestDialog: who could rest a while: space marks them, enter lets them rest."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from givenet_tui.domain.days import how_long
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.resting import CouldRest
from givenet_tui.tones import Line
from givenet_tui.ui.dialogs.dialog import Dialog, Keep
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.row_list import RowList

KINDLY = "With none of these is anything under way: no open offer, no birthday within a week. z brings them back."


class RestDialog(Dialog[tuple[int, ...]]):
    """Lists who could rest, each with what is true of them; answers who is marked."""

    is_tall = True
    keys = (
        Key("space", "mark", "screen.mark"), Key("enter", "let them rest", "screen.keep"),
        Key("esc", "back", "screen.leave"),
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,m", "mark", show=False),
        Binding("enter", "keep", show=False, priority=True),
    ]

    def __init__(
        self, could: Sequence[tuple[CouldRest, str]], keep: Keep[tuple[int, ...]], *, over: int
    ) -> None:  # fmt: skip
        """Some people, each with the name; `over` is how many more there are than the circle should hold."""
        super().__init__("Who could rest a while?", keep)
        self._could = {one.person_id: (one, name) for one, name in could}
        self._over = over

    def fields(self) -> ComposeResult:
        """How many there are too many, the list."""
        yield Static(Content(KINDLY), classes="hint")
        yield RowList(self._draw, row_height=2, id="could-rest")
        yield Static(id="count", classes="hint")

    def on_mount(self) -> None:
        """Begin with nobody marked."""
        super().on_mount()
        rows = self.query_one(RowList)
        rows.set_rows(list(self._could))
        rows.focus()
        self._count()

    def _count(self) -> None:
        over = f" · {self._over:,} more in the circle than it should hold" if self._over > 0 else ""
        marked = len(self.query_one(RowList).marked)
        self.query_one("#count", Static).update(Content(f"{marked:,} marked of {len(self._could):,}{over}"))

    def _draw(self, key: Hashable, _width: int, _here: bool) -> Sequence[Line]:
        assert isinstance(key, int)  # noqa: S101
        one, name = self._could[key]
        return [[(f" {name}", "name")], [(f" {_reasons(one)}", "muted")]]

    def action_mark(self) -> None:
        """Mark who is under the cursor, or take the mark back."""
        rows = self.query_one(RowList)
        rows.mark(rows.key)
        self._writing_on()
        self._count()

    def _written(self) -> Sequence[str]:  # type: ignore[override]
        """What would be lost: the marks."""
        return [str(key) for key in self.query_one(RowList).marked]

    def value(self) -> tuple[int, ...]:
        """Those who are marked."""
        marked = tuple(key for key in self.query_one(RowList).marked if isinstance(key, int))
        if not marked:
            raise Refusal("Nobody is marked yet: space marks who is under the cursor.")
        return marked


def _reasons(one: CouldRest) -> str:
    """What is true of someone: `last in touch 5 months ago · no rhythm · no open hope`."""
    since = how_long(one.days)
    touch = (
        (f"last in touch {since} ago" if one.days else "in touch today")
        if one.ever
        else f"here for {since}, no touch yet"
    )
    rhythm = f"every {how_long(one.rhythm)}" if one.rhythm else "no rhythm"
    return " · ".join(filter(None, (touch, rhythm, "" if one.hopes else "no open hope")))
