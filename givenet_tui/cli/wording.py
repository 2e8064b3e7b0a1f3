"""Words and marks that several commands print."""

from datetime import date

from givenet_tui.cli.paper import Piece, Tone
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import How, What
from givenet_tui.domain.days import how_long
from givenet_tui.domain.months import month_of
from givenet_tui.domain.offers import FREED, OfferStatus, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import standing

LABELS: dict[What, tuple[str, Tone]] = {
    "promised": ("promised", "raise"),
    "waiting": ("waiting", "resource"),
    "draft": ("to offer", "resource"),
    "birthday": ("birthday", "raise"),
    "quiet": ("gone quiet", "quiet"),
    "slot": ("free slot", "raise"),
    "unknown": ("to ask", "muted"),
}
TICKS: dict[How, str] = {"done": "✓ done", "bumped": "→ put off", "passed": "· passed"}
STEP_MARKS: dict[OfferStatus, tuple[str, Tone]] = {
    "chosen": ("○", "muted"),
    "drafted": ("◔", "muted"),
    "offered": ("◑", "resource"),
    "accepted": ("◕", "raise"),
    "done": ("●", "done"),
    "declined": ("✕", "muted"),
    "let_go": ("–", "muted"),
}
PART_TONES: dict[Part, Tone] = {"raise_up": "raise", "resource": "resource"}
NOBODY = (
    "Nobody is here yet. `givenet import FILE` brings people in, `givenet --demo` shows a sample,",
    "and `givenet` alone opens the app, where `a` adds someone.",
)


def said(status: str) -> str:
    """A status as one says it."""
    return status.replace("_", " ")


def mark_of(book: Book, person: Person, today: date) -> Piece:
    """● in touch, ○ gone quiet, · no rhythm, z resting."""
    if not person.in_circle:
        return "z", "muted"
    now = standing(book, person, today)
    if now.rhythm is None:
        return "·", "muted"
    return ("○", "quiet") if now.is_quiet else ("●", "done")


def is_on_board(book: Book, person: Person, today: date) -> bool:
    """Whether the person stands on this month's board."""
    month = month_of(today)
    return any(offer.month == month and offer.status not in FREED for offer in book.offers_of(person.id))


def days_since(book: Book, person: Person, today: date) -> str:
    """`3 days`, `today`, `never`."""
    last = book.last_touch(person.id)
    if last is None:
        return "never"
    return "today" if last >= today else how_long((today - last).days)


def counted(number: int, one: str, several: str = "") -> str:
    """`1 person`, `23 people`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
