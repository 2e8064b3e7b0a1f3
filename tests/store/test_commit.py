"""A change is in the file and in the book, or in neither."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest

from givenet_tui import ports, workspace
from givenet_tui.clock import FixedClock
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit, added, edited
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import changed
from givenet_tui.domain.settings import Meta, Settings
from givenet_tui.domain.verbs import people
from givenet_tui.store.errors import CouldNotWrite
from givenet_tui.store.memory import MemoryStore
from givenet_tui.store.store import FileStore
from tests.factories import MADE, person
from tests.hostile import SURROGATES
from tests.store.books import SAMPLES, by_hand, documents, filled, now, opened, rename, renamed, same

Store = FileStore | MemoryStore


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, path: Path) -> Store:
    """Both stores: they behave alike."""
    people = [record for record in SAMPLES if record.table not in {"meta", "settings"}]
    return filled(path, *people) if request.param == "file" else MemoryStore(Book(people), now)


def test_both_stores_are_what_the_workspace_asks_for(path: Path) -> None:
    stores: list[ports.Store] = [opened(path), MemoryStore(Book(), now)]
    for store in stores:
        done = workspace.Workspace(store, FixedClock(datetime(2026, 11, 22))).do(people.add, name="Grace Hopper")  # noqa: DTZ001
        assert [someone.name for someone in store.book.people.values()] == ["Grace Hopper"]
        assert done.change


def test_a_missing_file_is_an_empty_book_and_nothing_is_written_before_the_first_change(path: Path) -> None:
    store = opened(path)
    assert store.book.is_empty
    assert not store.refresh()
    assert store.read_only is None
    assert list(path.parent.iterdir()) == []


def test_the_first_change_gives_the_file_its_schema_and_identity(path: Path) -> None:
    committed = opened(path).commit(lambda _: added("hello", person("Grace")))
    meta = documents(path)["meta"]["1"]
    assert meta["schema"] == 1
    assert len(meta["file_id"]) == 32
    assert [edit.table for edit in committed.change.edits] == ["people"], "undo does not take the identity away"
    assert committed.book.find(Meta, 1)
    assert rename_nobody(opened(path)) == meta, "and it never changes"


def rename_nobody(store: FileStore) -> object:
    store.commit(lambda _: added("more", person("Hopper")))
    return documents(store.path)["meta"]["1"]


def test_a_change_is_answered_as_it_was_written_and_reads_back(store: Store) -> None:
    committed = store.commit(lambda book: renamed(book, "Ada King"))
    assert committed.change.name == "renamed"
    assert committed.book is store.book
    assert committed.outside is None
    assert committed.note is None
    assert store.book.person(2).name == "Ada King"
    if isinstance(store, FileStore):
        assert same(opened(store.path).book, store.book)


@pytest.mark.parametrize("half", SURROGATES, ids=range(len(SURROGATES)))
def test_half_a_letter_in_what_was_done_does_not_cost_the_way_back(store: Store, half: str) -> None:
    ada = store.book.person(2)
    committed = store.commit(lambda _: edited(f"{half}: changed", ada, changed(ada, name=half)))
    assert committed.change.name == f"{store.book.person(2).name}: changed"
    assert store.undoable == committed.change.name
    store.turn("undo", lambda _, change: change.inverse())
    assert store.book.person(2) == ada


def test_a_refusal_changes_nothing(store: Store) -> None:
    before = store.book

    def refuse(book: Book) -> Change:
        raise Refusal("There is nothing to do.")

    with pytest.raises(Refusal, match="nothing to do"):
        store.commit(refuse)
    assert store.book is before


def test_a_change_that_begins_from_something_else_is_refused_whole(store: Store) -> None:
    before = store.book
    ada = before.person(2)
    stale = Change("", (Edit(None, person("New")), Edit(changed(ada, name="Other"), ada)))
    with pytest.raises(ValueError, match="no longer"):
        store.commit(lambda _: stale)
    assert store.book is before


def test_an_empty_change_writes_nothing(path: Path) -> None:
    store = filled(path)
    before = path.stat()
    committed = store.commit(lambda _: Change("nothing", ()))
    assert not committed.change
    assert path.stat() == before


def test_undone_and_done_again_the_file_is_the_same_to_the_letter(path: Path) -> None:
    store = filled(path)
    before = path.read_bytes()
    change = store.commit(
        lambda book: Change(
            "several tables",
            (
                Edit(book.person(2), None),
                *added("", person("Grace")).edits,
                *edited("", book.settings, changed(book.settings, circle_size=7)).edits,
            ),
        )
    ).change
    after = path.read_bytes()
    assert after != before
    store.commit(lambda _: change.inverse())
    assert path.read_bytes() == before
    store.commit(lambda _: change)
    assert path.read_bytes() == after


def test_a_change_touches_only_its_own_line(path: Path) -> None:
    store = filled(path, *(person(f"Person {number}") for number in range(600)))
    before = path.read_bytes().splitlines()
    someone = list(store.book.people.values())[300]
    store.commit(lambda book: edited("", someone, changed(someone, name="Zoë")))
    after = path.read_bytes().splitlines()
    assert len(before) == len(after)
    assert [line for old, line in zip(before, after, strict=True) if old != line] == [
        f'"{someone.id}": {{"created_at":"{MADE}","name":"Zoë"}},'.encode()
    ]


def test_a_record_without_a_creation_instant_is_accepted_and_gets_one_when_it_is_saved(path: Path) -> None:
    by_hand(path, {"people": {"2": {"name": "Ada"}}, "settings": {"1": {"circle_size": 9}}})
    store = opened(path)
    assert store.book.person(2).created_at == ""
    rename(store, "Ada King")
    store.commit(lambda book: edited("", book.settings, changed(book.settings, circle_size=8)))
    assert documents(path)["people"]["2"] == {"created_at": now(), "name": "Ada King"}
    assert documents(path)["settings"]["1"] == {"circle_size": 8}, "the settings need none"


def test_a_record_written_in_memory_alone_gets_its_creation_instant_too() -> None:
    committed = MemoryStore(Book(), now).commit(lambda _: added("", Person(id=5, name="Ada", updated_at=MADE)))
    assert committed.book.person(5).created_at == MADE


def test_half_a_character_is_mended_in_the_book_as_in_the_file(store: Store) -> None:
    store.commit(lambda book: renamed(book, "Ada \udcff"))
    assert store.book.person(2).name == "Ada \ufffd"


def test_what_the_file_may_not_hold_is_refused_and_nothing_is_changed(store: Store) -> None:
    before = store.book
    with pytest.raises(CouldNotWrite):
        store.commit(lambda book: added("", person(extra={"x": 2**60})))
    assert store.book is before


def test_threads_take_turns(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        for _ in pool.map(lambda number: store.commit(lambda _: added("", person(f"P{number}"))), range(20)):
            store.refresh()
    assert sum(someone.name.startswith("P") for someone in store.book.people.values()) == 20
    if isinstance(store, FileStore):
        assert same(opened(store.path).book, store.book)


def test_a_look_waits_until_a_commit_is_through(path: Path) -> None:
    store = filled(path)
    looking = Thread(target=store.refresh)

    def slow(book: Book) -> Change:
        looking.start()
        looking.join(0.05)
        assert looking.is_alive()
        return renamed(book, "Ada King")

    store.commit(slow)
    looking.join()
    assert store.book.person(2).name == "Ada King"


def test_the_settings_of_a_new_file_are_written_as_a_new_record(path: Path) -> None:
    opened(path).commit(lambda _: added("", Settings(id=1, theme="nord")))
    assert json.loads(path.read_bytes())["settings"] == {"1": {"theme": "nord"}}
