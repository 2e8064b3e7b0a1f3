"""How long it takes until there is something to look at, and how much memory that is."""

import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest

from tests.benchmarks.conftest import Measured
from tests.benchmarks.figures import FIRST_SCREEN, IDLE, MEMORY, TODAY_COMMAND, VISITED, Row, over
from tests.benchmarks.screens import open_app, open_bare, shows_agenda, shows_bars
from tests.benchmarks.terminal import ROOT, environment

pytestmark = pytest.mark.bench

ROUNDS = 11
LIBRARIES = "import click, pendulum, tinydb"


def test_the_first_screen(measured: Measured, keep: Callable[[Row], None]) -> None:
    seen = shows_agenda(measured.book, measured.today)
    ours, floors = [], []
    for _ in range(ROUNDS):
        with open_bare() as bare:
            floors.append(bare.until(shows_bars) - bare.started)
        with open_app(measured.path) as app:
            ours.append(app.until(seen) - app.started)
    keep(over(FIRST_SCREEN, measured.size, ours, floors))


def test_the_day_on_the_command_line(measured: Measured, keep: Callable[[Row], None]) -> None:
    ours, floors = [], []
    for _ in range(ROUNDS):
        floors.append(_run("-c", LIBRARIES))
        ours.append(_run("-m", "givenet_tui", "--file", str(measured.path), "today"))
    keep(over(TODAY_COMMAND, measured.size, ours, floors))


def _run(*arguments: str) -> float:
    begun = perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment(), check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begun


def test_memory(measured: Measured, keep: Callable[[Row], None]) -> None:
    floors, ours, visited = [], [], []
    for _ in range(3):
        with open_bare() as bare, open_app(measured.path) as app:
            bare.until(shows_bars)
            app.until(shows_agenda(measured.book, measured.today))
            floors.append(bare.memory())
            ours.append(app.memory())
            for key in "2341":
                app.send(key)
            visited.append(app.memory())
    floor = median(floors)
    for target, memory in ((MEMORY, median(ours)), (VISITED, median(visited))):
        keep(Row(target, measured.size, memory - floor, f"{memory:.1f} MB", f"{floor:.1f} MB"))


def test_idle(measured: Measured, keep: Callable[[Row], None]) -> None:
    with open_bare() as bare, open_app(measured.path) as app:
        bare.until(shows_bars)
        app.until(shows_agenda(measured.book, measured.today))
        app.rest(2)
        begun, ours, floor = perf_counter(), app.processor(), bare.processor()
        app.rest(10)
        seconds = perf_counter() - begun
        share, bare_share = (100 * (p.processor() - b) / seconds for p, b in ((app, ours), (bare, floor)))
    keep(Row(IDLE, measured.size, share, f"{share:.2f} %", f"{bare_share:.2f} %"))
