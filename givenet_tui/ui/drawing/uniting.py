"""Two people side by side: a field in which they differ, and which of the two is taken."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.days import short
from givenet_tui.domain.people import Person
from givenet_tui.domain.uniting import LISTS, Difference, Side
from givenet_tui.tones import BLANK, Line, Piece, Tone
from givenet_tui.ui.drawing.pieces import fitted, wrapped
from givenet_tui.wording import birthday_words

CALLED = {
    "nickname": "called", "title": "what they do", "organization": "works at", "location": "lives in",
    "emails": "e-mail", "phones": "phone", "urls": "web", "rhythm_days": "in touch", "met_on": "met on",
    "met_where": "how you met", "introduced_by": "introduced by", "about": "notes",
}  # fmt: skip
LABEL = 14
MOST_LINES = 4


def heads(one: Person, other: Person, today: date, width: int) -> list[Line]:
    """Who stands on which side, and when each record was made."""
    sides: list[list[Line]] = [
        [[(f"{key} ", "key"), (person.name, "name")], [(f"  {end} · {_made(person, today)}", "muted")]]
        for key, person, end in (("1", one, "stays"), ("2", other, "goes"))
    ]
    return _beside([()], sides, width)


def _made(person: Person, today: date) -> str:
    try:
        return f"made {short(date.fromisoformat(person.created_at[:10]), today)}"
    except ValueError:
        return "made some day"


def difference_lines(
    difference: Difference, side: Side, names: Mapping[int, str], today: date, width: int
) -> list[Line]:
    """A field: its label, and what each of the two says; what is taken is marked, and stands out."""
    half = _half(width)
    sides: list[list[Line]] = []
    for which, value in (("one", difference.one), ("other", difference.other)):
        is_taken = side in {which, "both"}
        mark: Piece = ("● ", "raise") if is_taken else ("○ ", "faint")
        tone: Tone = "plain" if is_taken else "muted"
        lines = wrapped(_said(difference.field, value, names, today), half - 2, tone, most=MOST_LINES)
        sides.append([[mark, *lines[0]], *([("  ", tone), *line] for line in lines[1:])] if lines else [[mark]])
    label: list[Piece] = [(CALLED.get(difference.field, difference.field), "muted")]
    if side == "both":
        label.append((" · both", "raise"))
    return [*_beside([label], sides, width), BLANK]


def _half(width: int) -> int:
    return max(8, (width - LABEL - 2) // 2)


def _beside(label: Sequence[Line], sides: Sequence[Sequence[Line]], width: int) -> list[Line]:
    """The label, and the two sides to its right, line by line."""
    half = _half(width)
    one, other = sides
    return [
        [
            *fitted(_at(label, number), LABEL),
            *fitted(_at(one, number), half),
            ("  ", "plain"),
            *fitted(_at(other, number), half),
        ]
        for number in range(max(map(len, (label, one, other))))
    ]


def _at(lines: Sequence[Line], number: int) -> Line:
    return lines[number] if number < len(lines) else ()


def _said(field: str, value: Any, names: Mapping[int, str], today: date) -> str:
    """A field's value as one reads it."""
    if field == "tags":
        return " ".join(f"#{tag}" for tag in value)
    if field in LISTS:
        return ", ".join(item.value for item in value)
    if field == "rhythm_days":
        return f"every {value} days" if value else "no rhythm"
    if field == "introduced_by":
        return names.get(value, "somebody who is no longer here")
    if isinstance(value, Birthday):
        return birthday_words(value)
    return short(value, today) if isinstance(value, date) else str(value)
