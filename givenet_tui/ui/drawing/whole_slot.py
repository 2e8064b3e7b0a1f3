"""What stands in a slot of the board, whole: a line that is cut in the slot can be read here."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.behind import people_behind
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import ago, ahead, due_words, short
from givenet_tui.domain.introductions import askings, came_back_for
from givenet_tui.domain.months import first_day, is_month, month_name, month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.suggestions import Suggestion
from givenet_tui.tones import Line, Piece, plain_words
from givenet_tui.ui import present
from givenet_tui.ui.drawing.pieces import fitted, flowing, indented, told, wrapped
from givenet_tui.wording import STEP_MARKS, askings_in_words, said

MOST_NAMES = 8
"""Of those behind an objective: the Year has all of them."""


def whole_offer(book: Book, offer: Offer, today: date, width: int) -> list[Line]:
    """An offer: the person, the step, the days; all its words; what it is for, and what came of it."""
    person = book.people.get(offer.person)
    mark, tone = STEP_MARKS[offer.status]
    reached = offer.reached(offer.status)
    since = f" {ago(reached, today)}" if reached else ""
    groups: list[Sequence[Piece]] = [
        [(person.name if person else "", "name")],
        [(f"{mark} {said(offer.status)}{since}", tone)],
    ]
    if offer.due and offer.is_open:
        groups.append([(due_words(offer.due, today), "raise" if (offer.due - today).days <= 3 else "muted")])
    if offer.carried_from:
        months = ", ".join(month_name(one, with_year=False) for one in offer.carried_from if is_month(one))
        groups.append([(f"carried on from {months}", "muted")])
    lines = flowing(groups, width, "  ")
    lines += wrapped(offer.what, width, "plain", most=3) if offer.what else []
    stands = askings(book, offer)
    lines += wrapped(askings_in_words(stands, today, width), width, "resource", most=2) if stands else []
    if offer.outcome:
        lines += indented(wrapped(offer.outcome, width - 2, "muted", most=3), 2, ("↳ ", "done"))
    for back in came_back_for(book, offer):
        lines += indented(wrapped(f"came back: {back.text}", width - 2, "resource", most=2), 2, ("↳ ", "done"))
    objective, aspiration = book.find(Objective, offer.objective), book.find(Aspiration, offer.serves)
    if objective:
        lines += wrapped(f"for my objective · {objective.text}", width, "words", most=1)
    return [*lines, *(told(aspiration, width, most=2) if aspiration else [])]


def first_lines(lines: Sequence[Line], most: int, width: int) -> Sequence[Line]:
    """As many of the lines as there is room for; when that is not all, the last one says so by …."""
    if len(lines) <= most:
        return lines
    *kept, last = lines[: max(1, most)]
    pieces = fitted(last, width - 2)[:-1]  # without what fills it up
    return [*kept, pieces if plain_words(pieces).endswith("…") else [*pieces, (" …", "muted")]]


def whole_free_slot(book: Book, best: Sequence[Suggestion], objectives: Sequence[Objective], width: int) -> list[Line]:
    """A free slot: whom one could choose, and why; of the resources, who stands behind each objective already."""
    lines: list[Line] = []
    for objective in objectives:
        names = ", ".join(one.name for one in people_behind(book, objective.id)[:MOST_NAMES]) or "nobody yet"
        text = present.cut(" ".join(objective.text.split()), width // 2)
        lines.append(fitted([("behind ", "muted"), (text, "words"), (f": {names}", "muted")], width))
    for one in best:
        lines.append(fitted([(book.people[one.person_id].name, "name"), (f"  {one.reason}", "muted")], width))
    return lines or [[("Nobody is left to choose: 2, then a, adds someone to the circle.", "muted")]]


def whole_other_month(month: str, free: str, today: date, width: int) -> list[Line]:
    """A free slot of a month that is not the one that is running."""
    if month < month_of(today):
        was = "This slot stayed free" if free else "This month was before you began"
        return wrapped(f"{was}. 3 goes back to the month that is running.", width, "muted")
    first = first_day(month)
    words = (
        f"{month_name(month, with_year=False)} begins {ahead(first, today)}, on {short(first, today)}. "
        "Its people are chosen when it runs; r, on the board before, carries open offers over to it."
    )
    return wrapped(words, width, "muted")
