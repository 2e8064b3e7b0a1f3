"""The pictures in the README, and of every other screen and dialog: compared to the letter on every run.

`pytest tests/ui/test_screenshots.py --snapshot-update -n 0` makes them anew.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from textual.screen import Screen

from givenet_tui.clock import FixedClock
from givenet_tui.domain.moment import instant
from givenet_tui.store.memory import MemoryStore
from givenet_tui.ui.app import GiveNetApp
from givenet_tui.workspace import Workspace
from tests.ui.pictures import VIEWS, WIDE, Size, View

# The pictures are called by what they show, for the README, and not after the tests.
pytestmark = pytest.mark.filterwarnings(r"ignore:\s*Can not relate snapshot name:UserWarning")

SCREENSHOTS = Path(__file__).parent.parent.parent / "screenshots"
NOON = datetime(2026, 11, 22, 12)  # noqa: DTZ001  a wall clock has no zone

PAINT = Screen._compositor_refresh
PICTURES = {
    name if size == WIDE else f"{name}-{size[0]}x{size[1]}": (view, size)
    for name, view in VIEWS.items()
    for size in view.sizes
}


class Svg(SingleFileSnapshotExtension):
    """One file a picture, in `screenshots/`, called by the picture's name."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        """Beside the README, not beside the tests."""
        return str(SCREENSHOTS)

    @classmethod
    def matches_test_location(cls, *, test_location: PyTestLocation, snapshot_location: str) -> bool:
        """Every picture there belongs to these tests."""
        return Path(snapshot_location).parent == SCREENSHOTS

    @classmethod
    def get_snapshot_name(cls, *, test_location: PyTestLocation, index: Any = 0) -> str:
        """The picture's own name."""
        return str(index)


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Svg)


async def drawn(view: View, size: Size) -> str:
    clock, book = FixedClock(NOON), view.book()
    app = GiveNetApp(
        Workspace(MemoryStore(book, lambda: instant(clock.now())), clock), label="" if book.is_empty else "sample"
    )
    if view.theme:
        app.theme = view.theme
    async with app.run_test(size=size) as pilot:
        for key in view.keys:
            if key.startswith("!"):
                await app.screen.run_action(f"command('{key[1:]}')")
                await app.workers.wait_for_complete()
                await pilot.pause()
            else:
                await pilot.press("space" if key == " " else key)
        if view.shown_by is not None:
            await view.shown_by(app)
        for _ in ("what is looked up", "what is drawn of it"):
            await app.workers.wait_for_complete()
            await pilot.pause()
        return app.export_screenshot(title="GiveNet")


@pytest.mark.parametrize("name", PICTURES)
async def test_a_screen_looks_as_its_picture(
    name: str, picture: SnapshotAssertion, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a file that is read is named by its place
    if name.startswith("palette"):  # a list of Textual's measures its rows as it paints them
        monkeypatch.setattr(Screen, "_compositor_refresh", PAINT)
    assert await drawn(*PICTURES[name]) == picture(name=name)


def test_there_is_no_picture_that_nobody_looks_at() -> None:
    assert {path.stem for path in SCREENSHOTS.glob("*.svg")} == set(PICTURES)
