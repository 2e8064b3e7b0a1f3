"""Words that two wrote in one place: both are read whole, and the user chooses."""

import pytest

from givenet_tui.domain.people import Person
from givenet_tui.domain.records import OtherVersion
from tests.factories import person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

WHEN = "2026-11-22T10:00:00.000Z"
HERE = "\n".join(f"{number} of the garden" for number in range(60))
THERE = "\n".join(f"{number} of the looms" for number in range(60))


def written_twice(here: str, there: object, field: str = "about") -> Person:
    version = OtherVersion(field, there, WHEN)
    return person(f"Ada {NASTY[0]}", **{field: here}, other_versions=(version,))


async def ask(story: Story) -> None:
    await story.app.screen.run_action("command('versions')")
    await story.settle()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_both_versions_can_be_read_to_the_end_however_long_they_are(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    async with open_story(written_twice(HERE, THERE), size=size) as story:
        await ask(story)
        seen = ""
        for _ in range(40):
            seen += story.words
            await story.press("pagedown")
        for number in range(60):
            assert f"+ {number} of the garden" in seen
            assert f"+ {number} of the looms" in seen
        assert "keep what stands here" in story.words
        await story.press(*["pageup"] * 40)
        assert "+ 0 of the garden" in story.words


async def test_lines_that_stand_in_both_are_not_marked(open_story: OpenStory) -> None:
    async with open_story(written_twice("a garden\nlooms", "a garden\ntrains")) as story:
        await ask(story)
        assert "+ a garden" not in story.words
        assert "+ looms" in story.words
        assert "+ trains" in story.words


async def test_both_can_be_kept_one_below_the_other_and_undo_brings_the_question_back(open_story: OpenStory) -> None:
    there = "\n".join(NASTY)
    async with open_story(written_twice("looms", there)) as story:
        await ask(story)
        await story.press("b")
        assert story.rows("people")[0]["about"] == f"looms\n\n{there}"
        assert "≠" not in story.screen.splitlines()[0]
        await story.press("u")
        assert story.rows("people")[0]["about"] == "looms"
        assert "≠ 1" in story.screen.splitlines()[0]


async def test_of_lines_that_stand_in_both_only_one_is_kept(open_story: OpenStory) -> None:
    async with open_story(written_twice("a garden\nlooms", "a garden\n\ntrains\nlooms")) as story:
        await ask(story)
        await story.press("b")
        assert story.rows("people")[0]["about"] == "a garden\nlooms\n\ntrains"


async def test_of_a_name_only_one_can_be_kept_and_esc_leaves_the_choice_for_later(open_story: OpenStory) -> None:
    async with open_story(written_twice("Ada King", "Ada Byron", field="title")) as story:
        await ask(story)
        assert "keep both" not in story.words
        await story.press("b", "escape")
        assert story.place == "TodayScreen"
        assert "≠ 1" in story.screen.splitlines()[0]
        await ask(story)
        await story.press("t")
        assert story.rows("people")[0]["title"] == "Ada Byron"
