"""The sample that `givenet --demo` shows: a made-up book, the same for everyone who opens it on the same day."""

from datetime import date

from givenet_tui.demo.days import came_back, check_ins, snoozes
from givenet_tui.demo.offers import objectives, offers
from givenet_tui.demo.people import RHYTHMS, people
from givenet_tui.demo.told import told
from givenet_tui.demo.touches import touches
from givenet_tui.demo.when import When
from givenet_tui.domain.book import Book
from givenet_tui.domain.settings import Meta, Settings

__all__ = ["demo_book"]


def demo_book(today: date) -> Book:
    """The sample as it stands on a day: nothing in it is random, and every date is counted from `today`."""
    when = When(today)
    begun = when.instant(when.ago(1040))
    met, given = touches(when), offers(when)
    return Book([
        Meta(id=1, file_id="sample"),
        Settings(id=1, created_at=begun, updated_at=begun, rhythms=RHYTHMS),
        *people(when), *told(when), *met, *objectives(when), *given, *came_back(when),
        *check_ins(when, met, given), *snoozes(when),
    ])  # fmt: skip
