"""The year: its head, a row a month, the objectives, what came back."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.days import short
from givenet_tui.domain.months import month_name, month_of
from givenet_tui.domain.year import Behind, CameBack, MonthView, Stands, YearView
from givenet_tui.domain.year_words import given_words
from givenet_tui.tones import Line, Piece, plain_words
from givenet_tui.ui import present
from givenet_tui.ui.drawing.pieces import flowing, indented, wrapped
from givenet_tui.wording import STEP_MARKS
from givenet_tui.year_marks import DONE, FREE, OPEN, bars, bars_heading

MOST_NAMES = 24
"""How many people are named behind one objective."""


def head(view: YearView, today: date, width: int, in_calendar: bool) -> list[Line]:
    """The year and what was given in it; and how to move. What came back is listed below, never counted against it."""
    line: list[Piece] = [
        ("‹ ", "muted"),
        (str(view.year), "heading"),
        (" ›   ", "muted"),
        (_given(view, today), "muted"),
    ]
    tab: list[Piece] = [("   tab", "key"), (" the months" if in_calendar else " the days", "muted")]
    move: list[Piece] = [("   ← → ↑ ↓", "key"), (" move", "muted")]
    hints = ([*move, *tab], move, tab) if in_calendar else (tab,)
    room = width - present.cells(plain_words(line))
    return [[*line, *next((hint for hint in hints if present.cells(plain_words(hint)) <= room), ())]]


def _given(view: YearView, today: date) -> str:
    if view.is_empty and view.year > today.year:
        return "still to come: a sets what you want to reach"
    if not view.given:
        return "nothing given yet: it begins on the Board (3)" if view.year == today.year else "nothing given"
    return given_words(view)


def months_heading(view: YearView, width: int) -> list[Line]:
    """What stands above the months: which bar is which, and how to read them."""
    slots = view.months[0].slots_per_part
    name = present.padded("The ten" if width >= 60 else "", _name_width(width))
    key = f"{DONE} done {OPEN} open {FREE} free" if width >= 60 else ""
    return [[(name, "heading"), *bars_heading(slots, _cell(slots, width)), (key, "muted")]]


def _name_width(width: int) -> int:
    return 11 if width >= 60 else 5


def _cell(slots: int, width: int) -> int:
    """How many cells a slot takes in a bar, so that both bars leave room for words."""
    return 2 if slots <= 6 and width >= 60 else 1


def month_row(month: MonthView, back_from: Sequence[str], today: date, width: int) -> list[Line]:
    """`November   ▇▇▇▇▇▇▃▃··  ▇▇▃▃······   6 given  ↳ Frances Allen`: who gave back is named, not counted."""
    running, to_come = month.month == month_of(today), month.month > month_of(today)
    words, room = month_name(month.month, with_year=False), _name_width(width)
    row: list[Piece] = [
        (
            present.padded(words if room > 5 else words[:3], room),
            "raise" if running else "faint" if to_come else "plain",
        )
    ]
    row += bars(month, _cell(month.slots_per_part, width))
    row.append((f"{f'{month.given} given' if month.given else '':<10}", "plain"))
    freed = month.raise_up.freed + month.resource.freed
    if width >= 66 and freed:
        row.append((f"{freed} freed  ", "muted"))
    if back_from:
        row += [("↳ ", "resource"), (", ".join(dict.fromkeys(back_from)), "muted")]
    return [row]


def objective_row(behind: Behind, today: date, width: int) -> list[Line]:
    """An objective of mine, and the people behind it, each with how far they are."""
    objective = behind.objective
    closed = {"open": "", "reached": "reached", "let_go": "let go"}[objective.status]
    mark: Piece = {"open": ("○ ", "resource"), "reached": ("✓ ", "done"), "let_go": ("– ", "muted")}[objective.status]  # type: ignore[assignment]
    if closed and objective.closed_on:
        closed += f" {short(objective.closed_on, today)}"
    words = objective.text + (f", {closed}" if closed else "")
    lines = indented(wrapped(words, width - 2, "plain" if objective.is_open else "muted", most=4), 2, mark)
    if not behind.standing:
        nobody = "nobody stands behind it yet: a on the board chooses someone"
        return [*lines, *indented(wrapped(nobody, width - 4, "muted"), 4)]
    names = [_who(one, width - 4) for one in behind.standing[:MOST_NAMES]]
    if len(behind.standing) > MOST_NAMES:
        names.append([(f"and {len(behind.standing) - MOST_NAMES} more", "muted")])
    return [*lines, *indented(flowing(names, width - 4, "   "), 4)]


def _who(one: Stands, width: int) -> list[Piece]:
    """`● Ada Lovelace ↳`: how far the offer is, and whether they have helped."""
    mark: Piece = STEP_MARKS[one.status] if one.status else ("↳", "resource")
    helped: list[Piece] = [(" ↳", "resource")] if one.helped and one.status else []
    return [mark, (f" {present.cut(one.person.name, max(4, width - 4))}", "muted"), *helped]


def back_row(back: CameBack, today: date, width: int) -> list[Line]:
    """What came back: the day, from whom, the words, for which objective or after which offer."""
    day = short(back.help.on, today)
    lines: list[Line] = [[(back.person.name, "name")], *wrapped(back.help.text, width - 8, "plain", most=2)]
    if len(back.help.text) + len(back.person.name) + 10 < width and "\n" not in back.help.text:
        lines = [[(back.person.name, "name"), ("  ", "plain"), (back.help.text, "plain")]]
    if back.objective:
        lines.append([("for ", "muted"), (back.objective.text, "words")])
    elif back.offer and back.offer.what:
        lines.append([("after ", "muted"), (back.offer.what, "words")])
    return indented(lines, 8, (f"{day:>6}", "muted"))


def no_objectives(width: int) -> list[Line]:
    """None set yet."""
    words = "nothing yet: a sets an objective of yours, and the board then knows who can help"
    return indented(wrapped(words, width - 2, "muted"), 2)


def no_help(width: int) -> list[Line]:
    """Nothing yet."""
    return indented(wrapped("nothing yet: h, on a person, writes down what came back", width - 2, "muted"), 2)
