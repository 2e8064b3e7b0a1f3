"""`givenet add`, `hear`, `came-back` and `objective`: people, and what was told and done."""

from collections.abc import Sequence
from typing import Any

import click

from givenet_tui.cli.doing import day_of, say_done, words_of
from givenet_tui.cli.fitting import objective_named
from givenet_tui.cli.naming import person_named
from givenet_tui.cli.options import json_option, pass_session, words_typed
from givenet_tui.cli.session import Session
from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.help import Help
from givenet_tui.domain.imports import normalised
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.verbs import aspirations, objectives, people
from givenet_tui.domain.verbs import help as help_verbs


@click.command()
@click.argument("names", nargs=-1, required=True, type=words_typed, metavar="NAME...")
@click.option("--email", type=words_typed, metavar="ADDRESS", help="An e-mail address.")
@click.option("--phone", type=words_typed, metavar="NUMBER", help="A telephone number.")
@click.option(
    "--tag", "tags", multiple=True, type=words_typed, metavar="TAG", help="A tag; may be given several times."
)
@click.option("--birthday", metavar="DAY", help="10 dec 1815, or 12-10 without the year.")
@click.option("--met", type=words_typed, metavar="WHERE", help="Where you met.")
@click.option("--every", type=click.IntRange(0), metavar="DAYS", help="How often to be in touch; 0: no rhythm.")
@click.option("--about", type=words_typed, metavar="WORDS", help="Notes.")
@click.option("--again", is_flag=True, help="Add them although someone of that name is there.")
@json_option
@pass_session
def add(session: Session, /, names: tuple[str, ...], *, again: bool, as_json: bool, **given: Any) -> None:
    """Add people to the circle.

    Words without a space in any of them are one name; else each is a person of their own.

    \b
    givenet add Ada Lovelace --tag maths --every 30
    givenet add "Ada Lovelace" "Grace Hopper"
    """
    several = names if any(" " in name.strip() for name in names) else (" ".join(names),)
    fields = _fields(given)
    if fields and len(several) > 1:
        raise click.UsageError("Options are about one person: add them one by one, or leave the options out.")
    space = session.settled()
    if not again:
        _refuse_namesakes(space.book, several)
    session.label()
    say_done(session, space.do(people.add_several, several, **fields), Person, as_json=as_json)


def _refuse_namesakes(book: Book, names: Sequence[str]) -> None:
    """Two people may well have one name; but more often it is one person, added twice."""
    known = {normalised(person.name): person for person in book.people.values()}
    seen: set[str] = set()
    for name in filter(None, map(normalised, names)):
        if name in known:
            person = known[name]
            raise Refusal(f"{person.name} is here already ({person.id}). --again adds someone else of that name.")
        if name in seen:
            raise Refusal(f"“{name}” was named twice. --again adds two people of that name.")
        seen.add(name)


def _fields(given: dict[str, Any]) -> dict[str, Any]:
    """What the options say, as the fields of a person."""
    from givenet_tui.domain.day_words import parse_birthday

    fields: dict[str, Any] = {"tags": given["tags"], "rhythm_days": given["every"]}
    fields |= {"emails": (Labelled(given["email"]),)} if given["email"] else {}
    fields |= {"phones": (Labelled(given["phone"]),)} if given["phone"] else {}
    fields |= {"met_where": given["met"] or "", "about": given["about"] or ""}
    if given["birthday"] is not None:
        fields["birthday"] = parse_birthday(given["birthday"])
        if fields["birthday"] is None:
            raise click.BadParameter(f"{given['birthday']!r} is no birthday. Write it as 10 dec 1815, or 12-10.")
    return {name: value for name, value in fields.items() if value not in ("", None, ())}


def _kind(_ctx: click.Context, _param: click.Parameter, value: str) -> Kind:
    for kind in KINDS:
        if value.lower() in (kind, kind[0]):
            return kind
    raise click.BadParameter(f"{value!r} is none of hope, dream, goal and objective.")


@click.command()
@click.argument("name")
@click.argument("kind", callback=_kind)
@click.argument("words", nargs=-1, required=True, type=words_typed)
@click.option("--on", metavar="DAY", help="When you heard it; else today.")
@click.option("--where", default="", type=words_typed, metavar="WORDS", help="Where you heard it.")
@click.option(
    "--by", "horizon", default="", type=words_typed, metavar="WORDS", help="By when they want it: a day, or words."
)
@json_option
@pass_session
def hear(
    session: Session, name: str, kind: Kind, words: tuple[str, ...], *, on: str | None, where: str, horizon: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Write down what someone told you: KIND is a hope, dream, goal or objective, or its first letter.

    \b
    givenet hear ada dream "a school for girls"
    givenet hear ada g - < note.txt
    """
    space = session.settled()
    person = person_named(space.book, name)
    session.label()
    fields: dict[str, Any] = {"heard_where": where, "horizon": horizon}
    if on is not None:
        fields["heard_on"] = day_of(session, on, "past")
    say_done(
        session, space.do(aspirations.hear, person.id, kind, words_of(words), **fields), Aspiration, as_json=as_json
    )


@click.command("came-back")
@click.argument("name")
@click.argument("words", nargs=-1, required=True, type=words_typed)
@click.option("--on", metavar="DAY", help="When it came; else today.")
@click.option("--offer", type=int, metavar="ID", help="The offer it came back for.")
@click.option("--objective", type=words_typed, metavar="WORDS", help="Your objective that it serves; or its id.")
@json_option
@pass_session
def came_back(
    session: Session, name: str, words: tuple[str, ...], *, on: str | None, offer: int | None, objective: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Write down help that came back to you from someone.

    \b
    givenet came-back grace "introduced me to her publisher"
    """
    space = session.settled()
    person = person_named(space.book, name)
    session.label()
    done = space.do(
        help_verbs.came_back,
        person.id,
        words_of(words),
        on=day_of(session, on, "past"),
        offer=offer,
        objective=objective_named(space.book, objective),
    )
    say_done(session, done, Help, as_json=as_json)


@click.command()
@click.argument("words", nargs=-1, required=True, type=words_typed)
@click.option("--year", type=click.IntRange(1900, 9999), help="Another year than this one.")
@json_option
@pass_session
def objective(session: Session, words: tuple[str, ...], year: int | None, as_json: bool) -> None:
    """Set an objective of your own for this year.

    \b
    givenet objective publish the compiler book
    """
    space = session.settled()
    session.label()
    say_done(session, space.do(objectives.add, words_of(words), year), Objective, as_json=as_json)
