"""People: a row of the list, and the preview of who is under the cursor."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.aspirations import KINDS, Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import ago, how_long, short
from givenet_tui.domain.offers import FREED, Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.questions import question_for
from givenet_tui.domain.rhythm import Circle, rhythm_tag, standing
from givenet_tui.domain.timeline import Entry, timeline
from givenet_tui.tones import BLANK, Line, Piece, Tone
from givenet_tui.ui import present
from givenet_tui.ui.drawing.notes import notes
from givenet_tui.ui.drawing.pieces import fitted, flowing, indented, met_in, wrapped
from givenet_tui.wording import STEP_MARKS, birthday_words, days_since, is_on_board, mark_of
from givenet_tui.wording import said as status_words

KIND_NAMES = {"hope": "Hopes", "dream": "Dreams", "goal": "Goals", "objective": "Objectives"}
ENTRY_TONES: dict[str, Tone] = {"gave": "done", "came back": "resource", "offer": "raise"}


def person_row(
    book: Book, person: Person, today: date, width: int, *, hit: str = "", words: Sequence[str] = ()
) -> list[Line]:
    """A mark, the name, whether on the board, the days since, what is known: `● Ada Lovelace  ▪   3 days  ·dg·`.

    With a `hit`, the text in which the `words` were met, something of that stands in place of the columns on the right.
    """
    mark, tone = mark_of(book, person, today)
    quiet: Tone = "quiet" if tone == "quiet" else "muted"
    of_name: Tone = "name" if person.in_circle else "muted"
    board: list[Piece] = [("  ▪", "raise")] if is_on_board(book, person, today) else []
    if hit:
        left = width - 4 - sum(present.cells(text) for text, _ in board)
        for_hit = max(width // 2, left - present.cells(person.name))
        met = met_in(hit, words, for_hit)
        name = present.cut(person.name, left - min(for_hit, sum(present.cells(text) for text, _ in met)))
        return [[(f"{mark} ", tone), *fitted([(name, of_name), *board, ("  ", "plain"), *met], width - 2)]]
    kinds = {aspiration.kind for aspiration in book.aspirations_of(person.id) if aspiration.is_open}
    known: list[Piece] = [(kind[0], "plain") if kind in kinds else ("·", "faint") for kind in KINDS]
    named = fitted([(person.name, of_name), *board], _name_room(width))
    since = days_since(book, person, today) if person.in_circle else "rests"
    days = (f"{since:>10}", quiet)
    return [[(f"{mark} ", tone), *named, days, ("  ", "plain"), *known]]


def people_head(width: int) -> Line:
    """The words above the list's columns, of a page as wide as the list."""
    return [(f"   {'name':<{_name_room(width - 1)}}{'last touch':>10}  knows", "muted")]


def _name_room(width: int) -> int:
    """The cells for a name, in a row of that width: behind its mark, before the days and the four letters."""
    return max(4, width - 2 - 10 - 7)


def circle_foot(now: Circle, shown: str, width: int) -> list[Line]:
    """How many people the circle holds and how often you were in touch, against its size; and what is `shown`."""
    people = {0: "nobody", 1: "1 person"}.get(now.size, f"{now.size:,} people")
    room = f", room for {now.room:,}" if now.room > 0 and now.size else ""
    groups: list[list[Piece]] = [[(f"{people} in your circle{room}", "muted")], [(shown, "muted")]]
    if now.room < 0:
        over: Line = [(f"{-now.room:,} more than {now.capacity:,}: who could rest? ", "quiet"), ("ctrl+p", "key")]
        return [*flowing(groups, width, "  "), over]
    if now.size:
        groups.append([(f"{now.touches:,} of {now.touches_capacity:,} touches this month", "muted")])
    return flowing(groups, width, "  ")


def facts(book: Book, person: Person, today: date, width: int, *, most: int = 4) -> list[Line]:
    """The person's facts in a line or three."""
    now = standing(book, person, today)
    work = ", ".join(part for part in (person.title, person.organization, person.location) if part)
    by_tag = rhythm_tag(person, book.settings)
    rhythm = f"every {how_long(now.rhythm)}" + (f" by #{by_tag}" if by_tag else "") if now.rhythm else "no rhythm"
    last = book.last_touch(person.id)
    touch = f"last {ago(last, today)}" if last else "not in touch yet"
    met = ", ".join(part for part in (person.met_where, _day(person.met_on, today)) if part)
    introduced = book.people.get(person.introduced_by or 0)
    parts = [
        work,
        f"called {person.nickname}" if person.nickname else "",
        f"{rhythm}, {touch}" if person.in_circle else f"resting since {_day(person.archived_on, today)}",
        "on the board" if is_on_board(book, person, today) else "",
        f"born {birthday_words(person.birthday)}" if person.birthday else "",
        f"met {met}" if met else "",
        f"introduced by {introduced.name}" if introduced else "",
        *(item.value for item in (*person.emails, *person.phones, *person.urls)),
        *(f"#{tag}" for tag in person.tags),
    ]
    return wrapped(" · ".join(part for part in parts if part), width, "muted", most=most)


def _day(day: date | None, today: date) -> str:
    return short(day, today) if day else ""


def aspiration_lines(book: Book, aspiration: Aspiration, today: date, width: int) -> list[Line]:
    """Their words, and under them when and where they said it, and what serves it."""
    if not aspiration.is_open:
        said = "fulfilled" if aspiration.status == "fulfilled" else "let go"
        closed = f", {said} {short(aspiration.closed_on, today)}" if aspiration.closed_on else f", {said}"
        closing: Piece = ("✓ ", "done") if aspiration.status == "fulfilled" else ("– ", "muted")
        return indented(wrapped(aspiration.text + closed, width - 2, "struck", most=2), 2, closing)
    lines = wrapped(aspiration.text, width, "plain")
    heard = f"heard {short(aspiration.heard_on, today)}" if aspiration.heard_on else ""
    said = ", ".join(part for part in (heard, aspiration.heard_where) if part)
    groups: list[list[Piece]] = [[(part, "muted")] for part in (said, _horizon(aspiration, today)) if part]
    serving = _serving(book, aspiration)
    if serving:
        mark, tone = STEP_MARKS[serving.status]
        groups.append([(f"{mark} your offer {status_words(serving.status)}", tone)])
    return [*lines, *flowing(groups, width, "  ")] if groups else lines


def _horizon(aspiration: Aspiration, today: date) -> str:
    """By when they want it: a day as one reads it, or their words as they are."""
    try:
        return f"by {short(date.fromisoformat(aspiration.horizon), today)}"
    except ValueError:
        return aspiration.horizon


def _serving(book: Book, aspiration: Aspiration) -> Offer | None:
    offers = (offer for offer in book.offers_of(aspiration.person) if offer.serves == aspiration.id)
    return max((offer for offer in offers if offer.status not in FREED), key=lambda offer: offer.id, default=None)


def told_by_kind(book: Book, person_id: int, kind: str) -> list[Aspiration]:
    """What a person told you of a kind: open ones first, the latest first."""
    told = (aspiration for aspiration in book.aspirations_of(person_id) if aspiration.kind == kind)
    return sorted(told, key=lambda one: (one.is_open, one.heard_on or date.min, one.id), reverse=True)


def entry_lines(entry: Entry, today: date, width: int, *, most: int = 0) -> list[Line]:
    """A line of what was between you: the day, what it was, the words, what came of it."""
    day = short(entry.on, today)
    margin = 8 if entry.on.year == today.year else 13
    to_whom = "with" if entry.kind == "touch" else "→"
    others = f" {to_whom} {', '.join(entry.others)}" if entry.others else ""
    label: Piece = (entry.label + others, ENTRY_TONES.get(entry.kind, "muted"))
    text = entry.text
    if text and present.cells(label[0]) + present.cells(text) + 2 <= width - margin and "\n" not in text:
        lines: list[Line] = [[label, ("  ", "plain"), (text, "plain")]]
    else:
        lines = [[label], *(wrapped(text, width - margin, "plain", most=most) if text else [])]
    if entry.outcome:
        lines += indented(wrapped(entry.outcome, width - margin - 2, "words", most=most), 2, ("↳ ", "done"))
    if entry.objective:
        lines += wrapped(f"for my objective · {entry.objective.text}", width - margin, "muted", most=1)
    return indented(lines, margin, (f"{day:>{margin - 2}}", "muted"))


def preview(book: Book, person: Person, today: date, width: int) -> list[Line]:
    """Everything that matters about a person, on one page."""
    lines: list[Line] = [[(person.name, "name")], *facts(book, person, today, width), BLANK]
    for kind in KINDS:
        told = told_by_kind(book, person.id, kind)
        lines.append([(KIND_NAMES[kind], "heading")])
        for aspiration in told:
            lines += indented(aspiration_lines(book, aspiration, today, width - 2), 2)
        if not told:
            question = question_for(book.settings, kind, person.id, today)
            lines += indented(wrapped(f"nothing yet. Ask: {question}", width - 2, "muted"), 2)
        lines.append(BLANK)
    if person.about.strip():
        lines += [*notes(person, width, most=6), BLANK]
    lines.append([("Between you", "heading")])
    entries = timeline(book, person.id)
    for entry in entries[:12]:
        lines += entry_lines(entry, today, width, most=2)
    if not entries:
        lines.append([("  nothing yet: l logs a touch, o makes an offer", "muted")])
    return lines
