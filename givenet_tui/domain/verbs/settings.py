"""What may be done with the settings."""

from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.records import changed
from givenet_tui.domain.settings import Settings


def change(book: Book, moment: Moment, /, **fields: Any) -> Change:
    """Set some settings; the others stay as they are. Those that lie in the trash begin anew."""
    before = book.records[Settings.table].get(1)
    after = changed(book.settings, **fields)
    return edited("Settings changed", before, after) if before else added("Settings changed", after)
