"""Several at once is one change, or none."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.records import changed
from givenet_tui.domain.resting import who_could_rest
from givenet_tui.domain.rhythm import rhythm_of, rhythm_tag, standing
from givenet_tui.domain.settings import Settings
from givenet_tui.domain.verbs import bulk, interactions, people
from tests.domain.random_books import books, many
from tests.factories import TODAY, aspiration, moment, offer, person, touch


def test_tags_and_a_rhythm_go_to_all_and_what_already_is_so_is_left() -> None:
    ada, bo, cy = person("Ada", tags=("old", "work")), person("Bo"), person("Cy", tags=("new",), rhythm_days=30)
    book = Book([ada, bo, cy])
    ids = (ada.id, bo.id, cy.id)
    change = bulk.retag(book, moment(), ids, add=("new",), drop=("old", "none"), rhythm=30)
    after = book.apply(change)
    assert [(after.person(id_).tags, after.person(id_).rhythm_days) for id_ in ids] == [
        (("work", "new"), 30), (("new",), 30), (("new",), 30),
    ]  # fmt: skip
    assert change.name == "2 people changed"
    assert after.apply(change.inverse()).records == book.records
    by_tag = after.apply(bulk.retag(after, moment(), ids, rhythm=bulk.BY_TAG))
    assert {one.rhythm_days for one in by_tag.people.values()} == {None}
    with pytest.raises(Refusal, match="All of them have it so already"):
        bulk.retag(after, moment(), ids, add=("new",))
    with pytest.raises(Refusal, match="Nothing is said yet"):
        bulk.retag(after, moment(), ids)


def test_one_who_has_gone_meanwhile_refuses_for_all() -> None:
    ada, gone = person("Ada"), person("Bo", deleted_at="2026-11-01T00:00:00.000Z")
    book = Book([ada, gone])
    verbs: tuple[Callable[[], object], ...] = (
        lambda: bulk.delete(book, moment(), (ada, gone)),
        lambda: bulk.retag(book, moment(), (ada.id, gone.id), add=("x",)),
        lambda: people.let_rest(book, moment(), (ada.id, gone.id)),
        lambda: interactions.log(book, moment(), (ada.id, gone.id)),
    )
    for verb in verbs:
        with pytest.raises(Refusal, match="no longer in the book"):
            verb()


def test_a_change_is_named_for_how_many() -> None:
    some = [person(name) for name in ("Ada", "Bo", "Cy", "Di")]
    book, ids = Book(some), tuple(one.id for one in some)
    assert bulk.delete(book, moment(), some).name == "4 people: moved to the trash"
    assert bulk.delete(book, moment(), (some[0], aspiration(some[0]))[:1]).name == "1 person: moved to the trash"
    assert people.let_rest(book, moment(), ids).name == "4 people: set to rest"
    assert interactions.log(book, moment(), ids).name == "4 people: touch logged"
    assert interactions.log(book, moment(), ids[:2]).name == "Ada, Bo: touch logged"
    assert people.add_several(book, moment(), ["Eve", "Fay"]).name == "2 people: added to your circle"


@given(st.sampled_from([None, 0, 7]), st.lists(st.sampled_from(["family", "work", "never", "x"]), unique=True))
@many
def test_a_rhythm_is_ones_own_or_that_of_the_tag_with_the_fewest_days_or_none(own: int | None, tags: list[str]) -> None:
    settings = Settings(id=1, rhythms={"family": 14, "work": 60, "never": 0})
    ada = person(rhythm_days=own, tags=tuple(tags))
    days, tag = rhythm_of(ada, settings), rhythm_tag(ada, settings)
    known = sorted(settings.rhythms[one] for one in tags if settings.rhythms.get(one))
    assert days == ((own or None) if own is not None else known[0] if known else None)
    assert bool(tag) == (own is None and days is not None)
    assert not tag or (tag in tags and settings.rhythms[tag] == days)
    resting = changed(ada, archived_on=TODAY)
    assert standing(Book([settings, resting]), resting, TODAY).rhythm is None


@given(books())
@many
def test_who_could_rest_has_nothing_under_way_and_what_is_said_of_them_is_true(book: Book) -> None:
    could = who_could_rest(book, TODAY)
    assert len({one.person_id for one in could}) == len(could)
    for one in could:
        who = book.person(one.person_id)
        now = standing(book, who, TODAY)
        assert who.archived_on is None
        assert not any(offer.is_open for offer in book.offers_of(who.id))
        assert not any(o.month == "2026-11" and o.status not in ("declined", "let_go") for o in book.offers_of(who.id))
        assert who.birthday is None or (who.birthday.next_on(TODAY) - TODAY).days > 7
        assert (one.days, one.ever, one.rhythm) == (now.days, now.ever, rhythm_of(who, book.settings))
    left = {one.id for one in book.circle} - {one.person_id for one in could}
    for id_ in left:
        who = book.person(id_)
        assert who.birthday or book.offers_of(id_)


def test_who_is_about_to_be_needed_could_not_rest() -> None:
    day = TODAY + timedelta(7)
    soon, later = person(birthday=Birthday(day.month, day.day)), person(birthday=Birthday(day.month, day.day + 1))
    promised, done = person(), person()
    book = Book([soon, later, promised, done, offer(promised, "offered", date(2026, 9, 1)), offer(done, "done")])
    assert [one.person_id for one in who_could_rest(book, TODAY)] == [later.id]


def test_those_without_a_rhythm_could_rest_first_and_then_the_longest_without_a_touch() -> None:
    ada, bo, cy, di = person("Ada", rhythm_days=30), person("Bo"), person("Cy"), person("Di")
    book = Book([ada, bo, cy, di, touch(cy), offer(di, "accepted"), aspiration(bo)])
    assert [(one.person_id, one.ever, one.hopes) for one in who_could_rest(book, TODAY)] == [
        (bo.id, False, 1), (cy.id, True, 0), (ada.id, False, 0),
    ]  # fmt: skip
