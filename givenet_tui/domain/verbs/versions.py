"""What may be done where two write in one place: write over what was seen, and choose between two versions."""

from collections.abc import Callable
from datetime import date
from typing import Any, Concatenate, Literal, ParamSpec

import msgspec
from msgspec.structs import fields

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit, edited, joined
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.merge_fields import merged
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import OtherVersion, Record, changed, same_content
from givenet_tui.domain.trash import restored
from givenet_tui.domain.versions import Choice, below

P = ParamSpec("P")
Verb = Callable[Concatenate[Book, Moment, P], Change]


def meanwhile(
    book: Book, moment: Moment, seen: Record, verb: "Verb[P]", /, *args: P.args, **kwargs: P.kwargs
) -> Change:
    """The change of a verb whose words were written over a record as it was `seen`.

    What others wrote in it meanwhile stays; where both wrote in one field, theirs goes to its other versions. Was it
    put in the trash meanwhile, the words bring it back: a delete against an edit keeps the edit.
    """
    back = _brought_back(book, seen)
    change = verb(book.apply(back), moment, *args, **kwargs)
    if not change:
        return change
    name = f"{change.name}, and brought back from the trash" if back else change.name
    over = Change(name, tuple(_over(seen, edit, moment) for edit in change.edits))
    return joined(name, (back, over))


def _brought_back(book: Book, seen: Record) -> Change:
    """What brings a record, and whom it belongs to, back from the trash, if it was not there when it was seen."""
    now = book.records[seen.table].get(seen.id)
    if now is None or seen.deleted_at:
        return Change("", ())
    whose = book.records[Person.table].get(getattr(now, "person", 0))
    gone = [one for one in (now, whose) if one is not None and one.deleted_at]
    return Change("", tuple(Edit(before, after) for one in gone[:1] for before, after in restored(book, one)))


def _over(seen: Record, edit: Edit, moment: Moment) -> Edit:
    now, after = edit.before, edit.after
    if now is None or after is None or (now.table, now.id) != (seen.table, seen.id) or same_content(now, seen):
        return edit
    names = [field.name for field in fields(type(after)) if getattr(after, field.name) != getattr(now, field.name)]
    ours = changed(seen, **{name: getattr(after, name) for name in names} | {"updated_at": moment.instant})
    return Edit(now, merged(seen, ours, now))


Kept = Literal["here", "there", "both"]
_SAID: dict[Kept, str] = {
    "here": "what stands there stays",
    "there": "the other version is taken",
    "both": "both are kept, one below the other",
}


def choose(book: Book, moment: Moment, /, record: Record, version: OtherVersion, keep: Kept) -> Change:
    """Choose: what stands `here`, the other version `there` in its place, or `both`, words below words.

    Undo brings the other back. Refusal when it was chosen already, or does not fit in the field any more.
    """
    now = book.get(type(record), record.id)
    if version not in now.other_versions:
        raise Refusal("That is chosen already.")
    if keep == "both" and not Choice(now, version).may_be_both:
        raise Refusal(f"Only one of the two can stand in {version.field}: choose one.")
    if keep == "there" and getattr(now, version.field, None) != getattr(record, version.field, None):
        raise Refusal("What stands there was changed while you looked at it: go back, and choose once more.")
    left = tuple(one for one in now.other_versions if one != version)
    taken = {} if keep == "here" else {version.field: _fitting(now, version)}
    if keep == "both":
        taken = {version.field: below(getattr(now, version.field), version.value)}
    return edited(f"Chosen: {_SAID[keep]}", now, changed(now, other_versions=left, **taken))


def _fitting(record: Record, version: OtherVersion) -> Any:
    """The version's value as the field holds it: out of the file a day comes back as text."""
    kind = next((field.type for field in fields(type(record)) if field.name == version.field), None)
    if kind is None:
        raise Refusal(f"There is no field {version.field} any more: let that version go.")
    if isinstance(version.value, dict):
        return getattr(record, version.field) | version.value
    try:
        return msgspec.convert(version.value, kind, dec_hook=_read)
    except (msgspec.ValidationError, ValueError) as error:
        raise Refusal(f"The other version does not fit in {version.field} any more: let it go.") from error


def _read(kind: type, value: object) -> object:
    if kind is Birthday and isinstance(value, str):
        return Birthday.parse(value)
    return value if kind is not date else date.fromisoformat(str(value))
