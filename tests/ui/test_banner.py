"""What is the matter with the file stands at the top as long as it lasts, on every screen."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from givenet_tui.store import disk
from givenet_tui.ui.widgets.banner import Banner
from tests.factories import person
from tests.ui.conftest import OpenStory, Story
from tests.ui.full_disk import FullDisk


def banner(story: Story) -> str:
    """What the banner of the screen on top says; empty when it takes no room."""
    (widget,) = story.app.screen.query(Banner)
    return " ".join(str(widget.content).split()) if widget.region.height else ""


async def test_a_full_disk_is_said_on_every_screen_until_the_next_change_is_kept(
    open_story: OpenStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_story(person("Ada")) as story:
        await story.press("2")
        assert banner(story) == ""
        with monkeypatch.context() as patched:
            patched.setattr(disk, "os", FullDisk())
            await story.press("z")
        story.app.clear_notifications()
        await story.press("1")
        assert "the disk is full. Free some space, then do it again. Nothing was changed." in banner(story)
        await story.press("2", "z")
        assert banner(story) == ""
        await story.press("1")
        assert banner(story) == ""
        assert story.rows("people")[0]["archived_on"]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_a_book_of_a_newer_givenet_is_read_and_says_so_at_the_top(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    newer = {"meta": {"1": {"schema": 99}}, "people": {"5": {"name": "Ada"}}}
    prepare: Callable[[Path], object] = lambda path: path.write_text(json.dumps(newer))  # noqa: E731
    async with open_story(prepare=prepare, size=size) as story:
        for place in ("2", "1", "3", "4"):
            await story.press(place)
            assert "a newer GiveNet has written it (schema 99" in banner(story)
        await story.press("2", "z")
        assert "Ada" in story.screen
        assert "archived_on" not in story.rows("people")[0]


async def test_a_refusal_is_no_trouble_of_the_file(open_story: OpenStory) -> None:
    async with open_story(person("Ada")) as story:
        await story.press("2", "u", "z", "u", "u")
        assert banner(story) == ""
