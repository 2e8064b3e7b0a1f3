"""A year as an SVG picture, to be hung up: the calendar, the ten of each month, the year in words.

It is for showing, so nobody is named in it: it holds days, numbers, kinds, and your own objectives as you worded them.
It needs nothing from anywhere: no font, no style sheet, no script.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as ET

from givenet_tui import plain
from givenet_tui.domain.days import in_full
from givenet_tui.domain.months import month_name
from givenet_tui.domain.weeks import month_columns, weekdays, weeks
from givenet_tui.domain.year import MonthView, PartOfMonth, YearView
from givenet_tui.domain.year_days import EMPTY_DAY, Day
from givenet_tui.domain.year_words import days_to_done_words, fulfilled_words, given_words, served_words

WIDTH, MARGIN = 1200, 70
PAPER, INK, MUTED, TRACK = "#faf6ee", "#2a2520", "#6b6255", "#eee6d6"
RAISE, RESOURCE, GIVEN = "#c9821f", "#3f8a74", "#b8690c"
SERIF = "Georgia, 'Times New Roman', serif"
SANS = "ui-sans-serif, system-ui, 'Helvetica Neue', Helvetica, Arial, sans-serif"
CELL, PITCH = 15, 18.8
OBJECTIVES = 8
"""How many of one's objectives there is room for."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def year_picture(view: YearView, today: date, starts_on: str = "monday") -> bytes:
    """The picture, as UTF-8: well-formed XML whatever the texts are."""
    height = 716 + 30 * max(4, min(len(view.objectives), OBJECTIVES + 1))
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {height}",
            "width": str(WIDTH),
            "height": str(height),
            "role": "img",
            "aria-labelledby": "title desc",
        },
    )
    ET.SubElement(svg, "title", {"id": "title"}).text = f"A year of giving: {view.year}"
    ET.SubElement(svg, "desc", {"id": "desc"}).text = _description(view)
    _rect(svg, (0, 0, WIDTH, height), PAPER, rx=0)
    _text(svg, MARGIN, 108, str(view.year), 64, font=SERIF)
    _text(svg, WIDTH - MARGIN, 108, given_words(view), 20, colour=MUTED, anchor="end")
    _calendar(svg, view, today, starts_on)
    _months(svg, view)
    _objectives(svg, view, 660)
    _words(svg, view, 660)
    ET.indent(svg)
    whole: bytes = ET.tostring(svg, encoding="utf-8", xml_declaration=True)
    return whole + b"\n"


def _description(view: YearView) -> str:
    """What the picture shows, for those to whom it is read."""
    given = (f"{month_name(month.month, with_year=False)} {month.given}" for month in view.months if month.given)
    by_month = ", ".join(given)
    return " ".join(filter(None, [f"{given_words(view)}.", by_month and f"By month: {by_month}.", *_sentences(view)]))


def _sentences(view: YearView) -> list[str]:
    took, served, true = days_to_done_words(view.days_to_done), served_words(view.kinds), fulfilled_words(view.kinds)
    back = [month_name(month.month, with_year=False) for month in view.months if month.came_back]
    months = "every month" if len(back) == 12 else " and ".join(filter(None, [", ".join(back[:-1]), *back[-1:]]))
    said = [
        f"From an offer until it was done: {took}." if took else "",
        f"For {served}{f'; {true}' if true else ''}." if served else "",
        f"Something came back in {months}." if back else "",
    ]
    return [sentence for sentence in said if sentence]


# --- the calendar --------------------------------------------------------------------------------


def _calendar(svg: ET.Element, view: YearView, today: date, starts_on: str) -> None:
    columns, left, top = weeks(view.year, starts_on), MARGIN + 44, 184
    for column, name in month_columns(columns):
        _text(svg, left + column * PITCH, top - 14, name, 14, colour=MUTED)
    for row, name in enumerate(weekdays(starts_on)):
        _text(svg, MARGIN, top + row * PITCH + 12, name[:3], 13, colour=MUTED)
    days = ET.SubElement(svg, "g")
    for column, week in enumerate(columns):
        for row, on in enumerate(week):
            if on:
                x, y = left + column * PITCH, top + row * PITCH
                _day(days, (x, y), view.days.get(on, EMPTY_DAY), on, today)
    _legend(svg, left, top + 7 * PITCH + 22)


def _day(parent: ET.Element, at: tuple[float, float], day: Day, on: date, today: date) -> None:
    """A day: full where something was given, with a number where it was more, a dot where one was in touch."""
    x, y = at
    group = ET.SubElement(parent, "g")
    if day.level != "nothing":
        ET.SubElement(group, "title").text = f"{in_full(on, today)}: {_said_of(day)}"
    box = (x, y, CELL, CELL)
    if day.given:
        _rect(group, box, GIVEN)
    elif on <= today or day.level == "near":
        _rect(group, box, TRACK)
    else:
        _rect(group, (x + 0.5, y + 0.5, CELL - 1, CELL - 1), "none", stroke=TRACK)
    if len(day.given) > 1:
        many = str(len(day.given)) if len(day.given) < 10 else "+"
        _text(group, x + CELL / 2, y + 11.5, many, 11, colour=PAPER, anchor="middle", bold=True)
    elif day.level == "near":
        _circle(group, x + CELL / 2, y + CELL / 2, 3.2, RESOURCE)
    if on == today:
        _rect(group, (x - 1.5, y - 1.5, CELL + 3, CELL + 3), "none", stroke=INK, rx=4.5)


def _said_of(day: Day) -> str:
    return f"{len(day.given)} given" if day.given else "in touch"


def _legend(svg: ET.Element, left: float, y: float) -> None:
    for x, what in (
        (0, "gave"),
        (86, "gave more than once"),
        (262, "in touch, or offered"),
        (430, "nothing written down"),
    ):
        at = (left + x, y, CELL, CELL)
        _rect(svg, at, GIVEN if what.startswith("gave") else TRACK)
        if what == "gave more than once":
            _text(svg, left + x + CELL / 2, y + 11.5, "2", 11, colour=PAPER, anchor="middle", bold=True)
        if what.startswith("in touch"):
            _circle(svg, left + x + CELL / 2, y + CELL / 2, 3.2, RESOURCE)
        _text(svg, left + x + 22, y + 12, what, 13, colour=MUTED)


# --- the months ----------------------------------------------------------------------------------


def _months(svg: ET.Element, view: YearView) -> None:
    top, bottom, step = 428, 566, (WIDTH - 2 * MARGIN) / 12
    _text(svg, MARGIN, top - 18, "The ten of each month", 19, font=SERIF)
    _rect(svg, (MARGIN + 230, top - 30, 12, 12), RAISE)
    _text(svg, MARGIN + 248, top - 19, "raise up", 14, colour=MUTED)
    _rect(svg, (MARGIN + 330, top - 30, 12, 12), RESOURCE)
    _text(svg, MARGIN + 348, top - 19, "be a resource", 14, colour=MUTED)
    for number, month in enumerate(view.months):
        x = MARGIN + number * step
        _month(svg, month, x, (top, bottom))
        _text(svg, x + 34, bottom + 22, month_name(month.month, with_year=False)[:3], 14, colour=MUTED, anchor="middle")


def _month(svg: ET.Element, month: MonthView, x: float, span: tuple[float, float]) -> None:
    group = ET.SubElement(svg, "g")
    raise_up, resource = month.raise_up, month.resource
    ET.SubElement(
        group, "title"
    ).text = f"{month_name(month.month)}: {raise_up.done} done to raise up, {resource.done} to be a resource"
    _bar(group, raise_up, month.slots_per_part, (x, *span), RAISE)
    _bar(group, resource, month.slots_per_part, (x + 36, *span), RESOURCE)


def _bar(group: ET.Element, part: PartOfMonth, slots: int, place: tuple[float, float, float], colour: str) -> None:
    """A part's slots, from the ground up: full when done, a frame when open, pale when free."""
    x, top, bottom = place
    pitch = (bottom - top) / max(1, slots)
    gap = min(4.0, pitch / 4)
    for slot in range(slots):
        box = (x, bottom - (slot + 1) * pitch + gap, 30, pitch - gap)
        if slot < part.done:
            _rect(group, box, colour)
        elif slot < part.done + part.open:
            _rect(group, (box[0] + 1, box[1] + 1, 28, max(0.0, box[3] - 2)), PAPER, stroke=colour)
        else:
            _rect(group, box, TRACK)


# --- the words -----------------------------------------------------------------------------------


def _objectives(svg: ET.Element, view: YearView, top: float) -> None:
    if not view.objectives:
        return
    _text(svg, MARGIN, top, "What I wanted to reach", 19, font=SERIF)
    marks = {"open": ("○", RESOURCE), "reached": ("✓", RESOURCE), "let_go": ("–", MUTED)}
    for number, behind in enumerate(view.objectives[:OBJECTIVES]):
        y, (mark, colour) = top + 32 + 30 * number, marks[behind.objective.status]
        _text(svg, MARGIN + 8, y, mark, 17, colour=colour, anchor="middle", bold=True)
        _text(svg, MARGIN + 28, y, _cut(behind.objective.text, 54), 16)
    if len(view.objectives) > OBJECTIVES:
        more = len(view.objectives) - OBJECTIVES
        _text(svg, MARGIN + 28, top + 32 + 30 * OBJECTIVES, f"and {more} more", 16, colour=MUTED)


def _words(svg: ET.Element, view: YearView, top: float) -> None:
    left = WIDTH / 2 + 40 if view.objectives else MARGIN
    lines = [line for sentence in _sentences(view) for line in _wrapped(sentence, 58)]
    if lines:
        _text(svg, left, top, "The year in words", 19, font=SERIF)
    for number, line in enumerate(lines[:6]):
        _text(svg, left, top + 32 + 26 * number, line, 16, colour=MUTED)


def _wrapped(sentence: str, width: int) -> list[str]:
    """A sentence of ours in lines of at most so many letters."""
    lines = [""]
    for word in sentence.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _cut(text: str, width: int) -> str:
    """A user's text as one line of about that many letters, wide ones counted twice; what is cut ends in …."""
    line, room = plain.line(text), width
    for number, letter in enumerate(line):
        room -= 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
        if room < 0:
            return line[: number - 1].rstrip() + "…"
    return line


# --- shapes --------------------------------------------------------------------------------------


def _text(
    parent: ET.Element, x: float, y: float, words: str, size: int,
    *, colour: str = INK, font: str = SANS, anchor: str = "start", bold: bool = False,
) -> None:  # fmt: skip
    look = {"x": _number(x), "y": _number(y), "font-size": str(size), "font-family": font, "fill": colour}
    look |= {"text-anchor": anchor} if anchor != "start" else {}
    look |= {"font-weight": "700"} if bold else {}
    ET.SubElement(parent, "text", look).text = _NOT_IN_XML.sub("\ufffd", words)


def _rect(
    parent: ET.Element, box: Sequence[float], colour: str, *, rx: float = 3, stroke: str = ""
) -> None:  # fmt: skip
    x, y, width, height = map(_number, box)
    look = {"x": x, "y": y, "width": width, "height": height, "rx": _number(rx), "fill": colour}
    ET.SubElement(parent, "rect", look | ({"stroke": stroke, "stroke-width": "1.5"} if stroke else {}))


def _circle(parent: ET.Element, x: float, y: float, r: float, colour: str) -> None:
    ET.SubElement(parent, "circle", {"cx": _number(x), "cy": _number(y), "r": _number(r), "fill": colour})


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
