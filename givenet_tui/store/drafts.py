"""Drafts on disk: a file for each running program, which holds a lock beside it for as long as it lives.

So what a program left that was killed is told from what another one is still writing. What is being offered in one
program is locked in the same way, and not offered in a second one.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from msgspec.structs import replace

from givenet_tui.domain.drafts import Draft
from givenet_tui.paths import companion_dir
from givenet_tui.store import disk
from givenet_tui.store.draft_files import decoded, encoded
from givenet_tui.store.lent import LentFile, written_in
from givenet_tui.store.lock import held

MOST_BYTES = 64 << 20
"""Of a file that is larger than any draft nothing is read."""
FAULTS = (OSError, ValueError, MemoryError, RecursionError)
"""What the disk, or what stands on it, may make of an attempt."""


class Left(NamedTuple):
    """A draft that a program left, and the file it stands in."""

    draft: Draft
    path: Path
    stored: Draft
    """As it stands there: what was written in a lent file meanwhile is not in it."""


class Drafts:
    """The drafts beside a book. Nothing here raises: words that cannot be kept aside are still on the screen."""

    def __init__(self, book: Path, name: str) -> None:
        """`name` is this program's own, and no other's."""
        self._folder = companion_dir(book) / "drafts"
        self._path = self._folder / f"{name}.json"
        self._lock: int | None = None
        self._claims: dict[Path, int] = {}
        self._guard = Lock()
        self._is_closed = False

    # --- what is being written here --------------------------------------------------------------

    def keep(self, drafts: Sequence[Draft]) -> bool:
        """Keep these, in the place of those before; none: the file goes. Whether it worked."""
        with self._guard, suppress(*FAULTS):
            if self._is_closed:
                return False
            if drafts:
                self._begin()
                disk.put(self._path, [encoded(drafts)])
            elif self._lock is not None:
                self._path.unlink(missing_ok=True)
            return True
        return False

    def close(self) -> None:
        """This program ends; what it has written down stays, for the next one to find."""
        with self._guard:
            self._is_closed = True
            self._release()
            if self._lock is not None:
                _let_go(_lock_of(self._path), self._lock)
                self._lock = None
            self._tidy()

    def _begin(self) -> None:
        """Hold our lock; anew, should someone have cleared the folder away."""
        lock = _lock_of(self._path)
        if self._lock is not None:
            standing = disk.signature(lock)
            if standing is not None and standing.inode == os.fstat(self._lock).st_ino:
                return
            os.close(self._lock)
            self._lock = None
        disk.make_folder(self._folder.parent)
        disk.make_folder(self._folder)
        self._lock = held(lock) or held(lock)  # a program that tidies up may have taken the first one away
        if self._lock is None:
            raise BlockingIOError

    def lent_file(self) -> LentFile:
        """A file for another program to write in; what is kept here says what its words belong to."""
        return LentFile(lent_beside(self._path))

    # --- what others left ------------------------------------------------------------------------

    def left(self) -> list[Left]:
        """What programs left that are no longer there, the latest first: ours to offer until `release`."""
        found: list[Left] = []
        with self._guard:
            for path in self._files():
                with suppress(*FAULTS):
                    found += self._claimed(path)
            self._tidy()
        return sorted(found, key=lambda one: one.draft.at, reverse=True)

    def drop(self, left: Left) -> None:
        """A draft was picked up, or thrown away."""
        with self._guard, suppress(*FAULTS):
            if left.stored.in_file:
                lent_beside(left.path).unlink(missing_ok=True)
            others = [one for one in decoded(_read(left.path)) if one != left.stored]
            if others:
                disk.put(left.path, [encoded(others)])
                return
            left.path.unlink(missing_ok=True)
            claim = self._claims.pop(left.path, None)
            if claim is not None:
                _let_go(_lock_of(left.path), claim)
            self._tidy()

    def release(self) -> None:
        """What was left is no longer being offered here; what was not dropped waits for the next program."""
        with self._guard:
            self._release()
            self._tidy()

    def _files(self) -> set[Path]:
        """The files of other programs, by what is there of each: the drafts, the lock, half a file."""
        names: set[str] = set()
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.suffix in {".json", ".lock"}:
                    names.add(path.stem)
                elif path.name.startswith(".") and path.name.endswith(".json.saving"):
                    names.add(path.name[1 : -len(".json.saving")])
        return {self._folder / f"{name}.json" for name in names if name} - {self._path}

    def _claimed(self, path: Path) -> Iterator[Left]:
        """The drafts in a file whose program has gone; what it left beside them is swept away."""
        handle = held(_lock_of(path))
        if handle is None:
            return
        drafts: list[Draft] = []
        with suppress(*FAULTS):
            disk.beside(path).unlink(missing_ok=True)
        with suppress(*FAULTS):
            drafts = decoded(_read(path))
        if not drafts:
            _let_go(_lock_of(path), handle)
            return
        self._claims[path] = handle
        yield from (Left(_with_lent_words(draft, path), path, draft) for draft in drafts)

    def _release(self) -> None:
        for path, handle in self._claims.items():
            _let_go(_lock_of(path), handle)
        self._claims = {}

    def _tidy(self) -> None:
        with suppress(OSError):
            self._folder.rmdir()  # only when it is empty


def lent_beside(path: Path) -> Path:
    """Where the words of one of the drafts in a file are, when they are lent to another program."""
    return path.with_suffix(".md")


def _with_lent_words(draft: Draft, path: Path) -> Draft:
    """The draft with what was written in the lent file: the program that lent it has gone."""
    words = None
    if draft.in_file:
        with suppress(*FAULTS):
            words = written_in(lent_beside(path))
    if words is None:
        return draft
    text = words.decode(errors="replace").removesuffix("\n")
    return replace(draft, fields=draft.fields | {draft.in_file: text})


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")


def _let_go(lock: Path, handle: int) -> None:
    """Let go of a lock: a file without one is left by whoever wrote it."""
    with suppress(OSError):
        lock.unlink(missing_ok=True)
    with suppress(OSError):
        os.close(handle)


def _read(path: Path) -> bytes:
    """The bytes of a file that may be one of drafts; none of what is not."""
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        return b"[]"
    return disk.read(path)[0]
