"""Sentences, and what each is read as. Today is Sunday 22 November 2026."""

from datetime import date

import pytest

from givenet_tui.domain.book import Book
from givenet_tui.domain.line.names import Names
from givenet_tui.domain.line.readings import NotUnderstood, Understood
from tests.domain.line.people import ADA, BOB, GRACE, RESTING, YONATH, read, said, understood
from tests.factories import person, touch

# What is typed, what it means, the words that are kept.
MEANT = [
    (
        "lunch with Ada and Grace yesterday #work",
        "a touch · met · Ada Lovelace, Grace Hopper · Saturday 21 November · #work",
        "lunch",
    ),
    (
        "Lunch with ADA, GRACE yesterday #work.",
        "a touch · met · Ada Lovelace, Grace Hopper · Saturday 21 November · #work",
        "Lunch",
    ),
    ("lunch with ada yesterday", "a touch · met · Ada Yonath · Saturday 21 November", "lunch"),
    ("coffee with Bob", "a touch · met · Bob Noyce · Sunday 22 November", "coffee"),
    ("coffee with bob and ada", "a touch · met · Bob Noyce, Ada Yonath · Sunday 22 November", "coffee"),
    ("tea with countess at the mill", "a touch · met · Ada Lovelace · Sunday 22 November", "tea at the mill"),
    ("dinner with Zoe on 12 nov", "a touch · met · Zoë Ångström · Thursday 12 November", "dinner"),
    ("dinner with zoë ångström 2026-11-12", "a touch · met · Zoë Ångström · Thursday 12 November", "dinner"),
    ("lunch w/ may fri", "a touch · met · May Chen · Friday 20 November", "lunch"),
    ("yesterday lunch with grace", "a touch · met · Grace Hopper · Saturday 21 November", "lunch"),
    ("last fri: coffee with Grace", "a touch · met · Grace Hopper · Friday 20 November", "coffee"),
    (
        "3 days ago walked with Grace to the mill",
        "a touch · met · Grace Hopper · Thursday 19 November",
        "walked to the mill",
    ),
    ("walked with Grace for 3 days", "a touch · met · Grace Hopper · Sunday 22 November", "walked for 3 days"),
    ("we sat in the sun with Grace", "a touch · met · Grace Hopper · Sunday 22 November", "sat in the sun"),
    (
        "lunch yesterday with Grace, great food",
        "a touch · met · Grace Hopper · Saturday 21 November",
        "lunch, great food",
    ),
    (
        "had lunch with bob, grace and ada last week, great food",
        "a touch · met · Bob Noyce, Grace Hopper, Ada Yonath · Sunday 15 November",
        "had lunch, great food",
    ),
    (
        "talked with Grace about last year",
        "a touch · met · Grace Hopper · Sunday 22 November",
        "talked about last year",
    ),
    (
        "talked with Grace about her plans for next week",
        "a touch · met · Grace Hopper · Sunday 22 November",
        "talked about her plans for next week",
    ),
    ("lunch with me and Grace", "a touch · met · Grace Hopper · Sunday 22 November", "lunch"),
    ("lunch with Grace and Zork yesterday", "a touch · met · Grace Hopper · Saturday 21 November", "lunch and Zork"),
    ("lunch with Dr. Jean-Luc O'Neill", "a touch · met · Dr. Jean-Luc O'Neill · Sunday 22 November", "lunch"),
    ("call with jl", "a touch · call · Dr. Jean-Luc O'Neill · Sunday 22 November", ""),
    ("called grace h and ada y", "a touch · call · Grace Hopper, Ada Yonath · Sunday 22 November", ""),
    ("lunch with AY", "a touch · met · Ada Yonath · Sunday 22 November", "lunch"),
    ("lunch with gh", "a touch · met · Grace Hopper · Sunday 22 November", "lunch"),
    ("dinner at Grace's yesterday", "a touch · met · Grace Hopper · Saturday 21 November", "dinner at Grace's"),
    ("dinner at Grace's with Bob", "a touch · met · Bob Noyce · Sunday 22 November", "dinner at Grace's"),
    ("on monday grace called", "a touch · call · Grace Hopper · Monday 16 November", ""),
    ("last week grace and I planted trees", "a touch · met · Grace Hopper · Sunday 15 November", "planted trees"),
    ("lunch with Hopper", "a touch · met · Grace Hopper · Sunday 22 November", "lunch"),
    ("lunch with Metcalfe", "a touch · met · Bob Metcalfe · Sunday 22 November", "lunch"),
    ("called bob last fri about the garden", "a touch · call · Bob Noyce · Friday 20 November", "about the garden"),
    (
        "I called Bob, she will come back to it tomorrow",
        "a touch · call · Bob Noyce · Sunday 22 November",
        "she will come back to it tomorrow",
    ),
    ("phoned Grace 12 nov", "a touch · call · Grace Hopper · Thursday 12 November", ""),
    ("met Grace", "a touch · met · Grace Hopper · Sunday 22 November", ""),
    ("met with Ada Lovelace at the theatre", "a touch · met · Ada Lovelace · Sunday 22 November", "at the theatre"),
    ("I met Ada for coffee", "a touch · met · Ada Yonath · Sunday 22 November", "for coffee"),
    ("saw grace sat", "a touch · met · Grace Hopper · Saturday 21 November", ""),
    ("visited Grace at the mill", "a touch · met · Grace Hopper · Sunday 22 November", "visited at the mill"),
    (
        "emailed grace and bob: the draft is out",
        "a touch · message · Grace Hopper, Bob Noyce · Sunday 22 November",
        "the draft is out",
    ),
    ("texted Zoë last night", "a touch · message · Zoë Ångström · Saturday 21 November", ""),
    ("wrote to Grace about the proofs", "a touch · message · Grace Hopper · Sunday 22 November", "about the proofs"),
    ("wrote a letter to Grace", "a touch · letter · Grace Hopper · Sunday 22 November", ""),
    (
        "sent a long letter to Grace about the garden",
        "a touch · letter · Grace Hopper · Sunday 22 November",
        "sent a long letter about the garden",
    ),
    (
        "a long call with Bob about the letter",
        "a touch · call · Bob Noyce · Sunday 22 November",
        "a long call about the letter",
    ),
    ("a call with Bob", "a touch · call · Bob Noyce · Sunday 22 November", ""),
    ("zoom with Bob", "a touch · call · Bob Noyce · Sunday 22 November", "zoom"),
    (
        "message from Grace about the proofs, last fri",
        "a touch · message · Grace Hopper · Friday 20 November",
        "about the proofs",
    ),
    ("heard from Grace", "a touch · message · Grace Hopper · Sunday 22 November", ""),
    (
        "Grace called yesterday about the letter",
        "a touch · call · Grace Hopper · Saturday 21 November",
        "about the letter",
    ),
    ("Grace wrote", "a touch · message · Grace Hopper · Sunday 22 November", ""),
    ("Grace sent me a postcard", "a touch · letter · Grace Hopper · Sunday 22 November", "sent me a postcard"),
    ("Grace came by", "a touch · met · Grace Hopper · Sunday 22 November", "came by"),
    ("Ada and I planted two trees", "a touch · met · Ada Yonath · Sunday 22 November", "planted two trees"),
    ("log lunch with Grace", "a touch · met · Grace Hopper · Sunday 22 November", "lunch"),
    ("ada", "a touch · met · Ada Yonath · Sunday 22 November", ""),
    ("ada, grace", "a touch · met · Ada Lovelace, Grace Hopper · Sunday 22 November", ""),
    ("grace yesterday", "a touch · met · Grace Hopper · Saturday 21 November", ""),
    ("ada: tea at noon", "a touch · met · Ada Yonath · Sunday 22 November", "tea at noon"),
    (
        "ada, grace: lunch at the mill",
        "a touch · met · Ada Lovelace, Grace Hopper · Sunday 22 November",
        "lunch at the mill",
    ),
    ("ada:tea", "a touch · met · Ada Yonath · Sunday 22 November", "tea"),
    (
        "grace: 10:30, the usual place, yesterday",
        "a touch · met · Grace Hopper · Saturday 21 November",
        "10:30, the usual place",
    ),
    ("grace: yesterday we met", "a touch · met · Grace Hopper · Saturday 21 November", "we met"),
    ("grace on fri: tea", "a touch · met · Grace Hopper · Friday 20 November", "tea"),
    ("gh: tea #choir", "a touch · met · Grace Hopper · Sunday 22 November · #choir", "tea"),
    (
        "ada dreams of a school for girls",
        "an aspiration · dream · Ada Yonath · Sunday 22 November",
        "a school for girls",
    ),
    (
        "Ada dreams of a school for girls #school",
        "an aspiration · dream · Ada Yonath · Sunday 22 November · #school",
        "a school for girls",
    ),
    ("Ada Yonath dreamt about ribosomes", "an aspiration · dream · Ada Yonath · Sunday 22 November", "ribosomes"),
    (
        "ada hopes to see the Notes translated",
        "an aspiration · hope · Ada Yonath · Sunday 22 November",
        "see the Notes translated",
    ),
    ("grace hopes that her book sells", "an aspiration · hope · Grace Hopper · Sunday 22 November", "her book sells"),
    ("grace hopes for rain", "an aspiration · hope · Grace Hopper · Sunday 22 November", "rain"),
    (
        "countess wants to finish the draft by friday",
        "an aspiration · goal · Ada Lovelace · Sunday 22 November · by Friday 27 November",
        "finish the draft",
    ),
    ("grace wants a dog", "an aspiration · goal · Grace Hopper · Sunday 22 November", "a dog"),
    (
        "grace has to find a publisher by end of month",
        "an aspiration · objective · Grace Hopper · Sunday 22 November · by Monday 30 November",
        "find a publisher",
    ),
    (
        "zoe would like to learn the cello",
        "an aspiration · hope · Zoë Ångström · Sunday 22 November",
        "learn the cello",
    ),
    ("bob needs a house", "an aspiration · objective · Bob Noyce · Sunday 22 November", "a house"),
    ("grace still dreams of the sea", "an aspiration · dream · Grace Hopper · Sunday 22 November", "the sea"),
    (
        "Grace told me yesterday that she wants to publish",
        "an aspiration · goal · Grace Hopper · Saturday 21 November",
        "publish",
    ),
    (
        "yesterday grace said she dreams of flying",
        "an aspiration · dream · Grace Hopper · Saturday 21 November",
        "flying",
    ),
    ("ada's dream is to fly", "an aspiration · dream · Ada Yonath · Sunday 22 November", "fly"),
    (
        "Grace’s goal: publish the compiler book",
        "an aspiration · goal · Grace Hopper · Sunday 22 November",
        "publish the compiler book",
    ),
    ("dream of grace:  a  ship;", "an aspiration · dream · Grace Hopper · Sunday 22 November", "a  ship;"),
    ("dream of grace: a ship", "an aspiration · dream · Grace Hopper · Sunday 22 November", "a ship"),
    (
        "grace objective: hire two people",
        "an aspiration · objective · Grace Hopper · Sunday 22 November",
        "hire two people",
    ),
    (
        "ada, grace dream of a school",
        "an aspiration · dream · Ada Lovelace, Grace Hopper · Sunday 22 November",
        "a school",
    ),
    ("offer grace: read her outline by fri", "an offer · Grace Hopper · by Friday 27 November", "read her outline"),
    ("offer grace to read her outline by fri", "an offer · Grace Hopper · by Friday 27 November", "read her outline"),
    ("offer Grace dinner on friday", "an offer · Grace Hopper · by Friday 27 November", "dinner"),
    (
        "offer grace: invite her to the reading on 12 dec",
        "an offer · Grace Hopper · by Saturday 12 December",
        "invite her to the reading",
    ),
    ("promise grace to read the proofs +2w", "an offer · Grace Hopper · by Sunday 6 December", "read the proofs"),
    ("offer grace +2w: read it", "an offer · Grace Hopper · by Sunday 6 December", "read it"),
    ("offer grace in 3 days: read it", "an offer · Grace Hopper · by Wednesday 25 November", "read it"),
    ("offer bob noyce: two hours in the garden #garden", "an offer · Bob Noyce · #garden", "two hours in the garden"),
    ("add Emmy Noether #maths", "a person · Emmy Noether · #maths", ""),
    ("add Emmy Noether", "a person · Emmy Noether", ""),
    (
        "new person Emmy Noether, Sofia Kovalevskaya and Lise Meitner #maths #old-friends",
        "3 people · Emmy Noether, Sofia Kovalevskaya, Lise Meitner · #maths #old-friends",
        "",
    ),
    ("add ada #mentor", "tags · Ada Yonath · #mentor", ""),
    ("add Ada Lovelace #mentor", "tags · Ada Lovelace · #mentor", ""),
    ("ada #mentor", "tags · Ada Yonath · #mentor", ""),
    ("tag ada mentor", "tags · Ada Yonath · #mentor", ""),
    ("tag ada and grace: maths, choir", "tags · Ada Lovelace, Grace Hopper · #maths #choir", ""),
    ("tag Grace as mentor #friend", "tags · Grace Hopper · #mentor #friend", ""),
]
# What is typed, why it means nothing so far.
NOT_UNDERSTOOD = [
    ("", ""),
    ("yesterday", "Whom is it about?"),
    ("#work", "Whom is it about?"),
    ("lunch", "I do not see whom this is about."),
    ("lunch with", "With whom?"),
    ("lunch with Zork", "Nobody here is called “Zork”."),
    ("lunch with Gra", "“Gra” is nobody's whole name yet: Grace Hopper?"),
    ("met", "With whom?"),
    ("met Zork Blub at the mill", "Nobody here is called “Zork Blub”."),
    ("lunch with Edsger", "Nobody here is called “Edsger”."),
    (
        "lunch with Grace tomorrow",
        "“tomorrow” is still to come, and a touch with Grace Hopper is something that happened.",
    ),
    (
        "coffee with Grace next fri",
        "“next fri” is still to come, and a touch with Grace Hopper is something that happened.",
    ),
    ("grace is moving", "What about Grace Hopper? A colon makes the words a touch."),
    ("ada, zork: tea", "Nobody here is called “zork”."),
    ("x: tea", "Nobody here is called “x”."),
    ("ada hopes to", "What does Ada Yonath hope for?"),
    ("grace's dream", "What does Grace Hopper dream of?"),
    ("zork dreams of flying", "Nobody here is called “zork”."),
    ("offer", "To whom?"),
    ("offer zork: tea", "Nobody here is called “zork”."),
    ("offer grace", "What exactly will you do for Grace Hopper?"),
    ("offer grace by fri", "What exactly will you do for Grace Hopper?"),
    ("offer ada and grace: tea", "An offer is one specific thing for one person: name one."),
    ("offer grace: tea by 2020-01-01", "Wednesday 1 January 2020 has passed: by when will you do it?"),
    ("add", "Whom?"),
    ("add #maths", "Whom?"),
    ("add Ada Lovelace", "Ada Lovelace is here already."),
    ("add ada lovelace, Emmy Noether", "Ada Lovelace is here already."),
    ("tag", "Whom, and how?"),
    ("tag ada", "What do you want to tag Ada Yonath with?"),
    ("tag zork friend", "Nobody here is called “zork”."),
    ("42", "I do not see whom this is about."),
    ("the garden needs water", "I do not see whom this is about."),
]


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
