"""What the commands that change something share: words, days, whose offer, and what is said once it is done."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from givenet_tui.cli.naming import number_in, person_named
from givenet_tui.cli.options import in_utf8
from givenet_tui.cli.paper import Paper, print_json
from givenet_tui.cli.session import Session
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import Snooze
from givenet_tui.domain.day_words import Leaning, parse_day
from givenet_tui.domain.days import in_full
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.records import Record
from givenet_tui.exchange.as_json import plain_object

if TYPE_CHECKING:
    from givenet_tui.workspace import Done

STDIN = "-"


def words_of(parts: Sequence[str]) -> str:
    """The words of several arguments; of `-` alone, all of standard input."""
    if tuple(parts) != (STDIN,):
        return " ".join(parts)
    if sys.stdin is None:
        raise Refusal("There are no words: `-` reads them from standard input, and that is closed.")
    return in_utf8(sys.stdin.buffer.read())


def day_of(session: Session, words: str | None, leaning: Leaning) -> date | None:
    """The day that an option means; wrong usage when it means none."""
    if words is None:
        return None
    day = parse_day(
        words, session.today, week_starts_on=session.workspace.book.settings.week_starts_on, leaning=leaning
    )
    if day is None:
        raise click.BadParameter(f"{words!r} is no day. Write it as 2026-11-12, fri, yesterday or +2w.")
    return day


def offer_named(book: Book, words: str, *, only_open: bool = True) -> Offer:
    """The offer of that id, else the one open offer to the person that the words fit. Refusal when it is not one."""
    offer = book.find(Offer, number_in(words.strip()))
    if offer is not None:
        return offer
    person = person_named(book, words)
    offers = [offer for offer in book.offers_of(person.id) if offer.is_open or not only_open]
    if not offers:
        raise Refusal(f"There is no open offer to {person.name}. `givenet offer` makes one.")
    if len(offers) > 1:
        listed = "; ".join(f"{offer.id} {offer.month} {offer.what or 'no words yet'}" for offer in offers)
        raise Refusal(f"{person.name} has {len(offers)} open offers. Use the number of one: {listed}")
    return offers[0]


def say_done(session: Session, done: "Done", kind: type[Record], *, as_json: bool) -> None:
    """Print what was done: its name and the ids of the records of `kind`, or these themselves."""
    session.tell(done)
    records = [edit.after for edit in done.change.edits if isinstance(edit.after, kind)]
    if as_json:
        objects = [plain_object(record) for record in records]
        print_json(objects[0] if len(objects) == 1 else objects)
        return
    ids = ", ".join(str(record.id) for record in records)
    said = done.name if done.change else "Nothing is different: it was so already."
    days = [words for record in records[:1] if (words := _day_in_full(record, session.today))]
    Paper().line(", ".join([said, *days]), (f"  {ids}", "muted"))
    if sys.stdout is not None:
        sys.stdout.flush()


_DAYS: dict[type[Record], tuple[str, str]] = {
    Aspiration: ("heard_on", "heard on"),
    Interaction: ("on", "on"),
    Help: ("on", "on"),
    Offer: ("due", "by"),
    Snooze: ("until", "until"),
}
"""The day that a record is about, and what stands before it."""


def _day_in_full(record: Record, today: date) -> str:
    """`on Friday 20 November`: how the day that was typed was understood. Empty for a record without one."""
    field, before = _DAYS.get(type(record), ("", ""))
    day = getattr(record, field, None)
    return f"{before} {in_full(day, today)}" if day else ""
