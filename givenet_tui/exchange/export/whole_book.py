"""The whole book as JSON: every table as an array of its records, with the names that the file has, and `id`."""

import json
import re

from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.records import Record
from givenet_tui.exchange.as_json import plain_object

_SPELLED_OUT = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal or an editor may take for something else than text: as an escape it reads back the same."""


def whole_book(book: Book) -> bytes:
    """One record a line, so that two exports compare well."""
    tables = (b'"%s": %s' % (kind.table.encode(), _array(book, kind.table)) for kind in KINDS_OF_RECORD)
    return b"{\n" + b",\n".join(tables) + b"\n}\n"


def _array(book: Book, table: str) -> bytes:
    records = sorted((one for one in book.records[table].values() if not one.deleted_at), key=lambda one: one.id)
    return b"[\n" + b",\n".join(map(_line, records)) + b"\n]" if records else b"[]"


def _line(record: Record) -> bytes:
    """One by one: a step through the whole text would hold up the app."""
    text = json.dumps(plain_object(record), ensure_ascii=False)
    return _SPELLED_OUT.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()
