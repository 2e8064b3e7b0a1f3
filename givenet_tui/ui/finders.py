"""The indexes of the book that the screens search in: made once, when one is first asked for, and carried along."""

from threading import Lock

from givenet_tui.domain.book import Book
from givenet_tui.domain.find import PeopleFinder


class Finders:
    """One index for all who search. A thread may make it meanwhile: who comes second waits for that one."""

    def __init__(self) -> None:
        """Nothing is indexed yet."""
        self._lock = Lock()
        self._people: PeopleFinder | None = None

    def people(self, book: Book) -> PeopleFinder:
        """The finder of a book."""
        with self._lock:
            self._people = self._people.moved_to(book) if self._people else PeopleFinder(book)
            return self._people
