"""What another program writes is taken in, told, and never written over unseen."""

from pathlib import Path

import pytest

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added
from givenet_tui.domain.errors import Refusal
from givenet_tui.store.copies import chosen, copies
from givenet_tui.store.errors import CouldNotRead, CouldNotWrite, NewerSchema
from givenet_tui.store.restoring import put_back
from tests.factories import person
from tests.hostile import NASTY
from tests.store.books import by_hand, documents, filled, now, opened, rename, renamed, same


def names(change: Change | None) -> list[tuple[str | None, str | None]]:
    assert change
    return [(getattr(edit.before, "name", None), getattr(edit.after, "name", None)) for edit in change.edits]


def test_a_change_from_outside_is_told_once(path: Path) -> None:
    app = filled(path)
    rename(opened(path), "Ada King")
    outside = app.refresh()
    assert names(outside) == [("Ada Lovelace", "Ada King")]
    assert app.book.person(2).name == "Ada King"
    assert app.refresh() is None


def test_ones_own_change_is_none_from_outside(path: Path) -> None:
    app = filled(path)
    rename(app, "Ada King")
    assert app.refresh() is None
    assert app.commit(lambda book: renamed(book, "Ada")).outside is None


def test_a_commit_takes_in_what_came_before_it(path: Path) -> None:
    app = filled(path)
    grace = person("Grace")
    opened(path).commit(lambda _: added("", grace))
    committed = app.commit(lambda book: renamed(book, f"Ada, friend of {book.person(grace.id).name}"))
    assert names(committed.outside) == [(None, "Grace")]
    assert names(committed.change) == [("Ada Lovelace", "Ada, friend of Grace")]
    assert app.refresh() is None
    assert same(opened(path).book, app.book)


def test_what_came_in_before_a_refusal_is_told_at_the_next_look(path: Path) -> None:
    app = filled(path)
    rename(opened(path), "Ada King")

    def refuse(book: Book) -> Change:
        raise Refusal(f"{book.person(2).name} says no")

    with pytest.raises(Refusal, match="Ada King"):
        app.commit(refuse)
    assert names(app.refresh()) == [("Ada Lovelace", "Ada King")]


def test_an_empty_change_takes_in_what_came_before_it(path: Path) -> None:
    app = filled(path)
    rename(opened(path), "Ada King")
    assert names(app.commit(lambda _: Change("", ())).outside) == [("Ada Lovelace", "Ada King")]
    assert app.refresh() is None


def test_records_that_were_taken_away_outside_are_told(path: Path) -> None:
    app = filled(path)
    tables = documents(path)
    del tables["people"]["2"]
    tables["people"]["5"] = {"name": "Grace"}
    by_hand(path, tables)
    assert sorted(names(app.refresh()), key=str) == [("Ada Lovelace", None), (None, "Grace")]


def test_another_layout_of_the_same_records_is_no_change(path: Path) -> None:
    app = filled(path)
    by_hand(path, documents(path))
    book = app.book
    assert app.refresh() is None
    assert same(app.book, book)


def test_problems_that_came_in_from_outside_are_listed_and_go_when_they_are_put_right(path: Path) -> None:
    app = filled(path)
    tables = documents(path)
    by_hand(path, tables | {"people": {"2": {"name": 5}}})
    assert names(app.refresh()) == [("Ada Lovelace", None)]
    assert [problem.id for problem in app.problems] == ["2"]
    by_hand(path, tables)
    assert names(app.refresh()) == [(None, "Ada Lovelace")]
    assert not app.problems


def test_a_book_that_begins_in_two_programs_at_once_is_one_book(path: Path) -> None:
    one, other = opened(path), opened(path)
    one.commit(lambda _: added("", person("Ada")))
    committed = other.commit(lambda _: added("", person("Grace")))
    assert committed.outside
    assert {someone.name for someone in opened(path).book.people.values()} == {"Ada", "Grace"}
    assert len(documents(path)["meta"]) == 1


def test_a_file_that_has_gone_is_told_and_written_anew_with_all_that_was_in_it(path: Path) -> None:
    app = filled(path)
    whole = app.book
    path.unlink()
    with pytest.raises(CouldNotRead, match="has gone"):
        app.refresh()
    assert app.book is whole
    assert not app.commit(lambda _: Change("", ())).note
    assert not path.exists()
    committed = app.commit(lambda _: added("", person("Grace")))
    assert committed.note
    assert "had gone" in committed.note
    assert committed.outside is None
    assert len(opened(path).book.people) == 2
    assert app.refresh() is None


def test_a_folder_that_has_gone_is_not_made_again(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    app = filled(stick / "book.json")
    stick.rename(tmp_path / "unplugged")
    with pytest.raises(CouldNotWrite, match="folder has gone"):
        rename(app, "Ada King")
    assert not stick.exists()
    assert app.book.person(2).name == "Ada Lovelace"
    (tmp_path / "unplugged").rename(stick)
    rename(app, "Ada King")


@pytest.mark.parametrize("meta", [{"schema": 2}, {"schema": 99, "file_id": 5, "new": {}}])
def test_a_newer_schema_is_open_for_reading_only(path: Path, meta: dict[str, object]) -> None:
    data = by_hand(path, {"meta": {"1": meta}, "people": {"2": {"name": "Ada"}}})
    store = opened(path)
    assert store.book.person(2).name == "Ada"
    assert store.read_only
    assert "newer GiveNet" in store.read_only
    with pytest.raises(CouldNotWrite, match="newer GiveNet"):
        rename(store, "Ada King")
    assert path.read_bytes() == data
    by_hand(path, {"meta": {"1": meta}, "people": {"2": {"name": "Ada II"}}})
    assert names(store.refresh()) == [("Ada", "Ada II")]


@pytest.mark.parametrize("schema", [0, -1, "1", None, 1.5, True])
def test_a_schema_that_makes_no_sense_is_open_for_reading_only(path: Path, schema: object) -> None:
    by_hand(path, {"meta": {"1": {"schema": schema}}, "people": {"2": {"name": "Ada"}}})
    store = opened(path)
    assert store.read_only
    assert "which schema" in store.read_only
    with pytest.raises(CouldNotWrite, match="which schema"):
        rename(store, "Ada King")


def test_a_newer_schema_that_comes_in_meanwhile_is_not_written_over(path: Path) -> None:
    app = filled(path)
    book = app.book
    data = by_hand(path, documents(path) | {"meta": {"1": {"schema": 2}}})
    for action in (app.refresh, lambda: rename(app, "Ada King")):
        with pytest.raises(NewerSchema, match="newer GiveNet"):
            action()
    assert path.read_bytes() == data
    assert app.book is book


def test_a_file_by_hand_without_meta_gets_it_with_the_first_change(path: Path) -> None:
    by_hand(path, {"people": {"2": {"name": "Ada"}}})
    rename(opened(path), "Ada King")
    assert documents(path)["meta"]["1"]["file_id"]
    by_hand(path, {"meta": {"1": {"schema": 1, "colour": "red"}}, "people": {"2": {"name": "Ada"}}})
    store = opened(path)
    store.keep_outside()
    rename(store, "Ada King")
    assert documents(path)["meta"]["1"]["file_id"]
    assert documents(path)["meta"]["1"]["colour"] == "red"


def test_a_look_at_an_unchanged_file_does_not_read_it(path: Path) -> None:
    app = filled(path)
    path.chmod(0)
    assert app.refresh() is None
    assert app.refresh() is None


def test_what_was_kept_comes_back_when_the_file_is_damaged_before_the_next_save(path: Path) -> None:
    rename(filled(path), "Ada King")
    tables = documents(path)
    tables["people"]["2"]["name"] = NASTY[0]
    by_hand(path, tables)
    opened(path).keep_outside()
    path.write_bytes(b"{")
    put_back(path, chosen(path, "", lambda _: None), now())
    assert opened(path).book.person(2).name == NASTY[0]
    assert opened(path).changed_outside is None


def test_a_second_change_from_outside_is_held_against_what_was_kept(path: Path) -> None:
    rename(filled(path), "Ada King")
    for name in ("first", "second"):
        tables = documents(path)
        tables["objectives"]["5"]["text"] = name
        tables["people"]["2"]["name"] = "Ada Byron"
        by_hand(path, tables)
        outside = opened(path).changed_outside
        assert outside is not None
        if name == "second":
            assert outside.lines == ("1 changed (second)",)
        opened(path).keep_outside()
    kept = next(copy for copy in copies(path) if copy.why == "before outside changes")
    assert kept.state is not None
    assert kept.state.book.person(2).name == "Ada Byron"


def test_what_was_put_back_comes_back_again_when_the_file_is_damaged_then(path: Path) -> None:
    store = filled(path)
    for name in ("Ada King", "Ada Byron"):
        rename(store, name)
    put_back(path, chosen(path, "previous", lambda _: None), now())
    whole = path.read_bytes()
    for damage in (b"{", b"", None):
        path.unlink() if damage is None else path.write_bytes(damage)
        put_back(path, chosen(path, "", lambda _: None), now())
        assert path.read_bytes() == whole
