"""The head of Today: the month, how much there is to do, and the days that can be caught up."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.agenda import Agenda, days_of_check_ins, smoothed_share
from givenet_tui.domain.assignment import assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import how_long
from givenet_tui.domain.gone_by import MOST_MISSED, missed_days
from givenet_tui.domain.months import days_left, month_name, month_of
from givenet_tui.domain.offers import Part
from givenet_tui.domain.rhythm import circle
from givenet_tui.tones import BLANK, Line, Piece, Tone
from givenet_tui.ui.drawing.pieces import dots, flowing, meter

PART_WORDS: dict[Part, tuple[str, Tone]] = {
    "raise_up": ("Raise up", "raise"),
    "resource": ("Be a resource", "resource"),
}
SENTENCES = ("Nothing", "One thing", "Two things", "Three things", "Four things", "Five things")
MOST_DOTS = 10
ENOUGH_DAYS = 7
"""Days since the first check-in from which on there is a share to speak of."""
GAP = "   "


def month_head(book: Book, today: date, width: int) -> list[Line]:
    """`November  8 days left   Raise up ●●●○○ 3/5 …`: one line, or as many as the width asks for."""
    month = month_of(today)
    left = days_left(month, today)
    parts = assignment(book, month).parts
    now = circle(book, today)
    days = "the last day" if left == 0 else f"{how_long(left)} left"
    groups: list[list[Piece]] = [
        [(month_name(month, with_year=False), "heading"), (f"  {days}", "muted")],
        *(
            [
                (f"{words} ", "plain"),
                *_slots(view.done, len(view.slots), tone),
                (f" {view.done}/{len(view.slots)}", "plain"),
            ]
            for view in parts
            for words, tone in [PART_WORDS[view.part]]
        ),
        [
            *meter(now.touches, now.touches_capacity, 10, "done"),
            (f" {now.touches} of {now.touches_capacity} touches", "muted"),
        ],
    ]
    return flowing(groups, width, GAP)


def _slots(done: int, slots: int, tone: Tone) -> list[Piece]:
    """A dot for each slot; where there are a great many, a bar."""
    return dots(done, slots, tone) if slots <= MOST_DOTS else meter(done, slots, MOST_DOTS, tone)


def today_head(book: Book, agenda: Agenda, width: int, height: int) -> list[Line]:
    """The month, how much there is to do, the share of days once there are some, and whether a day can be caught up.

    The share stands beside the month where that leaves room in its last line, else beside what there is to do.
    """
    today, check_in = agenda.day, book.check_in_on(agenda.day)
    month = month_head(book, today, width)
    groups: list[Sequence[Piece]] = [_how_much(agenda, check_in.reflection if check_in else "")]
    share = smoothed_share(book, today)
    if share is not None and days_of_check_ins(book, today) >= ENOUGH_DAYS:
        words: list[Piece] = [(f"checked in on {round(share * 100)} % of days", "muted")]
        beside = flowing([month[-1], words], width, GAP)
        if len(month) > 1 and len(beside) == 1:
            month[-1] = beside[0]
        else:
            groups.append(words)
    missed = missed_days(book, today)
    if 0 < missed <= MOST_MISSED:
        days = "yesterday" if missed == 1 else f"{missed} days"
        groups.append([("[", "key"), (f" catch up on {days}", "muted")])
    head = flowing(groups, width, GAP)
    room = height - len(head)
    return [*month, BLANK, *head] if len(month) < room else [*month[: max(1, room)], *head]


def _how_much(agenda: Agenda, reflection: str) -> list[Piece]:
    if agenda.is_through and reflection:
        return [("✓ ", "done"), ("The day is closed.", "heading")]
    closes: list[Piece] = [("w", "key"), (" closes the day with a line.", "muted")]
    if not agenda.lines:
        return [("Nothing asks for you today. ", "heading"), *closes]
    if agenda.is_through:
        return [("✓ ", "done"), ("That was today. ", "heading"), *closes]
    count = agenda.open
    words = SENTENCES[count] if count < len(SENTENCES) else f"{count} things"
    if agenda.handled:
        return [(f"{words} left today", "heading")]
    return [(f"{words} today", "heading"), (", about two minutes" if count > 1 else "", "muted")]
