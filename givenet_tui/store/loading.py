"""A book's file read whole: its state, and why it may not be written."""

import os
from dataclasses import replace
from pathlib import Path
from time import sleep

from givenet_tui.paths import companion_dir
from givenet_tui.store import backups, last
from givenet_tui.store.copies import offer
from givenet_tui.store.errors import Damaged, Gone, could_not_read
from givenet_tui.store.journal import JournalFile
from givenet_tui.store.reading import read
from givenet_tui.store.scan import Fault
from givenet_tui.store.schema import SCHEMA
from givenet_tui.store.state import State
from givenet_tui.store.storage import BookStorage

PATIENCE = 0.1
"""Seconds until a second look at a file that is damaged or gone: stock TinyDB writes in place, an editor may delete
first and write then, and the first look may fall between."""


def load(storage: BookStorage, known: State | None) -> State | None:
    """The state of the file; None when there is none. What is missing or damaged is looked at a second time.

    Damaged; Gone, when it is not there although it was saved, and nobody here knows what was in it.
    """
    is_known = known is not None and known.signature is not None
    for final in (False, True):
        loaded = storage.load()
        if loaded is None and not is_known:
            if not was_saved(storage.path):
                return None
            if final:
                raise gone(storage.path)
        if loaded is not None:
            try:
                return replace(read(loaded.data, known), signature=loaded.signature)
            except Fault as fault:
                if final:
                    raise Damaged(storage.path, str(fault), offer(storage.path)) from fault
        if not final:
            sleep(PATIENCE)
    return None


def was_saved(path: Path) -> bool:
    """Whether a save of this book ever came through, as what stands beside it tells. CouldNotRead.

    A program that was killed in its very first save leaves nothing but a `last` that says so.
    """
    try:
        known = last.read(path)
    except OSError as error:
        raise could_not_read(path, error) from error
    if known is not None and (known.replaces is None or known.replaces.size):
        return True
    return bool(JournalFile(path).read().lines or backups.previous_of(path) or backups.backups(path))


def gone(path: Path) -> Gone:
    """The error that says that a book which was saved is not there any more."""
    return Gone(path, companion_dir(path), offer(path))


def refusal_to_write(path: Path, state: State) -> str | None:
    """Why nothing can be written, in a sentence; None when it can, as far as it can be told without trying."""
    return schema_refusal(path, state) or permission_refusal(path)


def schema_refusal(path: Path, state: State) -> str | None:
    """Why this program may not write a file of that schema."""
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


def permission_refusal(path: Path) -> str | None:
    """Why the system lets nothing be written there, as far as it says so without trying."""
    there = [place for place in (path, *path.parents) if os.access(place, os.F_OK)]
    needed = there[:2] if there[:1] == [path] else there[:1]  # the file and its folder, or the folder to begin in
    if all(os.access(place, os.W_OK) for place in needed):
        return None
    if any(os.statvfs(place).f_flag & os.ST_RDONLY for place in needed):
        return f"{path} is open for reading only: that disk can only be read. Open a book elsewhere with --file."
    return (
        f"{path} is open for reading only: GiveNet may not write there. "
        "Look at the permissions of the file and of its folder, or open another book with --file."
    )
