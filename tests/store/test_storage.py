"""TinyDB over BookStorage: its own API, without what its own storage loses."""

import stat
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.table import Document

from givenet_tui.store import disk
from givenet_tui.store.errors import CouldNotWrite, Damaged
from givenet_tui.store.storage import BookStorage
from tests.store.books import by_hand, documents, filled, opened, rename


def test_a_new_file_is_made_by_the_first_write(path: Path) -> None:
    with TinyDB(path, storage=BookStorage) as db:
        assert db.table("people").all() == []
        assert not path.exists()
        assert db.table("people").insert({"name": "Ada"}) == 1
    assert path.read_bytes() == b'{\n"people": {\n"1": {"name":"Ada"}\n}\n}\n'
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert opened(path).book.person(1).name == "Ada"


def test_what_it_writes_is_the_books_own_layout(path: Path) -> None:
    filled(path)
    before = path.read_bytes()
    with TinyDB(path, storage=BookStorage) as db:
        db.table("people").insert(Document({"name": "Grace \u00e9"}, doc_id=1))
        assert db.table("people").get(where("name") == "Grace é") == {"name": "Grace é"}
        db.table("people").remove(doc_ids=[1])
    assert path.read_bytes() == before


def test_a_write_over_what_came_in_since_the_read_is_refused(path: Path) -> None:
    store = filled(path)
    storage = BookStorage(path)
    tables = storage.read()
    assert tables
    rename(store, "Ada King")
    with pytest.raises(CouldNotWrite, match="meanwhile"):
        storage.write(tables)
    assert documents(path)["people"]["2"]["name"] == "Ada King"
    again = storage.read()
    assert again
    storage.write(again)
    storage.write(again)


def test_a_failed_write_leaves_nothing_behind_in_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    before = path.read_bytes()
    with TinyDB(path, storage=BookStorage) as db:
        with monkeypatch.context() as patch:
            patch.setattr(disk, "replace", no_space)
            with pytest.raises(CouldNotWrite, match="disk is full"):
                db.table("people").update({"name": "Lost"})
        assert path.read_bytes() == before
        assert db.table("people").get(where("name") == "Lost") is None
        with pytest.raises(TypeError):
            db.table("people").update({"name": object()})
        assert db.table("people").get(doc_id=2)["name"] == "Ada Lovelace"
    assert path.read_bytes() == before


def no_space(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_what_stands_oddly_in_the_file_is_kept(path: Path) -> None:
    path.write_bytes(b'{"people": {"ada": {"n": NaN}, "2": {"name": "A\\ud800"}}, "zoo": {"b": {}, "a": {}}}')
    storage = BookStorage(path)
    tables = storage.read()
    assert tables
    storage.write(tables)
    assert path.read_bytes() == (
        b'{\n"people": {\n"ada": {"n":NaN},\n"2": {"name":"A\\ud800"}\n},\n"zoo": {\n"b": {},\n"a": {}\n}\n}\n'
    )


def test_a_number_too_long_for_python_is_damage_to_it(path: Path) -> None:
    path.write_bytes(b'{"people": {"2": {"n": %b}}}' % (b"1" * 5000))
    with pytest.raises(Damaged, match="number too long"):
        BookStorage(path).read()


def test_dropping_all_tables_leaves_an_empty_book(path: Path) -> None:
    by_hand(path, {"people": {"2": {"name": "Ada"}}})
    with TinyDB(path, storage=BookStorage) as db:
        db.drop_tables()
    assert path.read_bytes() == b"{}\n"
    assert opened(path).book.is_empty
