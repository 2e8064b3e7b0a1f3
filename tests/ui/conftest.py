"""A story on the real app: press keys, then look at the screen, the focus, the book and the file."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from tinydb import TinyDB

from givenet_tui.clock import FixedClock
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.moment import instant
from givenet_tui.domain.records import Record
from givenet_tui.store.store import FileStore
from givenet_tui.ui.app import GiveNetApp
from givenet_tui.workspace import Workspace

NOON = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001  a wall clock has no zone


class Story:
    """An app that runs on a book in a file of its own."""

    def __init__(self, app: GiveNetApp, pilot: Pilot[None], path: Path, clock: FixedClock) -> None:
        self.app = app
        self.pilot = pilot
        self.path = path
        self.clock = clock

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until nothing is left to do."""
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Wait until what was started has been drawn."""
        await self.pilot.pause()
        while self.app._one_at_a_time.locked():
            await self.pilot.pause()
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Put text into the field that has the focus, where typing is not what is tested."""
        field = self.app.focused
        if isinstance(field, TextArea):
            field.insert(text)
        elif isinstance(field, Input):
            field.insert_text_at_cursor(text)
        else:
            raise AssertionError(f"no field has the focus, but {field}")
        await self.settle()

    @property
    def book(self) -> Book:
        """The book as the app shows it."""
        return self.app.book

    @property
    def focus(self) -> str:
        """The id of what has the focus."""
        return (self.app.focused.id or type(self.app.focused).__name__) if self.app.focused else ""

    @property
    def screen(self) -> str:
        """The text of the screen on top, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    @property
    def place(self) -> str:
        """The class of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def toasts(self) -> list[str]:
        """What toasts have said, oldest first."""
        return [notification.message for notification in self.app._notifications]

    def rows(self, table: str) -> list[dict[str, Any]]:
        """A table of the file, as stock TinyDB reads it; what lies in the trash is left out."""
        with TinyDB(self.path) as db:
            return [{"id": row.doc_id, **row} for row in db.table(table).all() if "deleted_at" not in row]


OpenStory = Callable[..., AbstractAsyncContextManager[Story]]


@pytest.fixture
def open_story(tmp_path: Path) -> OpenStory:
    """`async with open_story(person, offer, …, size=(80, 24)) as story`: the app on a file with these records."""

    @asynccontextmanager
    async def opened(
        *records: Record,
        book: Book | None = None,
        size: tuple[int, int] = (80, 24),
        at: datetime = NOON,
        label: str = "",
    ) -> AsyncIterator[Story]:
        path = tmp_path / "book.json"
        clock = FixedClock(at)
        store = FileStore.open(path, lambda: instant(clock.now()))
        known: Iterable[Record] = records or _all_records(book)
        put = Change("made", tuple(Edit(None, record) for record in known))
        if put:
            store.commit(lambda _book: put)
        app = GiveNetApp(Workspace(store, clock))
        async with app.run_test(size=size) as pilot:
            story = Story(app, pilot, path, clock)
            await story.settle()
            yield story

    return opened


def _all_records(book: Book | None) -> Iterable[Record]:
    tables = book.records.items() if book else ()
    return [record for table, rows in tables if table != "meta" for record in rows.values()]
