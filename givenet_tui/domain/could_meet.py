"""To whom one could introduce somebody: who has to do with what they hope for, and then whom one saw last."""

from datetime import date

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.days import ago
from givenet_tui.domain.people import Person
from givenet_tui.domain.shared_words import Met, known_of, stems
from givenet_tui.domain.suggestions import Suggestion, quoted, where_met

MOST = 30
_MOST_WITH_A_WORD = 20
"""A word that more people share says little about any of them."""


def could_meet(book: Book, person: Person, today: date) -> list[Suggestion]:
    """Whom of the circle a person could meet, best first, each with a reason; `aspiration` is what it would serve."""
    met = _who_has_to_do_with_it(book, person)
    ranked = sorted(met, key=lambda one: (-len(met[one][2]), met[one][0].id, one))
    called = person.nickname or person.name
    first = []
    for one in ranked:
        hope, where, words = met[one]
        reason = f"{where_met(where, words[0], today)}, {called}'s {hope.kind} is {quoted(hope.text)}"
        first.append(Suggestion(one, reason, hope.id))
    others = [one for one in book.circle if one.id not in met and one.id != person.id]
    others.sort(key=lambda one: (book.last_touch(one.id) or date.min, one.id), reverse=True)
    return [*first, *(Suggestion(one.id, _known_as(book, one, today)) for one in others)][:MOST]


def _who_has_to_do_with_it(book: Book, person: Person) -> dict[int, tuple[Aspiration, Met, list[str]]]:
    """Who shares words with what the person hopes for: with which of it first, where, and the words."""
    known, circle = known_of(book), {one.id for one in book.circle} - {person.id}
    found: dict[int, tuple[Aspiration, Met, list[str]]] = {}
    for hope in book.aspirations_of(person.id):
        if hope.is_open:
            for stem in stems(hope.text):
                for other, met in known.people_with(stem, _MOST_WITH_A_WORD).items():
                    if other in circle:
                        found.setdefault(other, (hope, met, []))[2].append(stem)
    return found


def _known_as(book: Book, person: Person, today: date) -> str:
    last = book.last_touch(person.id)
    known = [part for part in (person.title, person.organization, person.location) if part]
    known += [f"in touch {ago(last, today)}"] if last else []
    return " · ".join(known)
