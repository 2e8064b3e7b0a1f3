from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.agenda import CAPS, Agenda, Line, agenda, resolved_lines, smoothed_share
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, edited
from givenet_tui.domain.check_ins import CheckIn, Handled, How, Snooze, What
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Settings
from givenet_tui.domain.verbs import aspirations, check_ins, interactions, offers
from tests.domain.random_books import books, many, some
from tests.factories import TODAY, aspiration, moment, offer, person, touch

HOWS: list[How] = ["done", "bumped", "passed"]


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def everything(book: Book) -> list[Record]:
    return [record for rows in book.records.values() for record in rows.values()]


def handled(book: Book, line: Line, how: How = "done") -> Book:
    """The book after a line was dealt with, and nothing else happened."""
    return book.apply(check_ins._handled(book, moment(), (Handled(line.what, line.person, line.record, how),)))


def keys(lines: tuple[Line, ...]) -> list[tuple[What, int, int]]:
    return [(line.what, line.person, line.record) for line in lines]


def whats(book: Book, today: date = TODAY, more: int = 0) -> list[What]:
    return [line.what for line in agenda(book, today, more).lines]


# --- properties ----------------------------------------------------------------------------------


@some
@given(books(), st.integers(0, 2), st.randoms(use_true_random=False))
def test_the_agenda_hangs_on_what_is_in_the_book_and_not_on_its_order(book: Book, more: int, random: Random) -> None:
    records = everything(book)
    random.shuffle(records)
    assert agenda(Book(records), TODAY, more) == agenda(book, TODAY, more)


@many
@given(books(), st.integers(0, 2))
def test_nobody_comes_twice_and_nobody_who_rests_or_is_put_off(book: Book, more: int) -> None:
    lines = agenda(book, TODAY, more).lines
    people = [line.person for line in lines]
    assert len(set(people)) == len(people)
    circle = {person.id for person in book.circle}
    assert set(people) <= circle
    put_off = {snooze.record for snooze in book.all(Snooze) if snooze.until > TODAY}
    assert not put_off & {line.record for line in lines}
    if more == 0:
        assert len(lines) <= book.settings.agenda_size
        counts = Counter(line.what for line in lines)
        assert all(counts[what] <= cap for what, cap in CAPS.items())


@many
@given(books())
def test_every_reason_is_true(book: Book) -> None:
    for line in agenda(book, TODAY, more=9).lines:
        FACTS[line.what](book, line)
        if line.aspiration:
            told = {told.id: told for told in book.aspirations_of(line.person)}
            serves = book.find(Offer, line.offer)
            assert line.aspiration in told or (serves and serves.serves == line.aspiration)
        assert not (line.question and line.aspiration)
        assert line.offer in {None, line.record}


def promised(book: Book, line: Line) -> None:
    kept = book.get(Offer, line.record)
    accepted = [step.on for step in kept.steps if step.status == "accepted"][-1]
    assert kept.status == "accepted"
    if kept.due:
        assert kept.due <= TODAY + timedelta(3)
        assert line.reason.startswith("accepted, ")
        assert ("tomorrow" in line.reason) == (kept.due == TODAY + timedelta(1))
    else:
        assert accepted <= ago(7)
        assert f"{(TODAY - accepted).days} days ago" in line.reason or (TODAY - accepted).days in {7, *range(14, 999)}


def waiting(book: Book, line: Line) -> None:
    made = book.get(Offer, line.record)
    assert made.status == "offered"
    assert made.steps[-1].on <= ago(7)
    assert line.reason.startswith("offered ")
    assert line.reason.endswith(" ago, no answer yet")


def draft(book: Book, line: Line) -> None:
    words = book.get(Offer, line.record)
    assert words.status == "drafted"
    assert words.month <= "2026-11"
    days = (TODAY - words.steps[-1].on).days
    assert line.reason.startswith({0: "drafted today", 1: "drafted yesterday"}.get(days, "drafted "))


def birthday(book: Book, line: Line) -> None:
    born = book.person(line.person).birthday
    assert born is not None
    week = {ago(-days) for days in range(8)}
    assert born.in_year(2026) in week
    assert born.year is None or f"turns {2026 - born.year} " in line.reason


def quiet(book: Book, line: Line) -> None:
    person = book.person(line.person)
    days = [touch.on for touch in book.interactions_of(person.id)]
    days += [kept.steps[-1].on for kept in book.offers_of(person.id) if kept.status == "done"]
    since = (TODAY - max(days, default=date(2026, 1, 5))).days
    tags = [book.settings.rhythms[tag] for tag in person.tags if tag in book.settings.rhythms]
    rhythm = person.rhythm_days or min(tags)
    assert since > rhythm
    assert line.reason.startswith(f"{since} days ")
    assert line.reason.endswith(f"; you wanted every {rhythm}")
    assert ("not in touch yet" in line.reason) == (not days)


def slot(book: Book, line: Line) -> None:
    assert line.part is not None
    here = [one for one in book.offers_in("2026-11") if one.month == "2026-11" and one.part == line.part]
    standing = [one.person for one in here if one.status not in {"declined", "let_go"}]
    assert len(standing) < book.settings.slots_per_part
    assert line.person not in standing
    assert " has room: " in line.reason


def unknown(book: Book, line: Line) -> None:
    assert all(told.status == "let_go" for told in book.aspirations_of(line.person))
    assert any(one.person == line.person for one in book.offers_in("2026-11") if one.month == "2026-11")
    assert line.question
    assert line.reason == "on your board, and you know nothing they hope for yet"


FACTS = {
    "promised": promised, "waiting": waiting, "draft": draft, "birthday": birthday, "quiet": quiet,
    "slot": slot, "unknown": unknown,
}  # fmt: skip


@many
@given(st.data())
def test_handling_any_line_keeps_every_line_in_its_place_and_the_list_ends(data: st.DataObject) -> None:
    book = data.draw(books())
    first = agenda(book, TODAY)
    now = first
    for done in range(len(first.lines)):
        assert keys(now.lines) == keys(first.lines)
        assert (now.handled, now.open) == (done, len(first.lines) - done)
        assert not now.is_through
        line = data.draw(st.sampled_from([line for line in now.lines if line.how is None]))
        book = handled(book, line, data.draw(st.sampled_from(HOWS)))
        now = agenda(book, TODAY)
    assert keys(now.lines) == keys(first.lines)
    assert now.is_through
    assert all(line.how for line in now.lines)


def dealt_with(book: Book, line: Line) -> Book:
    """The book after what `space` does on a line, ticks and all."""
    now = moment()
    match line.what:
        case "promised":
            change = offers.step(book, now, line.record, "done")
        case "waiting":
            change = offers.step(book, now, line.record, "accepted")
        case "draft":
            change = offers.step(book, now, line.record, "offered")
        case "slot":
            change = offers.choose(book, now, line.person, line.part or "raise_up")
        case "unknown":
            change = aspirations.hear(book, now, line.person, "hope", "a quiet summer")
        case _:
            change = interactions.log(book, now, (line.person,))
    return book.apply(check_ins.ticked(book, now, change, "done"))


@many
@given(st.data())
def test_doing_what_a_line_asks_ticks_it_where_it_stands(data: st.DataObject) -> None:
    book = data.draw(books())
    first = agenda(book, TODAY)
    for done in range(1, len(first.lines) + 1):
        line = data.draw(st.sampled_from([line for line in agenda(book, TODAY).lines if line.how is None]))
        book = dealt_with(book, line)
        now = agenda(book, TODAY)
        assert (line.what, line.person, line.record, "done") in [(*key, "done") for key in keys(now.lines)]
        assert next(other.how for other in now.lines if other.person == line.person) == "done"
        assert [what for what, *_ in keys(now.lines)] == [what for what, *_ in keys(first.lines)]
        assert (now.handled, now.open) == (done, len(first.lines) - done)
    assert agenda(book, TODAY).is_through


@many
@given(books(), st.integers(1, 3))
def test_more_adds_lines_and_changes_nothing_of_the_first(book: Book, more: int) -> None:
    first, now, all_of_it = agenda(book, TODAY), agenda(book, TODAY, more), agenda(book, TODAY, more=99)
    assert (now.handled, now.open) == (first.handled, first.open)
    assert now.lines[: len(first.lines)] == first.lines
    assert len(now.lines) == min(len(first.lines) + more * book.settings.agenda_size, len(all_of_it.lines))
    assert now.more_there == len(all_of_it.lines) - len(now.lines)
    assert all_of_it.more_there == 0


@some
@given(st.data())
def test_more_ends_too(data: st.DataObject) -> None:
    book = data.draw(books())
    asked_for = agenda(book, TODAY, more=1)
    for done in range(len(asked_for.lines)):
        now = agenda(book, TODAY, more=1)
        assert len(now.lines) == len(asked_for.lines)
        assert now.handled == done
        book = handled(book, next(line for line in now.lines if line.how is None))
    assert all(line.how for line in agenda(book, TODAY, more=1).lines)
    assert agenda(book, TODAY).is_through


@some
@given(books())
def test_whoever_has_gone_quiet_is_somewhere_on_the_whole_list(book: Book) -> None:
    put_off = {snooze.record for snooze in book.all(Snooze) if snooze.until > TODAY}
    quiet = {
        person.id
        for person in book.circle
        if person.rhythm_days in {7, 30}
        and (TODAY - (book.last_touch(person.id) or date(2026, 1, 5))).days > person.rhythm_days
    }
    assert quiet - put_off <= {line.person for line in agenda(book, TODAY, more=99).lines}


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
    assert (ticked.how, ticked.reason) == ("bumped", line.reason)
    assert agenda(book, ago(-1)).lines == agenda(book, ago(-2)).lines == ()
    assert whats(book, ago(-3)) == ["quiet"]


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


# --- the record of days --------------------------------------------------------------------------


def days_of_check_in(*back: int) -> Book:
    return Book([CheckIn(id=number + 1, on=ago(days)) for number, days in enumerate(back)])


def test_the_share_of_days_begins_with_the_first_check_in() -> None:
    assert smoothed_share(Book(), TODAY) is None
    assert smoothed_share(days_of_check_in(-2), TODAY) is None, "a day to come is none"
    assert smoothed_share(days_of_check_in(0), TODAY) == 1
    assert smoothed_share(days_of_check_in(1), TODAY) == 1, "today is not over yet"


def test_a_missed_day_costs_five_percent_and_never_everything() -> None:
    assert smoothed_share(days_of_check_in(2), TODAY) == pytest.approx(0.95)
    assert smoothed_share(days_of_check_in(3), TODAY) == pytest.approx(0.95**2)
    share = smoothed_share(days_of_check_in(400), TODAY)
    assert share is not None
    assert 0 < share < 0.01


def test_coming_back_raises_the_share_again() -> None:
    away, back = smoothed_share(days_of_check_in(10), TODAY), smoothed_share(days_of_check_in(10, 0), TODAY)
    assert away is not None
    assert back is not None
    assert away < back < 1


@some
@given(st.sets(st.integers(0, 200), min_size=1))
def test_the_share_is_that_of_going_through_the_days_one_by_one(back: set[int]) -> None:
    share = 1.0
    for days in range(max(back) - 1, -1, -1):
        if days in back:
            share = 0.95 * share + 0.05
        elif days:
            share *= 0.95
    assert smoothed_share(days_of_check_in(*back), TODAY) == pytest.approx(share)
    assert smoothed_share(days_of_check_in(*back, *back), TODAY) == pytest.approx(share), "two of a day are one day"
