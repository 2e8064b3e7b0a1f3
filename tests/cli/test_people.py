"""`givenet people` and `givenet show`: who is meant, and what is told."""

from datetime import date, timedelta

import pytest

from givenet_tui.domain.aspirations import Earlier
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.offers import Step
from givenet_tui.domain.people import Labelled, Source
from givenet_tui.domain.settings import Settings
from tests.cli.conftest import GiveNet
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch


@pytest.fixture
def circle(givenet: GiveNet) -> GiveNet:
    """Three in the circle, two of them named Mary, and one who rests."""
    jackson = person("Mary Jackson", title="engineer", tags=("work",), rhythm_days=30)
    zoe = person("Zoë Ångström", nickname="Zo")
    givenet.hold(
        jackson,
        person("Mary Somerville", location="Edinburgh"),
        zoe,
        person("Konrad Zuse", archived_on=TODAY),
        aspiration(zoe, "a school for calculating girls", "dream"),
        touch(jackson, on=TODAY - timedelta(days=31)),
    )
    return givenet


def test_the_circle_stands_in_columns_with_what_is_known(circle: GiveNet) -> None:
    lines = circle("people").lines
    assert lines[0].split() == ["○", "Mary", "Jackson", "31", "days", "nothing", "yet", "gone", "quiet"]
    assert lines[2].split() == ["·", "Zoë", "Ångström", "never", "dream"]
    assert lines[0].index("31 days") == lines[1].index("never") == lines[2].index("never")
    assert lines[-1] == "3 people in your circle, room for 47 · 1 rests"
    assert not any("Zuse" in line for line in lines)


def test_json_has_the_fields_of_the_file_and_the_id(circle: GiveNet) -> None:
    people = circle("people", "--json").json
    assert [one["name"] for one in people] == ["Mary Jackson", "Mary Somerville", "Zoë Ångström"]
    jackson = people[0]
    assert jackson["title"] == "engineer"
    assert jackson["tags"] == ["work"]
    assert jackson["rhythm_days"] == 30
    assert circle.book.person(jackson["id"]).name == "Mary Jackson"
    assert "nickname" not in jackson


def test_a_query_finds_names_tags_and_hopes_whatever_the_accents(circle: GiveNet) -> None:
    assert "Zoë Ångström" in circle("people", "angstrom").out
    assert "Mary Jackson" in circle("people", "WORK").out
    found = circle("people", "calculating", "girls")
    assert "“a school for calculating girls”" in found.out
    assert "1 person fits, of 4 people you know" in found.out
    assert [one["name"] for one in circle("people", "zuse", "--json").json] == ["Konrad Zuse"]


def test_terms_narrow_and_a_dash_is_no_option(circle: GiveNet) -> None:
    def names(*query: str) -> list[str]:
        return [one["name"] for one in circle("people", "--json", *query).json]

    assert names("quiet: tag:work") == names("quiet:", "tag:work") == ["Mary Jackson"]
    assert names("mary", "-tag:work") == names("-tag:work", "mary") == ["Mary Somerville"]
    assert names("--", "-tag:work mary") == ["Mary Somerville"]
    assert names("-quiet:", "-knows:dream") == ["Mary Somerville", "Konrad Zuse"]


def test_an_unknown_term_is_an_error_that_lists_the_known_ones(circle: GiveNet) -> None:
    for args in (("people", "foo:bar"), ("people", "-foo:bar", "--json")):
        ran = circle(*args)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("There is no “foo:”. Known are tag:, quiet:, board:, knows:, last: and born:.")
        assert len(ran.err.splitlines()) == 1
    assert circle("people", "-x").code == 2
    assert circle("people", "--foo").code == 2
    assert circle("people", "-h").out.startswith("Usage:")


def test_of_a_note_the_words_around_the_hit_are_printed(circle: GiveNet) -> None:
    writer = person("Bo", about="word " * 100 + "she lives by the Härbour " + "word " * 100)
    circle.hold(writer)
    line = circle("people", "harbour").lines[0]
    assert line.endswith("“…she lives by the Härbour " + ("word " * 12)[:59] + "…”")
    assert circle("show", "harbour").code == 1, "a note names nobody"


def test_a_query_that_fits_nobody_says_so_and_is_no_error(circle: GiveNet) -> None:
    ran = circle("people", "Babbage")
    assert (ran.code, ran.out) == (0, "Nobody fits “Babbage”.\n")
    assert circle("people", "Babbage", "--json").json == []


def test_an_empty_book_says_what_to_do(givenet: GiveNet) -> None:
    assert "Nobody is here yet" in givenet("people").out
    assert givenet("people", "--json").json == []


@pytest.mark.parametrize("words", ["jackson", "MARY J", "jackson mary", "jack"])
def test_a_person_is_named_by_any_words_that_fit_just_one(circle: GiveNet, words: str) -> None:
    assert circle("show", *words.split()).lines[0] == "Mary Jackson"


@pytest.mark.parametrize("words", ["zo", "angstrom", "school"])
def test_accents_nicknames_and_hopes_name_a_person_too(circle: GiveNet, words: str) -> None:
    assert circle("show", words).lines[0] == "Zoë Ångström"


def test_words_that_fit_several_list_them_and_nothing_is_guessed(circle: GiveNet) -> None:
    ran = circle("show", "mary")
    assert ran.code == 1
    assert ran.out == ""
    assert "“mary” fits 2 people" in ran.err
    assert "Mary Jackson (engineer)" in ran.err
    assert "Mary Somerville (Edinburgh)" in ran.err


def test_someone_who_rests_counts_among_those_whom_words_fit(givenet: GiveNet) -> None:
    givenet.hold(person("Ada Lovelace"), person("Ada Yonath", archived_on=TODAY))
    ran = givenet("show", "ada")
    assert ran.code == 1
    assert "Ada Yonath (resting)" in ran.err
    assert givenet("show", "yonath").lines[0] == "Ada Yonath"


def test_the_beginning_of_a_word_comes_before_letters_inside_one(givenet: GiveNet) -> None:
    givenet.hold(person("Ada Lovelace"), person("Radames"))
    assert givenet("show", "ada").lines[0] == "Ada Lovelace"
    assert givenet("show", "dames").lines[0] == "Radames"


def test_two_people_of_one_name_are_told_apart_by_their_ids(givenet: GiveNet) -> None:
    one, other = person("Ada", title="analyst"), person("Ada", title="painter")
    givenet.hold(one, other)
    ran = givenet("show", "ada")
    assert ran.code == 1
    assert f"{one.id}  Ada (analyst)" in ran.err
    assert "painter" in givenet("show", str(other.id)).out


def test_a_name_that_fits_nobody_is_an_error(circle: GiveNet) -> None:
    for words in ("babbage", "", "  ", "999"):
        ran = circle("show", words)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("Nobody fits")


def test_one_person_is_told_whole(givenet: GiveNet) -> None:
    charles = person("Charles Babbage")
    book_ = objective("publish the compiler book")
    ada = person(
        "Ada Lovelace", title="analyst", location="London", birthday=Birthday(12, 10, 1815), introduced_by=charles.id,
        emails=(Labelled("ada@analytical.example", "home"),), tags=("mathematics",), rhythm_days=30,
        about="# Likes\n\n- horses\n- long walks",
    )  # fmt: skip
    goal = aspiration(ada, "see the Notes translated", horizon="2027-03-31", heard_on=TODAY, heard_where="at lunch")
    sums = aspiration(ada, "master the sums", status="fulfilled", closed_on=TODAY)
    given = offer(ada, "done", what="Read the proofs of Note G", serves=goal.id, outcome="every comment was used")
    back = came_back(ada, "a letter to the Royal Society", objective=book_.id)
    call = touch(ada, charles, channel="call", text="Line one\nLine two")
    givenet.hold(charles, book_, ada, goal, sums, given, back, call)
    out = givenet("show", "ada").out
    for words in (
        "analyst, London", "every 30 days, last today", "on the board", "born 10 Dec 1815",
        "introduced by Charles Babbage", "ada@analytical.example (home)", "#mathematics",
        "heard 22 Nov, at lunch · by 31 Mar 2027 · ● your offer done", "✓ master the sums, fulfilled 22 Nov",
        "  # Likes\n\n  - horses\n  - long walks", "nothing yet. You could ask:",
        "call with Charles Babbage\n          Line one\n          Line two",
        "gave\n          Read the proofs of Note G\n          ↳ every comment was used",
        "a letter to the Royal Society\n          for my objective · publish the compiler book",
    ):  # fmt: skip
        assert words in out, words


def test_how_it_was_worded_before_and_whether_it_still_holds_are_told(givenet: GiveNet) -> None:
    earlier = (Earlier("fly", date(2026, 1, 5)), Earlier("fly far", date(2026, 2, 1)))
    ada = person("Ada", tags=("close",), sources=(Source("vcard", "uid-1"),))
    goal = aspiration(ada, "see the sea", heard_on=date(2026, 1, 2), confirmed_on=date(2026, 3, 1), earlier=earlier)
    made = offer(ada, "offered", steps=(Step("drafted", date(2026, 11, 2)), Step("offered", date(2026, 11, 5))))
    givenet.hold(ada, goal, made, Settings(id=1, rhythms={"close": 30}))
    assert givenet("hear", "ada", "hope", "rest", "--by", "12 mar 2027").code == 0
    lines = [line.strip() for line in givenet("show", "ada").lines]
    for words in (
        "every 30 days, by #close, not in touch yet · gone quiet · on the board",
        "came from vcard, uid-1", "heard 2 Jan, still so on 1 Mar",
        "until 1 Feb: fly far", "until 5 Jan: fly", "last heard 8 months ago: does it still hold?",
        "heard 22 Nov · by 12 Mar 2027", "drafted 2 Nov, offered 5 Nov",
    ):  # fmt: skip
        assert words in lines, words
    assert givenet("show", "ada", "--json").json["aspirations"][-1]["horizon"] == "2027-03-12"


def test_a_break_in_a_name_does_not_make_a_line_of_its_own(givenet: GiveNet) -> None:
    givenet.hold(person("Ada\nGrace Hopper", title="analyst\nnot a fact"))
    assert givenet("show", "ada").lines[:2] == ["Ada Grace Hopper", "analyst not a fact"]
    assert givenet("people").lines[0].split()[1:4] == ["Ada", "Grace", "Hopper"]


def test_json_tells_one_person_whole(givenet: GiveNet) -> None:
    ada, other = person("Ada Lovelace", birthday=Birthday(12, 10)), person("Charles Babbage")
    goal, call = aspiration(ada), touch(ada, other, channel="call")
    proofs, letter = offer(ada, "done"), came_back(ada)
    givenet.hold(ada, other, goal, call, proofs, letter, aspiration(other), offer(other))
    told = givenet("show", "ada", "--json").json
    assert (told["id"], told["name"], told["birthday"]) == (ada.id, "Ada Lovelace", "--12-10")
    assert [one["id"] for one in told["aspirations"]] == [goal.id]
    assert told["interactions"][0]["people"] == [ada.id, other.id]
    assert told["interactions"][0]["on"] == "2026-11-22"
    assert told["offers"][0]["steps"] == [{"status": "done", "on": "2026-11-22"}]
    assert told["help"][0]["text"] == letter.text
    empty = givenet("show", "babbage", "--json").json
    assert empty["help"] == []


def test_long_words_go_on_in_the_next_line_where_a_person_is_shown(givenet: GiveNet) -> None:
    about = " ".join(f"word{number}" for number in range(60)) + " " + "§" * 100
    givenet.hold(person("Ada Lovelace", about=about))
    ran = givenet("show", "ada", width=40)
    assert max(map(len, ran.lines)) <= 40
    assert "word59" in ran.out
    assert ran.out.count("§") == 100
