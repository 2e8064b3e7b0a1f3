"""TourDialog: what the four places are for, a sentence at a time, below the place one is in."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from givenet_tui.ui.commands import COMMANDS
from givenet_tui.ui.dialogs.dialog import Dialog, Keep
from givenet_tui.ui.widgets.key_bar import Key

SENTENCES = (
    ("1", "Today", "is the check-in of two minutes: space does what a line asks for, and w closes the day."),
    ("2", "People", "is your circle: n writes down what someone hopes for, l logs that you were in touch."),
    ("3", "Board", "is this month's ten: a chooses someone for a slot, space makes the offer and takes it further."),
    ("4", "Year", "is what you gave and what came back: a says what you want to reach yourself."),
)


OWN = {"enter", "space", "escape"}
"""The keys that are the tour's own."""


class TourDialog(Dialog[str]):
    """Four sentences: enter goes on, esc skips the rest. Any other command closes it and is done."""

    keys = (Key("enter", "next", "screen.keep"), Key("1 2 3 4", "go there"), Key("esc", "skip", "screen.leave"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "keep", show=False),
        *(
            Binding(",".join(command.keys), f"leave_for({command.id!r})", show=False)
            for command in COMMANDS
            if command.keys and not OWN.intersection(command.keys)
        ),
    ]

    def __init__(self, keep: Keep[str]) -> None:
        """Begin with the first. A command that it is left for is handed over, by its id."""
        super().__init__("Four places, each in a sentence", keep)
        self._at = 0
        self._left_for = ""

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

    async def action_leave_for(self, command_id: str) -> None:
        """Close, and let the key do its thing in the place below: none is lost."""
        self._left_for = command_id
        await super().action_keep()

    def value(self) -> str:
        """The command that it is left for."""
        return self._left_for
