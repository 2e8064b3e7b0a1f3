"""The undo journal on disk: a line for each change, and for each that was taken back or done again.

It holds users' words, so it is theirs alone. A line that cannot be read, such as one that a power loss has torn, is
passed over: then there is one step less to take back, and nothing else is the matter.
"""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import force_setattr

from givenet_tui.domain.book import KINDS_OF_RECORD
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.journal import LENGTH, Entry, Journal, Line, Turn
from givenet_tui.domain.records import Record
from givenet_tui.paths import companion_dir
from givenet_tui.store import disk, records
from givenet_tui.store.disk import Signature

NAME = "journal"
LOOK_AT = 1 << 16
"""Bytes from which on it is looked whether the journal has grown too long."""
MOST_LINES = 3 * LENGTH

_NOTHING = msgspec.Raw(b"null")
_KINDS = {kind.table: kind for kind in KINDS_OF_RECORD}


class _Edit(msgspec.Struct, omit_defaults=True):
    table: str
    id: int
    before: msgspec.Raw = _NOTHING
    after: msgspec.Raw = _NOTHING


class _Line(msgspec.Struct, omit_defaults=True):
    at: str
    by: str
    name: str
    edits: msgspec.Raw
    id: str = ""
    of: str = ""
    undone: bool = False


_decode = msgspec.json.Decoder(_Line).decode
_decode_edits = msgspec.json.Decoder(list[_Edit]).decode
_encode = msgspec.json.Encoder().encode


class JournalFile:
    """The journal beside a book. Whoever adds a line holds the book's lock."""

    def __init__(self, book: Path) -> None:
        """The journal of the book in this file; it need not be there."""
        self._path = companion_dir(book) / NAME
        self._known: tuple[Signature | None, Journal] = (None, Journal())

    def read(self, *, surely: bool = False) -> Journal:
        """The journal as it is now; where it cannot be read, what is known of it, or an OSError when it has to be."""
        try:
            if disk.signature(self._path) == self._known[0]:
                return self._known[1]
            data, signature = disk.read(self._path)
        except FileNotFoundError:
            return Journal()
        except OSError:
            if surely:
                raise
            return self._known[1]
        self._known = (signature, Journal(_lines(data)))
        return self._known[1]

    def add(self, line: Line) -> None:
        """Add a line. Where that fails, the change itself is on disk all the same; it cannot be taken back later."""
        with suppress(OSError):
            standing = disk.signature(self._path)
            signature = disk.append(self._path, _written(line))
            if standing == self._known[0]:
                self._known = (signature, self._known[1].with_line(line))
            if signature.size > LOOK_AT:
                self._shorten()

    def _shorten(self) -> None:
        data, _ = disk.read(self._path)
        if data.count(b"\n") > MOST_LINES:
            kept = Journal(_lines(data)).lines
            disk.put(self._path, [_written(line) + b"\n" for line in kept], synced=False)


def _written(line: Line) -> bytes:
    change = line.recall()
    edits = msgspec.Raw(_encode([_Edit(e.table, e.id, _raw(e.before), _raw(e.after)) for e in change.edits]))
    if isinstance(line, Entry):
        return _encode(_Line(line.at, line.by, change.name, edits, id=line.id))
    return _encode(_Line(line.at, line.by, change.name, edits, of=line.of, undone=line.undone))


def _raw(record: Record | None) -> msgspec.Raw:
    return _NOTHING if record is None else msgspec.Raw(records.encode(record))


def _lines(data: bytes) -> Iterable[Line]:
    for text in data.split(b"\n"):
        with suppress(*records.NOT_DECODED):
            yield _line(_decode(text))


def _line(line: _Line) -> Line:
    recall = partial(_recall, line.name, line.edits)
    if line.of:
        return Turn(line.of, line.undone, line.at, line.by, recall)
    return Entry(line.id, line.at, line.by, line.name, recall)


def _recall(name: str, edits: msgspec.Raw) -> Change:
    """The change of a line: only what is taken back is read. Refusal: another version of the program wrote it."""
    try:
        return Change(name, tuple(_edit(edit) for edit in _decode_edits(edits)))
    except (KeyError, *records.NOT_DECODED) as error:
        raise Refusal(f"“{name}” cannot be taken back: another version of GiveNet did it.") from error


def _edit(edit: _Edit) -> Edit:
    decode = records.decoder(_KINDS[edit.table])
    return Edit(_of(edit.id, decode, edit.before), _of(edit.id, decode, edit.after))


def _of(number: int, decode: Any, document: msgspec.Raw) -> Record | None:
    if bytes(document) == bytes(_NOTHING):
        return None
    record: Record = decode(document)
    force_setattr(record, "id", number)
    return record
