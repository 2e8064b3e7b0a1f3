"""The year: a row a month, the objectives, what came back."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.days import short
from givenet_tui.domain.months import month_name, month_of
from givenet_tui.domain.year import Behind, CameBack, MonthView, YearView
from givenet_tui.tones import Line, Piece
from givenet_tui.ui.drawing.pieces import dots, indented, wrapped


def head(view: YearView, width: int) -> list[Line]:
    """The year and what was given in it. What came back is listed below, never counted against it."""
    given = "nothing given yet" if not view.given else f"{view.given} given"
    days = len(view.days_given)
    on = f" on {days} days" if days > 1 else ""
    words = f"   {given}{on}"
    if width < 60:
        return [[(str(view.year), "heading"), (words, "muted")]]
    return [
        [("‹ ", "muted"), (str(view.year), "heading"), (" ›", "muted"), (words, "muted"), ("   ", "plain"),
         ("● ", "raise"), ("raise up", "muted"), ("  ● ", "resource"), ("be a resource", "muted")]
    ]  # fmt: skip


def month_row(month: MonthView, back_from: Sequence[str], today: date, width: int) -> Line:
    """`November   ●●●○○  ●●○○○   6 given    back from Frances Allen`: who gave back is named, not counted."""
    running, to_come = month.month == month_of(today), month.month > month_of(today)
    words = month_name(month.month, with_year=False)
    words = words[:3] if width < 60 else words
    row: list[Piece] = [(f"{words:<11}", "raise" if running else "faint" if to_come else "plain")]
    slots = month.slots_per_part
    row += [*dots(min(month.raise_up, slots), slots, "raise"), ("  ", "plain")]
    row += [*dots(min(month.resource, slots), slots, "resource"), ("   ", "plain")]
    given = f"{month.given} given" if month.given else ""
    row.append((f"{given:<11}", "plain"))
    if back_from:
        row += [("back from ", "muted"), (", ".join(dict.fromkeys(back_from)), "resource")]
    return row


def objective_row(behind: Behind, today: date, width: int) -> list[Line]:
    """An objective of mine, and the people behind it."""
    objective = behind.objective
    closed = {"open": "", "reached": "reached", "let_go": "let go"}[objective.status]
    mark: Piece = {"open": ("○ ", "resource"), "reached": ("✓ ", "done"), "let_go": ("– ", "muted")}[objective.status]  # type: ignore[assignment]
    if closed and objective.closed_on:
        closed += f" {short(objective.closed_on, today)}"
    words = objective.text + (f", {closed}" if closed else "")
    lines = indented(wrapped(words, width - 2, "plain" if objective.is_open else "muted", most=4), 2, mark)
    names = (
        ", ".join(person.name for person in behind.people)
        or "nobody stands behind it yet: a on the board chooses someone"
    )
    return [*lines, *indented(wrapped(names, width - 4, "muted", most=2), 4)]


def back_row(back: CameBack, today: date, width: int) -> list[Line]:
    """What came back: the day, from whom, the words, for which objective."""
    day = short(back.help.on, today)
    lines: list[Line] = [[(back.person.name, "name")], *wrapped(back.help.text, width - 8, "plain", most=2)]
    if len(back.help.text) + len(back.person.name) + 10 < width and "\n" not in back.help.text:
        lines = [[(back.person.name, "name"), ("  ", "plain"), (back.help.text, "plain")]]
    if back.objective:
        lines.append([("for ", "muted"), (back.objective.text, "words")])
    return indented(lines, 8, (f"{day:>6}", "muted"))


def no_objectives(width: int) -> list[Line]:
    """None set yet."""
    return wrapped("  nothing yet: a sets an objective of yours, and the board then knows who can help", width, "muted")


def no_help(width: int) -> list[Line]:
    """Nothing yet."""
    return wrapped("  nothing yet: h, on a person, writes down what came back", width, "muted")
