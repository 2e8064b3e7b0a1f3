"""What the screen says is done survives whatever happens to the program next."""

import shutil
import signal
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from givenet_tui.domain.offers import Offer
from givenet_tui.paths import companion_dir
from tests.factories import offer, person
from tests.terminal.books import opened, put, rows
from tests.terminal.terminal import TODAY, Terminal

ADA = "Ada Lovelace"
FIND_ADA = ("2", "/", ADA, "enter")
VERBS = (
    ("n", "d", "aspirations", "text", "dream written down"),
    ("l", "", "interactions", "text", "touch logged"),
    ("2", "a", "people", "name", "added to your circle"),
    ("h", "", "help", "text", "what came back is written down"),
)
"""Two keys that ask for words; the table and the field where these are kept; what a toast says then."""


@dataclass
class Life:
    """A book, the changes that the app says it has made in it, and many ends of the app."""

    book: Path
    said: list[tuple[str, str, str]] = field(default_factory=list)
    """Table, field and value of what was said to be saved."""

    def __post_init__(self) -> None:
        put(self.book, person(ADA))

    def start(self, number: int) -> tuple[Terminal, str]:
        """Open the app and do something up to the last key; answers what a toast is to say then."""
        *keys, table, name, toast = VERBS[number % len(VERBS)]
        words = f"kept, number {number}"
        shutil.rmtree(companion_dir(self.book) / "drafts", ignore_errors=True)  # half-typed words are another story
        terminal = Terminal(self.book.parent, "--file", self.book)
        terminal.wait_for("Today").press(*FIND_ADA).wait_for("Between you", ADA)
        terminal.press(*keys, words).wait_for(words)
        self.said.append((table, name, words))
        return terminal, toast

    def is_whole(self, *, but_for_the_last: bool = False) -> None:
        """Everything that was said is in the file, and no record is damaged."""
        for table, name, value in self.said[: -1 if but_for_the_last else None]:
            assert value in [row.get(name) for row in rows(self.book, table)]
        assert opened(self.book).problems == ()


def killed_after_each_toast(book: Path, kills: int) -> None:
    life = Life(book)
    for number in range(kills):
        terminal, toast = life.start(number)
        with terminal:
            terminal.press("enter").wait_for(toast)
            terminal.kill()
        life.is_whole()


def test_what_a_toast_said_survives_a_kill(tmp_path: Path) -> None:
    killed_after_each_toast(tmp_path / "book.json", len(VERBS))


def test_a_step_survives_a_kill(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    ada = person(ADA)
    put(book, ada, offer(ada, on=TODAY))
    for status in ("offered", "accepted"):
        with Terminal(tmp_path, "--file", book) as terminal:
            terminal.wait_for("Today").press("3").wait_for("0 of 10 done")
            terminal.press("space").wait_for(f"{ADA}: {status}")
            terminal.kill()
        (row,) = rows(book, "offers")
        assert row["status"] == status == row["steps"][-1]["status"]


@pytest.mark.soak
def test_what_a_toast_said_survives_fifty_kills(tmp_path: Path) -> None:
    killed_after_each_toast(tmp_path / "book.json", 50)


@pytest.mark.soak
def test_a_kill_at_any_moment_leaves_the_old_book_or_the_new(tmp_path: Path) -> None:
    life = Life(tmp_path / "book.json")
    for number in range(50):
        terminal, toast = life.start(number)
        with terminal:
            terminal.press("enter")
            for _ in range(number % 7):
                terminal.read()
            terminal.kill()
        life.is_whole(but_for_the_last=toast not in terminal.screen)
        table, name, value = life.said[-1]
        if value not in [row.get(name) for row in rows(life.book, table)]:
            life.said.pop()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_app_in_the_middle_of_a_word(tmp_path: Path, number: int) -> None:
    life = Life(tmp_path / "book.json")
    terminal, toast = life.start(0)
    with terminal:
        terminal.press("enter").wait_for(toast)
        terminal.press("n", "g", "half a sen").wait_for("half a sen")
        assert {"1049", "1000", "25"} <= terminal.modes_left.keys()
        assert terminal.signal(number).end() == 1
        assert terminal.modes_left == {}
        assert terminal.is_blank  # of the book, nothing is left on it
    life.is_whole()


def test_what_another_program_writes_comes_to_the_screen_and_nothing_is_overwritten(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    ada = person(ADA)
    put(book, ada)
    with Terminal(tmp_path, "--file", book) as terminal:
        terminal.wait_for("Today").press("2").wait_for("1 person in your circle")
        put(book, person("Grace Hopper"), offer(ada, on=TODAY))
        terminal.wait_for("Another window or program: its 2 changes are in.", "Grace Hopper", "2 people in")
        terminal.press("n", "h", "a school for girls", "enter").wait_for("hope written down")
        put(book, person("Emmy Noether"))
        terminal.wait_for("its 1 change is in.", "Emmy Noether")
        terminal.press("q")
        assert terminal.end() == 0
    assert {row["name"] for row in rows(book, "people")} == {ADA, "Grace Hopper", "Emmy Noether"}
    assert [row["text"] for row in rows(book, "aspirations")] == ["a school for girls"]
    assert len(list(opened(book).book.all(Offer))) == 1
