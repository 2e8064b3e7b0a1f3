"""`givenet import`: all of what was chosen, or nothing; and a second time, nobody."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from givenet_tui.domain.imports import sort_out
from tests.cli.conftest import GiveNet
from tests.exchange import samples
from tests.factories import person

Opened = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(samples.mixed_vcards())
    return file


@pytest.fixture
def connections(tmp_path: Path) -> Path:
    file = tmp_path / "Connections.csv"
    file.write_bytes(samples.linkedin_csv())
    return file


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "photo.vcf"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    return file


def names(givenet: GiveNet) -> list[str]:
    return [one.name for one in givenet.book.people.values()]


def test_everyone_of_a_file_comes_in(givenet: GiveNet, contacts: Path) -> None:
    ran = givenet("import", "--all", str(contacts))
    assert ran.code == 0
    assert ran.lines[0] == f"{len(samples.MIXED_NAMES)} people brought in from contacts.vcf."
    assert sorted(names(givenet)) == sorted(samples.MIXED_NAMES)
    run = next(iter(givenet.book.records["imports"].values()))
    assert (run.source, len(run.records)) == ("contacts.vcf", len(samples.MIXED_NAMES))


def test_a_second_import_adds_nobody(givenet: GiveNet, contacts: Path) -> None:
    givenet("import", "--all", str(contacts))
    before = givenet.everything
    ran = givenet("import", "--all", str(contacts))
    assert ran.code == 0
    assert "Nobody new in contacts.vcf." in ran.out
    assert f"{len(samples.MIXED_NAMES)} people are already here." in ran.out
    assert givenet.everything == before


def test_what_is_wrong_is_told_by_line_on_stderr_and_the_rest_comes_in(givenet: GiveNet, tmp_path: Path) -> None:
    file = tmp_path / "two.vcf"
    file.write_bytes(samples.card("FN:Ada Lovelace") + samples.card("TEL:+44 1") + samples.card("FN:Grace Hopper"))
    ran = givenet("import", "--all", str(file))
    assert ran.code == 0
    assert ran.out == "2 people brought in from two.vcf.\n"
    assert ran.err.startswith("two.vcf, line 5: ")
    assert names(givenet) == ["Ada Lovelace", "Grace Hopper"]


def test_a_pick_brings_in_only_who_fits(givenet: GiveNet, contacts: Path) -> None:
    chosen = samples.MIXED_NAMES[0]
    ran = givenet("import", "--pick", chosen, str(contacts))
    assert ran.code == 0
    assert names(givenet) == [chosen]


def test_a_pick_takes_the_terms_that_narrow_people(givenet: GiveNet, tmp_path: Path) -> None:
    file = tmp_path / "two.vcf"
    file.write_bytes(samples.card("FN:Ada", "CATEGORIES:work") + samples.card("FN:Grace work"))
    assert givenet("import", "--pick", "tag:work", str(file)).code == 0
    assert names(givenet) == ["Ada"]
    ran = givenet("import", "--pick", "work:", str(file))
    assert (ran.code, ran.err[:22]) == (1, "There is no “work:”. K")


def test_a_pick_that_fits_nobody_changes_nothing(givenet: GiveNet, contacts: Path) -> None:
    ran = givenet("import", "--pick", "nobody of this name", str(contacts))
    assert ran.code == 1
    assert ran.err == "Nobody in contacts.vcf fits “nobody of this name”. Nothing was changed.\n"
    assert not givenet.file.exists()


def test_a_dry_run_says_who_would_come_who_is_here_who_resembles_and_what_is_bad(
    givenet: GiveNet, tmp_path: Path
) -> None:
    file = tmp_path / "more.vcf"
    file.write_bytes(samples.card("FN:Ada Lovelace", "UID:1"))
    givenet("import", "--all", str(file))
    givenet.hold(person("Grace Hopper"))
    file.write_bytes(
        samples.card("FN:Ada Lovelace", "UID:1")
        + samples.card("FN:grace hopper", "UID:2", "ORG:Navy")
        + samples.card("FN:Edsger Dijkstra", "UID:3")
        + samples.card("FN:Edsger Dijkstra", "UID:3")
        + samples.card("TEL:1")
    )
    before = givenet.everything
    ran = givenet("import", "--dry-run", str(file))
    assert ran.code == 0
    assert ran.lines == [
        "2 people would come in from more.vcf:",
        "  grace hopper  Navy",
        "    grace hopper looks like Grace Hopper, whom you have: perhaps the same person.",
        "  Edsger Dijkstra",
        "1 person is already here.",
        "1 entry came twice and counts once.",
        "  Ada Lovelace: already here",
        "  Edsger Dijkstra: twice in the files",
        "Nothing was changed.",
    ]
    assert "more.vcf, line " in ran.err
    assert givenet.everything == before


def test_json_tells_what_came_and_what_did_not(givenet: GiveNet, tmp_path: Path) -> None:
    file = tmp_path / "one.vcf"
    file.write_bytes(samples.card("FN:Ada Lovelace", "UID:1", "NICKNAME:Ada") + samples.card("TEL:1"))
    givenet.hold(person("Ada Lovelace"))
    plan = givenet("import", "--dry-run", "--json", str(file)).json
    assert plan["dry_run"] is True
    assert [one["name"] for one in plan["people"]] == ["Ada Lovelace"]
    done = givenet("import", "--all", "--json", str(file)).json
    assert givenet.book.person(done["people"][0]["id"]).nickname == "Ada"
    assert done["resembles"] == [{"name": "Ada Lovelace", "names": ["Ada Lovelace"]}]
    assert [problem["file"] for problem in done["problems"]] == ["one.vcf"]
    again = givenet("import", "--all", "--json", str(file)).json
    assert (again["people"], again["already_here"]) == ([], ["Ada Lovelace"])


def test_several_files_come_in_as_one_change(givenet: GiveNet, contacts: Path, connections: Path) -> None:
    ran = givenet("import", "--all", str(contacts), str(connections))
    assert ran.code == 0
    assert len(names(givenet)) > len(samples.MIXED_NAMES)
    assert [run.source for run in givenet.book.records["imports"].values()] == ["contacts.vcf, Connections.csv"]


@pytest.mark.parametrize("first", [True, False])
def test_one_file_that_is_none_of_ours_keeps_all_of_them_out(
    givenet: GiveNet, contacts: Path, picture: Path, first: bool
) -> None:
    files = [picture, contacts] if first else [contacts, picture]
    ran = givenet("import", "--all", *map(str, files))
    assert ran.code == 1
    assert ran.out == ""
    assert "photo.vcf is a picture" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not givenet.file.exists()


def test_a_file_that_is_not_there_is_an_error(givenet: GiveNet, tmp_path: Path) -> None:
    ran = givenet("import", "--all", str(tmp_path / "gone.vcf"))
    assert ran.code == 1
    assert "gone.vcf is not there" in ran.err


def test_without_a_terminal_a_choice_must_be_made(givenet: GiveNet, contacts: Path) -> None:
    ran = givenet("import", str(contacts))
    assert ran.code == 2
    assert "say --all, or --pick QUERY" in ran.err
    assert not givenet.file.exists()


def test_on_a_terminal_the_app_lets_one_choose(givenet: GiveNet, contacts: Path, at_a_terminal: Opened) -> None:
    assert givenet("import", str(contacts)).code == 0
    assert [opening["importing"] for opening in at_a_terminal()] == [["contacts.vcf"]]
    assert not givenet.file.exists()


def test_on_a_terminal_a_bad_file_is_refused_before_the_app_opens(
    givenet: GiveNet, picture: Path, at_a_terminal: Opened
) -> None:
    assert givenet("import", str(picture)).code == 1
    assert at_a_terminal() == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--all", "--pick", "ada", "x.vcf"], "choose one of the two"),
        (["--pick", " ", "x.vcf"], "--pick needs a word"),
        (["--all"], "Missing argument"),
    ],
)
def test_choices_that_contradict_each_other_are_wrong_usage(givenet: GiveNet, args: list[str], said: str) -> None:
    ran = givenet("import", *args)
    assert ran.code == 2
    assert said in ran.err


def test_the_sample_takes_people_in_and_keeps_nothing(givenet: GiveNet, contacts: Path) -> None:
    ran = givenet("--demo", "import", "--all", str(contacts))
    assert ran.code == 0
    assert "brought in" in ran.out
    assert "This is a sample" in ran.err
    assert not givenet.file.exists()


def test_what_another_program_wrote_just_before_is_told(
    givenet: GiveNet, contacts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    givenet.hold(person("Ada"))

    def meanwhile(*args: Any) -> Any:
        givenet.hold(person("Grace"))
        return sort_out(*args)

    monkeypatch.setattr("givenet_tui.cli.importing.sort_out", meanwhile)
    ran = givenet("import", "--all", str(contacts))
    assert ran.code == 0
    assert "Another program had changed the book: 1 change came in first." in ran.err
    assert {"Ada", "Grace"} < set(names(givenet))
