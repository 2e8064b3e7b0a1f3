"""`python -m tests.benchmarks.saving BOOK`: what a save costs, measured in a process that does nothing else.

Prints JSON: for each screen the greatest gap of the event loop at each save; the same while nothing is saved; the
seconds of changes until they are on disk, and of writing the same bytes.
"""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import ParamSpec, TypeVar

from textual.pilot import Pilot

from givenet_tui.clock import SystemClock
from givenet_tui.domain.moment import instant
from givenet_tui.domain.verbs import interactions
from givenet_tui.store.store import FileStore
from givenet_tui.ui.app import GiveNetApp
from givenet_tui.workspace import Workspace
from tests.benchmarks.terminal import COLUMNS, ROWS

P = ParamSpec("P")
R = TypeVar("R")
SAVES = 15
TICK = 0.001
SCREENS = {"1": "today", "2": "people", "3": "board"}


def workspace_on(path: Path) -> Workspace:
    """The book as the program opens it."""
    clock = SystemClock()
    return Workspace(FileStore.open(path, lambda: instant(clock.now())), clock)


# --- the event loop ------------------------------------------------------------------------------


async def _greatest_gap(work: Awaitable[object]) -> float:
    """The longest that a task which wants to run every millisecond had to wait, while `work` was done and drawn."""
    gaps: list[float] = []

    async def tick() -> None:
        last = perf_counter()
        while True:
            await asyncio.sleep(TICK)
            now = perf_counter()
            gaps.append(now - last - TICK)
            last = now

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.02)
    await work
    await asyncio.sleep(0.1)
    ticking.cancel()
    return max(gaps)


async def held(path: Path) -> dict[str, Sequence[float]]:
    """The greatest gap of each save: `quiet`, nothing is saved; `save`, until it is on disk; else until it is drawn."""
    app = GiveNetApp(workspace_on(path))
    gaps: dict[str, list[float]] = {}
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        people = list(app.book.people)
        for key, screen in SCREENS.items():
            await _go(pilot, key)
            for number in range(SAVES):
                log = partial(interactions.log, person_ids=(people[number],), channel="call", text="about the garden")
                works = {
                    "quiet": asyncio.sleep(0),
                    "save": asyncio.to_thread(app.workspace.do, log),
                    screen: app.do(log),
                }
                for name, work in works.items():
                    gaps.setdefault(name, []).append(await _greatest_gap(work))
    return dict(gaps)


async def _go(pilot: Pilot[None], key: str) -> None:
    await pilot.press(key)
    await pilot.pause(0.3)


# --- the disk ------------------------------------------------------------------------------------


async def to_disk(path: Path) -> tuple[list[float], list[float]]:
    """The seconds of each change in the app, and of writing the same bytes over the last ones and waiting for them."""
    app = GiveNetApp(workspace_on(path))
    floor = path.with_name("floor")
    floor.write_bytes(path.read_bytes())
    ours: list[float] = []
    floors: list[float] = []
    setattr(app.workspace, "do", _timed(ours, app.workspace.do))  # noqa: B010
    async with app.run_test(size=(COLUMNS, ROWS)):
        people = list(app.book.people)
        for number in range(2 * SAVES):
            await app.do(interactions.log, (people[number],), channel="call", text="about the garden")
            await asyncio.sleep(0.1)
            await asyncio.to_thread(_timed(floors, _write), floor, path.read_bytes())
            await asyncio.sleep(0.1)
    return ours, floors


def _timed(seconds: list[float], work: Callable[P, R]) -> Callable[P, R]:
    def timed(*args: P.args, **kwargs: P.kwargs) -> R:
        begun = perf_counter()
        answer = work(*args, **kwargs)
        seconds.append(perf_counter() - begun)
        return answer

    return timed


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


if __name__ == "__main__":
    book = Path(sys.argv[1])
    json.dump({"held": asyncio.run(held(book)), "disk": asyncio.run(to_disk(book))}, sys.stdout)
