"""A fault of the program itself, wherever it comes up: one line that names a report, and no word of the book in it."""

import asyncio
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.widgets import Static

from givenet_tui.cli import crash
from givenet_tui.cli.paper import Paper
from givenet_tui.ui.screens.today import TodayScreen
from tests.cli.conftest import GiveNet, Ran
from tests.factories import person
from tests.trouble.app import SIZE

SECRET = "Ada told me in confidence"
_run_async = App.run_async


def boom(*_: object) -> Iterator[Any]:
    words = SECRET
    try:
        raise KeyError(words)
    except KeyError as error:
        raise ValueError(f"what is “{words}”?") from error
    yield  # so that it may stand for `compose` as well


def fault(*_: object) -> None:
    next(boom())


async def fault_later() -> None:
    fault()


class Unfit(Static):
    def render(self) -> Any:
        fault()


def leave_after(begin: Callable[[], object]) -> Callable[[TodayScreen], None]:
    """Begin something that the app does not wait for, and leave it when that is over."""

    def on_mount(screen: TodayScreen) -> None:
        begun = begin()
        if isinstance(begun, Thread):
            begun.start()
            begun.join()
        screen.set_timer(0.05, screen.app.exit)

    return on_mount


FAULTS: dict[str, tuple[str, Any]] = {
    "compose": ("compose", boom),
    "an event handler": ("on_mount", fault),
    "a key": ("on_mount", lambda screen: screen.app.post_message(events.Key("f12", None))),
    "a callback": ("on_mount", lambda screen: screen.call_later(fault)),
    "a timer": ("on_mount", lambda screen: screen.set_timer(0.001, fault)),
    "a worker": ("on_mount", lambda screen: screen.run_worker(fault_later())),
    "a worker's thread": ("on_mount", lambda screen: screen.run_worker(fault, thread=True)),
    "drawing": ("on_mount", lambda screen: screen.mount(Unfit())),
    "a thread of nobody's": ("on_mount", leave_after(lambda: Thread(target=fault))),
    "a task of nobody's": ("on_mount", leave_after(lambda: asyncio.ensure_future(fault_later()))),
}


def told(ran: Ran, report: Path) -> str:
    """The report, once it is sure that it is named in the last line, and private."""
    assert ran.code == 1
    assert SECRET not in ran.out + ran.err
    assert "Traceback" not in ran.err
    last = ran.err.splitlines()[-1]
    assert "GiveNet met a fault of its own" in last
    assert str(report) in last
    assert report.stat().st_mode & 0o777 == 0o600
    assert report.parent.stat().st_mode & 0o777 == 0o700
    text = report.read_text()
    assert SECRET not in text
    return text


@pytest.mark.parametrize("where", FAULTS)
def test_a_fault_in_the_app(givenet: GiveNet, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    givenet.hold(person(SECRET, about=SECRET))
    name, code = FAULTS[where]

    async def headless(app: App[Any], **_: object) -> Any:
        return await _run_async(app, headless=True, size=SIZE)

    monkeypatch.setattr(App, "run_async", headless)
    monkeypatch.setattr("givenet_tui.cli.app.has_terminal", lambda: True)
    monkeypatch.setattr("givenet_tui.cli.app.install_signals", lambda _app: None)
    monkeypatch.setattr(TodayScreen, "key_f12", fault, raising=False)
    monkeypatch.setattr(TodayScreen, name, code)
    text = told(givenet(), givenet.file.with_name("givenet.json.d") / crash.NAME)
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "in boom" in text, "it says where"


ERRORS: tuple[Exception, ...] = (
    ValueError(SECRET),
    OSError(5, SECRET, f"/home/{SECRET}/book.json"),
    UnicodeEncodeError("utf-8", SECRET, 0, 1, SECRET),
    json.JSONDecodeError(SECRET, SECRET, 3),
    RecursionError(SECRET),
    ExceptionGroup(SECRET, [ValueError(SECRET)]),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("umask", [0o000, 0o777], ids=oct)
def test_a_fault_in_a_command(
    givenet: GiveNet, error: Exception, umask: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Paper, *pieces: object) -> None:
        raise error

    monkeypatch.setattr(Paper, "line", fail)
    state = tmp_path / "home" / "givenet"
    usual = os.umask(umask)
    try:
        ran = givenet("--file", str(tmp_path / SECRET / "book.json"), "people", SECRET)
    finally:
        os.umask(usual)
    text = told(ran, state / crash.NAME)
    assert f"{type(error).__qualname__}" in text
    assert "givenet_tui/cli/people.py:" in text
    assert "in fail" in text
