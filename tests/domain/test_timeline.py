from datetime import date

from hypothesis import given

from givenet_tui.domain.book import Book
from givenet_tui.domain.offers import Step
from givenet_tui.domain.timeline import timeline
from tests.domain.random_books import books, some
from tests.factories import aspiration, came_back, objective, offer, person, touch


def on(day: int) -> date:
    return date(2026, 11, day)


@some
@given(books())
def test_everything_between_you_is_there_once_and_newest_first(book: Book) -> None:
    for person_id in book.people:
        entries = timeline(book, person_id)
        days = [entry.on for entry in entries]
        assert days == sorted(days, reverse=True)
        between = (book.interactions_of, book.offers_of, book.introductions_to, book.help_of)
        expected = [record for of in between for record in of(person_id)]
        assert sorted(entry.record.id for entry in entries) == sorted(record.id for record in expected)


def test_each_entry_says_what_it_was_and_needs_no_looking_up() -> None:
    ada, grace, gone = person(), person("Grace"), person("Gone", deleted_at="2026-11-01T00:00:00.000Z")
    goal, mine = aspiration(ada), objective()
    steps = (Step("drafted", on(2)), Step("offered", on(4)), Step("accepted", on(5)), Step("done", on(12)))
    given_ = offer(ada, "done", steps=steps, serves=goal.id, outcome="they used every comment")
    declined = offer(ada, "declined", on(6), objective=mine.id, introduces=grace.id, part="resource")
    call = touch(ada, grace, gone, on=on(19), channel="call", text="Stuck finding a translator.")
    letter = came_back(ada, on=on(1), objective=mine.id)
    ada_met = person("Ada", id=ada.id, met_on=date(1833, 6, 5), met_where="Babbage's soirée")
    entries = timeline(Book([ada_met, grace, gone, goal, mine, given_, declined, call, letter]), ada.id)
    assert [(entry.on, entry.kind, entry.label, entry.text) for entry in entries] == [
        (on(19), "touch", "call", "Stuck finding a translator."),
        (on(12), "gave", "gave", "Read the proofs of Note G"),
        (on(6), "offer", "declined", "Read the proofs of Note G"),
        (on(1), "came back", "came back", "a letter to the Royal Society"),
        (date(1833, 6, 5), "met", "met", "Babbage's soirée"),
    ]
    assert [entry.record.id for entry in entries] == [call.id, given_.id, declined.id, letter.id, ada.id]
    assert entries[0].others == ("Grace",), "neither the person nor who lies in the trash"
    assert (entries[1].outcome, entries[1].serves) == ("they used every comment", goal)
    assert (entries[2].others, entries[2].objective) == (("Grace",), mine)
    assert entries[3].objective == mine


def test_of_one_day_what_was_written_last_comes_first_and_meeting_comes_below() -> None:
    ada = person(met_on=on(3))
    first, second, older = touch(ada, on=on(3)), touch(ada, on=on(3)), touch(ada, on=on(2))
    entries = timeline(Book([ada, second, first, older]), ada.id)
    assert [entry.record for entry in entries] == [second, first, ada, older]


def test_what_lies_in_the_trash_is_not_named() -> None:
    ada = person()
    goal = aspiration(ada, deleted_at="2026-11-01T00:00:00.000Z")
    [entry] = timeline(Book([ada, goal, offer(ada, serves=goal.id)]), ada.id)
    assert entry.serves is None


def test_nobody_has_an_empty_timeline() -> None:
    assert timeline(Book(), 7) == []
