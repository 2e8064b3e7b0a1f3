"""What may be done with an import: take it back whole, but for what was edited since."""

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.imports import print_of
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.people import Person
from givenet_tui.domain.references import references, without
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.trash import purged

_MOST_NAMED = 3


def take_back(book: Book, moment: Moment, /, run_id: int | None = None) -> Change:
    """Take the latest import back, or the one of that id: the people that it made leave the book for good.

    Who was edited since, or has something of their own by now, stays, and is named.
    """
    runs = sorted(book.all(ImportRun), key=lambda run: run.id)
    run = book.get(ImportRun, run_id) if run_id is not None else runs[-1] if runs else None
    if run is None:
        raise Refusal("There is no import to take back.")
    came = [book.records[Person.table].get(id_) for id_ in run.records]
    named = _named_elsewhere(book, run)
    people = [person for person in came if isinstance(person, Person)]
    staying = [one for one in people if one.id in named or not _is_as_it_came(run, one)]
    going = [one for one in people if one not in staying]
    if not going and staying:
        raise Refusal(f"Nobody of {run.source} can be taken back: {_names(staying)} changed since.")
    edits = {(before.table, before.id): Edit(before, after) for before, after in purged(book, going)}
    edits[run.table, run.id] = Edit(run, without(run, set(run.records) - {person.id for person in staying}))
    who = "1 person" if len(going) == 1 else f"{len(going):,} people"
    stays = f"; {_names(staying)} {'stays' if len(staying) == 1 else 'stay'}: changed since" if staying else ""
    return Change(f"{who} of {run.source} taken back{stays}", tuple(edits.values()))


def _is_as_it_came(run: ImportRun, person: Person) -> bool:
    known = dict(zip(run.records, run.prints, strict=False))
    if person.id in known:
        return known[person.id] == print_of(person)
    return person.updated_at == person.created_at  # an import of an older version


def _named_elsewhere(book: Book, run: ImportRun) -> set[int]:
    """Those of an import whom other records name by now: what they told you, a touch, an offer."""
    mine = set(run.records)
    others = (record for rows in book.records.values() for record in rows.values() if record.id != run.id)
    return {named.id for record in others if record.id not in mine for named in references(record)} & mine


def _names(people: list[Person]) -> str:
    left = len(people) - _MOST_NAMED
    return ", ".join(one.name for one in people[:_MOST_NAMED]) + (f" and {left:,} more" if left > 0 else "")
