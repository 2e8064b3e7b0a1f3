from collections.abc import Sequence
from datetime import date, timedelta
from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited, joined
from givenet_tui.domain.find import Found, PeopleFinder, fold, sorted_people
from givenet_tui.domain.records import Record, changed
from tests.domain.random_books import books, many, some
from tests.domain.test_book import changes
from tests.factories import TODAY, aspiration, offer, person, touch

DELETED = "2026-11-20T10:00:00.000Z"


def found(records: Sequence[Record], query: str) -> list[str]:
    book = Book(records)
    return [book.people[one.person_id].name for one in PeopleFinder(book).find(query)]


# --- folding -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Zürich", "zurich"),
        ("ÉMILE", "emile"),
        ("Łukasz", "lukasz"),
        ("Søren Æbelø", "soren aebelo"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁnd", "find"),
        ("ΟΔΟΣ", "οδοσ"),
        ("Việt", "viet"),
        ("日本", "日本"),
        ("e\N{COMBINING ACUTE ACCENT}", "e"),
        ("", ""),
    ],
)
def test_accents_and_capitals_are_set_aside(text: str, folded: str) -> None:
    assert fold(text) == folded


@many
@given(st.text())
def test_a_folded_text_has_no_marks_and_no_capitals(text: str) -> None:
    folded = fold(text)
    assert not any(combining(letter) for letter in folded)
    assert folded == folded.casefold()


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


def test_a_query_can_be_kept_among_some_people() -> None:
    ada, adam, resting = person("Ada"), person("Adam"), person("Adele", archived_on=TODAY)
    finder = PeopleFinder(Book([ada, adam, resting]))
    assert [one.hit for one in finder.find("ad", among={adam.id, resting.id})] == ["Adam", "Adele"]
    assert [one.hit for one in finder.find("", among={ada.id, resting.id})] == ["Ada", "Adele"]


def test_the_answer_may_be_changed_by_whoever_asked() -> None:
    finder = PeopleFinder(Book([person("Ada")]))
    finder.find("").clear()
    assert len(finder.find("")) == 1


hostile = st.text(st.sampled_from("ab \x1f\n\x00éß|."), max_size=6)


@many
@given(st.lists(st.tuples(hostile, hostile, hostile), max_size=4), hostile)
def test_whatever_is_written_each_word_is_found_where_it_stands(known: list[tuple[str, str, str]], query: str) -> None:
    records: list[Record] = []
    expected = set()
    for name, tag, hope in known:
        someone = person(name, tags=(tag,))
        records += [someone, aspiration(someone, hope)]
        texts = [fold(text) for text in (name, tag, hope)]
        if all(any(word in text for text in texts) for word in fold(query).split()):
            expected.add(someone.id)
    answer = PeopleFinder(Book(records)).find(query)
    assert {one.person_id for one in answer} == expected
    assert len(answer) == len(expected)


# --- the next book -------------------------------------------------------------------------------

QUERIES = ["", "a", "grace", "loom", "find pub", "family", "zurich", "someone", "press"]


@some
@given(st.data())
def test_a_finder_carried_along_answers_as_one_built_afresh(data: st.DataObject) -> None:
    book = data.draw(books())
    finder = PeopleFinder(book)
    for _ in range(data.draw(st.integers(1, 3))):
        change = data.draw(changes(book))
        book = book.apply(change)
        finder = finder.updated(book, change)
    afresh = PeopleFinder(book)
    for query in QUERIES:
        assert finder.find(query) == afresh.find(query), query


def test_a_change_of_many_people_is_taken_in_too() -> None:
    book = Book([person("Ada")])
    change = joined("import", [added("", person(f"Grace {number}")) for number in range(300)])
    finder = PeopleFinder(book).updated(book.apply(change), change)
    assert len(finder.find("grace")) == 300


def test_a_change_that_is_not_about_people_leaves_the_finder_as_it_is() -> None:
    ada = person("Ada")
    book = Book([ada])
    change = added("touch", touch(ada))
    finder = PeopleFinder(book)
    assert finder.updated(book.apply(change), change) is finder


def test_the_finder_of_the_last_book_still_answers_for_it() -> None:
    ada = person("Ada")
    book = Book([ada])
    before = PeopleFinder(book)
    change: Change = edited("rename", ada, changed(ada, name="Augusta"))
    after = before.updated(book.apply(change), change)
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
