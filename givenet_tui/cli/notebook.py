"""One person on paper, as the notebook has it. Nothing is cut here: what does not fit goes on in the next line."""

from datetime import date

from givenet_tui import plain
from givenet_tui.cli.paper import Paper
from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import ago, how_long, short
from givenet_tui.domain.offers import FREED, Offer
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.questions import question_for
from givenet_tui.domain.rhythm import standing
from givenet_tui.domain.timeline import Entry, EntryKind, timeline
from givenet_tui.tones import Tone
from givenet_tui.wording import STEP_MARKS, askings_in_words, birthday_words, is_on_board, said

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
    now = standing(book, person, today)
    last = book.last_touch(person.id)
    touch = f"last {ago(last, today)}" if last else "not in touch yet"
    rhythm = f"every {how_long(now.rhythm)}" if now.rhythm else "no rhythm"
    resting = f"resting since {short(person.archived_on, today)}" if person.archived_on else ""
    introduced = book.people.get(person.introduced_by or 0)
    facts = [
        [person.title, person.organization, person.location],
        [
            f"called {person.nickname}" if person.nickname else "",
            resting or f"{rhythm}, {touch}",
            "gone quiet" if now.is_quiet else "",
            "on the board" if is_on_board(book, person, today) else "",
        ],
        [
            f"born {birthday_words(person.birthday)}" if person.birthday else "",
            f"met {_met(person, today)}" if person.met_on or person.met_where else "",
            f"introduced by {introduced.name}" if introduced else "",
        ],
        [f"{one.value} ({one.label})" if one.label else one.value for one in _ways(person)],
        [f"#{tag}" for tag in person.tags],
    ]
    lines = (", ".join(filter(None, facts[0])), *(" · ".join(filter(None, some)) for some in facts[1:]))
    return [line for line in lines if line]


def _ways(person: Person) -> tuple[Labelled, ...]:
    return (*person.emails, *person.phones, *person.urls)


def _met(person: Person, today: date) -> str:
    return ", ".join(part for part in (person.met_where, short(person.met_on, today) if person.met_on else "") if part)


def _print_kind(paper: Paper, book: Book, person: Person, kind: Kind, today: date) -> None:
    _heading(paper, _KIND_NAMES[kind])
    told = [aspiration for aspiration in book.aspirations_of(person.id) if aspiration.kind == kind]
    told.sort(key=lambda one: (one.is_open, one.heard_on or date.min, one.id), reverse=True)
    for aspiration in told:
        _print_aspiration(paper, book, aspiration, today)
    if not told:
        paper.words(f"nothing yet. You could ask: {question_for(book.settings, kind, person.id, today)}", 2, "muted")


def _print_aspiration(paper: Paper, book: Book, aspiration: Aspiration, today: date) -> None:
    if not aspiration.is_open:
        mark = "✓" if aspiration.status == "fulfilled" else "–"
        on = f" {short(aspiration.closed_on, today)}" if aspiration.closed_on else ""
        paper.words(f"{aspiration.text}, {said(aspiration.status)}{on}", 4, "muted", first=f"  {mark} ")
        return
    paper.words(aspiration.text, 2, "words")
    heard = f"heard {short(aspiration.heard_on, today)}" if aspiration.heard_on else ""
    parts = [", ".join(part for part in (heard, aspiration.heard_where) if part), _horizon(aspiration, today)]
    serving = [o for o in book.offers_of(aspiration.person) if o.serves == aspiration.id and o.status not in FREED]
    if serving:
        latest = max(serving, key=lambda offer: offer.id)
        parts.append(f"{STEP_MARKS[latest.status][0]} your offer {said(latest.status)}")
    if any(parts):
        paper.words(" · ".join(part for part in parts if part), 2, "muted")


def _horizon(aspiration: Aspiration, today: date) -> str:
    try:
        return f"by {short(date.fromisoformat(aspiration.horizon), today)}"
    except ValueError:
        return aspiration.horizon


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
