"""Record and document: what the program holds, and what stands in a line of the file."""

import json
import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NoReturn, cast

import msgspec

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import KINDS_OF_RECORD
from givenet_tui.domain.ids import GREATEST_ID
from givenet_tui.domain.months import is_month
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import R, Record, changed
from givenet_tui.store.errors import CouldNotWrite
from givenet_tui.store.layout import Document
from givenet_tui.store.misfits import misfit_in_words


def _written(value: object) -> str:
    if isinstance(value, Birthday):
        return str(value)
    raise _unfit(f"nothing writes a {type(value).__name__}")


def _read(kind: type, value: object) -> object:
    if kind is Birthday and isinstance(value, str):
        return Birthday.parse(value)
    raise ValueError(f"{value!r:.60} is no {kind.__name__.lower()}")


_encode = msgspec.json.Encoder(enc_hook=_written).encode
_DECODERS: dict[type[Record], Callable[[Document], Record]] = {
    kind: msgspec.json.Decoder(kind, dec_hook=_read).decode for kind in KINDS_OF_RECORD
}
NOT_DECODED = (ValueError, RecursionError, OverflowError)


def decoder(kind: type[Record]) -> Callable[[Document], Record]:
    """What reads a document as a record of that kind, without its id; it raises one of NOT_DECODED."""
    return _DECODERS[kind]


def encode(record: Record) -> bytes:
    """A record's document: what is empty is left out, and so is the id, which is the key."""
    return _encode(changed(record, id=0))


def encode_plain(fields: Any) -> bytes:
    """A document in our spelling, whatever it holds."""
    try:
        return _encode(fields)
    except OverflowError:  # an integer past 64 bits
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def encode_over(document: Document, before: Record, after: Record) -> bytes:
    """The document of `after`, with all that the `document` of `before` held beyond what we know."""
    try:
        stood = msgspec.json.decode(document)
    except NOT_DECODED:
        try:
            stood = msgspec.json.decode(_repaired(document)[0])
        except ValueError as error:
            raise _unfit(str(error)) from error
    return _encode(_over(stood, msgspec.json.decode(encode(before)), msgspec.json.decode(encode(after))))


def _over(stood: Any, before: Any, after: Any) -> Any:
    if before == after:
        return stood
    if isinstance(stood, dict) and isinstance(after, dict):
        was = before if isinstance(before, dict) else {}
        known = {key: _over(stood[key], was.get(key), value) if key in stood else value for key, value in after.items()}
        return known | {key: value for key, value in stood.items() if key not in was and key not in after}
    if isinstance(stood, list) and isinstance(before, list) and isinstance(after, list) and len(stood) == len(before):
        return [stood[before.index(value)] if value in before else value for value in after]
    return after


def fields_in(line: bytes) -> set[str]:
    """The names of the fields in a record's line; none when they cannot be told."""
    try:
        document = json.loads(line.partition(b": ")[2])
    except NOT_DECODED:
        return set()
    return set(document) if isinstance(document, dict) else set()


# --- what does not read at once ------------------------------------------------------------------

_HALF = re.compile("[\ud800-\udfff]")
LONG_NUMBER = re.compile(rb"[0-9]{16}")
"""A document in which this is found may hold a number past 2^53."""


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def _whole(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > GREATEST_ID:
        raise ValueError(f"the number {text[:20]} is past 2^53, which other programs read wrongly")
    return int(text)


def _fraction(text: str) -> float:
    return float(text) if math.isfinite(float(text)) else _no_number(text)


def _repaired(document: Document) -> tuple[bytes, bool]:
    """The document with U+FFFD where it held half a character, and whether it did. ValueError for what is no number."""
    fields = json.loads(bytes(document), parse_constant=_no_number, parse_int=_whole, parse_float=_fraction)
    text = json.dumps(fields, ensure_ascii=False)
    repaired = whole(text)
    return repaired.encode(), repaired != text


def decode_with_care(kind: type[Record], document: Document) -> tuple[Record | None, str]:
    """The record, if there is a way to read it; and what is wrong with it, in a few words, if anything is."""
    try:
        repaired, was_broken = _repaired(document)
        fields = msgspec.json.decode(repaired)
        if not isinstance(fields, dict):
            return None, "it is no object"
        fields.pop("id", None)  # the key is the id; a script's own `id`, of whatever kind, is none of ours
        record = decoder(kind)(_encode(fields))
    except NOT_DECODED as error:
        return None, misfit_in_words(str(error))
    return record, "there was half a character, shown as \ufffd" if was_broken else ""


_is_month = cache(is_month)


def _wrong_in_offer(record: Record) -> str:
    if not isinstance(record, Offer):
        return ""
    wrong = next((month for month in (record.month, *record.carried_from) if not _is_month(month)), None)
    return "" if wrong is None else f"“{wrong}” is no month: write 2026-11"


CHECKS: dict[type[Record], Callable[[Record], str]] = {Offer: _wrong_in_offer}
"""What a type does not say: what is wrong with a record that decodes; empty when nothing is."""


def whole(text: str) -> str:
    """The text with U+FFFD where it holds half a character, which no file can hold."""
    return _HALF.sub("\ufffd", text)


def settled(record: R) -> R:
    """The record as it will read when it comes back from the file: half a character becomes U+FFFD.

    CouldNotWrite for what no file of ours may hold: NaN, and integers past 2^53.
    """
    try:
        if isinstance(record, Person) and record.extra:
            json.dumps(record.extra, allow_nan=False, default=str)
        document = _whole_text(record)
        if LONG_NUMBER.search(document):
            _repaired(document)
        read = cast("R", decoder(type(record))(document))
    except NOT_DECODED as error:
        raise _unfit(str(error)) from error
    wrong = CHECKS[type(record)](read) if type(record) in CHECKS else ""
    if wrong:
        raise _unfit(wrong)
    msgspec.structs.force_setattr(read, "id", record.id)
    return read


def _whole_text(record: Record) -> bytes:
    try:
        return encode(record)
    except UnicodeEncodeError:
        fields = msgspec.to_builtins(changed(record, id=0), enc_hook=_written)
        return whole(json.dumps(fields, ensure_ascii=False)).encode()


def _unfit(why: str) -> CouldNotWrite:
    return CouldNotWrite(f"This cannot be written in the book: {why}. Nothing was changed.")
