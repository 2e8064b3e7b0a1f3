"""`givenet log` takes a sentence: it says what it understood, guesses nothing, and keeps what it took before."""

from typing import Any

import pytest

from givenet_tui.domain.people import Person
from tests.cli.conftest import GiveNet
from tests.factories import aspiration, person, touch
from tests.hostile import CONTROL, HOSTILE, NASTY

ADA, GRACE, BOB = person("Ada Lovelace"), person("Grace Hopper"), person("Bob Noyce")
YONATH = person("Ada Yonath")


@pytest.fixture
def circle(givenet: GiveNet) -> GiveNet:
    givenet.hold(ADA, GRACE, BOB)
    return givenet


def only(givenet: GiveNet, table: str) -> Any:
    (record,) = givenet.book.records[table].values()
    return record


def test_a_lunch_is_logged_for_two_and_tags_them_as_one_change(circle: GiveNet) -> None:
    ran = circle("log", "lunch with Ada and Grace yesterday #work")
    assert ran.code == 0, ran.err
    assert ran.lines[:2] == [
        "a touch · met · Ada Lovelace, Grace Hopper · Saturday 21 November · #work", "  lunch",
    ]  # fmt: skip
    assert only(circle, "interactions").people == (ADA.id, GRACE.id)
    assert [circle.book.people[one.id].tags for one in (ADA, GRACE)] == [("work",), ("work",)]
    assert circle("undo").code == 0
    assert not any(one.tags for one in circle.book.people.values())
    assert not list(circle.book.records["interactions"])


@pytest.mark.parametrize(
    ("sentence", "first", "table", "kept"),
    [
        ("ada dreams of a school for girls", "an aspiration · dream · Ada Lovelace · Sunday 22 November", "aspirations",
         "a school for girls"),
        ("called bob last fri about the garden", "a touch · call · Bob Noyce · Friday 20 November", "interactions",
         "about the garden"),
    ],
)  # fmt: skip
def test_a_sentence_is_read_and_written_down(circle: GiveNet, sentence: str, first: str, table: str, kept: str) -> None:
    assert circle("log", *sentence.split()).lines[0] == first
    assert only(circle, table).text == kept


def test_the_coach_looks_at_an_offer_as_it_does_for_the_command(circle: GiveNet) -> None:
    said = circle("log", "offer grace: let me know if I can help").lines
    assert said[0] == "an offer · Grace Hopper"
    circle("undo")
    assert said[3:] == circle("offer", "grace", "let me know if I can help").lines[1:] != []


def test_an_offer_people_and_tags_out_of_a_sentence(circle: GiveNet) -> None:
    made = circle("log", "offer grace: read her outline by fri", "--json").json
    assert (made["what"], made["due"], made["person"]) == ("read her outline", "2026-11-27", GRACE.id)
    assert circle("log", "add Emmy Noether #maths", "--json").json["tags"] == ["maths"]
    assert circle("log", "tag ada mentor", "--json").json["tags"] == ["mentor"]
    assert circle("log", "tag ada mentor").out.endswith("Nothing is different: it was so already.\n")


def test_a_name_that_fits_several_is_refused_with_those_who_fit(givenet: GiveNet) -> None:
    givenet.hold(ADA, YONATH, GRACE, touch(ADA, GRACE))
    before = givenet.file.read_bytes()
    ran = givenet("log", "lunch with Ada and Grace")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[0].startswith("“Ada” fits 2 people.")
    assert {str(ADA.id), str(YONATH.id)} == {line.split()[0] for line in ran.err.splitlines()[1:]}
    assert givenet.file.read_bytes() == before
    assert givenet("log", f"lunch with {ADA.id} and Grace").code == 0


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("lunch with Zork", "Nobody here is called “Zork”. For example: add Zork"),
        ("lunch with Ada tomorrow", "“tomorrow” is still to come"),
        ("the garden needs water", "I do not see whom this is about. For example: lunch with Ada yesterday"),
        ("offer ada and grace tea", "An offer is one specific thing for one person: name one."),
        ("add ada #mentor", "That may mean someone new, or someone who is here"),
        ("zork: tea", "Nobody fits “zork”."),
    ],
)
def test_what_is_not_understood_is_said_in_one_line_and_nothing_is_written(
    circle: GiveNet, sentence: str, why: str
) -> None:
    before = circle.file.read_bytes()
    ran = circle("log", sentence)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert ran.err.startswith(why)
    assert circle.file.read_bytes() == before


def test_names_and_a_colon_are_kept_to_the_letter_as_before(givenet: GiveNet) -> None:
    told = aspiration(ADA, "teach the looms")
    givenet.hold(ADA, YONATH, GRACE, BOB, told)
    for sentence, who, text in (
        ("ada lovelace, grace: tea  at noon yesterday #work", (ADA.id, GRACE.id), "tea  at noon yesterday #work"),
        ("looms: she wants to sell them by fri", (ADA.id,), "she wants to sell them by fri"),
        ("bob", (BOB.id,), ""),
        ("hopper grace", (GRACE.id,), ""),
        ("yonath, bob:", (YONATH.id, BOB.id), ""),
        ("bob: #work", (BOB.id,), "#work"),
    ):
        made = givenet("log", sentence, "--json").json
        assert (tuple(made["people"]), made.get("text", ""), made["on"]) == (who, text, "2026-11-22"), sentence
        assert made["channel"] == "met"
    assert all(not one.tags for one in givenet.book.people.values())
    several = givenet("log", "ada: tea")
    assert (several.code, "fits 2 people" in several.err) == (1, True)


def test_options_say_what_the_sentence_does_not(circle: GiveNet) -> None:
    made = circle("log", "lunch with Ada", "--on", "fri", "--channel", "other", "--json").json
    assert (made["on"], made["channel"]) == ("2026-11-20", "other")
    assert circle("log", "ada dreams of tea", "--on", "fri", "--json").json["heard_on"] == "2026-11-20"
    for wrong in (
        ("lunch with Ada yesterday", "--on", "fri"),
        ("ada dreams of tea", "--channel", "call"),
        ("offer ada: tea", "--on", "fri"),
    ):
        assert circle("log", *wrong).code == 2


def test_a_word_that_looks_like_a_name_and_is_nobodys_is_pointed_out(circle: GiveNet) -> None:
    ran = circle("log", "lunch with Ada and Zork")
    assert ran.err == "“Zork” is nobody here, and stays in the words.\n"
    assert only(circle, "interactions").text == "lunch and Zork"


@pytest.mark.parametrize(
    "text", [*NASTY, *(HOSTILE[name] for name in ("quotes", "commas", "newlines", "an option", "format fields"))]
)
def test_hostile_sentences_are_harmless(circle: GiveNet, text: str) -> None:
    text = text.replace("\0", "")
    for sentence in (text, f"lunch with Ada {text}", f"ada dreams of {text}", f"add {text}"):
        ran = circle("log", "--", sentence)
        assert ran.code in (0, 1), ran.err
        assert CONTROL.search(ran.out + ran.err) is None
    assert all(isinstance(one, Person) for one in circle.book.people.values())
