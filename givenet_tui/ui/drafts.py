"""Half-typed words are written down every second, and offered again at the next start."""

import asyncio
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from givenet_tui.domain.drafts import Draft
from givenet_tui.workspace import LeftDraft

if TYPE_CHECKING:
    from givenet_tui.ui.app import GiveNetApp

EVERY = 1.0
"""Seconds between two looks at what is being written."""


@runtime_checkable
class Written(Protocol):
    """A screen on which words are written."""

    @property
    def has_new_words(self) -> bool:
        """Whether there are words that would be lost."""

    def draft(self, at: str) -> Draft | None:
        """What is written; None when it cannot be opened again."""


class DraftKeeper:
    """Keeps the words of the dialogs and of the notes editor that are open."""

    def __init__(self, app: "GiveNetApp") -> None:
        """Watch an app."""
        self._app = app
        self._drafts = app.workspace.drafts
        self._kept: list[tuple[str, dict[str, str]]] = []

    async def look(self) -> None:
        """Write down what is different since the last look, off the event loop."""
        if self._drafts is None:
            return
        now = self._written()
        if self._differs(now):
            await asyncio.to_thread(self._drafts.keep, now)

    def flush(self) -> None:
        """The app ends: write down what is there at this moment."""
        if self._drafts is None:
            return
        now = self._written()
        if self._differs(now):
            self._drafts.keep(now)
        self._drafts.close()

    def _differs(self, now: list[Draft]) -> bool:
        bare = [(draft.opener, draft.fields) for draft in now]
        if bare == self._kept:
            return False
        self._kept = bare
        return True

    def _written(self) -> list[Draft]:
        at = self._app.workspace.moment().instant
        found = []
        for screen in self._app.screen_stack:
            if screen.is_mounted and isinstance(screen, Written) and screen.has_new_words:
                draft = screen.draft(at)
                if draft is not None:
                    found.append(draft)
        return found

    # --- at the start ----------------------------------------------------------------------------

    async def offer(self) -> None:
        """Offer what an earlier run left, unless the user is in the middle of something."""
        if self._drafts is None:
            return
        from givenet_tui.ui.screens.place import Place

        left = await asyncio.to_thread(self._drafts.left)
        place = self._app.screen
        if left and isinstance(place, Place):
            place.offer_drafts(left)

    def drop(self, left: LeftDraft) -> None:
        """A draft was picked up, or thrown away on purpose."""
        if self._drafts is not None:
            self._drafts.drop(left)
