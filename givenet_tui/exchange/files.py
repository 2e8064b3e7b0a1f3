"""A file on disk, read within bounds; what can go wrong is said in sentences."""

import stat
from pathlib import Path

from givenet_tui.exchange.findings import LARGEST_FILE, Reading, UnreadableFile
from givenet_tui.exchange.reading import read, too_large


def read_path(path: Path) -> Reading:
    """The people of a file, see `read`; UnreadableFile when it is missing, forbidden, a folder or too large."""
    return read(read_bytes(path), path.name or str(path))


def read_bytes(path: Path) -> bytes:
    """A regular file's bytes. A pipe or a device is refused: it might never end."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFile(f"{path} is a folder. Name the file in it that holds the contacts.")
        if not stat.S_ISREG(mode):
            raise UnreadableFile(f"{path} is no ordinary file. Save its contents to one and import that.")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreadableFile(f"{path} is not there. Check the name and the folder.") from None
    except PermissionError:
        raise UnreadableFile(f"{path} may not be read: you lack the permission. Change it, or copy the file.") from None
    except OSError as error:
        raise UnreadableFile(f"{path} could not be read: {error.strerror or error}. Try it again.") from None
    except ValueError:
        raise UnreadableFile(f"{str(path)!r} is no name that a file can have. Check it.") from None
    if len(data) > LARGEST_FILE:
        raise too_large(path.name)
    return data
