"""People: a row of the list, and the preview of who is under the cursor."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.aspirations import KINDS
from givenet_tui.domain.book import Book
from givenet_tui.domain.people import Person
from givenet_tui.domain.questions import question_for
from givenet_tui.domain.rhythm import Circle
from givenet_tui.domain.timeline import timeline
from givenet_tui.domain.told import told_by_kind
from givenet_tui.tones import BLANK, Line, Piece, Tone
from givenet_tui.ui import present
from givenet_tui.ui.drawing.aspirations import aspiration_lines
from givenet_tui.ui.drawing.entries import entry_lines
from givenet_tui.ui.drawing.facts import facts
from givenet_tui.ui.drawing.notes import notes
from givenet_tui.ui.drawing.pieces import fitted, flowing, indented, met_in, wrapped
from givenet_tui.wording import days_since, is_on_board, mark_of

KIND_NAMES = {"hope": "Hopes", "dream": "Dreams", "goal": "Goals", "objective": "Objectives"}


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


def circle_foot(now: Circle, shown: str, width: int, *, found: bool = False) -> list[Line]:
    """How many people the circle holds and how often you were in touch, against its size; and what is `shown`.

    While somebody is `found` the touches give up their room: two lines are all there is.
    """
    people = {0: "nobody", 1: "1 person"}.get(now.size, f"{now.size:,} people")
    room = f", room for {now.room:,}" if now.room > 0 and now.size else ""
    groups: list[list[Piece]] = [[(f"{people} in your circle{room}", "muted")], [(shown, "muted")]]
    if now.room < 0:
        over: Line = [(f"{-now.room:,} more than {now.capacity:,}: who could rest? ", "quiet"), ("ctrl+p", "key")]
        return [*flowing(groups, width, "  "), over]
    if now.size and not found:
        groups.append([(f"{now.touches:,} of {now.touches_capacity:,} touches this month", "muted")])
    return flowing(groups, width, "  ")


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
