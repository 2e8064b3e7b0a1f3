"""What a drawn text means. Widgets draw lines of pieces; the theme gives each tone its colour and weight.

Nothing is told by tone alone: a word or a mark says it as well.
"""

from collections.abc import Sequence
from typing import Literal

Tone = Literal[
    "plain",  # what the user reads
    "name",  # someone's name
    "heading",  # a part of the screen
    "muted",  # days, reasons, labels
    "words",  # someone's own words: an aspiration
    "raise",  # to raise someone up; promised; the accent
    "resource",  # who can help me; what came back
    "quiet",  # gone quiet
    "done",  # done, fulfilled, in touch
    "birthday",  # a birthday
    "faint",  # what is not there yet: an empty slot, a dot to fill
    "key",  # a key to press
    "struck",  # closed: fulfilled, let go
    "hit",  # what a search found
]
Piece = tuple[str, Tone]
Line = Sequence[Piece]
"""One line on the screen: pieces from left to right. Texts of users may stand in it as they are."""

BLANK: Line = ()


def plain_words(line: Line) -> str:
    """The line's text alone."""
    return "".join(text for text, _ in line)
