"""Drafts on disk: a file for each running program, which holds a lock beside it for as long as it lives.

So what a program left that was killed is told from what another one is still writing.
"""

import fcntl
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from givenet_tui.domain.drafts import Draft
from givenet_tui.paths import companion_dir
from givenet_tui.store import disk


class Left(NamedTuple):
    """A draft that a program left, and the file it stands in."""

    draft: Draft
    path: Path


class Drafts:
    """The drafts beside a book. Nothing here raises: words that cannot be kept aside are still on the screen."""

    def __init__(self, book: Path, name: str) -> None:
        """`name` is this program's own, and no other's."""
        self._folder = companion_dir(book) / "drafts"
        self._path = self._folder / f"{name}.json"
        self._lock: int | None = None

    def keep(self, drafts: Sequence[Draft]) -> None:
        """Keep these, in the place of those before; none: the file goes."""
        with suppress(OSError):
            if drafts:
                self._begin()
                disk.put(self._path, [msgspec.json.encode(drafts)])
            elif self._lock is not None:
                self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """This program ends; what it has written down stays."""
        if self._lock is None:
            return
        with suppress(OSError):
            if not self._path.exists():
                _lock_of(self._path).unlink(missing_ok=True)
            os.close(self._lock)
        self._lock = None
        with suppress(OSError):
            self._folder.rmdir()  # only when it is empty

    def left(self) -> list[Left]:
        """What programs left that are no longer there, the latest first."""
        found: list[Left] = []
        with suppress(OSError):
            for path in self._folder.glob("*.json"):
                if path != self._path and _is_left(path):
                    found += [Left(draft, path) for draft in _read(path)]
        return sorted(found, key=lambda one: one.draft.at, reverse=True)

    def drop(self, left: Left) -> None:
        """A draft was picked up, or thrown away."""
        with suppress(OSError):
            others = [draft for draft in _read(left.path) if draft != left.draft]
            if others:
                disk.put(left.path, [msgspec.json.encode(others)])
                return
            left.path.unlink(missing_ok=True)
            _lock_of(left.path).unlink(missing_ok=True)
            if self._lock is None:
                self._folder.rmdir()

    def _begin(self) -> None:
        if self._lock is not None:
            return
        disk.make_folder(self._folder.parent)
        disk.make_folder(self._folder)
        handle = disk.create(_lock_of(self._path))
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self._lock = handle


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")


def _is_left(path: Path) -> bool:
    """Whether the program that wrote it is gone: then nobody holds its lock."""
    try:
        handle = os.open(_lock_of(path), os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def _read(path: Path) -> list[Draft]:
    """The drafts in a file; none when it is damaged."""
    try:
        return msgspec.json.decode(disk.read(path)[0], type=list[Draft])
    except (OSError, msgspec.DecodeError):
        return []
