"""ChoiceDialog: one of a few, by one key: a step, an answer, how long to put off."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Dialog, Keep
from givenet_tui.ui.widgets.choice import Choice, Option
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.reading import Reading


class ChoiceDialog(Dialog[str]):
    """Asks for one of a few; its key answers at once."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("↑ ↓", "choose"), Key("enter", "keep", "screen.keep"), Key("esc", "back", "screen.leave"),
    )  # fmt: skip

    def __init__(
        self, title: str, keep: Keep[str], options: Sequence[Option], *, reminder: str = "", notice: str = "",
        value: str = "", does: str = "",
    ) -> None:  # fmt: skip
        """`reminder` (users' text) says what it is about, cut when it is long; a `notice` is shown whole.

        `value` is the option to begin with; `does` says what `enter` does, where that is not to keep.
        """
        super().__init__(title, keep)
        self._options = options
        self._reminder = reminder
        self._notice = notice
        self._value = value
        if does:
            choose, answer, *rest = self.keys
            self.keys = (choose, replace(answer, name=does), *rest)  # type: ignore[misc]

    def fields(self) -> ComposeResult:
        """The reminder and the options, one a line."""
        if self._reminder:
            yield Static(present.lines(self._reminder), classes="reminder")
        if self._notice:
            with Reading():
                yield Static(present.lines(self._notice))
        yield Choice(self._options, self._value, id="choice", stacked=True)

    def value(self) -> str:
        """The value of the option that was picked."""
        return self.query_one("#choice", Choice).value

    @on(Choice.Picked)
    async def _answered(self, event: Choice.Picked) -> None:
        event.prevent_default()
        event.stop()
        await self.action_keep()
