"""What a sentence is read as, while it is being typed."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.book import Book
from givenet_tui.domain.line.read import EXAMPLES
from givenet_tui.domain.line.readings import Line as Read
from givenet_tui.domain.line.readings import Named, NotUnderstood, Reading, Understood
from givenet_tui.domain.line.said import parts
from givenet_tui.tones import Line, Piece
from givenet_tui.ui.drawing.pieces import flowing, indented, wrapped

_MOST_SHOWN = 4
"""So many of those whom a name fits are shown at a time."""
_OF_A_NAME = 30


def examples(width: int) -> list[Line]:
    """What can be typed, for an empty line."""
    shown = indented([[(example, "words")] for example in EXAMPLES], 2)
    return [*wrapped("Say it as you would tell a friend:", width, "muted"), *shown]


def meant(
    book: Book, line: Read, reading: Reading | None, today: date, width: int, *, notice: str = ""
) -> list[Line]:  # fmt: skip
    """The reading that counts, the words that it keeps, and who else a name may mean; or why there is none."""
    if isinstance(line, NotUnderstood) or reading is None:
        return _missing(line, width) if isinstance(line, NotUnderstood) else []
    first, *others = parts(book, reading, today)
    groups: list[list[Piece]] = [[(first, "key")]]
    groups += [[(part, "plain")] for part in others]
    lines: list[Line] = [*flowing(groups, width, " · ")]
    lines += _others(book, line, reading, width)
    if reading.text:
        lines += wrapped(f"“{reading.text}”", width, "words", most=2)
    for note in filter(None, (line.note, notice)):
        lines += wrapped(note, width, "quiet", most=2)
    return lines


def _missing(line: NotUnderstood, width: int) -> list[Line]:
    example = indented(wrapped(line.example, width - 13, "words", most=1), 13, ("for example: ", "muted"))
    return [*wrapped(line.why, width, "plain", most=2), *example]


def _others(book: Book, line: Understood, reading: Reading, width: int) -> list[Line]:
    """For each name that fits several, who is meant and who else may be; and what else it may be altogether."""
    lines: list[Line] = []
    for name in line.whom:
        if len(name.fits) > 1:
            typed: Piece = (f"{name.typed[:_OF_A_NAME]}:", "muted")
            lines += flowing([[typed], *_fitting(book, name, reading)], width, "  ")
    what = next((one for one in line.readings if one.what != reading.what), None)
    if what is not None:
        lines += wrapped(f"tab: or {'someone new' if what.what == 'person' else 'who is here already'}", width, "muted")
    return lines


def _fitting(book: Book, name: Named, reading: Reading) -> Sequence[Sequence[Piece]]:
    """● for who is meant, ○ for the others."""
    here = [one in reading.people for one in name.fits]
    start = max(0, here.index(True) - _MOST_SHOWN + 1) if True in here else 0
    shown = range(start, min(len(here), start + _MOST_SHOWN))
    groups: list[list[Piece]] = []
    for at in shown:
        person = book.people.get(name.fits[at])
        called = person.name[:_OF_A_NAME] if person else "someone who has gone"
        groups.append([("● " if here[at] else "○ ", "raise" if here[at] else "muted"), (called, "plain")])
    left = len(here) - len(shown)
    return [*groups, [(f"and {left} more", "muted")]] if left else groups
