"""The blocks behave as one dictionary of lines, sorted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.store import table
from givenet_tui.store.table import Table

IDS = st.integers(1, 40)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "SIZE", 3)


def text(number: int, word: int = 0) -> bytes:
    return b'"%d": {"word":"%d, \\n"}' % (number, word)


def content(made: Table) -> bytes:
    return b"".join(made.pieces())


@given(
    st.lists(IDS, unique=True), st.lists(st.dictionaries(IDS, st.none() | st.integers(0, 9), max_size=15), max_size=5)
)
def test_changes_leave_the_lines_that_a_dictionary_would_hold(
    ids: list[int], changes: list[dict[int, int | None]]
) -> None:
    expected = {number: text(number) for number in ids}
    made = Table.of(expected, odd=[b'"odd": 1'])
    for change in changes:
        lines = {number: None if word is None else text(number, word) for number, word in change.items()}
        made = made.changed(lines)
        expected = {number: line for number, line in (expected | lines).items() if line is not None}
        assert content(made) == b",\n".join([b'"odd": 1', *(expected[number] for number in sorted(expected))])
        assert all(made.get(number) == expected.get(number) for number in range(42))
        assert all(block.count(b"\n") <= 3 for block in made.blocks)


def test_a_table_without_lines_has_no_content() -> None:
    assert not Table().pieces()
    assert not Table.of({1: text(1)}).changed({1: None}).pieces()
