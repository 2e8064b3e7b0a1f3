"""`givenet offer`, `step`, `done` and `bump`: offers and their life, and lines that can wait."""

from typing import Any, get_args

import click

from givenet_tui.cli.doing import day_of, offer_named, say_done, words_of
from givenet_tui.cli.fitting import aspiration_named, objective_named
from givenet_tui.cli.naming import person_named
from givenet_tui.cli.options import json_option, pass_session, words_typed
from givenet_tui.cli.paper import Paper
from givenet_tui.cli.session import Session
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn, Snooze
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.introductions import both, next_asking
from givenet_tui.domain.offers import NATURAL, STATUSES, AskStatus, Offer, OfferStatus, Part
from givenet_tui.domain.verbs import check_ins, introductions, offers

PARTS = (*get_args(Part), "raise-up")
ASKINGS: tuple[AskStatus, ...] = get_args(AskStatus)
STEPS = (*STATUSES[1:], "let-go")


@click.command()
@click.argument("name")
@click.argument("words", nargs=-1, required=True, type=words_typed)
@click.option("--by", metavar="DAY", help="By when you will have done it.")
@click.option("--part", type=click.Choice(PARTS), help="The part of the board; else by the rules of the board.")
@click.option("--serves", type=words_typed, metavar="WORDS", help="What they told you that it serves; or its id.")
@click.option("--objective", type=words_typed, metavar="WORDS", help="Your own objective that they can help with.")
@click.option("--introduces", metavar="NAME", help="To whom you introduce them.")
@json_option
@pass_session
def offer(
    session: Session, name: str, words: tuple[str, ...], *, by: str | None, part: str | None,
    serves: str | None, objective: str | None, introduces: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Offer one very specific thing to someone, in this month.

    \b
    givenet offer ada "read the first chapter and send three notes" --by fri
    givenet offer ada "review her form" --serves "night school"
    givenet offer ada "introduce her to Grace at the fair" --introduces grace
    """
    space = session.settled()
    person = person_named(space.book, name)
    fields: dict[str, Any] = {
        "serves": aspiration_named(space.book, person, serves),
        "objective": objective_named(space.book, objective),
        "introduces": person_named(space.book, introduces).id if introduces is not None else None,
        "due": day_of(session, by, "future"),
    }
    session.label()
    done = space.do(offers.make, person.id, words_of(words), part=_part(part), **fields)
    say_done(session, done, Offer, as_json=as_json)
    made = next((edit.after for edit in done.change.edits if isinstance(edit.after, Offer)), None)
    if made and not as_json:
        coach(space.book, made)


def asking_of(book: Book, given: Offer, step: str | None, of: str | None) -> tuple[int, AskStatus] | None:
    """Which of the two of an introduction is asked or has answered; None for a step of the whole offer."""
    following = next_asking(given) if both(given) else None
    if step is None:
        if following is not None and following.is_asked:
            name = book.person(following.person).name
            raise Refusal(f"{name} was asked. When they have answered: `givenet step {given.id} yes`, or no.")
        return (following.person, "asked") if following else None
    status = next((one for one in ASKINGS if one == step), None)
    if status is None:
        return None
    if of is not None:
        return person_named(book, of).id, status
    return (following.person if following else given.person), status


def _part(words: str | None) -> Part | None:
    return None if words is None else "raise_up" if words == "raise-up" else words  # type: ignore[return-value]


def coach(book: Book, made: Offer) -> None:
    """What the coach would say, and whether it stands beyond the slots: nothing that blocks."""
    from givenet_tui.domain.aspirations import Aspiration
    from givenet_tui.domain.assignment import assignment
    from givenet_tui.domain.specificity import judge

    part = next(view for view in assignment(book, made.month).parts if view.part == made.part)
    if made in part.beyond:
        Paper().line((f"It stands beyond the {len(part.slots)}: the part is full, and it is not counted.", "muted"))
    serves = book.find(Aspiration, made.serves)
    known = bool(book.aspirations_of(made.person))
    signs = judge(made.what, due=made.due, serves=serves, name=book.person(made.person).name, knows_anything=known)
    hint = next((sign.hint or sign.says for sign in signs if not sign.good), "")
    if hint:
        Paper().line((hint, "muted"))


@click.command()
@click.argument("offer")
@click.argument("step", required=False, type=click.Choice((*STEPS, *ASKINGS)))
@click.option("--of", metavar="NAME", help="Of an introduction: which of the two was asked, or answered.")
@json_option
@pass_session
def step(session: Session, offer: str, step: str | None, of: str | None, as_json: bool) -> None:
    """Take an offer one step further, or to STEP.

    OFFER is its id, or a person with just one open offer. The two of an introduction are asked one by one: STEP is
    asked, yes or no.

    \b
    givenet step ada
    givenet step ada declined
    givenet step ada yes --of grace
    """
    space = session.settled()
    given = offer_named(space.book, offer)
    if of is not None and step not in ASKINGS:
        raise click.UsageError("--of goes with asked, yes or no.")
    session.label()
    asking = asking_of(space.book, given, step, of)
    if asking is not None:
        say_done(session, space.do(introductions.ask, given.id, *asking), Offer, as_json=as_json)
        return
    status: OfferStatus | None = step.replace("-", "_") if step else NATURAL.get(given.status)  # type: ignore[assignment]
    if status is None or (status == "drafted" and not given.what):
        raise Refusal(
            "There are no words yet: `givenet offer NAME WORDS` writes down what exactly you will do."
            if status
            else f"This offer is {given.status.replace('_', ' ')} already: `givenet undo`, or make a new one."
        )
    say_done(session, space.do(offers.step, given.id, status), Offer, as_json=as_json)


@click.command()
@click.argument("offer")
@click.option("--outcome", type=words_typed, metavar="WORDS", help="What came of it.")
@json_option
@pass_session
def done(session: Session, offer: str, outcome: str | None, as_json: bool) -> None:
    """Tick an offer off: it is done.

    \b
    givenet done ada --outcome "the chapter is with her editor"
    """
    space = session.settled()
    given = offer_named(space.book, offer)
    session.label()
    say_done(session, space.do(offers.step, given.id, "done", outcome=outcome), Offer, as_json=as_json)


@click.command()
@click.argument("name")
@click.argument("days", type=click.IntRange(1, 3650), default=3)
@json_option
@pass_session
def bump(session: Session, name: str, days: int, as_json: bool) -> None:
    """Put someone's line off for some days (3), without having been in touch.

    \b
    givenet bump ada
    givenet bump ada 7
    """
    from givenet_tui.domain.agenda import agenda

    space = session.settled()
    person = person_named(space.book, name)
    session.label()
    lines = agenda(space.book, session.today, more=len(space.book.people)).lines
    line = next((line for line in lines if line.person == person.id and line.how is None), None)
    if line is None:
        done = space.do(check_ins.put_off, person.id, days)
    else:
        done = space.do(check_ins.bump, what=line.what, person_id=person.id, record_id=line.record, days=days)
    kind = Snooze if any(isinstance(edit.after, Snooze) for edit in done.change.edits) else CheckIn
    say_done(session, done, kind, as_json=as_json)
