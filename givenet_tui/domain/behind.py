"""Who stands behind your objectives: to whom an offer for one was made, and who helped with it."""

from functools import lru_cache

from givenet_tui.domain.book import Book
from givenet_tui.domain.help import Help
from givenet_tui.domain.offers import FREED, Offer
from givenet_tui.domain.people import Person


def people_behind(book: Book, objective_id: int) -> tuple[Person, ...]:
    """The people behind an objective: those with an offer for it that was not freed, then those who helped."""
    return tuple(book.people[one] for one in _behind(book).get(objective_id, ()))


@lru_cache(maxsize=2)  # asked for every objective, and whenever the cursor moves; a book never changes
def _behind(book: Book) -> dict[int, dict[int, None]]:
    behind: dict[int, dict[int, None]] = {}
    tied: list[Offer | Help] = [offer for offer in book.all(Offer) if offer.status not in FREED]
    for record in (*tied, *book.all(Help)):
        if record.objective and record.person in book.people:
            behind.setdefault(record.objective, {})[record.person] = None
    return behind
