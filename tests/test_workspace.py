"""What a user can do is one change, one undo: back to the beginning, and forth again."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givenet_tui.clock import FixedClock
from givenet_tui.domain.aspirations import KINDS, Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import Handled
from givenet_tui.domain.errors import GiveNetError, Refusal
from givenet_tui.domain.help import Help
from givenet_tui.domain.imports import bring_in
from givenet_tui.domain.interactions import CHANNELS, Interaction
from givenet_tui.domain.journal import LENGTH
from givenet_tui.domain.line.names import Names
from givenet_tui.domain.line.read import read_line
from givenet_tui.domain.line.readings import Understood
from givenet_tui.domain.moment import instant
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import PARTS, STATUSES, Offer
from givenet_tui.domain.people import Person, Source
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Meta
from givenet_tui.domain.verbs import aspirations, check_ins, interactions, objectives, offers, people, trash
from givenet_tui.domain.verbs import help as help_verbs
from givenet_tui.domain.verbs import line as line_verbs
from givenet_tui.domain.verbs import settings as settings_verbs
from givenet_tui.store.memory import MemoryStore
from givenet_tui.workspace import Workspace
from tests.factories import aspiration, came_back, objective, offer, person, touch
from tests.hostile import HOSTILE, NASTY

NOON = datetime(2026, 11, 22, 12)  # noqa: DTZ001  a wall clock has no zone
TEXT = st.sampled_from([*NASTY, *(text for text in HOSTILE.values() if len(text) < 100)])


def workspace(*records: Record) -> Workspace:
    clock = FixedClock(NOON)
    return Workspace(MemoryStore(Book(records), lambda: instant(clock.now())), clock)


def contents(book: Book) -> dict[str, dict[int, Record]]:
    """All records, whenever they were written."""
    return {
        table: {number: changed(record, updated_at="") for number, record in rows.items()}
        for table, rows in book.records.items()
        if table != Meta.table
    }


def a_circle() -> list[Record]:
    ada, bo, cy = person("Ada", rhythm_days=7), person(f"Bo {NASTY[0]}"), person("Cy", archived_on=NOON.date())
    hope, mine = aspiration(ada), objective()
    made = [offer(ada, "drafted", serves=hope.id), offer(bo, "chosen"), offer(bo, "accepted", part="resource")]
    return [ada, bo, cy, hope, aspiration(bo, NASTY[3]), mine, *made, touch(ada, bo), came_back(bo, offer=made[2].id)]


class Doing:
    """Random verbs on whatever there is; a refusal changes nothing."""

    def __init__(self, space: Workspace, data: st.DataObject) -> None:
        self.space = space
        self.data = data

    def one(self, kind: type[Record]) -> int:
        """The id of any record of a kind, one that is gone among them."""
        return self.data.draw(st.sampled_from([*self.space.book.records[kind.table], 1]))

    def words(self) -> str:
        return self.data.draw(TEXT)

    def something(self) -> None:
        before = contents(self.space.book)
        verb = self.data.draw(st.sampled_from(VERBS))
        try:
            verb(self)
        except GiveNetError:
            assert contents(self.space.book) == before


def _delete(doing: Doing) -> None:
    tables = [rows for rows in doing.space.book.records.values() if rows]
    rows = doing.data.draw(st.sampled_from(tables))
    record = doing.data.draw(st.sampled_from(list(rows.values())))
    doing.space.do(trash.delete, record, "it")


def _settle(doing: Doing) -> None:
    person_id = doing.one(Person)
    line = Handled("quiet", person_id, person_id, "done")
    doing.space.do(check_ins.settling, line, interactions.log, (person_id,), text=doing.words())


def _bring_in(doing: Doing) -> None:
    name = doing.words().strip() or "Eve"
    doing.space.do(bring_in, "file", [Person(name=name, sources=(Source("vcard", name),))])


def _step(doing: Doing) -> None:
    status = doing.data.draw(st.sampled_from(STATUSES))
    doing.space.do(offers.step, doing.one(Offer), status, outcome=doing.words())


VERBS: list[Callable[[Doing], object]] = [
    lambda d: d.space.do(people.add, name=d.words(), tags=(d.words(),)),
    lambda d: d.space.do(people.edit, d.one(Person), name=d.words(), about=d.words()),
    lambda d: d.space.do(people.let_rest, (d.one(Person), d.one(Person))),
    lambda d: d.space.do(people.bring_back, (d.one(Person),)),
    lambda d: d.space.do(aspirations.hear, d.one(Person), d.data.draw(st.sampled_from(KINDS)), d.words()),
    lambda d: d.space.do(aspirations.edit, d.one(Aspiration), text=d.words()),
    lambda d: d.space.do(
        aspirations.close, d.one(Aspiration), d.data.draw(st.sampled_from(("open", "fulfilled", "let_go")))
    ),
    lambda d: d.space.do(aspirations.confirm, d.one(Aspiration)),
    lambda d: d.space.do(
        interactions.log, (d.one(Person), d.one(Person)), channel=d.data.draw(st.sampled_from(CHANNELS))
    ),
    lambda d: d.space.do(interactions.edit, d.one(Interaction), text=d.words()),
    lambda d: d.space.do(offers.choose, d.one(Person), d.data.draw(st.sampled_from(PARTS))),
    lambda d: d.space.do(offers.make, d.one(Person), d.words(), objective=d.one(Objective)),
    lambda d: d.space.do(offers.edit, d.one(Offer), what=d.words(), due=NOON.date()),
    _step,
    lambda d: d.space.do(offers.carry_over, (d.one(Offer), d.one(Offer))),
    lambda d: d.space.do(objectives.add, d.words()),
    lambda d: d.space.do(objectives.close, d.one(Objective), d.data.draw(st.sampled_from(("open", "reached")))),
    lambda d: d.space.do(help_verbs.came_back, d.one(Person), d.words(), offer=d.one(Offer)),
    lambda d: d.space.do(help_verbs.edit, d.one(Help), text=d.words()),
    lambda d: d.space.do(check_ins.bump, what="quiet", person_id=d.one(Person), record_id=d.one(Person), days=3),
    lambda d: d.space.do(check_ins.not_yet, what="waiting", person_id=d.one(Person), record_id=d.one(Offer)),
    lambda d: d.space.do(check_ins.reflect, d.words()),
    lambda d: d.space.do(settings_verbs.change, theme=d.words()),
    _delete,
    _settle,
    _bring_in,
    lambda d: d.space.undo(),
    lambda d: d.space.redo(),
    lambda d: d.space.clock.move(hours=9),  # type: ignore[attr-defined]
]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_undoing_everything_gives_the_first_book_and_doing_it_again_the_last(data: st.DataObject) -> None:
    space = workspace(*a_circle())
    first = contents(space.book)
    doing = Doing(space, data)
    for _ in range(data.draw(st.integers(1, 25))):
        doing.something()
    while space.redoable:
        space.redo()
    last = contents(space.book)
    books = [last]
    while space.undoable:
        space.undo()
        books.append(contents(space.book))
    assert books[-1] == first
    for book in reversed(books):
        assert contents(space.book) == book
        if space.redoable:
            space.redo()
    assert contents(space.book) == last
    whole = Book(record for rows in space.book.records.values() for record in rows.values())
    assert contents(whole) == last
    assert {one.id: whole.last_touch(one.id) for one in whole.people.values()} == {
        one.id: space.book.last_touch(one.id) for one in space.book.people.values()
    }


def test_a_new_change_after_an_undo_leaves_nothing_to_redo() -> None:
    space = workspace(ada := person("Ada"))
    space.do(people.let_rest, (ada.id,))
    space.undo()
    assert (space.undoable, space.redoable) == (None, "Ada: set to rest")
    space.do(people.edit, ada.id, nickname="Lady Lovelace")
    assert (space.undoable, space.redoable) == ("Ada: changed", None)
    with pytest.raises(Refusal, match="nothing to redo"):
        space.redo()


def test_a_change_that_changes_nothing_is_none_and_cannot_be_undone() -> None:
    space = workspace(ada := person("Ada"))
    assert not space.do(people.edit, ada.id, name="Ada").change
    with pytest.raises(Refusal, match="nothing to undo"):
        space.undo()


def test_a_refused_verb_leaves_book_and_undo_as_they_were() -> None:
    space = workspace(ada := person("Ada"))
    space.do(people.let_rest, (ada.id,))
    before = space.book
    with pytest.raises(Refusal):
        space.do(people.edit, ada.id, name=" ")
    assert (space.book, space.undoable) == (before, "Ada: set to rest")


def test_the_last_hundred_changes_can_be_undone() -> None:
    space = workspace(ada := person("Ada"))
    for number in range(LENGTH + 20):
        space.do(people.edit, ada.id, nickname=str(number))
    for _ in range(LENGTH):
        space.undo()
    assert space.undoable is None
    assert space.book.person(ada.id).nickname == "19"


def test_a_change_says_when_it_was_made_and_what_settles_a_line_ticks_it() -> None:
    space = workspace(ada := person("Ada", rhythm_days=7))
    assert isinstance(space.clock, FixedClock)
    space.clock.move(minutes=5)
    done = space.do(interactions.log, (ada.id,))
    assert {edit.record.updated_at for edit in done.change.edits} == {"2026-11-22T12:05:00.000Z"}
    check_in = space.book.check_in_on(NOON.date())
    assert check_in is not None
    assert [(line.what, line.record) for line in check_in.handled] == [("quiet", ada.id)]


def test_a_sentence_ticks_the_line_that_it_settles() -> None:
    space = workspace(ada := person("Ada", rhythm_days=7))
    line = read_line("called ada about the garden", Names(space.book), NOON.date())
    assert isinstance(line, Understood)
    space.do(line_verbs.write, line.readings[0])
    check_in = space.book.check_in_on(NOON.date())
    assert check_in is not None
    assert [(line.what, line.record) for line in check_in.handled] == [("quiet", ada.id)]
    space.undo()
    assert space.book.check_in_on(NOON.date()) is None


def test_before_four_in_the_morning_it_is_still_yesterday() -> None:
    space = workspace(ada := person("Ada"))
    assert isinstance(space.clock, FixedClock)
    space.clock.move(hours=14)
    space.do(interactions.log, (ada.id,))
    assert space.book.last_touch(ada.id) == NOON.date()
    space.clock.move(hours=3)
    space.do(interactions.log, (ada.id,))
    assert space.book.last_touch(ada.id) == NOON.date() + timedelta(days=1)
