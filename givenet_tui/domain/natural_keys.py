"""Natural keys: a day has one check-in, a record one snooze. Where two were made apart, they become one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn, Snooze
from givenet_tui.domain.merge_fields import together
from givenet_tui.domain.records import Record, changed


def natural_key(record: Record) -> Hashable:
    """What there is one record of; None for a kind that has no such key, and for what lies in the trash."""
    if record.deleted_at:
        return None
    if isinstance(record, CheckIn):
        return record.table, record.on
    return (record.table, record.record) if isinstance(record, Snooze) else None


def doubles(book: Book) -> Iterable[tuple[Record, ...]]:
    """Live records of one natural key, by ascending id, wherever there are several."""
    found: defaultdict[Hashable, list[Record]] = defaultdict(list)
    for kind in (CheckIn, Snooze):
        for record in book.all(kind):
            found[natural_key(record)].append(record)
    return [tuple(sorted(some, key=lambda one: one.id)) for some in found.values() if len(some) > 1]


def united(records: Sequence[Record]) -> Record:
    """One record out of several of one natural key: the lowest id, and everything that any of them holds."""
    every = sorted(records, key=lambda one: one.id)
    first = every[0]
    versions = [version for one in every for version in one.other_versions]
    return changed(
        first,
        created_at=min((one.created_at for one in every if one.created_at), default=""),
        updated_at=max(one.updated_at for one in every),
        other_versions=together("other_versions", (), versions, ()),
        **(_check_in(every) if isinstance(first, CheckIn) else _snooze(every)),
    )


def _check_in(every: Sequence[Record]) -> dict[str, object]:
    days = [one for one in every if isinstance(one, CheckIn)]
    handled = [line for day in days for line in day.handled]
    reflection = days[0].reflection
    for day in days[1:]:
        if day.reflection and f"\n{day.reflection}\n" not in f"\n{reflection}\n":
            reflection = f"{reflection}\n{day.reflection}" if reflection else day.reflection
    return {"handled": together("handled", days[0].handled, days[0].handled, handled), "reflection": reflection}


def _snooze(every: Sequence[Record]) -> dict[str, object]:
    snoozes = [one for one in every if isinstance(one, Snooze)]
    later = max(snoozes, key=lambda one: (one.updated_at, one.until))
    return {"until": later.until, "count": max(one.count for one in snoozes)}
