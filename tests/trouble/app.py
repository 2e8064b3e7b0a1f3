"""The app as `givenet` alone opens it, on a screen that is read and not drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from textual._context import message_hook
from textual.app import App
from textual.pilot import Pilot

from givenet_tui.ui.app import GiveNetApp
from tests.cli.conftest import GiveNet, Ran
from tests.ui.conftest import Story, Traffic

SIZE = (120, 36)
_run_async = App.run_async


@dataclass
class Seen:
    """What was on the screen, toasts and dialogs among it, at first and after each key; and how the program ended."""

    screens: list[str] = field(default_factory=list)
    ended: Ran = field(default_factory=lambda: Ran(0, "", ""))


def opened(givenet: GiveNet, patch: pytest.MonkeyPatch, keys: Sequence[str]) -> Seen:
    """Open the app, press the keys (words of more than a letter are written), look, and leave."""
    seen = Seen()

    async def look(pilot: Pilot[Any]) -> None:
        story = Story(pilot.app, pilot, givenet.file, givenet.clock, traffic)  # type: ignore[arg-type]
        is_ours = isinstance(pilot.app, GiveNetApp)
        settle = story.settle if is_ours else pilot.pause
        await settle()
        seen.screens.append(_all(story))
        for key in keys if is_ours else ():
            await (story.write(key) if " " in key else story.press(key))
            seen.screens.append(_all(story))
        pilot.app.exit()

    traffic = Traffic()

    async def headless(app: App[Any], **_: object) -> Any:
        message_hook.set(traffic)
        return await _run_async(app, headless=True, size=SIZE, auto_pilot=look)

    with patch.context() as patched:
        patched.setattr(App, "run_async", headless)
        patched.setattr("givenet_tui.cli.app.has_terminal", lambda: True)
        patched.setattr("givenet_tui.cli.app.install_signals", lambda _app: None)
        seen.ended = givenet()
    return seen


def _all(story: Story) -> str:
    """The screen's words in one line, and what toasts have said."""
    return " ".join((story.words, *story.toasts))
