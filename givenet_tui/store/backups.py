"""Backups: whole copies of a book, named by their instant, and thinned out as they grow old."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from givenet_tui.domain.moment import instant
from givenet_tui.paths import companion_dir
from givenet_tui.store import disk
from givenet_tui.store.reading import read
from givenet_tui.store.scan import Fault
from givenet_tui.store.state import State

_PERIODS: tuple[tuple[int, Callable[[date], tuple[int, ...]]], ...] = (
    (10, lambda day: (day.year, day.month, day.day)),
    (8, lambda day: tuple(day.isocalendar())[:2]),
    (12, lambda day: (day.year, day.month)),
)
"""Of so many days, weeks and months that have copies the newest one is kept; those of today are all kept."""
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z)(?:-([a-z0-9-]+))?\.json")

ONE_EARLIER = "one save earlier"
"""Why there is the generation before."""


class Backup(NamedTuple):
    """A copy: when it was made (`2026-11-24T141600.123Z`), where it is, and why if not for the day's sake."""

    stamp: str
    path: Path
    why: str = ""

    @property
    def day(self) -> date:
        """The civil day on which it was made, where the user is."""
        return day_of(self.stamp)


def folder_of(book: Path) -> Path:
    """Where the copies of a book are."""
    return companion_dir(book) / "backups"


def stamp_of(moment: str) -> str:
    """An instant as a file's name: without the colons that some disks refuse."""
    return moment.replace(":", "")


def day_of(moment: str) -> date:
    """The civil day of an instant or a stamp, where the user is."""
    return datetime.fromisoformat(moment).astimezone().date()


def backups(book: Path) -> tuple[Backup, ...]:
    """The copies of a book, the newest first."""
    found = []
    with suppress(OSError):
        for path in folder_of(book).iterdir():
            match = _NAME.fullmatch(path.name)
            if match:
                with suppress(ValueError):
                    day_of(match[1])
                    found.append(Backup(match[1], path, (match[2] or "").replace("-", " ")))
    return tuple(sorted(found, reverse=True))


def keep(book: Path, data: Iterable[bytes | memoryview], at: str, why: str = "") -> Backup:
    """Make a copy of these bytes, for good, and thin out the older ones. Whoever calls holds the lock.

    `at` is now, as an instant; `why` a few plain words. OSError.
    """
    disk.make_folder(companion_dir(book))
    disk.make_folder(folder_of(book))
    for folder in (companion_dir(book), folder_of(book)):
        _sweep(folder)
    stamp = stamp_of(at)
    name = f"{stamp}-{why.replace(' ', '-')}.json" if why else f"{stamp}.json"
    copy = Backup(stamp, folder_of(book) / name, why)
    disk.put(copy.path, data)
    every = backups(book)
    for old in set(every) - kept(every, copy.day):
        with suppress(OSError):
            old.path.unlink()
    return copy


def _sweep(folder: Path) -> None:
    """Take away what a program left that was killed in the middle of writing a small file, or a copy."""
    with suppress(OSError):
        for left in folder.glob(".*.saving"):
            left.unlink()


def kept(every: Iterable[Backup], today: date) -> set[Backup]:
    """Which copies stay: all of today, and the newest of each of the last days, weeks and months.

    Those from days that are yet to come were made while the clock was ahead. They are thinned out by themselves: were
    they to count as the newest, those of the true days would go.
    """
    newest_first = sorted(every, reverse=True)
    staying = {copy for copy in newest_first if copy.day == today}
    for ahead in (False, True):
        of_these = [copy for copy in newest_first if (copy.day > today) is ahead]
        for many, period_of in _PERIODS:
            newest: dict[tuple[int, ...], Backup] = {}
            for copy in of_these:
                newest.setdefault(period_of(copy.day), copy)
            staying.update(list(newest.values())[:many])
    return staying


def sound(path: Path) -> State | None:
    """What a copy holds; None when it cannot be read."""
    try:
        data, signature = disk.read(path)
        state = read(data)
    except (OSError, Fault):
        return None
    return replace(state, signature=signature)


def previous_of(book: Path) -> Backup | None:
    """The generation before the last save, as a copy; None when there is none."""
    path = companion_dir(book) / "previous.json"
    signature = None
    with suppress(OSError):
        signature = disk.signature(path)
    if signature is None:
        return None
    written = datetime.fromtimestamp(signature.modified / 1e9, UTC)
    return Backup(stamp_of(instant(written)), path, ONE_EARLIER)
