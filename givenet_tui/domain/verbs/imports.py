"""What may be done with an import: take it back whole, but for what was edited since."""

from collections.abc import Mapping

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.imports import print_of
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.people import Person
from givenet_tui.domain.references import key_of, references, without
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.trash import purged

_MOST_NAMED = 3


def take_back(book: Book, moment: Moment, /, run_id: int | None = None) -> Change:
    """Take the latest import back, or the one of that id: the people that it made leave the book for good.

    Who was edited since, or has something of their own by now, stays, and is named.
    """
    run = _run(book, run_id)
    came = {id_: one for id_ in run.records if isinstance(one := book.records[Person.table].get(id_), Person)}
    stays = _staying(book, run, came)
    staying = [one for one in came.values() if one.id in stays]
    going = [one for one in came.values() if one.id not in stays]
    if not going and staying:
        raise Refusal(f"Nobody of {run.source} can be taken back: {_names(staying)} changed since.")
    edits = {(before.table, before.id): Edit(before, after) for before, after in purged(book, going)}
    edits[run.table, run.id] = Edit(run, without(run, lambda named: named.id not in stays))
    who = "1 person" if len(going) == 1 else f"{len(going):,} people"
    but = f"; {_names(staying)} {'stays' if len(staying) == 1 else 'stay'}: changed since" if staying else ""
    return Change(f"{who} of {run.source} taken back{but}", tuple(edits.values()))


def _run(book: Book, run_id: int | None) -> ImportRun:
    runs = {run.id: run for run in book.all(ImportRun)}
    if not runs:
        raise Refusal("There is no import to take back.")
    if run_id is not None and run_id not in runs:
        raise Refusal(f"No import has the id {run_id}: it was taken back already, or never was.")
    return runs[max(runs) if run_id is None else run_id]


def _staying(book: Book, run: ImportRun, came: Mapping[int, Person]) -> set[int]:
    """Those who were edited since, those whom other records name by now, and those whom one of all these names."""
    known = {id_: print_ for id_, print_ in zip(run.records, run.prints, strict=False) if print_}
    staying = {one.id for one in came.values() if not _is_as_it_came(known, one)}
    staying |= _named_elsewhere(book, run, came)
    waiting = list(staying)
    while waiting:
        fresh = {named.id for named in references(came[waiting.pop()])} & came.keys() - staying
        staying |= fresh
        waiting += fresh
    return staying


def _is_as_it_came(known: Mapping[int, str], person: Person) -> bool:
    if person.id in known:
        return known[person.id] == print_of(person)
    return person.updated_at == person.created_at  # an import of an older version


def _named_elsewhere(book: Book, run: ImportRun, came: Mapping[int, Person]) -> set[int]:
    """Those of an import whom other records name by now: what they told you, a touch, an offer."""
    mine = {key_of(run), *map(key_of, came.values())}
    others = (record for rows in book.records.values() for record in rows.values() if key_of(record) not in mine)
    named = (named for record in others for named in references(record))
    return {one.id for one in named if one.id in came and Person in one.kinds}


def _names(people: list[Person]) -> str:
    left = len(people) - _MOST_NAMED
    return ", ".join(one.name for one in people[:_MOST_NAMED]) + (f" and {left:,} more" if left > 0 else "")
