"""What the file holds beyond our own is kept; a record that is wrong hides only itself."""

import json
import re
from pathlib import Path

import pytest

from givenet_tui.domain.change import Change, Edit, added
from givenet_tui.domain.offers import Offer, Step
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import changed
from givenet_tui.domain.settings import Settings
from givenet_tui.store.errors import CouldNotWrite
from givenet_tui.store.layout import KNOWN
from givenet_tui.store.store import FileStore
from tests.factories import TODAY, person
from tests.store.books import by_hand, documents, filled, opened, rename

ADA = b'"2": {"name":"Ada"}'
ELSEWHERE = [
    b'{"people": {%b}}',
    b'{\n"people": {\n%b\n}\n}\n',
    b'{\n    "people": {\n        %b\n    }\n}\n',
]
"""The same record in stock TinyDB's layout, in ours, and indented."""


def book_of(path: Path, *lines: bytes, layout: bytes = ELSEWHERE[0]) -> FileStore:
    path.write_bytes(layout % b",\n".join(lines))
    return opened(path)


def kept(path: Path) -> list[str]:
    """The lines of the file's people, after a save."""
    rename(opened(path), "Ada King")
    text = path.read_text(encoding="utf-8")
    return text[text.index('"people"') :].splitlines()[1:-2]


def test_unknown_tables_and_tinydbs_default_are_kept_after_our_own(path: Path) -> None:
    strange = {
        "zoo": {"1": {"animal": "gnu"}, "key": [1, None], "0": "x"},
        "people": {"2": {"name": "Ada"}},
        "_default": {"1": {"left": {"by": "a script"}}},
        "empty": {},
    }
    by_hand(path, strange)
    rename(opened(path), "Ada King")
    after = documents(path)
    assert after["zoo"] == strange["zoo"]
    assert after["_default"] == strange["_default"]
    assert list(after) == ["meta", "people", "zoo", "_default"]
    rename(opened(path), "Ada Lovelace")
    assert list(documents(path)["zoo"]) == ["1", "key", "0"], "in the order in which they stood"


def test_unknown_keys_are_kept_in_what_is_nested_too(path: Path) -> None:
    offer = {
        "person": 2,
        "month": "2026-11",
        "part": "raise_up",
        "status": "drafted",
        "steps": [{"status": "drafted", "on": "2026-11-01", "mood": "glad"}],
        "what": "proofs",
        "colour": {"r": 1.50},
    }
    by_hand(path, {"offers": {"6": offer}})
    store = opened(path)
    step = Step("offered", TODAY)

    def take(book_offer: Offer) -> Change:
        return Change("", (Edit(book_offer, changed(book_offer, steps=(*book_offer.steps, step), status="offered")),))

    store.commit(lambda book: take(book.get(Offer, 6)))
    written = documents(path)["offers"]["6"]
    assert written["colour"] == {"r": 1.5}
    assert written["steps"] == [*offer["steps"], {"status": "offered", "on": str(TODAY)}]  # type: ignore[misc]


def test_an_id_inside_a_document_is_none_of_ours(path: Path) -> None:
    by_hand(path, {"people": {"2": {"name": "Ada", "id": 77}, "3": {"name": "Grace", "id": "a-b-c"}}})
    store = opened(path)
    assert {number: someone.id for number, someone in store.book.people.items()} == {2: 2, 3: 3}
    assert not store.problems
    rename(store, "Ada King")
    assert documents(path)["people"]["2"]["id"] == 77


WRONG = {
    "a wrong type": (b'"5": {"name":5}', "its name is a whole number where a text belongs"),
    "a missing field": (b'"5": {"nickname":"x"}', "name"),
    "a birthday that never was": (b'"5": {"name":"x","birthday":"2025-02-30"}', "day is out of range"),
    "no object": (b'"5": [1]', "no object"),
    "null": (b'"5": null', "no object"),
    "NaN": (b'"5": {"name":"x","extra":{"n":NaN}}', "no number"),
    "infinity": (b'"5": {"name":"x","unknown":-Infinity}', "no number"),
    "an integer past 2^53": (b'"5": {"name":"x","unknown":[9007199254740993]}', "2\\^53"),
    "a very long integer": (b'"5": {"name":"x","rhythm_days":%b}' % (b"1" * 5000), "2\\^53"),
    "a key in words": (b'"ada": {"name":"x"}', "key"),
    "a negative key": (b'"-5": {"name":"x"}', "key"),
    "a key with a zero before it": (b'"05": {"name":"x"}', "key"),
    "a key past 2^53": (b'"9007199254740993": {"name":"x"}', "key"),
    "no key at all": (b'"": {"name":"x"}', "key"),
    "a key in other digits": ('"\u0665": {"name":"x"}'.encode(), "key"),
}


@pytest.mark.parametrize("layout", ELSEWHERE, ids=["stock", "ours", "indented"])
@pytest.mark.parametrize("wrong", WRONG)
def test_a_record_that_cannot_be_read_is_hidden_named_and_kept_to_the_letter(
    path: Path, wrong: str, layout: bytes
) -> None:
    line, why = WRONG[wrong]
    store = book_of(path, ADA, line, b'"7": {"name":"Grace"}', layout=layout)
    assert {someone.name for someone in store.book.people.values()} == {"Ada", "Grace"}
    (problem,) = store.problems
    assert problem.table == "people"
    assert problem.id == json.loads(line.partition(b": ")[0])
    assert problem.sentence.startswith(f"people {problem.id} is not shown")
    assert re.search(why, problem.sentence)
    assert line.decode() in [text.removesuffix(",") for text in kept(path)]
    again = opened(path)
    assert again.problems == store.problems
    assert again.book.person(2).name == "Ada King"


@pytest.mark.parametrize("month", ["2026-13", "November", "", "2026-1", "0000-01"])
def test_an_offer_of_no_month_is_set_aside(path: Path, month: str) -> None:
    offer = {"person": 2, "part": "raise_up", "status": "chosen"}
    by_hand(path, {"offers": {"6": offer | {"month": month}, "7": offer | {"month": "2026-11"}}})
    store = opened(path)
    assert [problem.id for problem in store.problems] == ["6"]
    assert store.book.find(Offer, 7)


def test_half_a_character_is_shown_as_the_replacement_character_and_named(path: Path) -> None:
    hurt = rb'"2": {"name":"Ad\ud83da","about":"whole \ud83d\ude00","unknown":"\udc00"}'
    store = book_of(path, hurt, b'"7": {"name":"Grace"}')
    assert store.book.person(2).name == "Ad\ufffda"
    assert store.book.person(2).about == "whole 😀"
    assert [(problem.id, problem.mended) for problem in store.problems] == [("2", True)]
    grace = store.book.person(7)
    store.commit(lambda _: Change("", (Edit(grace, changed(grace, name="G")),)))
    assert hurt in path.read_bytes(), "the file keeps it until that record is saved"
    assert opened(path).problems == store.problems
    rename(store, "Ada")
    assert not store.problems
    assert not opened(path).problems
    assert documents(path)["people"]["2"]["unknown"] == "\ufffd"


def test_a_record_that_stands_twice_is_shown_once_and_kept_twice(path: Path) -> None:
    store = book_of(path, ADA, b'"2": {"name":"Ada the Second"}', layout=ELSEWHERE[1])
    assert store.book.person(2).name == "Ada the Second"
    assert [problem.id for problem in store.problems] == ["2"]
    assert "twice" in store.problems[0].sentence
    lines = kept(path)
    assert ADA.decode() + "," in lines
    assert opened(path).book.person(2).name == "Ada King"
    assert documents(path)["people"]["2"]["name"] == "Ada King", "and plain json agrees"


def test_a_table_that_stands_twice_is_joined(path: Path) -> None:
    path.write_bytes(b'{"people": {"2": {"name": "Ada"}}, "people": {"3": {"name": "Grace"}}}')
    assert [someone.name for someone in opened(path).book.people.values()] == ["Ada", "Grace"]


def test_a_hidden_record_is_never_written_over(path: Path) -> None:
    by_hand(path, {"settings": {"1": {"circle_size": "many"}}, "people": {"2": {"name": 5}}})
    store = opened(path)
    assert store.book.settings == Settings(id=1)
    for record in (Settings(id=1, circle_size=7), Person(id=2, name="Ada")):
        with pytest.raises(CouldNotWrite, match="cannot be read"):
            store.commit(lambda _, record=record: added("", record))  # type: ignore[misc]
    store.commit(lambda _: added("", person("Grace")))
    assert documents(path)["settings"] == {"1": {"circle_size": "many"}}


def test_a_number_too_great_for_a_fraction_is_kept_and_its_record_is_not_saved(path: Path) -> None:
    store = book_of(path, b'"2": {"name":"Ada","unknown":1e999}', layout=ELSEWHERE[1])
    with pytest.raises(CouldNotWrite, match="no number"):
        rename(store, "Ada King")
    store.commit(lambda _: added("", person("Grace")))
    assert b"1e999" in path.read_bytes()


def test_tables_and_records_stand_in_a_fixed_order(path: Path) -> None:
    store = filled(path)
    by_hand(path, {table: dict(reversed(rows.items())) for table, rows in reversed(documents(path).items())})
    store = opened(path)
    store.commit(lambda _: added("", Person(id=1, name="First")))
    after = documents(path)
    assert list(after) == list(KNOWN)
    assert list(after["people"]) == ["1", "2"]


def test_a_stock_layout_comes_back_to_ours_to_the_letter(path: Path) -> None:
    store = filled(path)
    before = path.read_bytes()
    by_hand(path, documents(path))
    change = rename(opened(path), "Ada King")
    store = opened(path)
    store.commit(lambda _: change.inverse())
    assert path.read_bytes() == before
