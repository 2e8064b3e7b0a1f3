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
    first, *others = sorted(records, key=lambda one: one.id)
    for other in others:
        fields = _check_in(first, other) if isinstance(first, CheckIn) else _snooze(first, other)
        first = changed(
            first,
            created_at=min(filter(None, (first.created_at, other.created_at)), default=""),
            updated_at=max(first.updated_at, other.updated_at),
            other_versions=together("other_versions", (), first.other_versions, other.other_versions),
            **fields,
        )
    return first


def _check_in(first: Record, other: Record) -> dict[str, object]:
    assert isinstance(first, CheckIn)  # noqa: S101
    assert isinstance(other, CheckIn)  # noqa: S101
    reflections = [first.reflection] if first.reflection else []
    if other.reflection and f"\n{other.reflection}\n" not in f"\n{first.reflection}\n":
        reflections.append(other.reflection)
    return {"handled": together("handled", first.handled, first.handled, (*first.handled, *other.handled)),
            "reflection": "\n".join(reflections)}  # fmt: skip


def _snooze(first: Record, other: Record) -> dict[str, object]:
    assert isinstance(first, Snooze)  # noqa: S101
    assert isinstance(other, Snooze)  # noqa: S101
    later = max(first, other, key=lambda one: (one.updated_at, one.until))
    return {"until": later.until, "count": max(first.count, other.count)}
