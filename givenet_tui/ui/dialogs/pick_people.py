"""PickPeople: whom to take out of a file: a list to search and mark."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.find import fold
from givenet_tui.domain.imports import Arrival, Arrivals
from givenet_tui.domain.people import Person
from givenet_tui.tones import Line, Piece
from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Keep
from givenet_tui.ui.drawing.pieces import fitted
from givenet_tui.ui.widgets.find_box import FindBox
from givenet_tui.ui.widgets.key_bar import Key, KeyBar
from givenet_tui.ui.widgets.row_list import RowList


class PickPeople(ModalScreen[None]):
    """Marks people with space; enter takes those who are marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,m", "mark", show=False),
        Binding("a", "mark_all", show=False),
        Binding("enter", "keep", show=False),
        Binding("slash", "find", show=False),
        Binding("escape", "back", show=False),
        Binding("tab", "app.focus_next", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
    ]
    keys = (
        Key("space", "mark", "screen.mark"),
        Key("a", "all that are shown", "screen.mark_all"),
        Key("/", "find", "screen.find"),
        Key("enter", "take the marked", "screen.keep"),
        Key("esc", "back", "screen.back"),
    )

    def __init__(
        self, arrivals: Arrivals, problems: Sequence[str], source: str, keep: Keep[Sequence[Person]], *, room: int
    ) -> None:
        """`problems` are what could not be read; `room` is how many the circle still takes."""
        super().__init__()
        self._arrivals = arrivals
        self._problems = problems
        self._source = source
        self._keep = keep
        self._room = room
        self._marked: set[int] = set()
        self._asked_to_leave = False
        self._texts = [_folded(arrival) for arrival in arrivals.fresh]

    def compose(self) -> ComposeResult:
        """The head, the find box, the list, what could not be read."""
        with Vertical(id="dialog", classes="-tall"):
            yield Static(present.text(f"Whom to take from {self._source}?"), id="dialog-title")
            yield Static(id="count", classes="hint")
            yield FindBox(self._narrow, id="find")
            yield RowList(self._draw, row_height=1, id="people")
            yield Static(id="dialog-trouble")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with everyone who is new, nobody marked."""
        self.query_one(KeyBar).keys = self.keys
        self._narrow("")
        self.query_one("#people").focus()
        if self._problems:
            more = f" … and {len(self._problems) - 3} more" if len(self._problems) > 3 else ""
            self._say("\n".join(self._problems[:3]) + more)

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
        like = f"  like {', '.join(arrival.resembles)}" if arrival.resembles else ""
        return [fitted([mark, (person.name, "name"), (f"  {work}" if work else "", "muted"), (like, "quiet")], width)]

    # --- keys ------------------------------------------------------------------------------------

    def action_mark(self) -> None:
        """Mark who is under the cursor, or take the mark back; go on to the next."""
        rows = self.query_one("#people", RowList)
        if isinstance(rows.key, int):
            self._marked ^= {rows.key}
            rows.redraw()
            rows.action_move(1)
            self._count()

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
        """Show everyone again; from there, go back, asked once more when people are marked."""
        box = self.query_one("#find", FindBox)
        if box.value or box.has_focus:
            box.value = ""
            self.query_one("#people").focus()
        elif self._marked and not self._asked_to_leave:
            self._asked_to_leave = True
            self._say("Leave without taking the people you marked? esc once more: yes.")
        else:
            self.dismiss()

    async def action_keep(self) -> None:
        """Take those who are marked."""
        if not self._marked:
            self._say("Nobody is marked yet: space marks who is under the cursor.")
            return
        try:
            await self._keep([self._arrivals.fresh[number].person for number in sorted(self._marked)])
        except GiveNetError as error:
            self._say(error.sentence)
        else:
            self.dismiss()

    @on(FindBox.Submitted)
    def _found(self) -> None:
        """Enter in the find box goes to the list."""
        self.query_one("#people").focus()

    def _say(self, sentence: str) -> None:
        foot = self.query_one("#dialog-trouble", Static)
        foot.update(present.lines(sentence))
        foot.add_class("-shown")


def _folded(arrival: Arrival) -> str:
    person = arrival.person
    emails = " ".join(item.value for item in person.emails)
    return fold(" ".join((person.name, person.nickname, person.organization, person.title, *person.tags, emails)))
