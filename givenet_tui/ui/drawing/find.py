"""Find in everything: a row of what was found, the whole of it, and what can be asked."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.book import Book
from givenet_tui.domain.days import in_full
from givenet_tui.domain.everything import Hit
from givenet_tui.domain.people import Person
from givenet_tui.domain.terms import TERMS
from givenet_tui.tones import BLANK, Line, Piece, Tone
from givenet_tui.ui import present
from givenet_tui.ui.drawing.pieces import fitted, indented, met_in, wrapped

MARGIN = 13
TONES: dict[str, Tone] = {"told": "words", "offer": "raise", "help": "resource", "objective": "raise"}


def found_row(book: Book, hit: Hit, words: Sequence[str], today: date, width: int) -> list[Line]:
    """Two lines: what it is, with whom, the day; and the words around what was met."""
    day = hit.day(today)
    room = max(0, width - MARGIN - present.cells(day) - 1)
    who: list[Piece] = [(hit.who(book), "name")]
    kind: Piece = (f"{hit.kind:<{MARGIN}}", TONES.get(hit.what, "muted"))
    text: Line = met_in(hit.text, words, width - MARGIN) if hit.where != "name" else [(_facts(hit), "muted")]
    return [[kind, *fitted(who, room), (f" {day}", "muted")], *indented([text], MARGIN)]


def _facts(hit: Hit) -> str:
    assert isinstance(hit.record, Person)  # noqa: S101
    person = hit.record
    facts = (person.title, person.organization, person.location, *(f"#{tag}" for tag in person.tags))
    return " · ".join(fact for fact in facts if fact)


def found_whole(book: Book, hit: Hit, today: date, width: int) -> list[Line]:
    """All that stands there."""
    about = [hit.kind, hit.who(book), in_full(hit.on, today) if hit.day(today) else ""]
    text = _facts(hit) if hit.where == "name" else hit.text
    return [[(" · ".join(part for part in about if part), "muted")], *wrapped(text, width, "plain")]


def what_to_ask(width: int) -> list[Line]:
    """Nothing is typed yet: where it is looked for, and what narrows it."""
    lines: list[Line] = []
    for sentence in (
        "Type some words: they are looked for in all that you wrote down.",
        "“In quotes” they stand as they are. What narrows it, with - for the opposite:",
    ):
        lines += wrapped(sentence, width, "muted")
    return [*lines, BLANK, *terms(width)]


def terms(width: int) -> list[Line]:
    """Each term with what it says."""
    return [
        line
        for kind in TERMS.values()
        for line in indented(wrapped(kind.says, width - 12, "plain"), 12, (kind.example, "key"))
    ]


def nothing_found(width: int) -> list[Line]:
    """A search that found nothing."""
    return [*wrapped("Nothing holds these words.", width, "plain"), [("esc", "key"), ("  goes back", "muted")]]


def still_looking(width: int) -> list[Line]:
    """A large book that is read for the first time."""
    return wrapped("Looking through the book …", width, "muted")
