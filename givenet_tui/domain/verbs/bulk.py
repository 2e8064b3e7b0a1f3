"""What may be done with several at once, as one change: where one of them refuses, nothing is done."""

from collections.abc import Sequence

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed

BY_TAG = "tag"
"""The rhythm of someone who has none of their own."""


def many(count: int, kind: type[Record] | None = Person) -> str:
    """`1 person`, `4 people`; of any other kind `4 of them`."""
    if kind is not Person:
        return f"{count:,} of them"
    return "1 person" if count == 1 else f"{count:,} people"


def delete(book: Book, moment: Moment, /, records: Sequence[Record]) -> Change:
    """Put records into the trash. Refusal when one of them has gone meanwhile."""
    now = [book.get(type(record), record.id) for record in records]
    kinds = {type(record) for record in now}
    name = f"{many(len(now), kinds.pop() if len(kinds) == 1 else None)}: in the trash"
    return Change(name, tuple(Edit(one, changed(one, deleted_at=moment.instant)) for one in now))


def retag(
    book: Book, moment: Moment, /, person_ids: Sequence[int], *, add: Sequence[str] = (), drop: Sequence[str] = (),
    rhythm: int | str | None = None,
) -> Change:  # fmt: skip
    """Give people some tags, take some away, and set their rhythm: days, 0 for none, `tag`; None leaves it."""
    fields = {} if rhythm is None else {"rhythm_days": None if rhythm == BY_TAG else rhythm}
    if not (add or drop or fields):
        raise Refusal("Nothing is said yet: name a tag, or a rhythm.")
    edits = []
    for person in map(book.person, person_ids):
        kept = (tag for tag in person.tags if tag not in drop)
        after = changed(person, tags=tuple(dict.fromkeys((*kept, *add))), **fields)
        edits += [Edit(person, after)] if after != person else []
    if not edits:
        raise Refusal("All of them have it so already.")
    return Change(f"{many(len(edits))} changed", tuple(edits))
