"""The README tells the truth: its keys, its commands, its pictures."""

import re
import tomllib
from pathlib import Path

from givenet_tui.ui.commands import COMMANDS, PLACES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
BEGIN, END = "<!-- keys: made from the table of commands -->\n", "<!-- end of keys -->"


def key_table() -> str:
    """The table of keys, in the order of the commands."""
    rows = ["| key | does | where |", "|---|---|---|"]
    for command in COMMANDS:
        keys = " ".join(f"`{key}`" for key in (command.key_words or "ctrl+p").split())
        where = "everywhere" if command.places == PLACES else ", ".join(place.capitalize() for place in command.places)
        rows.append(f"| {keys} | {command.help} | {where} |")
    return "\n".join(rows) + "\n"


def test_the_table_of_keys_is_the_table_of_commands() -> None:
    written = README[README.index(BEGIN) + len(BEGIN) : README.index(END)]
    assert written == key_table(), "put this between the marks in README.md:\n" + key_table()


def test_every_picture_that_is_shown_is_there() -> None:
    shown = re.findall(r"\((screenshots/[^)]+)\)", README)
    assert len(shown) >= 7
    assert [path for path in shown if not (ROOT / path).is_file()] == []


def test_the_pinned_tests_hold_every_dependency_of_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {re.split(r"[<>=]", line)[0] for line in project["dependencies"]}
    pinned = {re.split(r"==", line)[0] for line in project["optional-dependencies"]["test"]}
    assert needed <= pinned
    assert all("==" in line for line in project["optional-dependencies"]["test"])


def test_the_two_commands_are_short_and_stand_in_the_readme_as_written() -> None:
    run, test = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert run.endswith(".venv/bin/givenet")
    assert test.endswith(".venv/bin/pytest")
    assert max(len(run), len(test)) < 90


def test_every_test_that_shows_a_promise_is_there() -> None:
    promises = README[README.index("## What GiveNet promises") : README.index("## Test it")]
    folder, named = ROOT, []
    for path in re.findall(r"`([\w/]+\.py)`", promises):  # a bare name stands in the folder of the one before it
        folder = (ROOT / path).parent if "/" in path else folder
        named.append(folder / Path(path).name)
    assert len(named) >= 20
    assert [path for path in named if not path.is_file()] == []
