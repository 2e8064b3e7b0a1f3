"""What a sentence is read as, and whom its names mean."""

from datetime import date

import pytest

from givenet_tui.domain.book import Book
from givenet_tui.domain.line.names import Names
from givenet_tui.domain.line.readings import NotUnderstood, Understood
from givenet_tui.domain.line.touches import channel_said
from tests.domain.line.people import ADA, BOB, GRACE, RESTING, YONATH, read, said, understood
from tests.domain.line.sentences import MEANT, NOT_UNDERSTOOD
from tests.factories import person, touch


@pytest.mark.parametrize(("sentence", "meaning", "words"), MEANT)
def test_a_sentence_means_what_one_would_think(sentence: str, meaning: str, words: str) -> None:
    assert said(sentence) == (meaning, words)


@pytest.mark.parametrize(("sentence", "why"), NOT_UNDERSTOOD)
def test_a_sentence_that_means_nothing_says_why_and_what_can_be_typed(sentence: str, why: str) -> None:
    line = read(sentence)
    assert isinstance(line, NotUnderstood)
    assert line.why == why
    assert line.example
    assert line.sentence == f"{why} For example: {line.example}".strip()


def test_there_are_enough_sentences_to_learn_from() -> None:
    assert len(MEANT) + len(NOT_UNDERSTOOD) >= 120


@pytest.mark.parametrize(
    "sentence", ["lunch with Ada", "ada dreams of a school", "offer ada: tea by fri", "ada: tea", "add ada #x"]
)
def test_a_name_that_fits_two_gives_every_reading_and_names_those_who_fit(sentence: str) -> None:
    line = understood(sentence)
    assert [name.fits for name in line.whom] == [(YONATH.id, ADA.id)]
    assert [reading.people for reading in line.readings[:2]] == [(YONATH.id,), (ADA.id,)]
    first, second = line.readings[:2]
    assert (first.text, first.on, first.due, first.tags) == (second.text, second.on, second.due, second.tags)


def test_those_most_often_seen_together_win_over_those_last_touched() -> None:
    assert understood("lunch with Ada").readings[0].people == (YONATH.id,)
    assert understood("lunch with Ada and Grace").readings[0].people == (ADA.id, GRACE.id)
    assert understood("lunch with Grace, Ada").readings[0].people == (GRACE.id, ADA.id)
    assert understood("lunch with bob and ada").readings[0].people == (BOB.id, YONATH.id)


def test_two_names_mean_those_who_were_seen_with_each_other_not_each_the_last_touched() -> None:
    ann, annie = person("Ann Kay"), person("Ann Lee")
    bo, bob = person("Bo Kay"), person("Bo Lee")
    touches = [touch(ann, bo, on=date(2026, 1, 5)), touch(annie, bob, on=date(2026, 1, 5)), touch(ann), touch(bob)]
    names = Names(Book([ann, annie, bo, bob, *touches]))
    assert understood("lunch with ann and bo", names).readings[0].people in {(ann.id, bo.id), (annie.id, bob.id)}


def test_among_many_of_one_name_the_one_seen_with_the_others_is_found() -> None:
    many, graces = [person(f"Ada {n:02}") for n in range(18)], [person("Grace Hopper"), person("Grace Kelly")]
    touches = [*(touch(one) for one in many[:17]), touch(many[17], graces[1], on=date(2020, 1, 1))]
    names = Names(Book([*many, *graces, *touches]))
    assert understood("lunch with ada, grace", names).readings[0].people == (many[17].id, graces[1].id)


def test_two_ambiguous_names_are_turned_through_every_pair_and_never_the_same_twice_first() -> None:
    line = understood("lunch with ada and bob")
    assert {reading.people for reading in line.readings} == {
        (ada.id, bob.id) for ada in (ADA, YONATH) for bob in (BOB, RESTING)
    }
    assert len(understood("lunch with ada and ada").readings[0].people) == 2


def test_those_who_rest_come_last_and_those_in_the_trash_are_nobody() -> None:
    assert understood("called bob").whom[0].fits == (BOB.id, RESTING.id)
    assert isinstance(read("called edsger"), NotUnderstood)


def test_an_id_names_a_person_and_a_number_does_not() -> None:
    assert understood(f"lunch with {ADA.id}").readings[0].people == (ADA.id,)
    assert isinstance(read("lunch with 12"), NotUnderstood)


def test_a_small_word_names_nobody_unless_it_has_a_capital() -> None:
    on = person("On Kawara")
    names = Names(Book([on, person("Bo Noyce")]))
    assert said("met on friday")[0] == "?"
    line = read("called bo on fri", names)
    assert isinstance(line, Understood)
    assert line.day_typed == "on fri"
    assert understood("called On", names).readings[0].people == (on.id,)


def test_someone_known_who_is_added_with_a_tag_is_tagged_or_else_is_someone_new() -> None:
    tagged, *_, new = understood("add ada #mentor").readings
    assert (tagged.what, new.what, new.names, new.tags) == ("tags", "person", ("ada",), ("mentor",))


def test_a_name_in_the_row_that_is_nobodys_is_pointed_out() -> None:
    assert said("lunch with Ada and Zork yesterday at the mill") == (
        "a touch · met · Ada Yonath · Saturday 21 November", "lunch and Zork at the mill",
    )  # fmt: skip
    assert understood("lunch with Ada and Zork").note == "“Zork” is nobody here, and stays in the words."
    assert understood("lunch with Ada and Grace").note == ""


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("coffee at the mill", "met"), ("", "met"), ("a long call about looms", "call"), ("I called her", "call"),
        ("talked on the phone", "call"), ("wrote about the tree", "message"), ("a postcard from Rome", "letter"),
        ("met her, and she will call Bo", "met"), ("tea, and then she wrote a letter", "met"), ("\x00[/]", "met"),
    ],
)  # fmt: skip
def test_the_first_few_words_of_a_touch_say_how_it_was(text: str, channel: str) -> None:
    assert channel_said(text) == channel
