"""What a user can do. One action is one Change, one write, one undo."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, Literal, ParamSpec, Protocol

from givenet_tui.clock import Clock, today
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.check_ins import How
from givenet_tui.domain.drafts import Draft
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

Direction = Literal["undo", "redo"]


class Committed(Protocol):
    """What a store answers: the change as it was written, and what another program wrote before it."""

    @property
    def change(self) -> Change:
        """The change as it was written; empty when there was nothing to do."""

    @property
    def outside(self) -> Change | None:
        """What came in from outside just before, if anything did."""

    @property
    def note(self) -> str | None:
        """A sentence about something the user should know."""


class ChangedOutside(Protocol):
    """What came into a book past GiveNet, in words."""

    @property
    def sentence(self) -> str:
        """All of it."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What was added, changed and is missing, a line each. Users' text."""

    @property
    def details(self) -> Sequence[str]:
        """Every record, a line each, with its table and id."""

    @property
    def names_all(self) -> bool:
        """Whether `lines` name every record."""


class LeftDraft(Protocol):
    """A draft that an earlier run left."""

    @property
    def draft(self) -> Draft:
        """What it holds."""


class Drafts(Protocol):
    """Where half-typed words are kept. Nothing here raises."""

    def keep(self, drafts: Sequence[Draft]) -> bool:
        """Keep these in the place of those before. Whether it worked."""

    def left(self) -> Sequence[LeftDraft]:
        """What programs left that are no longer there, the latest first: ours to offer until `release`."""

    def drop(self, left: Any) -> None:
        """One of these was picked up, or thrown away."""

    def release(self) -> None:
        """What was left is no longer being offered here."""

    def close(self) -> None:
        """This program ends."""


class KeptCopy(Protocol):
    """A copy of a whole book."""

    @property
    def said(self) -> str:
        """What it is, as one says it: when it was made, and why."""

    @property
    def people(self) -> str:
        """How many people it holds, in words."""


class LentFile(Protocol):
    """A file of words that another program is to write in, one at a time."""

    def put(self, words: bytes) -> Path:
        """Write it, for the user alone. GiveNetError when that is not possible."""

    def written(self) -> bytes | None:
        """What stands there now; None when it is gone. ValueError when it is too long to be a note."""

    def keep_aside(self) -> Path:
        """Leave it where nothing sweeps it away; where that is."""

    def remove(self) -> None:
        """It is needed no more."""


class Store(Protocol):
    """Where a book is kept: a file, or memory alone."""

    @property
    def book(self) -> Book:
        """The book as it was last read or written."""

    @property
    def read_only(self) -> str | None:
        """Why nothing can be written, in a sentence; None when it can."""

    @property
    def drafts(self) -> Drafts | None:
        """Where half-typed words are kept; None: nowhere."""

    @property
    def hidden(self) -> int:
        """How many records are kept, and not shown, because they cannot be read."""

    @property
    def changed_outside(self) -> ChangedOutside | None:
        """What came into the book past GiveNet: nothing is written until it is kept or taken back."""

    @property
    def undoable(self) -> str | None:
        """What `turn("undo")` takes back, by name."""

    @property
    def redoable(self) -> str | None:
        """What `turn("redo")` does again, by name."""

    def commit(self, make: Callable[[Book], Change]) -> Committed:
        """Ask `make` for a change of the newest book, and write it: all of it, or nothing and a GiveNetError."""

    def turn(self, direction: Direction, make: Callable[[Book, Change], Change]) -> Committed:
        """Turn round the last change that was done, or undone: `make` gets the newest book and that change."""

    @property
    def why_no_copies(self) -> str | None:
        """Why there can be no copies of the book, in a sentence; None when there can."""

    def back_up(self) -> None:
        """Keep a copy of the book as it is now."""

    def copies(self) -> Sequence[KeptCopy]:
        """The copies that can be put back, the newest first."""

    def put_back(self, copy: Any) -> Change:
        """Put one of these in the book's place: what is different then."""

    def lent_file(self) -> LentFile:
        """A file for another program to write words in."""

    def keep_outside(self) -> None:
        """What came past GiveNet is to stay."""

    def go_back(self) -> Change:
        """What came past GiveNet is to go: the book is what was last saved."""

    def refresh(self) -> Change | None:
        """Read what another program wrote since; None when nothing came."""


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
