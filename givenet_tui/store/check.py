"""Check: everything that is wrong with a book's file, in it and around it; and what can be mended without guessing."""

import codecs
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from msgspec.structs import fields

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.check_ins import CheckIn, Snooze
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.references import Key
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.soundness import flaws, mended
from givenet_tui.paths import companion_dir
from givenet_tui.store import backups, disk, records
from givenet_tui.store.copies import copies
from givenet_tui.store.errors import CouldNotWrite, Damaged, could_not_write
from givenet_tui.store.layout import number_of
from givenet_tui.store.loading import permission_refusal, was_saved
from givenet_tui.store.outside import settle
from givenet_tui.store.reading import read
from givenet_tui.store.scan import Fault
from givenet_tui.store.storage import BookStorage
from givenet_tui.store.store import FileStore

_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: in which table and record (empty: with the file), and whether repair mends it."""

    table: str
    id: str
    sentence: str
    can_be_mended: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What was found; `notes` are worth knowing, and no fault."""

    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    read_only: str | None = None
    """Why nothing can be written there, and so nothing be mended."""
    kept: bool = False
    """Whether a copy of the original was made: it was, when anything in the file was mended."""


def check(path: Path, instant: Callable[[], str]) -> Report:
    """Look at everything, and change nothing."""
    report = _looked_at(path, instant)
    read_only = permission_refusal(path) if report.findings else None
    if read_only is None:
        return report
    return replace(report, findings=tuple(_as_it_stays(one) for one in report.findings), read_only=read_only)


def _as_it_stays(finding: Finding) -> Finding:
    return replace(finding, can_be_mended=False)


def _looked_at(path: Path, instant: Callable[[], str]) -> Report:
    around = tuple(_around(path))
    try:
        if disk.signature(path) is None and not was_saved(path):
            return Report(around, (f"There is no book at {path} yet: the first change makes it.",))
        store = FileStore.open(path, instant)
    except Damaged as damaged:
        can = _without_wrapping(path) is not None
        return Report((Finding("", "", damaged.sentence, can), *around))
    except (GiveNetError, OSError) as error:
        return Report((Finding("", "", str(error)), *around))
    inside = [Finding(one.table, one.id, one.sentence, one.mended) for one in store.problems]
    inside += [
        Finding(flaw.table, str(flaw.id), f"{flaw.table} {flaw.id} {flaw.sentence}.", flaw.can_be_mended)
        for flaw in flaws(store.book, _hidden(store), _fuller(store))
    ]
    if store.read_only or store.changed_outside:  # another program's, or for the user to settle first
        inside = list(map(_as_it_stays, inside))
    if store.read_only:
        inside.append(Finding("", "", store.read_only))
    if store.changed_outside:
        inside.append(Finding("", "", store.changed_outside.sentence + _OUTSIDE))
    each = store.changed_outside.details if store.changed_outside else ()
    return Report((*inside, *around), (*each, *_notes(path, store.book)))


def _hidden(store: FileStore) -> set[Key]:
    """The records that cannot be read: they are in the file, and who names them names somebody."""
    return {(one.table, number_of(one.id)) for one in store.problems if not one.mended}


def _fuller(store: FileStore) -> set[Key]:
    """Records that mending would take away, were there not more in them than we know of, or others of the same key."""
    twice = {(one.table, number_of(one.id)) for one in store.problems if not one.mended}
    return twice | {
        (kind.table, record.id)
        for kind, known in _MAY_GO.items()
        for record in store.book.all(kind)
        if records.fields_in(store.line_of(record)) - known
    }


_MAY_GO = {kind: {field.name for field in fields(kind)} for kind in (CheckIn, Snooze, ImportRun)}
_OUTSIDE = " `givenet check --keep` keeps that, `givenet restore` goes back to what was saved."


def _notes(path: Path, book: Book) -> Iterator[str]:
    for rows in book.records.values():
        for record in rows.values():
            if record.other_versions:
                count = len(record.other_versions)
                yield f"{record.table} {record.id} was written in two places: {count} to choose from in the app."
    for copy in copies(path):
        if copy.state is None:
            yield f"The copy {copy.path} is of a damaged book, or damaged itself: it cannot be put back."
    with suppress(OSError):
        mode = path.parent.stat().st_mode
        if mode & (stat.S_IWGRP | stat.S_IWOTH) and not mode & stat.S_ISVTX:
            yield f"Others can write in the folder {path.parent}, and so put another file in the book’s place."


# --- around the file -----------------------------------------------------------------------------


def _around(path: Path) -> Iterator[Finding]:
    """Modes, and what a killed program left."""
    for place in _places(path):
        with suppress(OSError):
            mode = place.stat().st_mode
            if mode & _FOR_OTHERS:
                yield Finding("", "", f"{place} can be read by others: its mode is {stat.S_IMODE(mode):o}.", True)
    for left in _left_over(path):
        yield Finding("", "", f"{left} was left by a program that was killed.", True)


def _places(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    folder = companion_dir(path)
    if folder.is_dir():
        yield folder
        yield from sorted(folder.rglob("*"))


def _left_over(path: Path) -> list[Path]:
    with suppress(OSError):
        folder = companion_dir(path)
        beside = [path.with_name(f".{path.name}.saving")]
        return sorted(p for p in (*beside, *folder.rglob("*.saving")) if p.is_file())
    return []


# --- mending -------------------------------------------------------------------------------------


def keep_outside(path: Path, instant: Callable[[], str]) -> None:
    """What came into the file past GiveNet is to stay. StoreError."""
    FileStore.open(path, instant).keep_outside()


def repair(path: Path, instant: Callable[[], str], before: Report | None = None) -> Report:
    """Mend what needs no guessing, the original kept as a copy; the report of what is left. StoreError.

    `before` is what check has just found, if it was asked.
    """
    before = before or check(path, instant)
    if before.read_only:
        raise CouldNotWrite(before.read_only)
    kept = False
    if any(finding.can_be_mended for finding in before.findings):
        kept = _unwrap(path, instant)
        with suppress(Damaged):
            kept = _mend_inside(path, instant) or kept
        _mend_around(path)
    return replace(check(path, instant), kept=kept)


def _mend_around(path: Path) -> None:
    """With everyone else out: what one who saves has beside the book was left by nobody."""
    with BookStorage(path).locked(), suppress(OSError):
        for left in _left_over(path):
            left.unlink()
        for place in _places(path):
            if place.stat().st_mode & _FOR_OTHERS:
                place.chmod(0o700 if place.is_dir() else 0o600)


def _without_wrapping(path: Path) -> bytes | None:
    """The bytes of a damaged file without what stands around a whole book: a mark before it, blanks and NULs behind.

    None when that is not all that is the matter.
    """
    with suppress(OSError, Fault):
        data, _ = disk.read(path)
        inner = data.removeprefix(codecs.BOM_UTF8).rstrip(b"\0 \t\r\n")
        if inner != data:
            read(inner)
            return inner + b"\n"
    return None


def _unwrap(path: Path, instant: Callable[[], str]) -> bool:
    storage = BookStorage(path)
    with storage.locked():
        with suppress(Fault):
            loaded = storage.load()
            if loaded is None:
                return False
            read(loaded.data)
            return False  # it is whole as it is
        inner = _without_wrapping(storage.path)
        if inner is None:
            return False
        _keep(storage.path, instant)
        storage.save([inner])
        settle(storage.path, [inner])
        return True


def _mend_inside(path: Path, instant: Callable[[], str]) -> bool:
    """Mend the records in one change, which can be undone. What was changed outside is settled by the user first."""
    store = FileStore.open(path, instant)
    hidden, fuller = _hidden(store), _fuller(store)
    shown = {(one.table, one.id) for one in store.problems if one.mended}

    def change(book: Book) -> Change:
        as_shown = (book.records[table].get(int(id_)) for table, id_ in shown)
        anew = Change("", tuple(Edit(record, record) for record in as_shown if record is not None))
        mending = mended(book, hidden, fuller)
        edits = {(edit.table, edit.id): edit for edit in (*anew.edits, *mending.edits)}
        return Change(mending.name, tuple(edits.values()))

    if store.read_only or store.changed_outside or not change(store.book):
        return False
    _keep(store.path, instant)
    store.commit(change)
    return True


def _keep(path: Path, instant: Callable[[], str]) -> None:
    try:
        backups.keep(path, [disk.read(path)[0]], instant(), "before repair")
    except OSError as error:
        raise could_not_write(path, error) from error
