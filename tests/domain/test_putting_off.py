"""How often a line was put off is said while it is open, and forgotten once it is done."""

from datetime import timedelta

import pytest

from givenet_tui.domain.agenda import agenda
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import What, put_off_words
from givenet_tui.domain.people import Person
from givenet_tui.domain.settings import Settings
from givenet_tui.domain.verbs import aspirations, check_ins, interactions, offers
from tests.domain.test_agenda_always import ago
from tests.factories import TODAY, aspiration, moment, offer, person, touch

NO_SLOTS = Settings(id=1, slots_per_part=0)


def put_off(book: Book, whom: Person, *, record: int = 0, what: What = "quiet", times: int = 2) -> Book:
    """The line put off by a day, day after day, so that it is here again today."""
    for days in range(times, 0, -1):
        change = check_ins.bump(
            book, moment(ago(days)), what=what, person_id=whom.id, record_id=record or whom.id, days=1
        )
        book = book.apply(change)
    return book


def times(book: Book, days: int = 0) -> list[int]:
    return [line.put_off for line in agenda(book, TODAY + timedelta(days)).lines]


@pytest.mark.parametrize(
    ("count", "words"),
    [(-1, ""), (0, ""), (1, "put off once"), (2, "put off twice"), (3, "put off 3 times"), (12, "put off 12 times")],
)
def test_the_count_in_words(count: int, words: str) -> None:
    assert put_off_words(count) == words


def test_a_line_knows_how_often_it_was_put_off_and_is_done_without() -> None:
    ada = person(rhythm_days=7)
    book = put_off(Book([ada, NO_SLOTS]), ada)
    assert times(book) == [2]
    book = book.apply(check_ins.ticked(book, moment(), interactions.log(book, moment(), (ada.id,)), "done"))
    assert times(book) == [0]
    assert [line.how for line in agenda(book, TODAY).lines] == ["done"]
    assert times(book, days=8) == [0], "when they have gone quiet again"
    assert times(put_off(book, ada, times=1)) == [0], "of today's tick nothing is counted"


def test_what_was_put_off_today_and_is_done_after_all_is_done() -> None:
    ada = person(rhythm_days=7)
    book = Book([ada, NO_SLOTS])
    book = book.apply(check_ins.bump(book, moment(), what="quiet", person_id=ada.id, record_id=ada.id, days=30))
    book = book.apply(check_ins.ticked(book, moment(), interactions.log(book, moment(), (ada.id,)), "done"))
    [line] = agenda(book, TODAY).lines
    assert (line.how, line.reason) == ("done", "in touch today, after 321 days")
    snooze = book.snooze_of(ada.id)
    assert snooze
    assert (snooze.count, snooze.until) == (0, ago(-1))


def test_it_is_forgotten_though_the_line_was_away_when_it_was_done() -> None:
    ada = person(rhythm_days=7)
    book = put_off(Book([ada, NO_SLOTS]), ada, times=2)
    book = book.apply(check_ins.put_off(book, moment(ago(1)), ada.id, 10))
    assert times(book) == []
    book = book.apply(check_ins.ticked(book, moment(), interactions.log(book, moment(), (ada.id,)), "done"))
    assert times(book) == [], "and it makes no new work today"
    assert times(book, days=8) == [0]


def test_an_old_touch_and_words_about_something_else_leave_the_count() -> None:
    ada, grace = person(rhythm_days=7), person("Grace", rhythm_days=7)
    book = put_off(Book([ada, grace, NO_SLOTS, touch(ada, on=ago(60))]), ada)
    for change in (
        interactions.log(book, moment(), (ada.id,), on=ago(40)),
        interactions.log(book, moment(), (grace.id,)),
        aspirations.hear(book, moment(), ada.id, "hope", "rest"),
    ):
        after = book.apply(check_ins.ticked(book, moment(), change, "done"))
        assert [line.put_off for line in agenda(after, TODAY).lines if line.person == ada.id] == [2]


def test_a_step_of_an_offer_forgets_and_taking_it_back_remembers() -> None:
    ada = person()
    draft = offer(ada, "drafted", on=ago(9))
    book = put_off(Book([ada, draft, aspiration(ada), NO_SLOTS]), ada, record=draft.id, what="draft")
    assert times(book) == [2]
    change = check_ins.ticked(book, moment(), offers.step(book, moment(), draft.id, "offered"), "done")
    after = book.apply(change)
    assert times(after) == [0]
    assert times(after, days=7) == [0]
    assert times(after.apply(change.inverse())) == [2]


def test_no_answer_yet_is_not_putting_off() -> None:
    ada = person()
    waits = offer(ada, "offered", on=ago(9))
    book = Book([ada, waits, aspiration(ada), NO_SLOTS])
    book = book.apply(check_ins.not_yet(book, moment(), what="waiting", person_id=ada.id, record_id=waits.id))
    [line] = agenda(book, TODAY).lines
    assert (line.how, line.reason) == ("passed", "no answer yet; it comes again on Sunday 29 November")
    assert times(book, days=7) == [0]
