"""Several programs on one file, and programs that are killed: nothing acknowledged is lost."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.store.books import filled, opened, rename


def writer(path: Path, first: int, many: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", str(path), str(first), str(many)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def killed_again_and_again(path: Path, times: int) -> None:
    store = filled(path)
    lot = random.Random(7)
    acknowledged: set[int] = set()
    for round_number in range(1, times + 1):
        program = writer(path, round_number * 10_000, 9_000)
        assert program.stdout
        said = [program.stdout.readline() for _ in range(lot.randint(1, 12))]
        for _ in range(lot.randint(0, 20_000)):
            pass  # a little while, so that the kill falls anywhere in a save
        program.kill()
        said += program.communicate()[0].splitlines()
        acknowledged |= {int(line) for line in said}
        with TinyDB(path) as db:
            assert len(db.table("people")) >= len(acknowledged)
        there = set(opened(path).book.people)
        assert acknowledged <= there, "what was said to be saved is there"
        assert len(there - acknowledged - {2}) <= round_number, "and at most one a kill that was not said yet"
    assert store.refresh()
    rename(store, "Ada King")
    assert not list(path.parent.rglob("*.saving"))


def test_a_program_killed_while_it_writes_leaves_the_old_book_or_the_new_one(path: Path) -> None:
    killed_again_and_again(path, 6)


@pytest.mark.soak
def test_two_hundred_kills(path: Path) -> None:
    killed_again_and_again(path, 200)


def test_two_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    app = filled(path)
    programs = [writer(path, 1000, 30), writer(path, 2000, 30)]
    for number in range(10):
        app.refresh()
        rename(app, f"Ada {number}")
    for program in programs:
        output, _ = program.communicate()
        assert program.returncode == 0
        assert len(output.splitlines()) == 30
    assert app.refresh() or len(app.book.people) == 61
    assert set(app.book.people) == {2, *range(1000, 1030), *range(2000, 2030)}
    assert set(opened(path).book.people) == set(app.book.people)
    assert app.book.person(2).name == "Ada 9"
