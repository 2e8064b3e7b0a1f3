"""`givenet year`: the days on which you gave, the ten of each month, what came back; printed, or as a picture."""

from datetime import date
from typing import Any

import click

from givenet_tui.cli.cells import cells, padded
from givenet_tui.cli.options import json_option, pass_session
from givenet_tui.cli.paper import Paper, Piece, echo, print_json
from givenet_tui.cli.session import Session
from givenet_tui.domain.days import short
from givenet_tui.domain.months import month_name, month_of
from givenet_tui.domain.weeks import weeks
from givenet_tui.domain.year import CameBack, MonthView, Stands, YearView
from givenet_tui.domain.year import year as year_view
from givenet_tui.domain.year_words import days_to_done_words, fulfilled_words, given_words, served_words
from givenet_tui.exchange.as_json import plain_object, plain_objects
from givenet_tui.wording import STEP_MARKS
from givenet_tui.year_marks import DONE, FREE, OPEN, Shown, bars, bars_heading, calendar_lines

MOST = 80
"""As wide as a calendar is drawn at most: who pipes it, or hangs it up, has that much."""


def _year(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 4 and int(value) > 0):
        raise click.BadParameter(f"{value!r} is no year. Write it as 2026.")
    return int(value)


@click.command()
@click.argument("year", required=False, callback=_year)
@click.option("--svg", metavar="FILE", help="Write it as a picture; - is standard output. Nobody is named in it.")
@json_option
@pass_session
def year(session: Session, year: int | None, svg: str | None, as_json: bool) -> None:
    """This year, or YEAR: the days on which you gave, the ten of each month, what came back.

    The picture holds days, numbers and your own objectives as you worded them, and names nobody else.

    \b
    givenet year
    givenet year 2025 --svg year.svg
    """
    if svg is not None and as_json:
        raise click.UsageError("--svg writes a picture, --json prints: choose one of the two.")
    view, today = year_view(session.workspace.book, year or session.today.year), session.today
    starts_on = session.workspace.book.settings.week_starts_on
    session.label()
    if svg is not None:
        _write(session, view, svg, starts_on)
    elif as_json:
        print_json(_as_json(view))
    else:
        _print(Paper(), view, today, starts_on)


def _write(session: Session, view: YearView, svg: str, starts_on: str) -> None:
    from givenet_tui.exchange.year_picture import year_picture
    from givenet_tui.store.new_file import write_file

    picture = year_picture(view, session.today, starts_on)
    if svg == "-":
        echo(picture[:-1])
    else:
        echo(f"The picture of {view.year} is in {write_file(session.own_path, svg, picture)}")


# --- JSON ----------------------------------------------------------------------------------------


def _as_json(view: YearView) -> dict[str, Any]:
    return {
        "year": view.year,
        "days": [
            {
                "day": str(on),
                "given": [offer.id for offer in day.given],
                "offered": [offer.id for offer in day.offered],
                "touches": [touch.id for touch in day.touches],
            }
            for on, day in view.days.items()
        ],
        "months": [_month_as_json(month) for month in view.months],
        "help": plain_objects(back.help for back in view.help),
        "objectives": [
            plain_object(behind.objective) | {"people": [_stands_as_json(one) for one in behind.standing]}
            for behind in view.objectives
        ],
        "days_to_done": list(view.days_to_done),
        "kinds": [{"kind": one.kind, "served": one.served, "fulfilled": one.fulfilled} for one in view.kinds],
    }


def _month_as_json(month: MonthView) -> dict[str, Any]:
    parts = {"raise_up": month.raise_up, "resource": month.resource}
    return {"month": month.month, "given": month.given, "slots_per_part": month.slots_per_part} | {
        name: {"done": part.done, "open": part.open, "freed": part.freed} for name, part in parts.items()
    }


def _stands_as_json(one: Stands) -> dict[str, Any]:
    return {"person": one.person.id, "status": one.status, "helped": one.helped}


# --- print ---------------------------------------------------------------------------------------


def _print(paper: Paper, view: YearView, today: date, starts_on: str) -> None:
    paper.line((str(view.year), "heading"), (f"  {given_words(view)}", "muted"))
    if view.is_empty:
        paper.words(
            "A year of giving comes to stand here: `givenet offer` makes an offer, `givenet done` ends it.",
            tone="muted",
        )
        return
    paper.line()
    shown = Shown(weeks(view.year, starts_on), view.days, today, starts_on)
    for line in calendar_lines(shown, min(paper.width, MOST), None):
        paper.line(*line)
    paper.line()
    for row in _month_rows(view, today):
        paper.line(*row)
    _print_words(paper, view)
    _print_objectives(paper, view, today)
    _print_back(paper, view, today)


def _month_rows(view: YearView, today: date) -> list[list[Piece]]:
    slots = view.months[0].slots_per_part
    cell = 2 if slots <= 6 else 1
    rows: list[list[Piece]] = [
        [" " * 11, *bars_heading(slots, cell), (f"{DONE} done {OPEN} open {FREE} free", "muted")],
    ]
    for month in view.months:
        if month.month <= month_of(today) or month.raise_up.open or month.resource.open:
            name = month_name(month.month, with_year=False)
            given = f"{month.given} given" if month.given else ""
            freed = month.raise_up.freed + month.resource.freed
            said = f"{freed} freed" if freed else ""
            rows.append([padded(name, 11), *bars(month, cell), padded(given, 11), (said, "muted")])
    return rows


def _print_words(paper: Paper, view: YearView) -> None:
    took, served, true = days_to_done_words(view.days_to_done), served_words(view.kinds), fulfilled_words(view.kinds)
    if took or served:
        paper.line()
    if took:
        paper.words(f"From offer to done: {took}.")
    if served:
        paper.words(f"What was done served {served}{f'; {true}' if true else ''}.")


def _print_objectives(paper: Paper, view: YearView, today: date) -> None:
    if not view.objectives:
        return
    paper.line()
    paper.line(("What I want to reach", "heading"))
    marks = {"open": "○ ", "reached": "✓ ", "let_go": "– "}
    for behind in view.objectives:
        objective = behind.objective
        closed = f", {objective.status.replace('_', ' ')}" if not objective.is_open else ""
        on = f" {short(objective.closed_on, today)}" if closed and objective.closed_on else ""
        paper.words(f"{objective.text}{closed}{on}", 4, first=f"  {marks[objective.status]}")
        if behind.standing:
            paper.words(", ".join(map(_who, behind.standing)), 4, "muted")


def _who(one: Stands) -> str:
    """`● Ada Lovelace ↳`: spaces that do not break keep the marks with the name."""
    mark = STEP_MARKS[one.status][0] if one.status else "↳"
    helped = "\u00a0↳" if one.helped and one.status else ""
    return f"{mark}\u00a0{one.person.name}{helped}"


def _print_back(paper: Paper, view: YearView, today: date) -> None:
    if not view.help:
        return
    paper.line()
    paper.line(("What came back", "heading"))
    room = max(cells(short(back.help.on, today)) for back in view.help) + 4
    for back in view.help:
        day = f"  {short(back.help.on, today):>{room - 4}}  "
        paper.words(f"{back.person.name}: {back.help.text}", room, first=day)
        why = _why(back)
        if why:
            paper.words(why, room, "muted")


def _why(back: CameBack) -> str:
    if back.objective:
        return f"for {back.objective.text}"
    return f"after {back.offer.what}" if back.offer and back.offer.what else ""
