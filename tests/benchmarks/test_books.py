"""The made-up books: the same each time, as large as they say, and whole."""

from datetime import date
from pathlib import Path

import pytest

from givenet_tui.domain.agenda import agenda
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.store.store import FileStore
from tests.benchmarks.books import HUGE, LARGE, TYPICAL, Size, made_book, write_book

DAY = date(2026, 11, 22)


def test_a_book_is_the_same_each_time_and_opens_without_a_problem(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_book(tmp_path / name, TYPICAL, DAY)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    store = FileStore.open(tmp_path / "one", lambda: "2026-11-22T10:00:00.000Z")
    assert not store.problems
    assert store.book.records == made_book(TYPICAL, DAY).records
    assert len(agenda(store.book, DAY).lines) == 5


def test_the_typical_book_holds_what_it_says() -> None:
    book = made_book(TYPICAL, DAY)
    counts = [len(list(book.all(kind))) for kind in (Person, Aspiration, Interaction, Offer)]
    assert counts == [150, 1500, 3000, 600]


@pytest.mark.parametrize(("size", "records"), [(LARGE, 40_000), (HUGE, 100_000)], ids=["large", "huge"])
def test_the_others_are_as_large_as_they_say(size: Size, records: int) -> None:
    kinds = size.people + size.aspirations + size.interactions + size.offers + size.help + size.check_ins
    assert abs(kinds - records) < 50
