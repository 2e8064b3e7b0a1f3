"""Keys in turn: what a key began is there before the next key is looked at.

Textual hands keys on as they come, also while what the last one opened is still being put up. Of `/da`, come in at once
over a slow line, the `d` deleted someone and the `a` asked for a new person, because the find box had no focus yet.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from textual import events
from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump

ROUNDS = 3
"""How often the queues are gone through: a key's action, the messages that it sent, the focus that these moved."""
LOOK_AGAIN = 0.05
"""Seconds until a second look at whether a widget that was asked is still there to answer."""


class KeysInTurn(App[None]):
    """An app that takes one key, or one paste, at a time."""

    def __init__(self) -> None:
        """Nothing is typed yet."""
        super().__init__()
        self._typed: deque[events.Event] = deque()
        self._next: events.Event | None = None
        self._turns: asyncio.Task[None] | None = None
        self.is_new_action = True
        """Whether a key was pressed, or the mouse, since something was said last."""

    @property
    def keys_wait(self) -> bool:
        """Whether there are keys whose turn has not come yet."""
        return bool(self._typed)

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait while the key before it is at work; all else goes its way."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if typed and self._turns is not None and event is not self._next:
            self._typed.append(event)
            return
        self.is_new_action = self.is_new_action or typed or isinstance(event, events.MouseDown)
        await super().on_event(event)
        if typed and self._turns is None:
            self._turns = asyncio.create_task(self._take_turns())

    async def _take_turns(self) -> None:
        try:
            await self._all_done()
            while self._typed:
                self._next = self._typed.popleft()
                self.post_message(self._next)
                await self._all_done()
        finally:  # whatever happens, the next key is taken
            self._turns = self._next = None

    async def _all_done(self) -> None:
        """Wait until all that was sent to where the focus is, and to what is around it, has been handled."""
        for _ in range(ROUNDS):
            for pump in self._way_of_a_key():
                handled = asyncio.Event()
                asked = pump.call_later(handled.set)
                while asked and pump.is_running and not handled.is_set():
                    with suppress(TimeoutError):
                        async with asyncio.timeout(LOOK_AGAIN):  # `wait_for` would make a task for each question
                            await handled.wait()

    def _way_of_a_key(self) -> Sequence[MessagePump]:
        """The app, the widget that has the focus, what holds it, the screen, and the app again."""
        try:
            return [self, *(self.focused or self.screen).ancestors_with_self]
        except ScreenStackError:  # there is no screen yet, or none any more
            return [self]
