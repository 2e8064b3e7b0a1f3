"""What a sentence does: just what its reading says, as one change."""

from datetime import date

import pytest

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.line.readings import Reading
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.verbs.line import write
from tests.domain.line.people import ADA, BOOK, GRACE, YONATH, understood
from tests.factories import TODAY, moment


def written(sentence: str, book: Book = BOOK) -> tuple[str, list[Record]]:
    """The name of the change, and the records that it leaves."""
    change = write(book, moment(), understood(sentence).readings[0])
    book.apply(change)
    return change.name, [edit.record for edit in change.edits]


def test_a_touch_with_a_tag_for_its_people_is_one_change() -> None:
    name, records = written("lunch with Ada and Grace yesterday #work")
    touch, ada, grace = records
    assert isinstance(touch, Interaction)
    assert (touch.people, touch.on, touch.channel, touch.text) == (
        (ADA.id, GRACE.id), date(2026, 11, 21), "met", "lunch",
    )  # fmt: skip
    assert [(one.id, one.tags) for one in (ada, grace) if isinstance(one, Person)] == [
        (ADA.id, ("work",)), (GRACE.id, ("work",)),
    ]  # fmt: skip
    assert name == "Ada Lovelace, Grace Hopper: touch logged"


def test_what_someone_told_is_written_down_with_its_day_and_its_end() -> None:
    _, (told,) = written("yesterday countess said she wants to finish the draft by friday")
    assert isinstance(told, Aspiration)
    assert (told.person, told.kind, told.text) == (ADA.id, "goal", "finish the draft")
    assert (told.heard_on, told.horizon) == (date(2026, 11, 21), "2026-11-27")


def test_where_it_was_told_and_the_address_of_someone_new_are_written_down_too() -> None:
    _, (told,) = written("grace dreams of a library on the river last wednesday at dinner")
    assert isinstance(told, Aspiration)
    assert (told.heard_on, told.heard_where, told.text) == (
        date(2026, 11, 18), "at dinner", "a library on the river",
    )  # fmt: skip
    _, people = written("add Emmy Noether emmy@noether.example, Lise Meitner")
    assert [(one.name, [email.value for email in one.emails]) for one in people if isinstance(one, Person)] == [
        ("Emmy Noether", ["emmy@noether.example"]), ("Lise Meitner", []),
    ]  # fmt: skip


def test_what_two_dream_of_is_written_down_for_each() -> None:
    name, told = written("ada, grace dream of a school")
    assert [one.person for one in told if isinstance(one, Aspiration)] == [ADA.id, GRACE.id]
    assert name == "2 dreams written down"


def test_an_offer_goes_onto_the_board() -> None:
    name, (made,) = written("offer grace: read her outline by fri")
    assert isinstance(made, Offer)
    assert (made.person, made.what, made.due, made.month) == (
        GRACE.id, "read her outline", date(2026, 11, 27), "2026-11",
    )  # fmt: skip
    assert name == "Grace Hopper: offer drafted"


def test_people_are_added_with_their_tags() -> None:
    name, people = written("add Emmy Noether, Lise Meitner #maths")
    assert [(one.name, one.tags) for one in people if isinstance(one, Person)] == [
        ("Emmy Noether", ("maths",)), ("Lise Meitner", ("maths",)),
    ]  # fmt: skip
    assert name == "2 people: added to your circle"


def test_a_tag_that_someone_has_is_not_given_twice() -> None:
    tagged = changed(YONATH, tags=("Mentor", "work"))
    book = Book([changed(one, tags=tagged.tags) if one.id == tagged.id else one for one in BOOK.people.values()])
    name, (now,) = written("tag ada yonath mentor, chemistry", book)
    assert isinstance(now, Person)
    assert now.tags == ("Mentor", "work", "chemistry")
    assert name == "Ada Yonath: #mentor #chemistry"
    assert not write(book, moment(), understood("tag ada yonath mentor").readings[0])


@pytest.mark.parametrize("what", ["touch", "offer", "aspiration", "tags"])
def test_nobody_who_has_gone_meanwhile_is_written_about(what: str) -> None:
    gone = Reading(what, people=(5,), text="tea", on=TODAY, tags=("work",))  # type: ignore[arg-type]
    with pytest.raises(Refusal):
        write(BOOK, moment(), gone)
