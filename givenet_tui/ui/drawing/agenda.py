"""Today: the lines of the agenda, and what to know before one calls."""

from datetime import date

from givenet_tui.domain.agenda import Line as AgendaLine
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import put_off_words
from givenet_tui.domain.days import ago
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.timeline import timeline
from givenet_tui.tones import BLANK, Line, Piece, plain_words
from givenet_tui.ui import present
from givenet_tui.ui.drawing.pieces import fitted, indented, told, wrapped
from givenet_tui.wording import LABELS, tick

LABEL_WIDTH = 14
SHORTEST_NAME = 12
ROOMY = 8
"""Lines from which on there is room for gaps beside the agenda."""


def agenda_row(book: Book, line: AgendaLine, width: int, *, compact: bool) -> list[Line]:
    """One line of the agenda: what, who, why; what was offered; what makes it worth doing.

    Of one that was dealt with, what became of it, without what it was good for: that is not fulfilled by it.
    """
    room = max(8, width - LABEL_WIDTH)
    body = [_who_and_why(book, line, room), *(_dealt_with(book, line, room) if line.how else _worth(book, line, room))]
    times = put_off_words(line.put_off)
    if len(body) < 2:
        body.append(BLANK)
    label: Piece = tick(line.what, line.how) if line.how else LABELS[line.what]
    first = indented(body[:1], LABEL_WIDTH, label)
    second = indented(body[1:2], LABEL_WIDTH, (times, "muted"))
    return [*first, *second] if compact else [*first, *second, *indented(body[2:], LABEL_WIDTH), BLANK]


def _who_and_why(book: Book, line: AgendaLine, room: int) -> Line:
    """The name and the reason. Where both are too long, the clause that matters most stays whole."""
    person = book.people.get(line.person)
    name, why = person.name if person else "", _has_room(line)[0] or line.reason
    spare = room - 2 - present.cells(name)
    if line.how is None and present.cells(why) > spare:
        ways = _shortened(line)
        why = next((words for words in ways if present.cells(words) <= spare), ways[-1])
    name = present.cut(name, max(room - 2 - present.cells(why), min(SHORTEST_NAME, room)))
    return [(name, "muted" if line.how else "name"), ("  ", "plain"), (why, "muted")]


def _shortened(line: AgendaLine) -> list[str]:
    """The reason with ever fewer clauses: of what is promised for a day that day remains, else what comes first."""
    match line.what:
        case "promised" | "draft":
            return [line.reason.rpartition(", ")[2]]
        case "quiet" | "waiting":
            first = line.reason.partition("; ")[0]
            return [first, first.partition(", ")[0]]
        case "slot":
            return [_has_room(line)[0]]
        case "unknown":
            return [line.reason.rpartition(", and ")[2]]
    return [line.reason]


def _has_room(line: AgendaLine) -> tuple[str, str]:
    """Of an open line about a slot: that there is room, and why this person; of others nothing."""
    room, _, why = line.reason.partition(": ")
    return (room, why) if line.what == "slot" and line.how is None else ("", "")


def _worth(book: Book, line: AgendaLine, room: int) -> list[Line]:
    """Of an open line: what was offered, and what makes it worth doing, or a question to ask."""
    offer, aspiration = book.find(Offer, line.offer), book.find(Aspiration, line.aspiration)
    body = wrapped(_has_room(line)[1], room, "muted", most=1) if line.what == "slot" else []
    body += wrapped(offer.what, room, "plain", most=1) if offer and offer.what else []
    if line.question:
        return body + indented(wrapped(line.question, room - 6, "words", most=1), 6, ("ask · ", "muted"))
    return body + (told(aspiration, room) if aspiration else [])


def _dealt_with(book: Book, line: AgendaLine, room: int) -> list[Line]:
    """Of a line that was dealt with: the words about it, else what was offered."""
    offer = book.find(Offer, line.offer)
    words = line.became or (offer.what if offer else "")
    return wrapped(words, room, "muted", most=1) if words else []


def before_you_call(
    book: Book, person_id: int, today: date, width: int, height: int, *, hope: Aspiration | None = None
) -> list[Line]:
    """The last conversation with a person, and how to reach them; with a `hope`, that one as well."""
    person = book.people.get(person_id)
    if person is None:
        return []
    is_low = height < ROOMY
    reach = " · ".join(item.value for item in (*person.phones, *person.emails)) or "no e-mail or phone number yet"
    lines = _who(person, reach if is_low else "", width)
    lines += [] if is_low else wrapped(reach, width, "muted", most=3)
    if hope is not None:
        lines += told(hope, width)
    lines += [] if is_low else [BLANK]
    return [*lines, *_last_time(book, person_id, today, width, height - len(lines))]


def _last_time(book: Book, person_id: int, today: date, width: int, height: int) -> list[Line]:
    """The last conversation: when, how, with whom else, and the words about it, as far as there is room."""
    last = next((entry for entry in timeline(book, person_id) if entry.kind in {"touch", "gave", "came back"}), None)
    if last is None:
        return [[("You have not been in touch yet.", "muted")]]
    others = f" with {', '.join(last.others)}" if last.others and last.kind == "touch" else ""
    lines = wrapped(f"Last time, {ago(last.on, today)}: {last.label}{others}", width, "muted", most=1)
    return lines + wrapped(last.text or last.outcome or "(no words)", width, "plain", most=max(1, height - 1))


def _who(person: Person, reach: str, width: int) -> list[Line]:
    """`Ada Lovelace  analyst  ada@analytical.example`; how to reach them comes below where it does not fit beside."""
    title: Line = [("  ", "plain"), (person.title, "muted")] if person.title else []
    name: Line = [(person.name, "name"), *title]
    if reach and present.cells(plain_words(name)) + 2 + present.cells(reach) <= width:
        return [[*name, ("  ", "plain"), (reach, "muted")]]
    below: Line = [(present.cut(reach, width), "muted")]
    return [fitted(name, width), below] if reach else [fitted(name, width)]
