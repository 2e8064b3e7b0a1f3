"""Half-typed words are written down every second, and offered again at the next start."""

import asyncio
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec.structs import replace

from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.moment import instant
from givenet_tui.ports import Drafts, LeftDraft

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

    @property
    def is_settled(self) -> bool:
        """Whether the user has kept what was written, or thrown it away."""

    def draft(self, at: str) -> Draft | None:
        """What is written; None when it cannot be opened again."""


class DraftKeeper:
    """Keeps the words of the dialogs and of the notes editor that are open."""

    def __init__(self, app: "GiveNetApp") -> None:
        """Watch an app."""
        self._app = app
        self._drafts: Drafts | None = app.workspace.drafts
        self._kept: list[Draft] = []
        self._one_look = asyncio.Lock()
        self.lent: Draft | None = None
        """Words that another program is writing in at this moment."""
        self._waiting: list[LeftDraft] = []
        """What an earlier run left, still to be offered."""
        self.passed_over = 0
        """How many drafts were left for later, and wait on disk."""
        self._holds_some = False
        """Whether what was left is ours to offer, and no other program's."""
        self._offered: LeftDraft | None = None
        """What is being offered at this moment, or opened again."""
        self._picked_up: list[tuple[LeftDraft, Written]] = []
        """What was opened again, and stays on disk until its words are safe elsewhere."""

    async def look(self) -> None:
        """Write down what is different since the last look, off the event loop; what failed is tried again."""
        if self._drafts is None:
            return
        async with self._one_look:
            now = self._written()
            if self._differs(now) and await asyncio.to_thread(self._drafts.keep, now):
                self._kept = now
            for left in self._safe_elsewhere():
                await asyncio.to_thread(self._drafts.drop, left)

    def flush(self) -> None:
        """The app ends: write down what is there at this moment."""
        if self._drafts is None:
            return
        now = self._written()
        if self._differs(now) and self._drafts.keep(now):
            self._kept = now
        for left in self._safe_elsewhere():
            self._drafts.drop(left)
        self._drafts.close()

    def _differs(self, now: list[Draft]) -> bool:
        return len(now) != len(self._kept) or not all(map(Draft.says_what, now, self._kept))

    def _written(self) -> list[Draft]:
        at = instant(self._app.workspace.clock.now())
        found: list[Draft] = []
        for screen in self._app.screen_stack:
            if screen.is_mounted and isinstance(screen, Written) and screen.has_new_words:
                draft = screen.draft(at)
                if draft is not None and not (self.lent and self.lent.is_of(draft)):
                    found.append(draft)
        return [replace(draft, day=self._app.day) for draft in (*found, *([self.lent] if self.lent else []))]

    def _safe_elsewhere(self) -> list[LeftDraft]:
        """What was picked up and is a draft of this run by now, or was kept or thrown away: it need not stay."""
        safe = [one for one in self._picked_up if self._is_safe(one[1])]
        self._picked_up = [one for one in self._picked_up if one not in safe]
        return [left for left, _ in safe]

    def _is_safe(self, opened: Written) -> bool:
        now = None if opened.is_settled else opened.draft("")
        return opened.is_settled or (now is not None and any(map(now.is_of, self._kept)))

    # --- at the start ----------------------------------------------------------------------------

    async def offer(self) -> None:
        """Offer what an earlier run left; when the user is in the middle of something, then afterwards."""
        if self._drafts is None:
            return
        async with self._one_look:
            if not (self._waiting or self._offered or self._picked_up):
                self._waiting = list(await asyncio.to_thread(self._drafts.left))
                self._holds_some = bool(self._waiting)
                self.passed_over = 0
        self._offer_next()

    async def settle(self) -> None:
        """A place is on top again: what was written there may be kept by now, and the next draft have its turn."""
        await self.look()
        self._offer_next()
        if self._drafts is not None and self._holds_some and not (self._waiting or self._offered or self._picked_up):
            self._holds_some = False
            await asyncio.to_thread(self._drafts.release)

    def _offer_next(self) -> None:
        from givenet_tui.ui.screens.place import Place

        place = self._app.screen
        if self._waiting and not self._offered and isinstance(place, Place) and place.why_not("quit") is None:
            self._offered = self._waiting.pop(0)
            place.offer_draft(self._offered, more=len(self._waiting))

    # --- what became of the one that was offered -------------------------------------------------

    def pass_over(self, *, others: bool = False) -> None:
        """It is left for later, and waits on disk; with `others`, so do those that come after it."""
        self._offered = None
        self.passed_over += 1 + (len(self._waiting) if others else 0)
        if others:
            self._waiting.clear()

    async def throw_away(self, left: LeftDraft) -> None:
        """It goes, on purpose."""
        self._offered = None
        if self._drafts is not None:
            await asyncio.to_thread(self._drafts.drop, left)

    def offer_again(self, left: LeftDraft) -> None:
        """It could not be opened again: it was shown, and the user says what becomes of it."""
        self._offered = None
        self._waiting.insert(0, left)

    async def picked_up(self, left: LeftDraft, screen: Written) -> None:
        """It is open again. Only once its words are a draft of this run, or kept, does the old one go."""
        self._offered = None
        self._picked_up.append((left, screen))
        await self.look()
