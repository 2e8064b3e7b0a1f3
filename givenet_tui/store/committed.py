"""What a store answers to a change, and what it does to each before it is written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.errors import CannotTurn, Refusal
from givenet_tui.domain.journal import Journal, Standing
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Meta, Settings
from givenet_tui.store.records import settled, whole


@dataclass(frozen=True, slots=True)
class Committed:
    """A change that is on disk."""

    change: Change
    """As it was written; empty when there was nothing to do, and then nothing was written."""
    book: Book
    """The book with it."""
    outside: Change | None = None
    """What another program had written since the last look."""
    note: str | None = None
    """A sentence about something the user should know, such as that the file had gone."""


def as_written(change: Change, instant: Callable[[], str]) -> Change:
    """The change as it will read back from the file; a record that lacks its `created_at` gets one."""
    return Change(whole(change.name), tuple(_as_written(edit, instant) for edit in change.edits))


def _as_written(edit: Edit, instant: Callable[[], str]) -> Edit:
    if edit.after is None:
        return edit
    return Edit(edit.before, settled(_dated(edit.after, instant)))


def _dated(record: Record, instant: Callable[[], str]) -> Record:
    if record.created_at or isinstance(record, Meta | Settings):
        return record
    return changed(record, created_at=record.updated_at or instant())


Direction = Literal["undo", "redo"]


class History:
    """What one run of the program may take back: what it did, and what stood in the journal when it first looked."""

    def __init__(self, by: str) -> None:
        """`by` names this run, and no other."""
        self.by = by
        self._known: frozenset[str] | None = None
        self._refused = ""
        self._passed: set[str] = set()

    def begin(self, journal: Journal) -> frozenset[str]:
        """The entries that were there at the first look."""
        if self._known is None:
            self._known = journal.ids
        return self._known

    def name(self, journal: Journal, direction: Direction) -> str | None:
        """What would be turned next, by name."""
        standing = self._find(journal, direction)
        return standing.entry.name if standing else None

    def next(self, journal: Journal, direction: Direction) -> Standing:
        """What is turned next; not what was refused just before. Refusal when there is nothing."""
        standing = self._find(journal, direction)
        if standing is not None and standing.entry.id == self._refused:
            self._passed.add(self._refused)
            standing = self._find(journal, direction)
        self._refused = ""
        if standing is None:
            raise Refusal(f"There is nothing to {direction}.")
        return standing

    @contextmanager
    def turning(self, standing: Standing) -> Iterator[None]:
        """Turn it. What cannot be turned is passed over when one asks again, so that it blocks nothing: CannotTurn."""
        try:
            yield
        except Refusal as error:
            self._refused = standing.entry.id
            raise CannotTurn(error.sentence) from error

    def went_on(self) -> None:
        """Something else was done: what was refused before is tried again."""
        self._refused = ""

    def _find(self, journal: Journal, direction: Direction) -> Standing | None:
        known = self.begin(journal)
        find = journal.undoable if direction == "undo" else journal.redoable
        return find(self.by, known, self._passed)
