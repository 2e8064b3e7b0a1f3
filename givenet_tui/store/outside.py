"""A file that is not what was last saved: what is different in it, by record, and what it was.

Sound as it may be, someone or something else has written it: a script with stock TinyDB, an editor, a program that
brings files from another machine, a failing disk. It is read; what is different is named before the next write.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.journal import Journal
from givenet_tui.paths import companion_dir
from givenet_tui.store import backups, disk, last
from givenet_tui.store.last import Last
from givenet_tui.store.layout import KNOWN, Tables, number_of, render
from givenet_tui.store.reading import read
from givenet_tui.store.records import NOT_DECODED
from givenet_tui.store.scan import Fault
from givenet_tui.store.state import State
from givenet_tui.store.table import Table

_CALLED_BY = ("name", "text", "what", "month", "on", "source")
SETTLED = "settled.json"
_MOST_NAMED = 3
"""By one line."""
_MOST_SHOWN = 1000
"""In all, by a list."""


class Named(NamedTuple):
    """A record by its table and key (`offers 123`), and by what it says: users' text, empty when it cannot be read."""

    place: str
    words: str

    @property
    def called(self) -> str:
        """What it is called in a sentence."""
        return self.words or self.place

    @property
    def whole(self) -> str:
        """Both: `Ada Lovelace (people 123)`."""
        return f"{self.words} ({self.place})" if self.words else self.place


@dataclass(frozen=True, slots=True)
class Difference:
    """The records that are different."""

    added: tuple[Named, ...] = ()
    changed: tuple[Named, ...] = ()
    missing: tuple[Named, ...] = ()

    def __bool__(self) -> bool:
        """Whether any record is different; the layout alone does not count."""
        return bool(self.added or self.changed or self.missing)

    @property
    def lines(self) -> tuple[str, ...]:
        """`1 added (Grace Hopper)`, `2 missing (Ada Lovelace, offers 123)`: of many the first few."""
        return tuple(f"{len(names):,} {what} ({_few(names)})" for what, names in self._parts if names)

    @property
    def names_all(self) -> bool:
        """Whether the lines name every record."""
        return all(len(names) <= _MOST_NAMED for _, names in self._parts)

    @property
    def details(self) -> tuple[str, ...]:
        """Each record on a line of its own, with its table and id: `added: Grace Hopper (people 123)`."""
        each = [f"{what}: {name.whole}" for what, names in self._parts for name in names]
        left = (f"and {len(each) - _MOST_SHOWN:,} more",) if len(each) > _MOST_SHOWN else ()
        return (*each[:_MOST_SHOWN], *left)

    @property
    def _parts(self) -> tuple[tuple[str, tuple[Named, ...]], ...]:
        return ("added", self.added), ("changed", self.changed), ("missing", self.missing)


def _few(names: tuple[Named, ...]) -> str:
    left = len(names) - _MOST_NAMED
    return ", ".join(name.called for name in names[:_MOST_NAMED]) + (f" and {left:,} more" if left > 0 else "")


@dataclass(frozen=True, slots=True)
class Outside:
    """What came into the file past GiveNet, and what it was before."""

    difference: Difference
    saved: State
    """What was last saved, as far as it is known."""
    last: Last
    exact: bool = True
    """Whether `saved` is that to the letter; else it is the generation before."""

    def __bool__(self) -> bool:
        """Whether there is anything to ask about: the layout alone is not."""
        return bool(self.difference) or not self.exact

    @property
    def lines(self) -> tuple[str, ...]:
        """What was added, changed and is missing, a line each."""
        return self.difference.lines or ("what is different cannot be told",)


def seen(path: Path, now: State, known: State | None, saved: Last, journal: Journal) -> Outside:
    """What is different in the file's state `now`. `known` is what this program itself saved or read last."""
    if known is not None:
        return Outside(difference(known, now), known, saved)
    exact, first = last_saved(path, saved, journal), first_saved(path, journal)
    before = exact or first or _generation_before(path) or State()
    return Outside(difference(before, now), before, saved, exact=bool(exact or first))


def last_saved(path: Path, saved: Last | None, journal: Journal) -> State | None:
    """What was last saved, out of the generation before and the change that followed it, or as it was settled; if it
    can be.

    So a file that is damaged later loses nothing, not even the last change.
    """
    before = _generation_before(path) or State()
    for state in (before, _with_the_last_change(before, journal)):
        if saved and last.print_of(render(state.tables)) == saved.saved:
            return state
    return _settled(path, saved) if saved else None


def settle(path: Path, data: Iterable[bytes | memoryview]) -> None:
    """Keep what the book is from now on, where no change of a generation before says it: something else wrote it, or a
    copy was put back. Where that fails the book is as safe as its copies are."""
    with suppress(OSError):
        disk.put(companion_dir(path) / SETTLED, data)


def _settled(path: Path, saved: Last) -> State | None:
    with suppress(OSError, Fault):
        data, _ = disk.read(companion_dir(path) / SETTLED)
        if last.print_of([data]) == saved.saved:
            return read(data)
    return None


def first_saved(path: Path, journal: Journal) -> State | None:
    """What the very first save wrote, when there was no other: all but the identity that it gives a book."""
    if len(journal.lines) != 1 or _generation_before(path):
        return None
    first = _with_the_last_change(State(), journal)
    return first if first.tables else None


def _generation_before(path: Path) -> State | None:
    return backups.sound(companion_dir(path) / "previous.json")


def _with_the_last_change(before: State, journal: Journal) -> State:
    """The generation before and the change that followed it: what the last save wrote."""
    if not journal.lines:
        return before
    try:
        return before.after(journal.lines[-1].recall())
    except (GiveNetError, ValueError):  # the journal goes on from elsewhere, or cannot be read
        return before


def difference(before: State, now: State) -> Difference:
    """The records that differ, whatever the layout: those that cannot be read, and tables nobody knows, among them."""
    added: list[Named] = []
    changed: list[Named] = []
    missing: list[Named] = []
    for name in dict.fromkeys((*before.tables, *now.tables)):
        old, new = _rows(before.tables, name), _rows(now.tables, name)
        if name == "meta" and not old:
            continue  # the first save gives a book its identity, and is no change of the user's
        added += [_named(now, name, key) for key in new if key not in old]
        missing += [_named(before, name, key) for key in old if key not in new]
        changed += [
            _named(now, name, key, before) for key in old if key in new and old[key] != new[key]
            and not _says_the_same(old[key], new[key])
        ]  # fmt: skip
    return Difference(tuple(added), tuple(changed), tuple(missing))


def _rows(tables: Tables, name: str) -> Mapping[str, bytes]:
    """A table's documents by their keys; one that stands there twice has a mark behind its key."""
    table = tables.get(name, Table())
    rows: dict[str, bytes] = {}
    for line in (*table.odd, *table.lines().values()):
        key, document = _parted(line)
        while key in rows:
            key += "′"
        rows[key] = document
    return rows


def _parted(line: bytes) -> tuple[str, bytes]:
    """A line's key, as it is written, and its document."""
    end = 1
    while line[end : end + 1] != b'"':
        end += 2 if line[end : end + 1] == b"\\" else 1
    return line[1:end].decode(errors="replace"), line[end + 3 :]


def _says_the_same(one: bytes, other: bytes) -> bool:
    try:
        return bool(msgspec.json.decode(one) == msgspec.json.decode(other))
    except NOT_DECODED:
        return False


def _named(state: State, table: str, key: str, *others: State) -> Named:
    """A record as the first of the states that can read it has it."""
    for one in (state, *others) if table in KNOWN else ():
        record = one.book.records.get(table, {}).get(number_of(key))
        if record:
            return Named(f"{table} {key}", next(_words(record), ""))
    return Named(f"{table} {key}", "")


def _words(record: object) -> Iterator[str]:
    for name in _CALLED_BY:
        value = getattr(record, name, None)
        if value:
            yield str(value)
