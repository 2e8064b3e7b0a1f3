"""`givenet year`: printed, as JSON, and as a picture in a file."""

import os
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Settings
from tests.cli.conftest import GiveNet
from tests.factories import aspiration, came_back, objective, offer, person, touch

ADA, GRACE = person("Ada Lovelace"), person("Grace Hopper")
MINE = objective()
DREAM = aspiration(ADA, kind="dream", status="fulfilled")
DONE = offer(ADA, "done", date(2026, 3, 2), serves=DREAM.id)
SORTED = offer(GRACE, "offered", date(2026, 3, 4), part="resource", objective=MINE.id, what="Sort the slides")
BACK = came_back(GRACE, "her slides", on=date(2026, 5, 9), objective=MINE.id)
RECORDS: list[Record] = [ADA, GRACE, MINE, DREAM, DONE, SORTED, BACK, touch(ADA, on=date(2026, 3, 4))]


def test_the_year_reads_at_80_columns_without_colour(givenet: GiveNet) -> None:
    givenet.hold(*RECORDS, offer(ADA, "let_go", date(2026, 3, 2)))
    ran = givenet("year", width=80)
    assert "\x1b" not in ran.out
    assert max(map(len, ran.lines)) <= 80
    assert ran.lines[0] == "2026  1 given"
    rows = {line[:3]: line for line in ran.lines if line[3:4] == " "}
    assert rows["Mon"].count("■") == 1
    assert rows["Wed"].count("◦") == 1
    assert rows["Sun"].count("◇") == 1
    assert "March      ▇▇········  ▃▃········     1 given    1 freed" in ran.out
    assert "What was done served 1 dream; it has come true." in ran.out
    assert "○ publish the compiler book\n    ◑\u00a0Grace Hopper\u00a0↳" in ran.out
    assert "  9 May  Grace Hopper: her slides\n         for publish the compiler book" in ran.out


def test_json_has_the_days_the_kinds_and_the_time_from_offer_to_done(givenet: GiveNet) -> None:
    givenet.hold(*RECORDS)
    view = givenet("year", "2026", "--json").json
    assert list(view) == ["year", "days", "months", "help", "objectives", "days_to_done", "kinds"]
    assert view["days"][0] == {"day": "2026-03-02", "given": [DONE.id], "offered": [], "touches": []}
    assert view["months"][2]["raise_up"] == {"done": 1, "open": 0, "freed": 0}
    assert view["objectives"][0]["people"] == [{"person": GRACE.id, "status": "offered", "helped": True}]
    assert view["help"][0]["id"] == BACK.id
    assert (view["days_to_done"], view["kinds"][1]) == ([], {"kind": "dream", "served": 1, "fulfilled": 1})


def test_weeks_start_where_the_settings_say(givenet: GiveNet) -> None:
    givenet.hold(*RECORDS, Settings(id=1, week_starts_on="sunday"))
    assert givenet("year").lines[3].startswith("Sun ")


def test_another_year_and_one_without_anything(givenet: GiveNet) -> None:
    givenet.hold(ADA, changed(DONE, steps=(changed_step(2025),), month="2025-03"))
    assert givenet("year", "2025").lines[0] == "2025  1 given"
    out = givenet("year").out
    assert out.startswith("2026  nothing given yet\nA year of giving comes to stand here")


def changed_step(year: int) -> object:
    (step,) = DONE.steps
    return type(step)(step.status, step.on.replace(year=year))


@pytest.mark.parametrize("year", ["0", "next", "-1", "2026-11", "12026", "２０２６", ""])
def test_what_is_no_year_is_wrong_usage(givenet: GiveNet, year: str) -> None:
    ran = givenet("year", "--", year)
    assert ran.code == 2
    assert "is no year. Write it as 2026." in ran.err


def test_the_picture_is_written_whole_and_again_in_its_own_place(givenet: GiveNet, tmp_path: Path) -> None:
    givenet.hold(*RECORDS)
    file = tmp_path / "year.svg"
    file.write_text("an older picture")
    (tmp_path / "link.svg").symlink_to(file)
    ran = givenet("year", "--svg", str(tmp_path / "link.svg"))
    assert (ran.code, ran.out) == (0, f"The picture of 2026 is in {file}\n")
    assert ET.parse(file).getroot().tag.endswith("svg")
    assert (tmp_path / "link.svg").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book", "link.svg", "year.svg"]
    assert givenet("year", "--svg", "-").out.encode() == file.read_bytes()


def test_it_is_never_written_over_the_book_or_what_belongs_to_it(givenet: GiveNet, tmp_path: Path) -> None:
    givenet.hold(ADA)
    os.link(givenet.file, tmp_path / "again.svg")
    beside = givenet.file.with_name("givenet.json.d")
    before = givenet.everything
    for file in (givenet.file, tmp_path / "again.svg", beside / "last", beside / "new.svg", beside):
        ran = givenet("year", "--svg", str(file))
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == f"{file} is your book, or belongs to it: name another file to write.\n"
    assert givenet.everything == before


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("no folder/year.svg", "there is no such folder. Make it first"),
        ("a file/year.svg", "a part of its path is a file"),
        (".", "is no file: name one to write"),
        ("pipe", "is no file: name one to write"),
        ("x" * 300, "its name is too long"),
        ("a\x00b", "the system says"),
    ],
)
def test_a_place_that_takes_no_picture_is_said_in_one_line(
    givenet: GiveNet, tmp_path: Path, file: str, why: str
) -> None:
    (tmp_path / "a file").write_text("mine")
    os.mkfifo(tmp_path / "pipe")
    ran = givenet("year", "--svg", str(tmp_path / file))
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert why in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a file", "pipe"]


def test_a_full_disk_leaves_the_picture_that_was_there(
    givenet: GiveNet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    (tmp_path / "year.svg").write_text("an older picture")
    monkeypatch.setattr("os.writev", full)
    ran = givenet("year", "--svg", str(tmp_path / "year.svg"))
    assert (ran.code, ran.err) == (
        1, f"{tmp_path / 'year.svg'} was not written: the disk is full. Free some space, or name another place.\n",
    )  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["year.svg"]
    assert (tmp_path / "year.svg").read_text() == "an older picture"


def test_a_picture_and_json_at_once_is_wrong_usage(givenet: GiveNet) -> None:
    assert givenet("year", "--svg", "-", "--json").code == 2
