"""Which record a few words mean, among some: an id, or words that fit exactly one. Nothing is guessed."""

from collections.abc import Sequence

from givenet_tui.cli.naming import number_in
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.folding import fold
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.people import Person


def aspiration_named(book: Book, person: Person, words: str | None) -> int | None:
    """The id of what a person told you that the words fit; of what is open, where they fit both."""
    told = book.aspirations_of(person.id)
    fitting = _open_first(_fitting(told, words)) if words is not None else []
    return _the_one(fitting, words, f"that {person.name} told you", f"`givenet show {person.id}` has all of it.")


def objective_named(book: Book, words: str | None) -> int | None:
    """The id of the objective of yours that the words fit; of those that are open, where they fit both."""
    fitting = _open_first(_fitting(list(book.all(Objective)), words)) if words is not None else []
    return _the_one(fitting, words, "among your objectives", "`givenet year` lists them.")


def _fitting(records: Sequence[Aspiration] | Sequence[Objective], words: str) -> list[Aspiration | Objective]:
    typed = fold(words).split()
    return [one for one in records if typed and all(word in fold(one.text) for word in typed)]


def _open_first(found: list[Aspiration | Objective]) -> list[Aspiration | Objective]:
    return [one for one in found if one.is_open] or found


def _the_one(found: list[Aspiration | Objective], words: str | None, where: str, how: str) -> int | None:
    """The one that was found; an id is handed on as it is, and the verb says whether it names anything."""
    if words is None:
        return None
    if number := number_in(words.strip()):
        return number
    if not found:
        raise Refusal(f"Nothing {where} fits “{words}”. {how}")
    if len(found) > 1:
        listed = "; ".join(f"{one.id} {' '.join(one.text.split())}" for one in found)
        raise Refusal(f"“{words}” fits {len(found)} things {where}. Use the number of one: {listed}")
    return found[0].id
