"""What a run of the command line works on: which book, whose clock. The store is opened when a command asks for it."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from givenet_tui import paths
from givenet_tui.cli.paper import complain
from givenet_tui.cli.wording import counted
from givenet_tui.clock import Clock, SystemClock, today
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import instant
from givenet_tui.wording import not_shown

if TYPE_CHECKING:
    from givenet_tui.workspace import Done, Workspace

SAMPLE = "This is a sample: made-up people, kept in memory. Nothing is written."


@dataclass
class Session:
    """The book that was named, or the sample."""

    clock: Clock = field(default_factory=SystemClock)
    env: Mapping[str, str] = field(default_factory=lambda: os.environ)
    file: str | None = None
    demo: bool = False
    _said: set[str] = field(default_factory=set)

    @cached_property
    def path(self) -> Path:
        """The file that holds the book; refused for the sample, which has none."""
        if self.demo:
            raise Refusal("The sample is kept in memory: it has no file. Leave out --demo to see where your book lies.")
        return paths.book_path(self.file, self.env)

    @property
    def own_path(self) -> Path | None:
        """The same; None for the sample."""
        return None if self.demo else self.path

    @cached_property
    def workspace(self) -> "Workspace":
        """The book, opened. Raises GiveNetError when it cannot be read."""
        from givenet_tui.workspace import Workspace

        if self.demo:
            from givenet_tui.demo import demo_book
            from givenet_tui.store.memory import MemoryStore

            return Workspace(MemoryStore(demo_book(today(self.clock)), self.instant), self.clock)
        from givenet_tui.store.store import FileStore

        return Workspace(FileStore.open(self.path, self.instant), self.clock)

    def instant(self) -> str:
        """Now, as the file writes it."""
        return instant(self.clock.now())

    @property
    def today(self) -> date:
        """The day the user is in, by the book's settings."""
        return today(self.clock, self.workspace.book.settings.day_starts_at)

    def label(self) -> None:
        """Say on stderr what to know about the book: a sample, only to be read, changed outside, not whole."""
        if self.demo:
            self.say(SAMPLE)
        if self.workspace.store.read_only:
            self.say(self.workspace.store.read_only)
        else:
            self._say_outside()
        if self.workspace.store.hidden:
            self.say(not_shown(self.workspace.store.hidden))

    def say(self, sentence: str) -> None:
        """Say something on stderr, once: what a book is like may also be why a command could not."""
        if sentence not in self._said:
            self._said.add(sentence)
            complain(sentence)

    def _say_outside(self) -> bool:
        """Name what came into the book past GiveNet. Whether there is something."""
        changed = self.workspace.store.changed_outside
        if changed:
            self.say(changed.sentence)
        return changed is not None

    def settled(self) -> "Workspace":
        """The book, ready to be written: what came past GiveNet is named first, and kept; a copy is made of before."""
        if self._say_outside():
            self.workspace.store.keep_outside()
            complain(
                "That stays. The book as it was saved before is kept as a copy: `givenet restore` goes back to it."
            )
        return self.workspace

    def tell(self, done: "Done") -> None:
        """Say on stderr what went on beside what was done."""
        if done.outside:
            theirs = counted(len(done.outside.edits), "change")
            complain(f"Another program had changed the book: {theirs} came in first.")
        if done.note:
            complain(done.note)


def has_terminal() -> bool:
    """Whether someone sits at a terminal, in front and behind."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
