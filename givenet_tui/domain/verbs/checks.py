"""What several verbs look at before they change anything: whether what is named is there, whether a day is over."""

from datetime import date

from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.records import Record


def is_there(book: Book, kind: type[Record], record_id: int | None, what: str) -> None:
    """Refuse to name a record that is not in the book: what names nobody would have to be mended. None names none."""
    if record_id is not None and book.find(kind, record_id) is None:
        raise Refusal(f"{what} is not in the book: it was deleted, or has another number.")


def not_to_come(moment: Moment, day: date | None, what: str) -> None:
    """Refuse a day to come for `what` has happened."""
    if day is not None and day > moment.today:
        raise Refusal(f"{what} is something that happened: choose today or a day before.")
