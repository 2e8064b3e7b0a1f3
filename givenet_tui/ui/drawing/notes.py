"""The free notes about a person, read rendered: their beginning, all of them, or what is around the cursor."""

from collections.abc import Sequence

from givenet_tui.domain.people import Person
from givenet_tui.tones import BLANK, Line
from givenet_tui.ui.drawing.pieces import indented

AROUND = 3000
"""Letters before the cursor, and after it, that the preview reads: more than fits beside the editor."""


def notes(person: Person, width: int, *, most: int, more: str = "… and more") -> list[Line]:
    """A heading, and the notes in no more lines than that; `more` says that this is not all of them."""
    heading: Line = [("Notes", "heading")]
    if not person.about.strip():
        return [heading, [("  nothing yet: e writes", "muted")]]
    enough = most * max(1, width) * 2
    lines = whole_notes(person.about[:enough], width - 2)
    is_cut = len(lines) > most or len(person.about) > enough
    return [heading, *indented([*lines[:most], [(more, "muted")]] if is_cut else lines, 2)]


def whole_notes(text: str, width: int) -> Sequence[Line]:
    """All of a text, rendered. A long one takes a while: about a millisecond for each thousand letters."""
    from givenet_tui.ui.drawing.markdown import markdown  # loaded with the first notes, not at the start

    return markdown(text, width)


def around(text: str, cursor: int, width: int) -> tuple[Sequence[Line], int]:
    """What stands around the `cursor` (so many letters from the start), rendered, and the line in which it is.

    The paragraph in which the cursor stands begins the second half, so that no word is rendered in two pieces.
    """
    here = max(text.rfind("\n\n", 0, cursor) + 1, cursor - AROUND, 0)
    first = max(0, here - AROUND)
    before = whole_notes(text[first:here], width) if text[first:here].strip() else []
    gap = [BLANK] if before and not _is_heading(before[-1]) else []
    read = whole_notes(text[here:cursor], width) if text[here:cursor].strip() else []
    after = whole_notes(text[here : cursor + AROUND], width)
    return [*before, *gap, *after], len(before) + len(gap) + max(0, len(read) - 1)


def _is_heading(line: Line) -> bool:
    """Whether what follows stands close below it."""
    return bool(line) and line[0][1] == "heading"
