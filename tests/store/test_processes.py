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

from tests.benchmarks.books import TYPICAL, write_book
from tests.store.books import filled, opened

ROOT = Path(__file__).parents[2]
Said = tuple[str, int, str, str]


def started(path: Path, name: str, many: int = 0) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.worker", str(path), name, str(many)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


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
def killing(path: Path, programs: int) -> Iterator[Killing]:
    rounds = Killing(path, Random(11))
    try:
        rounds.alive = [started(path, f"p{number}") for number in range(programs)]
        yield rounds
    finally:
        for program in rounds.alive:
            program.kill()
            program.communicate()


def killed(path: Path, times: int, programs: int) -> Killing:
    with killing(path, programs) as rounds:
        for number in range(times):
            rounds.kill_one()
            rounds.look()
            rounds.alive.append(started(path, f"r{number}"))
    return rounds


def test_programs_that_are_killed_while_others_write_lose_nothing_they_said(path: Path) -> None:
    filled(path)
    assert killed(path, 5, 2).said


@pytest.mark.soak
def test_a_thousand_kills_on_a_typical_book(path: Path) -> None:
    write_book(path, TYPICAL, date(2026, 11, 24))
    rounds = killed(path, 1000, 3)
    print(f"\n{rounds.kills} kills, {rounds.in_the_middle} in the middle of a save: 0 unreadable, "  # noqa: T201
          f"0 of {len(rounds.said)} acknowledged changes lost")  # fmt: skip
    assert rounds.in_the_middle


def at_once(path: Path, programs: int, each: int) -> tuple[int, int]:
    """How many changes were said, and how many of them are there."""
    filled(path)
    running = [started(path, f"p{number}", each) for number in range(programs)]
    said = [parsed(line) for program in running for line in program.communicate()[0].splitlines()]
    assert [program.returncode for program in running] == [0] * programs
    with TinyDB(path, access_mode="r") as db:
        rows = {table: {row.doc_id: row for row in db.table(table).all()} for table in db.tables()}
    there = [one for one in said if one[1] in rows[one[0]] and rows[one[0]][one[1]].get(one[2], "") == one[3]]
    assert opened(path).changed_outside is None
    return len(said), len(there)


def test_several_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    assert at_once(path, 3, 18) == (54, 54)


@pytest.mark.soak
def test_eight_programs_with_two_hundred_changes_each(path: Path) -> None:
    said, there = at_once(path, 8, 200)
    print(f"\n{there} of {said} changes present")  # noqa: T201
    assert (said, there) == (1600, 1600)
