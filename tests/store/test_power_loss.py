"""A power loss keeps what was synced, and of the rest anything: the book is the old or the new one, never a third."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from givenet_tui.clock import FixedClock
from givenet_tui.domain.imports import bring_in
from givenet_tui.domain.people import Person, Source
from givenet_tui.domain.verbs import people
from givenet_tui.store import disk, lock
from givenet_tui.workspace import Workspace
from tests.store.books import filled, opened

Event = tuple[Any, ...]


@dataclass
class File:
    """A file's bytes as they were written, and as they were last synced."""

    written: bytes = b""
    synced: bytes | None = None
    before: bytes = b""
    """What was synced before the bytes that are under way."""

    def after_the_loss(self, dice: Random) -> bytes:
        """What is found afterwards: what was synced; of what was not, all, a part, zeros or nothing."""
        if self.synced == self.written:
            return self.written
        part = dice.randrange(len(self.written) + 1)
        kinds = (self.written, self.written[:part], bytes(len(self.written)), b"", self.synced or b"")
        return dice.choice(kinds)


@dataclass
class Disk:
    """The `os` module that remembers: names of each folder as they are, and as they were last synced."""

    root: Path
    names: dict[str, File] = field(default_factory=dict)
    kept: dict[str, File] = field(default_factory=dict)
    under_way: list[Event] = field(default_factory=list)
    handles: dict[int, str | File] = field(default_factory=dict)
    look: Callable[[], None] = lambda: None

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        note = getattr(self, f"_{name}", None) if name in NOTED else None
        if note is None:
            return real

        def call(*args: Any, **kwargs: Any) -> Any:
            self.look()
            result = real(*args, **kwargs)
            note(result, *args)
            self.look()
            return result

        return call

    def _open(self, handle: int, path: Any, flags: int, *_: Any) -> None:
        name = str(path)
        if flags & os.O_DIRECTORY:
            self.handles[handle] = name
            return
        if name not in self.names:
            self.names[name] = File()
            self.under_way.append(("name", name, self.names[name]))
        self.handles[handle] = self.names[name]
        if flags & os.O_WRONLY:  # what is written over begins at its first byte
            self.names[name].before, self.names[name].written = self.names[name].written, b""

    def _writev(self, count: int, handle: int, pieces: Any) -> None:
        file = self.handles.get(handle)
        if isinstance(file, File):
            file.written += b"".join(pieces)[:count]

    def _fsync(self, _: None, handle: int) -> None:
        what = self.handles.get(handle)
        if isinstance(what, File):
            what.synced = what.written
            return
        for event in [one for one in self.under_way if str(Path(one[1]).parent) == what]:
            self._apply(self.kept, event)
            self.under_way.remove(event)

    def _replace(self, _: None, source: Any, target: Any) -> None:
        self._done(("name", str(target), self.names[str(source)]), ("gone", str(source), None))

    def _link(self, _: None, source: Any, target: Any) -> None:
        self._done(("name", str(target), self.names[str(source)]))

    def _unlink(self, _: None, path: Any) -> None:
        self._done(("gone", str(path), None))

    def _done(self, *events: Event) -> None:
        for event in events:
            self._apply(self.names, event)
            self.under_way.append(event)

    @staticmethod
    def _apply(names: dict[str, File], event: Event) -> None:
        what, name, file = event
        if what == "name":
            names[name] = file
        else:
            names.pop(name, None)

    def found(self, dice: Random) -> dict[str, bytes]:
        """The files after a loss at this moment: of the names that were not synced any may have come through."""
        names = dict(self.kept)
        for event in self.under_way:
            if dice.random() < 0.5:
                self._apply(names, event)
        return {name: file.after_the_loss(dice) for name, file in names.items()}


NOTED = {"open", "writev", "fsync", "replace", "link", "unlink"}


def states(folder: Path, each: int, patch: pytest.MonkeyPatch) -> int:
    """Lose the power at every call of several changes, `each` times with other luck; how many states were looked at."""
    path = folder / "circle.json"
    filled(path)
    model = Disk(folder)
    for file in folder.rglob("*"):
        if file.is_file():
            model.names[str(file)] = model.kept[str(file)] = File(file.read_bytes(), file.read_bytes())
    space = Workspace(opened(path), FixedClock(datetime(2026, 11, 22, 10)))  # noqa: DTZ001
    dice, count = Random(3), 0
    found: list[dict[str, bytes]] = []

    def look() -> None:
        found.extend(model.found(dice) for _ in range(each))

    model.look = look
    for deed in DEEDS:
        before = space.book.records
        with patch.context() as patched:
            patched.setattr(disk, "os", model)
            patched.setattr(lock, "os", model)
            deed(space)
        books = [_after(files, folder) for files in found]
        assert all(book in (before, space.book.records) for book in books), "a third state"
        count += len(found)
        found.clear()
        look()
        books = [_after(files, folder) for files in found]
        assert all(book == space.book.records for book in books), "an acknowledged change is gone"
        found.clear()
    return count


DEEDS: tuple[Callable[[Workspace], object], ...] = (
    lambda space: space.do(people.edit, 2, about="looms " * 300),
    lambda space: space.do(people.add, name="Grace"),
    lambda space: space.undo(),
    lambda space: space.do(bring_in, "x.vcf", [Person(name="Emmy", sources=(Source("vcard", "e"),))]),
    lambda space: space.do(people.edit, 2, about=""),
)


def _after(files: dict[str, bytes], folder: Path) -> Any:
    """The records of the book that is found after a loss."""
    with TemporaryDirectory(dir=folder.parent) as place:
        for name, data in files.items():
            file = Path(place) / Path(name).relative_to(folder)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return opened(Path(place) / "circle.json").book.records


def test_a_power_loss_leaves_the_old_book_or_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert states(_folder(tmp_path), 1, monkeypatch) > 100


@pytest.mark.soak
def test_two_thousand_states_after_a_power_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = states(_folder(tmp_path), 12, monkeypatch)
    print(f"\n{count} states after a power loss: none was a third one, no acknowledged change was gone")  # noqa: T201
    assert count >= 2000


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "before"
    folder.mkdir()
    return folder
