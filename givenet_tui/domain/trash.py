"""The trash: what was deleted, what hangs on it, and what goes with it when it is emptied."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.references import Key, gone_with, key_of, owners, references, without
from givenet_tui.domain.rhythm import made_on

_CALLED_BY = ("name", "text", "what", "source")
_WITHOUT_WORDS = {"offers": "an offer without words", "interactions": "a touch", "check_ins": "a check-in"}
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
    def deleted_on(self) -> date | str:
        """The day on which it was deleted; where a script wrote something else there, just that."""
        return made_on(self.record.deleted_at) or self.record.deleted_at


def in_trash(book: Book) -> tuple[Record, ...]:
    """Every record in the trash, the latest first."""
    rows = (book.records[kind.table].values() for kind in KINDS_OF_RECORD)
    deleted = [record for table in rows for record in table if record.deleted_at]
    return tuple(sorted(deleted, key=lambda record: (record.deleted_at, record.id), reverse=True))


def trash(book: Book) -> tuple[Trashed, ...]:
    """What the trash shows, the latest first."""
    deleted = in_trash(book)
    hanging = _hanging(book, {key_of(record) for record in deleted if isinstance(record, Person)})
    words = {key: _in_words(counts) for key, counts in hanging.items()}
    return tuple(Trashed(record, called(book, record), words.get(key_of(record), "")) for record in deleted)


def called(book: Book, record: Record) -> str:
    """What a record is called, with the person it belongs to."""
    person = book.records["people"].get(getattr(record, "person", 0))
    whose = f"{getattr(person, 'name', '')}: " if person else ""
    people = [book.records["people"].get(id_) for id_ in getattr(record, "people", ())]
    names = ", ".join(getattr(one, "name", "") for one in people if one)
    words = next((str(getattr(record, name)) for name in _CALLED_BY if getattr(record, name, "")), "")
    return f"{whose or (names and names + ': ')}{words or _WITHOUT_WORDS.get(record.table, record.table)}"


def hanging_on(book: Book, person: Person) -> str:
    """What hangs on a person, in words: `12 touches, 3 offers`; empty when nothing does."""
    return _in_words(_hanging(book, {key_of(person)}).get(key_of(person), {}))


def _hanging(book: Book, people: Collection[Key]) -> Mapping[Key, Mapping[str, int]]:
    """How many live records of each table belong to each of these."""
    counts: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for table in _COUNTED if people else ():
        for record in book.records[table].values():
            for owner in () if record.deleted_at else owners(record):
                if owner in people:
                    counts[owner][table] += 1
    return counts


def _in_words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {_COUNTED[table][count > 1]}" for table, count in counts.items())


def restored(book: Book, record: Record) -> tuple[tuple[Record, Record], ...]:
    """The record as it was before, and those in the trash that it belongs to: each before and after."""
    found: dict[Key, tuple[Record, Record]] = {}
    waiting = [record]
    while waiting:
        one = waiting.pop()
        if not one.deleted_at or key_of(one) in found:
            continue
        found[key_of(one)] = (one, changed(one, deleted_at=""))
        rows = (book.records[table].get(id_) for table, id_ in sorted(owners(one)))
        waiting += [owner for owner in rows if owner is not None and owner.deleted_at]
    return tuple(found.values())


def purged(book: Book, gone: Iterable[Record]) -> tuple[tuple[Record, Record | None], ...]:
    """What has to be done so that these leave the book for good: each record before and after.

    What belongs to them goes as well; what only names them is left without the name.
    """
    touched: dict[Key, tuple[Record, Record | None]] = {key_of(record): (record, None) for record in gone}
    going = set(touched)
    is_gone = gone_with(book, going)
    named_by = _named_by(book)
    waiting = list(touched)
    while waiting:
        for record in named_by.get(waiting.pop(), ()):
            key = key_of(record)
            now = touched[key][1] if key in touched else record
            left = without(now, is_gone) if now is not None else None
            if left is now:
                continue
            touched[key] = (record, left)
            if left is None:
                going.add(key)
                waiting.append(key)
    return tuple(touched.values())


def _named_by(book: Book) -> Mapping[Key, Sequence[Record]]:
    """Who names a record; where an id stands in several tables, who may mean it."""
    named_by: defaultdict[Key, list[Record]] = defaultdict(list)
    for kind in KINDS_OF_RECORD:
        for record in book.records[kind.table].values():
            for named in references(record):
                for key in named.keys:
                    named_by[key].append(record)
    return named_by
