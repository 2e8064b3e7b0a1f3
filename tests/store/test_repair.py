"""Whatever is wrong with the records of a book: repair loses no word that stood in one of them."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.book import Book
from givenet_tui.domain.offers import STATUSES
from givenet_tui.store.check import check, keep_outside, repair
from givenet_tui.store.scan import scan
from tests.domain.random_books import books, some
from tests.hostile import NASTY
from tests.store.books import documents, filled, now

Tables = dict[str, Any]
Rows = list[tuple[str, str, dict[str, Any]]]
"""Records by table and key; some stand there twice."""

WORDS = ("name", "organization", "about", "text", "what", "reflection", "outcome", "colour")
NAMING = {
    "people": "introduced_by",
    "aspirations": "person",
    "offers": "serves",
    "help": "objective",
    "snoozes": "record",
}
HALF = re.compile("[\ud800-\udfff]")


def wrong_status(row: dict[str, Any], words: str, number: int) -> None:
    if "status" in row:
        row["status"] = STATUSES[number % len(STATUSES)]


def wrong_type(row: dict[str, Any], words: str, number: int) -> None:
    fields = sorted(row)
    row[fields[number % len(fields)]] = number


def half_a_character(row: dict[str, Any], words: str, number: int) -> None:
    row["about"] = f"{words} \ud83d"


def no_fault(row: dict[str, Any], words: str, number: int) -> None:
    row["colour"] = words  # it is nobody's fault that we do not know it


HARMS: tuple[Callable[[dict[str, Any], str, int], None], ...] = (
    wrong_status, wrong_type, wrong_type, half_a_character, no_fault,
)  # fmt: skip
faults = st.lists(
    st.tuples(
        st.sampled_from(["harm", "harm", "nobody", "nobody", "gone", "double", "same day", "same record"]),
        st.integers(0, 10_000),
        st.sampled_from([*NASTY, "it went well", "well"]),
    ),
    min_size=1,
    max_size=6,
)


def harmed(rows: Rows, fault: str, number: int, words: str) -> None:
    """Do a fault to one of the rows, or with a new one."""
    table, key, row = rows[number % len(rows)]
    fresh = str(2_000_000 + number)
    if fault == "harm":
        HARMS[number % len(HARMS)](row, words, number)
    elif fault == "nobody":
        row[NAMING.get(table, "colour")] = 999
    elif fault == "gone" and len(rows) > 1:
        rows.remove((table, key, row))
    elif fault == "double":
        rows.append((table, key, row | {"text": words, "about": words}))
    elif fault == "same day":
        rows.append(("check_ins", fresh, {"on": "2026-11-20", "reflection": words}))
        rows.append(("check_ins", f"{fresh}1", {"on": "2026-11-20", "reflection": f"{words} {number}"}))
    else:
        rows.append(("snoozes", fresh, {"record": int(key), "until": "2026-12-01"}))


def written(rows: Rows) -> bytes:
    """The file as JSON, in which a key may stand twice."""
    tables = {table: [(key, row) for one, key, row in rows if one == table] for table, _, _ in rows}
    lines = (
        f"{json.dumps(table)}: {{{', '.join(f'{json.dumps(key)}: {json.dumps(row)}' for key, row in members)}}}"
        for table, members in tables.items()
    )
    return f"{{{', '.join(lines)}}}".encode()


def words_in(data: bytes) -> Iterator[str]:
    """Every text of every record, however deep."""

    def texts(value: Any, field: str = "") -> Iterator[str]:
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from texts(inner, name)
        elif isinstance(value, list):
            for inner in value:
                yield from texts(inner, field)
        elif isinstance(value, str) and field in WORDS:
            yield HALF.sub("\ufffd", value)

    for members in scan(data).values():
        for _, document in members:
            yield from texts(json.loads(document))


@some
@given(books(), faults)
def test_no_word_is_lost_and_a_second_repair_has_nothing_to_do(book: Book, harm: list[tuple[str, int, str]]) -> None:
    records = [record for table, rows in book.records.items() if table != "meta" for record in rows.values()]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "circle.json"
        filled(path, *records)
        tables: Tables = documents(path)
        rows: Rows = [
            (table, key, row) for table, them in tables.items() for key, row in them.items() if table != "meta"
        ]
        rows.append(("people", "2", {"name": "someone"}))
        for fault in harm:
            harmed(rows, *fault)
        path.write_bytes(written(rows))
        keep_outside(path, now)
        before = list(words_in(path.read_bytes()))
        found = check(path, now).findings
        left = repair(path, now).findings
        assert not any(finding.can_be_mended for finding in left), "what can be mended is"
        # Who is the second in a part may be it no more, once the steps of either are mended.
        mended_too = {finding.id for finding in found if finding.can_be_mended}
        gone = [one for one in found if not one.can_be_mended and one.sentence not in {two.sentence for two in left}]
        assert [one for one in gone if mended_too.isdisjoint(re.findall(r"\d+", one.sentence))] == []
        there = "\0".join(words_in(path.read_bytes()))
        assert [text for text in before if text not in there] == []
        mended = path.read_bytes()
        assert repair(path, now).findings == left
        assert path.read_bytes() == mended
