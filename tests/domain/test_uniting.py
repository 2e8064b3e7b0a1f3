"""Two people who are one: no word is lost, every name follows, and undo gives back the very book."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn, Handled, Snooze
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.help import Help
from givenet_tui.domain.imports import sort_out
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Asking, Offer
from givenet_tui.domain.people import Labelled, Person, Source
from givenet_tui.domain.records import OtherVersion, Record, changed
from givenet_tui.domain.references import missing_from, references
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.soundness import flaws
from givenet_tui.domain.uniting import FIELDS, MAY_BE_BOTH, differences, united
from givenet_tui.domain.verbs.uniting import unite
from tests.domain.random_books import books, many
from tests.factories import TODAY, aspiration, came_back, moment, offer, person, touch
from tests.hostile import NASTY

TEXTS = st.sampled_from(["", "Ada", "one\ntwo", "two\nthree", *NASTY])
VALUES = st.lists(st.sampled_from(["a@x.org", "A@x.org", "b@x.org"]).map(Labelled), max_size=2, unique=True).map(tuple)
PEOPLE = st.builds(
    person,
    name=TEXTS.filter(str.strip), nickname=TEXTS, organization=TEXTS, about=TEXTS, met_where=TEXTS,
    emails=VALUES, phones=VALUES, tags=st.sampled_from([(), ("work",), ("Work", "books")]),
    rhythm_days=st.sampled_from([None, 0, 30]), birthday=st.sampled_from([None, Birthday(12, 10)]),
    met_on=st.sampled_from([None, TODAY]), extra=st.sampled_from([{}, {"NOTE": "x"}, {"NOTE": "y", "ROLE": "z"}]),
    archived_on=st.sampled_from([None, TODAY]),
)  # fmt: skip
SIDES = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["one", "other"])) | st.dictionaries(
    st.sampled_from(sorted(MAY_BE_BOTH)), st.just("both")
)


def words(value: Any) -> Iterator[str]:
    """Every text that a value holds."""
    value = msgspec.to_builtins(value, enc_hook=str)
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from words(one)


@given(PEOPLE, PEOPLE, SIDES)
@many
def test_no_word_of_either_is_lost_and_undo_gives_both_back(one: Person, other: Person, sides: Any) -> None:
    book = Book([one, other])
    change = unite(book, moment(), (other.id, one.id), sides)
    after = book.apply(change)
    lies, stays = after.records["people"][other.id], after.person(one.id)
    kept = set(words(changed(stays, id=0))) | set(words(changed(lies, id=0)))
    for text in (*words(one), *words(other)):
        assert any(text in whole for whole in kept), text
    assert after.apply(change.inverse()).records == book.records


@given(books(), st.data())
@many
def test_every_name_follows_and_nothing_new_is_wrong(book: Book, data: st.DataObject) -> None:
    everyone = sorted(book.people)
    if len(everyone) < 2:
        return
    one, other = sorted(data.draw(st.permutations(everyone))[:2])
    was = {(flaw.table, flaw.sentence.replace(str(other), str(one))) for flaw in flaws(book)}
    try:
        change = unite(book, moment(), (one, other))
    except Refusal as refusal:
        assert "Both stand in" in refusal.sentence
        return
    after = book.apply(change)
    for rows in after.records.values():
        for record in rows.values():
            assert (other not in {named.id for named in references(record)}) or record.id == other
    assert {(flaw.table, flaw.sentence) for flaw in flaws(after)} <= was
    assert not [named for row in after.records.values() for r in row.values() for named in references(r)
                if missing_from(after)(named) and not missing_from(book)(named)]  # fmt: skip
    assert after.apply(change.inverse()).records == book.records


def test_all_that_hung_on_either_stands_with_the_older_record() -> None:
    ada, twin, bo = person("Ada", about="maths"), person("Ada King", about="poetry"), person("Bo")
    cy = person("Cy", introduced_by=twin.id)
    hope, met, both = aspiration(twin, "a school"), touch(twin, bo), touch(ada, twin)
    given_, back = offer(twin), came_back(twin)
    between = offer(bo, introduces=twin.id, asked=(Asking(bo.id, "yes", TODAY), Asking(twin.id, "asked", TODAY)))
    day = CheckIn(id=1, on=TODAY, handled=(Handled("quiet", twin.id, twin.id, "done"),))
    asleep = [
        Snooze(id=2, record=ada.id, until=date(2026, 12, 1)),
        Snooze(id=3, record=twin.id, until=date(2027, 1, 1)),
    ]
    gone = aspiration(twin, "long past", deleted_at="2026-01-06T00:00:00.000Z")
    book = Book([ada, twin, bo, cy, hope, met, both, given_, back, between, day, *asleep, gone])
    after = book.apply(unite(book, moment(), (ada.id, twin.id)))
    assert after.get(Aspiration, hope.id).person == after.get(Offer, given_.id).person == ada.id
    assert set(after.get(Interaction, met.id).people) == {ada.id, bo.id}
    assert after.get(Interaction, both.id).people == (ada.id,)
    assert after.get(Help, back.id).person == after.person(cy.id).introduced_by == ada.id
    assert after.get(Offer, between.id).introduces == ada.id
    assert [asking.person for asking in after.get(Offer, between.id).asked] == [bo.id, ada.id]
    assert after.get(CheckIn, 1).handled == (Handled("quiet", ada.id, ada.id, "done"),)
    assert [snooze.record for snooze in after.all(Snooze)] == [ada.id]
    assert after.records["aspirations"][gone.id].person == ada.id  # type: ignore[attr-defined]
    assert after.person(ada.id).about == "maths\n\npoetry"
    assert after.records["people"][twin.id].deleted_at
    assert flaws(after) == ()


def test_a_later_import_finds_both_and_taking_the_first_back_takes_nobody_away() -> None:
    ada = person("Ada", sources=(Source("vcard", "1"),))
    twin = person("Ada King", sources=(Source("linkedin", "x"),), other_versions=(OtherVersion("about", "a note"),))
    run = ImportRun(id=5, source="old.vcf", on=TODAY, records=(twin.id,), prints=("00000000",))
    two = ImportRun(id=6, source="new.vcf", on=TODAY, records=(ada.id, twin.id), prints=("1", "2"))
    book = Book([ada, twin, run, two])
    after = book.apply(unite(book, moment(), (ada.id, twin.id)))
    stays = after.person(ada.id)
    assert stays.sources == (*ada.sources, *twin.sources)
    assert stays.other_versions == twin.other_versions
    assert not sort_out(after, [person("x", sources=twin.sources), person("y", sources=ada.sources)]).fresh
    assert [(one.records, one.prints) for one in after.all(ImportRun)] == [((ada.id,), ("1",))]


def test_nobody_is_introduced_by_or_to_themselves() -> None:
    ada, twin = person("Ada"), person("Ada King")
    twin, bo = changed(twin, introduced_by=ada.id), person("Bo")
    book = Book([ada, twin, bo, between := offer(ada, introduces=twin.id)])
    after = book.apply(unite(book, moment(), (ada.id, twin.id)))
    assert after.person(ada.id).introduced_by is None
    assert after.get(Offer, between.id).introduces is None
    lost = (OtherVersion("introduced_by", twin.id), OtherVersion("about", "1"))
    book = Book([ada, twin, changed(bo, other_versions=lost)])
    after = book.apply(unite(book, moment(), (ada.id, twin.id)))
    assert [version.value for version in after.person(bo.id).other_versions] == [ada.id, "1"]
    ada = changed(ada, introduced_by=twin.id)
    twin = changed(twin, introduced_by=bo.id)
    assert united(ada, twin, {})[0].introduced_by == bo.id


def test_who_stands_twice_in_a_part_is_refused_and_a_slot_without_words_falls_away() -> None:
    ada, twin = person("Ada"), person("Ada King")
    book = Book([ada, twin, mine := offer(ada, "offered"), theirs := offer(twin, "drafted")])
    with pytest.raises(Refusal, match="Both stand in “Raise up” of November 2026"):
        unite(book, moment(), (ada.id, twin.id))
    for first, second, falls in [("offered", "chosen", 1), ("chosen", "done", 0), ("chosen", "chosen", 1)]:
        slots: list[Record] = [offer(ada, first), offer(twin, second)]  # type: ignore[arg-type]
        book = Book([ada, twin, *slots])
        after = book.apply(unite(book, moment(), (ada.id, twin.id)))
        assert [one.id for one in after.offers_of(ada.id)] == [slots[1 - falls].id]
        assert after.records["offers"][slots[falls].id].deleted_at
    freed = Book([ada, twin, mine, changed(theirs, status="let_go", steps=())])
    assert len(freed.apply(unite(freed, moment(), (ada.id, twin.id))).offers_of(ada.id)) == 2


def test_an_id_that_stands_in_two_tables_moves_only_where_it_can_mean_nobody_else() -> None:
    ada, twin = person("Ada", id=1), person("Ada King", id=2)
    theirs = offer(ada, id=2)
    book = Book([ada, twin, theirs, Snooze(id=9, record=2, until=TODAY)])
    after = book.apply(unite(book, moment(), (1, 2)))
    assert after.get(Snooze, 9).record == 2, "it may be the offer that was put off"


def test_what_only_one_says_is_taken_and_only_a_difference_is_asked_about() -> None:
    one = person("Ada", emails=(Labelled("ada@x.org"),), tags=("work",), title="Countess")
    other = person(
        "Ada", emails=(Labelled("ADA@x.org", "home"),), organization="Analytical", title="analyst", rhythm_days=0
    )
    assert [difference.field for difference in differences(one, other)] == ["title"]
    stays, goes = united(one, other, {"title": "other"})
    assert (stays.title, stays.organization, stays.tags, stays.rhythm_days) == ("analyst", "Analytical", ("work",), 0)
    assert goes.title == "Countess"


def test_it_takes_two() -> None:
    ada = person()
    with pytest.raises(Refusal, match="It takes two"):
        unite(Book([ada]), moment(), (ada.id, ada.id))
