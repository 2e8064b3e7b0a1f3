"""Copies by hand: make one, put one back in the book's place."""

import os
from contextlib import suppress
from pathlib import Path

from givenet_tui.domain.change import Change
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.journal import Entry
from givenet_tui.domain.settings import Meta
from givenet_tui.store import backups, disk, last
from givenet_tui.store.backups import Backup
from givenet_tui.store.copies import Copy, last_saved
from givenet_tui.store.errors import CouldNotWrite, could_not_read, could_not_write
from givenet_tui.store.journal import JournalFile
from givenet_tui.store.layout import render
from givenet_tui.store.outside import settle
from givenet_tui.store.state import State, difference
from givenet_tui.store.storage import BookStorage


def back_up(book: Path, instant: str, why: str = "by hand") -> Backup:
    """Make a copy of the book as it stands in the file, damaged or not. StoreError."""
    storage = BookStorage(book)
    with storage.locked():
        kept = _kept(storage, instant, why)
    if kept is None:
        raise CouldNotWrite(f"{book} is not there yet: there is nothing to keep a copy of.")
    return kept


def put_back(book: Path, copy: Copy, instant: str, by: str = "") -> Backup | None:
    """Put a copy in the book's place; what stood there is kept, and answered. StoreError, and nothing was changed.

    `by` is the run of the program that may take it back at once.
    """
    if copy.state is None:
        raise Refusal(f"The copy {copy.name} is damaged itself. `givenet restore --list` shows which are sound.")
    storage = BookStorage(book)
    known = None
    with storage.locked():
        try:
            data = [disk.read(copy.path)[0]] if copy.path else render(copy.state.tables)
        except OSError as error:
            raise could_not_read(copy.path or book, error) from error
        kept = _kept(storage, instant, "before restore")
        with suppress(OSError):
            known = last.read(storage.path)
        done = _change(storage.path, copy, copy.state)
        storage.save(data, over=known.saved if known else None)
        settle(storage.path, data)
        if done:
            number = os.urandom(4).hex()
            JournalFile(storage.path).add(Entry(f"{instant}-{number}", instant, by or number, done.name, lambda: done))
        return kept


def _change(book: Path, copy: Copy, coming: State) -> Change:
    """What putting the copy back does to the book, or to what was last saved where that is damaged: to be undone."""
    known = last_saved(book)
    standing = backups.sound(book) or (known.state if known else None)
    edits = difference(standing.book, coming.book.records).edits if standing else ()
    return Change(f"The book is back: {copy.said}", tuple(edit for edit in edits if edit.table != Meta.table))


def _kept(storage: BookStorage, instant: str, why: str) -> Backup | None:
    loaded = storage.load()
    if loaded is None:
        return None
    try:
        return backups.keep(storage.path, [loaded.data], instant, why)
    except OSError as error:
        raise could_not_write(storage.path, error) from error
