"""What may be done with two people who are one: make one of them, with all that hung on either."""

from givenet_tui.domain.assignment import PART_NAMES, beside
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.check_ins import Snooze
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.months import is_month, month_name
from givenet_tui.domain.natural_keys import united as one_of
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.references import renamed, without
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.uniting import Sides, united

AS_USUAL: Sides = {}
"""Nothing was decided: of every field what is usual."""


def unite(book: Book, moment: Moment, /, person_ids: tuple[int, int], sides: Sides = AS_USUAL) -> Change:
    """Make one person out of two. The older record stays; the other goes to the trash, and all that named it follows.

    `sides` says what is taken where they differ, by field: of the `one` (the older), the `other`, or `both`.
    Refusal when both stand in one part of a month, unless one of the two is only chosen: that slot falls away.
    """
    if len(set(person_ids)) < 2:
        raise Refusal("It takes two people to make one of them.")
    one, other = (book.person(id_) for id_ in sorted(person_ids))
    stays, goes = united(one, other, sides)
    name = f"{stays.name}: two made one"
    after = _with_names_moved(book, one.id, other.id)
    after["people", one.id] = _without_themselves(renamed(stays, book, other.id, one.id), one.id)
    after["people", other.id] = changed(goes, deleted_at=moment.instant)
    after |= _one_snooze(book, after, one.id)
    after |= _one_slot(book.apply(_change(name, book, after)), one, other, book, moment)
    return _change(name, book, after)


After = dict[tuple[str, int], Record | None]


def _change(name: str, book: Book, after: After) -> Change:
    edits = (Edit(book.records[table][id_], record) for (table, id_), record in after.items())
    return Change(name, tuple(edit for edit in edits if edit.before != edit.after))


def _with_names_moved(book: Book, stays: int, gone: int) -> After:
    """Every record that names who goes, with the other's name in that place. An import made nobody of them any more."""
    after: After = {}
    for rows in book.records.values():
        for record in rows.values():
            now: Record | None = record
            if isinstance(record, ImportRun):
                now = without(record, lambda named: named.id == gone and _is_nobody_else(book, gone))
            else:
                now = renamed(record, book, gone, stays)
            if now is not record:
                after[record.table, record.id] = _without_themselves(now, stays) if now is not None else None
    return after


def _is_nobody_else(book: Book, id_: int) -> bool:
    return not any(id_ in rows for table, rows in book.records.items() if table != Person.table)


def _without_themselves(record: Record, stays: int) -> Record:
    """Nobody is introduced by, or to, themselves."""
    if isinstance(record, Person) and record.introduced_by == record.id:
        return changed(record, introduced_by=None)
    if isinstance(record, Offer) and record.introduces == record.person == stays:
        return changed(record, introduces=None)
    return record


def _one_snooze(book: Book, after: After, stays: int) -> After:
    """A record is put off once: two snoozes become one."""
    live = [after.get((one.table, one.id), one) for one in book.all(Snooze)]
    theirs = sorted((one for one in live if isinstance(one, Snooze) and one.record == stays), key=lambda one: one.id)
    if len(theirs) < 2:
        return {}
    kept: After = {(theirs[0].table, theirs[0].id): one_of(theirs)}
    return kept | {(one.table, one.id): None for one in theirs[1:]}


def _one_slot(now: Book, one: Person, other: Person, before: Book, moment: Moment) -> After:
    """A person stands once in a part of a month: of two slots the one that was only chosen goes to the trash."""
    gone: After = {}
    for moved in before.offers_of(other.id):
        for offer in beside(now, now.get(Offer, moved.id)):
            if before.get(Offer, offer.id).person != one.id or (offer.table, offer.id) in gone:
                continue
            idle = next((one for one in (now.get(Offer, moved.id), offer) if one.status == "chosen"), None)
            if idle is None:
                month = month_name(offer.month) if is_month(offer.month) else offer.month
                raise Refusal(
                    f"Both stand in “{PART_NAMES[offer.part]}” of {month}. Let one of the two offers go, or delete it "
                    "on that month's board; then they can become one."
                )
            gone[idle.table, idle.id] = changed(idle, deleted_at=moment.instant)
            if idle.id == moved.id:
                break
    return gone
