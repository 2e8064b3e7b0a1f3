"""The keys, all of them, from the one table of commands."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from givenet_tui.tones import BLANK, Line
from givenet_tui.ui.commands import COMMANDS, Command, Place
from givenet_tui.ui.drawing.find import terms
from givenet_tui.ui.drawing.pieces import wrapped
from givenet_tui.ui.widgets.key_bar import Key, KeyBar
from givenet_tui.ui.widgets.page import Page

IDEA: Sequence[str] = (
    "Networking pays when you know who you can help and who can help you: both are reached by giving.",
    "Each month: five people to raise up, and five who can help you reach an objective of your own.",
    "To each of the ten you offer one very specific thing that helps them.",
    "Each day: two minutes for what you promised, who has gone quiet, and what you do not know yet.",
)


class HelpScreen(ModalScreen[None]):
    """Keys of this place first, then those of the others."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark", "dismiss", show=False)]

    def __init__(self, place: Place) -> None:
        """`place` is where one was."""
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """The page and the keys to leave it."""
        with Vertical(id="dialog", classes="-tall"):
            yield Static(Content("Keys"), id="dialog-title")
            yield Page(id="keys")
        yield KeyBar()

    def on_mount(self) -> None:
        """Draw the table."""
        self.query_one(KeyBar).keys = (Key("↑ ↓", "scroll"), Key("esc", "back", "screen.dismiss"))
        page = self.query_one(Page)
        page.show(self._lines)
        page.focus()

    def _lines(self, width: int) -> Sequence[Line]:
        here = [command for command in COMMANDS if self._place in command.places]
        elsewhere = [command for command in COMMANDS if self._place not in command.places]
        lines: list[Line] = [[("Here", "heading")]]
        lines += [line for command in here for line in self._drawn(command, width)]
        lines += [BLANK, [("Elsewhere", "heading")]]
        lines += [line for command in elsewhere for line in self._drawn(command, width)]
        lines += [BLANK, [("Dialogs", "heading")]]
        lines += [[(f"{key:<10}", "key"), (words, "plain")] for key, words in DIALOG_KEYS]
        lines += [BLANK, [("Words that narrow what is found, with - for the opposite", "heading")]]
        lines += terms(width)
        lines += [BLANK, [("Marks", "heading")]]
        lines += [[(f"{mark:<10}", "key"), (words, "plain")] for mark, words in MARKS]
        lines += [BLANK, [("What it is for", "heading")]]
        lines += [line for sentence in IDEA for line in wrapped(sentence, width, "muted")]
        return lines

    def _drawn(self, command: Command, width: int) -> Sequence[Line]:
        first, *rest = wrapped(command.help, width - 10, "plain")
        return [
            [(f"{command.key_words or 'ctrl+p':<10}", "key"), *first],
            *([(" " * 10, "plain"), *line] for line in rest),
        ]


MARKS = (
    ("●", "In touch, within the rhythm you wished for."),
    ("○", "Gone quiet: longer than that."),
    ("·", "No rhythm: never quiet. e sets one."),
    ("z", "Resting, outside the circle."),
    ("▪", "On this month's board."),
    ("hdgo", "What you know: a hope, a dream, a goal, an objective; · not yet."),
    ("○◔◑◕●", "An offer: chosen, drafted, offered, accepted, done."),
)
DIALOG_KEYS = (
    ("enter", "Keep what you wrote."),
    ("ctrl+j", "Break the line."),
    ("ctrl+o", "Write the words in your own editor ($VISUAL, $EDITOR)."),
    ("tab", "Go to the next field."),
    ("esc", "Go back; asked once more before words are thrown away."),
)
