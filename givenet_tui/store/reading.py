"""From a file's bytes to a state: each record read on its own, so that one that is wrong hides only itself."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import msgspec
from msgspec.structs import force_setattr

from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.ids import GREATEST_ID
from givenet_tui.domain.records import Record
from givenet_tui.store import records, schema
from givenet_tui.store.layout import KNOWN, Document, Rows, line, number_of, on_one_line, render, split
from givenet_tui.store.scan import check_text, scan
from givenet_tui.store.state import Problem, State, difference
from givenet_tui.store.table import Table

Members = Iterable[tuple[str, Document]]


def read(data: bytes, known: State | None = None) -> State:
    """The state that a file's bytes stand for; a Fault when they are no book.

    With a `known` state, its book goes on by a change: records that are the same are the same objects.
    """
    check_text(data)
    with _no_collection():
        rows = split(data) if data.startswith(b"{\n") else None
        if rows is not None and schema.schema_of(rows) == schema.SCHEMA:
            state = _Reading(data, known).read(rows)
            if b"".join(render(state.tables)) == data:
                return state  # our layout to the letter: so nothing stands there twice, either
        careful: Rows = scan(data)
        number = schema.schema_of(careful)
        if number is not None and number < schema.SCHEMA:
            careful = schema.upgraded(careful, number, schema.STEPS, schema.SCHEMA)
        return replace(_Reading(data, known, tidy=True).read(careful), schema=number)


class _Reading:
    """One pass over a file's rows. `tidy`: they may be spelled in another way than ours, or stand there twice."""

    def __init__(self, data: bytes, known: State | None, tidy: bool = False) -> None:
        self.known = known
        self.tidy = tidy
        self.long_numbers = _holds_long_number(data)
        self.problems: list[Problem] = []

    def read(self, rows: Rows) -> State:
        found: dict[str, dict[int, Record]] = {}
        tables: dict[str, Table] = {}
        for kind in KINDS_OF_RECORD:
            members = rows.get(kind.table, ())
            tables[kind.table], found[kind.table] = self._at_once(kind, members) or self._one_by_one(kind, members)
        for name, members in rows.items():
            if name not in KNOWN:
                odd = tuple(line(key, _on_one_line(document)) for key, document in members)
                tables[name] = Table(odd=odd)
        book = Book.of(found) if self.known is None else self.known.book.apply(difference(self.known.book, found))
        return State(book, tables, tuple(self.problems))

    def _at_once(self, kind: type[Record], members: Members) -> tuple[Table, dict[int, Record]] | None:
        """A table in which there is nothing to say about any record, in half the time; else None."""
        if self.tidy or self.long_numbers or not members:
            return None
        keys, documents = zip(*members, strict=True)
        check = records.CHECKS.get(kind)
        try:
            numbers = list(map(int, keys))
            found = list(map(records.decoder(kind), documents))
        except records.NOT_DECODED:
            return None
        if min(numbers) < 1 or max(numbers) > GREATEST_ID or (check and any(map(check, found))):
            return None
        for number, record in zip(numbers, found, strict=True):
            force_setattr(record, "id", number)
        lines = map(b'"%d": %b'.__mod__, zip(numbers, documents, strict=True))
        return Table.of(dict(zip(numbers, lines, strict=True))), dict(zip(numbers, found, strict=True))

    def _one_by_one(self, kind: type[Record], members: Members) -> tuple[Table, dict[int, Record]]:
        name, decode, check = kind.table, records.decoder(kind), records.CHECKS.get(kind)
        lines: dict[int, bytes] = {}
        odd: list[bytes] = []
        found: dict[int, Record] = {}
        for key, document in members:
            number = number_of(key)
            if not number:
                odd.append(line(key, _on_one_line(document)))
                self._aside(name, key, "its key is no whole number from 1 to 2^53")
                continue
            if number in lines:
                odd.append(lines[number])
                self.problems.append(
                    Problem(name, key, f"{name} {key} stands in the file twice: the later one counts.")
                )
                found.pop(number, None)
            try:
                record: Record | None = decode(document)
            except records.NOT_DECODED:
                record = self._with_care(kind, key, document)
            if record is not None and self.long_numbers and records.LONG_NUMBER.search(document):
                record = self._with_care(kind, key, document)
            if record is not None and check and (wrong := check(record)):
                self._aside(name, key, wrong)
                record = None
            if record is not None:
                force_setattr(record, "id", number)
                found[number] = record
            if self.tidy:
                document = _on_one_line(document) if record is None else _tidied(document)  # noqa: PLW2901
            lines[number] = b'"%d": %b' % (number, document)
        return Table.of(lines, odd), found

    def _with_care(self, kind: type[Record], key: str, document: Document) -> Record | None:
        record, wrong = records.decode_with_care(kind, document)
        if record is None:
            self._aside(kind.table, key, wrong)
        elif wrong:
            self.problems.append(Problem(kind.table, key, f"In {kind.table} {key}, {wrong}.", mended=True))
        return record

    def _aside(self, table: str, key: str, wrong: str) -> None:
        sentence = f"{table} {key} is not shown: {wrong}. It stays in the file as it is."
        self.problems.append(Problem(table, key, sentence))


def _on_one_line(document: Document) -> bytes:
    return on_one_line(document) if b"\n" in bytes(document) else bytes(document)


def _tidied(document: Document) -> bytes:
    """A document in our spelling, so that what another program's spelling moved does not show up in a diff."""
    try:
        return records.encode_plain(msgspec.json.decode(document))
    except records.NOT_DECODED:
        return _on_one_line(document)


_DIGITS = bytes(ord("0") if chr(byte) in "0123456789" else 0 for byte in range(256))


def _holds_long_number(data: bytes) -> bool:
    """Whether sixteen digits stand in a row anywhere: as LONG_NUMBER finds them, eight times as fast."""
    return b"0" * 16 in data.translate(_DIGITS)


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection meanwhile: a hundred thousand new records and no garbage make it a third of the work."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
