"""Find in everything: what is found, in which order, and for which words."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.everything import Everything, Hit
from givenet_tui.domain.find import PeopleFinder
from givenet_tui.domain.folding import fold
from givenet_tui.domain.query import parse
from givenet_tui.domain.records import Record, changed
from tests.domain.random_books import TEXTS, books, some
from tests.domain.test_book import changes
from tests.factories import MADE, TODAY, aspiration, came_back, objective, offer, person, touch

DELETED = "2026-11-20T10:00:00.000Z"


def found(records: list[Record] | Book, query: str, most: int | None = None) -> list[Hit]:
    book = records if isinstance(records, Book) else Book(records)
    return Everything(book).find(parse(query), PeopleFinder(book), TODAY, most)


def texts(records: list[Record], query: str) -> list[str]:
    return [hit.text for hit in found(records, query)]


def reflection(text: str, days_ago: int) -> CheckIn:
    return CheckIn(id=7 + days_ago, created_at=MADE, on=TODAY - timedelta(days_ago), reflection=text)


def test_every_kind_is_found_and_names_come_before_tags_aspirations_and_notes_the_newer_first() -> None:
    harbour, tagged, ada = (
        person("Harbour Master"),
        person("Bo", tags=("harbour",)),
        person("Ada", about="at the harbour"),
    )
    records: list[Record] = [
        touch(ada, tagged, text="Harbour walk", on=TODAY - timedelta(3)),
        touch(ada, text="HARBOUR again", on=TODAY - timedelta(1)),
        offer(ada, "done", TODAY - timedelta(2), what="ask at the mill", outcome="the härbour bought it"),
        came_back(tagged, "a boat, in the harbour", TODAY - timedelta(400)),
        objective("see every harbour"),
        reflection("the harbour was quiet", 4),
        aspiration(ada, "an old harbour", heard_on=TODAY - timedelta(99)),
        aspiration(tagged, "a new harbour", heard_on=TODAY - timedelta(9)),
        harbour, tagged, ada,
    ]  # fmt: skip
    hits = [(hit.what, hit.where, hit.text, hit.people) for hit in found(records, "harbour")]
    assert hits[:4] == [
        ("person", "name", "Harbour Master", (harbour.id,)),
        ("person", "tag", "#harbour", (tagged.id,)),
        ("told", "aspiration", "a new harbour", (tagged.id,)),
        ("told", "aspiration", "an old harbour", (ada.id,)),
    ]
    assert hits[4:8] == [
        ("touch", "note", "HARBOUR again", (ada.id,)),
        ("offer", "note", "ask at the mill\nthe härbour bought it", (ada.id,)),
        ("touch", "note", "Harbour walk", (ada.id, tagged.id)),
        ("reflection", "note", "the harbour was quiet", ()),
    ]
    assert sorted(hits[8:]) == [
        ("help", "note", "a boat, in the harbour", (tagged.id,)),
        ("objective", "note", "see every harbour", ()),
        ("person", "note", "at the harbour", (ada.id,)),
    ]
    assert [hit.text for hit in found(records, "harbour", most=2)] == ["Harbour Master", "#harbour"]


def test_a_name_that_begins_so_comes_before_one_that_only_holds_it() -> None:
    assert texts([person("Ada"), person("Mary Adams"), person("Radames")], "ada") == ["Mary Adams", "Ada", "Radames"]


def test_the_names_of_its_people_help_to_find_a_record_and_alone_find_the_people() -> None:
    ada, grace = person("Ada", nickname="Countess"), person("Grace")
    records: list[Record] = [
        ada,
        grace,
        aspiration(ada, "a school"),
        aspiration(grace, "a school"),
        touch(ada, grace, text="tea"),
    ]
    assert texts(records, "ada school") == texts(records, "countess school") == ["a school"]
    assert texts(records, "ada") == ["Ada\nCountess"]
    assert texts(records, "ada grace tea") == texts(records, "ada grace") == ["tea"]
    assert texts(records, "ada countess") == ["Ada\nCountess"]


def test_someone_is_named_once_where_they_are_met_best() -> None:
    ada = person("Ada", tags=("ada lovers",), about="Ada, Ada, Ada")
    assert [hit.where for hit in found([ada], "ada")] == ["name"]
    assert [hit.where for hit in found([ada], "ada lovers")] == ["tag"]


def test_terms_narrow_to_what_is_about_those_people_and_alone_find_them() -> None:
    ada, bo = person("Ada", tags=("work",)), person("Bo")
    records: list[Record] = [
        ada,
        bo,
        touch(ada, text="looms"),
        touch(ada, bo, text="old looms"),
        touch(bo, text="no looms"),
    ]
    records += [objective("looms"), reflection("looms", 1)]
    assert texts(records, "looms tag:work") == ["old looms", "looms"]
    assert texts(records, "looms -tag:work") == ["no looms", "old looms"]
    assert texts(records, "tag:work") == ["Ada"]
    assert texts(records, "") == texts(records, "  ") == []


def test_what_lies_in_the_trash_is_not_found_and_what_is_about_nobody_else_neither() -> None:
    ada, gone = person("Ada"), person("Gone", deleted_at=DELETED)
    records: list[Record] = [
        ada, gone, aspiration(gone, "looms"), offer(gone, what="looms"), came_back(gone, "looms"),
        touch(gone, text="looms"), touch(ada, text="looms", deleted_at=DELETED),
        touch(gone, ada, text="looms together"),
    ]  # fmt: skip
    (hit,) = found(records, "looms")
    assert (hit.text, hit.people) == ("looms together", (ada.id,))


WORDS = sorted({word for text in TEXTS for word in fold(text).split()} | {"ada", "read", "family", "zz"})


@some
@given(books(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=2), st.data())
def test_each_word_is_met_in_the_record_or_a_name_and_a_moved_index_finds_the_same(
    book: Book, words: list[str], data: st.DataObject
) -> None:
    index, query = Everything(book), parse(" ".join(words))
    hits = index.find(query, PeopleFinder(book), TODAY)
    for hit in hits:
        names = [f"{book.people[number].name} {book.people[number].nickname}" for number in hit.people]
        assert all(word in fold(" ".join([hit.text, *names])) for word in words)
        alone = any(all(word in fold(name) for word in words) for name in names)
        assert any(word in fold(hit.text) for word in words) or not alone
        assert book.find(type(hit.record), hit.record.id) == hit.record
    keys = [(hit.record.table, hit.record.id) for hit in hits]
    assert len(set(keys)) == len(keys)
    after = book.apply(data.draw(changes(book)))
    moved = index.moved_to(after)
    assert moved.find(query, PeopleFinder(after), TODAY) == found(after, " ".join(words))


def test_an_index_of_the_same_book_is_not_made_again() -> None:
    book = Book([person("Ada")])
    index = Everything(book)
    assert index.moved_to(book) is index
    other = Book([changed(person("Ada"), name="Augusta")])
    assert index.moved_to(other) is not index
