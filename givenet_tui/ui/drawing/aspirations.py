"""What someone told you: a row of the notebook, and the whole of it."""

from datetime import date

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import in_full
from givenet_tui.domain.holding import is_to_confirm
from givenet_tui.domain.told import (
    STILL,
    closed_words,
    earlier_words,
    heard_words,
    horizon_words,
    serving,
    silence_words,
)
from givenet_tui.tones import BLANK, Line, Piece
from givenet_tui.ui.drawing.entries import outcome_lines
from givenet_tui.ui.drawing.pieces import flowing, indented, wrapped
from givenet_tui.wording import STEP_MARKS, said, steps_words

MOST_IN_A_ROW = 6
"""Lines of their words that the notebook shows; enter reads all of them."""


def aspiration_lines(
    book: Book,
    aspiration: Aspiration,
    today: date,
    width: int,
    *,
    asks: bool = False,
    here: bool = False,
    most: int = 0,
) -> list[Line]:
    """Their words, and under them when and where they said it, and what serves it.

    With `asks` also how it was worded before, and whether it still holds: it is the notebook that asks, and with the
    cursor `here` it names the keys that answer.
    """
    if not aspiration.is_open:
        closed = f"{aspiration.text}, {closed_words(aspiration, today)}"
        closing: Piece = ("✓ ", "done") if aspiration.status == "fulfilled" else ("– ", "muted")
        return indented(wrapped(closed, width - 2, "struck", most=2), 2, closing)
    lines = wrapped(aspiration.text, width, "plain", most=most)
    known = (heard_words(aspiration, today), horizon_words(aspiration, today))
    groups: list[list[Piece]] = [[(part, "muted")] for part in known if part]
    offers = serving(book, aspiration)
    if offers:
        mark, tone = STEP_MARKS[offers[0].status]
        groups.append([(f"{mark} your offer {said(offers[0].status)}", tone)])
    lines += flowing(groups, width, "  ") if groups else []
    if asks and aspiration.earlier:
        lines += wrapped(earlier_words(aspiration, today), width, "muted", most=1)
    if asks and is_to_confirm(aspiration, today):
        keys: Line = [("  c", "key"), (" yes", "muted"), ("  s", "key"), (" no", "muted")] if here else []
        lines += [[(STILL, "words"), *keys]]
    return lines


def whole_aspiration(book: Book, aspiration: Aspiration, today: date, width: int) -> list[Line]:
    """All that is known of it: the words, when and where, by when, how it was worded before, what served it."""
    lines = wrapped(aspiration.text, width, "name")
    facts = [
        ("heard", f"{in_full(aspiration.heard_on, today)}" if aspiration.heard_on else ""),
        ("where", aspiration.heard_where),
        ("still so", in_full(aspiration.confirmed_on, today) if aspiration.confirmed_on else ""),
        ("by when", horizon_words(aspiration, today).removeprefix("by ")),
        ("now", closed_words(aspiration, today) if not aspiration.is_open else ""),
    ]
    lines.append(BLANK)
    for name, value in facts:
        lines += indented(wrapped(value, width - 10, "plain"), 10, (name, "muted")) if value else []
    if is_to_confirm(aspiration, today):
        lines += [BLANK, [(f"{silence_words(aspiration, today).capitalize()}. {STILL}", "words")]]
    if aspiration.earlier:
        lines += [BLANK, [("How they said it before", "heading")]]
    for earlier in reversed(aspiration.earlier):
        lines += wrapped(earlier.text, width, "words")
        lines += [[(f"until {in_full(earlier.until, today)}", "muted")], BLANK]
    if lines[-1] == BLANK:
        lines.pop()
    return lines + _served(book, aspiration, today, width)


def _served(book: Book, aspiration: Aspiration, today: date, width: int) -> list[Line]:
    offers = serving(book, aspiration)
    lines: list[Line] = [BLANK, [("What you offered for it", "heading")]] if offers else []
    for offer in offers:
        mark, tone = STEP_MARKS[offer.status]
        lines += indented(wrapped(offer.what or "no words yet", width - 2, "plain"), 2, (mark, tone))
        lines += indented(wrapped(steps_words(offer, today), width - 2, "muted"), 2)
        lines += outcome_lines(offer.outcome, width, margin=2)
    return lines
