"""Records as plain objects, with the names of their fields in the file and their `id`."""

from collections.abc import Iterable
from typing import Any

import msgspec

from givenet_tui.domain.records import Record, changed


def plain_object(record: Record) -> dict[str, Any]:
    """A record as the file has it, and its `id`. Fields that are empty are left out, as there."""
    fields: dict[str, Any] = msgspec.to_builtins(changed(record, id=0), enc_hook=str)
    return {"id": record.id} | fields


def plain_objects(records: Iterable[Record]) -> list[dict[str, Any]]:
    """Several records, in their order."""
    return [plain_object(record) for record in records]
