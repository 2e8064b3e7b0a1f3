"""What is measured, how good it should be, and the table that shows both."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from statistics import median, quantiles
from typing import Literal

Unit = Literal["×", " ms", " MB", " %"]


@dataclass(frozen=True, slots=True)
class Target:
    """What is measured, in which unit, and how much the design allows at most for each size of book, if it says so."""

    what: str
    unit: Unit
    most: dict[str, float]


def _each(typical: float, large: float, huge: float) -> dict[str, float]:
    return {"typical": typical, "large": large, "huge": huge}


FIRST_SCREEN = Target("first usable screen, over a bare app", "×", _each(1.5, 2, 3.5))
FIND_KEY = Target("a key in the find box until the list is redrawn, p95", " ms", _each(16, 16, 33))
FIRST_KEY = Target("the first letter in the find box since a change", " ms", {})
LINE_KEY = Target("a key in the line until its meaning is redrawn, p95", " ms", _each(16, 16, 33))
CURSOR = Target("moving the cursor, with the preview beside it, p95", " ms", _each(16, 16, 16))
HELD = Target("the event loop held by a save", " ms", _each(5, 8, 16))
DRAWN = Target("… and by its redraw, on the worst of three screens", " ms", {})
ON_DISK = Target("a change until it is on disk, over write + fsync", "×", _each(2, 2, 2))
TODAY_COMMAND = Target("givenet today, over importing its libraries", "×", _each(1.5, 2.5, 6))
MEMORY = Target("memory over the bare app", " MB", _each(15, 60, 200))
VISITED = Target("… after a look at every place", " MB", {})
IDLE = Target("idle, share of one core", " %", _each(0.5, 0.5, 0.5))
TARGETS = (
    FIRST_SCREEN,
    FIND_KEY,
    LINE_KEY,
    CURSOR,
    FIRST_KEY,
    HELD,
    DRAWN,
    ON_DISK,
    TODAY_COMMAND,
    MEMORY,
    VISITED,
    IDLE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as it was measured; `ours` and `floor` are what it was made from, in the words of the table."""

    target: Target
    size: str
    figure: float
    ours: str
    floor: str

    @property
    def most(self) -> float:
        """What the design allows."""
        return self.target.most.get(self.size, inf)

    @property
    def is_over_twice(self) -> bool:
        """Whether it is so far off that the run fails: less may be a busy machine."""
        return self.figure > 2 * self.most


def table(rows: Sequence[Row]) -> list[str]:
    """The rows in the design's order, side by side with what they should be."""
    order = [target.what for target in TARGETS]
    lines = [f"{'':54}{'book':9}{'ours':>12}{'floor':>12}{'figure':>11}{'at most':>11}"]
    for row in sorted(rows, key=lambda row: order.index(row.target.what)):
        unit = row.target.unit
        figure, most = f"{row.figure:.2f}{unit}", f"{row.most:g}{unit}" if row.target.most else "–"
        over = "" if row.figure <= row.most else "  over" if not row.is_over_twice else "  over twice"
        lines.append(f"{row.target.what:54}{row.size:9}{row.ours:>12}{row.floor:>12}{figure:>11}{most:>11}{over}")
    return lines


def percentile_95(values: Sequence[float]) -> float:
    """What 95 of 100 do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def over(target: Target, size: str, ours: Sequence[float], floors: Sequence[float]) -> Row:
    """A ratio, from seconds taken in turns: what slows the machine down for a while slows both of a pair."""
    ratio = median(mine / floor for mine, floor in zip(ours, floors, strict=True))
    return Row(target, size, ratio, in_ms(median(ours)), in_ms(median(floors)))


def in_ms(seconds: float) -> str:
    """Seconds as the table shows them."""
    return f"{seconds * 1000:.1f} ms"
