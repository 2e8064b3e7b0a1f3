"""Journal: the last changes, each to be taken back and done again. It knows who made each, and nothing of files.

A session is one run of a program. It takes back what it did itself and what stood in the journal when it began; what
another program does meanwhile is that one's own.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from givenet_tui.domain.change import Change

LENGTH = 100
"""How many changes can be taken back."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change that was made: its name, when, and by which session. `recall` gives the change itself."""

    id: str
    at: str
    by: str
    name: str
    recall: Callable[[], Change]


@dataclass(frozen=True, slots=True)
class Turn:
    """An entry that was taken back (`undone`) or done again. `recall` gives the change that did it."""

    of: str
    undone: bool
    at: str
    by: str
    recall: Callable[[], Change]


Line = Entry | Turn


class Standing(NamedTuple):
    """An entry with the last turn it took, and where in the journal both stand."""

    entry: Entry
    turn: Turn | None
    at: int
    turned_at: int

    @property
    def is_undone(self) -> bool:
        """Whether it is taken back at the moment."""
        return self.turn is not None and self.turn.undone

    @property
    def change(self) -> Change:
        """What is to be taken back to turn it once more."""
        return self.turn.recall() if self.turn else self.entry.recall()


class Journal:
    """Entries and turns in the order in which they were made."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """The journal of these lines; only the last entries count, and the turns that belong to them."""
        every = tuple(lines)
        entries = [line for line in every if isinstance(line, Entry)][-LENGTH:]
        kept = {entry.id for entry in entries}
        self.lines = tuple(line for line in every if (line.id if isinstance(line, Entry) else line.of) in kept)
        self.ids = frozenset(kept)

    def with_line(self, line: Line) -> "Journal":
        """The journal with one line more."""
        return Journal((*self.lines, line))

    def undoable(self, session: str, known: frozenset[str], passed: Container[str] = ()) -> Standing | None:
        """What a session takes back next; `known` are the entries that were there when it began, `passed` those that
        cannot be taken back."""
        return self._last(
            lambda one: (
                not one.is_undone and one.entry.id not in passed and (one.entry.by == session or one.entry.id in known)
            )
        )

    def redoable(self, session: str, known: frozenset[str], passed: Container[str] = ()) -> Standing | None:
        """What a session does again next: what it took back itself, as long as it made no other change since.

        What was taken back before it began counts as well, as long as nothing at all was done since.
        """

        def may(one: Standing) -> bool:
            if not one.is_undone or one.turn is None or one.entry.id in passed:
                return False
            mine = one.turn.by == session
            if not mine and one.entry.id not in known:
                return False
            later = (line for line in self.lines[one.turned_at + 1 :] if isinstance(line, Entry))
            return not any(line.by == session or not mine for line in later)

        return self._last(may, by_turn=True)

    def _last(self, fits: Callable[[Standing], bool], *, by_turn: bool = False) -> Standing | None:
        fitting = [one for one in self._standings() if fits(one)]
        return max(fitting, key=lambda one: one.turned_at if by_turn else one.at, default=None)

    def _standings(self) -> Iterable[Standing]:
        standings: dict[str, Standing] = {}
        for place, line in enumerate(self.lines):
            if isinstance(line, Entry):
                standings[line.id] = Standing(line, None, place, place)
            elif line.of in standings:
                one = standings[line.of]
                standings[line.of] = Standing(one.entry, line, one.at, place)
        return standings.values()
