"""What a save costs: the event loop while it lasts, and the time until it is on disk."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from typing import Any

import pytest

from tests.benchmarks.conftest import Measured
from tests.benchmarks.figures import DRAWN, HELD, ON_DISK, Row, in_ms, over
from tests.benchmarks.terminal import ROOT, environment

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def costs(measured: Measured, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `saving.py` says of a copy of the book, in a process of its own."""
    path = tmp_path_factory.mktemp("saving") / "givenet.json"
    shutil.copy(measured.path, path)
    command = [sys.executable, "-m", "tests.benchmarks.saving", str(path)]
    done = subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_event_loop_while_a_change_is_saved(
    measured: Measured, costs: dict[str, Any], keep: Callable[[Row], None]
) -> None:
    gaps = {name: median(some) for name, some in costs["held"].items()}
    quiet, save = gaps.pop("quiet"), gaps.pop("save")
    keep(Row(HELD, measured.size, save * 1000, in_ms(save), in_ms(quiet)))
    worst = max(gaps.values())
    keep(Row(DRAWN, measured.size, worst * 1000, in_ms(worst), in_ms(quiet)))


def test_a_change_until_it_is_on_disk(measured: Measured, costs: dict[str, Any], keep: Callable[[Row], None]) -> None:
    keep(over(ON_DISK, measured.size, *costs["disk"]))
