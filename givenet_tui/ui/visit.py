"""A look at the sample from within the app: one's own book is left as it is, and is there again afterwards.

The app works on another workspace meanwhile. What belongs to a book goes with it: undo and redo lie in its store, and
its drafts have a keeper of their own, which rests until one comes back.
"""

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from givenet_tui.clock import Clock, today
from givenet_tui.domain.change import edited
from givenet_tui.domain.moment import instant
from givenet_tui.domain.records import changed
from givenet_tui.ui.drafts import DraftKeeper
from givenet_tui.workspace import Workspace

if TYPE_CHECKING:
    from givenet_tui.ui.app import GiveNetApp

LABEL = "sample · v back"
LOOK_AROUND = "Made-up people, kept in memory: try everything. v comes back to your own book."
BACK = "This is your own book again."
NO_WAY_BACK = "You began with the sample: q leaves it, and `givenet` opens your own book."


class _Left(NamedTuple):
    """What one comes back to."""

    workspace: Workspace
    drafts: DraftKeeper


class Visit:
    """Goes to the sample and back."""

    def __init__(self, app: "GiveNetApp") -> None:
        """Of an app."""
        self._app = app
        self._left: _Left | None = None

    @property
    def is_on(self) -> bool:
        """Whether the sample is shown, and a book of one's own waits."""
        return self._left is not None

    @property
    def why_not(self) -> str | None:
        """Why one can neither go nor come back; None when one can."""
        return NO_WAY_BACK if self._app.label and not self.is_on else None

    async def turn(self) -> None:
        """Go there; when one is there, come back."""
        app, left = self._app, self._left
        if left is None:
            await app.drafts.look()
            sample = await asyncio.to_thread(_sample, app.workspace.clock, app.book.settings.theme)
            self._left = _Left(app.workspace, app.drafts)
            await app.work_on(sample, label=LABEL)
            app.say(LOOK_AROUND, "warning")
        else:
            self._left = None
            await app.work_on(left.workspace, drafts=left.drafts)
            app.say(BACK)

    def close(self) -> None:
        """The app ends: what was left in one's own book is no longer ours to offer."""
        if self._left is not None and self._left.workspace.drafts is not None:
            self._left.workspace.drafts.close()


def _sample(clock: Clock, theme: str) -> Workspace:
    """The sample, in the colours that the user has chosen."""
    from givenet_tui.demo import demo_book
    from givenet_tui.store.memory import MemoryStore

    book = demo_book(today(clock))
    book = book.apply(edited("", book.settings, changed(book.settings, theme=theme)))
    return Workspace(MemoryStore(book, lambda: instant(clock.now())), clock)
