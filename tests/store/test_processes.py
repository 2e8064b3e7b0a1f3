"""Whole programs on one file, killed at any moment and many at once: what was said to be saved is there."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tinydb import TinyDB
from tinydb.table import Document

from tests.benchmarks.books import TYPICAL, write_book
from tests.store.books import filled, opened
from tests.terminal.terminal import Terminal

ROOT = Path(__file__).parents[2]
Said = tuple[str, int, str, str]


def started(path: Path, name: str, many: int = 0) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.worker", str(path), name, str(many)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def rows(path: Path, table: str) -> list[Document]:
    """A table as stock TinyDB reads it."""
    with TinyDB(path, access_mode="r") as db:
        found: list[Document] = db.table(table).all()
        return found


def parsed(line: str) -> Said:
    table, id_, name, value = line.rstrip("\n").split("\t")
    return table, int(id_), name, value


@dataclass
class Killing:
    """Some programs that write; now and then one is killed, and another begins."""

    path: Path
    dice: Random
    alive: "list[subprocess.Popen[str]]" = field(default_factory=list)
    said: dict[tuple[str, int, str], str] = field(default_factory=dict)
    kills: int = 0
    in_the_middle: int = 0

    def kill_one(self) -> None:
        program = self.alive.pop(self.dice.randrange(len(self.alive)))
        assert program.stdout
        lines = [program.stdout.readline() for _ in range(self.dice.randint(1, 5))]
        for _ in range(self.dice.randint(0, 60_000)):
            pass  # a little while, so that the kill falls anywhere in a write
        program.kill()
        lines += [line for line in program.communicate()[0].splitlines(keepends=True) if line.endswith("\n")]
        self.said |= {said[:3]: said[3] for said in map(parsed, lines)}
        self.kills += 1
        self.in_the_middle += any(self.path.parent.rglob("*.saving"))

    def look(self) -> None:
        """The file is sound, it is what was last saved, and everything that was said is in it."""
        store = opened(self.path)
        assert store.problems == ()
        assert store.changed_outside is None
        for (table, id_, name), value in self.said.items():
            record = store.book.records[table].get(id_)
            assert record is not None, f"{table} {id_} was said to be saved"
            assert name == "deleted_at" or getattr(record, name) == value


@contextmanager
def killing(path: Path, programs: int, seed: int) -> Iterator[Killing]:
    rounds = Killing(path, Random(seed))
    try:
        rounds.alive = [started(path, f"p{number}") for number in range(programs)]
        yield rounds
    finally:
        for program in rounds.alive:
            program.kill()
            program.communicate()


def killed(path: Path, times: int, programs: int, seed: int = 11) -> Killing:
    with killing(path, programs, seed) as rounds:
        for number in range(times):
            rounds.kill_one()
            rounds.look()
            rounds.alive.append(started(path, f"r{number}"))
    return rounds


def test_programs_that_are_killed_while_others_write_lose_nothing_they_said(path: Path) -> None:
    filled(path)
    assert killed(path, 5, 2).said


@pytest.mark.soak
def test_a_thousand_kills_on_a_typical_book(tmp_path: Path) -> None:
    """A hundred kills a book, so that it stays a typical one: between two of them many changes are made."""
    kills = in_the_middle = said = 0
    for number in range(10):
        path = tmp_path / str(number) / "circle.json"
        path.parent.mkdir()
        write_book(path, TYPICAL, date(2026, 11, 24))
        rounds = killed(path, 100, 3, seed=number)
        kills += rounds.kills
        in_the_middle += rounds.in_the_middle
        said += len(rounds.said)
        print(f"\n{kills} kills, {in_the_middle} in the middle of a save: 0 unreadable, "  # noqa: T201
              f"0 of {said} acknowledged changes lost")  # fmt: skip
    assert (kills, bool(in_the_middle)) == (1000, True)


def at_once(path: Path, programs: int, each: int) -> tuple[int, int]:
    """How many changes were said, and how many of them are there."""
    running = [started(path, f"p{number}", each) for number in range(programs)]
    said = [parsed(line) for program in running for line in program.communicate()[0].splitlines()]
    assert [program.returncode for program in running] == [0] * programs
    found = {
        (table, row.doc_id): row for table in ("people", "aspirations", "interactions") for row in rows(path, table)
    }
    there = [one for one in said if one[:2] in found and found[one[:2]].get(one[2], "") == one[3]]
    assert opened(path).changed_outside is None
    return len(said), len(there)


def test_several_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    filled(path)
    assert at_once(path, 3, 18) == (54, 54)


@pytest.mark.soak
def test_eight_programs_with_two_hundred_changes_each(path: Path) -> None:
    filled(path)
    said, there = at_once(path, 8, 200)
    print(f"\n{there} of {said} changes present")  # noqa: T201
    assert (said, there) == (1600, 1600)


@pytest.mark.soak
def test_eight_programs_and_two_windows_that_are_open_meanwhile(path: Path) -> None:
    filled(path)
    home = path.parent
    with Terminal(home, "--file", path) as one, Terminal(home, "--file", path) as other:
        one.wait_for("Today").press("2").wait_for("Ada Lovelace")
        other.wait_for("Today").press("2").wait_for("Ada Lovelace")
        one.press("n", "d", "half a sentence").wait_for("half a sentence")
        said, there = at_once(path, 8, 200)
        last = max((row for row in rows(path, "people") if not row.get("deleted_at")), key=lambda row: row.doc_id)
        for window in (one, other):
            window.wait_for(f"{len(opened(path).book.circle)} people in your circle")
        other.press("/", last["name"], "enter").wait_for("Between you", last["name"])
        other.press("l", "tea at noon", "enter").wait_for("touch logged").press("q")
        one.wait_for("half a sentence").press(" and the rest", "enter").wait_for("dream written down").press("q")
        assert (one.end(), other.end()) == (0, 0)
    print(f"\n{there} of {said} changes present, beside two windows that were open")  # noqa: T201
    assert (said, there) == (1600, 1600)
    assert "half a sentence and the rest" in {row["text"] for row in rows(path, "aspirations")}
    assert "tea at noon" in {row["text"] for row in rows(path, "interactions")}
    assert opened(path).changed_outside is None
