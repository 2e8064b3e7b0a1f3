"""TourDialog: what the four places are for, a sentence at a time, below the place one is in."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from givenet_tui.ui.dialogs.dialog import Dialog
from givenet_tui.ui.widgets.key_bar import Key

SENTENCES = (
    ("1", "Today", "is the check-in of two minutes: space does what a line asks for, and w closes the day."),
    ("2", "People", "is your circle: n writes down what someone hopes for, l logs that you were in touch."),
    ("3", "Board", "is this month's ten: a chooses someone for a slot, space makes the offer and takes it further."),
    ("4", "Year", "is what you gave and what came back: a says what you want to reach yourself."),
)


class TourDialog(Dialog[None]):
    """Four sentences: enter goes on, esc skips the rest."""

    keys = (Key("enter", "next", "screen.keep"), Key("esc", "skip", "screen.leave"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "keep", show=False)]

    def __init__(self) -> None:
        """Begin with the first."""
        super().__init__("Four places, each in a sentence", self._nothing)
        self._at = 0

    async def _nothing(self, _: None) -> None:
        """There is no value to keep."""

    def fields(self) -> ComposeResult:
        """The sentence, and how far it is."""
        yield Static(id="tour", classes="label")

    def on_mount(self) -> None:
        """Show the first sentence."""
        super().on_mount()
        self._show()

    def _show(self) -> None:
        key, name, does = SENTENCES[self._at]
        dots = "●" * (self._at + 1) + "○" * (len(SENTENCES) - self._at - 1)
        self.query_one("#tour", Static).update(
            Content.assemble((f"{key} ", "bold $raise"), (name, "bold"), f" {does}", "\n", (dots, "$muted"))
        )

    async def action_keep(self) -> None:
        """The next sentence; after the last one, close."""
        if self._at + 1 == len(SENTENCES):
            self.dismiss()
            return
        self._at += 1
        self._show()

    def value(self) -> None:
        """Nothing is answered."""
