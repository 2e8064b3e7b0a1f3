"""What the marks mean: those of a person in a list, those of an offer, and the others."""

from collections.abc import Sequence

from givenet_tui.tones import BLANK, Line, Piece
from givenet_tui.ui.drawing.pieces import indented, wrapped
from givenet_tui.wording import STEP_MARKS, said

MARGIN = 10
OF_A_PERSON: Sequence[tuple[Piece, str]] = (
    (("●", "done"), "In touch, within the rhythm you wish for."),
    (("○", "quiet"), "Gone quiet: longer than that."),
    (("·", "muted"), "No rhythm: never quiet. e sets one."),
    (("z", "muted"), "Resting, outside the circle."),
    (("▪", "raise"), "Behind a name: on this month's board."),
    (("hdgo", "plain"), "What they told you: a hope, a dream, a goal, an objective; a · in its place: none yet."),
)
OTHERS: Sequence[tuple[Piece, str]] = (
    (("▌", "raise"), "Where the cursor is."),
    (("●●○", "raise"), "A part of the month: two of three are done."),
    (("✓", "done"), "Fulfilled, reached; on Today: dealt with."),
    (("–", "muted"), "Let go, closed without it."),
    (("→", "muted"), "On Today: put off."),
    (("↳", "done"), "What came of an offer, and what came back."),
    (("≠ 2", "quiet"), "At the top: words written in two places, which wait for you."),
)


def legend(width: int) -> list[Line]:
    """Every mark, by where it stands: the same circle says something else before a name and in an offer."""
    lines: list[Line] = [[("Marks before and behind a name", "heading")]]
    lines += [line for mark, words in OF_A_PERSON for line in explained(mark, words, width)]
    lines += [BLANK, [("Marks of an offer: it fills as the offer comes along", "heading")]]
    for status, mark in STEP_MARKS.items():
        lines += explained(mark, f"{said(status).capitalize()}.", width)
    lines += [BLANK, [("Other marks", "heading")]]
    return [*lines, *(line for mark, words in OTHERS for line in explained(mark, words, width))]


def explained(mark: Piece, words: str, width: int) -> list[Line]:
    """A mark, or a key, with what it means beside it."""
    return indented(wrapped(words, width - MARGIN, "plain"), MARGIN, mark)
