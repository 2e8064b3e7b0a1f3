"""`givenet people` and `givenet show`: the circle, and one person whole."""

import click

from givenet_tui.cli.naming import person_named
from givenet_tui.cli.notebook import print_person
from givenet_tui.cli.options import Asking, json_option, pass_session
from givenet_tui.cli.paper import Paper, Piece, print_json
from givenet_tui.cli.session import Session
from givenet_tui.cli.wording import NOBODY, around, counted
from givenet_tui.domain.aspirations import KINDS
from givenet_tui.domain.find import Found, PeopleFinder
from givenet_tui.domain.query import Query, parse
from givenet_tui.domain.rhythm import circle, standing
from givenet_tui.exchange.as_json import plain_object, plain_objects
from givenet_tui.wording import days_since, is_on_board, mark_of


@click.command(cls=Asking)
@click.argument("query", nargs=-1)
@json_option
@pass_session
def people(session: Session, query: tuple[str, ...], as_json: bool) -> None:
    """The circle by name; with QUERY, who has its words in a name, a tag, a hope or a note.

    tag: quiet: board: knows: last: and born: narrow it, a dash before any of it turns it round.

    \b
    givenet people
    givenet people hopper
    givenet people "quiet: tag:work"
    givenet people knows:goal -knows:dream "last:>90d"
    """
    words = " ".join(query)
    asked, book = parse(words), session.workspace.book
    found = PeopleFinder(book).answer(asked, session.today)
    session.label()
    if as_json:
        print_json(plain_objects(book.people[hit.person_id] for hit in found))
        return
    paper = Paper()
    if not found and words.strip():
        paper.line(f"Nobody fits “{words}”.")
    elif not found:
        for sentence in NOBODY:
            paper.line(sentence)
    else:
        paper.table([_row(session, hit, asked) for hit in found])
        paper.line()
        paper.line((_foot(session, len(found) if words.strip() else None), "muted"))


def _row(session: Session, hit: Found, asked: Query) -> list[Piece]:
    book, today = session.workspace.book, session.today
    person = book.people[hit.person_id]
    kinds = {aspiration.kind for aspiration in book.aspirations_of(person.id) if aspiration.is_open}
    known = ", ".join(kind for kind in KINDS if kind in kinds) or "nothing yet"
    notes = ["resting"] if person.archived_on else []
    notes += ["gone quiet"] if standing(book, person, today).is_quiet else []
    notes += ["on the board"] if is_on_board(book, person, today) else []
    met = around(hit.hit, asked.words) if hit.where == "note" else hit.hit
    notes += [f"“{met}”"] if hit.where != "name" else []
    return [
        mark_of(book, person, today),
        (person.name, "name"),
        (days_since(book, person, today), "muted"),
        known,
        (" · ".join(notes), "muted"),
    ]


def _foot(session: Session, found: int | None) -> str:
    book = session.workspace.book
    now = circle(book, session.today)
    who = counted(now.size, "person", "people")
    if found is not None:
        fit = "fits" if found == 1 else "fit"
        return (
            f"{counted(found, 'person', 'people')} {fit}, of {counted(len(book.people), 'person', 'people')} you know"
        )
    room = f", room for {now.room}" if now.room >= 0 else f", {-now.room} more than {now.capacity}: who could rest?"
    resting = len(book.people) - now.size
    rest = f" · {resting} {'rests' if resting == 1 else 'rest'}" if resting else ""
    return f"{who} in your circle{room}{rest}"


@click.command()
@click.argument("name", nargs=-1, required=True)
@json_option
@pass_session
def show(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """One person whole: hopes, dreams, goals, objectives, and all that was between you.

    NAME is any words that fit just one person, or an id.

    \b
    givenet show ada
    givenet show ada --json
    """
    book = session.workspace.book
    person = person_named(book, " ".join(name))
    session.label()
    if as_json:
        between = {
            "aspirations": plain_objects(book.aspirations_of(person.id)),
            "interactions": plain_objects(book.interactions_of(person.id)),
            "offers": plain_objects(book.offers_of(person.id)),
            "help": plain_objects(book.help_of(person.id)),
        }
        print_json(plain_object(person) | between)
    else:
        print_person(Paper(), book, person, session.today)
