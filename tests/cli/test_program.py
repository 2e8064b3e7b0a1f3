"""The program as it is installed: started, piped, interrupted; and where it says the book lies."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from givenet_tui import __version__
from tests.cli.conftest import GiveNet
from tests.factories import person


def start(
    *args: str, home: Path, stdout: int | None = subprocess.PIPE, encoding: str = "utf-8", **env: str
) -> "subprocess.Popen[str]":
    """The command as a process of its own, away from any real home."""
    variables = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | env
    return subprocess.Popen(
        [sys.executable, "-m", "givenet_tui", *args],
        env=variables, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, encoding=encoding,
    )  # fmt: skip


def test_the_version(givenet: GiveNet) -> None:
    assert givenet("--version").out == f"givenet {__version__}\n"


def test_the_help_names_each_command_and_where_the_book_lies(givenet: GiveNet) -> None:
    ran = givenet("--help", width=200)
    assert ran.code == 0
    for command in ("today", "people", "show", "board", "year", "import", "export", "path"):
        assert f"\n  {command} " in ran.out
    assert "Your book lies in:" in ran.out
    assert f"\n  {givenet.file}\n" in ran.out
    assert "givenet --demo" in ran.out


@pytest.mark.parametrize("command", ["today", "show", "board", "year", "import", "export"])
def test_the_help_of_a_command_has_examples(givenet: GiveNet, command: str) -> None:
    out = givenet(command, "--help").out
    assert f"  givenet {command}" in out


def test_the_path_is_the_file_that_was_named_else_the_environments_else_the_users_own(
    givenet: GiveNet, tmp_path: Path
) -> None:
    assert givenet("path").out == f"{givenet.file}\n"
    assert givenet("--file", str(tmp_path / "other.json"), "path").out == f"{tmp_path / 'other.json'}\n"
    assert givenet("path", "--json").json == {"path": str(givenet.file)}
    process = start("path", home=tmp_path)
    out, _ = process.communicate()
    assert Path(out.strip()).name == "givenet.json"
    assert tmp_path in Path(out.strip()).parents
    assert not any(tmp_path.iterdir())


def test_the_sample_has_no_path(givenet: GiveNet) -> None:
    ran = givenet("--demo", "path")
    assert ran.code == 1
    assert "it has no file" in ran.err


def test_without_a_terminal_the_app_does_not_open(givenet: GiveNet) -> None:
    ran = givenet()
    assert ran.code == 2
    assert "needs a terminal" in ran.err
    assert not givenet.file.exists()


@pytest.mark.parametrize(
    "command",
    [
        ["today"],
        ["today", "--short"],
        ["people"],
        ["show", "ada"],
        ["board"],
        ["year"],
        ["people", "--json"],
    ],
    ids=" ".join,
)
def test_the_sample_says_that_it_is_one_and_never_touches_the_disk(givenet: GiveNet, command: list[str]) -> None:
    givenet.hold(person("Someone of my own"))
    before = givenet.everything
    ran = givenet("--demo", *command)
    assert ran.code == 0
    assert "Ada Lovelace" in ran.out or command == ["board"]
    assert "Someone of my own" not in ran.out
    assert ran.err == "This is a sample: made-up people, kept in memory. Nothing is written.\n"
    assert givenet.everything == before
    assert not (givenet.file.parent.parent / "home").exists()


def test_it_runs_as_a_module_and_prints_json_that_a_script_can_read(tmp_path: Path) -> None:
    process = start("--demo", "people", "--json", home=tmp_path)
    out, err = process.communicate()
    assert process.returncode == 0, err
    assert out.startswith('[\n  {\n    "id": ')
    assert not any(tmp_path.iterdir())


def test_a_reader_who_stops_reading_is_no_error(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = start("--demo", "people", home=tmp_path, stdout=writer)
    os.close(writer)
    _, err = process.communicate()
    assert "Traceback" not in err
    assert "Broken" not in err
    assert "fault of its own" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_output_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        process = start("--demo", "people", home=tmp_path, stdout=full.fileno())
        _, err = process.communicate()
    assert process.returncode == 1
    assert "The output could not be written: No space left on device." in err
    assert "Traceback" not in err


def test_a_terminal_that_lacks_letters_shows_others_instead(tmp_path: Path) -> None:
    process = start("--demo", "people", home=tmp_path, encoding="latin-1", PYTHONIOENCODING="latin-1")
    out, err = process.communicate()
    assert process.returncode == 0, err
    assert "?  Karen Spärck Jones" in out
    people = ("people", "spärck", "--json")
    process = start("--demo", *people, home=tmp_path, encoding="latin-1", PYTHONIOENCODING="latin-1")
    out, _ = process.communicate()
    assert "Sp\\u00e4rck" in out


def test_printing_loads_nothing_of_the_app(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom givenet_tui.cli.program import program\n"
        "try:\n    program.main(['--demo', 'today'])\nexcept SystemExit:\n    pass\n"
        "assert 'textual' not in sys.modules and 'rich' not in sys.modules, 'too much'"
    )
    env = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
