"""RowList: a list with a cursor, on the line API. Rows are keys; what a row looks like is asked for when it is drawn.

After every change the cursor stays on the same key; when that row has gone, on the one that took its place.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message

from givenet_tui.tones import Line
from givenet_tui.ui.widgets.page import Page

Draw = Callable[[Hashable, int, bool], Sequence[Line]]
"""A row's lines, from its key, the width, and whether the cursor is on it."""
BARS = {(False, False): " ", (True, False): "▌", (False, True): "■", (True, True): "◧"}
"""What stands before a row: whether the cursor is on it, whether it is marked."""


class RowList(Page):
    """Rows with a cursor. With `row_height` each row has as many lines; without, each is measured once."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor"}
    DEFAULT_CSS = """
    RowList .rows--cursor { background: $cursor-calm; }
    RowList:focus .rows--cursor, RowList.-led .rows--cursor { background: $cursor; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("home,g", "move_end(-1)", show=False),
        Binding("end,G", "move_end(1)", show=False),
    ]

    class Opened(Message):
        """The row under the cursor was clicked once more."""

        def __init__(self, rows: "RowList", key: Hashable) -> None:
            """`key` is the row's."""
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> "RowList":
            """The list, for `@on` selectors."""
            return self.rows

    def __init__(
        self, draw: Draw, *, row_height: int | None = None, id: str | None = None, classes: str | None = None
    ) -> None:  # fmt: skip
        """An empty list; `draw` is asked for the rows that are seen."""
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._row_height = row_height
        self._keys: Sequence[Hashable] = ()
        self._cursor = 0
        self._ends: list[int] = []
        self._drawn: dict[tuple[Hashable, bool], Sequence[Line]] = {}
        self._marked: dict[Hashable, None] = {}
        self._hidden_marks: int | None = 0
        self._measured_width = -1
        self._is_new = True
        """Whether nobody has moved in it, and its rows are the first."""
        self._was_here = self._may_open_next = False
        self.led = False
        """Whether it is moved in while another widget has the focus, such as the line that narrows it."""
        self.empty: Callable[[int], Sequence[Line]] = lambda _width: ()
        """What stands here while there are no rows: what belongs here, and which key puts it there."""
        self.above: Callable[[Hashable], int] = lambda _key: 0
        """How many of a row's first lines are a heading above it: the cursor leaves them out."""
        self.moved: Callable[[RowList], None] = lambda _rows: None
        """Called when the cursor is on another row, or the row under it has gone. A message would come after the paint,
        and what follows the cursor would wait for the next one."""

    # --- rows ------------------------------------------------------------------------------------

    @property
    def keys(self) -> Sequence[Hashable]:
        """The rows' keys, from top to bottom."""
        return self._keys

    @property
    def key(self) -> Hashable:
        """The key under the cursor; None when there are no rows."""
        return self._keys[self._cursor] if self._keys else None

    @property
    def position(self) -> int:
        """The number of the row under the cursor."""
        return self._cursor

    def set_rows(self, keys: Sequence[Hashable], *, key: Hashable = None) -> None:
        """Show these rows. The cursor goes to `key` if given, else stays on the same one, else on the same place."""
        wanted, before = key if key is not None else self.key, self.key
        self._is_new = self._is_new and not self._keys
        offset = self._top_as_drawn() - self.top if self._keys else 0
        scrolled_away = key is None and self._keys and not 0 <= offset < max(1, self.size.height)
        self._keys = keys
        self._hidden_marks = None
        self._forget()
        try:
            self._cursor = keys.index(wanted) if wanted is not None else 0
        except ValueError:
            self._cursor = max(0, min(self._cursor, len(keys) - 1))
        if self.is_attached and self.size.height:
            self.top = 0 if self._is_new else max(0, self._top_of(self._cursor) - offset)
            if not scrolled_away or self.key != wanted:
                self._into_view()
        self.refresh()
        if self.key != before:
            self.moved(self)

    def redraw(self) -> None:
        """Ask for the rows anew: what they say has changed, the keys have not."""
        self._forget()
        self.refresh()

    def go_to(self, key: Hashable) -> bool:
        """Put the cursor on a row; False when it is not here."""
        if key not in self._keys:
            return False
        self._go(self._keys.index(key))
        return True

    # --- marks -----------------------------------------------------------------------------------

    @property
    def marked(self) -> Sequence[Hashable]:
        """The keys that are marked, as they were marked one after the other; some may not be shown."""
        return tuple(self._marked)

    @property
    def mark_count(self) -> int:
        """How many are marked."""
        return len(self._marked)

    @property
    def hidden_mark_count(self) -> int:
        """How many of them are not shown. It is asked at every move: counted once for a list and its marks."""
        if self._hidden_marks is None:
            self._hidden_marks = len(self._marked.keys() - self._keys) if self._marked else 0
        return self._hidden_marks

    def mark(self, key: Hashable) -> None:
        """Mark a row, or take its mark back: nothing else is drawn anew."""
        self._hidden_marks = None
        if key in self._marked:
            del self._marked[key]
        else:
            self._marked[key] = None
        if key == self.key:
            self._refresh_row(self._cursor)
        else:
            self.refresh()

    def set_marks(self, keys: Iterable[Hashable]) -> None:
        """Mark just these."""
        marked = dict.fromkeys(keys)
        if marked != self._marked:
            self._marked = marked
            self._hidden_marks = None
            self.refresh()

    def _forget(self) -> None:
        self._drawn.clear()
        self._measured_width = -1

    @property
    def row_width(self) -> int:
        """The cells that a row is drawn in: the first column is the cursor's bar."""
        return self.text_width - 1

    # --- lines -----------------------------------------------------------------------------------

    def _row(self, index: int) -> Sequence[Line]:
        here = index == self._cursor
        key = (self._keys[index], here)
        lines = self._drawn.get(key)
        if lines is None:
            if len(self._drawn) > 500:
                self._drawn.clear()
            lines = self._drawn[key] = self._draw(self._keys[index], self.row_width, here)
        return lines

    def _measure(self) -> list[int]:
        if self._measured_width != self.text_width:
            self._drawn.clear()
            self._measured_width = self.text_width
            self._ends = list(accumulate(len(self._row(index)) for index in range(len(self._keys))))
        return self._ends

    def _top_of(self, index: int) -> int:
        if self._row_height:
            return index * self._row_height
        ends = self._measure()
        return ends[index - 1] if 0 < index <= len(ends) else 0

    def _top_as_drawn(self) -> int:
        """Where the cursor's row began when it was last measured: what the rows were made of may have gone since."""
        if self._row_height:
            return self._cursor * self._row_height
        return self._ends[self._cursor - 1] if 0 < self._cursor <= len(self._ends) else 0

    def _row_at(self, line: int) -> int:
        return line // self._row_height if self._row_height else bisect_right(self._measure(), line)

    @property
    def line_count(self) -> int:
        """How many lines there are in all."""
        if not self._keys:
            return len(self.empty(self.row_width))
        return len(self._keys) * self._row_height if self._row_height else self._measure()[-1]

    def line(self, index: int) -> Line:
        """A line of a row, behind the cursor's bar."""
        if not self._keys:
            lines = self.empty(self.row_width)
            first = next((number for number, line in enumerate(lines) if line), 0)
            return ((BARS[self.has_focus and index == first, False], "raise"), *lines[index])
        if self._row_height and self._measured_width != self.text_width:
            self._drawn.clear()
            self._measured_width = self.text_width
        row = self._row_at(index)
        lines, number = self._row(row), index - self._top_of(row)
        line = lines[number] if number < len(lines) else ()
        here = row == self._cursor and (self.has_focus or self.led) and not self._is_beside(row, number)
        first = max(self.above(self._keys[row]), _first_of_its_own(lines))
        is_marked = self._keys[row] in self._marked and number == first
        return ((BARS[here, is_marked], "raise"), *line)

    def _is_beside(self, row: int, number: int) -> bool:
        """Whether a row's line is of the heading above it, or the empty one that keeps it apart from the next."""
        lines = self._row(row)
        return number < self.above(self._keys[row]) or (0 < number == len(lines) - 1 and not lines[number])

    def line_style(self, index: int) -> Style:
        """The cursor's row stands on a ground of its own, but for the heading above it and the gap below it."""
        if not self._keys or index >= self.line_count or self._row_at(index) != self._cursor:
            return self._ground
        if self._is_beside(self._cursor, index - self._top_of(self._cursor)):
            return self._ground
        return self._ground + self.get_component_rich_style("rows--cursor")

    # --- the cursor ------------------------------------------------------------------------------

    def action_move(self, rows: int) -> None:
        """Move by some rows."""
        self._go(self._cursor + rows)

    def action_move_page(self, pages: int) -> None:
        """Move by as many lines as are seen. A row that is higher than that is first read to its end."""
        height, start, end = self.size.height, self._top_of(self._cursor), self._top_of(self._cursor + 1)
        step = pages * max(1, height - 1)
        hidden = end - self.top - height if pages > 0 else self.top - start
        if hidden > 0:
            self.scroll_lines(max(-hidden, min(step, hidden)))
            return
        row = self._row_at(max(0, min(start + step, self.line_count - 1)))
        self._go(row if row != self._cursor else row + pages)

    def action_move_end(self, direction: int) -> None:
        """Move to the first or the last row."""
        self._go(0 if direction < 0 else len(self._keys) - 1)

    def _go(self, index: int) -> None:
        index = max(0, min(index, len(self._keys) - 1))
        if index == self._cursor or not self._keys:
            return
        top, old = self.top, self._cursor
        self._cursor, self._is_new = index, False
        self._into_view()
        if self.top == top:
            self._refresh_row(old)
            self._refresh_row(index)
        else:
            self.refresh()
        self.moved(self)

    def scroll_lines(self, lines: int) -> None:
        """Scroll by some lines, as far as there are any."""
        self._is_new = False
        super().scroll_lines(lines)

    def _into_view(self) -> None:
        start = self._top_of(self._cursor)
        height = self._row_height or len(self._row(self._cursor)) if self._keys else 1
        self.top = max(0, min(max(self.top, start + height - self.size.height), start))

    def _refresh_row(self, index: int) -> None:
        start = self._top_of(index)
        self.refresh(Region(0, start - self.top, self.size.width, self._top_of(index + 1) - start))

    def _on_focus(self, event: events.Focus) -> None:
        super()._on_focus(event)
        self.refresh()

    def _on_resize(self, _event: events.Resize) -> None:
        if self._is_new:  # it begins at its top, as far as the cursor lets it
            self.top = 0
        self._into_view()
        self.refresh()

    # --- the mouse -------------------------------------------------------------------------------

    def focus_on_click(self) -> bool:
        """Asked before a click moves the focus. A list that is led leaves it with the words that lead it."""
        self._was_here = self.has_focus or self.led
        return not self.led

    async def _on_click(self, event: events.Click) -> None:
        """Go to the row; open the one under the cursor, unless the click only came over from another part.

        A double click goes there and opens it. Its second half opens nothing when the first has opened something, here
        or in the place that was there before.
        """
        row = self._row_at(self.top + event.y - self.gutter.top)
        if not 0 <= row < len(self._keys):
            return
        may_open = self._was_here if event.chain == 1 else event.chain == 2 and self._may_open_next
        self._may_open_next = event.chain == 1
        if row != self._cursor:
            self._go(row)
        elif may_open:
            self._may_open_next = False
            self.post_message(self.Opened(self, self.key))


def _first_of_its_own(lines: Sequence[Line]) -> int:
    """The first line of a row below its heading, which may be that of several rows."""
    return next((number for number, line in enumerate(lines) if line and line[0][1] != "heading"), 0)
