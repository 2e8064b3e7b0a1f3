"""Whatever a text holds, no control sequence reaches the terminal, and JSON gives it back as it was."""

import json

import pytest

from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.records import Record
from tests.cli.conftest import GiveNet
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import CONTROL, HOSTILE, NASTY

LONG = {name: text for name, text in HOSTILE.items() if len(text) > 2_000}
ORDINARY = {name: text for name, text in HOSTILE.items() if name not in LONG}
COMMANDS = (
    ["today"],
    ["today", "--short"],
    ["people"],
    ["board"],
    ["board", "--json"],
    ["people", "--json"],
    ["year"],
    ["year", "--json"],
    ["duplicates"],
    ["export"],
    ["export", "--format", "markdown"],
    ["export", "--format", "html"],
)


def around(text: str) -> tuple[Person, list[Record]]:
    """A person, and everything about them, in which every text is this one."""
    who = person(
        text, nickname=text, organization=text, title=text, location=text, met_where=text, tags=(text,), about=text,
        emails=(Labelled(text, text),), phones=(Labelled(text, text),), urls=(Labelled(text),), rhythm_days=1,
        extra={"kept": text},
    )  # fmt: skip
    mine = objective(text)
    hope = aspiration(who, text, heard_where=text, horizon=text)
    return who, [
        who, mine, hope,
        touch(who, on=TODAY.replace(day=1), text=text),
        offer(who, "accepted", what=text, outcome=text, serves=hope.id, due=TODAY),
        offer(who, "offered", what=text, part="resource", objective=mine.id),
        came_back(who, text, objective=mine.id),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def everyone(tmp_path_factory: pytest.TempPathFactory) -> tuple[GiveNet, dict[str, int]]:
    """One book with all of them but the long ones, and who is who."""
    givenet = GiveNet(tmp_path_factory.mktemp("hostile") / "givenet.json")
    ids, records = {}, list[Record]()
    for name, text in ORDINARY.items():
        who, theirs = around(text)
        ids[name] = who.id
        records += theirs
    givenet.hold(*records)
    return givenet, ids


Everyone = tuple[GiveNet, dict[str, int]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_text_reaches_the_terminal_as_a_control_sequence(everyone: Everyone, command: list[str]) -> None:
    ran = everyone[0](*command, width=120)
    assert (ran.code, ran.err) == (0, "")
    assert CONTROL.search(ran.out) is None


@pytest.mark.parametrize("name", ORDINARY)
def test_one_person_is_shown_harmlessly_and_json_gives_every_text_back(everyone: Everyone, name: str) -> None:
    givenet, ids = everyone
    ran = givenet("show", str(ids[name]), width=120)
    assert (ran.code, ran.err) == (0, "")
    assert CONTROL.search(ran.out) is None
    ran = givenet("show", "--json", str(ids[name]))
    assert CONTROL.search(ran.out) is None
    assert ran.json["name"] == ORDINARY[name]
    assert ran.json.get("about", "") == ORDINARY[name]
    assert ran.json["interactions"][0].get("text", "") == ORDINARY[name]


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_very_long_text_is_printed_too(givenet: GiveNet, text: str) -> None:
    who, records = around(text)
    givenet.hold(*records)
    for command in (["today"], ["people"], ["board"], ["year"], ["show", str(who.id)], ["show", str(who.id), "--json"]):
        ran = givenet(*command, width=80)
        assert (ran.code, ran.err) == (0, "")
        assert CONTROL.search(ran.out) is None
    assert ran.json["about"] == text


@pytest.mark.parametrize("text", NASTY)
def test_what_was_typed_is_harmless_in_the_answer(givenet: GiveNet, text: str) -> None:
    givenet.hold(person("Ada Lovelace"), person("Ada Yonath"))
    typed = text.replace("\0", "")
    for command in (
        ["show", typed], ["people", typed], ["board", typed], [typed], ["today", typed], ["import", "--all", typed],
        ["--file", typed, "today", "--json"], ["import", "--pick", typed, typed],
    ):  # fmt: skip
        ran = givenet(*command)
        assert CONTROL.search(ran.out + ran.err) is None
        assert "Traceback" not in ran.err
        assert "fault of its own" not in ran.err


def test_people_of_one_hostile_name_are_listed_harmlessly(givenet: GiveNet) -> None:
    name = "\x1b]0;owned\x07Ada \u202e"
    givenet.hold(person(name), person(name))
    ran = givenet("show", "ada")
    assert ran.code == 1
    assert CONTROL.search(ran.err) is None
    assert ran.err.count("Ada ‹U+202E›") == 2


def test_half_a_character_in_an_argument_is_no_fault(givenet: GiveNet) -> None:
    for command in (["show", "\udcff"], ["people", "\udcff"], ["import", "--all", "\udcff.vcf"]):
        ran = givenet(*command)
        assert "fault of its own" not in ran.err


def test_json_in_another_encoding_is_spelled_in_ascii(givenet: GiveNet, monkeypatch: pytest.MonkeyPatch) -> None:
    givenet.hold(person("Zoë 王 \x9b"))
    out = givenet("people", "--json").out
    assert "Zoë 王 \\u009b" in out
    assert json.loads(out)[0]["name"] == "Zoë 王 \x9b"
