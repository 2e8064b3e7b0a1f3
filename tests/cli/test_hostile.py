"""Whatever a text holds, no control sequence reaches the terminal, and JSON gives it back as it was."""

import json

import pytest

from givenet_tui.domain.people import Labelled
from tests.cli.conftest import GiveNet
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import CONTROL, HOSTILE, NASTY

COMMANDS = (["today"], ["today", "--short"], ["people"], ["board"])


def fill(givenet: GiveNet, text: str) -> int:
    """A book in which every text is this one."""
    who = person(
        text, nickname=text, organization=text, title=text, location=text, met_where=text, tags=(text,), about=text,
        emails=(Labelled(text, text),), phones=(Labelled(text, text),), urls=(Labelled(text),), rhythm_days=1,
        extra={"kept": text},
    )  # fmt: skip
    mine = objective(text)
    hope = aspiration(who, text, heard_where=text, horizon=text)
    givenet.hold(
        who, mine, hope,
        touch(who, on=TODAY.replace(day=1), text=text),
        offer(who, "accepted", what=text, outcome=text, serves=hope.id, due=TODAY),
        offer(who, "offered", what=text, part="resource", objective=mine.id),
        came_back(who, text, objective=mine.id),
    )  # fmt: skip
    return who.id


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_reaches_the_terminal_as_a_control_sequence(givenet: GiveNet, text: str) -> None:
    number = fill(givenet, text)
    for command in (*COMMANDS, ["show", str(number)]):
        ran = givenet(*command, width=80)
        assert ran.code == 0, ran.err
        assert CONTROL.search(ran.out) is None
        assert ran.err == ""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_gives_every_text_back_as_it_was(givenet: GiveNet, text: str) -> None:
    number = fill(givenet, text)
    ran = givenet("show", "--json", str(number))
    assert CONTROL.search(ran.out) is None
    assert ran.json["name"] == text
    assert ran.json.get("about", "") == text
    assert ran.json["interactions"][0].get("text", "") == text


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
