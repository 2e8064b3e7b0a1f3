"""Every test is alone: nothing of whoever runs the tests reaches it, neither their book nor their terminal."""

import os
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

OF_THE_CALLER = (
    "GIVENET_FILE", "EDITOR", "VISUAL",
    "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "TERM_PROGRAM",
    "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_TIME",
)  # fmt: skip
USUAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "TZ": "UTC"}

# Before anything else is imported: Textual reads some of them as soon as it is.
for name in list(os.environ):
    if name in OF_THE_CALLER or name.startswith(("XDG_", "TEXTUAL")):
        del os.environ[name]
os.environ.update(USUAL)
time.tzset()

# The same examples everywhere, however slow the machine is. `--hypothesis-profile=default` looks for new ones.
settings.register_profile(
    "alike", max_examples=50, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("alike")


@pytest.fixture(autouse=True)
def a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the book would lie by default, for each test anew; it is not there yet."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """A worker cannot send half a character: one in what a test says of its failure would end the whole run."""
    return _sendable((yield))


def _sendable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, dict):
        return {_sendable(key): _sendable(inner) for key, inner in value.items()}
    return [_sendable(inner) for inner in value] if isinstance(value, list | tuple) else value
