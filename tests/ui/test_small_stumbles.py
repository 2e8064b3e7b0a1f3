"""What a newcomer stumbles over: what is new is seen, keys that are named work, nothing is cut without a sign."""

import pytest

from givenet_tui.domain.people import Labelled
from givenet_tui.tones import Line, plain_words
from givenet_tui.ui.drawing.whole_slot import first_lines
from tests.factories import person
from tests.ui.conftest import OpenStory, Story


def foot(story: Story) -> str:
    """The key bar."""
    return story.screen.splitlines()[-1]


async def test_an_objective_that_was_just_set_is_under_the_cursor(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("4", "a")
        await story.write("publish the book")
        await story.press("enter")
        story.app.clear_notifications()
        await story.settle()
        assert (story.focus, story.cursor) == ("year", story.rows("objectives")[0]["id"])
        assert "publish the book" in story.screen


async def test_the_calendar_names_the_keys_that_work_in_it(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("4")
        assert "enter open" in foot(story)
        await story.press("tab")
        assert "← → week  enter its month" in foot(story)
        assert "reached" not in foot(story)
        assert "pgdn" not in foot(story)
        await story.resize(80, 16)
        await story.press("left")
        assert "pgdn read on" in foot(story)


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_an_empty_part_shows_that_one_is_in_it_and_how_to_get_there(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    async with open_story(person(), size=size) as story:
        await story.press("2", "enter")
        assert "tab next part" in foot(story)
        assert story.screen.count("▌") == 1
        await story.press("tab")
        assert story.focus == "between"
        assert story.screen.count("▌") == 1


async def test_an_empty_list_of_the_settings_says_at_its_top_what_belongs_there(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        story.app.screen.show_rhythms()  # type: ignore[attr-defined]
        await story.settle()
        rows = story.screen.splitlines()
        says = next(number for number, row in enumerate(rows) if "The shortest of several" in row)
        assert any("No tag has a rhythm yet. a adds one" in row for row in rows[says : says + 3])
        assert "d take out" in foot(story)


async def test_the_palette_is_named_where_there_is_room_and_help_everywhere(open_story: OpenStory) -> None:
    async with open_story(person(), size=(120, 36)) as story:
        for keys in (["1"], ["2"], ["3"], ["4"], ["2", "enter"], ["ctrl+f", "tab"]):
            await story.press(*keys)
            assert "ctrl+p palette" in foot(story), keys
        await story.resize(80, 24)
        assert "? help" in foot(story)


async def test_palette_copy_and_find_say_what_is_theirs(open_story: OpenStory) -> None:
    async with open_story(person(emails=(Labelled("ada@a.example"),))) as story:
        await story.press("2", "ctrl+p")
        assert "enter do it  esc back" in foot(story)
        await story.press("escape", "y")
        assert "enter copy" in foot(story)
        await story.press("escape", "ctrl+f")
        assert not set("┌┐└") & set(story.screen)


def test_where_lines_are_cut_the_last_says_so() -> None:
    lines: list[Line] = [[("one", "plain")], [("two is longer", "plain")], [("three", "plain")]]
    assert first_lines(lines, 3, 10) == lines
    assert [plain_words(line) for line in first_lines(lines, 2, 20)] == ["one", "two is longer …"]
    assert plain_words(first_lines(lines, 2, 10)[1]).endswith("…")
