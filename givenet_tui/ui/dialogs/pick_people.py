"""PickPeople: whom to take out of a file: a list to search and mark."""

from collections.abc import Hashable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.folding import fold
from givenet_tui.domain.imports import Arrival, Arrivals
from givenet_tui.domain.people import Person
from givenet_tui.tones import Line, Piece
from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Dialog, Keep
from givenet_tui.ui.drawing.pieces import fitted
from givenet_tui.ui.widgets.find_box import FindBox
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.row_list import RowList


class PickPeople(Dialog[Sequence[Person]]):
    """Marks people with space; enter takes those who are marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,m", "mark", show=False),
        Binding("a", "mark_all", show=False),
        Binding("enter", "keep", show=False),
        Binding("slash", "find", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
    ]
    is_tall = True
    keys = (
        Key("enter", "take the marked", "screen.keep"),
        Key("space", "mark", "screen.mark"),
        Key("a", "all that are shown", "screen.mark_all"),
        Key("/", "find", "screen.find"),
        Key("esc", "back", "screen.leave"),
    )

    def __init__(
        self, arrivals: Arrivals, problems: Sequence[str], source: str, keep: Keep[Sequence[Person]], *, room: int
    ) -> None:
        """`problems` are what could not be read; `room` is how many the circle still takes."""
        super().__init__(f"Whom to take from {source}?", keep)
        self._arrivals = arrivals
        self._problems = problems
        self._room = room
        self._marked: set[int] = set()
        self._texts = [_folded(arrival) for arrival in arrivals.fresh]

    def fields(self) -> ComposeResult:
        """The count, the find box, the list, what could not be read."""
        yield Static(id="count", classes="hint")
        yield FindBox(self._narrow, id="find", placeholder="/ find by name, work or tag; enter goes to the list")
        yield RowList(self._draw, row_height=1, id="people")
        more = f" … and {len(self._problems) - 3} more" if len(self._problems) > 3 else ""
        if self._problems:
            yield Static(present.lines("\n".join(self._problems[:3]) + more), classes="notice")

    def on_mount(self) -> None:
        """Begin with everyone who is new, nobody marked."""
        super().on_mount()
        self._narrow("")
        self.query_one("#people").focus()

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        keys = [n for n, text in enumerate(self._texts) if all(word in text for word in wanted)]
        self.query_one("#people", RowList).set_rows(keys)
        self._count()

    def _count(self) -> None:
        new, here = len(self._arrivals.fresh), len(self._arrivals.already_here)
        parts = [f"{new} new", f"{here} already here" if here else "", f"{len(self._marked)} marked"]
        parts.append(f"room for {self._room} in your circle" if self._room > 0 else "your circle is full")
        self.query_one("#count", Static).update(Content(" · ".join(part for part in parts if part)))

    def _draw(self, key: Hashable, width: int, _here: bool) -> Sequence[Line]:
        assert isinstance(key, int)  # noqa: S101
        arrival = self._arrivals.fresh[key]
        person = arrival.person
        mark: Piece = ("■ ", "raise") if key in self._marked else ("□ ", "faint")
        work = ", ".join(part for part in (person.title, person.organization) if part)
        row = [mark, (person.name, "name"), ("  ", "plain"), (work, "muted")]
        if arrival.resembles:
            row += [("  like ", "quiet"), (", ".join(arrival.resembles), "quiet")]
        return [fitted(row, width)]

    # --- keys ------------------------------------------------------------------------------------

    def action_mark(self) -> None:
        """Mark who is under the cursor, or take the mark back. The cursor stays, so that one sees what was done."""
        rows = self.query_one("#people", RowList)
        if isinstance(rows.key, int):
            self._marked ^= {rows.key}
            rows.redraw()
            self._writing_on()
            self._count()

    async def row_opened(self) -> None:
        """A click marks too."""
        self.action_mark()

    def action_mark_all(self) -> None:
        """Mark everyone who is shown; when they are, take the marks back."""
        rows = self.query_one("#people", RowList)
        shown = {key for key in rows.keys if isinstance(key, int)}
        self._marked = self._marked - shown if shown <= self._marked else self._marked | shown
        rows.redraw()
        self._count()

    def action_find(self) -> None:
        """Type a part of a name."""
        self.query_one("#find").focus()

    def action_move(self, rows: int) -> None:
        """Move in the list."""
        self.query_one("#people", RowList).action_move(rows)

    def action_back(self) -> None:
        """Show everyone again."""
        self.query_one("#find", FindBox).value = ""
        self.query_one("#people").focus()

    def action_leave(self) -> None:
        """First show everyone again; then go back, asked once more when people are marked."""
        box = self.query_one("#find", FindBox)
        if box.value or box.has_focus:
            self.action_back()
        else:
            super().action_leave()

    def _written(self) -> Iterator[str]:
        """What would be lost: the marks."""
        yield from (str(number) for number in sorted(self._marked))

    def value(self) -> Sequence[Person]:
        """Those who are marked."""
        if not self._marked:
            raise Refusal("Nobody is marked yet: space marks who is under the cursor.")
        return [self._arrivals.fresh[number].person for number in sorted(self._marked)]

    @on(FindBox.Submitted)
    def _found(self, event: FindBox.Submitted) -> None:
        """Enter in the find box goes to the list."""
        event.stop()
        event.prevent_default()  # elsewhere enter in a line keeps
        self.query_one("#people").focus()


def _folded(arrival: Arrival) -> str:
    person = arrival.person
    emails = " ".join(item.value for item in person.emails)
    return fold(" ".join((person.name, person.nickname, person.organization, person.title, *person.tags, emails)))
