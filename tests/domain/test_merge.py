"""Two writers of one book: what each wrote is there, whichever comes first, and what loses is kept beside."""

from datetime import date, timedelta
from typing import Any

import pytest

from givenet_tui.domain.aspirations import Aspiration, Earlier
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.check_ins import CheckIn, Handled, Snooze
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.merge import merge
from givenet_tui.domain.offers import Asking, Offer, Step
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.records import OtherVersion, Record, changed
from givenet_tui.domain.settings import ImportRun, Settings
from tests.factories import TODAY, aspiration, objective, offer, person

EARLY, LATE = "2026-11-22T10:00:00.000Z", "2026-11-22T11:00:00.000Z"
ADA = person("Ada", tags=("maths", "poetry"), about="met in London")


def written(record: Record, at: str = EARLY, **fields: Any) -> Record:
    """The record as one side made it."""
    return changed(record, updated_at=at, **fields)


def together(base: Record | None, ours: Record | None, theirs: Record | None) -> Record | None:
    """One record merged both ways round, which have to say the same."""
    known, here, there = (Book([one] if one else []) for one in (base, ours, theirs))
    one, other = merge(known, here, there), merge(known, there, here)
    assert one.records == other.records
    return next((record for rows in one.records.values() for record in rows.values()), None)


def merged_people(ours: Record, theirs: Record, base: Record | None = ADA) -> Person:
    record = together(base, ours, theirs)
    assert isinstance(record, Person)
    return record


# --- field by field ------------------------------------------------------------------------------


def test_fields_that_each_side_changed_alone_are_all_taken() -> None:
    both = merged_people(written(ADA, title="Countess"), written(ADA, LATE, location="London"))
    assert (both.title, both.location, both.updated_at) == ("Countess", "London", LATE)
    assert both.other_versions == ()


def test_of_a_field_that_both_changed_the_later_counts_and_the_other_is_kept_beside() -> None:
    both = merged_people(written(ADA, about="likes looms"), written(ADA, LATE, about="likes trains"))
    assert both.about == "likes trains"
    assert both.other_versions == (OtherVersion("about", "likes looms", EARLY),)


def test_of_the_same_instant_the_greater_text_counts() -> None:
    both = merged_people(written(ADA, about="likes looms"), written(ADA, about="likes trains"))
    assert both.about == "likes trains"
    assert both.other_versions == (OtherVersion("about", "likes looms", EARLY),)


def test_words_against_nothing_are_no_conflict_to_choose_from_but_are_not_lost() -> None:
    both = merged_people(written(ADA, about="likes looms"), written(ADA, LATE, about=""))
    assert both.about == ""
    assert both.other_versions == (OtherVersion("about", "likes looms", EARLY),)


def test_lists_merge_by_what_was_added_and_what_was_taken_away() -> None:
    both = merged_people(
        written(ADA, tags=("maths", "poetry", "looms"), emails=(Labelled("a@example.org"),)),
        written(ADA, LATE, tags=("poetry", "trains"), emails=(Labelled("b@example.org"),)),
    )
    assert both.tags == ("poetry", "looms", "trains")
    assert both.emails == (Labelled("a@example.org"), Labelled("b@example.org"))
    assert both.other_versions == ()


def test_what_an_import_carried_merges_key_by_key() -> None:
    base = changed(ADA, extra={"X-PET": "cat", "X-CAR": "red"})
    both = merged_people(
        written(base, extra={"X-PET": "dog", "X-CAR": "red"}),
        written(base, LATE, extra={"X-PET": "owl", "NEW": 1}),
        base,
    )
    assert both.extra == {"X-PET": "owl", "NEW": 1}
    assert both.other_versions == (OtherVersion("extra", {"X-PET": "dog"}, EARLY),)


def test_steps_are_all_kept_in_the_order_of_their_days_and_the_last_is_the_status() -> None:
    begun = offer(ADA, status="drafted")
    day = begun.steps[-1].on
    told = written(begun, LATE, status="offered", steps=(*begun.steps, Step("offered", day + timedelta(1))))
    done = written(begun, status="done", steps=(*begun.steps, Step("done", day + timedelta(3))))
    both = together(begun, told, done)
    assert isinstance(both, Offer)
    assert [step.status for step in both.steps][-2:] == ["offered", "done"]
    assert both.status == "done"


def test_an_asking_stands_once_a_person_the_later_one() -> None:
    base = offer(ADA)
    one = written(base, asked=(Asking(1, "asked", TODAY),))
    other = written(base, LATE, asked=(Asking(1, "yes", TODAY), Asking(2, "asked", TODAY)))
    both = together(base, one, other)
    assert isinstance(both, Offer)
    assert both.asked == (Asking(1, "yes", TODAY), Asking(2, "asked", TODAY))


def test_earlier_wordings_of_both_sides_are_kept() -> None:
    told = aspiration(ADA, "fly")
    one = written(told, text="fly far", earlier=(Earlier("fly", TODAY),))
    other = written(told, LATE, text="fly high", earlier=(Earlier("fly", TODAY),))
    both = together(told, one, other)
    assert isinstance(both, Aspiration)
    assert both.text == "fly high"
    assert both.earlier == (Earlier("fly", TODAY),)
    assert [version.value for version in both.other_versions] == ["fly far"]


def test_settings_that_two_machines_made_apart_become_one() -> None:
    ours = Settings(id=1, slots_per_part=4, rhythms={"family": 14}, updated_at=EARLY)
    theirs = Settings(id=1, theme="nord", rhythms={"work": 40}, updated_at=LATE)
    both = together(None, ours, theirs)
    assert isinstance(both, Settings)
    assert (both.slots_per_part, both.theme, both.rhythms) == (4, "nord", {"family": 14, "work": 40})


def test_of_an_import_that_both_took_people_out_of_each_print_stays_beside_its_person() -> None:
    run = ImportRun(id=1, source="x.vcf", on=TODAY, records=(5, 6, 7), prints=("a", "b", "c"))
    one, other = written(run, records=(5, 6), prints=("a", "b")), written(run, LATE, records=(6, 7), prints=("b", "c"))
    both = together(run, one, other)
    assert isinstance(both, ImportRun)
    assert (both.records, both.prints) == ((6,), ("b",))
    older = changed(run, prints=())
    both = together(older, written(older, records=(5, 6)), written(older, LATE, records=(6, 7)))
    assert isinstance(both, ImportRun)
    assert (both.records, both.prints) == ((6,), ())


# --- whole records -------------------------------------------------------------------------------


@pytest.mark.parametrize("gone", [None, changed(ADA, deleted_at=LATE, updated_at=LATE)])
def test_a_delete_against_an_edit_keeps_the_edit(gone: Record | None) -> None:
    both = together(ADA, written(ADA, title="Countess"), gone)
    assert isinstance(both, Person)
    assert (both.title, both.deleted_at) == ("Countess", "")


def test_what_one_side_deleted_and_the_other_left_alone_is_deleted() -> None:
    gone = together(ADA, ADA, changed(ADA, deleted_at=LATE))
    assert gone
    assert gone.deleted_at == LATE
    assert together(ADA, ADA, None) is None


def test_what_is_named_by_the_other_side_is_not_taken_out_of_the_book() -> None:
    deleted = changed(ADA, deleted_at=EARLY)
    told = aspiration(ADA, "fly")
    both = merge(Book([deleted]), Book(), Book([deleted, told]))
    assert both.records["people"] == {ADA.id: deleted}
    assert both.aspirations_of(ADA.id) == [told]


def test_two_check_ins_of_a_day_become_the_one_of_the_lower_id() -> None:
    one = CheckIn(id=5, on=TODAY, handled=(Handled("quiet", 1, 1, "passed"),), reflection="slow", updated_at=LATE)
    other = CheckIn(id=4, on=TODAY, handled=(Handled("quiet", 1, 1, "done"),), reflection="warm", updated_at=EARLY)
    both = together(None, one, other)
    assert isinstance(both, CheckIn)
    assert (both.id, both.reflection, both.handled) == (4, "warm\nslow", (Handled("quiet", 1, 1, "done"),))


def test_a_reflection_that_only_begins_like_the_other_stands_below_it_too() -> None:
    one = CheckIn(id=4, on=TODAY, reflection="slowly, warm", updated_at=EARLY)
    other = CheckIn(id=5, on=TODAY, reflection="slow", updated_at=LATE)
    both = together(None, one, other)
    assert isinstance(both, CheckIn)
    assert both.reflection == "slowly, warm\nslow"


def test_two_check_ins_that_each_side_moved_to_one_day_become_one() -> None:
    one, other = (CheckIn(id=id_, on=TODAY - timedelta(id_), reflection=f"day {id_}") for id_ in (4, 5))
    base = Book([one, other])
    ours, theirs = (base.apply(Change("", (Edit(day, changed(day, on=TODAY)),))) for day in (one, other))
    (both,) = merge(base, ours, theirs).all(CheckIn)
    assert (both.id, both.reflection) == (4, "day 4\nday 5")


def test_a_touch_from_which_each_took_one_of_two_people_is_still_with_somebody() -> None:
    met = Interaction(id=9, people=(1, 2), on=TODAY, text="tea")
    both = together(met, written(met, people=(1,)), written(met, LATE, people=(2,)))
    assert isinstance(both, Interaction)
    assert both.people == (1, 2)


def test_what_is_left_of_an_import_stands_beside_its_own_prints() -> None:
    run = ImportRun(id=9, source="x.vcf", on=TODAY, records=(1, 2, 3), prints=("a", "b", "c"))
    ours = written(run, records=(2, 3), prints=("b", "c"))
    both = together(run, ours, written(run, LATE, records=(1, 2), prints=("a", "b")))
    assert isinstance(both, ImportRun)
    assert (both.records, both.prints) == ((2,), ("b",))


def test_two_snoozes_of_a_record_become_one_until_the_later_days_word() -> None:
    one = Snooze(id=5, record=1, until=date(2026, 11, 25), count=3, updated_at=EARLY)
    other = Snooze(id=4, record=1, until=date(2026, 11, 24), updated_at=LATE)
    both = together(None, one, other)
    assert isinstance(both, Snooze)
    assert (both.id, both.until, both.count) == (4, date(2026, 11, 24), 3)


def test_what_lost_stands_in_one_order_however_often_the_two_are_merged() -> None:
    def versions(*words: str) -> tuple[OtherVersion, ...]:
        return tuple(OtherVersion("about", word, EARLY) for word in words)

    base = changed(ADA, other_versions=versions("z"))
    ours = written(base, LATE, about="now", other_versions=versions("z", "y"))
    theirs = written(base, about="b")
    known, here, there = Book([base]), Book([ours]), Book([theirs])
    once = merge(known, here, there)
    assert [version.value for version in once.people[ADA.id].other_versions] == ["z", "b", "y"]
    assert merge(known, once, there).records == once.records
    assert merge(known, here, once).records == once.records


def test_an_objective_that_neither_side_touched_is_the_same_object() -> None:
    mine = objective("publish")
    base = Book([mine, ADA])
    book = merge(base, base.apply(Change("", (Edit(ADA, None),))), base)
    assert book.records["objectives"][mine.id] is mine
