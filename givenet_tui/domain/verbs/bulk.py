"""What may be done with several at once, as one change: where one of them refuses, nothing is done."""

from collections.abc import Callable, Iterable, Sequence

from givenet_tui.domain.aspirations import AspirationStatus
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit, joined
from givenet_tui.domain.check_ins import Handled
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.offers import OfferStatus
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.verbs import aspirations, check_ins, offers

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
    name = f"{many(len(now), kinds.pop() if len(kinds) == 1 else None)}: moved to the trash"
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


def step(book: Book, moment: Moment, /, offer_ids: Sequence[int], status: OfferStatus) -> Change:
    """Take offers to a status. Refusal when the move makes no sense for one of them."""
    steps = [lambda now, id_=id_: offers.step(now, moment, id_, status) for id_ in offer_ids]
    said = status.replace("_", " ")
    return _one_after_the_other(f"{len(steps):,} offers: {said}" if len(steps) > 1 else "", book, steps)


def close(book: Book, moment: Moment, /, aspiration_ids: Sequence[int], status: AspirationStatus) -> Change:
    """Mark what they told you fulfilled, or let go; or open again."""
    steps = [lambda now, id_=id_: aspirations.close(now, moment, id_, status) for id_ in aspiration_ids]
    said = "open again" if status == "open" else status.replace("_", " ")
    return _one_after_the_other(f"{len(steps):,} of them: {said}" if len(steps) > 1 else "", book, steps)


def bump(book: Book, moment: Moment, /, lines: Sequence[Handled], days: int) -> Change:
    """Put lines of the agenda off, and tick them for today."""

    def put_off(line: Handled) -> Callable[[Book], Change]:
        return lambda now: check_ins.bump(
            now, moment, what=line.what, person_id=line.person, record_id=line.record, days=days
        )

    until = "until tomorrow" if days == 1 else f"for {days} days"
    name = f"{len(lines):,} lines: put off {until}" if len(lines) > 1 else ""
    return _one_after_the_other(name, book, map(put_off, lines))


def _one_after_the_other(name: str, book: Book, steps: Iterable[Callable[[Book], Change]]) -> Change:
    """Several verbs as one change; without a name it is called as the last of them."""
    changes = []
    for take in steps:
        changes.append(take(book))
        book = book.apply(changes[-1])
    return joined(name or changes[-1].name, changes)
