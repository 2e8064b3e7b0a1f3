"""Each call to the system may fail: the old book stands, in the file and in memory, and the next save goes through."""

import errno
import fcntl
import os
import stat
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from givenet_tui.domain.change import added
from givenet_tui.store import disk, lock
from givenet_tui.store.errors import CouldNotRead, CouldNotWrite, StoreError
from givenet_tui.store.store import FileStore
from tests.factories import person
from tests.store.books import filled, opened, rename, same

FAULTS = {
    errno.ENOSPC: "disk is full",
    errno.EIO: "disk reports an error",
    errno.EACCES: "permissions",
    errno.EROFS: "only be read",
    errno.EDQUOT: "disk is full",
    errno.EINTR: "the system says",
}


class Failing:
    """The `os` module, of which one call fails, or that call and all after it."""

    def __init__(self, fault: int, at: int, for_good: bool = False) -> None:
        self.fault, self.at, self.for_good = fault, at, for_good
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self.guarded(name, real) if callable(real) and name != "close" else real

    def guarded(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.calls.append(name)
            if len(self.calls) == self.at or (self.for_good and len(self.calls) > self.at):
                raise OSError(self.fault, os.strerror(self.fault))
            return real(*args, **kwargs)

        return call

    @property
    def failed(self) -> bool:
        return len(self.calls) >= self.at


def every_fault(
    folder: Path, fault: int, for_good: bool, begin: Callable[[Path], FileStore], patch: pytest.MonkeyPatch
) -> list[str]:
    """Let each call of a save fail in turn; answer the calls there were."""
    for at in count(1):
        (folder / str(at)).mkdir()
        store = begin(folder / str(at) / "circle.json")
        path = store.path
        book, data = store.book, path.read_bytes() if path.exists() else None
        failing = Failing(fault, at, for_good)
        with patch.context() as patched:
            patched.setattr(disk, "os", failing)
            patched.setattr(lock, "os", failing)
            try:
                store.commit(lambda _: added("", person("Grace")))
            except StoreError as error:
                saved = False
                if not isinstance(error, CouldNotRead):
                    assert FAULTS[fault] in error.sentence
                    assert "Nothing was changed" in error.sentence
            else:
                saved = True
        if not failing.failed:
            assert saved
            return failing.calls
        if not saved:
            assert store.book is book
            if not for_good or not renamed_already(failing):
                assert (path.read_bytes() if path.exists() else None) == data
        if path.exists():
            opened(path)
        if not for_good:
            assert leftovers(path) == [] or failing.calls[at - 1] == "unlink"
        rename_or_add(store)
        assert same(opened(path).book, store.book)
        assert leftovers(path) == []
    raise AssertionError


def renamed_already(failing: Failing) -> bool:
    return failing.calls[: failing.at - 1].count("replace") == 3  # the day’s copy, the generation before, and the book


def leftovers(path: Path) -> list[Path]:
    return sorted(path.parent.rglob("*.saving"))


def rename_or_add(store: FileStore) -> None:
    store.commit(lambda _: added("", person("Hopper")))
    assert "Hopper" in {someone.name for someone in store.book.people.values()}


def new_book(path: Path) -> FileStore:
    return opened(path.parent / "new" / path.name)


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("fault", FAULTS, ids=errno.errorcode.get)
def test_each_call_of_a_save_may_fail(
    tmp_path: Path, fault: int, for_good: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = every_fault(tmp_path, fault, for_good, filled, monkeypatch)
    assert {"open", "writev", "fsync", "link", "replace", "stat"} <= set(calls)


@pytest.mark.parametrize("fault", FAULTS, ids=errno.errorcode.get)
def test_each_call_of_the_first_save_may_fail(tmp_path: Path, fault: int, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = every_fault(tmp_path, fault, False, new_book, monkeypatch)
    assert "mkdir" in calls


def test_a_short_write_is_gone_on_with(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(path)

    class Slow(Failing):
        def writev(self, handle: int, pieces: list[memoryview]) -> int:
            return os.write(handle, b"".join(pieces)[:7])

    monkeypatch.setattr(disk, "os", Slow(0, -1))
    rename(store, "Ada King")
    assert opened(path).book.person(2).name == "Ada King"


def test_the_generation_before_is_a_second_name_of_the_old_file(path: Path) -> None:
    store = filled(path)
    before, inode = path.read_bytes(), path.stat().st_ino
    rename(store, "Ada King")
    previous = path.with_name("circle.json.d") / "previous.json"
    assert previous.read_bytes() == before
    assert previous.stat().st_ino == inode


def test_the_generation_before_is_a_copy_where_there_are_no_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(path)
    before = path.read_bytes()

    class Linkless(Failing):
        def link(self, *_: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(disk, "os", Linkless(0, -1))
    rename(store, "Ada King")
    previous = path.with_name("circle.json.d") / "previous.json"
    assert previous.read_bytes() == before
    assert leftovers(path) == []


def test_the_bytes_are_on_disk_before_the_file_has_its_name_and_the_name_before_it_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(path)
    rename(store, "Ada")  # with the day's copy
    watching = Failing(0, -1)
    monkeypatch.setattr(disk, "os", watching)
    rename(store, "Ada King")
    order = [call for call in watching.calls if call in {"writev", "fsync", "replace"}]
    synced = order.index("fsync")
    assert set(order[:synced]) == {"writev"}
    previous, announced, renamed = "replace", ["writev"], "replace"
    assert order[synced : synced + 5] == ["fsync", previous, *announced, renamed, "fsync"]


def test_what_a_killed_program_left_is_swept_away_by_the_next_save(path: Path) -> None:
    store = filled(path)
    path.with_name(".circle.json.saving").write_bytes(b"half")
    (path.with_name("circle.json.d") / "previous.saving").write_bytes(b"half")
    rename(store, "Ada King")
    assert leftovers(path) == []


def test_a_disk_on_which_folders_need_no_sync_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(path)

    class Foldersyncless(Failing):
        def fsync(self, handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(disk, "os", Foldersyncless(0, -1))
    rename(store, "Ada King")
    assert opened(path).book.person(2).name == "Ada King"


def test_a_busy_lock_is_waited_for_and_then_a_sentence_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(path)
    monkeypatch.setattr(lock, "PAUSES", (0.0, 0.0))
    with lock.locked(path), pytest.raises(CouldNotWrite, match="busy"):
        rename(store, "Ada King")
    assert opened(path).book.person(2).name == "Ada Lovelace"
    rename(store, "Ada King")


def test_a_lock_that_was_taken_away_meanwhile_is_asked_for_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(path)
    file = path.with_name("circle.json.d") / "lock"
    flock = fcntl.flock

    def takes_it_away(handle: int, operation: int) -> None:
        flock(handle, operation)
        if not taken:
            taken.append(file.rename(file.with_name("taken")))

    taken: list[Path] = []
    monkeypatch.setattr(fcntl, "flock", takes_it_away)
    rename(store, "Ada King")
    assert taken
    assert file.exists()
