"""What a sentence may do: just what its reading says, as one change."""

from collections.abc import Iterable
from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, edited, joined
from givenet_tui.domain.folding import fold
from givenet_tui.domain.line.readings import Reading
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.records import changed
from givenet_tui.domain.verbs import aspirations, interactions, offers, people


def write(book: Book, moment: Moment, /, reading: Reading) -> Change:
    """Do what was read: a touch with tags for its people is one change, and one undo."""
    who = reading.people
    match reading.what:
        case "touch":
            done = [interactions.log(book, moment, who, on=reading.on, channel=reading.channel, text=reading.text)]
        case "aspiration":
            done = list(_heard(book, moment, reading))
        case "offer":
            done = [offers.make(book, moment, one, reading.text, due=reading.due) for one in who]
        case "person":
            each = [{"emails": tuple(map(Labelled, emails))} for emails in reading.emails]
            return people.add_several(book, moment, reading.names, each, tags=reading.tags)
        case "tags":
            done = []
    tags = [tag(book, moment, who, reading.tags)] if reading.tags else []
    changes = [*done, *tags]
    name = changes[0].name if len(done) < 2 else f"{len(done)} {reading.kind}s written down"
    return joined(name, changes)


def tag(book: Book, moment: Moment, /, person_ids: Iterable[int], tags: Iterable[str]) -> Change:
    """Give people some tags; one that they have already, however it is written, stays as it is."""
    some = [book.person(one) for one in person_ids]
    said = " ".join(f"#{tag}" for tag in tags)
    name = f"{', '.join(person.name for person in some)}: {said}"
    return joined(name, [edited(name, person, _tagged(person, tuple(tags))) for person in some])


def _tagged(person: Person, tags: tuple[str, ...]) -> Person:
    known = {fold(tag) for tag in person.tags}
    return changed(person, tags=(*person.tags, *(tag for tag in tags if fold(tag) not in known)))


def _heard(book: Book, moment: Moment, reading: Reading) -> Iterable[Change]:
    fields: dict[str, Any] = {"heard_where": reading.where}
    if reading.on:
        fields["heard_on"] = reading.on
    if reading.due:
        fields["horizon"] = reading.due.isoformat()
    for one in reading.people:
        yield aspirations.hear(book, moment, one, reading.kind, reading.text, **fields)
