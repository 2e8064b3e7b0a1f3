"""The notebook: its head, the notes, and what a person told you, kind by kind."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.book import Book
from givenet_tui.domain.questions import question_for
from givenet_tui.tones import Line
from givenet_tui.ui.drawing.aspirations import MOST_IN_A_ROW, aspiration_lines
from givenet_tui.ui.drawing.people import KIND_NAMES
from givenet_tui.ui.drawing.pieces import indented, wrapped

AT_THE_FACTS: Line = (("   enter", "key"), (" reads all of them", "muted"), ("  e", "key"), (" edits them", "muted"))
TO_THE_FACTS: Line = (("   shift+tab", "key"), (" goes to the facts", "muted"))


def notebook_head(name: str, known: Sequence[Line], *, here: bool, keys: Line) -> list[Line]:
    """The name with some `keys`, and below it the facts that are `known`; `here` is whether the cursor is on them."""
    return [[("▌" if here else "", "raise"), (name, "raise"), *keys], *known]


def kind_heading(kind: str) -> list[Line]:
    """`Hopes`."""
    return [[(KIND_NAMES[kind], "heading")]]


def empty_kind(book: Book, kind: str, person_id: int, today: date, width: int) -> list[Line]:
    """Nothing is known yet: a question that one could ask."""
    question = question_for(book.settings, _kind(kind), person_id, today)
    return [[("  nothing yet. You could ask:", "muted")], *indented(wrapped(question, width - 2, "words"), 2)]


def _kind(kind: str) -> Kind:
    return next(known for known in KINDS if known == kind)


def aspiration_row(book: Book, aspiration: Aspiration, today: date, width: int, *, here: bool) -> list[Line]:
    """What they told you, a little to the right of its heading; the cursor may be `here`."""
    lines = aspiration_lines(book, aspiration, today, width - 2, asks=True, here=here, most=MOST_IN_A_ROW)
    return indented(lines, 2)
