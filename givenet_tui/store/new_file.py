"""Write a file that was asked for: whole or not at all, and never over a book."""

import errno
from pathlib import Path

from givenet_tui.domain.errors import GiveNetError, Refusal
from givenet_tui.paths import companion_dir
from givenet_tui.store.disk import put

_WHY = {
    errno.ENOENT: "there is no such folder. Make it first, or name another place",
    errno.ENOTDIR: "a part of its path is a file, not a folder. Name another place",
    errno.EACCES: "GiveNet may not write there. Name another place, or look at the permissions of the folder",
    errno.EPERM: "GiveNet may not write there. Name another place, or look at the permissions of the folder",
    errno.EROFS: "that disk can only be read. Name another place",
    errno.ENOSPC: "the disk is full. Free some space, or name another place",
    errno.EDQUOT: "the disk is full. Free some space, or name another place",
    errno.ENAMETOOLONG: "its name is too long. Name another one",
}


def write_file(book: Path | None, named: str, data: bytes) -> Path:
    """Put the bytes into the file of that name, in the place of one that is there; where it is.

    `book` is the file of the book that is open; None: it has none. GiveNetError, and then nothing was changed: the
    file is a book, or belongs to ours, or cannot be written.
    """
    try:
        path = Path(named).expanduser().resolve()
        _refuse_a_book(book, path)
        if path.exists() and not path.is_file():
            raise Refusal(f"{path} is no file: name one to write, or - for standard output.")
        put(path, [data])
    except (OSError, RuntimeError, ValueError) as error:  # no such home, a NUL in the name
        number = error.errno if isinstance(error, OSError) else None
        said = getattr(error, "strerror", None) or error
        why = _WHY.get(number or 0, f"the system says “{said}”")
        raise GiveNetError(f"{named} was not written: {why}.") from error
    return path


def is_a_file(named: str) -> bool:
    """Whether a file of that name is there, which a new one would take the place of."""
    try:
        return Path(named).expanduser().is_file()
    except (OSError, RuntimeError, ValueError):  # `write_file` says what is the matter
        return False


def _refuse_a_book(book: Path | None, path: Path) -> None:
    """Ours, by whatever name; what belongs to it; and any other, such as one's own while one looks at the sample."""
    same = book is not None and (path == book or (path.exists() and book.exists() and path.samefile(book)))
    belongs = book is not None and companion_dir(book) in (path, *path.parents)
    if same or belongs or companion_dir(path).is_dir():
        raise Refusal(f"{path} is your book, or belongs to it: name another file to write.")
