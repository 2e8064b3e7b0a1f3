"""What can go wrong between the book and the disk. Whatever is raised, the book in memory is as it was."""

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from givenet_tui.domain.errors import GiveNetError

if TYPE_CHECKING:
    from givenet_tui.store.outside import Outside


class StoreError(GiveNetError):
    """The book could not be read or written: a sentence that says why and what to do."""


class CouldNotRead(StoreError):
    """The file is there, but may not or cannot be read; or it has gone."""


class CouldNotWrite(StoreError):
    """A change did not reach the disk. Nothing was changed, there or in memory."""


class Busy(CouldNotWrite):
    """Another program holds the lock, and has held it for long."""


class NewerSchema(StoreError):
    """A newer GiveNet has written the file: this one may only read it."""


class Damaged(StoreError):
    """The file is no book any more. It is left as it is."""

    title = "This book cannot be read"
    reassurance = "The damaged file is kept in any case."

    def __init__(self, path: Path, fault: str, offer: str = "") -> None:
        """`fault` says what is wrong and at which byte or record: `it breaks off at byte 12`; `offer` what to do."""
        self.path = path
        self.fault = fault
        self.said = f"{path} is damaged: {fault}."
        super().__init__(f"{self.said} It was left as it is. {offer}".rstrip())


class Gone(Damaged):
    """The file is not there, but what belongs to it is: it was saved once, and is no new book."""

    title = "This book has gone"
    reassurance = "Nothing else is touched."

    def __init__(self, path: Path, folder: Path, offer: str) -> None:
        """`folder` is what stands beside the book; `offer` says what can be put back."""
        self.path = path
        self.fault = "it was saved there before, and is not there now"
        self.said = f"{path} has gone: {self.fault}."
        super(Damaged, self).__init__(f"{self.said} {offer} To begin a new book there, move {folder} away first.")


class ChangedOutside(StoreError):
    """The file is not what was last saved. It is sound, and read; before the next write the user says what to do."""

    def __init__(self, path: Path, outside: "Outside") -> None:
        """`outside` holds what is different."""
        self.path = path
        self.outside = outside
        self.lines = outside.lines
        """What was added, changed and is missing, a line each."""
        self.details = outside.difference.details
        """Every record, a line each, with its table and id."""
        self.names_all = outside.difference.names_all
        """Whether `lines` name every record."""
        since = outside.last.at[:16].replace("T", " ")
        super().__init__(
            f"{path} was changed by something other than GiveNet since it was saved ({since} UTC): "
            f"{', '.join(self.lines)}."
        )


_FULL = "the disk is full. Free some space, then do it again"
_FORBIDDEN = "GiveNet may not write there. Look at the permissions of the file and of its folder"
_READ_ONLY = "that disk can only be read. Open a book elsewhere with --file"
_WRITING = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "the file has grown too large for that disk. Move it to another one",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _READ_ONLY,
    errno.EIO: "the disk reports an error. Copy the file to another disk soon",
    errno.EMFILE: "too many files are open. Close some programs, then do it again",
    errno.ENFILE: "too many files are open. Close some programs, then do it again",
    errno.ENOLCK: "that disk cannot lock files. Move the book to another one",
    errno.EOPNOTSUPP: "that disk cannot lock files. Move the book to another one",
    errno.ENOTDIR: "a part of its path is a file, not a folder. Name another place with --file",
    errno.EEXIST: "a file stands where its folder belongs. Move that away, then do it again",
    errno.ENAMETOOLONG: "its name is too long. Name another file with --file",
}
_READING = {
    errno.EACCES: "GiveNet may not read it. Look at the permissions of the file and of its folders",
    errno.EPERM: "GiveNet may not read it. Look at the permissions of the file and of its folders",
    errno.EISDIR: "it is a folder. Name a file with --file",
    errno.ENOTDIR: "a part of its path is a file, not a folder. Name another file with --file",
    errno.ELOOP: "its links lead in a circle. Name another file with --file",
    errno.ENAMETOOLONG: "its name is too long. Name another file with --file",
    errno.EIO: "the disk reports an error. Try again, or look at a backup",
}


def could_not_write(path: Path, error: OSError) -> CouldNotWrite:
    """What the system said while writing, as a sentence."""
    why = _WRITING.get(error.errno or 0, f"the system says “{error.strerror or error}”")
    return CouldNotWrite(f"{path} was not saved: {why}. Nothing was changed.")


def could_not_read(path: Path, error: OSError) -> CouldNotRead:
    """What the system said while reading, as a sentence."""
    why = _READING.get(error.errno or 0, f"the system says “{error.strerror or error}”")
    return CouldNotRead(f"{path} cannot be read: {why}.")
