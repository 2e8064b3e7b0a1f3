"""MemoryStore: a book that is kept nowhere, for the demo and for tests. It behaves as a file does."""

from collections.abc import Callable
from threading import Lock

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.store.committed import Committed, as_written
from givenet_tui.store.state import Problem


class MemoryStore:
    """The same surface as FileStore's."""

    path: None = None
    read_only: str | None = None
    problems: tuple[Problem, ...] = ()

    def __init__(self, book: Book, instant: Callable[[], str]) -> None:
        """Begin with this book; `instant` says now as the file writes it."""
        self._book = book
        self._instant = instant
        self._guard = Lock()

    @property
    def book(self) -> Book:
        """The book as the last change left it."""
        return self._book

    def commit(self, make: Callable[[Book], Change]) -> Committed:
        """Ask `make` for a change of the book and keep it; what it raises goes on, and nothing is changed."""
        with self._guard:
            change = as_written(make(self._book), self._instant)
            if change:
                self._book = self._book.apply(change)
            return Committed(change, self._book)

    def refresh(self) -> Change | None:
        """Nobody else can write here."""
        return None
