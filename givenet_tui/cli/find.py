"""`givenet find`: everything that holds some words."""

from typing import TYPE_CHECKING, Any

import click

from givenet_tui.cli.options import Asking, json_option, pass_session
from givenet_tui.cli.paper import Paper, Piece, print_json
from givenet_tui.cli.session import Session
from givenet_tui.cli.wording import around, counted
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.find import PeopleFinder
from givenet_tui.domain.query import Query, parse
from givenet_tui.exchange.as_json import plain_object

if TYPE_CHECKING:
    from givenet_tui.domain.everything import Hit


@click.command(cls=Asking)
@click.argument("words", nargs=-1, required=True)
@json_option
@pass_session
def find(session: Session, words: tuple[str, ...], as_json: bool) -> None:
    """Everything that holds WORDS: people, what they told you, touches, offers, help, objectives, reflections.

    Names come first, then tags, hopes and notes, of each the newest. The terms of `givenet people` narrow it.

    \b
    givenet find harbour
    givenet find tag:work '"the mill"'
    """
    from givenet_tui.domain.everything import Everything  # no other command needs it

    said = " ".join(words)
    asked = parse(said)
    if asked.is_empty:
        raise Refusal("There is nothing to look for: name a word, or a term such as quiet: or tag:work.")
    book = session.workspace.book
    hits = Everything(book).find(asked, PeopleFinder(book), session.today)
    session.label()
    if as_json:
        print_json([_as_json(hit) for hit in hits])
        return
    paper = Paper()
    if not hits:
        paper.line(f"Nothing holds “{said}”.")
        return
    paper.table([_row(session, hit, asked) for hit in hits])
    paper.line()
    paper.line((counted(len(hits), "place"), "muted"))


def _as_json(hit: "Hit") -> dict[str, Any]:
    """The record as the file has it, its table, and where in it the words were met."""
    return plain_object(hit.record) | {"table": hit.record.table, "where": hit.where}


def _row(session: Session, hit: "Hit", asked: Query) -> list[Piece]:
    return [
        (hit.kind, "muted"),
        (hit.who(session.workspace.book), "name"),
        (hit.day(session.today), "muted"),
        around(hit.text, asked.words) if hit.where != "name" else "",
    ]
