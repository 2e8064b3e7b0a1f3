"""Every trouble a book can be in: how it comes about, and what is said of it, in the app and from the command line."""

import errno
import fcntl
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pytest

from givenet_tui.paths import companion_dir
from givenet_tui.store import disk
from givenet_tui.store.check import keep_outside
from tests.cli.conftest import GiveNet
from tests.factories import person
from tests.hostile import NASTY
from tests.store.books import SAMPLES, by_hand, documents, now

Tables = dict[str, Any]


@dataclass
class Scene:
    """A book that was saved twice, and what a trouble is made with."""

    givenet: GiveNet
    patch: pytest.MonkeyPatch
    held: list[IO[str]] = field(default_factory=list)
    """What is open until the story ends."""

    @property
    def file(self) -> Path:
        return self.givenet.file

    @property
    def beside(self) -> Path:
        return companion_dir(self.file)


def begun(givenet: GiveNet, patch: pytest.MonkeyPatch) -> Scene:
    """One record of each kind, and someone who came later."""
    givenet.hold(*(record for record in SAMPLES if record.table != "meta"))
    givenet.hold(person(f"Grace {NASTY[1]}"))
    return Scene(givenet, patch)


@dataclass(frozen=True)
class Says:
    """How a command ends, and what it says about the trouble, as a regular expression; empty: not a word."""

    code: int
    words: str = ""


@dataclass(frozen=True)
class Trouble:
    """A row. The book's bytes stay what they were, unless a command that writes ends with 0, or it is mended."""

    make: Callable[[Scene], object]
    opens: str
    """What the app shows when it is opened; what it says when it cannot be."""
    keeps: str
    """What it shows when someone is added in it; empty: one does not come that far."""
    reads: Says
    writes: Says
    check: Says
    repair: Says
    is_mended: bool = False
    keeps_a_copy: bool = False
    """Whether the mended book's original is kept: it is, when its bytes were changed."""


# --- how they come about -------------------------------------------------------------------------


def holding(data: Callable[[bytes], bytes]) -> Callable[[Scene], object]:
    """Other bytes in the file."""
    return lambda scene: scene.file.write_bytes(data(scene.file.read_bytes()))


def with_no_copy(scene: Scene) -> None:
    scene.file.write_bytes(scene.file.read_bytes()[:-60])
    shutil.rmtree(scene.beside)


def written(harm: Callable[[Tables], object], *, settled: bool = True) -> Callable[[Scene], None]:
    """A script writes into the file; `settled`: the user has said that it stays."""

    def make(scene: Scene) -> None:
        tables = documents(scene.file)
        harm(tables)
        by_hand(scene.file, tables)
        if settled:
            keep_outside(scene.file, now)

    return make


def a_folder(scene: Scene) -> None:
    scene.file.unlink()
    scene.file.mkdir()


def not_to_be_read(scene: Scene) -> None:
    """Whoever runs the tests as root may do everything: so the system's answer is put in its mouth."""
    opens = os.open

    def refuse(path: Any, *args: Any, **kwargs: Any) -> int:
        if path == scene.file:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opens(path, *args, **kwargs)

    scene.patch.setattr(os, "open", refuse)


def not_to_be_written(scene: Scene) -> None:
    may = os.access
    scene.patch.setattr(os, "access", lambda place, how: how != os.W_OK and may(place, how))


def on_a_read_only_disk(scene: Scene) -> None:
    not_to_be_written(scene)
    looks = os.statvfs

    class ReadOnly:
        def __init__(self, path: Any) -> None:
            self.f_flag = looks(path).f_flag | os.ST_RDONLY

    scene.patch.setattr(os, "statvfs", ReadOnly)


def on_a_full_disk(scene: Scene) -> None:
    class Full:
        def __getattr__(self, name: str) -> Any:
            return self.full if name in {"write", "writev"} else getattr(os, name)

        def full(self, *_: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    scene.patch.setattr(disk, "os", Full())


def left_by_the_dead(scene: Scene) -> None:
    """The system has let go of the lock; its file is there, and half of what was being saved."""
    assert (scene.beside / "lock").exists()
    scene.file.with_name(f".{scene.file.name}.saving").write_bytes(b'{\n"people": {\n"2": {"na')
    scene.file.with_name(f".{scene.file.name}.saving").chmod(0o600)


def held_by_the_living(scene: Scene) -> None:
    handle = (scene.beside / "lock").open()
    fcntl.flock(handle, fcntl.LOCK_EX)
    scene.held.append(handle)


def a_link(scene: Scene) -> None:
    """The book lies elsewhere, with what belongs to it."""
    elsewhere = scene.file.with_name("real.json")
    scene.file.rename(elsewhere)
    scene.beside.rename(companion_dir(elsewhere))
    scene.file.symlink_to(elsewhere.name)


def a_link_to_nothing(scene: Scene) -> None:
    shutil.rmtree(scene.beside)
    scene.file.unlink()
    scene.file.symlink_to("real.json")


def a_circle(scene: Scene) -> None:
    a_link_to_nothing(scene)
    scene.file.with_name("real.json").symlink_to(scene.file.name)


def back_in_time(scene: Scene) -> None:
    scene.givenet.clock.move(days=-400)


# --- the table -----------------------------------------------------------------------------------

FINE, SOUND = Says(0), Says(0, "^The book is sound.$")
OPEN, ADDED = "Ada Lovelace offered today", "Emmy Noether: added to your circle"
RESCUE, RESTORE = "This book cannot be read .*", r"`givenet restore` puts back all that was last saved \(2 people\)"


def damaged(make: Callable[[Scene], object], fault: str, offer: str = RESTORE, opens: str = "") -> Trouble:
    """The file is no book: it is refused by all, and a copy of it is offered."""
    said = Says(1, f"is damaged: {fault}.* It was left as it is. .*{offer}")
    return Trouble(make, opens or f"{RESCUE}is damaged: {fault}", "", said, said, said, said)


def refused(make: Callable[[Scene], object], why: str) -> Trouble:
    """The file is out of reach: one sentence, for all."""
    said = Says(1, why)
    return Trouble(make, why, "", said, said, said, said)


def read_only(make: Callable[[Scene], object], why: str) -> Trouble:
    """It is read, and every change of it is refused."""
    said = Says(1, f"open for reading only: {why}")
    return Trouble(make, said.words, said.words, Says(0, said.words), said, said, said)


NO_COPY = "There is no sound copy beside it: look at your own backups"
GONE = Says(1, f"has gone: it was saved there before, and is not there now. {RESTORE}. To begin a new book there, move")
HIDDEN = "1 record of the book cannot be read and is not shown. It stays in the file: `givenet check` names it."
BAD_NAME = Says(
    1, r"people 2 is not shown: its name is a whole number where a text belongs. It stays in the file as it is."
)
FULL = "was not saved: the disk is full. Free some space, then do it again. Nothing was changed."
NOBODY = "people 2 names what is not in the book: introduced_by 99."

TROUBLES = {
    "a torn file": damaged(holding(lambda data: data[:-60]), "it breaks off at byte [0-9]+ in imports 10"),
    "a torn file without a copy": damaged(with_no_copy, "it breaks off at byte", NO_COPY, opens=NO_COPY),
    "an empty file": damaged(holding(lambda _: b""), "it is empty"),
    "a file full of NUL": damaged(holding(lambda data: bytes(len(data))), "it holds nothing but [0-9]+ blank bytes"),
    "no JSON": damaged(holding(lambda _: b"Dear Ada,"), "a table or the book itself should begin at byte 0"),
    "JSON that is no book": damaged(holding(lambda _: b'["Ada"]'), "a table or the book itself should begin at byte 0"),
    "a field of the wrong type": Trouble(
        written(lambda t: t["people"]["2"].update(name=5)),
        opens=HIDDEN, keeps=ADDED, reads=Says(0, HIDDEN), writes=Says(0, HIDDEN), check=BAD_NAME, repair=BAD_NAME,
    ),
    "a reference to nobody": Trouble(
        written(lambda t: t["people"]["2"].update(introduced_by=99)),
        opens=OPEN, keeps=ADDED, reads=FINE, writes=FINE, check=Says(1, f"{NOBODY}.* can be mended"),
        repair=Says(0, "1 problem mended; nothing is left. The original is kept as a copy."),
        is_mended=True, keeps_a_copy=True,
    ),
    "a newer schema": read_only(
        written(lambda t: t["meta"]["1"].update(schema=99), settled=False),
        r"a newer GiveNet has written it \(schema 99, this one knows 1\). Install the newer one to write in it.",
    ),
    "a folder in its place": refused(a_folder, "cannot be read: it is a folder. Name a file with --file."),
    "no permission to read": refused(not_to_be_read, "GiveNet may not read it. Look at the permissions"),
    "no permission to write": read_only(not_to_be_written, "GiveNet may not write there. Look at the permissions"),
    "a disk that can only be read": read_only(on_a_read_only_disk, "that disk can only be read. Open a book elsewhere"),
    "a full disk": Trouble(
        on_a_full_disk, opens=OPEN, keeps=FULL,
        reads=FINE, writes=Says(1, FULL),
        check=SOUND, repair=SOUND,
    ),
    "a lock left by the dead": Trouble(
        left_by_the_dead, opens=OPEN, keeps=ADDED, reads=FINE, writes=FINE,
        check=Says(1, r"\.givenet\.json\.saving was left by a program that was killed. +can be mended"),
        repair=Says(0, "1 problem mended; nothing is left.$"), is_mended=True,
    ),
    "a lock held by the living": Trouble(
        held_by_the_living, opens=OPEN, keeps="another program has been busy with it for ten seconds",
        reads=FINE, writes=Says(1, "another program has been busy with it .* look for a GiveNet that hangs"),
        check=SOUND, repair=SOUND,
    ),
    "a link to the book": Trouble(a_link, OPEN, ADDED, FINE, FINE, SOUND, SOUND),
    "a link to nothing": Trouble(
        a_link_to_nothing, "GiveNet is for fewer, deeper relationships", ADDED, FINE, FINE,
        check=Says(0, "There is no book at .*real.json yet"), repair=Says(0, "There is no book at .*real.json yet"),
    ),
    "links in a circle": refused(a_circle, "circle|leads nowhere"),
    "a book that has gone": Trouble(
        lambda scene: scene.file.unlink(), "This book has gone .*has gone: it was saved there before", "",
        GONE, GONE, GONE, GONE,
    ),
    "a clock that jumped back": Trouble(back_in_time, "Saturday 18 October", ADDED, FINE, FINE, SOUND, SOUND),
}  # fmt: skip
