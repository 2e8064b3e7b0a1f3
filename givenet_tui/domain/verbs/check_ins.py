"""What may be done with the day: tick its lines, put them off, close it with a line of reflection."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Concatenate, ParamSpec

from givenet_tui.domain.agenda import resolved_lines
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited, joined
from givenet_tui.domain.check_ins import CheckIn, Handled, How, Snooze, What
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.putting_off import forgotten, people_of
from givenet_tui.domain.records import changed, new

P = ParamSpec("P")
Verb = Callable[Concatenate[Book, Moment, P], Change]

NOT_YET_DAYS = 7
"""How long an offer that has no answer yet waits before the agenda asks again: as long as the first time."""


def put_off(book: Book, moment: Moment, /, record_id: int, days: int) -> Change:
    """Snooze a record (an offer or a person) for some days, without having been in touch."""
    if days < 1:
        raise Refusal("Put it off by at least a day.")
    return _wait(book, moment, record_id, days, f"{_whose(book, record_id)}: {_put_off_for(days)}", times=1)


def _wait(book: Book, moment: Moment, record_id: int, days: int, name: str, *, times: int) -> Change:
    """Let a record's line wait for some days, which counts as having put it off so many times more."""
    _still_there(book, record_id)
    until, snooze = moment.today + timedelta(days=days), book.snooze_of(record_id)
    if snooze is None:
        return added(name, new(Snooze, moment, record=record_id, until=until, count=times))
    return edited(name, snooze, changed(snooze, until=until, count=snooze.count + times))


def _whose(book: Book, record_id: int) -> str:
    offer = book.find(Offer, record_id)
    return book.person(offer.person if offer else record_id).name


def _put_off_for(days: int) -> str:
    return f"put off {'until tomorrow' if days == 1 else f'for {days} days'}"


def _still_there(book: Book, record_id: int) -> None:
    """Refuse a line about what another program has taken out of the book."""
    if not any(record_id in book.records[kind.table] for kind in (Offer, Person)):
        raise Refusal("That is no longer in the book: another program took it out for good.")


def bump(book: Book, moment: Moment, /, *, what: What, person_id: int, record_id: int, days: int) -> Change:
    """Put a line of the agenda off, and tick it for today."""
    name = f"{book.person(person_id).name}: {_put_off_for(days)}"
    return joined(
        name,
        (
            put_off(book, moment, record_id, days),
            _handled(book, moment, (Handled(what, person_id, record_id, "bumped"),)),
        ),
    )


def not_yet(book: Book, moment: Moment, /, *, what: What, person_id: int, record_id: int) -> Change:
    """No answer yet: pass the line for today, and ask again in a week. It is not the user who puts it off."""
    name = f"{book.person(person_id).name}: no answer yet"
    parts = (
        _wait(book, moment, record_id, NOT_YET_DAYS, name, times=0),
        _handled(book, moment, (Handled(what, person_id, record_id, "passed"),)),
    )
    return joined(name, parts)


def passed(book: Book, moment: Moment, /, *, what: What, person_id: int, record_id: int) -> Change:
    """Pass over a line for today: it is ticked, and comes again tomorrow."""
    _still_there(book, record_id)
    name = f"{book.person(person_id).name}: passed for today"
    return joined(name, (_handled(book, moment, (Handled(what, person_id, record_id, "passed"),)),))


def reflect(
    book: Book, moment: Moment, /, reflection: str, *, on: date | None = None, seen: str | None = None
) -> Change:
    """Close a day (today): keep a line of reflection (it may be empty) with its check-in.

    It is written over what was `seen` there; what came there since, from another program, stays above it.
    """
    words, check_in = reflection.strip(), book.check_in_on(on or moment.today)
    there = check_in.reflection if check_in else ""
    if seen is not None and there != seen and there not in words:
        words = f"{there}\n{words}"
    return _write(book, moment, "The day is closed", on=on, reflection=words)


def settling(
    book: Book, moment: Moment, line: Handled, verb: "Verb[P]", /, *args: P.args, **kwargs: P.kwargs
) -> Change:  # fmt: skip
    """Do another verb because of a line of the agenda: the line is ticked in the same change."""
    change = verb(book, moment, *args, **kwargs)
    return ticked(book, moment, change, line.how, also=(line,)) if change else change


def ticked(book: Book, moment: Moment, change: Change, how: How, also: tuple[Handled, ...] = ()) -> Change:
    """The change, joined with the ticks of those lines of today's agenda that it settles, and of `also`.

    What had been put off, and is done now, has been put off no more.
    """
    people = {person for edit in change.edits for person in people_of(edit.record)}
    after = book.apply(change)
    lines = resolved_lines(book, after, moment.today) if people else ()
    handled = {(line.what, line.record): Handled(line.what, line.person, line.record, how) for line in lines
               if line.person in people}  # fmt: skip
    handled |= {(line.what, line.record): line for line in also}
    done = {line.record for line in handled.values() if line.how == "done"}
    edits = forgotten(book, after, moment.today, people, done)
    parts = [change]
    if handled:
        parts.append(_handled(book, moment, tuple(handled.values())))
    if edits:
        parts.append(Change(change.name, edits))
    return joined(change.name, parts) if len(parts) > 1 else change


def _handled(book: Book, moment: Moment, lines: tuple[Handled, ...]) -> Change:
    check_in = book.check_in_on(moment.today)
    before = check_in.handled if check_in else ()
    kept = tuple(old for old in before if not any((old.what, old.record) == (line.what, line.record) for line in lines))
    return _write(book, moment, "Ticked", handled=(*kept, *lines))


def _write(book: Book, moment: Moment, name: str, *, on: date | None = None, **fields: Any) -> Change:
    day = on or moment.today
    check_in = book.check_in_on(day)
    if check_in is None:
        return added(name, new(CheckIn, moment, on=day, **fields))
    return edited(name, check_in, changed(check_in, **fields))
