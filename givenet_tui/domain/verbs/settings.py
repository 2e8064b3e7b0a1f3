"""What may be done with the settings."""

from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.records import changed
from givenet_tui.domain.settings import Settings


def change(book: Book, moment: Moment, /, **fields: Any) -> Change:
    """Set some settings; the others stay as they are."""
    now = book.find(Settings, 1)
    if now is None:
        return added("Settings changed", Settings(id=1, **fields))
    return edited("Settings changed", now, changed(now, **fields))
