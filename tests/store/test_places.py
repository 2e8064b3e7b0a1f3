"""Where the book lies, whose it is, and that a link stays a link."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from givenet_tui.domain.errors import GiveNetError
from givenet_tui.paths import book_path, companion_dir
from givenet_tui.store.errors import CouldNotWrite
from tests.store.books import filled, opened, rename


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_the_book_and_its_folders_are_the_users_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "deep" / "deeper" / "circle.json"
    rename(filled(path), "Ada King")
    beside = companion_dir(path)
    assert [mode(folder) for folder in (path.parent.parent, path.parent, beside)] == [0o700] * 3
    private = {file.relative_to(beside).parts[0]: mode(file) for file in beside.rglob("*") if file.is_file()}
    assert private == dict.fromkeys(("lock", "previous.json", "last", "journal", "backups"), 0o600)
    assert mode(beside / "backups") == 0o700
    assert mode(path) == 0o600
    rename(opened(path), "Ada Lovelace")


def test_a_folder_that_was_there_keeps_its_mode_and_a_readable_book_becomes_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    path = tmp_path / "circle.json"
    path.write_bytes(b'{"people": {"2": {"name": "Ada"}}}')
    path.chmod(0o644)
    rename(opened(path), "Ada King")
    assert mode(tmp_path) == 0o755
    assert mode(path) == 0o600
    assert mode(companion_dir(path) / "previous.json") == 0o600


@pytest.mark.parametrize("there", [True, False], ids=["to a book", "to nothing yet"])
def test_a_link_stays_a_link(tmp_path: Path, there: bool) -> None:
    (tmp_path / "cloud").mkdir()
    real, link = tmp_path / "cloud" / "real.json", tmp_path / "circle.json"
    link.symlink_to(Path("cloud") / "real.json")
    if there:
        filled(real)
        rename(opened(link), "Ada King")
    else:
        filled(link)
    assert link.is_symlink()
    assert not real.is_symlink()
    assert opened(real).book.people
    assert sorted(file.name for file in tmp_path.iterdir()) == ["circle.json", "cloud"]
    assert companion_dir(book_path(link, {})) == companion_dir(real)


def test_a_book_that_may_not_be_written_says_so_and_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = filled(path).path.read_bytes()
    forbidden = {path}
    real = os.access
    monkeypatch.setattr(
        os, "access", lambda place, how: real(place, how) and not (how == os.W_OK and place in forbidden)
    )
    store = opened(path)
    assert store.read_only
    assert "may not write" in store.read_only
    with pytest.raises(CouldNotWrite, match="may not write"):
        rename(store, "Ada King")
    assert path.read_bytes() == data
    forbidden.clear()
    assert store.read_only is None
    rename(store, "Ada King")


def test_a_new_book_in_a_folder_that_may_not_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    monkeypatch.setattr(
        os, "access", lambda place, how: real(place, how) and not (how == os.W_OK and place == tmp_path)
    )
    assert opened(tmp_path / "new" / "circle.json").read_only


def test_the_path_given_goes_before_the_environment_and_that_before_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = {"GIVENET_FILE": str(tmp_path / "env.json")}
    assert book_path(str(tmp_path / "given.json"), env) == tmp_path / "given.json"
    assert book_path(None, env) == tmp_path / "env.json"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for nothing in ({}, {"GIVENET_FILE": ""}):
        default = book_path(None, nothing)
        assert default.name == "givenet.json"
        assert default.parent.name == "givenet"
        assert default.is_relative_to(tmp_path)


def test_a_tilde_and_a_relative_path_are_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert book_path("~/circle.json", {}) == tmp_path / "circle.json"
    assert book_path(None, {"GIVENET_FILE": "~/circle.json"}) == tmp_path / "circle.json"
    assert book_path("circle.json", {}) == tmp_path / "circle.json"


@pytest.mark.parametrize("nowhere", ["~nobody-of-this-name/x.json", "a\0b", "circle"])
def test_a_path_that_leads_nowhere_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nowhere: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("circle").symlink_to("elcric")
    Path("elcric").symlink_to("circle")
    with pytest.raises(GiveNetError, match=r"nowhere|circle"):
        opened(book_path(nowhere, {}))


def test_what_belongs_to_a_book_stands_beside_it() -> None:
    assert companion_dir(Path("/a/b.json")) == Path("/a/b.json.d")
