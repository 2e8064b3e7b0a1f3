"""A year drawn in characters, for the app and the command line: a calendar of its days, and the bars of its months.

What a day was is told by its mark; the colour only says it once more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from givenet_tui.domain.weeks import Week, month_columns, weekdays
from givenet_tui.domain.year import MonthView
from givenet_tui.domain.year_days import EMPTY_DAY, Day, Level
from givenet_tui.tones import Line, Piece, Tone

MARKS: Mapping[Level, Piece] = {
    "nothing": ("·", "faint"),
    "near": ("◦", "resource"),
    "gave": ("■", "raise"),
    "gave more": ("2", "key"),
}
TODAYS: Mapping[Level, str] = {"nothing": "◇", "near": "◈", "gave": "◆", "gave more": "◆"}
TO_COME: Piece = (" ", "plain")
"""A day that is still to come looks different from one on which nothing was."""
LEGEND: Sequence[tuple[Piece, str]] = (
    (MARKS["gave"], "gave"),
    (MARKS["gave more"], "gave twice"),
    (MARKS["near"], "in touch"),
    (MARKS["nothing"], "nothing"),
    (("◆", "key"), "today"),
)
DONE, OPEN, FREE = "▇", "▃", "·"
"""A slot in a month's bar."""
BARS: Sequence[tuple[str, Tone]] = (("raise up", "raise"), ("be a resource", "resource"))
BESIDE = 15
"""The cells that the legend takes beside the calendar."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a calendar shows: the weeks, what was on their days, and which day it is."""

    weeks: Sequence[Week]
    days: Mapping[date, Day]
    today: date
    starts_on: str


def cell_width(weeks: int, width: int) -> int:
    """How many cells a week may take: two where they fit, which makes a day a square."""
    return 2 if 4 + 2 * weeks <= width else 1


def margin(weeks: int, width: int) -> int:
    """How many cells the names of the weekdays take."""
    return 4 if 4 + weeks * cell_width(weeks, width) <= width else 3


def mark(on: date, day: Day, today: date) -> Piece:
    """What stands for a day."""
    if on == today:
        return TODAYS[day.level], "key"
    if day.level == "gave more":
        return str(len(day.given)) if len(day.given) < 10 else "+", "key"
    return TO_COME if on > today and day.level == "nothing" else MARKS[day.level]


def calendar_lines(shown: Shown, width: int, here: date | None) -> list[Line]:
    """The names of the months and the seven weekdays, with the legend beside them or below; `here` has the cursor."""
    weeks = shown.weeks
    cell, left = cell_width(len(weeks), width), margin(len(weeks), width)
    lines: list[list[Piece]] = [[(_month_names(weeks, cell, left), "muted")]]
    for row, name in enumerate(weekdays(shown.starts_on)):
        pieces: list[Piece] = [(f"{name[: left - 1]} ", "muted")]
        for week in weeks:
            on = week[row]
            sign, tone = mark(on, shown.days.get(on, EMPTY_DAY), shown.today) if on else TO_COME
            if on and on == here:
                pieces += [(sign, "hit"), (" " * (cell - 1), "plain")]
            else:
                pieces.append((sign.ljust(cell), tone))
        lines.append(_joined(pieces))
    if width - left - len(weeks) * cell < BESIDE:
        words: list[Piece] = [(" " * left, "plain")]
        for legend, said in LEGEND:
            words += [legend, (f" {said}  ", "muted")]
        return [*lines, words]
    for line, (legend, said) in zip(lines[2:], LEGEND, strict=False):
        line += [("  ", "plain"), legend, (f" {said}", "muted")]
    return [*lines]


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours of the same tone as one piece: a row of days is drawn at each step of the cursor."""
    same = groupby(pieces, key=itemgetter(1))
    return [("".join(text for text, _ in group), tone) for tone, group in same]


def day_at(weeks: Sequence[Week], width: int, x: int, y: int) -> date | None:
    """The day that is drawn at a place of these lines, if one is."""
    column = (x - margin(len(weeks), width)) // cell_width(len(weeks), width)
    return weeks[column][y - 1] if 0 <= column < len(weeks) and 1 <= y <= 7 else None


def _month_names(weeks: Sequence[Week], cell: int, left: int) -> str:
    names = " " * left
    for column, name in month_columns(weeks):
        names = names.ljust(left + column * cell) + name
    return names


def bars_heading(slots: int, cell: int) -> list[Piece]:
    """Which of the two bars is which."""
    return [(name.ljust(_bar_width(slots, cell, name)), tone) for name, tone in BARS]


def bars(month: MonthView, cell: int) -> list[Piece]:
    """Both parts of a month's board, `cell` cells a slot: high where one is done, low where open, dots where free."""
    pieces: list[Piece] = []
    slots = month.slots_per_part
    for (name, tone), part in zip(BARS, (month.raise_up, month.resource), strict=True):
        free = slots - part.done - part.open
        pieces += [
            (DONE * (part.done * cell), tone),
            (OPEN * (part.open * cell), tone),
            (FREE * (free * cell), "faint"),
        ]
        pieces.append((" " * (_bar_width(slots, cell, name) - slots * cell), "plain"))
    return pieces


def _bar_width(slots: int, cell: int, name: str) -> int:
    return max(slots * cell, len(name)) + 2
