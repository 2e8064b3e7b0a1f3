from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit, added, edited, joined
from givenet_tui.domain.records import Record, changed
from tests.domain.random_books import some
from tests.factories import person

ADA = person()
AUGUSTA = changed(ADA, name="Augusta")
COUNTESS = changed(ADA, name="Countess")


def test_joined_keeps_the_first_before_and_the_last_after() -> None:
    both = joined("renamed", (edited("", ADA, AUGUSTA), edited("", AUGUSTA, COUNTESS)))
    assert both == Change("renamed", (Edit(ADA, COUNTESS),))


def test_joined_leaves_out_what_ends_as_it_began() -> None:
    assert not joined("nothing", (edited("", ADA, AUGUSTA), edited("", AUGUSTA, ADA)))
    assert not joined("nothing", (added("", ADA), Change("", (Edit(ADA, None),))))


def test_joined_of_a_record_made_and_then_changed_is_one_making() -> None:
    assert joined("made", (added("", ADA), edited("", ADA, AUGUSTA))).edits == (Edit(None, AUGUSTA),)


def test_an_edit_that_says_the_same_is_no_edit() -> None:
    assert not edited("nothing", ADA, changed(ADA))


def test_stamping_marks_what_is_left_behind_and_nothing_else() -> None:
    stamp = "2026-11-22T10:00:00.000Z"
    change = Change("two", (Edit(ADA, AUGUSTA), Edit(person(), None))).stamped(stamp)
    assert change.edits[0] == Edit(ADA, changed(AUGUSTA, updated_at=stamp))
    assert change.edits[1].after is None


@some
@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["Ada", "Grace", None])), max_size=8))
def test_joined_changes_do_what_they_do_one_after_the_other(moves: list[tuple[int, str | None]]) -> None:
    book = start = Book([person(id=1), person(id=2)])
    changes = []
    for record_id, name in moves:
        before: Record | None = book.records["people"].get(record_id)
        after = None if name is None else changed(before, name=name) if before else person(name, id=record_id)
        if before is None and after is None:
            continue
        changes.append(Change("", (Edit(before, after),)))
        book = book.apply(changes[-1])
    together = joined("all", changes)
    assert start.apply(together).records == book.records
    assert len({(edit.table, edit.id) for edit in together.edits}) == len(together.edits)
    assert book.apply(together.inverse()).records == start.records
