"""Beside the year: what was on a day, the time from an offer to its end, and whose hopes were served."""

from datetime import date

from givenet_tui.domain.book import Book
from givenet_tui.domain.days import in_full
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.year import KindServed, YearView
from givenet_tui.domain.year_days import EMPTY_DAY
from givenet_tui.domain.year_words import days_to_done_words, kind_words
from givenet_tui.tones import BLANK, Line, Piece
from givenet_tui.ui.drawing.gone_by import NOTHING
from givenet_tui.ui.drawing.pieces import indented, told, wrapped

WELCOME = (
    "Here a year of giving comes to stand: a mark on each day on which you did something for someone, the ten of each "
    "month, what came back, and who is behind what you want to reach."
)
TO_COME = "This day is still to come."


def beside_the_year(book: Book, view: YearView, on: date, today: date, width: int) -> list[Line]:
    """The day under the calendar's cursor, then the year in words."""
    return [*day_lines(book, view, on, today, width), BLANK, *year_in_words(view, width)]


def day_lines(book: Book, view: YearView, on: date, today: date, width: int) -> list[Line]:
    """What was on one day: given, offered, in touch, what was heard, and what came back."""
    day = view.days.get(on, EMPTY_DAY)
    lines: list[Line] = [[(in_full(on, today), "heading"), ("  today" if on == today else "", "key")]]
    for offer in day.given:
        lines += _offer(book, offer, ("● ", "done"), "", width)
    for offer in day.offered:
        lines += _offer(book, offer, ("◑ ", "resource"), "offered: ", width)
    for touch in day.touches:
        lines += _touch(book, touch, width)
    for heard in view.heard.get(on, ()):
        words = told(heard, width - 2, most=2)
        lines += indented([[(book.person(heard.person).name, "name")], *words], 2, ("“ ", "raise"))
    for back in view.help:
        if back.help.on == on:
            lines += _entry(back.person.name, back.help.text, ("↳ ", "resource"), "came back: ", width)
    check_in = book.check_in_on(on)
    if check_in and check_in.reflection:
        lines += wrapped(check_in.reflection, width, "words", most=3)
    if len(lines) == 1:
        lines.append([(TO_COME if on > today else NOTHING, "muted")])
    return lines


def year_in_words(view: YearView, width: int) -> list[Line]:
    """The time from an offer to its end, and what was served; in a year without anything, what belongs here."""
    lines: list[Line] = wrapped(WELCOME, width, "muted") if view.is_empty else []
    words = days_to_done_words(view.days_to_done)
    if words:
        lines += [
            [("From offer to done", "heading")],
            *wrapped(f"{words[0].upper()}{words[1:]}.", width, "plain"),
            BLANK,
        ]
    if any(one.served for one in view.kinds):
        lines += [[("What it served", "heading")], *(_kind(one) for one in view.kinds if one.served)]
    return lines


def _kind(one: KindServed) -> Line:
    """`12 dreams      2 have come true`."""
    true = f"{one.fulfilled} {'has' if one.fulfilled == 1 else 'have'} come true" if one.fulfilled else ""
    return [(f"{kind_words(one.kind, one.served):<16}", "plain"), ("✓ " if true else "", "done"), (true, "muted")]


def _offer(book: Book, offer: Offer, mark: Piece, before: str, width: int) -> list[Line]:
    person = book.people.get(offer.person)
    return _entry(person.name if person else "", offer.what, mark, before, width)


def _touch(book: Book, touch: Interaction, width: int) -> list[Line]:
    names = ", ".join(book.people[one].name for one in touch.people if one in book.people)
    channel = "" if touch.channel == "other" else f"{touch.channel}: "
    return _entry(names, touch.text, ("◦ ", "resource"), channel, width)


def _entry(who: str, words: str, mark: Piece, before: str, width: int) -> list[Line]:
    """Who, and below it what, in two lines at most."""
    head: Line = [(who, "name")]
    below = wrapped(before + words, width - 2, "muted", most=2) if before + words else []
    return indented([head, *below], 2, mark)
