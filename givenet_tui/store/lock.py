"""One writer at a time, among all programs on this machine. The system lets go of the lock when its holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from givenet_tui.paths import companion_dir
from givenet_tui.store import disk
from givenet_tui.store.errors import Busy

PAUSES = (0.001, 0.002, 0.005, *[0.01] * 1000)
"""Seconds between the tries: ten in all."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a book. Busy when another program holds it for ten seconds; OSError from the disk."""
    folder = companion_dir(path)
    disk.make_folder(folder)
    handle = _wait(folder / "lock", path)
    try:
        yield
    finally:
        os.close(handle)


def _wait(lock: Path, path: Path) -> int:
    for pause in (*PAUSES, None):
        handle = held(lock)
        if handle is not None:
            return handle
        if pause is not None:
            sleep(pause)
    raise Busy(
        f"{path} was not saved: another program has been busy with it for ten seconds. "
        "Nothing was changed. Try again; if that does not help, look for a GiveNet that hangs."
    )


def held(lock: Path) -> int | None:
    """The lock's handle, now that it is ours until that is closed; None when another has it."""
    handle = _open(lock)
    try:
        taken = _take(handle, lock)
    except OSError:
        os.close(handle)
        raise
    if taken:
        return handle
    os.close(handle)
    return None


def _open(lock: Path) -> int:
    try:
        return disk.create(lock)
    except FileExistsError:
        return os.open(lock, os.O_RDWR | os.O_CLOEXEC)


def _take(handle: int, lock: Path) -> bool:
    """Whether the lock is ours, and still the file that others will ask for."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    now = disk.signature(lock)
    return now is not None and now.inode == os.fstat(handle).st_ino
