"""Keys that come in at once, over a slow line or while the app starts, mean what they mean one by one."""

from pathlib import Path

from tests.factories import person
from tests.terminal.books import put, rows
from tests.terminal.terminal import Terminal


def test_words_that_come_in_with_the_key_that_asks_for_them_are_no_commands(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    put(book, person("Ada Lovelace"), person("Dave Brubeck"), person("Dora Maar"))
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for("GiveNet").press("2/dave\rnda garden of his own\r4aplay the piano\r3adora\r q")
        terminal.wait_for("An offer for Dora Maar", "what exactly")
        terminal.press("uit smoking with her\t+1d\rxit worked\r").wait_for("1 of 10 done", "↳ it worked")
        terminal.press("q")
        assert terminal.end() == 0
    assert [row["name"] for row in rows(book, "people")] == ["Ada Lovelace", "Dave Brubeck", "Dora Maar"]
    assert not any("deleted_at" in row for row in rows(book, "people"))
    assert [(row["kind"], row["text"]) for row in rows(book, "aspirations")] == [("dream", "a garden of his own")]
    assert [row["text"] for row in rows(book, "objectives")] == ["play the piano"]
    assert [(row["what"], row["outcome"]) for row in rows(book, "offers")] == [("quit smoking with her", "it worked")]


def test_a_paste_comes_after_the_key_before_it(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    put(book, person("Ada Lovelace"))
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for("GiveNet").press("2", "n", "g").paste("see the Notes translated\ninto every language")
        terminal.press("enter").wait_for("goal written down")
        terminal.press("q")
        assert terminal.end() == 0
    assert [row["text"] for row in rows(book, "aspirations")] == ["see the Notes translated\ninto every language"]
