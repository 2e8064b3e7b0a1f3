"""Duplicates: people who may be one, each pair with the reasons. A reason suggests; only the user knows."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from givenet_tui.domain.book import Book
from givenet_tui.domain.folding import fold
from givenet_tui.domain.imports import normalised
from givenet_tui.domain.people import Person

_WORD = re.compile(r"\w+")
_FEWEST_DIGITS = 7
"""Of a phone number: shorter ones are extensions, and say nothing."""
_DIGITS_THAT_COUNT = 9
"""From its end: what stands before is the country, or a zero in its place."""

Trait = tuple[str, str]
"""Something that two people who are one may share: in which words it is said, and what it is, as it compares."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, the older record first, and why: `the same e-mail`."""

    one: Person
    other: Person
    reasons: tuple[str, ...]


def duplicates(book: Book) -> tuple[Pair, ...]:
    """Who may be one, by their names; resting people too, and nobody of the trash.

    Of several who share something each is set beside the oldest: once these are one, the next is asked about.
    """
    sharing: defaultdict[Trait, list[Person]] = defaultdict(list)
    for person in sorted(book.people.values(), key=lambda one: one.id):
        for trait in dict.fromkeys(_traits(person)):
            sharing[trait].append(person)
    found: defaultdict[tuple[int, int], dict[str, None]] = defaultdict(dict)
    for (said, _), people in sharing.items():
        for other in people[1:]:
            found[people[0].id, other.id][said] = None
    people_of = book.people
    pairs = [Pair(people_of[one], people_of[other], tuple(reasons)) for (one, other), reasons in found.items()]
    return tuple(sorted(pairs, key=lambda pair: (fold(pair.one.name), pair.one.id, pair.other.id)))


def _traits(person: Person) -> Iterator[Trait]:
    """What a person may share with another record of theirs."""
    for email in person.emails:
        if "@" in email.value:
            yield "the same e-mail", normalised(email.value)
    for phone in person.phones:
        digits = "".join(filter(str.isdigit, phone.value)).lstrip("0")
        if len(digits) >= _FEWEST_DIGITS:
            yield "the same phone number", digits[-_DIGITS_THAT_COUNT:]
    words = _WORD.findall(fold(person.name))
    if words:
        yield "the same name", " ".join(sorted(words))  # `Lovelace, Ada` is Ada Lovelace
    if len(words) > 1 and person.organization.strip():
        said = "the same initial, last name and organization"
        yield said, "\x1f".join((words[0][0], words[-1], normalised(person.organization)))
