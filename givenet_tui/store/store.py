"""FileStore: a book in its file. Open, lock, load, commit, watch, and what was done before."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.journal import Entry, Line, Turn
from givenet_tui.domain.records import Record
from givenet_tui.domain.settings import ImportRun, Meta
from givenet_tui.paths import companion_dir
from givenet_tui.store import backups, disk, last
from givenet_tui.store.committed import Committed, Direction, History, as_written
from givenet_tui.store.drafts import Drafts
from givenet_tui.store.errors import (
    Busy,
    ChangedOutside,
    CouldNotRead,
    CouldNotWrite,
    NewerSchema,
    could_not_read,
    could_not_write,
)
from givenet_tui.store.journal import JournalFile
from givenet_tui.store.last import Last, Print
from givenet_tui.store.layout import render
from givenet_tui.store.lent import LentFile
from givenet_tui.store.loading import gone, load, refusal_to_write, schema_refusal, was_saved
from givenet_tui.store.outside import Outside, seen, settle
from givenet_tui.store.schema import SCHEMA
from givenet_tui.store.state import Problem, State, difference
from givenet_tui.store.storage import BookStorage

if TYPE_CHECKING:
    from givenet_tui.store.copies import Copy


class FileStore:
    """A book and its file. `commit` and `refresh` may be called from any thread; `book` is always a whole one."""

    def __init__(self, storage: BookStorage, instant: Callable[[], str]) -> None:
        """Use `open`."""
        self._storage = storage
        self._state = State()
        self._instant = instant
        self._guard = Lock()
        self._outside: Outside | None = None
        self._journal = JournalFile(storage.path)
        self._history = History(os.urandom(6).hex())
        self._backed_up_on: object = None
        self.drafts = Drafts(storage.path, self._history.by)
        """Where half-typed words are kept."""

    @classmethod
    def open(cls, path: str | Path, instant: Callable[[], str]) -> Self:
        """Read the book in this file; a missing file is an empty book, and nothing is written before the first change.

        `instant` says now as the file writes it. CouldNotRead, Damaged: there is no opening it.
        """
        store = cls(BookStorage(path), instant)
        store._state = store._read(None) or State()
        return store

    @property
    def path(self) -> Path:
        """The file, links followed."""
        return self._storage.path

    @property
    def book(self) -> Book:
        """The book as it was last read or written."""
        return self._state.book

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The records that are not shown, or not as they stand in the file."""
        return self._state.problems

    def line_of(self, record: Record) -> bytes:
        """How a record of the book stands in the file."""
        return self._state.line(record.table, record.id) or b""

    @property
    def hidden(self) -> int:
        """How many records are kept, and not shown, because they cannot be read."""
        return sum(not problem.mended for problem in self._state.problems)

    @property
    def read_only(self) -> str | None:
        """Why nothing can be written, in a sentence; None when it can."""
        return refusal_to_write(self.path, self._state)

    @property
    def changed_outside(self) -> ChangedOutside | None:
        """What came into the file past GiveNet, as the error that a commit raises until it is kept or taken back."""
        return ChangedOutside(self.path, self._outside) if self._outside and not self.read_only else None

    @property
    def undoable(self) -> str | None:
        """What `turn("undo")` would take back, by name."""
        return self._history.name(self._journal.read(), "undo")

    @property
    def redoable(self) -> str | None:
        """What `turn("redo")` would do again, by name."""
        return self._history.name(self._journal.read(), "redo")

    # --- writing ---------------------------------------------------------------------------------

    def commit(self, make: Callable[[Book], Change]) -> Committed:
        """Ask `make` for a change of the newest book, and write it in one step.

        What another program wrote meanwhile is read first and told as `outside`. An empty change writes nothing.
        Whatever is raised, be it by `make` or a StoreError, the file and the book are as they were.
        """
        with self._alone():
            self._history.went_on()
            return self._commit(make, self._entry)

    def turn(self, direction: Direction, make: Callable[[Book, Change], Change]) -> Committed:
        """Take the last change back, or do again what was taken back: `make` gets the newest book and that change.

        Refusal when there is none, CannotTurn when `make` refuses; then nothing has changed.
        """
        with self._alone():
            try:
                standing = self._history.next(self._journal.read(surely=True), direction)
            except OSError as error:
                raise could_not_read(self.path, error) from error

            def line(change: Change) -> Line:
                return Turn(standing.entry.id, direction == "undo", self._instant(), self._history.by, lambda: change)

            with self._history.turning(standing):
                return self._commit(lambda book: make(book, standing.change), line)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Be the only one who writes, in this program and on this machine."""
        with self._guard:
            self._history.begin(self._journal.read())
            if self.read_only:
                raise CouldNotWrite(self.read_only)
            if self._state.signature and not self.path.parent.is_dir():
                raise CouldNotWrite(
                    f"{self.path} was not saved: its folder has gone. Nothing was changed. "
                    "If it lies on a disk of its own, plug that in again."
                )
            with self._storage.locked():
                yield

    def _commit(self, make: Callable[[Book], Change], line: Callable[[Change], Line]) -> Committed:
        newest, outside = self._newest(locked=True)
        has_gone = self._has_gone(newest)
        if self._outside:
            self._state = newest
            raise ChangedOutside(self.path, self._outside)
        change = as_written(make(newest.book), self._instant)
        note = None
        if change:
            following = _identified(newest.after(change))
            note = self._back_up(newest, change)
            signature = self._storage.save(render(following.tables), self._as_it_was() if has_gone else None)
            self._state = replace(following, signature=signature, schema=SCHEMA)
            self._journal.add(line(change))
        elif not has_gone:
            self._state = newest
        if has_gone and change:
            note = f"{self.path} had gone. It was written anew, with everything that was in it."
        return Committed(change, self._state.book, outside, note)

    def _as_it_was(self) -> Print:
        """Of a file that has gone: what was in it becomes the generation before, and its print is answered."""
        known = render(self._state.tables)
        try:
            disk.put(companion_dir(self.path) / "previous.json", known)
        except OSError as error:
            raise could_not_write(self.path, error) from error
        return last.print_of(known)

    def _entry(self, change: Change) -> Line:
        now = self._instant()
        return Entry(f"{now}-{os.urandom(4).hex()}", now, self._history.by, change.name, lambda: change)

    # --- copies ----------------------------------------------------------------------------------

    def _back_up(self, newest: State, change: Change) -> str | None:
        """Keep a copy before the first write of a day, a schema step and an import; a note when the day's fails."""
        if newest.signature is None:
            return None
        why = _why_a_copy(newest, change)
        today = backups.day_of(self._instant())
        if not why and self._backed_up_on is None:
            self._backed_up_on = next((copy.day for copy in backups.backups(self.path) if copy.day == today), None)
        if not why and self._backed_up_on == today:
            return None
        try:
            backups.keep(self.path, [disk.read(self.path)[0]], self._instant(), why)
        except OSError as error:
            if why:
                raise could_not_write(self.path, error) from error
            return f"The day’s copy of the book could not be made: {error.strerror or error}. Your change is saved."
        self._backed_up_on = today
        return None

    @property
    def why_no_copies(self) -> str | None:
        """Why there can be no copies of the book, in a sentence; None when there can."""
        return None if self._state.signature else "Nothing is on disk yet: there is nothing to keep a copy of."

    def back_up(self) -> None:
        """Keep a copy of the book as it stands in the file. StoreError."""
        from givenet_tui.store.restoring import back_up  # no command needs it to start

        with self._guard:
            back_up(self.path, self._instant())

    def copies(self) -> "Sequence[Copy]":
        """The sound copies of the book, the newest first."""
        from givenet_tui.store.copies import copies

        return [copy for copy in copies(self.path) if copy.state]

    def put_back(self, copy: "Copy") -> Change:
        """Put a copy in the book's place: what is different then. What stands there now is kept. StoreError."""
        from givenet_tui.store.restoring import put_back

        with self._guard:
            if self.read_only:
                raise CouldNotWrite(self.read_only)
            self._history.begin(self._journal.read())
            put_back(self.path, copy, self._instant(), self._history.by)
            self._history.went_on()
            before = self._state.book
            self._state, _ = self._newest(locked=False)
            return difference(before, self._state.book.records)

    # --- what others write -----------------------------------------------------------------------

    def refresh(self) -> Change | None:
        """Read what another program wrote since the last look; None when nothing came. One `stat` when nothing did.

        StoreError when what is there now is no book, or none that this program may write; the book stays.
        """
        with self._guard:
            newest, outside = self._newest(locked=False)
            if self._has_gone(newest):
                raise CouldNotRead(f"{self.path} has gone. GiveNet holds all of it: the next change writes it anew.")
            self._state = newest
            return outside

    def lent_file(self) -> LentFile:
        """A file beside the book, for another program to write words in."""
        return self.drafts.lent_file()

    def keep_outside(self) -> None:
        """What came past GiveNet is to stay. What was there before is kept as a copy. StoreError."""
        with self._alone():
            self._state, _ = self._newest(locked=True)
            if self._outside is None or self._state.signature is None:
                return
            try:
                backups.keep(self.path, render(self._outside.saved.tables), self._instant(), "before outside changes")
                data, _ = disk.read(self.path)
                last.write(self.path, self._storage.standing, self._state.signature.modified)
            except OSError as error:
                raise could_not_write(self.path, error) from error
            settle(self.path, [data])
            self._outside = None

    def go_back(self) -> Change:
        """What came past GiveNet is to go: the book is what was last saved. What is there now is kept as a copy."""
        with self._alone():
            self._state, _ = self._newest(locked=True)
            if self._outside is None:
                return Change("", ())
            saved = self._outside.saved
            try:
                backups.keep(self.path, [disk.read(self.path)[0]], self._instant(), "changed outside")
            except OSError as error:
                raise could_not_write(self.path, error) from error
            back = difference(self._state.book, saved.book.records)
            signature = self._storage.save(render(saved.tables), over=self._outside.last.saved)
            self._state = replace(saved, book=self._state.book.apply(back), signature=signature, schema=SCHEMA)
            self._outside = None
            return back

    def _has_gone(self, newest: State) -> bool:
        return self._state.signature is not None and newest.signature is None

    def _newest(self, *, locked: bool) -> tuple[State, Change | None]:
        """What the file stands for now, and what came in from outside. A file that has gone leaves what is known."""
        known = self._state
        standing = self._storage.signature()
        if standing is None and known.signature is None and was_saved(self.path):
            raise gone(self.path)  # it was made after this program began, and went again
        if standing == known.signature:
            if self._outside and not self._strayed(locked=locked):
                self._outside = None  # another GiveNet has asked, and it was kept
            return known, None
        loaded = self._read(known, locked=locked)
        if loaded is None:
            return replace(known, signature=None), None
        refusal = schema_refusal(self.path, loaded)
        if refusal and not schema_refusal(self.path, known):
            raise NewerSchema(refusal)
        outside = difference(known.book, loaded.book.records)
        return loaded, outside or None

    def _read(self, known: State | None, *, locked: bool = False) -> State | None:
        """The file's state; and whether it is what was last saved, which is looked at again with everyone else out."""
        loaded = load(self._storage, known)
        saved = self._strayed(locked=locked)
        if loaded is None or saved is None:
            self._outside = None
            return loaded
        if not locked:
            try:
                with self._if_locked():
                    return self._read(known, locked=True)
            except Busy:  # so others are writing at this moment, and theirs is what was saved
                self._outside = None
                return loaded
        before = self._outside.saved if self._outside else known if known and known.signature else None
        now = seen(self.path, loaded, before, saved, self._journal.read())
        self._outside = now or None
        return loaded

    def _strayed(self, *, locked: bool) -> Last | None:
        """What was last saved, when the file is something else. Who may only read need not know."""
        try:
            return last.strayed(self.path, self._storage.standing)
        except OSError as error:
            if locked:
                raise could_not_read(self.path, error) from error
            return None

    @contextmanager
    def _if_locked(self) -> Iterator[None]:
        """With the lock where it can be had: where nothing can be written, nobody writes meanwhile."""
        try:
            lock = self._storage.locked()
            lock.__enter__()
        except Busy:
            raise
        except CouldNotWrite:
            yield
            return
        try:
            yield
        finally:
            lock.__exit__(None, None, None)


def _why_a_copy(newest: State, change: Change) -> str:
    if newest.schema is not None and newest.schema < SCHEMA:
        return f"before schema {SCHEMA}"
    imports = any(edit.table == ImportRun.table and edit.before is None for edit in change.edits)
    return "before import" if imports else ""


def _identified(state: State) -> State:
    """The state with a `meta` record that says which file this is."""
    meta = state.book.find(Meta, 1)
    if meta is None and state.line("meta", 1) is not None:
        return state  # it is there, and cannot be read: it stays
    if meta is not None and meta.file_id:
        return state
    from uuid import uuid4

    return state.after(Change("", (Edit(meta, Meta(id=1, schema=SCHEMA, file_id=uuid4().hex)),)))
