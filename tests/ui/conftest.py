"""A story on the real app: press keys, then look at the screen, the focus, the book and the file."""

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable, Hashable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea
from tinydb import TinyDB

from givenet_tui.clock import FixedClock
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.moment import instant
from givenet_tui.domain.records import Record, changed
from givenet_tui.paths import companion_dir
from givenet_tui.store.store import FileStore
from givenet_tui.ui.app import GiveNetApp
from givenet_tui.ui.widgets.row_list import RowList
from givenet_tui.workspace import Workspace

NOON = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001  a wall clock has no zone


class Traffic:
    """Counts the messages that the app's parts handle, but for ticks and for those by which a story waits."""

    def __init__(self) -> None:
        self.messages = 0

    def __call__(self, message: Message) -> None:
        callback = getattr(getattr(message, "callback", None), "func", None)
        asked_by_us = getattr(callback, "__name__", "") == "decrement_counter"  # of Pilot._wait_for_screen
        if not isinstance(message, events.Timer) and not asked_by_us:
            self.messages += 1

    async def pauses(self) -> None:
        """Wait for a few turns of the loop in which nothing is handled: cheaper than to ask every queue."""
        turns = 0
        while turns < 8:
            before = self.messages
            await asyncio.sleep(0)
            turns = turns + 1 if self.messages == before else 0


def _key_event(key: str) -> events.Key:
    """The event that a terminal makes of a key, as Pilot makes it."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else ""
    return events.Key(name, character or None)


class Story:
    """An app that runs on a book in a file of its own."""

    def __init__(self, app: GiveNetApp, pilot: Pilot[None], path: Path, clock: FixedClock, traffic: "Traffic") -> None:
        self.traffic = traffic
        self.app = app
        self.pilot = pilot
        self.path = path
        self.clock = clock

    async def press(self, *keys: str) -> None:
        """Press keys, and wait after each until nothing is left to do."""
        for key in keys:
            self.app.post_message(_key_event(key))
            await self.settle()

    async def settle(self) -> None:
        """Wait until what was started has been drawn: until no message is under way any more.

        Pilot waits until the process seems idle, 40 ms and more a key; this asks the queues, and takes as long as
        the work.
        """
        quiet = 0
        while quiet < 2 and self.app.is_running and self.app._exception is None:
            if self.app.keys_wait or self.app._one_at_a_time.locked() or self.app._batch_count or self._looks():
                quiet = 0
                await asyncio.sleep(0.001)
                continue
            await self.traffic.pauses()
            before = self.traffic.messages
            await self.pilot._wait_for_screen()
            if self.app.screen_stack:
                self.app.screen._on_timer_update()
            quiet = quiet + 1 if self.traffic.messages == before and not self._looks() else 0

    def _looks(self) -> bool:
        """Whether something is looked up off the event loop, for a view that is open."""
        return any(worker.group in {"look", "index"} and not worker.is_finished for worker in self.app.workers)

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

    async def go_to(self, record: Hashable) -> None:
        """Put the cursor on a record's row, where moving is not what is tested."""
        rows = self.app.screen.cursor_list()  # type: ignore[attr-defined]
        assert isinstance(rows, RowList)
        key = record.id if isinstance(record, Record) else record
        found = next(row for row in rows.keys if row == key or (isinstance(row, tuple) and row[1] == key))
        rows.go_to(found)
        await self.settle()

    async def write_elsewhere(self, *edits: Edit) -> None:
        """Another program writes into the file, while the app looks elsewhere."""
        async with self.app._one_at_a_time:
            _store(self.path, self.clock).commit(lambda _book: Change("elsewhere", edits))

    async def change_elsewhere(self, *edits: Edit) -> None:
        """Another program writes into the file, and the app has its look."""
        await self.write_elsewhere(*edits)
        await self.app._look_outside()
        await self.settle()

    async def delete_elsewhere(self, record: Record) -> None:
        """Another program puts a record into the trash."""
        now = self.book.records[record.table][record.id]
        await self.change_elsewhere(Edit(now, changed(now, deleted_at="2026-11-22T11:00:00.000Z")))

    async def searched(self) -> None:
        """Wait until the palette has found what there is to find."""
        await self.app.workers.wait_for_complete()
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    @property
    def cursor(self) -> Hashable:
        """The key of the row under the cursor."""
        rows = self.app.screen.cursor_list()  # type: ignore[attr-defined]
        assert isinstance(rows, RowList)
        return rows.key

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
    def words(self) -> str:
        """The words of the dialog on top, or of the screen, in one line: a sentence may go over several lines."""
        strips = self.app.screen._compositor.render_strips()
        for dialog in self.app.screen.query("#dialog"):
            left, right = dialog.region.x, dialog.region.right
            strips = [strip.crop(left, right) for strip in strips[dialog.region.y : dialog.region.bottom]]
        text = "\n".join(strip.text for strip in strips)
        return " ".join(text.translate(dict.fromkeys(map(ord, "│▌▐╭╮╰╯─"), " ")).split())

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
        if not self.path.exists():  # TinyDB would make an empty file of it
            return []
        with TinyDB(self.path, access_mode="r") as db:
            return [{"id": row.doc_id, **row} for row in db.table(table).all() if "deleted_at" not in row]


PARSED: dict[Hashable, list[RuleSet]] = {}


@pytest.fixture(autouse=True)
def no_work_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share the parsed style sheets among all apps of the run, and paint only when a story looks at the screen.

    Parsing and painting were more than half of the time of every story.
    """
    parse = Stylesheet._parse_rules

    def parse_once(self: Stylesheet, css: str, read_from: Any, *args: Any, **kwargs: Any) -> list[RuleSet]:
        key = (frozenset(self._variables.items()), css, read_from, args, frozenset(kwargs.items()))
        if key not in PARSED:
            PARSED[key] = parse(self, css, read_from, *args, **kwargs)
        return PARSED[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_once)
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)  # the same, and asked for by the million
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda screen: screen.app._update_mouse_over(screen))


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
        prepare: Callable[[Path], None] = lambda _path: None,
        importing: Sequence[Path] = (),
    ) -> AsyncIterator[Story]:
        path = tmp_path / "book.json"
        clock = FixedClock(at)
        known: Iterable[Record] = records or _all_records(book)
        put = Change("made", tuple(Edit(None, record) for record in known))
        if put:
            _store(path, clock).commit(lambda _book: put)
            (companion_dir(path) / "journal").unlink()  # the story begins with nothing to take back
        prepare(path)
        app = GiveNetApp(Workspace(_store(path, clock), clock), importing=importing)
        traffic = Traffic()
        async with app.run_test(size=size, message_hook=traffic) as pilot:
            story = Story(app, pilot, path, clock, traffic)
            await story.settle()
            yield story

    return opened


def _store(path: Path, clock: FixedClock) -> FileStore:
    return FileStore.open(path, lambda: instant(clock.now()))


def read_anew(story: Story) -> Book:
    """The book as another program would read it from the file."""
    return _store(story.path, story.clock).book


def _all_records(book: Book | None) -> Iterable[Record]:
    tables = book.records.items() if book else ()
    return [record for table, rows in tables if table != "meta" for record in rows.values()]
