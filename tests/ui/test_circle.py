"""The circle in words: how many, how often, by which rhythm, and who rests."""

import pytest

from givenet_tui.domain.book import Book
from givenet_tui.domain.rhythm import Circle
from givenet_tui.domain.settings import Settings
from givenet_tui.tones import Line, plain_words
from givenet_tui.ui.drawing.facts import facts
from givenet_tui.ui.drawing.people import circle_foot, person_row
from tests.factories import TODAY, person


def said(lines: list[Line]) -> list[str]:
    return [plain_words(line).strip() for line in lines]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, ["nobody in your circle  by name"]),
        (1, ["1 person in your circle, room for 49", "by name  3 of 20 touches this month"]),
        (2, ["2 people in your circle, room for 48", "by name  3 of 20 touches this month"]),
        (50, ["50 people in your circle  by name", "3 of 20 touches this month"]),
        (1051, ["1,051 people in your circle  by name", "1,001 more than 50: who could rest? ctrl+p"]),
    ],
)
def test_the_foot_says_how_many_and_how_often_in_two_lines(size: int, words: list[str]) -> None:
    now = Circle(size, 50, 3, 20)
    assert said(circle_foot(now, "by name", 42)) == words
    assert len(circle_foot(now, "by last touch", 54)) <= 2


@pytest.mark.parametrize(
    ("own", "tags", "words"),
    [
        (30, ("work",), "every 30 days,"),
        (None, ("x", "work"), "every 45 days, by #work,"),
        (0, ("work",), "no rhythm,"),
    ],
)
def test_the_preview_says_whose_rhythm_it_is(own: int | None, tags: tuple[str, ...], words: str) -> None:
    ada = person(rhythm_days=own, tags=tags)
    book = Book([ada, Settings(id=1, rhythms={"work": 45, "x": 0})])
    assert words in " ".join(said(facts(book, ada, TODAY, 200)))


def test_who_rests_says_so_in_the_list() -> None:
    ada = person(archived_on=TODAY, rhythm_days=1)
    (row,) = said(list(person_row(Book([ada]), ada, TODAY, 42)))
    assert row.split() == ["z", "Ada", "Lovelace", "rests", "····"]
