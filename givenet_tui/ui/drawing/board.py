"""The board: the month's head, and a slot as a card or in two lines."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import Assignment, Pace
from givenet_tui.domain.book import Book
from givenet_tui.domain.candidates import is_waiting
from givenet_tui.domain.days import ahead, due_words, how_long, short
from givenet_tui.domain.introductions import askings, came_back_for
from givenet_tui.domain.months import first_day, month_name, month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.tones import Line, Piece, Tone, plain_words
from givenet_tui.ui import present
from givenet_tui.ui.drawing.pieces import boxed, fitted, told, wrapped
from givenet_tui.wording import STEP_MARKS, askings_in_words, said


def month_lines(board: Assignment, now: Pace, today: date, width: int) -> list[Line]:
    """The month, the days it has left, how far it is, and the pace: in one line, or in two where they do not fit."""
    running = month_of(today)
    if board.month > running:
        groups = [f"begins {ahead(first_day(board.month), today)}", "people are chosen when it runs"]
    elif board.month < running:
        carried = sum(len(view.carried) for view in board.parts)
        groups = [now.how_far, f"{carried} carried on" if carried else "", now.words]
    else:
        left = f"{how_long(now.days_left)} left" if now.days_left else "the last day"
        groups = [left, now.how_far, now.words]
    groups = [group for group in groups if group]
    name: list[Piece] = [("[ ", "key"), (month_name(board.month), "heading"), (" ]   ", "key")]
    words = " · ".join(groups)
    if present.cells(plain_words(name)) + present.cells(words) <= width:
        return [[*name, (words, "muted")]]
    return [[*name, (groups[0], "muted")], [("  ", "plain"), (" · ".join(groups[1:]), "muted")]]


# --- an offer ------------------------------------------------------------------------------------


def offer_lines(book: Book, offer: Offer, today: date, width: int, room: int) -> list[Line]:
    """Who and how far; what; how the two were asked, what came of it, what it serves: as the room allows."""
    dim = not offer.is_open
    more = about_lines(book, offer, today, width)
    if room == 2 and offer.status in {"drafted", "offered"} and offer.asked and more:
        return [head(book, offer, today, width), more[0]]  # who was asked says whom it brings together as well
    most = max(1, room - 1 - len(more))
    what: list[Line] = wrapped(offer.what, width, "muted" if dim else "plain", most=most) if offer.what else []
    if offer.status == "chosen":
        what = [[("no words yet: space writes the offer", "muted")]]
    return [head(book, offer, today, width), *what, *more]


def head(book: Book, offer: Offer, today: date, width: int) -> Line:
    """The name, the step and its day, by when: a long name is cut, and never the day."""
    person = book.people.get(offer.person)
    name = person.name if person else ""
    for after in _how_far(offer, today):
        if present.cells(f"{name}  {plain_words(after)}") <= width:
            break
    return _beside(name, "name" if offer.is_open else "muted", after, width)


def _how_far(offer: Offer, today: date) -> list[list[Piece]]:
    """The step and its day, and by when: in as many words as there may be room for, and then in fewer."""
    mark, tone = STEP_MARKS[offer.status]
    step, reached = f"{mark} {said(offer.status)}", offer.reached(offer.status)
    on = f" {short(reached, today)}" if reached and offer.status not in {"chosen", "drafted"} else ""
    if not offer.is_open or not (offer.due or is_waiting(offer, today)):
        return [[(step + on, tone)], [(step, tone)]]
    if not offer.due:
        return [[(step + on, tone), ("  no answer yet", "muted")], [(step + on, tone)]]
    due = due_words(offer.due, today)
    near: Tone = "raise" if (offer.due - today).days <= 3 else "muted"
    brief = due.removeprefix("due ").removeprefix("by ").removeprefix("its day ")
    return [
        [(step + on, tone), (f"  {due}", near)],
        [(step, tone), (f"  {due}", near)],
        [(step, tone), (f" · {brief}", near)],
    ]


def _beside(name: str, tone: Tone, after: Sequence[Piece], width: int) -> Line:
    room = max(6, width - 2 - present.cells(plain_words(after)))
    return [(present.cut(name, room), tone), ("  ", "plain"), *after]


def about_lines(book: Book, offer: Offer, today: date, width: int) -> list[Line]:
    """A line each, what matters most first: the two askings, what came of it and back, what it serves."""
    stands = askings(book, offer)
    lines: list[Line] = []
    if stands and offer.is_open and offer.status != "chosen":
        lines += wrapped(askings_in_words(stands, today, width), width, "resource", most=1)
    if offer.outcome:
        lines += [[("↳ ", "done"), *line] for line in wrapped(offer.outcome, width - 2, "muted", most=1)]
    for back in came_back_for(book, offer):
        text = wrapped(back.text, width - 13, "muted", most=1)
        lines.append([("↳ ", "done"), ("came back: ", "resource"), *text[0]])
    objective, aspiration = book.find(Objective, offer.objective), book.find(Aspiration, offer.serves)
    if offer.part == "resource" and objective:
        text = wrapped(objective.text, width - 19, "words", most=1)
        lines.append([("for my objective · ", "muted"), *text[0]])
    return lines + told(aspiration, width) if aspiration else lines


def beside_line(book: Book, offer: Offer, today: date, width: int, *, carried_to: str = "") -> Line:
    """An offer that gave its slot back, or was carried on: one line, dimmed."""
    person = book.people.get(offer.person)
    name = person.name if person else ""
    if carried_to:
        pieces: list[Piece] = [("→ ", "muted"), (name, "muted")]
        pieces.append((f"  carried to {month_name(carried_to, with_year=False)}", "muted"))
    else:
        reached = offer.reached(offer.status)
        day = f" {short(reached, today)}" if reached else ""
        pieces = [(f"{STEP_MARKS[offer.status][0]} ", "muted"), (name, "muted")]
        pieces.append((f"  {said(offer.status)}{day}", "muted"))
    return fitted([*pieces, (f"  {' '.join(offer.what.split())}", "faint")], width)


# --- slots ---------------------------------------------------------------------------------------


def empty_lines(names: str, width: int, *, running: bool, free: str) -> list[Line]:
    """An empty slot, with who could stand there while the month is running; else what is said of it."""
    if not running:
        return [[(free, "muted")]]
    lines: list[Line] = [[("+ choose someone", "plain")]]
    return lines + wrapped(names, width, "muted", most=1) if names else lines


def slot(lines: Sequence[Line], width: int, *, height: int, here: bool, tone: Tone) -> list[Line]:
    """A slot as a card of that height, or as two lines where the screen is low."""
    if height == 2:
        shown = [fitted(line, width) for line in lines[:2]]
        return [*shown, *([()] * (2 - len(shown)))]
    return boxed(lines, width, height, "raise" if here else tone)
