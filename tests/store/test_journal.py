"""The undo journal: it lasts beyond a restart, keeps each session's own, and survives what befalls its file."""

from datetime import datetime
from pathlib import Path

import pytest

from givenet_tui.clock import FixedClock
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.verbs import people
from givenet_tui.paths import companion_dir
from givenet_tui.workspace import Workspace
from tests.hostile import NASTY
from tests.store.books import opened


def space(path: Path) -> Workspace:
    return Workspace(opened(path), FixedClock(datetime(2026, 11, 22, 10)))  # noqa: DTZ001


def names(path: Path) -> list[str]:
    return [one.name for one in opened(path).book.people.values()]


def test_undo_and_redo_go_on_after_a_restart(path: Path) -> None:
    for name in NASTY[:2]:
        space(path).do(people.add, name=name)
    assert space(path).undo().name.startswith("Undone: ")
    assert space(path).undo()
    assert names(path) == []
    with pytest.raises(Refusal, match="nothing to undo"):
        space(path).undo()
    space(path).redo()
    space(path).redo()
    assert len(names(path)) == 2


def test_a_session_takes_back_its_own_and_not_what_another_did_meanwhile(path: Path) -> None:
    mine = space(path)
    mine.do(people.add, name="Ada")
    other = space(path)
    other.do(people.add, name="Grace")
    mine.undo()
    assert names(path) == ["Grace"]
    assert mine.undoable is None
    other.undo()
    assert names(path) == []


def test_a_torn_line_costs_one_step_and_nothing_else(path: Path) -> None:
    for name in ("Ada", "Grace"):
        space(path).do(people.add, name=name)
    journal = companion_dir(path) / "journal"
    journal.write_bytes(journal.read_bytes()[:-30])
    space(path).do(people.add, name="Emmy")
    space(path).undo()
    space(path).undo()
    assert names(path) == ["Grace"]


def test_the_journal_is_shortened_and_still_holds_the_last_hundred(path: Path) -> None:
    mine = space(path)
    for _ in range(320):
        mine.do(people.add, name="Ada", about="x" * 300)
    lines = (companion_dir(path) / "journal").read_bytes().count(b"\n")
    assert lines <= 301
    again = space(path)
    for _ in range(100):
        again.undo()
    with pytest.raises(Refusal):
        again.undo()
    assert len(names(path)) == 220
