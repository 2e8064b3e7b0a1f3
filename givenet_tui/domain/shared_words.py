"""Words that an objective of yours shares with what is known of people: `publish` and *knows publishers*.

Everything known is laid end to end in one text, and searched once for each word: a hundred thousand
records take some tens of milliseconds, where taking each text apart would take a second.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import Any, Literal, NamedTuple

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.folding import fold
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.people import Person

KnownRecord = Person | Aspiration | Interaction
Source = Literal["work", "tag", "aspiration", "notes", "touch"]

_WORD = re.compile(r"\w+")
_LETTERS_ONLY = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ations", "ation", "ings", "ing", "ers", "ies", "er", "ed", "es", "s", "y", "e")
_LONGEST_ENDING = 4  # `publish` fits `publishers`, `read` does not fit `readjustment`
_COMMON = """
    about after again all also and another any are become been before being best better but can close could day days
    done each end every few find finish first for from get give goal good great had has have her here him his how
    into its just keep last least less let like long look made make many month months more most much must need new
    next not now off once one only other our out over own people please reach really same see set she should some
    start still such take than that the their them then there these they thing things this those three time too try
    two under until use very want was way week well were what when where which while who will with work would year
    years you your
"""
_SAY_NOTHING = frozenset(_COMMON.split())


class Met(NamedTuple):
    """Where a word was met: in which record, and in what of it."""

    source: Source
    record: KnownRecord


def stems(text: str) -> list[str]:
    """The telling words of a text, folded and without their endings, each once."""
    words = (word for word in _LETTERS_ONLY.findall(fold(text)) if word not in _SAY_NOTHING)
    return list(dict.fromkeys(_stem(word) for word in words))


def _stem(word: str) -> str:
    ending = next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 4), "")
    return word.removesuffix(ending)


def _fits(word: str, stem: str) -> bool:
    """Whether a folded word is a form of the stem. Three letters are too few to guess from: they must be the word."""
    longest = len(stem) + (_LONGEST_ENDING if len(stem) > 3 else 0)
    return word.startswith(stem) and len(word) <= longest


class Known:
    """Everything known of the circle, in one searchable text."""

    def __init__(self, book: Book) -> None:
        """Lay out work and tags, then aspirations, then notes, then touches: where a word is met first, it counts."""
        self._circle = {person.id for person in book.circle}
        self._records: list[KnownRecord] = []
        self._sources: list[Source] = []
        self._begins: list[int] = []
        """Which line each of the sources begins with."""
        texts: list[str] = []
        for source, records in _laid_out(book):
            self._begins.append(len(texts))
            self._sources.append(source)
            self._records += records
            texts += map(_TEXT_OF[source], records)
        # A text may hold line breaks and anything else: its length, not a separator, says where it ends.
        folded = [text.lower() if text.isascii() else fold(text) for text in texts]
        self._text = "\n".join(folded)
        self._ends = list(accumulate(len(text) + 1 for text in folded))

    def people_with(self, stem: str, at_most: int) -> dict[int, Met]:
        """Who in the circle has a form of the word, and where it was met first; nobody when more than so many have."""
        people: dict[int, Met] = {}
        at = self._text.find(stem)
        while at >= 0:
            if self._is_word(at, stem):
                line = bisect_right(self._ends, at)
                record = self._records[line]
                for person_id in _people_of(record):
                    if person_id not in people and person_id in self._circle:
                        people[person_id] = Met(self._sources[bisect_right(self._begins, line) - 1], record)
                if len(people) > at_most:
                    return {}
                at = self._text.find(stem, self._ends[line])
            else:
                at = self._text.find(stem, at + 1)
        return people

    def _is_word(self, at: int, stem: str) -> bool:
        if at and self._text[at - 1].isalnum():
            return False
        match = _WORD.match(self._text, at)
        return match is not None and _fits(match[0], stem)


@lru_cache(maxsize=1)  # both parts of the board, and every objective, search the same book; a book never changes
def known_of(book: Book) -> Known:
    """What is known of the circle of a book."""
    return Known(book)


def as_written(met: Met, stem: str) -> str:
    """The word as it stands in the record in which it was met."""
    words = _WORD.findall(_TEXT_OF[met.source](met.record))
    return next((word for word in words if _fits(fold(word), stem)), stem)


def _people_of(record: KnownRecord) -> tuple[int, ...]:
    match record:
        case Person():
            return (record.id,)
        case Aspiration():
            return (record.person,)
        case Interaction():
            return record.people


_TEXT_OF: dict[Source, Callable[[Any], str]] = {
    "work": lambda person: f"{person.title} {person.organization}",
    "tag": lambda person: " ".join(person.tags),
    "aspiration": attrgetter("text"),
    "notes": attrgetter("about"),
    "touch": attrgetter("text"),
}


_by_id = attrgetter("id")


def _laid_out(book: Book) -> Iterator[tuple[Source, Iterable[KnownRecord]]]:
    circle = sorted(book.circle, key=_by_id)
    yield "work", [person for person in circle if person.title or person.organization]
    yield "tag", [person for person in circle if person.tags]
    yield "aspiration", sorted(book.all(Aspiration), key=_by_id)
    yield "notes", [person for person in circle if person.about]
    yield "touch", sorted((touch for touch in book.all(Interaction) if touch.text), key=_by_id)
