"""BookStorage: TinyDB's door to a book, safe where TinyDB's own is not.

    TinyDB(path, storage=BookStorage)

reads and writes every table with TinyDB's own API. A write replaces the file in one step or not at all, keeps the
generation before, waits for its turn, and refuses to write over what another program wrote since the read.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tinydb.storages import Storage

from givenet_tui.store import disk, last, lock
from givenet_tui.store.disk import Signature
from givenet_tui.store.errors import CouldNotWrite, Damaged, could_not_read, could_not_write
from givenet_tui.store.layout import KNOWN, line, number_of, render
from givenet_tui.store.scan import Fault, check_text, scan
from givenet_tui.store.table import Table


class Loaded(NamedTuple):
    """A file as it was read: its bytes, what it looked like from outside, and their print."""

    data: bytes
    signature: Signature
    print: last.Print


class BookStorage(Storage):
    """A book's file. `read` and `write` are for TinyDB; `load`, `save`, `locked` and `signature` for the store."""

    def __init__(self, path: str | Path) -> None:
        """A storage for this file, which need not be there. Links are followed once, here."""
        self.path = Path(path).resolve()
        self._read: tuple[Signature | None] | None = None
        self.standing = last.print_of([])
        """The print of the file as it was last read or written; that of an empty one when there was none."""

    # --- for TinyDB ------------------------------------------------------------------------------

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Every table, by name and key; None when there is no file. Fresh each time: TinyDB changes it in place."""
        loaded = self.load()
        self._read = (loaded.signature if loaded else None,)
        return self._parsed(loaded.data) if loaded else None

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Replace every table; StoreError when that fails, or when the file has changed since it was read."""
        rendered = render({name: _table(name, rows) for name, rows in data.items()})
        with self.locked():
            if self._read and self._read[0] != self.signature():
                raise CouldNotWrite(
                    f"{self.path} was not saved: another program has written in it meanwhile. "
                    "Nothing was changed. Do it again, on what is there now."
                )
            self._read = (self.save(rendered),)

    def _parsed(self, data: bytes) -> dict[str, dict[str, Any]]:
        try:
            check_text(data)
            try:
                tables: Any = json.loads(data.decode())
            except (ValueError, RecursionError):
                tables = None
            if isinstance(tables, dict) and all(isinstance(rows, dict) for rows in tables.values()):
                return tables
            scan(data)  # it finds the place
        except Fault as fault:
            raise Damaged(self.path, str(fault)) from fault
        raise Damaged(self.path, "it holds a number too long to read")

    # --- for the store ---------------------------------------------------------------------------

    def signature(self) -> Signature | None:
        """What the file looks like from outside; None when there is none."""
        try:
            return disk.signature(self.path)
        except OSError as error:
            raise could_not_read(self.path, error) from error

    def load(self) -> Loaded | None:
        """The file as it is; None when there is none."""
        try:
            data, signature = disk.read(self.path)
        except FileNotFoundError:
            self.standing = last.print_of([])
            return None
        except OSError as error:
            raise could_not_read(self.path, error) from error
        self.standing = last.print_of([data])
        return Loaded(data, signature, self.standing)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only writer; the folders that are needed are made."""
        with ExitStack() as stack:
            try:
                stack.enter_context(lock.locked(self.path))
            except OSError as error:
                raise could_not_write(self.path, error) from error
            yield

    def save(self, pieces: Sequence[bytes | memoryview], over: last.Print | None = None) -> Signature:
        """Replace the file, and remember what was saved; whoever calls holds the lock.

        `over` is what was last saved, where the file is something else: should the save not come through, it still is,
        and it is no generation of ours.
        """
        coming, standing = last.print_of(pieces), over or self.standing
        try:
            signature = disk.replace(
                self.path,
                pieces,
                lambda new: last.announce(self.path, coming, standing, new.modified),
                "replaced" if over else "previous",
            )
        except OSError as error:
            raise could_not_write(self.path, error) from error
        self.standing = coming
        return signature


def _table(name: str, rows: Mapping[Any, Any]) -> Table:
    """A table in our layout, from TinyDB's dictionaries; known tables by id."""
    lines: dict[int, bytes] = {}
    odd: list[bytes] = []
    for key, row in rows.items():
        text = line(str(key), _document(row))
        number = number_of(str(key)) if name in KNOWN else 0
        if number:
            lines[number] = text
        else:
            odd.append(text)
    return Table.of(lines, odd)


def _document(row: Any) -> bytes:
    try:
        return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # half a character: as stock TinyDB writes it
        return json.dumps(row, separators=(",", ":")).encode()
