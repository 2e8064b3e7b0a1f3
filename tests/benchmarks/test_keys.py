"""From a key to the screen that it changes, in a real pseudo-terminal."""

import re
from collections.abc import Callable, Iterator, Sequence

import pytest

from givenet_tui.domain.find import PeopleFinder, sorted_people
from givenet_tui.domain.line.names import Names
from givenet_tui.domain.line.read import read_line
from givenet_tui.domain.line.readings import Line as ReadLine
from givenet_tui.domain.line.readings import Understood
from givenet_tui.domain.line.said import in_words
from tests.benchmarks.conftest import Measured
from tests.benchmarks.figures import CURSOR, FIND_KEY, FIRST_KEY, LINE_KEY, Row, Target, in_ms, percentile_95
from tests.benchmarks.screens import open_app, open_bare, shows_agenda, shows_bars
from tests.benchmarks.terminal import Seen, Terminal

pytestmark = pytest.mark.bench

BACKSPACE = "\x7f"
QUERIES = (
    "turing", "lukasz", "grace h", "open the garden", "knuth", "emmy", "zoe", "choir", "m", "hopper", "publish",
    "orchard spring", "radia p", "sofia", "bohr", "teach", "isaac n", "family", "wu", "lov", "telescope", "annie",
)  # fmt: skip
SENTENCES = (
    "lunch with Ada and Grace yesterday #work", "Alan dreams of a school for girls", "offer Grace: read it by fri",
    "called Ken last fri about the garden", "add Emmy Bird #maths", "tag Ada mentor",
)  # fmt: skip
MOVES = 120


@pytest.fixture(scope="module")
def floor() -> str:
    """A key in an Input that stands alone, as the table shows it."""
    with open_bare("input") as bare:
        bare.until(shows_bars)
        seconds = []
        for count in range(1, 81):
            seconds.append(bare.press("x", lambda rows, count=count: sum(row.count("x") for row in rows) >= count))  # type: ignore[misc]
    return in_ms(percentile_95(seconds))


@pytest.fixture
def people(measured: Measured) -> Iterator[Terminal]:
    """The app with the people before it."""
    with open_app(measured.path) as app:
        app.until(shows_agenda(measured.book, measured.today))
        app.press("2", lambda rows: any("in your circle" in row for row in rows))
        yield app


def test_a_key_in_the_find_box(measured: Measured, people: Terminal, floor: str, keep: Callable[[Row], None]) -> None:
    finder, names = PeopleFinder(measured.book), measured.book.people
    people.send("/")
    people.rest(0.5)
    seconds: list[float] = []
    for query in QUERIES:
        for number in range(1, len(query) + 1):
            typed = query[:number]
            found = finder.find(typed)
            redrawn = _shows(typed, names[found[0].person_id].name if found else "Nobody")
            if typed[-1] == " ":
                people.send(" ")
            else:
                seconds.append(people.press(typed[-1], redrawn))
        people.press(BACKSPACE * len(query), _box_is_empty)
    keep(Row(FIRST_KEY, measured.size, seconds[0] * 1000, in_ms(seconds[0]), floor))
    keep(_row(FIND_KEY, measured, seconds[1:], floor))


def test_a_key_in_the_line(measured: Measured, people: Terminal, floor: str, keep: Callable[[Row], None]) -> None:
    names = Names(measured.book)
    seconds: list[float] = []
    for sentence in SENTENCES:
        people.press(":", lambda rows: any("Say it as you would tell" in row for row in rows))
        people.rest(0.3)
        for number in range(1, len(sentence) + 1):
            typed = sentence[:number]
            redrawn = _means(typed, read_line(typed, names, measured.today), measured)
            if typed[-1] == " ":
                people.send(" ")
            else:
                seconds.append(people.press(typed[-1], redrawn))
        people.press("\x1b", lambda rows: any("Throw your words away" in row for row in rows))
        people.press("\x1b", lambda rows: any("in your circle" in row for row in rows))
    keep(_row(LINE_KEY, measured, seconds, floor))


def test_moving_the_cursor(measured: Measured, people: Terminal, floor: str, keep: Callable[[Row], None]) -> None:
    names = [person.name for person in sorted_people(measured.book, measured.today, "name")]
    seconds = []
    for number in range(1, min(MOVES, len(names) - 1)):
        seconds.append(people.press("j", _preview_shows(names[number])))
    keep(_row(CURSOR, measured, seconds, floor))


def _row(target: Target, measured: Measured, seconds: Sequence[float], floor: str) -> Row:
    p95 = percentile_95(seconds)
    return Row(target, measured.size, p95 * 1000, in_ms(p95), floor)


def _shows(typed: str, name: str) -> Seen:
    """Whether the find box holds what was typed, and a name stands on the first row of the list, below its head."""

    def seen(rows: Sequence[str]) -> bool:
        left = [_BETWEEN.split(row)[0] for row in rows]
        head = next((number for number, row in enumerate(left) if "last touch" in row), None)
        if head is None or name[:20] not in left[head + 1]:
            return False
        return any(row.strip() == typed.strip() for row in left[:head])

    return seen


def _means(typed: str, line: ReadLine, measured: Measured) -> Seen:
    """Whether the line holds what was typed, and what that means stands below it."""
    meaning = in_words(measured.book, line.readings[0], measured.today) if isinstance(line, Understood) else line.why
    begins = meaning.strip()[:20].strip()

    def seen(rows: Sequence[str]) -> bool:
        cells = [cell.strip() for row in rows for cell in row.split("│")]
        return typed in cells and any(cell.startswith(begins) for cell in cells)

    return seen


def _box_is_empty(rows: Sequence[str]) -> bool:
    return any("find by name" in row for row in rows[:5])


def _preview_shows(name: str) -> Seen:
    """Whether the preview on the right begins with a name."""
    return lambda rows: any(row.partition("│")[2].strip().startswith(name) for row in rows[1:4])


_BETWEEN = re.compile("[│▐]")
"""What parts the list from the preview, and the scroll bars."""
