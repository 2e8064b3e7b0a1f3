"""Taking a change back, field by field, on a book that has gone on since."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import fields

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.merge_fields import SETS, together
from givenet_tui.domain.records import Record, changed, same_content
from givenet_tui.domain.references import references

_IGNORED = frozenset({"updated_at", "id"})


def taken_back(book: Book, change: Change) -> Change:
    """The change that takes another back: fields that it set go back, what others wrote in other fields stays.

    Refusal, naming the record and the field, when something it set has been changed since.
    """
    edits = tuple(_edit(book, change, edit) for edit in reversed(change.edits))
    _refuse_what_is_named(book, change)
    return Change(change.name, edits)


def _edit(book: Book, change: Change, edit: Edit) -> Edit:
    now = book.records[edit.table].get(edit.id)
    if edit.before is None or edit.after is None:
        if not same_content(now, edit.after):
            raise _refused(change, edit)
        return Edit(now, edit.before)
    if now is None:
        raise Refusal(f"“{change.name}” cannot be taken back: {called(edit.after)} is no longer in the book.")
    back: dict[str, Any] = {}
    for field in fields(type(edit.after)):
        name = field.name
        was, made, stands = getattr(edit.before, name), getattr(edit.after, name), getattr(now, name)
        if name in _IGNORED or was == made:
            continue
        if stands == made:
            back[name] = was
        elif name in SETS:
            back[name] = together(name, made, was, stands)
        else:
            raise _refused(change, edit, f" ({name.replace('_', ' ')})")
    return Edit(now, changed(now, **back))


def _refused(change: Change, edit: Edit, field: str = "") -> Refusal:
    record = edit.after if edit.after is not None else edit.before
    assert record is not None  # noqa: S101
    return Refusal(f"“{change.name}” cannot be taken back: {called(record)} has been changed since{field}.")


def _refuse_what_is_named(book: Book, change: Change) -> None:
    """What the change made may be named by other records by now: a person by what they told you since."""
    made = {edit.id: edit.after for edit in change.edits if edit.before is None and edit.after is not None}
    mine = {(edit.table, edit.id) for edit in change.edits}
    if not made:
        return
    for record in _others(book, mine):
        for reference in references(record):
            if isinstance(made.get(reference.id), reference.kinds):
                raise Refusal(
                    f"“{change.name}” cannot be taken back: {called(made[reference.id])} has {called(record)} by now. "
                    "Take that back first, or delete it."
                )


def _others(book: Book, mine: set[tuple[str, int]]) -> Iterable[Record]:
    return (
        record for rows in book.records.values() for record in rows.values() if (record.table, record.id) not in mine
    )


def called(record: Record | None) -> str:
    """What a record is called in a sentence. It holds users' text."""
    for name in ("name", "text", "what", "source"):
        words = getattr(record, name, "")
        if words:
            return f"“{words}”"
    kinds = {"offers": "an offer", "interactions": "a touch", "check_ins": "a check-in", "snoozes": "a line put off"}
    return kinds.get(record.table if record else "", "a record")
