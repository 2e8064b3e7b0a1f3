"""One person on paper, as the notebook has it. Nothing is cut here: what does not fit goes on in the next line."""

from datetime import date

from givenet_tui import plain
from givenet_tui.cli.paper import Paper
from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import ago, short
from givenet_tui.domain.holding import is_to_confirm
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.questions import question_for
from givenet_tui.domain.rhythm import standing
from givenet_tui.domain.timeline import Entry, EntryKind, timeline
from givenet_tui.domain.told import closed_words, heard_words, horizon_words, serving, silence_words, told_by_kind
from givenet_tui.tones import Tone
from givenet_tui.wording import (
    STEP_MARKS,
    askings_in_words,
    birthday_words,
    is_on_board,
    labelled_words,
    rhythm_words,
    said,
    steps_words,
)

_KIND_NAMES: dict[Kind, str] = {"hope": "Hopes", "dream": "Dreams", "goal": "Goals", "objective": "Objectives"}
_ENTRY_TONES: dict[EntryKind, Tone] = {"gave": "done", "came back": "resource", "offer": "raise"}


def print_person(paper: Paper, book: Book, person: Person, today: date) -> None:
    """Facts, what they told you, your notes, and what was between you."""
    paper.words(plain.line(person.name), tone="name")
    for fact in _facts(book, person, today):
        paper.words(plain.line(fact), tone="muted")
    for kind in KINDS:
        _print_kind(paper, book, person, kind, today)
    if person.about.strip():
        _heading(paper, "Notes")
        paper.words(person.about.strip(), 2)
    _heading(paper, "Between you")
    entries = timeline(book, person.id)
    for entry in entries:
        _print_entry(paper, entry, today)
    if not entries:
        paper.line(("  nothing yet", "muted"))


def _heading(paper: Paper, text: str) -> None:
    paper.line()
    paper.line((text, "heading"))


def _facts(book: Book, person: Person, today: date) -> list[str]:
    last = book.last_touch(person.id)
    touch = f"last {ago(last, today)}" if last else "not in touch yet"
    rhythm = rhythm_words(person, book.settings)
    resting = f"resting since {short(person.archived_on, today)}" if person.archived_on else ""
    introduced = book.people.get(person.introduced_by or 0)
    facts = [
        [person.title, person.organization, person.location],
        [
            f"called {person.nickname}" if person.nickname else "",
            resting or f"{rhythm}, {touch}",
            "gone quiet" if standing(book, person, today).is_quiet else "",
            "on the board" if is_on_board(book, person, today) else "",
        ],
        [
            f"born {birthday_words(person.birthday)}" if person.birthday else "",
            f"met {_met(person, today)}" if person.met_on or person.met_where else "",
            f"introduced by {introduced.name}" if introduced else "",
        ],
        [labelled_words(one) for one in _ways(person)],
        [f"#{tag}" for tag in person.tags],
        [f"came from {source.origin}, {source.key}" for source in person.sources],
    ]
    lines = (", ".join(filter(None, facts[0])), *(" · ".join(filter(None, some)) for some in facts[1:]))
    return [line for line in lines if line]


def _ways(person: Person) -> tuple[Labelled, ...]:
    return (*person.emails, *person.phones, *person.urls)


def _met(person: Person, today: date) -> str:
    return ", ".join(part for part in (person.met_where, short(person.met_on, today) if person.met_on else "") if part)


def _print_kind(paper: Paper, book: Book, person: Person, kind: Kind, today: date) -> None:
    _heading(paper, _KIND_NAMES[kind])
    told = told_by_kind(book, person.id, kind)
    for aspiration in told:
        _print_aspiration(paper, book, aspiration, today)
    if not told:
        paper.words(f"nothing yet. You could ask: {question_for(book.settings, kind, person.id, today)}", 2, "muted")


def _print_aspiration(paper: Paper, book: Book, aspiration: Aspiration, today: date) -> None:
    if not aspiration.is_open:
        mark = "✓" if aspiration.status == "fulfilled" else "–"
        words = f"{aspiration.text}, {closed_words(aspiration, today)}"
        paper.words(words, 4, "muted", first=f"  {mark} ")
        return
    paper.words(aspiration.text, 2, "words")
    parts = [heard_words(aspiration, today), horizon_words(aspiration, today)]
    offers = serving(book, aspiration)
    if offers:
        parts.append(f"{STEP_MARKS[offers[0].status][0]} your offer {said(offers[0].status)}")
    if any(parts):
        paper.words(" · ".join(part for part in parts if part), 2, "muted")
    for earlier in reversed(aspiration.earlier):
        paper.words(f"until {short(earlier.until, today)}: {earlier.text}", 4, "muted")
    if is_to_confirm(aspiration, today):
        paper.words(f"{silence_words(aspiration, today)}: does it still hold?", 2, "muted")


def _print_entry(paper: Paper, entry: Entry, today: date) -> None:
    day = short(entry.on, today)
    margin = 10 if entry.on.year == today.year else 15
    to_whom = " with " if entry.kind == "touch" else " → "
    others = f"{to_whom}{', '.join(entry.others)}" if entry.others else ""
    status = f" ({said(entry.record.status)})" if isinstance(entry.record, Offer) and entry.kind == "offer" else ""
    label = "offer" + status if status else entry.label
    paper.words(label + others, margin, _ENTRY_TONES.get(entry.kind, "muted"), first=f"{day:>{margin - 2}}")
    if entry.text:
        paper.words(entry.text, margin)
    if entry.askings:
        paper.words(askings_in_words(entry.askings, today), margin, "muted")
    if entry.outcome:
        paper.words(entry.outcome, margin + 2, "words", first=" " * margin + "↳ ")
    if entry.objective:
        paper.words(f"for my objective · {entry.objective.text}", margin, "muted")
    if isinstance(entry.record, Offer) and len(entry.record.steps) > 1:
        paper.words(steps_words(entry.record, today), margin, "muted")
