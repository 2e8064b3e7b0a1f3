"""What the workspace asks of a store, whatever it is: a file, or memory alone."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.drafts import Draft

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
    def path(self) -> Path | None:
        """The file that holds the book; None: there is none."""

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
