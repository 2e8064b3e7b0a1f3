from datetime import date

import pytest

from givenet_tui.domain.agenda import Agenda, agenda, resolved_lines
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, edited
from givenet_tui.domain.check_ins import CheckIn, Handled, Snooze, What
from givenet_tui.domain.offers import Step
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Settings
from givenet_tui.domain.verbs import check_ins, interactions, offers, people, trash
from tests.domain.test_agenda_always import ago, dealt_with, handled, keys, whats
from tests.factories import TODAY, aspiration, moment, offer, person, touch

# --- what comes, and in which order --------------------------------------------------------------


def test_an_empty_book_asks_for_nothing() -> None:
    assert agenda(Book(), TODAY) == Agenda(TODAY, (), 0, 0, 0)
    assert agenda(Book(), TODAY).is_through


def known(someone: Person) -> Record:
    """Something they told you, so that they are not asked about."""
    return aspiration(someone, heard_on=ago(200))


def test_the_kinds_come_in_the_order_of_the_day() -> None:
    ada, grace, alan, mary, emmy, kay, flo = (person(name, rhythm_days=0) for name in "abcdefg")
    mary = changed(mary, birthday=Birthday(11, 26))
    emmy = changed(emmy, rhythm_days=30)
    flo = changed(flo, archived_on=ago(3))
    book = Book([
        Settings(id=1, agenda_size=9),
        ada, offer(ada, "accepted", ago(5), due=ago(-1)),
        grace, offer(grace, "offered", ago(9)),
        alan, offer(alan, "drafted", ago(6)), known(alan),
        mary, emmy, touch(emmy, on=ago(47), channel="call"), kay,
        flo, offer(flo, "accepted", ago(30)),
    ])  # fmt: skip
    lines = agenda(book, TODAY).lines
    assert [(line.what, line.reason) for line in lines] == [
        ("promised", "accepted, due tomorrow"),
        ("waiting", "offered 9 days ago, no answer yet"),
        ("draft", "drafted 6 days ago"),
        ("birthday", "has a birthday on Thursday"),
        ("quiet", "47 days since your last call; you wanted every 30"),
        ("slot", "Be a resource has room: in your circle since January, no offer so far"),
    ]
    assert lines[-1].person == kay.id
    assert lines[-1].part == "resource"
    assert agenda(book, TODAY, more=9).more_there == 0


def test_in_the_last_days_of_the_month_drafts_come_before_answers() -> None:
    ada, grace = person(), person("Grace")
    book = Book([ada, grace, offer(ada, "offered", ago(20)), offer(grace, "drafted", ago(20))])
    assert whats(book, date(2026, 11, 23))[:2] == ["waiting", "draft"]
    assert whats(book, date(2026, 11, 24))[:2] == ["draft", "waiting"]


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (-4, None),
        (-3, "accepted, by 25 Nov"),
        (-1, "accepted, due tomorrow"),
        (0, "accepted, due today"),
        (3, "accepted, its day was 3 days ago"),
    ],
)
def test_a_promise_comes_when_its_day_is_near(days: int, reason: str | None) -> None:
    ada = person()
    book = Book([ada, offer(ada, "accepted", ago(10), due=ago(days)), known(ada)])
    found = [line.reason for line in agenda(book, TODAY).lines if line.what == "promised"]
    assert found == ([reason] if reason else [])


def test_a_promise_without_a_day_comes_after_a_week() -> None:
    ada, grace = person(), person("Grace")
    book = Book([ada, grace, offer(ada, "accepted", ago(6)), offer(grace, "accepted", ago(7)), known(ada)])
    [line] = [line for line in agenda(book, TODAY).lines if line.what == "promised"]
    assert (line.person, line.reason) == (grace.id, "accepted a week ago, no day set")


def test_promises_come_earliest_first_and_no_day_means_a_week_after_the_yes() -> None:
    ada, grace, alan = person(), person("Grace"), person("Alan")
    soon, past = offer(ada, "accepted", ago(2), due=ago(-2)), offer(grace, "accepted", ago(2), due=ago(5))
    unsaid = offer(alan, "accepted", ago(10))
    lines = agenda(Book([ada, grace, alan, soon, past, unsaid]), TODAY).lines
    assert [line.record for line in lines[:3]] == [past.id, unsaid.id, soon.id]


def test_a_draft_of_next_month_waits_for_its_month() -> None:
    ada, grace = person(), person("Grace")
    book = Book([
        ada, grace, known(ada), known(grace),
        offer(ada, month="2026-12"), offer(grace, on=ago(40), month="2026-10"),
    ])  # fmt: skip
    assert [line.person for line in agenda(book, TODAY).lines if line.what == "draft"] == [grace.id]


@pytest.mark.parametrize(
    ("born", "today", "reason"),
    [
        (Birthday(11, 22), TODAY, "has a birthday today"),
        (Birthday(11, 23, 1990), TODAY, "turns 36 tomorrow"),
        (Birthday(11, 26, 1986), TODAY, "turns 40 on Thursday"),
        (Birthday(11, 29), TODAY, "has a birthday in a week"),
        (Birthday(11, 30), TODAY, None),
        (Birthday(11, 21), TODAY, None),
        (Birthday(2, 29, 1988), date(2027, 2, 26), "turns 39 on Sunday"),
        (Birthday(2, 29), date(2027, 3, 1), None),
        (Birthday(1, 2, 1990), date(2026, 12, 29), "turns 37 on Saturday"),
    ],
)
def test_a_birthday_comes_within_a_week(born: Birthday, today: date, reason: str | None) -> None:
    ada = person(birthday=born)
    found = [line.reason for line in agenda(Book([ada]), today).lines if line.what == "birthday"]
    assert found == ([reason] if reason else [])


def test_whoever_was_greeted_today_is_not_asked_for_again() -> None:
    ada = person(birthday=Birthday(11, 24))
    book = Book([ada])
    change = interactions.log(book, moment(), (ada.id,), channel="call")
    assert [line.what for line in resolved_lines(book, book.apply(change), TODAY)] == ["birthday"]
    assert "birthday" not in whats(book.apply(change))
    assert whats(book.apply(change), ago(-1))[0] == "birthday", "tomorrow they are"


def test_at_most_two_have_gone_quiet_a_day_the_quietest_first() -> None:
    people = [person(name, rhythm_days=rhythm) for name, rhythm in [("a", 30), ("b", 7), ("c", 14), ("d", 300)]]
    touches = [touch(someone, on=ago(60)) for someone in people]
    book = Book([*people, *touches, *map(known, people), Settings(id=1, slots_per_part=0)])
    assert [line.person for line in agenda(book, TODAY).lines] == [people[1].id, people[2].id]
    assert [line.person for line in agenda(book, TODAY, 1).lines] == [people[1].id, people[2].id, people[0].id]


@pytest.mark.parametrize(
    ("between", "words"),
    [
        ("met", "since you last met"),
        ("call", "since your last call"),
        ("message", "since your last message"),
        ("letter", "since your last letter"),
        ("other", "since you were last in touch"),
        ("gave", "since you last gave"),
        ("nothing", "in your circle, and not in touch yet"),
    ],
)
def test_a_quiet_line_says_what_it_was_last_time(between: str, words: str) -> None:
    ada = person(rhythm_days=30)
    last = {"gave": [offer(ada, "done", ago(47))], "nothing": []}.get(
        between, [touch(ada, on=ago(47), channel=between)]
    )
    [line] = [line for line in agenda(Book([ada, *last]), TODAY).lines if line.what == "quiet"]
    days = 47 if last else 321
    assert line.reason == f"{days} days {words}; you wanted every 30"


def test_a_person_without_a_rhythm_is_never_quiet() -> None:
    ada, grace = person(), person("Grace", rhythm_days=0, tags=("family",))
    book = Book([ada, grace, Settings(id=1, rhythms={"family": 7})])
    assert "quiet" not in whats(book, more=9)


def test_what_was_told_last_makes_a_line_worth_doing_and_an_offer_says_what_it_serves() -> None:
    ada = person(rhythm_days=30)
    old, new = aspiration(ada, "old", heard_on=ago(90)), aspiration(ada, "new", heard_on=ago(60))
    gone = aspiration(ada, "gone", heard_on=ago(50), status="let_go")
    book = Book([ada, old, new, gone])
    [line] = [line for line in agenda(book, TODAY).lines if line.what == "quiet"]
    assert line.aspiration == new.id
    assert not line.question
    [line] = [
        line
        for line in agenda(Book([ada, old, new, offer(ada, on=ago(4), serves=old.id)]), TODAY).lines
        if line.what == "draft"
    ]
    assert line.aspiration == old.id


def test_a_quiet_line_asks_a_question_when_nothing_is_known() -> None:
    ada = person(rhythm_days=30)
    [line] = [line for line in agenda(Book([ada]), TODAY).lines if line.what == "quiet"]
    assert line.question.endswith("?")


def test_nobody_left_to_choose_is_no_line() -> None:
    ada = person()
    book = Book([ada, known(ada), offer(ada, "chosen"), offer(ada, "chosen", part="resource")])
    assert agenda(book, TODAY).lines == ()
    assert agenda(Book([person(archived_on=ago(1))]), TODAY).lines == ()


def test_one_person_on_the_board_is_asked_about_a_day() -> None:
    ada, grace = person(), person("Grace")
    book = Book([ada, grace, offer(ada, "chosen"), offer(grace, "chosen"), Settings(id=1, slots_per_part=2)])
    unknown = [line for line in agenda(book, TODAY, 0).lines if line.what == "unknown"]
    assert len(unknown) == 1
    assert unknown[0].question.endswith("?")


# --- put off, handled, gone ----------------------------------------------------------------------


@pytest.mark.parametrize(("until", "there"), [(0, True), (-1, False), (-30, False)])
def test_a_line_that_was_put_off_comes_back_on_its_day(until: int, there: bool) -> None:
    ada = person(rhythm_days=7)
    book = Book([ada, Snooze(id=1, record=ada.id, until=ago(until)), Settings(id=1, slots_per_part=0)])
    assert ("quiet" in whats(book)) == there


def test_whoever_was_put_off_is_not_suggested_for_a_slot() -> None:
    ada = person()
    assert whats(Book([ada])) == ["slot"]
    assert whats(Book([ada, Snooze(id=1, record=ada.id, until=ago(-1))]), more=5) == []


def test_putting_an_offer_off_leaves_the_person_on_the_list() -> None:
    ada = person(rhythm_days=7)
    waits = offer(ada, "offered", ago(20))
    book = Book([ada, waits, Snooze(id=1, record=waits.id, until=ago(-3))])
    assert whats(book)[0] == "quiet"


def test_a_bumped_line_stays_ticked_today_and_is_away_tomorrow() -> None:
    ada = person(rhythm_days=7)
    book = Book([ada, Settings(id=1, slots_per_part=0)])
    [line] = agenda(book, TODAY).lines
    change = check_ins.bump(book, moment(), what="quiet", person_id=ada.id, record_id=ada.id, days=3)
    book = book.apply(change)
    [ticked] = agenda(book, TODAY).lines
    assert (line.put_off, ticked.how, ticked.reason) == (0, "bumped", "until Wednesday 25 November")
    assert agenda(book, ago(-1)).lines == agenda(book, ago(-2)).lines == ()
    [back] = agenda(book, ago(-3)).lines
    assert (back.what, back.put_off) == ("quiet", 1)


def test_whoever_was_dealt_with_today_does_not_come_again() -> None:
    ada = person(rhythm_days=7)
    book = Book([ada, offer(ada, "accepted", ago(20)), Settings(id=1, slots_per_part=0)])
    [line] = agenda(book, TODAY).lines
    book = handled(book, line, "passed")
    assert whats(book, more=5) == ["promised"]


def test_what_was_dealt_with_and_deleted_leaves_the_list_and_makes_no_new_work() -> None:
    ada, grace = person(rhythm_days=7), person("Grace", rhythm_days=7)
    promise = offer(ada, "accepted", ago(20))
    book = Book([Settings(id=1, agenda_size=1, slots_per_part=0), ada, grace, promise])
    [line] = agenda(book, TODAY).lines
    book = handled(book, line)
    deleted = book.apply(edited("delete", promise, changed(promise, deleted_at="2026-11-22T10:00:00.000Z")))
    assert agenda(deleted, TODAY).lines == ()
    assert agenda(deleted, TODAY).is_through
    assert agenda(deleted, TODAY).handled == 0


def test_a_ticked_line_says_what_became_of_it() -> None:
    ada, grace, alan = (
        person("Ada", rhythm_days=0), person("Grace", rhythm_days=0), person("Alan", rhythm_days=30),
    )  # fmt: skip
    book = Book([
        ada, grace, alan, offer(ada, "accepted", ago(9)), offer(grace, "drafted", ago(4)), touch(alan, on=ago(47)),
        Settings(id=1, slots_per_part=0),
    ])  # fmt: skip
    for line in agenda(book, TODAY).lines:
        book = dealt_with(book, line)
    assert [line.reason for line in agenda(book, TODAY).lines] == [
        "done today",
        "offered today",
        "in touch today, after 47 days",
    ]


def test_a_touch_of_last_week_written_down_today_moves_no_ticked_line() -> None:
    ada, grace = person("Ada", rhythm_days=20), person("Grace", rhythm_days=10)
    book = Book([ada, grace, touch(ada, on=ago(60)), touch(grace, on=ago(25)), Settings(id=1, slots_per_part=0)])
    before = keys(agenda(book, TODAY).lines)
    assert [person_id for _, person_id, _ in before] == [ada.id, grace.id]
    now = moment()
    change = interactions.log(book, now, (ada.id,), on=ago(7))
    book = book.apply(check_ins.ticked(book, now, change, "done"))
    assert keys(agenda(book, TODAY).lines) == before
    assert agenda(book, TODAY).lines[0].reason == "in touch a week ago"


def test_a_step_taken_again_today_moves_no_ticked_line() -> None:
    ada, grace = person(), person("Grace")
    first, second = offer(ada, "offered", ago(30)), offer(grace, "offered", ago(20))
    book = Book([ada, grace, first, second, Settings(id=1, slots_per_part=0)])
    before = keys(agenda(book, TODAY).lines)
    again = changed(first, steps=(*first.steps, Step("offered", TODAY)))
    book = handled(book, agenda(book, TODAY).lines[0]).apply(edited("again", first, again))
    assert keys(agenda(book, TODAY).lines) == before


# --- what a change settles -----------------------------------------------------------------------


def settled(book: Book, change: Change) -> list[What]:
    return [line.what for line in resolved_lines(book, book.apply(change), TODAY)]


def test_a_change_settles_the_lines_it_leaves_nothing_to_do_for() -> None:
    ada, grace = person(rhythm_days=7), person("Grace", rhythm_days=7)
    book = Book([ada, grace, touch(ada, grace, on=ago(50)), Settings(id=1, slots_per_part=0)])
    assert settled(book, interactions.log(book, moment(), (ada.id, grace.id))) == ["quiet", "quiet"]
    assert settled(book, interactions.log(book, moment(), (ada.id,))) == ["quiet"]
    assert settled(book, interactions.log(book, moment(), (ada.id,), on=ago(40))) == []


def test_putting_a_line_off_is_not_settling_it() -> None:
    ada = person(rhythm_days=7)
    book = Book([ada, touch(ada, on=ago(50))])
    assert settled(book, check_ins.put_off(book, moment(), ada.id, 3)) == []


def test_choosing_the_one_who_was_suggested_settles_the_slot() -> None:
    ada, grace = person(), person("Grace")
    book = Book([ada, grace, aspiration(ada, heard_on=ago(3))])
    [line] = agenda(book, TODAY).lines
    assert (line.what, line.person, line.part) == ("slot", ada.id, "raise_up")
    assert settled(book, offers.choose(book, moment(), ada.id, "raise_up")) == ["slot"]
    assert settled(book, offers.choose(book, moment(), grace.id, "raise_up")) == []


def test_an_answer_settles_who_waited_and_words_do_not() -> None:
    ada = person()
    waits = offer(ada, "offered", ago(9))
    book = Book([ada, waits])
    assert settled(book, offers.step(book, moment(), waits.id, "declined"))[:1] == ["waiting"]
    assert settled(book, offers.edit(book, moment(), waits.id, what="Read all of it")) == []


def test_letting_someone_rest_or_deleting_what_a_line_is_about_leaves_nothing_to_do() -> None:
    ada = person(rhythm_days=7)
    promise = offer(ada, "accepted", ago(20))
    book = Book([ada, promise, Settings(id=1, slots_per_part=0)])
    assert settled(book, people.let_rest(book, moment(), (ada.id,))) == ["promised"]
    assert settled(book, trash.delete(book, moment(), promise, "the offer")) == ["promised"]
    assert settled(book, trash.delete(book, moment(), ada, "Ada")) == ["promised"]


@pytest.mark.parametrize(("born", "said"), [(22, " · turns 42 today"), (23, " · turns 42 tomorrow"), (24, "")])
def test_a_birthday_that_is_near_is_not_lost_by_the_tick_of_another_line(born: int, said: str) -> None:
    ada = person(birthday=Birthday(11, born, 1984))
    waiting = offer(ada, "offered", on=ago(10))
    ticked = CheckIn(id=9, on=TODAY, handled=(Handled("waiting", ada.id, waiting.id, "done"),))
    accepted = changed(waiting, status="accepted", steps=(*waiting.steps, Step("accepted", TODAY)))
    assert [line.reason for line in agenda(Book([ada, accepted, ticked]), TODAY).lines] == [f"accepted today{said}"]
