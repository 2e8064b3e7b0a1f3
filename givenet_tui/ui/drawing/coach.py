"""What the coach says of an offer: a mark and a sentence for each sign, and what to try."""

from collections.abc import Sequence

from givenet_tui.domain.specificity import Sign
from givenet_tui.tones import Line, Piece
from givenet_tui.ui.drawing.pieces import indented, wrapped


def coach_lines(signs: Sequence[Sign], width: int) -> list[Line]:
    """A line a sign, and below one that is missing a hint in italics."""
    lines: list[Line] = []
    for sign in signs:
        mark: Piece = ("✓", "done") if sign.good else ("○", "raise")
        lines += indented(wrapped(sign.says, width - 2, "muted" if sign.good else "plain", most=1), 2, mark)
        if sign.hint and not sign.good:
            lines += indented(wrapped(sign.hint, width - 2, "words", most=2), 2)
    return lines
