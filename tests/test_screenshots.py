"""The pictures in the README: made from the sample on a fixed day, and compared to the letter on every run.

`pytest tests/test_screenshots.py --snapshot-update -n 0` makes them anew.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation

from givenet_tui.clock import FixedClock
from givenet_tui.demo import demo_book
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit, edited
from givenet_tui.domain.moment import instant
from givenet_tui.domain.records import OtherVersion, changed
from givenet_tui.store.memory import MemoryStore
from givenet_tui.ui.app import GiveNetApp
from givenet_tui.ui.themes import LIGHT
from givenet_tui.workspace import Workspace
from tests.factories import TODAY

# The pictures are called by what they show, for the README, and not after the tests.
pytestmark = pytest.mark.filterwarnings(r"ignore:\s*Can not relate snapshot name:UserWarning")

SCREENSHOTS = Path(__file__).parent.parent / "screenshots"
NOON = datetime(2026, 11, 22, 12)  # noqa: DTZ001  a wall clock has no zone

WIDE, USUAL, NARROW = (120, 36), (80, 24), (60, 20)
PICTURES: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "today": (WIDE, ()),
    "people": (WIDE, ("2",)),
    "notebook": (WIDE, ("2", "enter", "j", "j", "j")),
    "board": (WIDE, ("3",)),
    "offer": (WIDE, ("2", "enter", "j", "j", "o", *"Help with the school", "tab", *"fri")),
    "year": (WIDE, ("4",)),
    "find": (WIDE, ("ctrl+f", *"school")),
    "find-80x24": (USUAL, ("ctrl+f", *"school")),
    "line": (WIDE, (":", *"lunch with Grace and Charles yesterday #work")),
    "line-80x24": (USUAL, (":", *"offer grace: read her outline by fri")),
    "help": (WIDE, ("question_mark",)),
    "today-80x24": (USUAL, ()),
    "people-80x24": (USUAL, ("2",)),
    "notebook-80x24": (USUAL, ("2", "enter")),
    "board-80x24": (USUAL, ("3",)),
    "year-80x24": (USUAL, ("4",)),
    "today-60x20": (NARROW, ()),
    "board-60x20": (NARROW, ("3",)),
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


async def drawn(book: Book, size: tuple[int, int], keys: tuple[str, ...], theme: str = "", command: str = "") -> str:
    clock = FixedClock(NOON)
    app = GiveNetApp(
        Workspace(MemoryStore(book, lambda: instant(clock.now())), clock), label="" if book.is_empty else "sample"
    )
    if theme:
        app.theme = theme
    async with app.run_test(size=size) as pilot:
        await pilot.press(*("space" if key == " " else key for key in keys))
        if command:
            await app.screen.run_action(f"command('{command}')")
            await app.workers.wait_for_complete()
        await app.workers.wait_for_complete([one for one in app.workers if one.group == "look"])
        await pilot.pause()
        return app.export_screenshot(title="GiveNet")


@pytest.mark.parametrize("name", PICTURES)
async def test_a_screen_looks_as_its_picture(name: str, picture: SnapshotAssertion) -> None:
    size, keys = PICTURES[name]
    assert await drawn(demo_book(TODAY), size, keys) == picture(name=name)


async def test_an_empty_book_welcomes_as_its_picture(picture: SnapshotAssertion) -> None:
    assert await drawn(Book(), USUAL, ()) == picture(name="welcome-80x24")


async def test_the_light_theme_looks_as_its_picture(picture: SnapshotAssertion) -> None:
    assert await drawn(demo_book(TODAY), WIDE, ("3",), LIGHT) == picture(name="board-light")


def with_something_deleted() -> Book:
    """The sample, after two people and something that was told were deleted."""
    book = demo_book(TODAY)
    told = next(iter(book.all(Aspiration)))
    gone = [*[one for one in book.people.values() if one.id != told.person][:2], told]
    edits = (Edit(one, changed(one, deleted_at=f"2026-11-{20 + day}T10:00:00.000Z")) for day, one in enumerate(gone))
    return book.apply(Change("deleted", tuple(edits)))


def written_in_two_places() -> Book:
    """The sample, after two wrote notes about the same person."""
    book = demo_book(TODAY)
    ada = next(one for one in book.people.values() if one.name == "Ada Lovelace")
    theirs = OtherVersion("about", "Met at Babbage's soirée.\nMoves to Surrey in spring.", "2026-11-22T10:42:00.000Z")
    notes = "Met at Babbage's soirée.\nHer mother taught her mathematics."
    return book.apply(edited("notes", ada, changed(ada, about=notes, other_versions=(theirs,))))


@pytest.mark.parametrize(("size", "name"), [(WIDE, "trash"), (NARROW, "trash-60x20")])
async def test_the_trash_looks_as_its_picture(size: tuple[int, int], name: str, picture: SnapshotAssertion) -> None:
    assert await drawn(with_something_deleted(), size, (), command="trash") == picture(name=name)


@pytest.mark.parametrize(("size", "name"), [(WIDE, "two-places"), (USUAL, "two-places-80x24")])
async def test_the_question_between_two_versions_looks_as_its_picture(
    size: tuple[int, int], name: str, picture: SnapshotAssertion
) -> None:
    assert await drawn(written_in_two_places(), size, (), command="versions") == picture(name=name)
