"""Today: the month's head, the lines of the agenda, and what to know before one calls."""

from datetime import date

from givenet_tui.domain.agenda import Agenda
from givenet_tui.domain.agenda import Line as AgendaLine
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import ago, how_long
from givenet_tui.domain.months import days_left, month_name, month_of
from givenet_tui.domain.offers import Offer, Part
from givenet_tui.domain.rhythm import circle
from givenet_tui.domain.timeline import timeline
from givenet_tui.tones import BLANK, Line, Piece, Tone
from givenet_tui.ui.drawing.pieces import dots, flowing, indented, meter, told, wrapped
from givenet_tui.wording import LABELS, TICKS

PART_WORDS: dict[Part, tuple[str, Tone]] = {
    "raise_up": ("Raise up", "raise"),
    "resource": ("Be a resource", "resource"),
}
LABEL_WIDTH = 13
SENTENCES = ("Nothing", "One thing", "Two things", "Three things", "Four things", "Five things")


def month_head(book: Book, today: date, width: int) -> list[Line]:
    """`November  8 days left   Raise up ●●●○○ 3/5 …`: one line, or as many as the width asks for."""
    month = month_of(today)
    left = days_left(month, today)
    parts = assignment(book, month).parts
    now = circle(book, today)
    days = "the last day" if left == 0 else f"{how_long(left)} left"
    groups: list[list[Piece]] = [
        [(month_name(month, with_year=False), "heading"), (f"  {days}", "muted")],
        *(
            [
                (f"{words} ", "plain"),
                *dots(view.done, len(view.slots), tone),
                (f" {view.done}/{len(view.slots)}", "plain"),
            ]
            for view in parts
            for words, tone in [PART_WORDS[view.part]]
        ),
        [
            *meter(now.touches, now.touches_capacity, 10, "done"),
            (f" {now.touches} of {now.touches_capacity} touches", "muted"),
        ],
    ]
    return flowing(groups, width, "   ")


def agenda_head(agenda: Agenda, reflection: str) -> Line:
    """How much there is to do, in words."""
    if not agenda.lines:
        return [("Nothing asks for you today. ", "heading"), ("w closes the day.", "muted")]
    if agenda.is_through:
        if reflection:
            return [("✓ ", "done"), ("The day is closed: ", "heading"), (reflection, "words")]
        return [
            ("✓ ", "done"),
            ("That was today. ", "heading"),
            ("w", "key"),
            (" closes the day with a line.", "muted"),
        ]
    count = agenda.open
    words = SENTENCES[count] if count < len(SENTENCES) else f"{count} things"
    return [(f"{words} today", "heading"), (", about two minutes" if count > 1 else "", "muted")]


def agenda_row(book: Book, line: AgendaLine, width: int, *, compact: bool) -> list[Line]:
    """One line of the agenda: what, who, why; what was offered; what makes it worth doing."""
    label: Piece = (TICKS[line.how], "done" if line.how == "done" else "muted") if line.how else LABELS[line.what]
    person = book.people.get(line.person)
    name = person.name if person else ""
    room = max(8, width - LABEL_WIDTH)
    head: Line = [(name, "muted" if line.how else "name"), ("  ", "plain"), (line.reason, "muted")]
    body: list[Line] = [head]
    offer = book.find(Offer, line.offer)
    aspiration = book.find(Aspiration, line.aspiration)
    if offer and offer.what:
        body += wrapped(offer.what, room, "muted" if line.how else "plain", most=1)
    if line.question:
        body += indented(wrapped(line.question, room - 6, "words", most=1), 6, ("ask · ", "muted"))
    elif aspiration:
        body += told(aspiration, room)
    drawn = indented(body[:2] if compact else body, LABEL_WIDTH, label)
    return drawn if compact else [*drawn, BLANK]


def before_you_call(book: Book, person_id: int, today: date, width: int, height: int) -> list[Line]:
    """The last conversation with a person, and how to reach them."""
    person = book.people.get(person_id)
    if person is None:
        return []
    title: list[Piece] = [("  ", "plain"), (person.title, "muted")] if person.title else []
    lines: list[Line] = [[(person.name, "name"), *title]]
    reach = [item.value for item in (*person.phones, *person.emails)]
    lines += wrapped(" · ".join(reach) or "no e-mail or phone number yet", width, "muted", most=2)
    gap: list[Line] = [BLANK] if height > 6 else []
    last = next((entry for entry in timeline(book, person_id) if entry.kind in {"touch", "gave", "came back"}), None)
    if last is None:
        return [*lines, *gap, [("You have not been in touch yet.", "muted")]]
    lines += [*gap, [(f"Last time, {ago(last.on, today)}: {last.label}", "muted")]]
    lines += wrapped(last.text or last.outcome or "(no words)", width, "plain", most=max(2, height - len(lines)))
    return lines
