"""When something goes wrong: one sentence, an exit code, and nothing lost."""

from pathlib import Path

import pytest

from givenet_tui.cli import crash
from givenet_tui.cli.paper import Paper
from tests.cli.conftest import GiveNet
from tests.factories import person

SECRET = "Ada told me in confidence"


def test_a_prompt_is_told_nothing_of_the_book(givenet: GiveNet) -> None:
    givenet.hold(person("Ada Lovelace"))
    givenet.file.write_bytes(givenet.file.read_bytes().replace(b'"name":"Ada Lovelace"', b'"name":5'))
    assert "1 record of the book cannot be read" in givenet("today").err
    assert givenet("today", "--short").err == ""


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
