"""RecordChoice: one of some records, or none, turned with the arrow keys."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from givenet_tui.ui import present
from givenet_tui.ui.widgets.choice import TURNING


class RecordChoice(Widget, can_focus=True):
    """A line that shows the record that is chosen; ← → or space, or a click on them, go to another. The words may be
    users' text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up,k", "turn(-1)", show=False),
        Binding("right,down,j,space", "turn(1)", show=False),
        Binding("enter", "screen.keep", show=False),
    ]
    DEFAULT_CSS = """
    RecordChoice { height: 1; padding: 0 1; background: $surface-lighten-1; }
    """
    auto_links = reactive(False)  # the pieces have colours of their own
    value: reactive[int | None] = reactive(None)

    class Turned(Message):
        """Another record is chosen, or none."""

        def __init__(self, choice: "RecordChoice", value: int | None) -> None:
            """`value` is the record's id."""
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> "RecordChoice":
            """The choice, for `@on` selectors."""
            return self.choice

    class Typed(Message):
        """Words came in, and there is nowhere to put them."""

        def __init__(self, choice: "RecordChoice") -> None:
            """`choice` is the one that they came to."""
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> "RecordChoice":
            """The choice, for `@on` selectors."""
            return self.choice

    def __init__(
        self, records: Sequence[tuple[int, str]], value: int | None = None, *, none: str, id: str | None = None
    ) -> None:
        """`records` are ids and words; `none` says what it means to choose none."""
        super().__init__(id=id)
        self._words: dict[int | None, str] = {None: none, **dict(records)}
        self.set_reactive(RecordChoice.value, value if value in self._words else None)
        self._untouched = value

    @property
    def chosen(self) -> int | None:
        """The record's id: the one that was handed in, though it be none of these, until another is turned to."""
        return self._untouched or self.value

    def choose(self, record_id: int | None) -> None:
        """Choose a record, as if it had been turned to; none, when there is no such record any more."""
        if record_id != self.chosen:
            self._untouched = None
            self.value = record_id if record_id in self._words else None

    def render(self) -> Content:
        """The words, and how many others there are."""
        others = len(self._words) - 1
        number = f" {list(self._words).index(self.value) + 1} of {others + 1} "
        room = max(1, self.content_size.width - len(number) - 4) if others else self.content_size.width
        words = present.text(present.cut(self._words[self.value], room), "" if self.value else "$muted")
        if not others:
            return words
        style = "$raise" if self.has_focus else "$muted"
        to_left, to_right = "←→" if self.has_focus else "‹›"  # with the focus on it, the keys that turn it
        back = Content.styled(to_left, style).stylize("@click=turn_back()")  # a style takes no -1
        on = Content.styled(to_right, style).stylize("@click=turn(1)")
        return Content.assemble(words, "  ", back, (number, style), on)

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and event.character and event.character not in TURNING:
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(self))

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.post_message(self.Typed(self))

    def action_turn_back(self) -> None:
        """Go to the record before."""
        self.action_turn(-1)

    def action_turn(self, by: int) -> None:
        """Go to the next record, or the one before."""
        values, self._untouched = list(self._words), None
        self.value = values[(values.index(self.value) + by) % len(values)]
        self.post_message(self.Turned(self, self.value))
