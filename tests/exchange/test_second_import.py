import pytest

from givenet_tui.domain.book import Book
from givenet_tui.domain.imports import bring_in, sort_out
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import changed
from givenet_tui.exchange.reading import read
from tests.exchange.samples import linkedin_csv, linkedin_zip, mixed_vcards
from tests.factories import moment


@pytest.mark.parametrize("data", [mixed_vcards(), linkedin_csv(), linkedin_zip()], ids=["vcard", "linkedin", "zip"])
def test_a_second_import_adds_nothing_whatever_became_of_the_people(data: bytes) -> None:
    people = read(data, "x").people
    book = Book().apply(bring_in(Book(), moment(), "x", people))
    assert len(book.people) == len(people)
    fates = ({"archived_on": moment().today}, {"deleted_at": moment().instant}, {"name": "renamed", "emails": ()})
    met = [changed(one, **fates[count % 3]) for count, one in enumerate(book.all(Person))]
    again = sort_out(Book(met), read(data, "x").people)
    assert (again.fresh, again.doubles) == ((), ())
    assert len(again.already_here) == len(people)
