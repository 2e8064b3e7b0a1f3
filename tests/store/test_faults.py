"""Every call to the system may fail, in every kind of change: the old book or the new one, and the next is written."""

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from givenet_tui.clock import FixedClock
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.imports import bring_in
from givenet_tui.domain.people import Person, Source
from givenet_tui.domain.verbs import people, trash
from givenet_tui.store import backups, disk, lock
from givenet_tui.store.copies import chosen
from givenet_tui.store.restoring import back_up, put_back
from givenet_tui.store.storage import BookStorage
from givenet_tui.store.store import FileStore
from givenet_tui.workspace import Workspace
from tests.hostile import NASTY
from tests.store.books import SAMPLES, by_hand, documents, filled, now, opened

FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EINTR)
SHORT = 0
"""A write that takes less than it is given."""


def half(pieces: list[memoryview]) -> list[bytes]:
    """The first half of what is to be written."""
    whole = b"".join(pieces)
    return [whole[: len(whole) // 2]]


class Failing:
    """The `os` module, of which one call fails."""

    def __init__(self, fault: int, at: int) -> None:
        self.fault, self.at, self.calls = fault, at, 0

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._guarded(name, real) if callable(real) and name not in {"close", "fspath"} else real

    def _guarded(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            if self.calls != self.at:
                return real(*args, **kwargs)
            if self.fault != SHORT:
                raise OSError(self.fault, os.strerror(self.fault))
            return real(args[0], half(args[1])) if name == "writev" else real(*args, **kwargs)

        return call


@dataclass
class Scene:
    """A book in a file, and a program that has it open."""

    path: Path
    space: Workspace

    @property
    def store(self) -> FileStore:
        assert isinstance(self.space.store, FileStore)
        return self.space.store


Deed = Callable[[Scene], object]


def begun(path: Path) -> Scene:
    """A book that was saved twice, today's copy made."""
    filled(path)
    scene = Scene(path, Workspace(opened(path), FixedClock(datetime(2026, 11, 22, 10))))  # noqa: DTZ001
    scene.space.do(people.edit, 2, title="Countess")
    return scene


def nothing_yet(path: Path) -> Scene:
    return Scene(path, Workspace(opened(path.parent / "new" / path.name), FixedClock(datetime(2026, 11, 22))))  # noqa: DTZ001


def before_the_copy(path: Path) -> Scene:
    filled(path)
    return Scene(path, Workspace(opened(path), FixedClock(datetime(2026, 11, 22, 10))))  # noqa: DTZ001


def undone(path: Path) -> Scene:
    scene = begun(path)
    scene.space.undo()
    return scene


def scripted(path: Path) -> Scene:
    scene = begun(path)
    tables = documents(path)
    tables["people"]["2"]["name"] = NASTY[0]
    by_hand(path, tables)
    scene.space.refresh()
    return scene


def add(scene: Scene) -> object:
    return scene.space.do(people.add, name=NASTY[0])


def bring(scene: Scene) -> object:
    return scene.space.do(bring_in, "x.vcf", [Person(name="Emmy", sources=(Source("vcard", "e"),))])


def delete(scene: Scene) -> object:
    return scene.space.do(trash.delete, SAMPLES[3], "it")


def by_tinydb(scene: Scene) -> object:
    with TinyDB(scene.path, storage=BookStorage) as db:
        return db.table("people").insert({"name": "by a script"})


def restore(scene: Scene) -> object:
    return put_back(scene.path, chosen(scene.path, "previous", lambda _: None), now())


KINDS: dict[str, tuple[Callable[[Path], Scene], Deed]] = {
    "add": (begun, add),
    "edit": (begun, lambda scene: scene.space.do(people.edit, 2, about="x" * 9000)),
    "delete": (begun, delete),
    "undo": (begun, lambda scene: scene.space.undo()),
    "redo": (undone, lambda scene: scene.space.redo()),
    "import": (begun, bring),
    "first save": (nothing_yet, add),
    "first of the day": (before_the_copy, add),
    "keep what came from outside": (scripted, lambda scene: scene.space.keep_outside()),
    "go back": (scripted, lambda scene: scene.space.go_back()),
    "copy by hand": (begun, lambda scene: back_up(scene.path, now())),
    "restore": (begun, restore),
    "stock TinyDB through our storage": (begun, by_tinydb),
}


def every_fault(folder: Path, kind: str, fault: int, patch: pytest.MonkeyPatch) -> int:
    """Let each call fail in turn; how many there were."""
    begin, deed = KINDS[kind]
    for at in count(1):
        (folder / str(at)).mkdir(parents=True)
        scene = begin(folder / str(at) / "circle.json")
        path = scene.store.path
        book, names, data = scene.space.book, _names(scene), path.read_bytes() if path.exists() else None
        failing = Failing(fault, at)
        error = None
        with patch.context() as patched:
            patched.setattr(disk, "os", failing)
            patched.setattr(lock, "os", failing)
            try:
                deed(scene)
            except GiveNetError as raised:
                error = raised
        if failing.calls < at:
            assert error is None
            return at - 1
        if error is not None:
            assert scene.space.book is book, "the memory is as it was"
            assert _names(scene) == names
            assert (path.read_bytes() if path.exists() else None) == data, "and so is the file"
            assert re.search(r"\. |: ", error.sentence)
        _look(scene, kind, came=error is None)
    raise AssertionError


def _names(scene: Scene) -> tuple[str | None, str | None]:
    return scene.space.undoable, scene.space.redoable


def _look(scene: Scene, kind: str, *, came: bool) -> None:
    """The file opens as what was last saved, and the next write succeeds and sweeps up."""
    path = scene.store.path
    again = opened(path)
    assert again.problems == ()
    is_outside = kind in {"keep what came from outside", "go back"} and not came
    assert (again.changed_outside is not None) == is_outside
    if is_outside:
        again.keep_outside()
    space = Workspace(again, FixedClock(datetime(2026, 11, 22, 11)))  # noqa: DTZ001
    space.do(people.add, name="the next")
    bring(Scene(path, space))  # which makes a copy, and so sweeps among the copies as well
    assert "the next" in {one.name for one in opened(path).book.people.values()}
    assert sorted(path.parent.rglob("*.saving")) == []
    assert backups.backups(path)


def kinds_and_faults() -> Iterator[tuple[str, int]]:
    for number, kind in enumerate(KINDS):
        yield kind, (*FAULTS, SHORT)[number % 7]


@pytest.mark.parametrize(("kind", "fault"), list(kinds_and_faults()))
def test_each_call_of_each_kind_of_change_may_fail(
    tmp_path: Path, kind: str, fault: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert every_fault(tmp_path, kind, fault, monkeypatch) >= 10


@pytest.mark.soak
def test_each_fault_at_each_call_of_each_kind_of_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = sum(
        every_fault(tmp_path / f"{kind}-{fault}", kind, fault, monkeypatch)
        for kind in KINDS
        for fault in (*FAULTS, SHORT)
    )
    print(f"\n{cases} injected errors: each left the old book or the new one")  # noqa: T201
    assert cases >= 500


# --- a program that ends in the middle -----------------------------------------------------------


class Ending(Failing):
    """The `os` module in a program that ends before, after or half-way through one call."""

    def __init__(self, at: int, when: str) -> None:
        super().__init__(SHORT, at)
        self.when = when

    def _guarded(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            if self.calls != self.at:
                return real(*args, **kwargs)
            if self.when == "half" and name == "writev":
                real(args[0], half(args[1]))
            elif self.when == "after":
                with suppress(OSError):
                    real(*args, **kwargs)
            os._exit(9)

        return call


def ended(scene: Scene, deed: Deed, ending: Ending) -> bool:
    """Do it in a child that ends in the middle; whether it did."""
    child = os.fork()
    if child == 0:
        try:
            for module in (disk, lock):
                setattr(module, "os", ending)  # noqa: B010
            deed(scene)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def every_exit(folder: Path, kind: str, when: str) -> int:
    begin, deed = KINDS[kind]
    for at in count(1):
        (folder / str(at)).mkdir(parents=True)
        scene = begin(folder / str(at) / "circle.json")
        path = scene.store.path
        old = path.read_bytes() if path.exists() else None
        if not ended(scene, deed, Ending(at, when)):
            return at - 1
        if path.exists() and path.read_bytes() != old:
            opened(path)  # a new one, and whole
        settled = kind not in {"keep what came from outside", "go back"}
        _look(scene, kind, came=settled or opened(path).changed_outside is None)
    raise AssertionError


@pytest.mark.soak  # it forks, which a worker with threads does not like
@pytest.mark.parametrize(("kind", "when"), [("add", "before"), ("import", "half"), ("first save", "after")])
def test_a_program_may_end_at_each_call(tmp_path: Path, kind: str, when: str) -> None:
    assert every_exit(tmp_path, kind, when) >= 10


@pytest.mark.soak
def test_a_program_may_end_before_after_and_half_way_through_each_call_of_each_kind(tmp_path: Path) -> None:
    points = sum(
        every_exit(tmp_path / f"{kind}-{when}", kind, when) for kind in KINDS for when in ("before", "after", "half")
    )
    print(f"\n{points} points at which a program ended: each left the old book or the new one")  # noqa: T201
    assert points >= 200
