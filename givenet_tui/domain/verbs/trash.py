"""What may be done with the trash: put a record in, take it out again, empty it."""

from collections.abc import Sequence

from givenet_tui.domain.assignment import already_there, beside
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit, edited
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.trash import called, in_trash, purged, restored


def delete(book: Book, moment: Moment, /, record: Record, called: str) -> Change:
    """Put any record into the trash, under the words it is `called` by. What hangs on it is kept, and not shown."""
    now = book.get(type(record), record.id)
    return edited(f"{called}: moved to the trash", now, changed(now, deleted_at=moment.instant))


def restore(book: Book, moment: Moment, /, records: Sequence[Record]) -> Change:
    """Bring records back from the trash, with all that hung on them; and the person that one of them belongs to."""
    standing = _standing(book, records)
    back = {(before.table, before.id): Edit(before, after) for one in standing for before, after in restored(book, one)}
    name = called(book, standing[0]) if len(standing) == 1 else f"{len(standing)} records"
    change = Change(f"{name}: brought back from the trash", tuple(back.values()))
    _refuse_to_stand_twice(book.apply(change), standing)
    return change


def _refuse_to_stand_twice(after: Book, standing: Sequence[Record]) -> None:
    """An offer does not come back into a part of a month in which the person has another by now."""
    for one in standing:
        offer = after.find(Offer, one.id) if isinstance(one, Offer) else None
        if offer is not None and beside(after, offer):
            raise Refusal(
                f"{already_there(after, offer)}: let that offer go, or delete it; then this one can come back."
            )


def empty(book: Book, moment: Moment, /, records: Sequence[Record] | None = None) -> Change:
    """Take records out of the book for good, with all that hangs on them: everything in the trash, unless some are
    named. Only what lies in the trash may go."""
    standing = in_trash(book) if records is None else _standing(book, records)
    if not standing:
        raise Refusal("The trash is empty.")
    edits = tuple(Edit(before, after) for before, after in purged(book, standing))
    what = called(book, standing[0]) if len(standing) == 1 else f"{len(standing)} records"
    return Change(f"{what}: gone for good", edits)


def _standing(book: Book, records: Sequence[Record]) -> tuple[Record, ...]:
    """The records as they lie in the trash now. Refusal when one does not."""
    found = tuple(book.records[record.table].get(record.id) for record in records)
    lying = tuple(record for record in found if record is not None and record.deleted_at)
    if not lying or len(lying) < len(found):
        raise Refusal("That is no longer in the trash: it was brought back, or taken out for good.")
    return lying
