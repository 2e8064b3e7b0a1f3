"""Stock TinyDB opens the book, and the book opens what stock TinyDB wrote."""

import json
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.table import Document

from givenet_tui.domain.book import KINDS_OF_RECORD
from givenet_tui.domain.records import Record
from givenet_tui.store.records import encode
from tests.store.books import SAMPLES, documents, filled, opened, rename

TABLES = [kind.table for kind in KINDS_OF_RECORD]
SAMPLE = {sample.table: sample for sample in SAMPLES}


def fields(record: Record) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(encode(record))
    return document


def without_creation(record: Record) -> dict[str, Any]:
    return {key: value for key, value in fields(record).items() if key != "created_at"}


@pytest.mark.parametrize("table", TABLES)
def test_stock_tinydb_reads_every_record_as_it_was_written(path: Path, table: str) -> None:
    store = filled(path)
    with TinyDB(path) as db:
        (document,) = db.table(table).all()
    assert document.doc_id == SAMPLE[table].id
    record = store.book.records[table][document.doc_id]
    assert dict(document) == fields(record)


@pytest.mark.parametrize("table", TABLES)
def test_stock_tinydb_inserts_updates_and_removes_in_every_table(path: Path, table: str) -> None:
    app = filled(path)
    kept = dict(app.book.records[table])
    with TinyDB(path) as db:
        inserted = db.table(table).insert(without_creation(SAMPLE[table]) | {"note": "by a script"})
        other = db.table(table).insert(without_creation(SAMPLE[table]))
        db.table(table).update({"mood": {"of": ["the", "script"]}}, doc_ids=[SAMPLE[table].id])
        db.table(table).remove(doc_ids=[other])
    if table != "meta":
        outside = app.refresh()
        assert outside
        assert [(edit.id, edit.before) for edit in outside.edits] == [(inserted, None)]
    store = opened(path)
    assert not store.problems
    assert store.read_only is None
    assert set(store.book.records[table]) == {SAMPLE[table].id, inserted}
    assert store.book.records[table][SAMPLE[table].id] == kept[SAMPLE[table].id]
    store.keep_outside()
    rename(store, "Ada King")
    after = documents(path)[table]
    assert after[str(inserted)]["note"] == "by a script"
    assert after[str(SAMPLE[table].id)]["mood"] == {"of": ["the", "script"]}


def test_stock_tinydb_finds_by_query_what_the_book_wrote(path: Path) -> None:
    filled(path)
    with TinyDB(path) as db:
        assert [row.doc_id for row in db.table("people").search(where("tags").any(["maths"]))] == [2]
        assert db.table("offers").get(where("month") == "2026-11") is not None


def test_tables_of_ones_own_and_the_default_table_are_kept(path: Path) -> None:
    filled(path)
    with TinyDB(path) as db:
        db.insert({"in": "the default table"})
        db.table("zoo").insert(Document({"animal": "gnu"}, doc_id=77))
    store = opened(path)
    store.keep_outside()
    rename(store, "Ada King")
    with TinyDB(path) as db:
        assert db.all() == [{"in": "the default table"}]
        assert db.table("zoo").get(doc_id=77) == {"animal": "gnu"}
        assert db.table("people").get(doc_id=2)["name"] == "Ada King"


def test_a_book_whose_tables_were_all_dropped_is_an_empty_book(path: Path) -> None:
    filled(path)
    with TinyDB(path) as db:
        db.drop_tables()
    store = opened(path)
    assert store.book.is_empty
    assert store.read_only is None
