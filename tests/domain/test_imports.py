from datetime import date

import pytest

from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.imports import bring_in, known_sources, normalised, sort_out
from givenet_tui.domain.people import Labelled, Person, Source
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.verbs import imports, people
from tests.factories import NOW, TODAY, moment, person

ADA, GRACE = Source("vcard", "ada"), Source("linkedin", "https://l.example/grace")


def arriving(name: str = "Ada Lovelace", key: str = "ada", **fields: object) -> Person:
    return Person(name=name, sources=(Source("vcard", key),), **fields)  # type: ignore[arg-type]


def test_sources_are_known_of_those_who_rest_or_lie_in_the_trash() -> None:
    resting = person(sources=(ADA,), archived_on=TODAY)
    gone = person("Grace", sources=(GRACE,), deleted_at="2026-02-01T00:00:00.000Z")
    assert known_sources(Book([resting, gone, person("Emmy")])) == {ADA: resting, GRACE: gone}


def test_everyone_stands_in_one_heap_and_in_order() -> None:
    book = Book([person("Someone else by now", sources=(GRACE, ADA))])
    new, twice = arriving("Emmy", "emmy"), arriving("Emmy N.", "emmy")
    arrivals = sort_out(book, [arriving(), new, twice, arriving("Hypatia", "h")])
    assert [arrival.person.name for arrival in arrivals.fresh] == ["Emmy", "Hypatia"]
    assert arrivals.already_here == (arriving(),)
    assert arrivals.doubles == (twice,)


def test_equal_names_and_addresses_are_a_hint_and_keep_nobody_out() -> None:
    book = Book([
        person("ADA  lovelace"),
        person("Countess", emails=(Labelled("Ada@Example.org"),), archived_on=TODAY),
        person("Ada Lovelace", deleted_at="2026-02-01T00:00:00.000Z"),
        person("Grace", emails=(Labelled(" "),)),
    ])  # fmt: skip
    both = arriving(emails=(Labelled(""), Labelled("ada@example.ORG")))
    arrivals = sort_out(book, [both, arriving("Hypatia", "h", emails=(Labelled(""),))])
    assert [arrival.resembles for arrival in arrivals.fresh] == [("ADA  lovelace", "Countess"), ()]


def test_a_person_called_like_an_address_is_not_that_address() -> None:
    book = Book([person("x", emails=(Labelled("ada lovelace"),))])
    assert sort_out(book, [arriving()]).fresh[0].resembles == ()


def test_text_compares_without_capitals_forms_and_spaces() -> None:
    assert normalised(" \uff21da\u00a0 STRA\u00dfE\n") == "ada strasse"


def test_bringing_people_in_is_one_change_that_can_be_taken_back() -> None:
    book = Book([person(sources=(GRACE,))])
    change = bring_in(book, moment(), "contacts.vcf", [arriving(), arriving("Emmy", "emmy", met_on=date(2020, 1, 1))])
    after = book.apply(change)
    assert change.name == "2 people imported from contacts.vcf"
    (run,) = after.all(ImportRun)
    assert (run.source, run.on) == ("contacts.vcf", TODAY)
    assert [after.person(made).name for made in run.records] == ["Ada Lovelace", "Emmy"]
    assert len({record.id for record in (run, *after.people.values())}) == 4
    back = after.apply(change.inverse())
    assert back.records == book.records


def test_whoever_comes_in_counts_as_made_now() -> None:
    book = Book().apply(bring_in(Book(), moment(), "x", [arriving(id=5, created_at="2001-01-01T00:00:00.000Z")]))
    (made,) = book.circle
    assert made.id != 5
    assert made.created_at == made.updated_at == moment().instant
    assert made.created_at.startswith(NOW.date().isoformat())


def test_a_second_import_of_the_same_file_adds_nothing() -> None:
    people = [arriving(), arriving("Emmy", "emmy")]
    once = Book().apply(bring_in(Book(), moment(), "x.vcf", people))
    change = bring_in(once, moment(), "x.vcf", people)
    assert not change
    assert change.name == "nobody new in x.vcf"


def test_one_person_is_one_person() -> None:
    assert bring_in(Book(), moment(), "x.vcf", [arriving()]).name == "1 person imported from x.vcf"
    assert len(bring_in(Book(), moment(), "x.vcf", [arriving(), arriving()]).edits) == 2


# --- taken back ----------------------------------------------------------------------------------


def came_in(*names: str) -> tuple[Book, list[Person]]:
    book = Book([person("Mary")])
    book = book.apply(bring_in(book, moment(), "x.vcf", [arriving(name, name) for name in names]))
    return book, [one for one in book.people.values() if one.sources]


def test_who_was_edited_since_to_name_another_of_the_import_stays_and_so_does_whom_they_name() -> None:
    book, (ada, emmy, alan, hypatia) = came_in("Ada", "Emmy", "Alan", "Hypatia")
    book = book.apply(people.edit(book, moment(), emmy.id, introduced_by=ada.id))
    book = book.apply(people.edit(book, moment(), ada.id, introduced_by=alan.id))
    change = imports.take_back(book, moment())
    assert change.name == "1 person of x.vcf taken back; Ada, Emmy, Alan stay: changed since"
    after = book.apply(change)
    assert after.people[emmy.id].introduced_by == ada.id
    assert after.people[ada.id].introduced_by == alan.id
    assert hypatia.id not in after.records["people"]
    assert [run.records for run in after.all(ImportRun)] == [(ada.id, emmy.id, alan.id)]


def test_only_an_import_that_is_there_can_be_taken_back() -> None:
    book, _ = came_in("Ada")
    for run_id in (0, 7):
        with pytest.raises(Refusal, match=f"No import has the id {run_id}"):
            imports.take_back(book, moment(), run_id)
    with pytest.raises(Refusal, match="There is no import to take back"):
        imports.take_back(Book(), moment(), 0)
