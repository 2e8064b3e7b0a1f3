"""Who is meant by a few words. Nothing is guessed: when several people fit, they are named, and nothing is done."""

from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.find import PeopleFinder
from givenet_tui.domain.folding import fold
from givenet_tui.domain.people import Person

_MOST_LISTED = 20


class SeveralFit(Refusal):
    """The words fit more than one person."""

    def __init__(self, words: str, people: list[Person]) -> None:
        """`people` are those who fit."""
        super().__init__(f"“{words}” fits {len(people)} people. Say more of the name, or use the number before it:")
        self.people = people

    @property
    def rows(self) -> list[str]:
        """A line for each: the id, the name, and what tells them apart."""
        rows = [f"  {person.id}  {person.name}{_apart(person)}" for person in self.people[:_MOST_LISTED]]
        left = len(self.people) - len(rows)
        return [*rows, f"  … and {left} more"] if left else rows


def _apart(person: Person) -> str:
    parts = [part for part in (person.title, person.organization, person.location) if part]
    parts += ["resting"] if person.archived_on else []
    return f" ({', '.join(parts)})" if parts else ""


def number_in(words: str) -> int:
    """The id that words are; 0 when they are none. A very long number is none, and Python would not read it."""
    return int(words) if words.isdecimal() and len(words) <= 16 else 0


def person_named(book: Book, words: str) -> Person:
    """The one person whom the words fit, resting or not: an id, else words of the name, else of what is known.

    Notes name nobody: they speak of others.
    """
    words = words.strip()
    known = book.people.get(number_in(words))
    if known:
        return known
    found = [hit for hit in PeopleFinder(book).find(words) if hit.where != "note"] if words else []
    named = [book.people[hit.person_id] for hit in found if hit.where == "name"]
    begun = [person for person in named if _begin(person, words)]
    fitting = begun or named or [book.people[hit.person_id] for hit in found]
    if not fitting:
        raise Refusal(f"Nobody fits “{words}”. `givenet people` lists everyone.")
    if len(fitting) > 1:
        raise SeveralFit(words, fitting)
    return fitting[0]


def _begin(person: Person, words: str) -> bool:
    """Whether each word begins a word of the name or the nickname: `ada` does not mean Radames."""
    names = f" {fold(person.name)} {fold(person.nickname)}"
    return all(f" {word}" in names for word in fold(words).split())
