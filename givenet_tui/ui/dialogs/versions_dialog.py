"""VersionsDialog: what two wrote in one place, side by side, for the user to choose from."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date, datetime
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from givenet_tui.domain import versions
from givenet_tui.domain.days import short
from givenet_tui.domain.verbs.versions import Kept
from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Dialog, Keep
from givenet_tui.ui.widgets.choice import Choice, Option
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.reading import Reading

TITLE = "Written in two places"
OPTIONS = (Option("here", "h", "keep what stands here"), Option("there", "t", "take the other"))
BOTH = Option("both", "b", "keep both, the other below")


class VersionsDialog(Dialog[Kept]):
    """Shows both versions whole, each in a part that scrolls, and answers which of them is kept."""

    keys = (Key("↑ ↓", "choose"), Key("enter", "keep", "screen.keep"), Key("esc", "later", "screen.leave"))
    DEFAULT_CSS = """
    VersionsDialog {
        #versions { height: auto; margin: 1 0; }
        Reading { max-height: 22vh; margin: 0; }
        .side { color: $muted; text-style: bold; height: 1; }
        &.-tall Reading { margin-bottom: 1; }
        &.-wide #versions { layout: horizontal; }
        &.-wide Reading { width: 1fr; max-height: 55vh; padding-right: 2; }
    }
    """

    def __init__(self, choice: versions.Choice, called: str, keep: Keep[Kept], today: date) -> None:
        """`called` is what the record is called: users' text."""
        super().__init__(TITLE, keep)
        self._choice = choice
        self._called = called
        self._today = today

    def fields(self) -> ComposeResult:
        """Whose words they are, both versions, and the choice."""
        here, there = self._choice.here, self._choice.there
        yield Static(present.text(f"{self._called} · {self._choice.field}"), classes="reminder")
        with Container(id="versions"):
            yield from self._side("here", here, there.splitlines())
            yield from self._side(f"the other{self._when()}", there, here.splitlines())
        yield Choice((*OPTIONS, BOTH) if self._choice.may_be_both else OPTIONS, id="choice", stacked=True)

    def on_mount(self) -> None:
        """The keys go to the choice."""
        super().on_mount()
        self.query_one(Choice).focus()

    def _side(self, title: str, words: str, elsewhere: Collection[str]) -> ComposeResult:
        with Reading():
            yield Static(Content(title), classes="side")
            yield Static(_marked(words, frozenset(elsewhere)))

    def _when(self) -> str:
        with suppress(ValueError):
            written = datetime.fromisoformat(self._choice.version.updated_at).astimezone()
            return f", written {short(written.date(), self._today)}, {written:%H:%M}"
        return ""

    @on(Choice.Picked)
    async def _answered(self, event: Choice.Picked) -> None:
        event.prevent_default()
        event.stop()
        await self.action_keep()

    def value(self) -> Kept:
        """What is kept."""
        return cast("Kept", self.query_one(Choice).value)


def _marked(words: str, elsewhere: Collection[str]) -> Content:
    """The words; lines that stand in the other version as well are dimmed, and the others marked."""
    drawn = []
    for line in words.split("\n"):
        same = line in elsewhere or not line.strip()
        drawn.append(present.joined(("  " if same else "+ ", "$raise"), (line, "$muted" if same else "")))
    return Content("\n").join(drawn)
