"""When something goes wrong: one sentence, an exit code, and nothing lost."""

import json
import os
from pathlib import Path

import pytest

from givenet_tui.cli import crash
from givenet_tui.cli.paper import Paper
from tests.cli.conftest import GiveNet
from tests.exchange import samples
from tests.factories import person

SECRET = "Ada told me in confidence"
READING = (["today"], ["today", "--short"], ["people"], ["show", "ada"], ["board"], ["people", "--json"])


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(samples.card("FN:Grace Hopper"))
    return file


@pytest.mark.parametrize("command", READING, ids=" ".join)
@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b'{"people": {"1": {"name": "Ada"', b"not json", b"[]", b"null"])
def test_a_damaged_book_is_one_sentence_and_stays_as_it_is(givenet: GiveNet, command: list[str], damage: bytes) -> None:
    givenet.file.parent.mkdir()
    givenet.file.write_bytes(damage)
    ran = givenet(*command)
    assert ran.code == 1
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert "givenet.json" in ran.err
    assert givenet.file.read_bytes() == damage


def test_nothing_is_imported_into_a_damaged_book(givenet: GiveNet, contacts: Path) -> None:
    givenet.file.parent.mkdir()
    givenet.file.write_bytes(b"broken")
    assert givenet("import", "--all", str(contacts)).code == 1
    assert givenet.file.read_bytes() == b"broken"


def newer(givenet: GiveNet) -> bytes:
    givenet.hold(person("Ada Lovelace"))
    fields = json.loads(givenet.file.read_bytes())
    fields["meta"]["1"]["schema"] = 99
    givenet.file.write_text(json.dumps(fields))
    return givenet.file.read_bytes()


def test_a_book_of_a_newer_program_can_be_read_with_a_sentence_about_it(givenet: GiveNet) -> None:
    newer(givenet)
    ran = givenet("people")
    assert ran.code == 0
    assert "Ada Lovelace" in ran.out
    assert "a newer GiveNet has written it" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert givenet("today", "--short").err == ""


def test_a_book_of_a_newer_program_is_not_written(givenet: GiveNet, contacts: Path) -> None:
    before = newer(givenet)
    ran = givenet("import", "--all", str(contacts))
    assert ran.code == 1
    assert "a newer GiveNet has written it" in ran.err
    assert givenet.file.read_bytes() == before


def test_a_book_that_may_only_be_read_is_read(
    givenet: GiveNet, contacts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    givenet.hold(person("Ada Lovelace"))
    may = os.access
    monkeypatch.setattr("os.access", lambda place, mode: mode != os.W_OK and may(place, mode))  # for root too
    ran = givenet("people")
    assert "Ada Lovelace" in ran.out
    assert "reading only" in ran.err
    ran = givenet("import", "--all", str(contacts))
    assert ran.code == 1
    assert "reading only" in ran.err


def test_a_folder_is_no_book(givenet: GiveNet, tmp_path: Path) -> None:
    ran = givenet("--file", str(tmp_path), "today")
    assert ran.code == 1
    assert "it is a folder" in ran.err


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program, while it holds someone's words."""

    def fail(self: Paper, *pieces: object) -> None:
        words = SECRET
        try:
            raise KeyError(words)
        except KeyError as error:
            raise ValueError(f"cannot draw {words}") from error

    monkeypatch.setattr(Paper, "line", fail)


@pytest.mark.usefixtures("broken")
def test_a_fault_of_the_program_names_a_report_and_no_word_of_the_book(givenet: GiveNet) -> None:
    givenet.hold(person(SECRET))
    ran = givenet("people")
    assert ran.code == 1
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    report = givenet.file.with_name("givenet.json.d") / crash.NAME
    assert str(report) in ran.err
    assert "ValueError" in ran.err
    told = report.read_text()
    assert "builtins.ValueError" in told
    assert "builtins.KeyError" in told
    assert "givenet_tui/cli/people.py:" in told
    assert "in fail" in told
    assert SECRET not in ran.err + told
    assert report.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("broken")
def test_a_report_about_a_book_that_is_not_there_goes_where_programs_keep_their_state(givenet: GiveNet) -> None:
    ran = givenet("people")
    report = next(givenet.file.parent.parent.rglob(crash.NAME))
    assert str(report) in ran.err
    assert report.parent.stat().st_mode & 0o777 == 0o700
    assert not givenet.file.parent.exists()


@pytest.mark.usefixtures("broken")
def test_a_second_report_takes_the_place_of_the_first(givenet: GiveNet) -> None:
    givenet("people")
    report = next(givenet.file.parent.parent.rglob(crash.NAME))
    first = report.read_text()
    givenet("board")
    assert report.read_text() != first
    assert len(list(givenet.file.parent.parent.rglob("crash*"))) == 1


@pytest.mark.usefixtures("broken")
def test_a_report_that_cannot_be_written_leaves_the_sentence(
    givenet: GiveNet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    ran = givenet("people")
    assert ran.code == 1
    assert ran.err == "GiveNet met a fault of its own (ValueError) and stopped; what was saved is safe.\n"


def test_ctrl_c_is_quiet(givenet: GiveNet, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: Paper, *pieces: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Paper, "line", interrupted)
    ran = givenet("today")
    assert ran.code == 130
    assert ran.out.strip() == ran.err.strip() == ""


@pytest.mark.parametrize(
    "args",
    [["nonsense"], ["--file"], ["today", "--nonsense"], ["show"], ["--demo", "--file", "x", "today"], ["today", "x"]],
)
def test_wrong_usage_is_two(givenet: GiveNet, args: list[str]) -> None:
    ran = givenet(*args)
    assert ran.code == 2
    assert ran.out == ""
    assert "Error: " in ran.err
    assert "Traceback" not in ran.err
