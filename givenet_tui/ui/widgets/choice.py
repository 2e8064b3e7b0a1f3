"""Choice: one of a few, by one key each."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from givenet_tui import plain

TURNING = "jk "
"""Letters that turn to another option, and no words."""


class Option(NamedTuple):
    """What the key picks, the key, and the words, which may be a user's."""

    value: str
    key: str
    words: str


class Choice(Widget, can_focus=True):
    """A line of options: a key picks one, ← → go through them. `value` is the one that is picked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up,k", "turn(-1)", show=False),
        Binding("right,down,j", "turn(1)", show=False),
        Binding("enter", "pick", show=False),
    ]
    DEFAULT_CSS = """
    Choice { height: auto; min-height: 1; padding: 0 1; background: $surface-lighten-1; }
    """
    auto_links = reactive(False)  # the pieces have colours of their own
    value: reactive[str] = reactive("", layout=True)

    class Picked(Message):
        """One was picked: by its key, or by enter."""

        def __init__(self, choice: "Choice", value: str) -> None:
            """`value` is the option's."""
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> "Choice":
            """The choice, for `@on` selectors."""
            return self.choice

    class Turned(Message):
        """Another one is under the cursor, not picked yet."""

        def __init__(self, choice: "Choice", value: str) -> None:
            """`value` is the option's."""
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> "Choice":
            """The choice, for `@on` selectors."""
            return self.choice

    class Typed(Message):
        """Words came in that pick nothing: somebody is writing already."""

        def __init__(self, choice: "Choice", text: str) -> None:
            """`text` is a letter, or a paste."""
            super().__init__()
            self.choice = choice
            self.text = text

        @property
        def control(self) -> "Choice":
            """The choice, for `@on` selectors."""
            return self.choice

    def __init__(
        self, options: Sequence[Option], value: str = "", *, stacked: bool = False, id: str | None = None
    ) -> None:
        """Offer some options, one a line when `stacked`; the first is picked unless `value` names another."""
        super().__init__(id=id)
        self._gap = "\n" if stacked else "   "
        self.options = options
        known = [option.value for option in options]
        self.set_reactive(Choice.value, value if value in known else known[0])

    def render(self) -> Content:
        """Every option with its key; the picked one stands out in weight as well as in colour."""
        return self._in_lines(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the options take."""
        return self._in_lines(width).get_height({}, width)

    def _in_lines(self, width: int) -> Content:
        """An option that does not fit on a line begins the next: its key never stands there without its words."""
        parts: list[Content] = []
        taken = 0
        for option in self.options:
            here = option.value == self.value
            mark = "● " if here else "○ "
            style = "bold $raise" if here else "$muted"
            piece = Content.assemble((mark, style), (option.key, "bold $raise" if self.has_focus else "$muted"))
            piece = Content.assemble(piece, (f" {plain.line(option.words)}", "bold" if here else "$muted"))
            fits = taken + len(self._gap) + piece.cell_length <= width
            gap = self._gap if fits or not taken else "\n"
            taken = piece.cell_length if "\n" in gap or not taken else taken + len(gap) + piece.cell_length
            parts += [Content(gap), piece.stylize(f"@click=pick_value({option.value!r})")]
        return Content.assemble(*parts[1:])

    async def _on_key(self, event: events.Key) -> None:
        known = next((option for option in self.options if event.character == option.key), None)
        if known is not None:
            self.action_pick_value(known.value)
        elif event.is_printable and event.character and event.character not in TURNING:
            self.post_message(self.Typed(self, event.character))
        else:
            return
        event.stop()
        event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.post_message(self.Typed(self, event.text))

    def action_pick_value(self, value: str) -> None:
        """Pick one."""
        self.value = value
        self.action_pick()

    def action_pick(self) -> None:
        """Pick the one under the cursor."""
        self.post_message(self.Picked(self, self.value))

    def action_turn(self, by: int) -> None:
        """Go to the next one or the one before."""
        known = [option.value for option in self.options]
        self.value = known[(known.index(self.value) + by) % len(known)]
        self.post_message(self.Turned(self, self.value))
