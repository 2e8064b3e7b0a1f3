"""The help: every key by place, from the one table of commands; then what can be typed, and what the marks mean."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from givenet_tui.tones import BLANK, Line
from givenet_tui.ui.commands import COMMANDS, PLACE_NAMES, PLACES, Command, Place, places_in_words
from givenet_tui.ui.dialogs.tour_dialog import SENTENCES
from givenet_tui.ui.drawing.find import terms
from givenet_tui.ui.drawing.legend import explained, legend
from givenet_tui.ui.drawing.line import examples
from givenet_tui.ui.drawing.pieces import wrapped
from givenet_tui.ui.widgets.key_bar import Key, KeyBar
from givenet_tui.ui.widgets.page import Page

IDEA: Sequence[str] = (
    "Networking pays when you know who you can help and who can help you: both are reached by giving.",
    "Each month: five people to raise up, and five who can help you reach an objective of your own.",
    "To each of the ten you offer one very specific thing that helps them.",
    "Each day: two minutes for what you promised, who has gone quiet, and what you do not know yet.",
)
DIALOG_KEYS = (
    ("enter", "Keep what you wrote; in the notes about a person: break the line."),
    ("ctrl+s", "Keep, in the notes too."),
    ("ctrl+j", "Break the line."),
    ("ctrl+o", "Write the words in your own editor ($VISUAL, $EDITOR)."),
    ("ctrl+z", "In notes and areas for words: take back what you typed; ctrl+y types it again. On a line: suspend."),
    ("tab", "Go to the next field."),
    ("esc", "Go back; asked once more before words are thrown away."),
    ("F2 F3", "In an offer: begin with a five-minute favour; choose to whom you introduce them."),
    ("pgdn", "Read on, where something does not fit."),
    ("a e d", "In the settings: add, change, take out; D brings ours back, [ and ] move, u and ctrl+r undo and redo."),
)


class HelpScreen(ModalScreen[str | None]):
    """Keys of this place first, then those of everywhere, and those of the other places."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", show=False),
        Binding("tab", "part(1)", show=False),
        Binding("shift+tab", "part(-1)", show=False),
        Binding("T", "tour", show=False),
    ]

    def __init__(self, place: Place) -> None:
        """`place` is where one was."""
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """The page and the keys to leave it."""
        with Vertical(id="dialog", classes="-tall"):
            yield Static(Content("Keys, words and marks"), id="dialog-title")
            yield Page(id="keys")
        yield KeyBar()

    def on_mount(self) -> None:
        """Draw the table."""
        self.query_one(KeyBar).keys = (
            Key("↑ ↓", "scroll"), Key("tab", "next part", "screen.part"), Key("T", "the tour", "screen.tour"),
            Key("esc", "back", "screen.dismiss"),
        )  # fmt: skip
        page = self.query_one(Page)
        page.show(self._lines)
        page.focus()

    def action_part(self, direction: int = 1) -> None:
        """Scroll to the next heading, or the one before."""
        page = self.query_one(Page)
        headings = [n for n in range(page.line_count) if any(tone == "heading" for _, tone in page.line(n))]
        beyond = [n for n in headings if (n - page.top) * direction > 0] or headings[:1]
        page.scroll_lines((min(beyond) if direction > 0 else max(beyond)) - page.top)

    def action_tour(self) -> None:
        """What the four places are for, a sentence at a time: answered as the command that it is."""
        self.dismiss("tour")

    # --- what stands there -----------------------------------------------------------------------

    def _lines(self, width: int) -> Sequence[Line]:
        keyed = [command for command in COMMANDS if command.keys]
        here = [one for one in keyed if self._place in one.places and one.places != PLACES]
        everywhere = [one for one in keyed if one.places == PLACES]
        elsewhere = [one for one in keyed if self._place not in one.places]
        parts: tuple[tuple[str, Iterable[Line]], ...] = (
            (f"Keys of {PLACE_NAMES[self._place]}", _commands(here, width)),
            ("Keys everywhere", _commands(everywhere, width)),
            ("Keys of the other places", _commands(elsewhere, width, where=True)),
            ("In the palette, ctrl+p, by name", _in_the_palette(width)),
            ("In dialogs", _explained(DIALOG_KEYS, width)),
            ("The four places", _explained(((key, f"{name} {does}") for key, name, does in SENTENCES), width)),
            ("The line, :", examples(width)),
            ("Find, / and ctrl+f: - before a term turns it round", terms(width)),
            ("", legend(width)),
            ("What it is for", (line for sentence in IDEA for line in wrapped(sentence, width, "muted"))),
        )
        lines: list[Line] = []
        for heading, part in parts:
            lines += [[(heading, "heading")], *part, BLANK] if heading else [*part, BLANK]
        return lines[:-1]


def _explained(rows: Iterable[tuple[str, str]], width: int) -> Iterable[Line]:
    return (line for key, words in rows for line in explained((key, "key"), words, width))


def _commands(some: Iterable[Command], width: int, *, where: bool = False) -> Iterable[Line]:
    rows = ((one.key_words, f"{one.help} ({places_in_words(one)})" if where else one.help) for one in some)
    return _explained(rows, width)


def _in_the_palette(width: int) -> Iterable[Line]:
    for command in COMMANDS:
        if not command.keys:
            first, *rest = wrapped(f"{command.name}: {command.help}", width, "plain")
            text = first[0][0]
            yield [(text[: len(command.name)], "key"), (text[len(command.name) :], "plain")]
            yield from rest
    yield from wrapped("Themes and everyone in your book are found there as well.", width, "muted")
