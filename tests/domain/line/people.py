"""A small circle for sentences: two Adas, one of them often seen with Grace; accents, initials, someone who rests."""

from datetime import date

from givenet_tui.domain.book import Book
from givenet_tui.domain.line.names import Names
from givenet_tui.domain.line.read import read_line
from givenet_tui.domain.line.readings import Line, Understood
from givenet_tui.domain.line.said import in_words
from tests.factories import TODAY, person, touch

ADA = person("Ada Lovelace", nickname="Countess")
YONATH = person("Ada Yonath")
GRACE = person("Grace Hopper")
BOB = person("Bob Noyce")
ZOE = person("Zoë Ångström")
JEAN = person("Dr. Jean-Luc O'Neill", nickname="JL")
MAY = person("May Chen")
RESTING = person("Bob Metcalfe", archived_on=date(2026, 3, 1))
GONE = person("Edsger Dijkstra", deleted_at="2026-11-01T00:00:00.000Z")
TOUCHES = (
    touch(ADA, GRACE, on=date(2026, 10, 1)),
    touch(YONATH, on=date(2026, 11, 20)),
    touch(YONATH, BOB, on=date(2026, 9, 1)),
)
BOOK = Book([ADA, YONATH, GRACE, BOB, ZOE, JEAN, MAY, RESTING, GONE, *TOUCHES])
NAMES = Names(BOOK)


def read(sentence: str, names: Names = NAMES) -> Line:
    return read_line(sentence, names, TODAY)


def understood(sentence: str, names: Names = NAMES) -> Understood:
    line = read(sentence, names)
    assert isinstance(line, Understood), line
    return line


def said(sentence: str) -> tuple[str, str]:
    """The first reading in words, and the words that it keeps; or why there is none."""
    line = read(sentence)
    if not isinstance(line, Understood):
        return "?", line.why
    return in_words(BOOK, line.readings[0], TODAY), line.readings[0].text
