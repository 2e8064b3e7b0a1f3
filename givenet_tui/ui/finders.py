"""The indexes of the book that the screens search in: made once, when one is first asked for, and carried along."""

from threading import Lock

from givenet_tui.domain.book import Book
from givenet_tui.domain.everything import Everything
from givenet_tui.domain.find import PeopleFinder
from givenet_tui.domain.line.names import Names, names_in


class Finders:
    """One index for all who search. A thread may make it meanwhile: who comes second waits for that one."""

    def __init__(self) -> None:
        """Nothing is indexed yet."""
        self._people_lock, self._everything_lock, self._names_lock = Lock(), Lock(), Lock()
        self._people: PeopleFinder | None = None
        self._everything: Everything | None = None

    def people(self, book: Book) -> PeopleFinder:
        """The finder of a book."""
        with self._people_lock:
            self._people = self._people.moved_to(book) if self._people else PeopleFinder(book)
            return self._people

    def names(self, book: Book) -> Names:
        """Who is meant by a name in the line."""
        with self._names_lock:
            return names_in(book)

    def everything(self, book: Book) -> Everything:
        """The index of all that a book holds."""
        with self._everything_lock:
            self._everything = self._everything.moved_to(book) if self._everything else Everything(book)
            return self._everything
