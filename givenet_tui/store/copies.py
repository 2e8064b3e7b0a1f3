"""What could be put in a book's place: what was last saved, and the copies of it, the newest first."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from givenet_tui.domain.errors import Refusal
from givenet_tui.store import backups, last, outside
from givenet_tui.store.backups import Backup
from givenet_tui.store.journal import JournalFile
from givenet_tui.store.layout import render
from givenet_tui.store.state import State

_SHORTEST = len("2026-11-24")
"""The beginning of a copy's name says which day it is from, at least: less fits too many."""


class Copy(NamedTuple):
    """A copy, and what it holds; None when it cannot be read. `path` is None when it is put together from others."""

    stamp: str
    path: Path | None
    why: str
    state: State | None

    @property
    def name(self) -> str:
        """What it is called: the file's name, or when it was saved."""
        return self.path.name if self.path else f"{self.stamp} ({self.why})"

    @property
    def said(self) -> str:
        """What it is, as one says it to a person: `24 Nov 2026, 14:16, before import`."""
        if self.path is None:
            return "all that was last saved"
        when = datetime.fromisoformat(self.stamp).astimezone()
        why = f", {self.why}" if self.why else ""
        return f"{when.day} {when:%b %Y, %H:%M}{why}"

    @property
    def people(self) -> str:
        """How many people it holds, in words."""
        if self.state is None:
            return "damaged"
        count = len(self.state.book.people)
        return "1 person" if count == 1 else f"{count:,} people"


def copies(book: Path) -> tuple[Copy, ...]:
    """The copies of a book with what they hold, the newest first; the generation before the last save among them."""
    every = [*backups.backups(book), *filter(None, [backups.previous_of(book)])]
    every.sort(key=lambda backup: backup.stamp, reverse=True)
    return tuple(_opened(backup) for backup in every)


def _opened(backup: Backup) -> Copy:
    return Copy(backup.stamp, backup.path, backup.why, backups.sound(backup.path))


def last_saved(book: Path) -> Copy | None:
    """What GiveNet itself saved last, whatever became of the file since, if it can be put together."""
    try:
        saved = last.read(book)
    except OSError:
        return None
    journal = JournalFile(book).read()
    state = outside.last_saved(book, saved, journal) or outside.first_saved(book, journal)
    return Copy(backups.stamp_of(saved.at), None, "what was last saved", state) if saved and state else None


def chosen(book: Path, when: str, day_of: Callable[[str], date | None]) -> Copy:
    """The copy that `when` means: `previous`, a day, of which it is the newest, or the beginning of a copy's name.

    Empty: what was last saved, or the newest sound copy that holds something else than the book does; the generation
    before is taken only where there is no other, for it is there after every save and nobody asked for it. `day_of`
    reads a day in words. Refusal when there is none.
    """
    if when:
        return _named(copies(book), when, day_of)
    sound = backups.sound(book)
    standing = sound and _bytes(sound)
    every = candidates(book) if sound is None else sorted(candidates(book), key=_is_previous)
    for copy in every:
        if copy.state and _bytes(copy.state) != standing:
            return copy
    raise Refusal(
        f"There is no sound copy of {book} that holds something else than it does. "
        "One is made before the first change of each day."
    )


def candidates(book: Path) -> tuple[Copy, ...]:
    """What was last saved, if it can be put together, and every sound copy."""
    saved = last_saved(book)
    return (*([saved] if saved else []), *(copy for copy in copies(book) if copy.state))


def _is_previous(copy: Copy) -> bool:
    return copy.why == backups.ONE_EARLIER


def _bytes(state: State) -> bytes:
    return b"".join(render(state.tables))


def _named(every: tuple[Copy, ...], when: str, day_of: Callable[[str], date | None]) -> Copy:
    begins = backups.stamp_of(when)
    day = day_of(when)
    for copy in sorted(every, key=lambda one: one.state is None):  # a sound one, if any fits
        if when == "previous":
            fits = _is_previous(copy)
        elif day:  # before the names: they hold the day of UTC
            fits = backups.day_of(copy.stamp) == day
        else:
            fits = copy.name.startswith(begins) and len(begins) >= _SHORTEST
        if fits:
            return copy
    raise Refusal(f"There is no copy from “{when}”. `givenet restore --list` shows those there are.")


def offer(book: Path) -> str:
    """What can be put back in a damaged book's place, and how."""
    found = next(iter(candidates(book)), None)
    if found is None:
        return "There is no sound copy beside it: look at your own backups, and name one with --file."
    what = "all that was last saved" if found.path is None else f"the newest sound copy, {found.path},"
    return f"`givenet restore` puts back {what} ({found.people})."
