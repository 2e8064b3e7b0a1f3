"""`last`: what the file was when a GiveNet last saved it, so that a file which is something else is noticed.

It is written just before a save comes through, and names what the save replaces as well: a program that is killed in
between leaves that. Then the file is still the one that `previous.json` is a second name of; the same bytes put there
by something else are not.
"""

import zlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from givenet_tui import __version__
from givenet_tui.domain.moment import instant
from givenet_tui.domain.records import always
from givenet_tui.paths import companion_dir
from givenet_tui.store import disk

NAME = "last"
_LENGTH = 255
"""Always the same, so that it can be written over: a rename costs as much as all the rest of it."""


class Print(msgspec.Struct, frozen=True):
    """A file's checksum (CRC-32, eight hexadecimal digits) and its size in bytes."""

    checksum: str
    size: int


class Last(msgspec.Struct, frozen=True, omit_defaults=True):
    """The last save: its print, its instant, the version of the program. `replaces`: it may not have come through."""

    saved: Print
    at: str
    version: str = always(__version__)
    replaces: Print | None = None
    """What stood there before."""


def print_of(pieces: Iterable[bytes | memoryview]) -> Print:
    """The print of a file that holds these pieces."""
    checksum = size = 0
    for piece in pieces:
        checksum = zlib.crc32(piece, checksum)
        size += len(piece)
    return Print(f"{checksum:08x}", size)


def strayed(path: Path, standing: Print) -> Last | None:
    """What was last saved, when the file that is `standing` there is not that; None when it is, or nobody knows.

    OSError when it may not be looked at.
    """
    known = read(path)
    if known is None or standing == known.saved or (standing == known.replaces and _is_previous(path)):
        return None
    return known


def _is_previous(path: Path) -> bool:
    """Whether the file is still the one that a save was about to replace: it has a second name already."""
    with suppress(OSError):
        one = disk.signature(path)
        others = [disk.signature(companion_dir(path) / name) for name in ("previous.json", "replaced.json")]
        return one is not None and (not any(others) or any(other and one.inode == other.inode for other in others))
    return False


def read(path: Path) -> Last | None:
    """What was last saved in the book at `path`; None when nobody knows. OSError when it may not be looked at."""
    try:
        line, _, check = disk.read(companion_dir(path) / NAME)[0].partition(b"\n")
        return msgspec.json.decode(line, type=Last) if check.strip() == _check(line) else None
    except (FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
        return None


def announce(path: Path, coming: Print, standing: Print, modified: int) -> None:
    """Say that a save is under way, over the file that is `standing` there. OSError when it cannot be said.

    `modified` is the new file's time in nanoseconds.
    """
    _put(path, Last(coming, _instant(modified), replaces=standing))


def write(path: Path, saved: Print, modified: int) -> None:
    """Say what the file is. OSError when it cannot be said."""
    _put(path, Last(saved, _instant(modified)))


def _put(path: Path, last: Last) -> None:
    line = msgspec.json.encode(last).ljust(_LENGTH)
    disk.overwrite(companion_dir(path) / NAME, b"%b\n%b\n" % (line, _check(line)))


def _check(line: bytes) -> bytes:
    """What stands below the line, so that one that was written by half is told from a whole one."""
    return b"%08x" % zlib.crc32(line)


def _instant(nanoseconds: int) -> str:
    return instant(datetime.fromtimestamp(nanoseconds / 1e9, UTC))
