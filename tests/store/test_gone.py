"""A book that has gone while what belongs to it is still there is no new book."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from givenet_tui.domain.change import added
from givenet_tui.paths import companion_dir
from givenet_tui.store import disk, last
from givenet_tui.store.check import check, repair
from givenet_tui.store.copies import candidates, chosen
from givenet_tui.store.errors import Damaged, Gone
from givenet_tui.store.layout import render
from givenet_tui.store.restoring import put_back
from tests.factories import person
from tests.hostile import NASTY
from tests.store.books import filled, now, opened, rename

ADA, BO, GRACE = person("Ada Lovelace"), person(NASTY[0]), person("Grace Hopper")


def saved(path: Path) -> None:
    """Three saves, the last of which is in no copy."""
    for one in (ADA, BO, GRACE):
        opened(path).commit(lambda _, one=one: added("", one))  # type: ignore[misc]


def names(path: Path) -> list[str]:
    return [one.name for one in opened(path).book.people.values()]


def test_it_is_not_taken_for_a_new_one_and_nothing_is_written(path: Path) -> None:
    saved(path)
    path.unlink()
    beside = {file: file.read_bytes() for file in companion_dir(path).rglob("*") if file.is_file()}
    with pytest.raises(Gone, match=r"has gone.*all that was last saved \(3 people\).*move .* away first"):
        opened(path)
    (finding,) = check(path, now).findings
    assert "has gone" in finding.sentence
    assert not finding.can_be_mended
    assert repair(path, now).findings == (finding,)
    assert not path.exists()
    assert beside == {file: file.read_bytes() for file in companion_dir(path).rglob("*") if file.is_file()}


def test_the_last_change_comes_back_although_it_is_in_no_copy(path: Path) -> None:
    saved(path)
    whole = path.read_bytes()
    path.unlink()
    assert put_back(path, chosen(path, "", lambda _: None), now()) is None, "there was nothing to keep"
    assert path.read_bytes() == whole
    assert opened(path).changed_outside is None


def test_a_book_that_was_saved_once_comes_back_too(path: Path) -> None:
    opened(path).commit(lambda _: added("", ADA))
    path.unlink()
    put_back(path, chosen(path, "", lambda _: None), now())
    assert names(path) == [ADA.name]


@pytest.mark.parametrize("traces", [("last",), ("journal",), ("previous.json",), ("backups",)])
def test_any_trace_of_a_save_is_enough(path: Path, traces: tuple[str, ...]) -> None:
    saved(path)
    path.unlink()
    for beside in companion_dir(path).iterdir():
        if beside.name not in traces:
            shutil.rmtree(beside) if beside.is_dir() else beside.unlink()
    with pytest.raises(Damaged, match="has gone"):
        opened(path)


def test_with_its_folder_moved_away_a_new_book_begins(path: Path) -> None:
    saved(path)
    path.unlink()
    companion_dir(path).rename(path.with_name("away"))
    filled(path)
    assert opened(path).problems == ()


def test_a_program_killed_in_the_very_first_save_leaves_nothing_that_has_gone(path: Path) -> None:
    companion_dir(path).mkdir(mode=0o700)
    last.announce(path, last.Print("12345678", 90), last.print_of([]), 0)
    assert opened(path).book.is_empty
    assert check(path, now).findings == ()


def test_a_book_that_another_program_made_and_that_went_again_is_not_written_anew(path: Path) -> None:
    early = opened(path)
    saved(path)
    path.unlink()
    with pytest.raises(Gone):
        early.refresh()
    with pytest.raises(Gone):
        early.commit(lambda _: added("", person("Emmy")))
    assert not path.exists()


def test_a_program_that_has_it_open_writes_it_anew_and_loses_nothing_when_it_is_killed_then(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(path)
    rename(store, "Ada King")
    whole = path.read_bytes()
    path.unlink()

    class Killed(Exception):
        """The program ends here."""

    class Ending:
        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def replace(self, source: Path, target: Path) -> None:
            if target == path:
                raise Killed
            source.replace(target)

    with monkeypatch.context() as patched:
        patched.setattr(disk, "os", Ending())
        with pytest.raises(Killed):
            rename(store, "Ada Byron")
    newest = next(copy.state for copy in candidates(path) if copy.state)
    assert b"".join(render(newest.tables)) == whole
    note = store.commit(lambda _: added("", GRACE)).note
    assert note is not None
    assert "had gone" in note
    path.write_bytes(b"{")
    put_back(path, chosen(path, "", lambda _: None), now())
    assert {"Ada King", GRACE.name} <= set(names(path))
