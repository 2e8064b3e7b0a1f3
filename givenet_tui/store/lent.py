"""A file of words that another program is to write in. What one writes about people stays beside the book.

Should this program end meanwhile, the file stays, and the draft beside it says what its words belong to. A book that
is kept nowhere has a folder of its own for it, which nobody else can read.
"""

import shutil
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path

from givenet_tui.store import disk
from givenet_tui.store.errors import CouldNotWrite

MOST_BYTES = 4 << 20
"""More than that is no note."""


class LentFile:
    """One at a time. `put` it there, let the other program run, see what it has `written`, and `remove` it."""

    def __init__(self, path: Path | None) -> None:
        """The file's place; None: a folder that is made for it."""
        self._place = path
        self._made: Path | None = None
        self._path: Path | None = None

    def put(self, words: bytes) -> Path:
        """Write the file, for the user alone. CouldNotWrite when the disk does not let us."""
        try:
            if self._place is None:
                self._made = Path(tempfile.mkdtemp(prefix="givenet-"))
                self._path = self._made / "words.md"
            else:
                disk.make_folder(self._place.parent.parent)
                disk.make_folder(self._place.parent)
                self._path = self._place
            disk.put(self._path, [words], synced=False)
        except OSError as error:
            self.remove()
            raise CouldNotWrite(f"Your editor needs a file, and none could be written ({error.strerror}).") from error
        return self._path

    def written(self) -> bytes | None:
        """What stands in the file now; None when it is gone, or is no file any more. ValueError when it is too long."""
        return written_in(self._path) if self._path else None

    def keep_aside(self) -> Path:
        """Leave the file where nothing sweeps it away; where that is. It is no longer ours to remove."""
        kept = self._path or Path()
        folder = kept.parent if self._made else kept.parent.parent
        with suppress(OSError):
            names = (folder / f"words-{number}.md" for number in count(1))
            aside = next(path for path in names if not path.exists())
            kept.replace(aside)
            kept = aside
        self._path = self._made = None
        return kept

    def remove(self) -> None:
        """The file is needed no more."""
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink()
        if self._made is not None:
            shutil.rmtree(self._made, ignore_errors=True)  # an editor may have left files of its own there
        self._path = self._made = None


def written_in(path: Path) -> bytes | None:
    """What stands in a lent file; None when it is gone, or is no file any more. ValueError when it is too long."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError
        return disk.read(path)[0]
    except OSError:
        return None
