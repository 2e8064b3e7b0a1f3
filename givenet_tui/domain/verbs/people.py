"""What may be done with people: add, edit, let rest, bring back."""

from collections.abc import Mapping, Sequence
from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited, joined
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import changed, new, required


def add(book: Book, moment: Moment, /, *, name: str, **fields: Any) -> Change:
    """Add a person to the circle; a name is needed. `fields` are those of `Person`."""
    _believable(moment, fields)
    person = new(Person, moment, name=required(name, "A name"), **fields)
    return added(f"{person.name}: added to your circle", person)


def add_several(
    book: Book, moment: Moment, /, names: Sequence[str], each: Sequence[Mapping[str, Any]] = (), **fields: Any
) -> Change:
    """Add several people at once. `fields` go to all of them; `each` has those of each one alone, in their order."""
    alone = each or [{}] * len(names)
    changes = [add(book, moment, name=name, **fields, **own) for name, own in zip(names, alone, strict=True)]
    name = changes[0].name if len(changes) == 1 else f"{len(changes):,} people: added to your circle"
    return joined(name, changes)


def edit(book: Book, moment: Moment, /, person_id: int, **fields: Any) -> Change:
    """Set some fields of a person; those that are not named stay as they are."""
    person = book.person(person_id)
    _believable(moment, fields)
    if "name" in fields:
        fields["name"] = required(fields["name"], "A name")
    return edited(f"{person.name}: changed", person, changed(person, **fields))


def _believable(moment: Moment, fields: dict[str, Any]) -> None:
    """Refuse a birthday, or a day on which you met, that is still to come."""
    birthday, met_on = fields.get("birthday"), fields.get("met_on")
    if birthday is not None and (birthday.year or 0) > moment.today.year:
        raise Refusal(f"A birthday in {birthday.year} is still to come: look at the year.")
    if met_on is not None and met_on > moment.today:
        raise Refusal("You met on a day that is still to come: look at the year.")


def let_rest(book: Book, moment: Moment, /, person_ids: tuple[int, ...]) -> Change:
    """Let people rest outside the circle: never quiet, suggested or counted until they come back."""
    people = [book.person(person_id) for person_id in person_ids]
    name = f"{_who(people)}: set to rest"
    return joined(name, (edited(name, p, changed(p, archived_on=p.archived_on or moment.today)) for p in people))


def bring_back(book: Book, moment: Moment, /, person_ids: tuple[int, ...]) -> Change:
    """Bring people who rest back into the circle."""
    people = [book.person(person_id) for person_id in person_ids]
    name = f"{_who(people)}: back in the circle"
    return joined(name, (edited(name, p, changed(p, archived_on=None)) for p in people))


def _who(people: Sequence[Person]) -> str:
    return people[0].name if len(people) == 1 else f"{len(people):,} people"
