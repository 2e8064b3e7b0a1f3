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
from givenet_tui.clock import Clock, SystemClock, today
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import instant

if TYPE_CHECKING:
    from givenet_tui.workspace import Workspace

SAMPLE = "This is a sample: made-up people, kept in memory. Nothing is written."


@dataclass
class Session:
    """The book that was named, or the sample."""

    clock: Clock = field(default_factory=SystemClock)
    env: Mapping[str, str] = field(default_factory=lambda: os.environ)
    file: str | None = None
    demo: bool = False

    @cached_property
    def path(self) -> Path:
        """The file that holds the book; refused for the sample, which has none."""
        if self.demo:
            raise Refusal("The sample is kept in memory: it has no file. Leave out --demo to see where your book lies.")
        return paths.book_path(self.file, self.env)

    @cached_property
    def workspace(self) -> "Workspace":
        """The book, opened. Raises GiveNetError when it cannot be read."""
        from givenet_tui.workspace import Workspace

        if self.demo:
            from givenet_tui.demo import demo_book
            from givenet_tui.store.memory import MemoryStore

            return Workspace(MemoryStore(demo_book(today(self.clock)), self._instant), self.clock)
        from givenet_tui.store.store import FileStore

        return Workspace(FileStore.open(self.path, self._instant), self.clock)

    def _instant(self) -> str:
        return instant(self.clock.now())

    @property
    def today(self) -> date:
        """The day the user is in, by the book's settings."""
        return today(self.clock, self.workspace.book.settings.day_starts_at)

    def label(self) -> None:
        """Say on stderr what to know about the book: that it is a sample, or can only be read. Stdout stays clean."""
        if self.demo:
            complain(SAMPLE)
        if self.workspace.store.read_only:
            complain(self.workspace.store.read_only)


def has_terminal() -> bool:
    """Whether someone sits at a terminal, in front and behind."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
