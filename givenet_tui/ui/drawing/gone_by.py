"""A day gone by: what it held, and its line of reflection."""

from datetime import date

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.days import ago, in_full
from givenet_tui.domain.gone_by import DayGoneBy, Deed
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import OPEN, Offer
from givenet_tui.domain.timeline import CHANNEL_NAMES
from givenet_tui.tones import BLANK, Line, Piece, Tone
from givenet_tui.ui.drawing.agenda import LABEL_WIDTH
from givenet_tui.ui.drawing.pieces import flowing, indented, told, wrapped
from givenet_tui.wording import LABELS, said, tick

NOTHING = "Nothing is written down for this day."
ONLY_ITS_LINE = "Its line is all that is written down for this day."
SOMEONE_ELSE = "… someone else: l a touch, n a note"


def day_head(day: DayGoneBy, today: date, width: int) -> list[Line]:
    """Which day it is, how long ago, and what there is of it."""
    when = ago(day.day, today)
    first: list[list[Piece]] = [[(in_full(day.day, today), "heading")], [(when, "muted")]]
    sums = " · ".join(_sums(day)) or (ONLY_ITS_LINE if day.reflection else NOTHING)
    return [*flowing(first, width, "   "), BLANK, [(sums, "muted")]]


def _sums(day: DayGoneBy) -> list[str]:
    counted = (
        (sum(deed.how is not None for deed in day.deeds), "line of the agenda", "lines of the agenda"),
        (sum(deed.kind == "touch" for deed in day.deeds), "touch", "touches"),
        (sum(deed.status == "done" for deed in day.deeds), "offer kept", "offers kept"),
        (sum(_is_on_its_way(deed) for deed in day.deeds), "offer on its way", "offers on their way"),
        (sum(deed.kind == "heard" for deed in day.deeds), "thing heard", "things heard"),
        (sum(deed.kind == "came back" for deed in day.deeds), "thing that came back", "things that came back"),
    )
    return [f"{count} {one if count == 1 else several}" for count, one, several in counted if count]


def _is_on_its_way(deed: Deed) -> bool:
    """Whether an offer came along, by itself: what a line of the agenda asked for is counted with the lines."""
    return deed.kind == "step" and deed.how is None and deed.status in OPEN


def deed_row(deed: Deed, width: int, *, compact: bool) -> list[Line]:
    """What it was, who, and the words about it."""
    room = max(8, width - LABEL_WIDTH)
    names = ", ".join(person.name for person in deed.people)
    what, tone = _what(deed)
    head: Line = [(names, "name")]
    if deed.how and not (deed.how == "done" and deed.kind == "line"):
        # the tick says how the line was dealt with; what was done about it comes after the name
        head = [*head, ("  ", "plain"), (what, "muted")]
    label: Piece = tick(deed.what, deed.how) if deed.what and deed.how else (what, tone)
    lines = indented([head, *_words(deed, room, 1 if compact else 2)], LABEL_WIDTH, label)
    return lines if compact else [*lines, BLANK]


def _what(deed: Deed) -> tuple[str, Tone]:
    match deed.kind:
        case "touch" if isinstance(deed.record, Interaction):
            return CHANNEL_NAMES[deed.record.channel], "done"
        case "step" if deed.status:
            return ("gave", "done") if deed.status == "done" else (said(deed.status), "resource")
        case "line" if deed.what:
            return LABELS[deed.what][0], "muted"
    return ("told you", "raise") if deed.kind == "heard" else ("came back", "resource")


def _words(deed: Deed, room: int, most: int) -> list[Line]:
    record = deed.record
    match record:
        case Aspiration():
            return told(record, room, most=most)
        case Offer():
            words = record.outcome if deed.status == "done" and record.outcome else record.what
        case Interaction() | Help():
            words = record.text
        case _:
            words = ""
    return wrapped(words, room, "plain", most=most) if words else []


def its_line(day: DayGoneBy, width: int, height: int) -> list[Line]:
    """The day's line of reflection, or how to write one."""
    title: Line = [("The day in a line", "muted")]
    if day.reflection:
        return [title, *wrapped(day.reflection, width, "words", most=max(2, height - 1))]
    if day.check_in:
        return [title, [("w", "key"), (" writes one.", "muted")]]
    how = wrapped("catches this day up with a line of your own.", width - 2, "muted")
    return [title, *indented(how, 2, ("w", "key"))]
