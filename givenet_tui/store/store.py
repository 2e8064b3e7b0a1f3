"""FileStore: a book in its file. Open, lock, load, commit, watch."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Lock
from time import sleep
from typing import Self

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.settings import Meta
from givenet_tui.store.committed import Committed, as_written
from givenet_tui.store.errors import CouldNotRead, CouldNotWrite, Damaged, NewerSchema
from givenet_tui.store.layout import render
from givenet_tui.store.reading import read
from givenet_tui.store.scan import Fault
from givenet_tui.store.schema import SCHEMA
from givenet_tui.store.state import Problem, State, difference
from givenet_tui.store.storage import BookStorage

PATIENCE = 0.1
"""Seconds until a second look at a file that is damaged or gone: stock TinyDB writes in place, an editor may delete
first and write then, and the first look may fall between."""


class FileStore:
    """A book and its file. `commit` and `refresh` may be called from any thread; `book` is always a whole one."""

    def __init__(self, storage: BookStorage, state: State, instant: Callable[[], str]) -> None:
        """Use `open`."""
        self._storage = storage
        self._state = state
        self._instant = instant
        self._guard = Lock()

    @classmethod
    def open(cls, path: str | Path, instant: Callable[[], str]) -> Self:
        """Read the book in this file; a missing file is an empty book, and nothing is written before the first change.

        `instant` says now as the file writes it. CouldNotRead, Damaged: there is no opening it.
        """
        storage = BookStorage(path)
        return cls(storage, _load(storage, None) or State(), instant)

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

    @property
    def read_only(self) -> str | None:
        """Why nothing can be written, in a sentence; None when it can."""
        return _schema_refusal(self.path, self._state) or _permission_refusal(self.path)

    def commit(self, make: Callable[[Book], Change]) -> Committed:
        """Ask `make` for a change of the newest book, and write it in one step.

        What another program wrote meanwhile is read first and told as `outside`. An empty change writes nothing.
        Whatever is raised, be it by `make` or a StoreError, the file and the book are as they were.
        """
        with self._guard:
            if self.read_only:
                raise CouldNotWrite(self.read_only)
            if self._state.signature and not self.path.parent.is_dir():
                raise CouldNotWrite(
                    f"{self.path} was not saved: its folder has gone. Nothing was changed. "
                    "If it lies on a disk of its own, plug that in again."
                )
            with self._storage.locked():
                return self._commit(make)

    def refresh(self) -> Change | None:
        """Read what another program wrote since the last look; None when nothing came. One `stat` when nothing did.

        StoreError when what is there now is no book, or none that this program may write; the book stays.
        """
        with self._guard:
            newest, outside = self._newest()
            if self._gone(newest):
                raise CouldNotRead(f"{self.path} has gone. GiveNet holds all of it: the next change writes it anew.")
            self._state = newest
            return outside

    def _commit(self, make: Callable[[Book], Change]) -> Committed:
        newest, outside = self._newest()
        gone = self._gone(newest)
        change = as_written(make(newest.book), self._instant)
        if change:
            following = _identified(newest.after(change))
            signature = self._storage.save(render(following.tables))
            self._state = replace(following, signature=signature, schema=SCHEMA)
        elif not gone:
            self._state = newest
        note = (
            f"{self.path} had gone. It was written anew, with everything that was in it." if gone and change else None
        )
        return Committed(change, self._state.book, outside, note)

    def _gone(self, newest: State) -> bool:
        return self._state.signature is not None and newest.signature is None

    def _newest(self) -> tuple[State, Change | None]:
        """What the file stands for now, and what came in from outside. A file that has gone leaves what is known."""
        known = self._state
        if self._storage.signature() == known.signature:
            return known, None
        loaded = _load(self._storage, known)
        if loaded is None:
            return replace(known, signature=None), None
        refusal = _schema_refusal(self.path, loaded)
        if refusal and not _schema_refusal(self.path, known):
            raise NewerSchema(refusal)
        outside = difference(known.book, loaded.book.records)
        return loaded, outside or None


def _load(storage: BookStorage, known: State | None) -> State | None:
    """The state of the file; None when there is none. What is missing or damaged is looked at a second time."""
    for last in (False, True):
        loaded = storage.load()
        if loaded is None and (known is None or known.signature is None):
            return None
        if loaded is not None:
            try:
                return replace(read(loaded[0], known), signature=loaded[1])
            except Fault as fault:
                if last:
                    raise Damaged(storage.path, str(fault)) from fault
        if not last:
            sleep(PATIENCE)
    return None


def _identified(state: State) -> State:
    """The state with a `meta` record that says which file this is."""
    meta = state.book.find(Meta, 1)
    if meta is None and state.line("meta", 1) is not None:
        return state  # it is there, and cannot be read: it stays
    if meta is not None and meta.file_id:
        return state
    from uuid import uuid4

    return state.after(Change("", (Edit(meta, Meta(id=1, schema=SCHEMA, file_id=uuid4().hex)),)))


def _schema_refusal(path: Path, state: State) -> str | None:
    if state.schema is None:
        return (
            f"{path} is open for reading only: its `meta` does not say which schema it has. "
            "Put that record right in the file to write in it again."
        )
    if state.schema > SCHEMA:
        return (
            f"{path} is open for reading only: a newer GiveNet has written it (schema {state.schema}, this one "
            f"knows {SCHEMA}). Install the newer one to write in it."
        )
    return None


def _permission_refusal(path: Path) -> str | None:
    """Why the disk will not take a save, as far as it can be told without trying."""
    there = [place for place in (path, *path.parents) if os.access(place, os.F_OK)]
    needed = there[:2] if there[:1] == [path] else there[:1]  # the file and its folder, or the folder to begin in
    if all(os.access(place, os.W_OK) for place in needed):
        return None
    return (
        f"{path} is open for reading only: GiveNet may not write there. "
        "Look at the permissions of the file and of its folder, or open another book with --file."
    )
