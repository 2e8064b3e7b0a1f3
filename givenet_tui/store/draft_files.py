"""A file of drafts: JSON, each draft read on its own, so that an odd one takes none of the others along."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

import msgspec

from givenet_tui.domain.book import KINDS_OF_RECORD
from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.records import Record
from givenet_tui.store.records import decode_with_care, encode, settled

_HALF = re.compile("[\ud800-\udfff]")
_KINDS = {kind.table: kind for kind in KINDS_OF_RECORD}


class _Seen(msgspec.Struct, frozen=True):
    """A record as it stands in the book, and where."""

    table: str
    id: int
    record: msgspec.Raw


class _Written(msgspec.Struct, frozen=True, omit_defaults=True):
    """A draft as it stands in a file."""

    opener: str
    about: int
    title: str
    fields: dict[str, str]
    at: str
    choices: dict[str, str] = {}
    day: date | None = None
    seen: _Seen | None = None
    in_file: str = ""


def encoded(drafts: Sequence[Draft]) -> bytes:
    """The file of these drafts."""
    return msgspec.json.encode([_to_write(draft) for draft in drafts])


def decoded(data: bytes) -> list[Draft]:
    """The drafts in a file: those that are drafts."""
    found = []
    with suppress(msgspec.MsgspecError, ValueError):
        for one in msgspec.json.decode(data, type=list[msgspec.Raw]):
            with suppress(msgspec.MsgspecError, ValueError, RecursionError):
                found.append(_read(msgspec.json.decode(one, type=_Written)))
    return found


def _to_write(draft: Draft) -> _Written:
    fields = {name: _whole(text) for name, text in draft.fields.items()}
    choices = {name: _whole(text) for name, text in draft.choices.items()}
    return _Written(
        draft.opener, draft.about, _whole(draft.title), fields, draft.at, choices, draft.day, _seen(draft.seen),
        draft.in_file,
    )  # fmt: skip


def _read(written: _Written) -> Draft:
    return Draft(
        written.opener, written.about, written.title, written.fields, written.at, written.choices, written.day,
        _record(written.seen), written.in_file,
    )  # fmt: skip


def _whole(text: str) -> str:
    """The text with U+FFFD for half a character, which no file can hold."""
    return _HALF.sub("\ufffd", text)


def _seen(record: Record | None) -> _Seen | None:
    if record is None:
        return None
    try:
        return _Seen(record.table, record.id, msgspec.Raw(encode(settled(record))))
    except GiveNetError:
        return None


def _record(seen: _Seen | None) -> Record | None:
    kind = _KINDS.get(seen.table) if seen else None
    record = decode_with_care(kind, seen.record)[0] if seen and kind else None
    if seen is not None and record is not None:
        msgspec.structs.force_setattr(record, "id", seen.id)
    return record
