"""A file to work on, and no waiting."""

from pathlib import Path

import pytest

from givenet_tui.store import loading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's book lies."""
    return tmp_path / "circle.json"


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged file is looked at twice all the same, without a pause."""
    monkeypatch.setattr(loading, "PATIENCE", 0)
