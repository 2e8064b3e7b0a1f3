"""Taking a change back, field by field, on a book that has gone on since."""

from collections.abc import Collection, Iterable
from typing import Any

from msgspec.structs import fields

from givenet_tui.domain.assignment import already_there, beside
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.merge_fields import SETS, together
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.records import Record, changed, same_content
from givenet_tui.domain.references import Key, gone_with, key_of, missing_from, references

_IGNORED = frozenset({"updated_at", "id"})


def taken_back(book: Book, change: Change) -> Change:
    """The change that takes another back: fields that it set go back, what others wrote in other fields stays.

    Refusal, naming the record and the field, when something it set has been changed since.
    """
    edits = tuple(_edit(book, change, edit) for edit in reversed(change.edits))
    back = Change(change.name, edits)
    _refuse_what_is_named(book, change)
    after = book.apply(back)
    _refuse_what_names_nobody(after, back)
    _refuse_to_stand_twice(after, change, back)
    return back


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
    made = {key_of(edit.record): edit.record for edit in change.edits if edit.before is None}
    mine = {key_of(edit.record) for edit in change.edits}
    if not made:
        return
    is_gone = gone_with(book, made.keys())
    for record in _others(book, mine):
        for named in references(record):
            if is_gone(named):
                one = next(made[key] for key in named.keys if key in made)
                raise Refusal(
                    f"“{change.name}” cannot be taken back: {called(one)} has {called(record)} by now. "
                    "Take that back first, or delete it."
                )


def _refuse_what_names_nobody(after: Book, back: Change) -> None:
    """What comes back may name who has left the book since: what a person told you comes after the person."""
    is_missing = missing_from(after)
    for edit in back.edits:
        named = set(references(edit.after)) if edit.after is not None else set()
        if edit.before is not None:
            named -= set(references(edit.before))
        if any(is_missing(one) for one in named):
            raise Refusal(
                f"“{back.name}” cannot be taken back: {called(edit.after)} belongs with something that is no longer "
                "in the book."
            )


def _refuse_to_stand_twice(after: Book, change: Change, back: Change) -> None:
    """An offer does not come back into a part of a month where the person has got another place since."""
    mine = {key_of(edit.record) for edit in change.edits}
    for edit, done in zip(back.edits, reversed(change.edits), strict=True):
        if not isinstance(edit.after, Offer):
            continue
        when = max(one.updated_at for one in (done.before, done.after) if one is not None)
        for other in beside(after, edit.after):
            if key_of(other) not in mine and other.updated_at > when:
                there = already_there(after, other)
                raise Refusal(f"“{change.name}” cannot be taken back: {there}. Let that offer go first, or delete it.")


def _others(book: Book, mine: Collection[Key]) -> Iterable[Record]:
    return (record for rows in book.records.values() for record in rows.values() if key_of(record) not in mine)


def called(record: Record | None) -> str:
    """What a record is called in a sentence. It holds users' text."""
    for name in ("name", "text", "what", "source"):
        words = getattr(record, name, "")
        if words:
            return f"“{words}”"
    kinds = {"offers": "an offer", "interactions": "a touch", "check_ins": "a check-in", "snoozes": "a line put off"}
    return kinds.get(record.table if record else "", "a record")
