"""People who come from elsewhere: who is new, who is already here, and the change that brings them in."""

import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

import msgspec

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.people import Person, Source, own_uid
from givenet_tui.domain.records import changed, new
from givenet_tui.domain.settings import ImportRun


@dataclass(frozen=True, slots=True)
class Arrival:
    """Someone new, and the names of people outside the trash with the same name or an e-mail address of theirs."""

    person: Person
    resembles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrivals:
    """People of a file, each in one heap, in the file's order. `doubles` came twice in the file itself."""

    fresh: tuple[Arrival, ...]
    already_here: tuple[Person, ...]
    doubles: tuple[Person, ...]


def normalised(text: str) -> str:
    """The text as it compares: one form of each letter (NFKC), no capitals, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def known_sources(book: Book) -> Mapping[Source, Person]:
    """Where everyone came from, resting or in the trash too: who was let go is not brought back by an import."""
    people = cast("Mapping[int, Person]", book.records[Person.table])
    return {source: person for person in people.values() for source in person.sources}


def sort_out(book: Book, people: Iterable[Person]) -> Arrivals:
    """Who of the people that a file holds is new. A source decides; an equal name or e-mail only makes a hint.

    The book's own export, read again, adds nobody.
    """
    exported = (cast("Person", person) for person in book.records[Person.table].values())
    known = {Source("vcard", own_uid(person)) for person in exported} | known_sources(book).keys()
    names: dict[tuple[str, str], dict[str, None]] = {}
    for person in book.people.values():
        for trait in _traits(person):
            names.setdefault(trait, {})[person.name] = None
    fresh, already_here, doubles = [], [], []
    seen: set[Source] = set()
    for person in people:
        if any(source in known for source in person.sources):
            already_here.append(person)
        elif any(source in seen for source in person.sources):
            doubles.append(person)
        else:
            resembles = dict.fromkeys(name for trait in _traits(person) for name in names.get(trait, ()))
            fresh.append(Arrival(person, tuple(resembles)))
            seen.update(person.sources)
    return Arrivals(tuple(fresh), tuple(already_here), tuple(doubles))


def _traits(person: Person) -> Iterable[tuple[str, str]]:
    """What two people who are one may share: the name, and e-mail addresses, as they compare."""
    yield "name", normalised(person.name)
    for email in person.emails:
        if email.value.strip():
            yield "email", normalised(email.value)


def print_of(person: Person) -> str:
    """What a person's record says, whenever it was written or deleted, as eight hexadecimal digits (CRC-32)."""
    bare = changed(person, id=0, created_at="", updated_at="", deleted_at="")
    return f"{zlib.crc32(msgspec.json.encode(bare, enc_hook=str)):08x}"


def bring_in(book: Book, moment: Moment, /, source: str, people: Iterable[Person]) -> Change:
    """The change that adds those who are new, and one ImportRun to take it back by; empty when nobody is.

    `source` names the file. Everyone counts as made now, so nobody who was just imported has gone quiet.
    """
    made = [
        changed(arrival.person, id=moment.new_id(), created_at=moment.instant, updated_at=moment.instant, deleted_at="")
        for arrival in sort_out(book, people).fresh
    ]
    if not made:
        return Change(f"nobody new in {source}", ())
    ids = tuple(person.id for person in made)
    prints = tuple(print_of(person) for person in made)
    run = new(ImportRun, moment, source=source, on=moment.today, records=ids, prints=prints)
    who = "1 person" if len(made) == 1 else f"{len(made):,} people"
    return added(f"{who} imported from {source}", *made, run)
