"""`givenet today`: the agenda."""

import click

from givenet_tui.cli.options import json_option, pass_session
from givenet_tui.cli.paper import Paper, print_json
from givenet_tui.cli.session import Session
from givenet_tui.cli.wording import NOBODY, PART_TONES, counted
from givenet_tui.domain.agenda import Agenda, Line, agenda
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import PART_NAMES, assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import put_off_words
from givenet_tui.domain.days import how_long, in_full
from givenet_tui.domain.months import days_left, month_of
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.rhythm import circle
from givenet_tui.wording import LABELS, tick

_COUNTS = ("Nothing", "One thing", "Two things", "Three things", "Four things", "Five things")
_MARGIN = 12


@click.command()
@click.option("--short", is_flag=True, help="One line, for a prompt.")
@json_option
@pass_session
def today(session: Session, short: bool, as_json: bool) -> None:
    """What is worth doing today, and why.

    \b
    givenet today
    givenet today --short
    """
    book = session.workspace.book
    day = agenda(book, session.today)
    if not short or session.demo:  # a prompt is no place for a sentence that comes each time
        session.label()
    if as_json:
        print_json(_as_json(day))
    elif short:
        Paper().line(_in_short(book, day))
    else:
        _print(Paper(), book, day)


def _as_json(day: Agenda) -> dict[str, object]:
    names = ("what", "person", "record", "reason", "aspiration")
    lines = [{name: getattr(line, name) for name in names} for line in day.lines if line.how is None]
    return {"day": day.day.isoformat(), "lines": lines}


def _in_short(book: Book, day: Agenda) -> str:
    line = next((line for line in day.lines if line.how is None), None)
    if line is None:
        return "✓ that was today" if day.handled else "nothing asks for you today"
    return f"{day.open} today · {_name(book, line)}: {line.reason}"


def _print(paper: Paper, book: Book, day: Agenda) -> None:
    _print_head(paper, book, day)
    if book.is_empty:
        for sentence in NOBODY:
            paper.line(sentence)
        return
    paper.line((_sum(day), "heading"))
    for line in day.lines:
        paper.line()
        _print_line(paper, book, line)
    if day.more_there and not day.is_through:
        paper.line()
        paper.line((f"{day.more_there} more can wait.", "muted"))


def _print_head(paper: Paper, book: Book, day: Agenda) -> None:
    month = month_of(day.day)
    left = days_left(month, day.day)
    days = "the last day of the month" if left == 0 else f"{how_long(left)} left in the month"
    paper.line((in_full(day.day, day.day), "heading"), (f"  {days}", "muted"))
    for part in assignment(book, month).parts:
        dots, rest = "●" * part.done, "○" * (len(part.slots) - part.done)
        paper.line(
            f"{PART_NAMES[part.part]:<14}", (dots, PART_TONES[part.part]), (rest, "muted"),
            f"  {part.done} of {len(part.slots)} done",
        )  # fmt: skip
    now = circle(book, day.day)
    people = counted(now.size, "person", "people")
    paper.line(f"{'Circle':<14}{people}, {now.touches} of {now.touches_capacity} touches this month")
    paper.line()


def _sum(day: Agenda) -> str:
    if day.is_through:
        return "✓ That was today." if day.handled else "Nothing asks for you today."
    count = _COUNTS[day.open] if day.open < len(_COUNTS) else f"{day.open} things"
    if day.handled:
        return f"{count} left today"
    return f"{count} today, about two minutes" if day.open > 1 else f"{count} today"


def _print_line(paper: Paper, book: Book, line: Line) -> None:
    label, tone = LABELS[line.what]
    if line.how:
        label, tone = tick(line.what, line.how)[0], "muted"
    margin = " " * _MARGIN
    times = f" · {put_off_words(line.put_off)}" if line.put_off else ""
    paper.line((f"{label:<{_MARGIN}}", tone), (_name(book, line), "name"), "  ", (line.reason + times, "muted"))
    offer = book.find(Offer, line.offer)
    words = line.became or (offer.what if offer else "")
    if words:
        paper.line(margin, words)
    if line.how:  # what it was good for is not fulfilled by it
        return
    aspiration = book.find(Aspiration, line.aspiration)
    if line.question:
        paper.line(margin, ("ask · ", "muted"), (line.question, "words"))
    elif aspiration:
        paper.line(margin, (f"{aspiration.kind} · ", "muted"), (aspiration.text, "words"))


def _name(book: Book, line: Line) -> str:
    person = book.people.get(line.person)
    return person.name if person else ""
