"""Write a file that a command was asked for: whole or not at all, and never over the book."""

import errno
from pathlib import Path

from givenet_tui.cli.session import Session
from givenet_tui.domain.errors import GiveNetError, Refusal
from givenet_tui.paths import companion_dir

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


def write_file(session: Session, named: str, data: bytes) -> Path:
    """Put the bytes into the file of that name, in the place of one that is there; where it is.

    GiveNetError, and then nothing was changed: it is the book, or belongs to it, or cannot be written.
    """
    from givenet_tui.store.disk import put

    try:
        path = Path(named).expanduser().resolve()
        _refuse_the_book(session, path)
        if path.exists() and not path.is_file():
            raise Refusal(f"{path} is no file: name one to write, or - for standard output.")
        put(path, [data])
    except (OSError, RuntimeError, ValueError) as error:  # no such home, a NUL in the name
        number = error.errno if isinstance(error, OSError) else None
        said = getattr(error, "strerror", None) or error
        why = _WHY.get(number or 0, f"the system says “{said}”")
        raise GiveNetError(f"{named} was not written: {why}.") from error
    return path


def _refuse_the_book(session: Session, path: Path) -> None:
    if session.demo:
        return
    book = session.path
    same = path == book or (path.exists() and book.exists() and path.samefile(book))
    if same or companion_dir(book) in (path, *path.parents):
        raise Refusal(f"{path} is your book, or belongs to it: name another file to write.")
