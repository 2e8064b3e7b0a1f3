"""`givenet log`: a sentence, or `NAME[, NAME]: WORDS`. What was understood is printed; nothing is guessed."""

from typing import TYPE_CHECKING, get_args

import click
from msgspec import structs

from givenet_tui.cli.doing import day_of, say_done, words_of
from givenet_tui.cli.giving import coach
from givenet_tui.cli.naming import SeveralFit, person_named
from givenet_tui.cli.options import json_option, pass_session, words_typed
from givenet_tui.cli.paper import Paper, complain
from givenet_tui.cli.session import Session
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.interactions import Channel, Interaction
from givenet_tui.domain.log_words import Logged, read_log
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.verbs import interactions
from givenet_tui.domain.verbs import line as line_verbs

if TYPE_CHECKING:
    from givenet_tui.domain.line.readings import Line, Reading, Understood, What

MADE: "dict[What, type[Record]]" = {
    "touch": Interaction, "aspiration": Aspiration, "offer": Offer, "person": Person, "tags": Person,
}  # fmt: skip
"""What a sentence makes, or changes."""


@click.command()
@click.argument("sentence", nargs=-1, required=True, type=words_typed)
@click.option("--on", metavar="DAY", help="When it was; else as the sentence says, or today.")
@click.option("--channel", type=click.Choice(get_args(Channel)), help="How; else as the sentence says, or met.")
@json_option
@pass_session
def log(session: Session, sentence: tuple[str, ...], on: str | None, channel: Channel | None, as_json: bool) -> None:
    """Write a sentence down: a touch, what someone told you, an offer, people, tags.

    NAME[, NAME]: WORDS is a touch, and its words are kept as they are.

    \b
    givenet log "ada, grace: lunch at the mill"
    givenet log "lunch with ada and grace yesterday #work"
    givenet log "ada dreams of a school for girls"
    givenet log "offer grace: read her outline by fri"
    givenet log ada --channel call --on yesterday
    """
    space = session.settled()
    text = words_of(sentence)
    line = _read(session, space.book, text)
    day = day_of(session, on, "past")
    meant = _meant(space.book, line)
    if meant is None:
        who = _named(space.book, text, line)
        session.label()
        words = _logged(space.book, text).words
        done = space.do(interactions.log, who, on=day, channel=channel or "met", text=words)
        say_done(session, done, Interaction, as_json=as_json)
        return
    reading = meant.readings[0]
    if day is not None and (reading.on is None or meant.day_typed):
        raise click.UsageError("--on is for what happened on a day that the sentence does not name.")
    if channel is not None and reading.what != "touch":
        raise click.UsageError("--channel says how you were in touch, and this sentence is about something else.")
    reading = structs.replace(reading, on=day or reading.on, channel=channel or reading.channel)
    session.label()
    done = space.do(line_verbs.write, reading)
    if not as_json:
        _say(session, space.book, meant, reading)
    say_done(session, done, MADE[reading.what], as_json=as_json)
    made = next((edit.after for edit in done.change.edits if isinstance(edit.after, Offer)), None)
    if made and not as_json:
        coach(space.book, made)


def _read(session: Session, book: Book, text: str) -> "Line":
    # Loaded here: no other command needs it, and each waits for what is loaded at the start.
    from givenet_tui.domain.line.names import Names
    from givenet_tui.domain.line.read import read_line

    return read_line(text, Names(book), session.today, book.settings.week_starts_on)


def _meant(book: Book, line: "Line") -> "Understood | None":
    """The sentence, refused when it may mean several things; None for names alone, or names and a colon."""
    from givenet_tui.domain.line.readings import Understood

    if not isinstance(line, Understood) or line.is_names_alone:
        return None
    for name in line.whom:
        if len(name.fits) > 1:
            raise SeveralFit(name.typed, [book.people[one] for one in name.fits])
    first, *others = line.readings
    if any(other.what != first.what for other in others):
        raise Refusal("That may mean someone new, or someone who is here: begin with `tag`, or use `givenet add`.")
    return line


def _named(book: Book, text: str, line: "Line") -> tuple[int, ...]:
    """Who is named before the colon, or by the whole text; when nobody is, why the text is no sentence either."""
    from givenet_tui.domain.line.readings import NotUnderstood

    try:
        return tuple(person_named(book, name).id for name in _logged(book, text).names)
    except SeveralFit:
        raise
    except Refusal:
        if isinstance(line, NotUnderstood) and ":" not in text and len(text.split()) > 1:
            raise Refusal(line.sentence) from None
        raise


def _logged(book: Book, text: str) -> Logged:
    return read_log(text, (person.name for person in book.people.values()))


def _say(session: Session, book: Book, meant: "Understood", reading: "Reading") -> None:
    """What was understood."""
    from givenet_tui.domain.line.said import in_words

    if meant.note:
        complain(meant.note)
    paper = Paper()
    paper.line(in_words(book, reading, session.today))
    if reading.text:
        paper.words(reading.text, 2, "words")
