"""The trash: what was deleted, what hangs on it, and what goes with it when it is emptied."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.references import REFERENCES, references, without

_CALLED_BY = ("name", "text", "what", "source")
_COUNTED = {
    "aspirations": ("thing they told you", "things they told you"),
    "interactions": ("touch", "touches"),
    "offers": ("offer", "offers"),
    "help": ("thing that came back", "things that came back"),
}


@dataclass(frozen=True, slots=True)
class Trashed:
    """A record in the trash. `called` and `hangs` are words; `called` is a user's."""

    record: Record
    called: str
    hangs: str

    @property
    def deleted_at(self) -> str:
        """The instant at which it was deleted."""
        return self.record.deleted_at


def in_trash(book: Book) -> tuple[Record, ...]:
    """Every record in the trash, the latest first."""
    rows = (book.records[kind.table].values() for kind in KINDS_OF_RECORD)
    deleted = [record for table in rows for record in table if record.deleted_at]
    return tuple(sorted(deleted, key=lambda record: (record.deleted_at, record.id), reverse=True))


def trash(book: Book) -> tuple[Trashed, ...]:
    """What the trash shows, the latest first."""
    deleted = in_trash(book)
    hanging = _hanging(book, {record.id for record in deleted})
    return tuple(Trashed(record, called(book, record), _in_words(hanging.get(record.id, {}))) for record in deleted)


def called(book: Book, record: Record) -> str:
    """What a record is called, with the person it belongs to."""
    person = book.records["people"].get(getattr(record, "person", 0))
    whose = f"{getattr(person, 'name', '')}: " if person else ""
    people = [book.records["people"].get(id_) for id_ in getattr(record, "people", ())]
    names = ", ".join(getattr(one, "name", "") for one in people if one)
    words = next(
        (str(getattr(record, name)) for name in ("name", "text", "what", "source") if getattr(record, name, "")), ""
    )
    plain = {"offers": "an offer without words", "interactions": "a touch", "check_ins": "a check-in"}
    return f"{whose or (names and names + ': ')}{words or plain.get(record.table, record.table)}"


def _hanging(book: Book, ids: Collection[int]) -> dict[int, dict[str, int]]:
    """How many live records of each table belong to each of these."""
    counts: dict[int, dict[str, int]] = {}
    for table in _COUNTED:
        for record in book.records[table].values():
            if record.deleted_at:
                continue
            for owner in set(_owners(record)) & set(ids):
                of = counts.setdefault(owner, {})
                of[table] = of.get(table, 0) + 1
    return counts


def _owners(record: Record) -> Iterable[int]:
    owning = {reference.field for reference in REFERENCES.get(type(record), ()) if reference.owner}
    return (named.id for named in references(record) if named.field in owning)


def _in_words(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {_COUNTED[table][count > 1]}" for table, count in counts.items())


def restored(book: Book, record: Record) -> tuple[tuple[Record, Record], ...]:
    """The record as it was before, and those in the trash that it belongs to: each before and after."""
    found: dict[tuple[str, int], tuple[Record, Record]] = {}
    waiting = [record]
    while waiting:
        one = waiting.pop()
        key = (one.table, one.id)
        if not one.deleted_at or key in found:
            continue
        found[key] = (one, changed(one, deleted_at=""))
        owners = set(_owners(one))
        rows = (book.records["people"].get(id_) for id_ in owners)
        waiting += [owner for owner in rows if owner is not None and owner.deleted_at]
    return tuple(found.values())


def purged(book: Book, gone: Iterable[Record]) -> tuple[tuple[Record, Record | None], ...]:
    """What has to be done so that these leave the book for good: each record before and after.

    What belongs to them goes as well; what only names them is left without the name.
    """
    away = {record.id: record for record in gone}
    touched: dict[tuple[str, int], tuple[Record, Record | None]] = {
        (record.table, record.id): (record, None) for record in away.values()
    }
    fresh = set(away)
    while fresh:
        following: set[int] = set()
        for kind in KINDS_OF_RECORD:
            for record in book.records[kind.table].values():
                key = (record.table, record.id)
                now = touched[key][1] if key in touched else record
                if now is None or fresh.isdisjoint(named.id for named in references(now)):
                    continue
                left = without(now, fresh)
                touched[key] = (record, left)
                if left is None:
                    following.add(record.id)
        fresh = following
    return tuple(touched.values())
