"""What is written reads back as it was, whatever the words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.change import Change, Edit, added
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.store.errors import CouldNotWrite
from givenet_tui.store.layout import render
from givenet_tui.store.reading import read
from givenet_tui.store.records import settled
from givenet_tui.store.state import State
from tests.factories import person
from tests.store.books import ANYTHING, RECORDS, SAMPLES, TEXTS, WHOLE_NUMBERS, same, structs


def written(state: State) -> bytes:
    return b"".join(render(state.tables))


def one_each(records: list[Record]) -> list[Record]:
    return list({(record.table, record.id): record for record in records}.values())


@pytest.mark.parametrize("kind", KINDS_OF_RECORD)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_every_kind_of_record_reads_back_as_it_was_written(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(structs(kind))
    assert settled(record) == record
    state = State().after(added("", record))
    back = read(written(state))
    assert not back.problems
    assert same(back.book, state.book)
    assert written(back) == written(state)


@given(st.lists(RECORDS, max_size=8))
@settings(max_examples=40, deadline=None)
def test_a_book_reads_back_whole_and_plain_json_reads_the_same_records(records: list[Record]) -> None:
    records = one_each(records)
    data = written(State().after(added("", *records)))
    assert same(read(data).book, Book(records))
    assert {(table, int(key)) for table, rows in json.loads(data).items() for key in rows} == {
        (record.table, record.id) for record in records
    }
    assert data.count(b"\n") == (len(records) + 2 * len({record.table for record in records}) + 2 if records else 1)


@given(st.dictionaries(st.text(min_size=1).filter(lambda key: key not in Person.__struct_fields__), ANYTHING), TEXTS)
@settings(max_examples=40, deadline=None)
def test_unknown_keys_of_whatever_kind_survive_an_edit(unknown: dict[str, object], name: str) -> None:
    unknown = json.loads(json.dumps(unknown).encode())
    if any("\ud800" <= letter <= "\udfff" for letter in json.dumps(unknown, ensure_ascii=False)):
        return  # half a character is mended, which another test says
    ada = {"name": "Ada", **unknown}
    state = read(json.dumps({"people": {"2": ada}}).encode())
    before = state.book.person(2)
    after = state.after(Change("", (Edit(before, changed(before, name=name, nickname="A")),)))
    assert json.loads(written(after))["people"]["2"] == ada | {"nickname": "A", "name": name}
    back = after.after(Change("", (Edit(after.book.person(2), before),)))
    assert json.loads(written(back))["people"]["2"] == ada


def test_the_samples_hold_every_kind() -> None:
    assert [type(sample) for sample in SAMPLES] == list(KINDS_OF_RECORD)


def test_half_a_character_becomes_the_replacement_character_when_it_is_written() -> None:
    hurt = person("Ada \ud83d Lovelace", tags=("a\udc00",), extra={"k\ud800": 1})
    mended = settled(hurt)
    assert (mended.name, mended.tags, mended.extra) == ("Ada \ufffd Lovelace", ("a\ufffd",), {"k\ufffd": 1})
    assert mended.id == hurt.id


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, -(2**53), 2**70, [{"deep": 2**60}], object()])
def test_what_other_programs_would_read_wrongly_is_not_written(value: object) -> None:
    with pytest.raises(CouldNotWrite, match="Nothing was changed"):
        settled(person(extra={"x": value}))


def test_a_number_past_the_limit_in_a_field_of_ours_is_not_written_and_long_digits_in_words_are() -> None:
    with pytest.raises(CouldNotWrite, match="2\\^53"):
        settled(person(rhythm_days=10**20))
    assert settled(person("4915112345678901234567890")).name == "4915112345678901234567890"


@given(WHOLE_NUMBERS)
def test_whole_numbers_inside_the_limit_are_written(number: int) -> None:
    assert settled(person(extra={"x": number})).extra == {"x": number}
