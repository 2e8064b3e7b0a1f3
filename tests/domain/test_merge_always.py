"""Merge, whatever the two sides did: the same both ways round, and no word lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.merge import merge
from givenet_tui.domain.natural_keys import doubles
from givenet_tui.domain.offers import Offer, Step
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import changed
from givenet_tui.domain.references import Named, missing_from, references
from tests.domain.counted_books import counted_books
from tests.domain.random_books import books, many, some
from tests.factories import MADE, TODAY
from tests.hostile import HOSTILE

EARLY, LATE = "2026-11-22T10:00:00.000Z", "2026-11-22T11:00:00.000Z"
WORDS = st.sampled_from([*sorted(HOSTILE.values()), "looms", "trains", ""])
DEEDS = ["person", "hear", "reword", "about", "tag", "delete", "purge", "day", "step"]
INSTANTS = st.sampled_from([EARLY, LATE, MADE])


@dataclass
class Hand:
    """Someone who writes in a copy of a book."""

    draw: Any
    book: Book
    first_id: int
    wrote: set[str] = field(default_factory=set)

    def write(self) -> Book:
        for number in range(self.draw(st.integers(0, 5))):
            edit = self._edit(self.first_id + number)
            if edit is not None:
                self.book = self.book.apply(Change("", (edit,)))
        return self.book

    def rewrite(self, person_id: int) -> None:
        """Write over the notes about somebody, if they are still there."""
        if person_id in self.book.people:
            who = self.book.people[person_id]
            edit = Edit(who, changed(who, about=self._words(), updated_at=self.draw(INSTANTS)))
            self.book = self.book.apply(Change("", (edit,)))

    def _words(self) -> str:
        words = self.draw(WORDS)
        self.wrote.add(words)
        return str(words)

    def _edit(self, new_id: int) -> Edit | None:  # noqa: PLR0911
        at = self.draw(INSTANTS)
        kind = self.draw(
            st.sampled_from(["person", "hear", "reword", "about", "tag", "delete", "purge", "day", "step"])
        )
        people = sorted(self.book.people)
        told = sorted(one.id for one in self.book.all(Aspiration))
        if kind == "person":
            return Edit(None, Person(id=new_id, name=self._words() or "Ada", updated_at=at))
        if kind == "day":
            on = self.draw(st.sampled_from([TODAY, TODAY + timedelta(1)]))
            known = self.book.check_in_on(on)
            new = known or CheckIn(id=new_id, on=on)
            return Edit(known, changed(new, reflection=self._words(), updated_at=at))
        if not people:
            return None
        who = self.book.people[self.draw(st.sampled_from(people))]
        if kind == "hear":
            return Edit(None, Aspiration(id=new_id, person=who.id, kind="hope", text=self._words(), updated_at=at))
        if kind == "about":
            return Edit(who, changed(who, about=self._words(), updated_at=at))
        if kind == "tag":
            return Edit(who, changed(who, tags=(*who.tags, self._words()), updated_at=at))
        if kind == "delete":
            return Edit(who, changed(who, deleted_at=at, updated_at=at))
        if kind == "reword" and told:
            one = self.book.get(Aspiration, self.draw(st.sampled_from(told)))
            return Edit(one, changed(one, text=self._words(), updated_at=at))
        if kind == "purge" and told:
            return Edit(self.book.get(Aspiration, self.draw(st.sampled_from(told))), None)
        if kind == "step":
            for given_ in self.book.offers_of(who.id):
                if given_.is_open:
                    steps = (*given_.steps, Step("done", TODAY))
                    return Edit(given_, changed(given_, steps=steps, status="done", updated_at=at))
        return None


@st.composite
def three(draw: st.DrawFn) -> tuple[Book, Hand, Hand]:
    """A book, and what two made of it. Its ids may be those of stock TinyDB."""
    base = draw(books(most=3) | counted_books(most=3))
    ours, theirs = Hand(draw, base, 2_000_000), Hand(draw, base, 3_000_000)
    ours.write()
    theirs.write()
    meet = draw(st.booleans())  # two random hands seldom do
    if base.people and meet:
        who = min(base.people)
        ours.rewrite(who)
        theirs.rewrite(who)
    return base, ours, theirs


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def all_texts(book: Book) -> set[str]:
    """Every text of a book, other versions among them."""
    every = (record for rows in book.records.values() for record in rows.values())
    return {text for record in every for text in texts(to_builtins(record, enc_hook=str))}


def lost(words: set[str], there: set[str]) -> list[str]:
    """Which of the words stand nowhere, be it as lines among others: two reflections stand below each other."""
    around = [f"\n{text}\n" for text in there]
    return [word for word in words if word and not any(f"\n{word}\n" in text for text in around)]


def nobodies(book: Book) -> set[Named]:
    every = (record for rows in book.records.values() for record in rows.values())
    return {named for record in every for named in references(record) if missing_from(book)(named)}


@many
@given(three())
def test_it_does_not_matter_which_side_is_ours(drawn: tuple[Book, Hand, Hand]) -> None:
    base, ours, theirs = drawn
    assert merge(base, ours.book, theirs.book).records == merge(base, theirs.book, ours.book).records


@many
@given(three())
def test_one_side_alone_is_taken_as_it_is(drawn: tuple[Book, Hand, Hand]) -> None:
    base, ours, _ = drawn
    assert merge(base, ours.book, ours.book).records == ours.book.records
    assert merge(base, base, ours.book).records == ours.book.records
    assert merge(base, ours.book, base).records == ours.book.records


@many
@given(three())
def test_no_text_that_either_side_wrote_is_lost(drawn: tuple[Book, Hand, Hand]) -> None:
    base, ours, theirs = drawn
    there = all_texts(merge(base, ours.book, theirs.book))
    for hand in (ours, theirs):
        last_words = all_texts(hand.book) - all_texts(base)  # a side may have written over its own words
        assert lost(last_words & hand.wrote, there) == []


@some
@given(three(), st.data())
def test_no_text_is_lost_where_one_side_goes_on_and_is_merged_again(
    drawn: tuple[Book, Hand, Hand], data: st.DataObject
) -> None:
    base, ours, theirs = drawn
    both = merge(base, ours.book, theirs.book)
    later = Hand(data.draw, ours.book, 4_000_000)
    there = all_texts(merge(ours.book, both, later.write()))
    for hand, before in ((theirs, base), (later, ours.book)):
        assert lost((all_texts(hand.book) - all_texts(before)) & hand.wrote, there) == []


@many
@given(three())
def test_a_merged_book_is_as_sound_as_the_two_that_it_was_made_of(drawn: tuple[Book, Hand, Hand]) -> None:
    base, ours, theirs = drawn
    book = merge(base, ours.book, theirs.book)
    assert nobodies(book) <= nobodies(ours.book) | nobodies(theirs.book)
    assert not list(doubles(book)) or list(doubles(base))
    assert all(one.status == one.steps[-1].status for one in book.all(Offer) if one.steps)
    assert all(id_ == record.id for rows in book.records.values() for id_, record in rows.items())
