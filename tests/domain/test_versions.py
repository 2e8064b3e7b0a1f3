"""Where two write in one place, nothing is written over unseen, and the user chooses."""

from datetime import date

import pytest

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import OtherVersion, changed
from givenet_tui.domain.undoing import taken_back
from givenet_tui.domain.verbs import aspirations, people, versions
from tests.factories import MADE, aspiration, moment, person

SEEN = person("Ada", about="one", tags=("maths",), updated_at=MADE)


def newest(**fields: object) -> Book:
    return Book([changed(SEEN, updated_at="2026-01-06T10:00:00.000Z", **fields)])


def written(book: Book, **fields: object) -> Person:
    change = versions.meanwhile(book, moment(), SEEN, people.edit, SEEN.id, **fields)
    return book.apply(change.stamped(moment().instant)).people[SEEN.id]


def test_fields_that_the_other_wrote_in_stay() -> None:
    ada = written(newest(title="Countess"), about="two")
    assert (ada.about, ada.title, ada.other_versions) == ("two", "Countess", ())


def test_what_the_other_wrote_in_the_same_field_is_kept_beside() -> None:
    ada = written(newest(about="theirs"), about="mine")
    assert ada.about == "mine"
    assert ada.other_versions == (OtherVersion("about", "theirs", "2026-01-06T10:00:00.000Z"),)


def test_lists_keep_what_both_added() -> None:
    assert written(newest(tags=("maths", "looms")), tags=("maths", "poetry")).tags == ("maths", "looms", "poetry")


def test_without_another_writer_nothing_is_different() -> None:
    assert written(Book([SEEN]), about="mine").other_versions == ()


@pytest.mark.parametrize(
    ("field", "value", "taken"),
    [
        ("about", "theirs", "theirs"),
        ("met_on", "2026-11-12", date(2026, 11, 12)),
        ("birthday", "--12-10", Birthday(12, 10)),
        ("rhythm_days", 30, 30),
        ("extra", {"X": 1}, {"Y": 2, "X": 1}),
    ],
)
def test_the_other_version_can_be_taken_and_taken_back(field: str, value: object, taken: object) -> None:
    version = OtherVersion(field, value, MADE)
    ada = changed(SEEN, other_versions=(version,), extra={"Y": 2})
    book = Book([ada])
    change = versions.choose(book, moment(), ada, version, "there")
    after = book.apply(change)
    assert getattr(after.people[ada.id], field) == taken
    assert after.people[ada.id].other_versions == ()
    assert after.apply(taken_back(after, change)).people[ada.id] == ada
    stays = book.apply(versions.choose(book, moment(), ada, version, "here")).people[ada.id]
    assert stays == changed(ada, other_versions=())


def test_what_was_changed_while_one_chose_is_not_written_over_unseen() -> None:
    version = OtherVersion("about", "theirs", MADE)
    seen = changed(SEEN, about="mine", other_versions=(version,))
    book = Book([changed(seen, about="mine, and more")])
    with pytest.raises(Refusal, match="choose once more"):
        versions.choose(book, moment(), seen, version, "there")
    both = book.apply(versions.choose(book, moment(), seen, version, "both"))
    assert both.people[SEEN.id].about == "mine, and more\n\ntheirs"
    stays = book.apply(versions.choose(book, moment(), seen, version, "here"))
    assert stays.people[SEEN.id].about == "mine, and more"


def test_a_version_that_fits_no_more_is_refused_and_can_be_let_go() -> None:
    version = OtherVersion("met_on", "never", MADE)
    ada = changed(SEEN, other_versions=(version, OtherVersion("gone", "x", MADE)))
    for one in ada.other_versions:
        with pytest.raises(Refusal, match="let"):
            versions.choose(Book([ada]), moment(), ada, one, "there")


def test_words_written_over_what_was_deleted_meanwhile_bring_it_back() -> None:
    at = "2026-11-22T09:00:00.000Z"
    told = aspiration(SEEN, "fly")
    gone = changed(SEEN, deleted_at=at, updated_at=at)
    for book in (Book([gone, told]), Book([gone, changed(told, deleted_at=at, updated_at=at)])):
        change = versions.meanwhile(book, moment(), told, aspirations.edit, told.id, text="soar")
        after = book.apply(change)
        assert change.name == f"{SEEN.name}: goal changed, and brought back from the trash"
        assert after.people[SEEN.id].deleted_at == ""
        assert [one.text for one in after.aspirations_of(SEEN.id)] == ["soar"]
        assert after.apply(taken_back(after, change)).records == book.records
    nothing = versions.meanwhile(Book([gone]), moment(), SEEN, people.edit, SEEN.id, name=SEEN.name)
    assert not nothing, "and nothing written brings nothing back"


def test_words_written_over_what_was_taken_out_for_good_are_refused() -> None:
    with pytest.raises(Refusal, match="no longer in the book"):
        versions.meanwhile(Book(), moment(), SEEN, people.edit, SEEN.id, about="words")


# --- taking back ---------------------------------------------------------------------------------


def test_what_was_made_is_not_taken_back_once_something_hangs_on_it() -> None:
    added = people.add(Book(), moment(), name="Ada")
    book = Book().apply(added)
    ada = next(iter(book.people.values()))
    later = book.apply(Change("", (Edit(None, aspiration(ada, "fly")),)))
    with pytest.raises(Refusal, match="“Ada” has “fly” by now"):
        taken_back(later, added)
    assert taken_back(book, added).edits == (Edit(ada, None),)


def test_a_field_that_was_changed_since_is_named() -> None:
    told = aspiration(SEEN, "fly")
    book = Book([SEEN, told])
    change = aspirations.edit(book, moment(), told.id, text="soar")
    after = book.apply(change)
    again = after.apply(aspirations.edit(after, moment(), told.id, text="glide"))
    with pytest.raises(Refusal, match=r"“glide”|“soar” has been changed since \(text\)"):
        taken_back(again, change)


def test_what_others_added_to_a_list_survives() -> None:
    book = Book([SEEN])
    change = people.edit(book, moment(), SEEN.id, tags=("maths", "poetry"))
    after = book.apply(change)
    later = after.apply(people.edit(after, moment(), SEEN.id, tags=("maths", "poetry", "looms")))
    assert later.apply(taken_back(later, change)).people[SEEN.id].tags == ("maths", "looms")
