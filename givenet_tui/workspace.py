"""What a user can do. One action is one Change, one write, one undo."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Concatenate, ParamSpec

from givenet_tui.clock import Clock, today
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.check_ins import How
from givenet_tui.domain.ids import LOW_COUNT, IdMaker
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.records import Record
from givenet_tui.domain.undoing import taken_back
from givenet_tui.domain.verbs import (
    aspirations,
    bulk,
    check_ins,
    interactions,
    introductions,
    line,
    objectives,
    offers,
    versions,
)
from givenet_tui.ports import Direction, Drafts, KeptCopy, Store

P = ParamSpec("P")
Verb = Callable[Concatenate[Book, Moment, P], Change]

TICKS: Mapping[Callable[..., Change], How] = {
    aspirations.hear: "done",
    bulk.step: "done",
    interactions.log: "done",
    line.write: "done",
    objectives.aiming: "done",
    offers.choose: "done",
    offers.make: "done",
    offers.step: "done",
    introductions.ask: "done",
}
"""The verbs that settle a line of today's agenda: it is ticked in the same change, wherever the verb was used."""


@dataclass(frozen=True, slots=True)
class Done:
    """Something was done and is on disk. `name` says it; `outside` is what another program did meanwhile."""

    name: str
    change: Change
    outside: Change | None = None
    note: str | None = None


class Workspace:
    """A book in a store, a clock, and what can be undone. Verbs come from `domain.verbs`."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Work on a store's book; `clock` says when."""
        self.store = store
        self.clock = clock

    @property
    def book(self) -> Book:
        """The newest book that this program knows."""
        return self.store.book

    @property
    def drafts(self) -> Drafts | None:
        """Where half-typed words are kept; None: nowhere."""
        return self.store.drafts

    def moment(self, book: Book | None = None) -> Moment:
        """Now, with ids above those of the book."""
        book = book or self.book
        now = self.clock.now()
        ids = IdMaker(now, book.greatest_id, lambda: random.randrange(LOW_COUNT))
        return Moment(now=now, today=today(self.clock, book.settings.day_starts_at), new_id=ids)

    def do(self, verb: "Verb[P]", *args: P.args, **kwargs: P.kwargs) -> Done:
        """Do a verb: `do(offers.step, offer_id, "done")`. Raises GiveNetError, and then nothing has changed."""

        def make(book: Book) -> Change:
            moment = self.moment(book)
            change = verb(book, moment, *args, **kwargs)
            how = TICKS.get(verb)
            if how:
                change = check_ins.ticked(book, moment, change, how)
            return change.stamped(moment.instant)

        committed = self.store.commit(make)
        return Done(committed.change.name, committed.change, committed.outside, committed.note)

    def do_over(self, seen: Record, verb: "Verb[P]", *args: P.args, **kwargs: P.kwargs) -> Done:
        """The same for words that were written over a record as it was `seen`: what others wrote there is kept."""

        def over(book: Book, moment: Moment) -> Change:
            return versions.meanwhile(book, moment, seen, verb, *args, **kwargs)

        return self.do(over)

    def undo(self) -> Done:
        """Take the last change back; refused when what it changed has been changed since."""
        return self._turn("undo", "Undone")

    def redo(self) -> Done:
        """Do again what was undone last."""
        return self._turn("redo", "Done again")

    def _turn(self, direction: Direction, said: str) -> Done:
        committed = self.store.turn(direction, self._turned)
        return Done(f"{said}: {committed.change.name}", committed.change, committed.outside, committed.note)

    def _turned(self, book: Book, change: Change) -> Change:
        """The change turned round, beginning from what the book holds now."""
        return taken_back(book, change).stamped(self.moment(book).instant)

    def refresh(self) -> Change | None:
        """Take in what another program wrote; None when nothing came."""
        return self.store.refresh()

    def keep_outside(self) -> Done:
        """What came into the book past GiveNet is to stay."""
        self.store.keep_outside()
        return Done("Kept as it is. What was saved before is a copy", Change("", ()))

    def go_back(self) -> Done:
        """What came into the book past GiveNet is to go."""
        return Done("The book is again what was saved. What came is a copy", self.store.go_back())

    def back_up(self) -> Done:
        """Keep a copy of the book as it is now."""
        self.store.back_up()
        return Done("A copy of the book is kept", Change("", ()))

    def put_back(self, copy: KeptCopy) -> Done:
        """Put a copy in the book's place; what is there now is kept as one."""
        return Done(f"The book is back: {copy.said}", self.store.put_back(copy))

    @property
    def undoable(self) -> str | None:
        """What `undo` would take back, by name."""
        return self.store.undoable

    @property
    def redoable(self) -> str | None:
        """What `redo` would do again, by name."""
        return self.store.redoable
