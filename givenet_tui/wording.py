"""Words and marks that the app and the command line share. It loads no Textual."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import How, What
from givenet_tui.domain.days import MONTHS, ago, how_long, short
from givenet_tui.domain.introductions import HowItStands
from givenet_tui.domain.months import month_name, month_of
from givenet_tui.domain.offers import FREED, Asking, Offer, OfferStatus
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.rhythm import rhythm_of, rhythm_tag, standing
from givenet_tui.domain.settings import Settings
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

DONE: dict[What, str] = {
    "promised": "✓ promised",
    "waiting": "✓ answered",
    "draft": "✓ draft",
    "birthday": "✓ birthday",
    "quiet": "✓ in touch",
    "slot": "✓ chosen",
    "unknown": "✓ asked",
}
"""What a line of the agenda was about, ticked. What became of it comes after the name: an answer is not done yet."""

TICKS: dict[How, str] = {"bumped": "→ put off", "passed": "· passed"}
"""How a line was dealt with otherwise."""

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


def tick(what: What, how: How) -> Piece:
    """What stands before a line of the agenda that was dealt with."""
    return (DONE[what], "done") if how == "done" else (TICKS[how], "muted")


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


NO_RHYTHM = "no rhythm"


def rhythm_words(person: Person, settings: Settings) -> str:
    """How often you want to be in touch, and who says so: `every 30 days`, `every 30 days, by #close`, `no rhythm`."""
    days = rhythm_of(person, settings)
    if days is None:
        return NO_RHYTHM
    tag = rhythm_tag(person, settings)
    return f"every {how_long(days)}" + (f", by #{tag}" if tag else "")


def steps_words(offer: Offer, today: date) -> str:
    """The days on which an offer came along: `drafted 2 Nov, offered 4 Nov, carried over from October`."""
    steps = [f"{said(step.status)} {short(step.on, today)}" for step in offer.steps]
    carried = [f"carried over from {month_name(month)}" for month in offer.carried_from[-1:]]
    return ", ".join([*steps, *carried])


def labelled_words(item: Labelled) -> str:
    """A way to reach someone, and what it is called: `ada@analytical.example (work)`."""
    return f"{item.value} ({item.label})" if item.label else item.value


def days_since(book: Book, person: Person, today: date) -> str:
    """How long ago the last touch was: `3 days`, `today`, `never`."""
    last = book.last_touch(person.id)
    if last is None:
        return "never"
    return "today" if last >= today else how_long((today - last).days)


def asking_words(asking: Asking | None, today: date) -> str:
    """How it stands with one of the two of an introduction: `asked 2 days ago`, `yes`."""
    if asking is None:
        return "not asked yet"
    return {"asked": f"asked {ago(asking.on, today)}", "yes": "yes", "no": "would rather not"}[asking.status]


def askings_in_words(stands: Sequence[HowItStands], today: date, width: int = 0) -> str:
    """`Ada Lovelace: asked 2 days ago · Grace Hopper: yes`; with first names, where that is wider than `width`."""
    whole = " · ".join(f"{one.person.name}: {asking_words(one.asking, today)}" for one in stands)
    if not width or len(whole) <= width:
        return whole
    return " · ".join(f"{_first_name(one.person)}: {asking_words(one.asking, today)}" for one in stands)


def _first_name(person: Person) -> str:
    """What they are called: a nickname of one word, else the first of their name."""
    nickname = person.nickname.strip()
    return nickname if nickname and " " not in nickname else person.name.partition(" ")[0]


def not_shown(count: int) -> str:
    """What is said of records that cannot be read, wherever a book is shown without them."""
    if count == 1:
        return "1 record of the book cannot be read and is not shown. It stays in the file: `givenet check` names it."
    return (
        f"{count:,} records of the book cannot be read and are not shown. "
        "They stay in the file: `givenet check` names them."
    )
