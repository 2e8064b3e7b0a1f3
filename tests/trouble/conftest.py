"""What the table of troubles works on: the command line and the app, as the tests of each have them."""

import pytest

from givenet_tui.store import loading, lock
from tests.cli.conftest import givenet
from tests.ui.conftest import no_work_twice, open_story

__all__ = ["givenet", "no_work_twice", "open_story"]


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged file is looked at twice all the same, and a lock is waited for, without a pause."""
    monkeypatch.setattr(loading, "PATIENCE", 0)
    monkeypatch.setattr(lock, "PAUSES", (0, 0))
