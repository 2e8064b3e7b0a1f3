"""What was between you: an entry of the timeline, and the whole of it."""

from datetime import date

from givenet_tui.domain.days import due_words, in_full, short
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.timeline import Entry
from givenet_tui.tones import BLANK, Line, Piece, Tone
from givenet_tui.ui import present
from givenet_tui.ui.drawing.pieces import flowing, indented, wrapped
from givenet_tui.wording import STEP_MARKS, askings_in_words, steps_words

ENTRY_TONES: dict[str, Tone] = {"gave": "done", "came back": "resource", "offer": "raise"}
MOST_IN_A_ROW = 6
"""Lines of an entry's words that the notebook shows; enter reads all of them."""


def entry_lines(
    entry: Entry, today: date, width: int, *, most: int = 0, in_its_year: bool = False, steps: bool = False
) -> list[Line]:
    """A line of what was between you: the day, what it was, the words, what came of it.

    `in_its_year`: the year stands above it already. `steps`: the days on which an offer came along are told too.
    """
    day = short(entry.on, entry.on if in_its_year else today)
    margin = 8 if in_its_year or entry.on.year == today.year else 13
    label: Piece = (entry.label + _others(entry), ENTRY_TONES.get(entry.kind, "muted"))
    text = entry.text
    if text and present.cells(label[0]) + present.cells(text) + 2 <= width - margin and "\n" not in text:
        lines: list[Line] = [[label, ("  ", "plain"), (text, "plain")]]
    else:
        lines = [[label], *(wrapped(text, width - margin, "plain", most=most) if text else [])]
    if entry.askings:
        lines += wrapped(askings_in_words(entry.askings, today, width - margin), width - margin, "muted", most=1)
    lines += outcome_lines(entry.outcome, width - margin, most=most)
    if entry.objective:
        lines += wrapped(f"for my objective · {entry.objective.text}", width - margin, "muted", most=1)
    if steps and isinstance(entry.record, Offer) and len(entry.record.steps) > 1:
        marks: list[list[Piece]] = [
            [(f"{STEP_MARKS[step.status][0]} {short(step.on, today)}", "muted")] for step in entry.record.steps
        ]
        lines += flowing(marks, width - margin, "  ")
    return indented(lines, margin, (f"{day:>{margin - 2}}", "muted"))


def _others(entry: Entry) -> str:
    to_whom = "with" if entry.kind == "touch" else "→"
    return f" {to_whom} {', '.join(entry.others)}" if entry.others else ""


def outcome_lines(outcome: str, width: int, *, most: int = 0, margin: int = 0) -> list[Line]:
    """What came of an offer, behind its mark; nothing when nothing was written down."""
    if not outcome:
        return []
    lines = indented(wrapped(outcome, width - margin - 2, "words", most=most), 2, ("↳ ", "done"))
    return indented(lines, margin) if margin else lines


def whole_entry(entry: Entry, today: date, width: int) -> list[Line]:
    """All that is known of it, nothing cut."""
    what: Line = [(entry.label + _others(entry), ENTRY_TONES.get(entry.kind, "muted"))]
    lines: list[Line] = [[(in_full(entry.on, today), "muted"), ("  ", "plain"), *what], BLANK]
    lines += wrapped(entry.text, width, "plain") if entry.text else [[("no words", "muted")]]
    lines += [BLANK, *wrapped(askings_in_words(entry.askings, today), width, "muted")] if entry.askings else []
    lines += [BLANK, *outcome_lines(entry.outcome, width)] if entry.outcome else []
    if entry.serves is not None:
        lines += [BLANK, *wrapped(f"for their {entry.serves.kind} · {entry.serves.text}", width, "muted")]
    if entry.objective is not None:
        lines += [BLANK, *wrapped(f"for my objective · {entry.objective.text}", width, "muted")]
    offer = entry.record
    if isinstance(offer, Offer):
        due = f"{due_words(offer.due, today)} · " if offer.due and offer.is_open else ""
        lines += [BLANK, *wrapped(due + steps_words(offer, today), width, "muted")]
    return lines
