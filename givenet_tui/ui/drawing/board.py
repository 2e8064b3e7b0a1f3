"""The board: a slot, as a card or in two lines."""

from datetime import date

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import due_words, short
from givenet_tui.domain.months import month_name
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.tones import Line, Piece, Tone
from givenet_tui.ui.drawing.pieces import boxed, fitted, told, wrapped
from givenet_tui.wording import STEP_MARKS, said

CARD_HEIGHT = 5


def offer_lines(book: Book, offer: Offer, today: date, width: int, *, carried_to: str = "") -> list[Line]:
    """Who and how far; what; what it serves, or what came of it."""
    person = book.people.get(offer.person)
    closed = not offer.is_open
    mark, tone = STEP_MARKS[offer.status]
    words = said(offer.status)
    reached = offer.reached(offer.status)
    if offer.status in {"offered", "done", "declined", "let_go"} and reached:
        words += f" {short(reached, today)}"
    head: list[Piece] = [(person.name if person else "", "muted" if closed else "name"), ("  ", "plain")]
    if carried_to:
        head.append((f"carried to {month_name(carried_to, with_year=False)}", "muted"))
    else:
        head.append((f"{mark} {words}", tone))
        if offer.is_open and offer.due:
            head.append((f"  {due_words(offer.due, today)}", _due_tone(offer, today)))
    dim = closed or bool(carried_to)
    what = wrapped(offer.what, width, "muted" if dim else "plain", most=1) if offer.what else []
    if offer.status == "chosen":
        what = [[("no words yet: space writes the offer", "muted")]]
    return [head, *what, *_third(book, offer, width)]


def _due_tone(offer: Offer, today: date) -> Tone:
    return "raise" if offer.due and (offer.due - today).days <= 3 else "muted"


def _third(book: Book, offer: Offer, width: int) -> list[Line]:
    if offer.outcome:
        return [[("↳ ", "done"), *line] for line in wrapped(offer.outcome, width - 2, "muted", most=1)]
    back = next((one for one in book.help_of(offer.person) if one.offer == offer.id), None)
    if back is not None:
        return [[("↳ ", "done"), ("came back: ", "resource"), (back.text, "muted")]]
    objective = book.find(Objective, offer.objective)
    if offer.part == "resource" and objective:
        return [[("for my objective · ", "muted"), (objective.text, "words")]]
    aspiration = book.find(Aspiration, offer.serves)
    return told(aspiration, width) if aspiration else []


def empty_lines(names: str, width: int) -> list[Line]:
    """An empty slot, with who could stand there."""
    lines: list[Line] = [[("+ choose someone", "plain")]]
    return lines + wrapped(names, width, "muted", most=1) if names else lines


def slot(lines: list[Line], width: int, *, compact: bool, here: bool, tone: Tone) -> list[Line]:
    """A slot as a card, or as two lines where the screen is low."""
    if compact:
        shown = [line if len(line) == 1 else fitted(line, width - 1) for line in lines[:2]]
        return [*shown, *([()] * (2 - len(shown)))]
    return boxed(lines, width, CARD_HEIGHT, "raise" if here else tone)
