"""Bytes from the disk and back: read whole, replaced whole or not at all."""

# Plain system calls, one by one: their order is the point, and a test makes each of them fail.
# ruff: noqa: PTH101, PTH102, PTH105, PTH108, PTH116, PTH123

import errno
import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from givenet_tui.paths import companion_dir

_AT_A_TIME = 1024
"""Pieces that the system takes in one call (IOV_MAX of Linux and macOS)."""


class Signature(NamedTuple):
    """What tells one state of a file from another without reading it."""

    inode: int
    modified: int
    size: int


def signature(path: Path) -> Signature | None:
    """The file's signature; None when there is none. OSError when one may not even look."""
    try:
        return _signature(os.stat(path))
    except FileNotFoundError:
        return None


def _signature(status: os.stat_result) -> Signature:
    return Signature(status.st_ino, status.st_mtime_ns, status.st_size)


def read(path: Path) -> tuple[bytes, Signature]:
    """The file's bytes, and its signature from before they were read: what comes in meanwhile is seen later."""
    # Without O_NONBLOCK a named pipe would be waited for.
    with open(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "no regular file")
        return file.read(), _signature(status)


def make_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for the user alone. One that is there stays as it is."""
    try:
        os.mkdir(path, 0o700)
    except FileNotFoundError:
        make_folder(path.parent)
        make_folder(path)
    except FileExistsError:
        if not path.is_dir():
            raise
    else:
        os.chmod(path, 0o700)  # the umask may have taken more than it should
        sync_folder(path.parent)


def create(path: Path) -> int:
    """A handle of a new file that is the user's alone; FileExistsError when there is one."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        os.fchmod(handle, 0o600)  # the umask may have taken even that
    except OSError:
        os.close(handle)
        raise
    return handle


def replace(
    path: Path,
    pieces: Iterable[bytes | memoryview],
    announce: Callable[[Signature], None] = lambda _: None,
    kept_as: str = "previous",
) -> Signature:
    """Put new bytes in the file's place, for good, and answer its new signature. Whoever calls holds the lock.

    OSError: the old file stands there as before. What was replaced stays beside it, by the name `kept_as`. `announce`
    is called with the new signature at the last moment at which the old file is still there.
    """
    fresh = _beside(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        written = _write(fresh, pieces)
        previous = _keep_previous(path, kept_as)
        announce(written)
        os.replace(fresh, path)
        try:
            _sync(folder)
        except OSError:
            _put_back(previous, fresh, path)
            raise
    finally:
        os.close(folder)
        with suppress(OSError):  # what is left is swept away by the next save
            _remove(fresh)
    return written


def put(path: Path, pieces: Iterable[bytes | memoryview], *, synced: bool = True) -> None:
    """Put a small file in its place in one step. Not `synced`: a power loss may leave none, or an empty one."""
    fresh = _beside(path)
    try:
        _write(fresh, pieces, synced=synced)
        os.replace(fresh, path)
        if synced:
            sync_folder(path.parent)
    finally:
        with suppress(OSError):
            _remove(fresh)


def overwrite(path: Path, data: bytes) -> None:
    """Write a few bytes over those of a file, which is made if it is missing. One call of the system, not synced."""
    try:
        handle = create(path)
    except FileExistsError:
        handle = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        _write_all(handle, [data])
    finally:
        os.close(handle)


def append(path: Path, line: bytes) -> Signature:
    """Add a line at the end of a file, which is made if it is missing; its signature. A torn last line is ended first.

    It is not synced.
    """
    try:
        handle = create(path)
    except FileExistsError:
        handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        end = os.lseek(handle, 0, os.SEEK_END)
        torn = end > 0 and os.pread(handle, 1, end - 1) != b"\n"
        _write_all(handle, [b"\n" if torn else b"", line, b"\n"])
        return _signature(os.fstat(handle))
    finally:
        os.close(handle)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.saving")


def _write(path: Path, pieces: Iterable[bytes | memoryview], *, synced: bool = True) -> Signature:
    """A new file of these pieces, on disk; what a killed program left in its place is swept away."""
    _remove(path)
    handle = create(path)
    try:
        _write_all(handle, pieces)
        if synced:
            os.fsync(handle)
        return _signature(os.fstat(handle))
    finally:
        os.close(handle)


def _write_all(handle: int, pieces: Iterable[bytes | memoryview]) -> None:
    """Write all of them, in as few calls as may be: the system may take less than it is given at a time."""
    rest = [memoryview(piece) for piece in pieces if piece]
    while rest:
        taken = os.writev(handle, rest[:_AT_A_TIME])
        while rest and taken >= len(rest[0]):
            taken -= len(rest.pop(0))
        if taken:
            rest[0] = rest[0][taken:]


def _keep_previous(path: Path, kept_as: str) -> Path | None:
    """Keep the file, if there is one, under its second name."""
    if signature(path) is None:
        return None
    previous = companion_dir(path) / f"{kept_as}.json"
    spare = previous.with_suffix(".saving")
    with suppress(OSError):  # of a program that was killed while it went back
        _remove(previous.with_name("replaced.saving"))
    try:
        _second_name(path, spare)
        os.replace(spare, previous)
    finally:
        with suppress(OSError):  # it is there still when both were names of one file: then a rename does nothing
            _remove(spare)
    return previous


def _second_name(path: Path, spare: Path) -> None:
    _remove(spare)
    try:
        os.link(path, spare)
        os.chmod(spare, 0o600)
    except OSError:  # a disk without hard links, or someone else's file
        _write(spare, [read(path)[0]])


def _put_back(previous: Path | None, spare: Path, path: Path) -> None:
    """The old file again, as far as the disk lets us: if it does not, the next look sees what stands there."""
    with suppress(OSError):
        if previous is None:
            os.unlink(path)
        else:
            _second_name(previous, spare)
            os.replace(spare, path)


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)


def sync_folder(path: Path) -> None:
    """See to it that the names in a folder are on disk."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _sync(handle)
    finally:
        os.close(handle)


def _sync(folder: int) -> None:
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):  # disks on which folders need none
            raise
