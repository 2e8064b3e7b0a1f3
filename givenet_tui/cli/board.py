"""`givenet board`: the ten of a month."""

from datetime import date
from typing import Any

import click

from givenet_tui.cli.options import json_option, pass_session
from givenet_tui.cli.paper import Paper, Piece, print_json
from givenet_tui.cli.session import Session
from givenet_tui.cli.wording import PART_TONES
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import PART_NAMES, Assignment, PartView, assignment, pace
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import due_words, how_long, short
from givenet_tui.domain.introductions import askings
from givenet_tui.domain.months import is_month, month_name, month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer, Part
from givenet_tui.domain.suggestions import suggestions
from givenet_tui.exchange.as_json import plain_object, plain_objects
from givenet_tui.wording import STEP_MARKS, askings_in_words, said

_FOR: dict[Part, str] = {"raise_up": "people I can help", "resource": "people who can help me"}
_SUGGESTED = 3


def _month(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_month(value):
        raise click.BadParameter(f"{value!r} is no month. Write it as 2026-11.")
    return value


@click.command()
@click.argument("month", required=False, callback=_month)
@json_option
@pass_session
def board(session: Session, month: str | None, as_json: bool) -> None:
    """The ten of this month, or of MONTH: whom you help, with what, and how far it is.

    \b
    givenet board
    givenet board 2026-10
    """
    book, today = session.workspace.book, session.today
    view = assignment(book, month or month_of(today))
    session.label()
    if as_json:
        print_json({"month": view.month} | {part.part: _as_json(part) for part in view.parts})
    else:
        _print(Paper(), book, view, today)


def _as_json(part: PartView) -> dict[str, Any]:
    return {
        "slots": [plain_object(offer) if offer else None for offer in part.slots],
        "beyond": plain_objects(part.beyond),
        "freed": plain_objects(part.freed),
        "carried": plain_objects(part.carried),
    }


def _print(paper: Paper, book: Book, view: Assignment, today: date) -> None:
    now = pace(book, view.month, today)
    left = f"{how_long(now.days_left)} left · " if view.month == month_of(today) else ""
    how_far = f"{now.how_far} · " if now.how_far else ""
    paper.line((month_name(view.month), "heading"), (f"  {left}{how_far}{now.words}", "muted"))
    for part in view.parts:
        paper.line()
        paper.line((PART_NAMES[part.part], PART_TONES[part.part]), (f"  {_FOR[part.part]}", "muted"))
        for offer in part.slots:
            if offer:
                _print_offer(paper, book, offer, today)
        if part.has_room:
            paper.line(("  ○ ", "muted"), *_room(book, view.month, part, today))
        _print_beside(paper, book, part, today)


def _room(book: Book, month: str, part: PartView, today: date) -> list[Piece]:
    empty = sum(offer is None for offer in part.slots)
    words = "1 empty slot" if empty == 1 else f"{empty} empty slots"
    if month != month_of(today):
        return [(words, "muted")]
    names = (book.people[one.person_id].name for one in suggestions(book, month, part.part, today)[:_SUGGESTED])
    who = ", ".join(names)
    return [words, (f": {who}?" if who else "", "muted")]


def _print_beside(paper: Paper, book: Book, part: PartView, today: date) -> None:
    if part.beyond:
        paper.line((f"  beyond the {len(part.slots)}", "muted"))
        for offer in part.beyond:
            _print_offer(paper, book, offer, today)
    for offer in (*part.freed, *part.carried):
        mark = "→" if offer in part.carried else STEP_MARKS[offer.status][0]
        where = (
            f"carried to {month_name(offer.month, with_year=False)}" if offer in part.carried else said(offer.status)
        )
        paper.line((f"  {mark} {book.person(offer.person).name}  {where}  {offer.what}", "muted"))


def _print_offer(paper: Paper, book: Book, offer: Offer, today: date) -> None:
    mark, tone = STEP_MARKS[offer.status]
    reached = offer.reached(offer.status)
    status = said(offer.status)
    if offer.status in {"offered", "done"} and reached:
        status += f" {short(reached, today)}"
    due = f"  {due_words(offer.due, today)}" if offer.is_open and offer.due else ""
    paper.line((f"  {mark} ", tone), (book.person(offer.person).name, "name"), (f"  {status}", tone), (due, "muted"))
    paper.line("    ", (offer.what, "plain") if offer.what else ("no words yet", "muted"))
    stands = askings(book, offer)
    if stands and offer.is_open:
        paper.line("    ", (askings_in_words(stands, today), "muted"))
    aspiration, objective = book.find(Aspiration, offer.serves), book.find(Objective, offer.objective)
    if offer.outcome:
        paper.line("    ", ("↳ ", "done"), (offer.outcome, "muted"))
    elif offer.part == "resource" and objective:
        paper.line("    ", ("for my objective · ", "muted"), (objective.text, "words"))
    elif aspiration:
        paper.line("    ", (f"{aspiration.kind} · ", "muted"), (aspiration.text, "words"))
