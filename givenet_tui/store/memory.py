"""MemoryStore: a book that is kept nowhere, for the demo and for tests. It behaves as a file does."""

from collections.abc import Callable, Sequence
from itertools import count
from threading import Lock
from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.journal import Entry, Journal, Line, Turn
from givenet_tui.store.committed import Committed, Direction, History, as_written
from givenet_tui.store.lent import LentFile


class MemoryStore:
    """The same surface as FileStore's."""

    path: None = None
    read_only: str | None = None
    hidden: int = 0
    changed_outside: None = None
    drafts: None = None

    def __init__(self, book: Book, instant: Callable[[], str]) -> None:
        """Begin with this book; `instant` says now as the file writes it."""
        self._book = book
        self._instant = instant
        self._guard = Lock()
        self._journal = Journal()
        self._numbers = count()
        self._history = History("memory")

    @property
    def book(self) -> Book:
        """The book as the last change left it."""
        return self._book

    def commit(self, make: Callable[[Book], Change]) -> Committed:
        """Ask `make` for a change of the book and keep it; what it raises goes on, and nothing is changed."""
        with self._guard:
            self._history.went_on()
            return self._commit(
                make, lambda change: Entry(str(next(self._numbers)), "", "memory", change.name, lambda: change)
            )

    def turn(self, direction: Direction, make: Callable[[Book, Change], Change]) -> Committed:
        """Take the last change back, or do again what was taken back."""
        with self._guard:
            standing = self._history.next(self._journal, direction)
            with self._history.turning(standing):
                return self._commit(
                    lambda book: make(book, standing.change),
                    lambda change: Turn(standing.entry.id, direction == "undo", "", "memory", lambda: change),
                )

    def _commit(self, make: Callable[[Book], Change], line: Callable[[Change], Line]) -> Committed:
        change = as_written(make(self._book), self._instant)
        if change:
            self._book = self._book.apply(change)
            self._journal = self._journal.with_line(line(change))
        return Committed(change, self._book)

    @property
    def undoable(self) -> str | None:
        """What would be taken back, by name."""
        return self._history.name(self._journal, "undo")

    @property
    def redoable(self) -> str | None:
        """What would be done again, by name."""
        return self._history.name(self._journal, "redo")

    why_no_copies: str | None = "The sample is kept in memory: it has no copies."

    def back_up(self) -> None:
        """There is no file to keep a copy of."""
        raise Refusal("The sample is kept in memory: it has no copies.")

    def copies(self) -> Sequence[Any]:
        """None are kept."""
        return ()

    def put_back(self, _copy: object) -> Change:
        """There is none to put back."""
        raise Refusal("The sample is kept in memory: it has no copies.")

    def lent_file(self) -> LentFile:
        """A file for another program to write words in, in a folder of its own."""
        return LentFile(None)

    def keep_outside(self) -> None:
        """Nothing comes from outside."""

    def go_back(self) -> Change:
        """Nothing comes from outside."""
        return Change("", ())

    def refresh(self) -> Change | None:
        """Nobody else can write here."""
        return None
