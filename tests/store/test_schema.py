"""The steps between the file's versions: none yet, and the way they will go."""

import json
from pathlib import Path

import pytest

from givenet_tui.domain.change import added
from givenet_tui.domain.settings import Meta
from givenet_tui.domain.undoing import taken_back
from givenet_tui.store import loading, schema, store
from givenet_tui.store.backups import backups
from givenet_tui.store.copies import chosen
from givenet_tui.store.restoring import put_back
from givenet_tui.store.schema import Documents, schema_of, upgraded
from tests.factories import person
from tests.store.books import documents, now, opened, rename


def nickname_becomes_name(documents: Documents) -> None:
    for document in documents.get("people", {}).values():
        document["name"] = document.pop("called", "nobody")


def zoo_is_closed(documents: Documents) -> None:
    documents.pop("zoo", None)


STEPS = {1: nickname_becomes_name, 2: zoo_is_closed}


def test_there_is_a_step_for_every_schema_before_this_one() -> None:
    assert sorted(schema.STEPS) == list(range(1, schema.SCHEMA))


def test_steps_follow_each_other_and_keep_what_cannot_be_read() -> None:
    rows = {
        "people": [
            ("2", b'{"called": "Ada"}'),
            ("3", b'{"called": "A\\ud800"}'),
            ("4", b"5"),
            ("2", b'{"called":"A2"}'),
        ],
        "zoo": [("1", b"{}")],
    }
    assert schema_of(rows) == 1
    assert upgraded(rows, 1, STEPS, 3) == {
        "people": [
            ("3", b'{"called": "A\\ud800"}'),
            ("4", b"5"),
            ("2", b'{"called": "Ada"}'),
            ("2", b'{"name":"A2"}'),
        ],
        "meta": [("1", b'{"schema":3}')],
    }


def test_steps_begin_where_the_file_stands() -> None:
    rows = {"meta": [("1", b'{"schema":2,"file_id":"x"}')], "people": [("2", b'{"called":"Ada"}')]}
    assert schema_of(rows) == 2
    assert upgraded(rows, 2, STEPS, 3) == {
        "meta": [("1", b'{"schema":3,"file_id":"x"}')],
        "people": [("2", b'{"called":"Ada"}')],
    }


@pytest.fixture
def third(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of the third schema."""
    monkeypatch.setattr(schema, "SCHEMA", 3)
    monkeypatch.setattr(store, "SCHEMA", 3)
    monkeypatch.setattr(loading, "SCHEMA", 3)
    monkeypatch.setattr(schema, "STEPS", STEPS)


@pytest.mark.usefixtures("third")
def test_an_older_file_is_read_as_it_will_be_and_written_with_the_next_change(path: Path) -> None:
    data = b'{\n"meta": {\n"1": {"schema":1,"file_id":"x"}\n},\n"people": {\n"2": {"called":"Ada","own":[1]}\n}\n}\n'
    path.write_bytes(data)
    app = opened(path)
    assert app.book.person(2).name == "Ada"
    assert app.read_only is None
    assert app.refresh() is None
    assert path.read_bytes() == data
    rename(app, "Ada King")
    assert json.loads(path.read_bytes())["meta"]["1"] == {"schema": 3, "file_id": "x"}
    assert documents(path)["people"]["2"]["own"] == [1]
    assert "called" not in documents(path)["people"]["2"]
    assert opened(path).book.find(Meta, 1) == Meta(id=1, schema=3, file_id="x")


@pytest.mark.usefixtures("third")
def test_an_older_program_that_writes_meanwhile_is_understood(path: Path) -> None:
    path.write_bytes(b'{"people": {"2": {"called": "Ada"}}}')
    app = opened(path)
    path.write_bytes(b'{"people": {"2": {"called": "Ada King"}}}')
    outside = app.refresh()
    assert outside
    assert app.book.person(2).name == "Ada King"


@pytest.mark.usefixtures("third")
def test_a_copy_of_an_older_file_is_put_back_as_it_is_and_taken_back_again(path: Path) -> None:
    old = b'{"people": {"2": {"called": "Ada"}}}'
    path.write_bytes(old)
    rename(opened(path), "Ada King")
    (copy,) = backups(path)
    assert (copy.why, copy.path.read_bytes()) == ("before schema 3", old)
    put_back(path, chosen(path, copy.path.name, lambda _: None), now())
    assert path.read_bytes() == old
    app = opened(path)
    assert app.book.person(2).name == "Ada"
    assert app.changed_outside is None
    app.commit(lambda _: added("more", person("Grace")))
    app.turn("undo", lambda _, change: change.inverse())
    app.turn("undo", taken_back)
    assert app.book.person(2).name == "Ada King"
