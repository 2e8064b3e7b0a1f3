"""The free notes about a person, read rendered: their beginning, where there is room for no more."""

from givenet_tui.domain.people import Person
from givenet_tui.tones import Line
from givenet_tui.ui.drawing.pieces import indented


def notes(person: Person, width: int, *, most: int) -> list[Line]:
    """A heading, and the notes in no more lines than that."""
    heading: Line = [("Notes", "heading")]
    if not person.about.strip():
        return [heading, [("  nothing yet: e writes", "muted")]]
    from givenet_tui.ui.drawing.markdown import markdown  # loaded with the first notes, not at the start

    lines = markdown(person.about, width - 2)
    more: Line = [("… e opens all of it", "muted")]
    return [heading, *indented([*lines[:most], more] if len(lines) > most else lines, 2)]
