"""The parts that the figures are made of, timed one by one:
`pytest tests/benchmarks -m bench -n 0 -k parts --benchmark-enable`."""

from datetime import date
from typing import Any

import pytest

from givenet_tui.domain.agenda import agenda
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added
from givenet_tui.domain.everything import Everything
from givenet_tui.domain.find import PeopleFinder
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.query import parse
from givenet_tui.store.layout import render
from givenet_tui.store.reading import read
from tests.benchmarks.conftest import Measured

pytestmark = pytest.mark.bench

Benchmark = Any


def test_reading_a_file(measured: Measured, benchmark: Benchmark) -> None:
    data = measured.path.read_bytes()
    assert not benchmark(read, data).problems


def test_the_days_agenda_of_a_book_never_asked_before(measured: Measured, benchmark: Benchmark) -> None:
    records = [record for rows in measured.book.records.values() for record in rows.values()]
    assert benchmark.pedantic(agenda, setup=lambda: ((Book(records), measured.today), {}), rounds=20).lines


def test_indexing_everyone(measured: Measured, benchmark: Benchmark) -> None:
    assert benchmark(PeopleFinder, measured.book).find("turing")


def test_indexing_everything(measured: Measured, benchmark: Benchmark) -> None:
    assert benchmark(Everything, measured.book)


def test_finding_a_word_in_everything(measured: Measured, benchmark: Benchmark) -> None:
    index, people = Everything(measured.book), PeopleFinder(measured.book)
    assert not benchmark(index.find, parse("there is no such word"), people, measured.today, 200)


def test_finding_by_two_words(measured: Measured, benchmark: Benchmark) -> None:
    finder = PeopleFinder(measured.book)
    assert benchmark(finder.find, "a garden")


def test_a_change_and_the_bytes_of_its_file(measured: Measured, benchmark: Benchmark) -> None:
    state, change = read(measured.path.read_bytes()), _touch(measured.book)
    assert benchmark(lambda: render(state.after(change).tables))


def _touch(book: Book) -> Change:
    touch = Interaction(id=book.greatest_id + 1, people=(next(iter(book.people)),), on=date(2026, 11, 22))
    return added("", touch)
