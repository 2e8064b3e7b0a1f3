"""Versions of the file, and the steps between them.

A step is needed when a field changes its meaning or its name; a new field needs none. It gets every document as plain
dictionaries and changes them in place. The file itself is written anew with the next change, not by looking at it.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from givenet_tui.store.layout import Document, Rows
from givenet_tui.store.records import NOT_DECODED, encode_plain

SCHEMA = 1
"""What this program writes."""

Documents = dict[str, dict[str, dict[str, Any]]]
"""By table, by key."""
Step = Callable[[Documents], None]

STEPS: dict[int, Step] = {}
"""By the schema a step begins from; it leads to the next one."""


def schema_of(rows: Rows) -> int | None:
    """The schema a file says it has: 1 when it says nothing, None when what it says makes no sense."""
    documents = [document for key, document in rows.get("meta", ()) if key == "1"]
    if not documents:
        return 1
    meta = _plain(documents[-1])
    schema = meta.get("schema", 1) if meta is not None else None
    return schema if isinstance(schema, int) and not isinstance(schema, bool) and schema > 0 else None


def upgraded(rows: Rows, schema: int, steps: Mapping[int, Step], target: int) -> dict[str, list[tuple[str, Document]]]:
    """The rows of an older file as this program wants them. A document that cannot be read stays as it is."""
    documents: Documents = {}
    left: dict[str, list[tuple[str, Document]]] = {}
    for table, members in rows.items():
        documents[table], left[table] = {}, []
        read: dict[str, Document] = {}
        for key, document in members:
            fields = _plain(document)
            if fields is None:
                left[table].append((key, document))
                continue
            if key in read:  # it stands there twice: the later one counts, the earlier one is kept
                left[table].append((key, read[key]))
            read[key], documents[table][key] = document, fields
    for number in range(schema, target):
        steps[number](documents)
    documents.setdefault("meta", {}).setdefault("1", {})["schema"] = target
    return {
        table: left.get(table, []) + [(key, encode_plain(fields)) for key, fields in members.items()]
        for table, members in documents.items()
    }


def _plain(document: Document) -> dict[str, Any] | None:
    try:
        fields = msgspec.json.decode(document)
    except NOT_DECODED:
        return None
    return fields if isinstance(fields, dict) else None
