"""What the app does can be done from the shell: a month, its refusals, and hostile words."""

import io
import sys
from typing import Any

import pytest
from tinydb import TinyDB

from givenet_tui.domain.imports import print_of
from givenet_tui.domain.settings import ImportRun
from tests.cli.conftest import GiveNet
from tests.factories import TODAY, aspiration, offer, person, touch
from tests.hostile import HOSTILE

TEXTS = sorted(text for text in HOSTILE.values() if text.strip() and "\0" not in text and text == text.strip() != "-")


def rows(givenet: GiveNet, table: str) -> list[dict[str, Any]]:
    with TinyDB(givenet.file, access_mode="r") as db:
        return [dict(row) for row in db.table(table).all()]


def test_a_whole_month_is_done_from_the_shell(givenet: GiveNet) -> None:
    said = [
        givenet("add", "Ada", "Lovelace", "--tag", "maths", "--every", "30", "--birthday", "10 dec 1815"),
        givenet("add", "Grace Hopper", "Emmy Noether"),
        givenet("hear", "ada", "d", "a school", "for girls", "--where", "at tea", "--by", "2027"),
        givenet("objective", "publish", "the book"),
        givenet("log", "ada, grace: lunch at the mill", "--on", "yesterday", "--channel", "call"),
        givenet("offer", "ada", "read the first chapter", "--by", "fri"),
        givenet("step", "ada"),
        givenet("step", "ada", "accepted"),
        givenet("done", "ada", "--outcome", "it is with her editor"),
        givenet("came-back", "grace", "a letter"),
        givenet("bump", "emmy", "7"),
    ]
    assert [one.code for one in said] == [0] * len(said), [one.err for one in said]
    ada = rows(givenet, "people")[0]
    assert (ada["name"], ada["tags"], ada["rhythm_days"], ada["birthday"]) == (
        "Ada Lovelace",
        ["maths"],
        30,
        "1815-12-10",
    )
    assert len(rows(givenet, "people")) == 3
    (told,) = rows(givenet, "aspirations")
    assert (told["kind"], told["text"], told["heard_where"], told["horizon"]) == (
        "dream", "a school for girls", "at tea", "2027",
    )  # fmt: skip
    (logged,) = rows(givenet, "interactions")
    assert (logged["on"], logged["channel"], logged["text"]) == ("2026-11-21", "call", "lunch at the mill")
    (given,) = rows(givenet, "offers")
    assert [step["status"] for step in given["steps"]] == ["drafted", "offered", "accepted", "done"]
    assert (given["due"], given["outcome"]) == ("2026-11-27", "it is with her editor")
    assert rows(givenet, "help")[0]["text"] == "a letter"
    assert rows(givenet, "objectives")[0]["text"] == "publish the book"
    assert rows(givenet, "snoozes")[0]["until"] == "2026-11-29"


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_words_go_in_unchanged_and_come_out_harmless(givenet: GiveNet, text: str) -> None:
    givenet.hold(ada := person("Ada"))
    ran = givenet("hear", str(ada.id), "hope", "--", text)
    assert ran.code == 0, ran.err
    kept = rows(givenet, "aspirations")[0]["text"]
    assert kept == text.encode("utf-8", "replace").decode() or "\ufffd" in kept or "\ud800" <= max(text) <= "\udfff"
    assert not set(ran.out + ran.err) & set(map(chr, [*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)]))


def test_json_is_the_record_that_was_made(givenet: GiveNet) -> None:
    made = givenet("add", "Ada", "--json").json
    assert made["name"] == "Ada"
    assert givenet("hear", "ada", "goal", "run", "--json").json["person"] == made["id"]
    assert [one["name"] for one in givenet("add", "A B", "C D", "--json").json] == ["A B", "C D"]
    assert givenet("undo", "--json").json["name"] == "Undone: 2 people: added to your circle"


def test_someone_of_the_same_name_is_not_added_twice_by_chance(givenet: GiveNet) -> None:
    givenet("add", "Ada")
    again = givenet("add", "ADA")
    assert (again.code, again.out) == (1, "")
    assert "Ada is here already" in again.err
    assert givenet("add", "ada", "--again").code == 0
    several = givenet("log", "ada: tea")
    assert several.code == 1
    assert "fits 2 people" in several.err
    assert rows(givenet, "interactions") == []


REFUSED = {
    "nobody": ("log", "x: tea"),
    "no words": ("hear", "ada", "hope", " "),
    "no such offer": ("done", "ada"),
    "an offer without words": ("step", "grace"),
    "two open offers": ("step", "emmy"),
    "nobody to log": ("log", ": tea"),
    "a day that has passed": ("offer", "ada", "read it", "--by", "2020-01-01"),
    "nothing to undo twice": ("undo", "--redo"),
    "no import": ("undo-import",),
    "an empty trash": ("trash", "--empty", "--yes"),
    "an import of no such id": ("undo-import", "0"),
    "what somebody else told you": ("offer", "ada", "read it", "--serves", "7"),
    "what nobody told you": ("offer", "ada", "read it", "--serves", "99"),
    "an objective of nobody": ("offer", "ada", "read it", "--objective", "99"),
    "help for no offer": ("came-back", "ada", "a letter", "--offer", "99"),
    "no copy of that day": ("restore", "1999-01-01"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_makes_no_sense_is_refused_in_one_line(givenet: GiveNet, case: str) -> None:
    ada, grace, emmy = person("Ada"), person("Grace"), person("Emmy")
    both = (offer(emmy, part="raise_up"), offer(emmy, part="resource"))
    givenet.hold(ada, grace, emmy, offer(grace, status="chosen"), *both, touch(ada), aspiration(grace, id=7))
    before = givenet.file.read_bytes()
    ran = givenet(*REFUSED[case])
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1), ran
    assert givenet.file.read_bytes() == before


@pytest.mark.parametrize(
    "args",
    [
        ("add",), ("hear", "ada", "wish", "x"), ("log", "ada", "--on", "blub"), ("offer", "ada", "x", "--part", "y"),
        ("step", "ada", "chosen"), ("bump", "ada", "0"), ("add", "A B", "C D", "--tag", "x"), ("trash", "--empty"),
        ("trash", "--empty", "--restore", "1"), ("add", "A", "--birthday", "blub"),
    ],
)  # fmt: skip
def test_wrong_usage_exits_with_two(givenet: GiveNet, args: tuple[str, ...]) -> None:
    givenet.hold(person("Ada"), person("Grace", deleted_at="2026-11-20T10:00:00.000Z"))
    before = givenet.file.read_bytes()
    assert givenet(*args).code == 2
    assert givenet.file.read_bytes() == before


def test_words_come_from_standard_input(givenet: GiveNet, monkeypatch: pytest.MonkeyPatch) -> None:
    givenet.hold(person("Ada"))
    monkeypatch.setattr("givenet_tui.cli.doing.sys", _Sys("a school\nfor gïrls".encode()))
    assert givenet("hear", "ada", "hope", "-").code == 0
    monkeypatch.setattr("givenet_tui.cli.doing.sys", _Sys(b"half \xff"))
    ran = givenet("hear", "ada", "hope", "-")
    assert "not all UTF-8" in ran.err
    assert [row["text"] for row in rows(givenet, "aspirations")] == ["a school\nfor gïrls", "half \ufffd"]


class _Sys:
    """What the command reads of the system."""

    def __init__(self, data: bytes) -> None:
        self.stdin = io.TextIOWrapper(io.BytesIO(data))
        self.stdout = sys.stdout


# --- safety --------------------------------------------------------------------------------------


def test_what_was_deleted_is_listed_brought_back_and_taken_out_for_good(givenet: GiveNet) -> None:
    gone = person("Ada", deleted_at="2026-11-20T10:00:00.000Z")
    givenet.hold(gone, person("Grace"), touch(gone))
    assert "Ada" in givenet("trash").out
    assert "1 touch" in givenet("trash").out
    assert [one["table"] for one in givenet("trash", "--json").json] == ["people"]
    assert givenet("trash", "--restore", str(gone.id)).out == "Ada: brought back from the trash\n"
    assert len(givenet.book.people) == 2
    givenet("undo")
    assert givenet("trash", "--empty", "--yes").code == 0
    assert list(givenet.book.records["people"]) != [gone.id]
    assert givenet.book.records["interactions"] == {}
    assert givenet("undo").code == 0
    assert gone.id in givenet.book.records["people"]


def test_what_is_deleted_while_the_question_stands_there_is_not_taken_out(
    givenet: GiveNet, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_about, later = (person(name, deleted_at="2026-11-20T10:00:00.000Z") for name in ("Ada", "Grace"))
    givenet.hold(asked_about)

    def confirm(question: str) -> bool:
        assert question.startswith("Take 1 record")
        givenet.hold(later)
        return True

    monkeypatch.setattr("givenet_tui.cli.trash.has_terminal", lambda: True)
    monkeypatch.setattr("click.confirm", confirm)
    assert givenet("trash", "--empty").code == 0
    assert list(givenet.book.records["people"]) == [later.id]


def test_in_a_book_that_stock_tinydb_numbered_the_trash_takes_out_just_what_lies_in_it(givenet: GiveNet) -> None:
    ada = person("Ada", id=1)
    givenet.hold(ada, touch(ada, id=1, text="lunch"), aspiration(ada, id=1, deleted_at="yesterday"))
    assert "deleted yesterday" in givenet("trash").out
    assert givenet("trash", "--empty", "--yes").code == 0
    assert [row["text"] for row in rows(givenet, "interactions")] == ["lunch"]
    assert [row["name"] for row in rows(givenet, "people")] == ["Ada"]
    assert rows(givenet, "aspirations") == []


def test_where_several_in_the_trash_have_one_number_the_table_says_which(givenet: GiveNet) -> None:
    ada = person("Ada", id=1, deleted_at="2026-11-20T10:00:00.000Z")
    givenet.hold(ada, aspiration(ada, id=1, deleted_at="2026-11-21T10:00:00.000Z"))
    assert [line.split()[0] for line in givenet("trash").lines] == ["aspirations/1", "people/1"]
    ran = givenet("trash", "--restore", "1")
    assert (ran.code, ran.out) == (1, "")
    assert "aspirations/1, people/1. Name one of them." in ran.err
    assert givenet("trash", "--restore", "people/1").out == "Ada: brought back from the trash\n"
    assert [line.split()[0] for line in givenet("trash").lines] == ["1"]
    assert givenet("trash", "--restore", "offers/1").code == 1
    assert givenet("trash", "--restore", "people/one").code == 2


def test_a_copy_is_made_listed_and_put_back(givenet: GiveNet) -> None:
    givenet("add", "Ada")
    made = givenet("backup", "--json").json
    givenet.clock.move(minutes=1)
    givenet("add", "Grace")
    assert [one["people"] for one in givenet("restore", "--list", "--json").json if one["why"] == "by hand"] == [1]
    assert givenet("restore", made["when"]).code == 0
    assert [one.name for one in givenet.book.people.values()] == ["Ada"]
    givenet.clock.move(minutes=1)
    assert givenet("restore", "today").code == 0
    assert len(givenet.book.people) == 2, "what was there was kept, and is the newest of the day"


def test_a_damaged_book_comes_back_whole(givenet: GiveNet) -> None:
    givenet("add", "Ada")
    givenet("add", "Grace")
    givenet.file.write_bytes(givenet.file.read_bytes()[:40])
    told = givenet("today")
    assert (told.code, told.out) == (1, "")
    assert "`givenet restore` puts back all that was last saved (2 people)" in told.err
    assert givenet("restore").code == 0
    assert len(givenet.book.people) == 2


def test_what_a_script_changed_is_named_before_the_next_write_and_can_be_taken_back(givenet: GiveNet) -> None:
    givenet("add", "Ada")
    givenet("add", "Grace")
    givenet.clock.move(minutes=1)
    with TinyDB(givenet.file) as db:
        db.table("people").remove(doc_ids=[db.table("people").all()[0].doc_id])
    assert "1 missing (Ada)" in givenet("people").err
    ran = givenet("add", "Emmy")
    assert ran.code == 0
    assert "1 missing (Ada)" in ran.err
    assert "`givenet restore` goes back" in ran.err
    assert givenet("people").err == ""
    assert givenet("restore", "2026-11-22").code == 0
    assert {one.name for one in givenet.book.people.values()} >= {"Ada", "Grace"}


def test_check_says_what_is_wrong_by_table_and_record(givenet: GiveNet) -> None:
    assert givenet("check").code == 0
    ada = person("Ada", introduced_by=99)
    givenet.hold(ada)
    ran = givenet("check")
    assert (ran.code, f"people {ada.id} names what is not in the book: introduced_by 99." in ran.out) == (1, True)
    assert givenet("check", "--json").json["problems"][0]["table"] == "people"
    assert givenet("check", "--repair").code == 0
    assert "introduced_by" not in rows(givenet, "people")[0]


# --- what is said, and what is refused -----------------------------------------------------------


def test_the_day_that_was_meant_is_said_in_full(givenet: GiveNet) -> None:
    givenet.hold(person("Ada"))
    meant = {
        ("log", "ada: tea", "--on", "last fri"): "Ada: touch logged, on Friday 20 November",
        ("hear", "ada", "d", "fly", "--on", "yesterday"): "Ada: dream written down, heard on Saturday 21 November",
        ("came-back", "ada", "a letter"): "Ada: what came back is written down, on Sunday 22 November",
        ("offer", "ada", "read it", "--by", "12 nov"): "Ada: offer drafted, by Friday 12 November 2027",
        ("bump", "ada", "9"): "Ada: put off for 9 days, until Tuesday 1 December",
    }
    assert {args: givenet(*args).lines[0].split("  ")[0] for args in meant} == meant


def test_a_name_with_a_comma_or_a_colon_is_read_whole(givenet: GiveNet) -> None:
    smith, who, grace = person("Smith, John"), person("Dr: Who [/]"), person("Grace")
    givenet.hold(smith, who, grace)
    assert givenet("log", "smith, john, Grace,, Dr: Who [/] : tea: two cups, no milk").code == 0
    (touched,) = rows(givenet, "interactions")
    assert touched["people"] == [smith.id, grace.id, who.id]
    assert touched["text"] == "tea: two cups, no milk"


NAMES_NOBODY = {
    "an offer that serves nothing": ("offer", "ada", "read it", "--serves", "5"),
    "an offer that serves what another hopes for": ("offer", "ada", "read it", "--serves", "{told}"),
    "an offer for no objective": ("offer", "ada", "read it", "--objective", "5"),
    "help for no offer": ("came-back", "ada", "a letter", "--offer", "5"),
    "help for no objective": ("came-back", "ada", "a letter", "--objective", "5"),
    "help that is to come": ("came-back", "ada", "a letter", "--on", "tomorrow"),
    "words that are to come": ("hear", "ada", "hope", "fly", "--on", "tomorrow"),
    "one name twice": ("add", "Emmy Noether", "emmy  noether"),
}


@pytest.mark.parametrize("case", NAMES_NOBODY)
def test_what_would_not_be_true_of_the_book_is_refused(givenet: GiveNet, case: str) -> None:
    grace = person("Grace")
    told = aspiration(grace, "a boat")
    givenet.hold(person("Ada"), grace, told)
    before = givenet.file.read_bytes()
    ran = givenet(*(word.format(told=told.id) for word in NAMES_NOBODY[case]))
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1), ran
    assert givenet.file.read_bytes() == before
    assert givenet("check").code == 0


def test_an_import_of_another_number_is_not_the_last_one(givenet: GiveNet) -> None:
    ada = person("Ada")
    givenet.hold(ada, ImportRun(id=9, source="x.vcf", on=TODAY, records=(ada.id,), prints=(print_of(ada),)))
    for number in ("0", "8", "-9"):
        ran = givenet("undo-import", "--", number)
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1), ran
    assert len(givenet.book.people) == 1
    assert givenet("undo-import").out == "1 person of x.vcf taken back\n"


def test_bytes_that_are_no_words_are_marked_said_and_can_be_taken_back(givenet: GiveNet) -> None:
    odd = b"caf\xe9".decode("utf-8", errors="surrogateescape")
    for args in (("add", odd), ("objective", odd), ("add", "Ada", "--about", odd)):
        ran = givenet(*args)
        assert (ran.code, len(ran.err.splitlines())) == (0, 1), ran
        assert "not all UTF-8" in ran.err
    assert {row["name"] for row in rows(givenet, "people")} == {"caf\ufffd", "Ada"}
    assert [givenet("undo").code for _ in range(3)] == [0, 0, 0]


def test_words_from_a_standard_input_that_is_closed_are_missed_in_a_sentence(
    givenet: GiveNet, monkeypatch: pytest.MonkeyPatch
) -> None:
    givenet.hold(person("Ada"))
    monkeypatch.setattr("givenet_tui.cli.doing.sys", _Closed())
    ran = givenet("hear", "ada", "hope", "-")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "standard input, and that is closed" in ran.err


class _Closed:
    stdin = None
    stdout = sys.stdout


def test_what_cannot_be_taken_back_is_passed_over_on_request(givenet: GiveNet) -> None:
    assert givenet("add", "Ada").code == 0
    assert givenet("objective", "publish", "the", "book").code == 0
    with TinyDB(givenet.file) as db:
        db.table("objectives").update({"text": "by a script"})
    assert givenet("check", "--keep").code == 0
    ran = givenet("undo")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("has been changed since. `givenet undo --past` passes it over.\n")
    assert givenet("undo", "--past").out == "Undone: Ada: added to your circle\n"
    assert rows(givenet, "people") == []
    assert givenet("undo", "--past").code == 1
