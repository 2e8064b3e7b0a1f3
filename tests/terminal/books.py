"""Books for the app to open, written by this process, and read again by stock TinyDB."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from givenet_tui.domain.change import added
from givenet_tui.domain.moment import instant
from givenet_tui.domain.records import Record
from givenet_tui.store.store import FileStore


def opened(path: Path) -> FileStore:
    """The book, as another program opens it."""
    return FileStore.open(path, lambda: instant(datetime.now(UTC)))


def put(path: Path, *records: Record) -> None:
    """Add records to the book, as another program does."""
    opened(path).commit(lambda _book: added("put", *records))


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    """A table as stock TinyDB reads it."""
    with TinyDB(path, access_mode="r") as db:
        return [dict(row) for row in db.table(table)]
