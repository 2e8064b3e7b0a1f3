"""The books to measure on, and one table at the end: `pytest tests/benchmarks -m bench -n 0`.

With GIVENET_BENCH_HUGE=1 the huge book is measured as well.
"""

import compileall
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from givenet_tui.clock import SystemClock
from givenet_tui.domain.book import Book
from tests.benchmarks.books import SIZES, made_book, write_book
from tests.benchmarks.figures import Row, table
from tests.benchmarks.terminal import ROOT

_measured: list[Row] = []
MEASURED_SIZES = [name for name in SIZES if name != "huge" or os.environ.get("GIVENET_BENCH_HUGE")]


@dataclass(frozen=True, slots=True)
class Measured:
    """A made-up book as it stands today: in its file, and in memory."""

    size: str
    path: Path
    book: Book
    today: date


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    """Compile the package, as it is where it is installed."""
    compileall.compile_dir(ROOT / "givenet_tui", quiet=2)


@pytest.fixture(scope="module", params=MEASURED_SIZES)
def measured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Measured]:
    """Each book in turn."""
    size = SIZES[request.param]
    today = SystemClock().local().date()
    path = tmp_path_factory.mktemp(size.name) / "givenet.json"
    write_book(path, size, today)
    yield Measured(size.name, path, made_book(size, today), today)


@pytest.fixture
def keep() -> Callable[[Row], None]:
    """Put a row into the table; one that is twice over its figure fails."""

    def kept(row: Row) -> None:
        _measured.append(row)
        assert not row.is_over_twice, table([row])[1]

    return kept


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the table."""
    for line in table(_measured) if _measured else ():
        terminalreporter.write_line(line)
