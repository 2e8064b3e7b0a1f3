"""The file as lines: one record, one line, in a fixed order, and JSON that any program reads.

    {
    "people": {
    "123": {"name":"Ada"},
    "456": {"name":"Grace"}
    }
    }

A version-control diff of two such files reads like a diary, and a save joins the lines that are known
with the few that are new.
"""

import json
import re
from collections.abc import Iterable, Mapping

import msgspec

from givenet_tui.domain.book import KINDS_OF_RECORD
from givenet_tui.domain.ids import GREATEST_ID
from givenet_tui.store.table import Table

KNOWN = tuple(kind.table for kind in KINDS_OF_RECORD)
"""The tables this program knows, in the order in which the file holds them; others follow as they stood."""

Document = bytes | msgspec.Raw
Rows = Mapping[str, Iterable[tuple[str, Document]]]
"""The file taken apart: by table, each record's key and its document as it is written."""


Tables = Mapping[str, Table]


def quoted(text: str) -> bytes:
    """A table's name or a record's key as JSON, even one that holds half a character."""
    try:
        return json.dumps(text, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(text).encode()


def number_of(key: str) -> int:
    """The id that a key stands for; 0 when it is none."""
    number = int(key) if key.isdecimal() and len(key) <= 16 else 0
    return number if number <= GREATEST_ID and str(number) == key else 0


def line(key: str, document: Document) -> bytes:
    """One record's line, without the comma."""
    return b"%b: %b" % (quoted(key), document)


def render(tables: Tables) -> list[bytes | memoryview]:
    """The whole file, in pieces. Tables without a line are left out."""
    whole: list[bytes | memoryview] = []
    for name in (*KNOWN, *(name for name in tables if name not in KNOWN)):
        pieces = tables[name].pieces() if name in tables else ()
        if pieces:
            whole += (b"%b%b: {\n" % (b"\n},\n" if whole else b"{\n", quoted(name)), *pieces)
    return [*whole, b"\n}\n}\n"] if whole else [b"{}\n"]


_FAST = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])


def split(data: bytes) -> Rows | None:
    """The file taken apart at full speed; None when it is not JSON as msgspec knows it, or not quite a book."""
    try:
        tables = _FAST.decode(data)
    except (msgspec.DecodeError, RecursionError):
        return None
    return {name: rows.items() for name, rows in tables.items()}


_BLANK = re.compile(rb'("(?:[^"\\]|\\.)*")|[ \t\r\n]+')


def on_one_line(document: Document) -> bytes:
    """A document with nothing changed but the white space between its tokens."""
    return _BLANK.sub(lambda match: match[1] or b"", bytes(document))
