"""Words and marks that the app and the command line share. It loads no Textual."""

from datetime import date

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import How, What
from givenet_tui.domain.days import MONTHS, how_long, short
from givenet_tui.domain.everything import Hit
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import FREED, OfferStatus
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import standing
from givenet_tui.domain.timeline import CHANNEL_NAMES
from givenet_tui.tones import Piece, Tone

LABELS: dict[What, tuple[str, Tone]] = {
    "promised": ("promised", "raise"),
    "waiting": ("waiting", "resource"),
    "draft": ("to offer", "resource"),
    "birthday": ("birthday", "birthday"),
    "quiet": ("gone quiet", "quiet"),
    "slot": ("free slot", "raise"),
    "unknown": ("to ask", "muted"),
}
"""What a line of the agenda is about."""

TICKS: dict[How, str] = {"done": "✓ done", "bumped": "→ put off", "passed": "· passed"}
"""How a line of the agenda was dealt with."""

STEP_MARKS: dict[OfferStatus, tuple[str, Tone]] = {
    "chosen": ("○", "muted"),
    "drafted": ("◔", "muted"),
    "offered": ("◑", "resource"),
    "accepted": ("◕", "raise"),
    "done": ("●", "done"),
    "declined": ("✕", "muted"),
    "let_go": ("–", "muted"),
}
"""A mark that fills as the offer comes along."""


def said(status: str) -> str:
    """A status as one says it: `let go`."""
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


def birthday_words(birthday: Birthday) -> str:
    """`29 Feb`, or `29 Feb 1960`: as it is written down, whichever day it is kept on this year."""
    words = f"{birthday.day} {MONTHS[birthday.month - 1][:3]}"
    return f"{words} {birthday.year}" if birthday.year else words


def days_since(book: Book, person: Person, today: date) -> str:
    """How long ago the last touch was: `3 days`, `today`, `never`."""
    last = book.last_touch(person.id)
    if last is None:
        return "never"
    return "today" if last >= today else how_long((today - last).days)


def kind_of(hit: Hit) -> str:
    """What was found, in a word or two."""
    match hit.record:
        case Aspiration(kind=kind):
            return kind
        case Interaction(channel=channel):
            return CHANNEL_NAMES[channel]
    if hit.what == "person" and hit.where == "note":
        return "notes"
    return {"help": "came back", "objective": "my objective"}.get(hit.what, hit.what)


def day_of(hit: Hit, today: date) -> str:
    """Of which day it is; of an objective the year. When someone came into the book says nothing."""
    if isinstance(hit.record, Objective):
        return str(hit.record.year)
    return "" if hit.what == "person" or hit.on == date.min else short(hit.on, today)


def who_of(book: Book, hit: Hit) -> str:
    """With whom, or of whom, it is."""
    return ", ".join(book.people[number].name for number in hit.people if number in book.people)
