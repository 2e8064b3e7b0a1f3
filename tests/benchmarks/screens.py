"""The app and the bare app in a terminal, and how one tells that a screen is there."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from givenet_tui.domain.agenda import agenda
from givenet_tui.domain.book import Book
from tests.benchmarks.terminal import ROOT, Seen, Terminal

BARE = ROOT / "tests" / "benchmarks" / "bare.py"


def open_app(path: Path) -> Terminal:
    """The app on a book."""
    return Terminal("-m", "givenet_tui", "--file", path)


def open_bare(*what: str) -> Terminal:
    """The bare app."""
    return Terminal(BARE, *what)


def shows_agenda(book: Book, today: date) -> Seen:
    """Whether all is there that the first screen shows: the first and the last line of the agenda, and the keys."""
    lines = agenda(book, today).lines
    names = [book.people[line.person].name for line in (lines[0], lines[-1])]
    return lambda rows: all(_is_in(rows, name) for name in names) and _is_in(rows[-1:], "quit")


def shows_bars(rows: Sequence[str]) -> bool:
    """Whether the bare app shows its two bars."""
    return "Bare" in rows[0] and "Leave" in rows[-1]


def _is_in(rows: Sequence[str], text: str) -> bool:
    return any(text in row for row in rows)
