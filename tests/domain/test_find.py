from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited, joined
from givenet_tui.domain.find import Found, PeopleFinder, sorted_people
from givenet_tui.domain.folding import fold
from givenet_tui.domain.people import Labelled
from givenet_tui.domain.query import parse
from givenet_tui.domain.records import Record, changed
from tests.domain.random_books import books, many, some
from tests.domain.test_book import changes
from tests.factories import TODAY, aspiration, came_back, offer, person, touch

DELETED = "2026-11-20T10:00:00.000Z"


def found(records: Sequence[Record], query: str) -> list[str]:
    book = Book(records)
    return [book.people[one.person_id].name for one in PeopleFinder(book).answer(parse(query), TODAY)]


# --- finding -------------------------------------------------------------------------------------


def test_names_come_before_tags_before_aspirations() -> None:
    hoper, tagged, inside, word, prefix = (
        person("Hoper"), person("Tagged", tags=("book club",)),
        person("Notebook"), person("Ann Booker"), person("Book Ann"),
    )  # fmt: skip
    records = [hoper, tagged, inside, word, prefix, aspiration(hoper, "write a book")]
    assert found(records, "book") == ["Book Ann", "Ann Booker", "Notebook", "Tagged", "Hoper"]


def test_every_word_must_be_met_somewhere() -> None:
    ada = person("Ada Lovelace", nickname="Countess", organization="Analytical Engines", tags=("maths",))
    other = person("Ada Yonath")
    records = [ada, other, aspiration(ada, "a school for girls")]
    for query in ("ada lovelace", "lovelace ada", "COUNTESS school", "engin maths girls", " ada  love "):
        assert found(records, query) == ["Ada Lovelace"], query
    assert found(records, "ada") == ["Ada Lovelace", "Ada Yonath"]
    assert found(records, "ada physics") == []


def test_where_and_what_was_met_is_the_weakest_word() -> None:
    ada = person("Ada Lovelace", organization="Analytical Engines", tags=("Mathematics", "London"))
    book = Book([ada, aspiration(ada, "School for Girls"), aspiration(ada, "Travel")])
    finder = PeopleFinder(book)
    assert finder.find("ada") == [Found(ada.id, "name", "Ada Lovelace")]
    assert finder.find("ada math") == [Found(ada.id, "tag", "Mathematics")]
    assert finder.find("analyt") == [Found(ada.id, "tag", "Analytical Engines")]
    assert finder.find("london travel") == [Found(ada.id, "aspiration", "Travel")]
    for query in ("ada girls", "school", "math school", "school math"):
        assert finder.find(query) == [Found(ada.id, "aspiration", "School for Girls")], query


def test_the_circle_comes_before_those_who_rest() -> None:
    records = [person("Ada Rests", archived_on=TODAY), person("Zora Adams"), person("Wanda")]
    assert found(records, "ada") == ["Zora Adams", "Ada Rests"]
    assert found(records, "da") == ["Wanda", "Zora Adams", "Ada Rests"]


def test_nothing_asked_for_is_the_whole_circle_by_name() -> None:
    records = [person("zora"), person("Émile"), person("Ada"), person("Emma"), person("Rests", archived_on=TODAY)]
    assert found(records, "") == found(records, "  ") == ["Ada", "Émile", "Emma", "zora"]


def test_a_hyphen_begins_a_word() -> None:
    assert found([person("Benjane"), person("Mary-Jane"), person("Jane")], "jane") == ["Jane", "Mary-Jane", "Benjane"]
    assert found([person("Mary-Jane")], "mary-jane") == ["Mary-Jane"]


def test_the_trash_is_not_found() -> None:
    ada = person("Ada")
    records = [ada, person("Adam", deleted_at=DELETED), aspiration(ada, "sail", deleted_at=DELETED)]
    assert found(records, "ada") == ["Ada"]
    assert found(records, "sail") == []


def test_terms_narrow_and_who_rests_is_found_by_them_too() -> None:
    records = [person("Ada"), person("Adam", tags=("work",)), person("Adele", archived_on=TODAY, tags=("work",))]
    assert found(records, "ad tag:work") == found(records, "tag:work") == ["Adam", "Adele"]
    assert found(records, "ad -tag:work") == ["Ada"]
    assert found(records, "-tag:work") == ["Ada"]


def test_a_phrase_is_found_as_it_stands_over_the_end_of_a_line_too() -> None:
    ada, grace = person("Ada"), person("Grace")
    records = [ada, grace, aspiration(ada, "a school for girls"), aspiration(grace, "girls at\nschool")]
    assert found(records, "school girls") == ["Ada", "Grace"]
    assert found(records, '"school for"') == ["Ada"]
    assert found(records, '"at school"') == ["Grace"]


# --- notes ---------------------------------------------------------------------------------------


def test_notes_are_found_after_all_else_and_the_newest_is_named() -> None:
    named, hoper, writer = person("Harbour Master"), person("Hoper"), person("Bo", about="lives by the HARBOUR")
    caller, helped, giver = person("Caller"), person("Helped"), person("Giver")
    records = [
        named, hoper, writer, caller, helped, giver,
        aspiration(hoper, "a house at the harbour"),
        touch(caller, text="the old harbour", on=TODAY - timedelta(9)), touch(caller, text="the new Härbour"),
        offer(helped, "done", what="Ask at the mill", outcome="the harbour bought it"),
        came_back(giver, "a boat in the harbour"),
    ]  # fmt: skip
    assert found(records, "harbour") == ["Harbour Master", "Hoper", "Bo", "Caller", "Giver", "Helped"]
    finder = PeopleFinder(Book(records))
    assert {one.person_id: (one.where, one.hit) for one in finder.find("harbour")} == {
        named.id: ("name", "Harbour Master"),
        hoper.id: ("aspiration", "a house at the harbour"),
        writer.id: ("note", "lives by the HARBOUR"),
        caller.id: ("note", "the new Härbour"),
        helped.id: ("note", "the harbour bought it"),
        giver.id: ("note", "a boat in the harbour"),
    }


def test_a_touch_with_several_is_found_with_each_of_them() -> None:
    ada, grace, other = person("Ada"), person("Grace"), person("Other")
    assert found([ada, grace, other, touch(ada, grace, text="talked of looms")], "looms") == ["Ada", "Grace"]


hostile = st.text(st.sampled_from("ab \x1f\n\x00éß|."), max_size=6)


@many
@given(st.lists(st.tuples(hostile, hostile, hostile, hostile), max_size=4), hostile)
def test_whatever_is_written_each_word_is_found_where_it_stands(
    known: list[tuple[str, str, str, str]], query: str
) -> None:
    records: list[Record] = []
    expected = set()
    for name, tag, hope, note in known:
        someone = person(name, tags=(tag,))
        records += [someone, aspiration(someone, hope), touch(someone, text=note)]
        texts = [fold(text) for text in (name, tag, hope, note)]
        if all(any(word in text for text in texts) for word in fold(query).split()):
            expected.add(someone.id)
    answer = PeopleFinder(Book(records)).find(query)
    assert {one.person_id for one in answer} == expected
    assert all(any(word in fold(one.hit) for word in fold(query).split()) for one in answer if one.where != "name")
    assert len(answer) == len(expected)


# --- the next book -------------------------------------------------------------------------------

QUERIES = ["a", "grace", "loom", "find pub", "family", "zurich", "someone", "press", "read", "proofs"]


@some
@given(st.data())
def test_a_finder_carried_along_answers_as_one_built_afresh(data: st.DataObject) -> None:
    book = data.draw(books())
    finder = PeopleFinder(book)
    for _ in range(data.draw(st.integers(1, 3))):
        book = book.apply(data.draw(changes(book)))
        finder = finder.moved_to(book)
    afresh = PeopleFinder(book)
    for query in QUERIES:
        assert finder.find(query) == afresh.find(query), query
    assert finder.answer(parse("-knows:dream"), TODAY) == afresh.answer(parse("-knows:dream"), TODAY)


@some
@given(books(), st.sampled_from(QUERIES))
def test_typing_letter_by_letter_finds_what_the_whole_word_finds(book: Book, query: str) -> None:
    typing = PeopleFinder(book)
    for typed in (*(query[:end] for end in range(len(query) + 1)), query[:-1], "zz", query):
        assert typing.ids(parse(typed), TODAY) == PeopleFinder(book).ids(parse(typed), TODAY), typed


def test_a_change_of_many_people_is_taken_in_too() -> None:
    book = Book([person("Ada")])
    change = joined("import", [added("", person(f"Grace {number}")) for number in range(300)])
    assert len(PeopleFinder(book).moved_to(book.apply(change)).find("grace")) == 300


def test_what_a_change_does_not_speak_of_is_not_folded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ada, grace = person("Ada", about="a long story"), person("Grace", about="another")
    book = Book([ada, grace, touch(ada, text="looms")])
    finder, folded = PeopleFinder(book), list[str]()

    def counted(text: str) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr("givenet_tui.domain.folding.fold", counted)
    after = book.apply(added("", came_back(grace, "a loom")))
    moved = finder.moved_to(after)
    assert [one.person_id for one in moved.find("loom")] == [ada.id, grace.id]
    assert moved.moved_to(after) is moved
    assert len(folded) == 1
    assert "Grace" in folded[0]


def test_the_finder_of_the_last_book_still_answers_for_it() -> None:
    ada = person("Ada")
    book = Book([ada])
    before = PeopleFinder(book)
    change: Change = edited("rename", ada, changed(ada, name="Augusta"))
    after = before.moved_to(book.apply(change))
    assert [one.hit for one in before.find("ad")] == ["Ada"]
    assert [one.hit for one in after.find("a")] == ["Augusta"]


# --- sorting -------------------------------------------------------------------------------------


def test_people_are_sorted_by_name_quietness_last_touch_and_making() -> None:
    def ago(days: int) -> date:
        return TODAY - timedelta(days)

    zora, emile, ada = person("Zora", rhythm_days=10), person("Émile", rhythm_days=30), person("ada")
    resting = person("Rests", archived_on=TODAY, rhythm_days=1)
    between = [touch(zora, on=ago(20)), touch(emile, on=ago(45)), offer(ada, "done", ago(1))]
    book = Book([zora, emile, ada, resting, *between])

    def names(order: str) -> list[str]:
        return [person.name for person in sorted_people(book, TODAY, order)]  # type: ignore[arg-type]

    assert names("name") == ["ada", "Émile", "Zora"]
    assert names("quietest") == ["Zora", "Émile", "ada"]
    assert names("last touch") == ["ada", "Zora", "Émile"]
    assert names("newest") == ["ada", "Émile", "Zora"]


def test_people_who_tie_are_sorted_by_name() -> None:
    zora, ada, emma = person("Zora"), person("Ada"), person("Emma")
    book = Book([zora, ada, emma])
    for order in ("quietest", "last touch"):
        assert sorted_people(book, TODAY, order) == [ada, emma, zora]


@pytest.mark.parametrize("query", ["lockkeeper", "bremen", "tomas@", "mill ltd", "rehearsal", "summer 2028"])
def test_facts_and_where_and_by_when_something_was_said_are_looked_into(query: str) -> None:
    tomas = person(
        "Tomas", title="lockkeeper", location="Bremen", organization="Mill Ltd", emails=(Labelled("tomas@a.example"),)
    )
    sings = aspiration(tomas, "to sing Bach", "dream", heard_where="rehearsal room", horizon="summer 2028")
    assert found([tomas, sings, person("Ida")], query) == ["Tomas"]
