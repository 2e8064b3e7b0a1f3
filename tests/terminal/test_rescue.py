"""A book that cannot be read: its copies are offered in the app, and what was damaged is kept."""

from pathlib import Path

from givenet_tui.paths import companion_dir
from tests.factories import person
from tests.hostile import NASTY
from tests.terminal.books import opened, put, rows
from tests.terminal.terminal import Terminal

TORN = b'{\n"people": {\n"1": {"na'


def damaged(folder: Path) -> Path:
    book = folder / "book.json"
    put(book, person("Ada Lovelace"))
    put(book, person(NASTY[0]))
    book.write_bytes(TORN)
    return book


def test_all_that_was_last_saved_is_put_back_by_one_key(tmp_path: Path) -> None:
    book = damaged(tmp_path)
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for("This book cannot be read", "is damaged: it breaks off at byte", "2 people")
        assert book.read_bytes() == TORN
        terminal.press("1").wait_for("Today").press("2").wait_for("2 people in your circle")
        terminal.press("q")
        assert terminal.end() == 0
    assert len(rows(book, "people")) == 2
    assert opened(book).problems == ()
    kept = [copy.read_bytes() for copy in (companion_dir(book) / "backups").iterdir()]
    assert TORN in kept


def test_everything_can_be_left_as_it_is(tmp_path: Path) -> None:
    book = damaged(tmp_path)
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for("This book cannot be read").press("esc")
        assert terminal.end() == 1
        assert terminal.modes_left == {}
    assert book.read_bytes() == TORN


def test_a_book_that_has_gone_is_put_back_by_one_key(tmp_path: Path) -> None:
    book = damaged(tmp_path)
    book.unlink()
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for("This book has gone", "2 people").press("1").wait_for("Today")
        terminal.press("2").wait_for("2 people in your circle").press("q")
        assert terminal.end() == 0
    assert len(rows(book, "people")) == 2
