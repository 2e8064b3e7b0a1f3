"""`givenet` as a function: run a command on a book of a test's own, and look at what it says and writes."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from givenet_tui.cli.program import program
from givenet_tui.cli.session import Session
from givenet_tui.clock import FixedClock
from givenet_tui.domain.change import added
from givenet_tui.domain.records import Record
from givenet_tui.store.store import FileStore
from tests.factories import TODAY

MORNING = datetime.combine(TODAY, time(10))
INSTANT = "2026-11-22T10:00:00.000Z"


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass
class GiveNet:
    """A book in a file, and the command line on it. The clock stands at Sunday 22 November 2026, in the morning."""

    file: Path
    clock: FixedClock = field(default_factory=lambda: FixedClock(MORNING))

    def __call__(self, *args: str, width: int = 0) -> Ran:
        session = Session(clock=self.clock, env={"GIVENET_FILE": str(self.file)})
        env = {"COLUMNS": str(width) if width else None}
        result = CliRunner().invoke(program, list(args), obj=session, env=env)
        return Ran(result.exit_code, result.stdout, result.stderr)

    def hold(self, *records: Record) -> None:
        """Put records into the book."""
        FileStore.open(self.file, lambda: INSTANT).commit(lambda _: added("test", *records))

    @property
    def book(self) -> Any:
        return FileStore.open(self.file, lambda: INSTANT).book

    @property
    def everything(self) -> dict[str, bytes]:
        """Every file in the folder of the book, whatever is in it."""
        return {str(file): file.read_bytes() for file in self.file.parent.rglob("*") if file.is_file()}


@pytest.fixture
def givenet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GiveNet:
    """A command line whose home is the test's own folder, and whose book is not there yet."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("GIVENET_FILE", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    return GiveNet(tmp_path / "book" / "givenet.json")


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[dict[str, Any]]]:
    """Someone sits at a terminal; the app does not really open, and how it was opened is told."""
    opened: list[dict[str, Any]] = []

    def app(session: Session, importing: Any = ()) -> int:
        opened.append({"session": session, "importing": [path.name for path in importing]})
        return 0

    monkeypatch.setattr("givenet_tui.cli.importing.has_terminal", lambda: True)
    monkeypatch.setattr("givenet_tui.cli.app.open_app", app)
    return lambda: opened
