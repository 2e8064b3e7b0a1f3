"""The palette: every command of the place one is in, by name; everyone in the book; the themes.

What cannot be done now is listed too, with the reason. Names are users' text, so that all is drawn as `Content`.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
)
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import LoadingIndicator

from givenet_tui import plain
from givenet_tui.domain.find import Found
from givenet_tui.domain.folding import fold
from givenet_tui.domain.verbs import settings
from givenet_tui.ui import present
from givenet_tui.ui.commands import commands_in
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.widgets.key_bar import Key, KeyBar

if TYPE_CHECKING:
    from givenet_tui.ui.app import GiveNetApp

MOST_PEOPLE = 20


class Entry(NamedTuple):
    """Something to choose: its name, the keys that do it too, what it does, or why it cannot be done now."""

    name: str
    keys: str
    says: str
    run: Callable[[], Any]
    works: bool = True

    @property
    def drawn(self) -> Content:
        """Two lines: what it is called, what it does."""
        return present.joined(
            (plain.line(self.name), "bold" if self.works else "$muted"), ("  " + self.keys, "$raise")
        ) + Content.assemble("\n", (self.says, "$muted not bold"))

    @property
    def text(self) -> str:
        """What is put into the line when it is chosen."""
        return plain.line(self.name)


class Entries(Provider):
    """What the palette offers. On top of a dialog there is no place, and only the themes are left."""

    async def discover(self) -> Hits:
        """Everything but the people, in the order of the table."""
        for entry in (*self._commands(), *self._themes()):
            yield DiscoveryHit(entry.drawn, entry.run, entry.text)

    async def search(self, query: str) -> Hits:
        """What the words fit: names that begin so first, people among them, then what is said of a command."""
        words = fold(query)
        for entry in (*self._commands(), *self._themes()):
            score = _score(words, fold(entry.name), fold(entry.says))
            if score:
                yield Hit(score, entry.drawn, entry.run, entry.text)
        place = self.screen
        if not isinstance(place, Place):
            return
        finder = await asyncio.to_thread(cast("GiveNetApp", self.app).finders.people, place.book)
        for number, entry in enumerate(self._people(place, finder.find(query))):
            yield Hit(2.5 - number / 100, entry.drawn, entry.run, entry.text)

    def _commands(self) -> Iterator[Entry]:
        place = self.screen
        if not isinstance(place, Place):
            return
        for command in commands_in(place.place):
            if command.in_palette:
                why_not = place.why_not_now(command.id)
                run = partial(place.action_command, command.id)
                name = command.name_in(place.place)
                yield Entry(name, command.key_words, why_not or command.help, run, why_not is None)

    def _themes(self) -> Iterator[Entry]:
        app = cast("GiveNetApp", self.app)
        for name in app.available_themes:
            here = "The theme that is on." if name == app.theme else "Draw the app in these colours."
            yield Entry(f"theme {name}", "", here, partial(app.try_to, settings.pick, "theme", name))

    def _people(self, place: Place, found: Iterable[Found]) -> Iterator[Entry]:
        for hit in islice((hit for hit in found if hit.where == "name"), MOST_PEOPLE):
            yield Entry(hit.hit, "", "Open the notebook.", partial(place.open_notebook, hit.person_id))


def _score(words: str, name: str, says: str) -> float:
    """How well a query fits; 0 when it does not."""
    if name.startswith(words):
        return 3
    if f" {words}" in f" {name}":
        return 2
    return 1 if all(word in f"{name} {says}" for word in words.split()) else 0


class _Query(CommandInput):
    """The line one types in, which draws harmlessly what is pasted."""

    @property
    def _value(self) -> Text:
        return Text(plain.one_for_one(self.value), no_wrap=True, overflow="ignore", end="")


class Palette(CommandPalette):
    """Textual's palette with a harmless line."""

    AUTO_FOCUS = "CommandInput"

    def __init__(self) -> None:
        """Offer the entries."""
        super().__init__([Entries], placeholder="a command, a name, a theme")

    def compose(self) -> ComposeResult:
        """As Textual composes it, but for the line, and without a sign that not every terminal has."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield _Query(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield CommandList()
                yield LoadingIndicator()
        yield KeyBar()

    def on_mount(self) -> None:
        """Name the keys: those of the place below do nothing now."""
        self.query_one(KeyBar).keys = (
            Key("↑ ↓", "choose"), Key("enter", "do it"), Key("esc", "back", "screen.escape"),
        )  # fmt: skip
