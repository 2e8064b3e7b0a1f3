"""Every problem is named by table and record; what needs no guessing is mended, and the original is kept."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from givenet_tui.paths import companion_dir
from givenet_tui.store import backups
from givenet_tui.store.check import check, keep_outside, repair
from tests.hostile import NASTY
from tests.store.books import by_hand, documents, filled, now, opened, rename

Tables = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """What is done to a book, what check says, and whether repair mends it."""

    harm: Callable[[Tables], object]
    says: str
    is_mended: bool = True


ROWS = {
    "a person introduced by nobody": Row(
        lambda t: t["people"]["2"].update(introduced_by=99), "people 2 names what is not in the book: introduced_by 99"
    ),
    "a touch with somebody and nobody": Row(
        lambda t: t["interactions"]["4"].update(people=[2, 99]), "interactions 4 names what .* people 99"
    ),
    "a touch with nobody": Row(
        lambda t: t["interactions"]["4"].update(people=[99]), "interactions 4 names what .* people 99", False
    ),
    "an aspiration of nobody": Row(
        lambda t: t["aspirations"]["3"].update(person=99, text=NASTY[0]), "aspirations 3 names .* person 99", False
    ),
    "an offer that serves nothing": Row(lambda t: t["offers"]["6"].update(serves=99), "offers 6 names .* serves 99"),
    "an offer for no objective": Row(lambda t: t["offers"]["6"].update(objective=99), "offers 6 names .* objective 99"),
    "an asking of nobody": Row(lambda t: t["offers"]["6"]["asked"][0].update(person=99), "offers 6 .* asked 99"),
    "a line put off of nothing": Row(lambda t: t["snoozes"]["9"].update(record=99), "snoozes 9 names .* record 99"),
    "a ticked line of nobody": Row(
        lambda t: t["check_ins"]["8"]["handled"][0].update(person=99), "check_ins 8 .* handled 99"
    ),
    "an import of nobody": Row(lambda t: t["imports"]["10"].update(records=[98, 99]), "imports 10 .* records 98"),
    "a status that is not the last step": Row(
        lambda t: t["offers"]["6"].update(status="done"), "offers 6 its status is done, but its last step is offered"
    ),
    "two check-ins of a day": Row(
        lambda t: t["check_ins"].update({"20": {"on": "2026-11-22", "reflection": "warm"}}),
        "check_ins 20 is the second of its day: 8 is the first",
    ),
    "two check-ins of a day, the second with a field of a script's": Row(
        lambda t: t["check_ins"].update({"20": {"on": "2026-11-22", "weather": NASTY[0]}}),
        "check_ins 20 is the second of its day: 8 is the first",
        False,
    ),
    "a key of very many digits": Row(
        lambda t: t["people"].update({"1" * 5000: {"name": "x"}}), "its key is no whole number", False
    ),
    "half a character": Row(lambda t: t["people"]["2"].update(about="half \ud800"), "people 2, there was half a char"),
    "a person without a name": Row(lambda t: t["people"]["2"].update(name=" "), "people 2 has no name", False),
    "a field of the wrong type": Row(lambda t: t["people"]["2"].update(name=5), "people 2 is not shown", False),
    "a key that is no number": Row(lambda t: t["people"].update(ada={"name": "x"}), "people ada is not shown", False),
    "a key that is no id, but for its digits": Row(
        lambda t: t["people"].update({"9" * 5000: {"name": "x"}, "²": {"name": "y"}}), "people ² is not shown", False
    ),
    "what has the number of another": Row(
        lambda t: t["offers"]["6"].update(serves=2), "offers 6 names what is not in the book: serves 2"
    ),
    "a newer schema": Row(lambda t: t["meta"]["1"].update(schema=99), "newer GiveNet", False),
}


def harmed(path: Path, harm: Callable[[Tables], object]) -> bytes:
    filled(path)
    tables = documents(path)
    harm(tables)
    data = by_hand(path, tables)
    if "newer" not in json.dumps(tables) and tables["meta"]["1"]["schema"] == 1:
        keep_outside(path, now)
    return data


@pytest.mark.parametrize("name", ROWS)
def test_what_is_wrong_is_named_and_mended_where_that_needs_no_guessing(path: Path, name: str) -> None:
    row = ROWS[name]
    data = harmed(path, row.harm)
    found = [one for one in check(path, now).findings if one.table or "newer" in one.sentence]
    assert path.read_bytes() == data
    assert any(re.search(row.says, one.sentence) for one in found), found
    left = repair(path, now).findings
    if row.is_mended:
        assert left == ()
        assert data in [copy.path.read_bytes() for copy in backups.backups(path) if copy.why == "before repair"]
    else:
        assert any(re.search(row.says, one.sentence) for one in left)
        assert path.read_bytes() == data
    mended = path.read_bytes()
    assert repair(path, now).findings == left
    assert path.read_bytes() == mended, "a second repair changes nothing"


def test_a_record_that_stands_twice_is_not_taken_away_for_then_the_other_would_come_up(path: Path) -> None:
    harmed(path, ROWS["two check-ins of a day"].harm)
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"20": {"on"', b'"20": {"on": "2026-11-22", "reflection": "cold"}, "20": {"on"'))
    assert path.read_bytes() != data
    keep_outside(path, now)
    data = path.read_bytes()
    left = repair(path, now).findings
    assert [(one.id, one.can_be_mended) for one in left] == [("20", False), ("20", False)]
    assert path.read_bytes() == data


def test_a_long_list_of_nobodies_is_named_in_short(path: Path) -> None:
    harmed(path, lambda t: t["interactions"]["4"].update(people=[2, *range(100, 3_000)]))
    (finding,) = check(path, now).findings
    assert finding.sentence.endswith("people 103, people 104 and 2,895 more.")
    assert repair(path, now).findings == ()


def test_hundreds_of_one_natural_key_are_mended_at_once(path: Path) -> None:
    line = {"what": "quiet", "person": 2, "record": 2, "how": "done"}
    day = {"on": "2026-11-22", "reflection": "warm", "handled": [line]}
    harmed(path, lambda t: t["check_ins"].update({str(number): day for number in range(100, 900)}))
    assert len(check(path, now).findings) == 800
    assert repair(path, now).findings == ()


def test_a_sound_book_is_left_alone(path: Path) -> None:
    rename(filled(path), "Ada King")
    data, copies = path.read_bytes(), backups.backups(path)
    assert check(path, now).findings == repair(path, now).findings == ()
    assert (path.read_bytes(), backups.backups(path)) == (data, copies)


def test_two_reflections_of_a_day_stand_one_below_the_other(path: Path) -> None:
    harmed(path, ROWS["two check-ins of a day"].harm)
    repair(path, now)
    assert [row["reflection"] for row in documents(path)["check_ins"].values()] == ["slow\nwarm"]


@pytest.mark.parametrize("before, after", [(b"\xef\xbb\xbf", b""), (b"", bytes(4096)), (b"", b"\n\n \0")])
def test_what_stands_around_a_whole_book_is_taken_off(path: Path, before: bytes, after: bytes) -> None:
    filled(path)
    data = path.read_bytes()
    path.write_bytes(before + data + after)
    report = repair(path, now)
    assert report.findings == ()
    assert path.read_bytes() == data
    assert opened(path).changed_outside is None


def test_modes_and_left_overs_are_put_right(path: Path) -> None:
    rename(filled(path), "Ada King")
    beside = companion_dir(path)
    path.chmod(0o644)
    beside.chmod(0o755)
    (beside / "journal").chmod(0o640)
    path.with_name(f".{path.name}.saving").write_bytes(b"half")
    assert len(check(path, now).findings) == 4
    assert repair(path, now).findings == ()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_book_changed_outside_is_reported_until_it_is_kept(path: Path) -> None:
    filled(path)
    tables = documents(path)
    tables["people"]["2"]["name"] = "Ada King"
    tables["interactions"] |= {str(number): tables["interactions"]["4"] for number in range(100, 104)}
    by_hand(path, tables)
    (finding,) = check(path, now).findings
    assert "1 changed (Ada King)" in finding.sentence
    assert "changed: Ada King (people 2)" in check(path, now).notes
    assert "added: about Note G (interactions 103)" in check(path, now).notes, "every record by table and id"
    assert repair(path, now).findings == (finding,)
    keep_outside(path, now)
    assert check(path, now).findings == ()
