"""What is known of a file at one moment: the book, and the line of every record. A change gives the next state."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.records import Record
from givenet_tui.store import records, schema
from givenet_tui.store.disk import Signature
from givenet_tui.store.errors import CouldNotWrite
from givenet_tui.store.layout import Tables, line
from givenet_tui.store.table import Table

OUTSIDE = "another program’s changes"
"""The name of the change that came in from outside."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that is not shown, or not as it stands in the file: its table, its key there, and what is wrong."""

    table: str
    id: str
    sentence: str
    mended: bool = False
    """It is shown, as well as could be; saving it settles the matter."""


@dataclass(frozen=True, slots=True)
class State:
    """A file as it was last read or written."""

    book: Book = field(default_factory=Book)
    tables: Tables = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    schema: int | None = schema.SCHEMA
    """What the file says; None when what it says makes no sense."""
    signature: Signature | None = None
    """What the file looked like from outside; None: there was none."""

    def after(self, change: Change) -> "State":
        """The state after a change of this state's book: only the lines it touches are encoded."""
        book = self.book.apply(change)
        lines: dict[str, dict[int, bytes | None]] = {}
        for edit in change.edits:
            stood = self.line(edit.table, edit.id)
            lines.setdefault(edit.table, {})[edit.id] = _line(edit, stood)
        tables = {name: self.tables.get(name, Table()).changed(changed) for name, changed in lines.items()}
        saved = {(edit.table, str(edit.id)) for edit in change.edits}
        problems = tuple(p for p in self.problems if not (p.mended and (p.table, p.id) in saved))
        return replace(self, book=book, tables={**self.tables, **tables}, problems=problems)

    def line(self, table: str, number: int) -> bytes | None:
        """The line of a record, shown or not; None when there is none."""
        return self.tables[table].get(number) if table in self.tables else None


def _line(edit: Edit, stood: bytes | None) -> bytes | None:
    """What an edit makes of the line that stood there."""
    if edit.before is None and stood is not None:
        raise CouldNotWrite(
            f"In {edit.table} the record {edit.id} cannot be read, and is not written over. "
            "Nothing was changed. Put the record right in the file first."
        )
    if edit.after is None:
        return None
    if edit.before is None or stood is None:
        return line(str(edit.id), records.encode(edit.after))
    _, _, document = stood.partition(b": ")
    return line(str(edit.id), records.encode_over(document, edit.before, edit.after))


def difference(before: Book, after: Mapping[str, Mapping[int, Record]]) -> Change:
    """What has to be done to a book so that it holds these records."""
    edits: list[Edit] = []
    for name, old in before.records.items():
        new = after.get(name, {})
        for number, record in new.items():
            was = old.get(number)
            if was is not record and was != record:
                edits.append(Edit(was, record))
        edits += [Edit(record, None) for number, record in old.items() if number not in new]
    return Change(OUTSIDE, tuple(edits))
