"""Change: the one currency. A name, and a few edits, each a record before and after."""

from collections.abc import Iterable

import msgspec

from givenet_tui.domain.records import Record, changed


class Edit(msgspec.Struct, frozen=True):
    """One record before (None: it was not there) and after (None: it is no longer there)."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record this is about, in its latest state."""
        record = self.after if self.after is not None else self.before
        assert record is not None, "an edit has a before or an after"  # noqa: S101
        return record

    @property
    def table(self) -> str:
        """The table the record stands in."""
        return self.record.table

    @property
    def id(self) -> int:
        """The record's id."""
        return self.record.id


class Change(msgspec.Struct, frozen=True):
    """A named set of edits that is committed, undone and redone as one. At most one edit a record."""

    name: str
    """What was done, as a toast says it: `Ada Lovelace: offer drafted`. It may hold users' text."""
    edits: tuple[Edit, ...]

    def inverse(self) -> "Change":
        """The same change turned round: committing it takes the book back."""
        return Change(self.name, tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits)))

    def stamped(self, instant: str) -> "Change":
        """The same change with every record that it leaves behind marked as written at `instant`."""
        edits = (
            Edit(edit.before, changed(edit.after, updated_at=instant)) if edit.after is not None else edit
            for edit in self.edits
        )
        return Change(self.name, tuple(edits))

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.edits)


def added(name: str, *records: Record) -> Change:
    """The change that puts new records into the book."""
    return Change(name, tuple(Edit(None, record) for record in records))


def edited(name: str, before: Record, after: Record) -> Change:
    """The change of one record; no edit at all when the two say the same."""
    return Change(name, () if before == after else (Edit(before, after),))


def joined(name: str, changes: Iterable[Change]) -> Change:
    """Several changes made one after the other, as one: the first before and the last after of each record."""
    edits: dict[tuple[str, int], Edit] = {}
    for change in changes:
        for edit in change.edits:
            key = (edit.table, edit.id)
            before = edits[key].before if key in edits else edit.before
            edits[key] = Edit(before, edit.after)
    return Change(name, tuple(edit for edit in edits.values() if edit.before != edit.after))
