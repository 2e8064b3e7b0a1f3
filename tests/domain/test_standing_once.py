"""A person stands once in each part of a month: neither the trash nor an undo puts them there a second time."""

import pytest

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit, edited
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.merge import merge
from givenet_tui.domain.records import changed, same_content
from givenet_tui.domain.soundness import flaws, mended
from givenet_tui.domain.undoing import taken_back
from givenet_tui.domain.verbs import offers, trash
from tests.factories import MADE, aspiration, moment, objective, offer, person

ADA, GRACE = person("Ada"), person("Grace")
BEFORE, LATER = "2026-11-20T10:00:00.000Z", "2026-11-22T11:00:00.000Z"
FIRST = offer(ADA, updated_at=MADE)
SECOND = offer(ADA, "offered", updated_at=LATER)


def test_an_offer_in_the_trash_does_not_come_back_beside_one_that_has_taken_its_place() -> None:
    gone = changed(FIRST, deleted_at=BEFORE)
    book = Book([ADA, gone, SECOND])
    with pytest.raises(Refusal, match=r"Ada stands in “Raise up” of November already: let that offer go, or delete it"):
        trash.restore(book, moment(), [gone])
    freed = book.apply(edited("let go", SECOND, changed(SECOND, status="let_go", steps=())))
    assert freed.apply(trash.restore(freed, moment(), [gone])).offers_of(ADA.id)[0].id == FIRST.id


def test_two_offers_of_one_place_do_not_come_back_together() -> None:
    gone = [changed(one, deleted_at=BEFORE) for one in (FIRST, SECOND)]
    with pytest.raises(Refusal, match="stands in"):
        trash.restore(Book([ADA, *gone]), moment(), gone)


@pytest.mark.parametrize("fields", [{"deleted_at": BEFORE}, {"status": "let_go"}, {"month": "2026-12"}])
def test_what_freed_a_place_is_not_undone_when_another_has_it_since(fields: dict[str, str]) -> None:
    away = edited("away", FIRST, changed(FIRST, updated_at=BEFORE, **fields))
    book = Book([ADA, FIRST]).apply(away)
    (back,) = book.apply(taken_back(book, away)).offers_of(ADA.id)
    assert same_content(back, FIRST)
    taken = book.apply(Change("", (Edit(None, SECOND),)))
    with pytest.raises(Refusal, match=r"“away” cannot be taken back: Ada stands in “Raise up” of November already"):
        taken_back(taken, away)


def test_where_two_stood_before_already_an_undo_brings_both_back() -> None:
    twice = Book([ADA, FIRST, changed(SECOND, updated_at=MADE)])
    away = edited("away", FIRST, changed(FIRST, updated_at=BEFORE, deleted_at=BEFORE))
    book = twice.apply(away)
    assert len(book.apply(taken_back(book, away)).offers_of(ADA.id)) == 2


def test_two_machines_may_do_it_and_check_names_it_and_mends_nothing() -> None:
    book = merge(Book([ADA]), Book([ADA, FIRST]), Book([ADA, SECOND]))
    assert len(book.offers_of(ADA.id)) == 2
    (flaw,) = flaws(book)
    assert (flaw.table, flaw.id, flaw.can_be_mended) == ("offers", SECOND.id, False)
    assert flaw.sentence == (
        f"is the second of person {ADA.id} in “Raise up” of 2026-11: {FIRST.id} is the first; let one of them go"
    )
    assert not mended(book)
    assert (
        flaws(Book([ADA, GRACE, FIRST, changed(SECOND, deleted_at=LATER), offer(ADA, "declined"), offer(GRACE)])) == ()
    )


# --- what an offer names -------------------------------------------------------------------------


def test_an_offer_serves_only_what_its_own_person_told_you() -> None:
    hers, mine = aspiration(GRACE), objective()
    book = Book([ADA, GRACE, hers, mine, FIRST])
    with pytest.raises(Refusal, match="was told by somebody else: choose something that Ada told you"):
        offers.make(book, moment(), ADA.id, "read", part="resource", serves=hers.id)
    with pytest.raises(Refusal, match="was told by somebody else"):
        offers.edit(book, moment(), FIRST.id, serves=hers.id)
    assert offers.make(book, moment(), GRACE.id, "read", serves=hers.id)


@pytest.mark.parametrize("name", ["serves", "objective", "introduces"])
def test_an_offer_names_nobody_who_is_not_there(name: str) -> None:
    book = Book([ADA, GRACE])
    with pytest.raises(Refusal, match="is not in the book: it was deleted"):
        offers.make(book, moment(), ADA.id, "read", **{name: 99})  # type: ignore[arg-type]


def test_an_undo_does_not_bring_back_what_a_person_told_you_without_the_person() -> None:
    told = aspiration(ADA, deleted_at=BEFORE)
    gone = changed(ADA, deleted_at=BEFORE)
    book = Book([gone, told])
    emptied = trash.empty(book, moment(), [told])
    book = book.apply(emptied)
    assert taken_back(book, emptied)
    book = book.apply(trash.empty(book, moment()))
    with pytest.raises(Refusal, match="belongs with something that is no longer in the book"):
        taken_back(book, emptied)
