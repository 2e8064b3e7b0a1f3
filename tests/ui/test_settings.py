"""Settings: each field is seen and changed by keys, kept in the file, and taken back by undo."""

from datetime import datetime

import pytest
from rich.cells import cell_len

from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.settings import Settings
from givenet_tui.domain.verbs.settings import CALLED
from givenet_tui.ui.actions.drafts import OPENERS
from givenet_tui.ui.drawing.settings import SAYS
from givenet_tui.ui.themes import DARK, LIGHT
from givenet_tui.ui.widgets.row_list import RowList
from tests.factories import person
from tests.hostile import HOSTILE, NASTY
from tests.ui.conftest import OpenStory, Story


async def open_settings(story: Story, field: str = "") -> None:
    """Open the settings, and put the cursor on one."""
    await story.app.screen.run_action("command('settings')")
    await story.settle()
    if field:
        await on(story, field)


async def on(story: Story, key: str) -> None:
    assert story.app.screen.query_one(RowList).go_to(key)
    await story.settle()


def kept(story: Story, field: str) -> object:
    """What the file says."""
    return next(iter(story.rows("settings")), {}).get(field)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_every_setting_is_a_row_with_its_value_and_what_it_means(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    async with open_story(person(), size=size) as story:
        await open_settings(story)
        rows = story.app.screen.query_one(RowList)
        seen = ""
        for _ in rows.keys:
            seen += story.words
            await story.press("j")
        for field, name in CALLED.items():
            assert name in seen or field == "questions"
        assert all(f"Questions: {kind}s" in seen for kind in ("hope", "dream", "goal", "objective"))
        assert all(says in seen for says in SAYS.values())
        assert {cell_len(row) for row in story.screen.splitlines()} == {size[0]}


async def test_a_number_is_changed_refused_and_taken_back(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await open_settings(story, "circle_size")
        await story.press("enter", *"12", "enter")
        assert story.place == "RowsDialog"
        assert kept(story, "circle_size") == 12
        assert "Size of the circle 12" in story.words
        await story.press("e", *"0", "enter")
        assert "“0” will not do here: write a number from 1 to 1,000." in story.words
        await story.press("escape", "escape")
        assert story.app.screen.query_one(RowList).key == "circle_size"
        await story.press("d")
        assert story.book.settings.circle_size == 50
        await story.press("u")
        assert "Undone: Size of the circle: as in a new book" in story.toasts
        assert story.book.settings.circle_size == 12
        await story.press("u")
        assert story.book.settings.circle_size == 50
        await story.press("a")
        assert "a does nothing in this list." in story.words


async def test_the_day_and_the_week_begin_when_the_user_says(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await open_settings(story, "day_starts_at")
        await story.press("enter")
        await story.write("99:99")
        await story.press("enter")
        assert "is no time I understand: write it like 04:00." in story.words
        await story.press("escape", "escape", "enter", *"6:30", "enter")
        assert kept(story, "day_starts_at") == "06:30"
        await on(story, "week_starts_on")
        await story.press("enter", "7")
        assert kept(story, "week_starts_on") == "sunday"
        assert "Start of the week Sunday" in story.words


async def test_another_start_of_the_day_turns_the_day_at_once(open_story: OpenStory) -> None:
    async with open_story(person(), at=datetime(2026, 11, 22, 5)) as story:  # noqa: DTZ001  a wall clock has no zone
        assert "Sunday 22 November" in story.screen
        await open_settings(story, "day_starts_at")
        await story.press("enter", *"6", "enter", "escape")
        assert "Saturday 21 November" in story.screen


async def test_a_theme_turns_at_once_and_the_list_stays(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await open_settings(story, "theme")
        await story.press("enter")
        assert story.app.screen.query_one(RowList).key == DARK
        await story.press("j", "enter")
        assert (story.app.theme, kept(story, "theme")) == (LIGHT, LIGHT)
        assert f"● {LIGHT}" in story.words
        await story.press("u")
        assert story.app.theme == DARK


async def test_a_rhythm_by_tag_makes_someone_quiet_at_once(open_story: OpenStory) -> None:
    async with open_story(person(tags=("family",)), person("Grace", tags=(NASTY[1], HOSTILE["closing tag"]))) as story:
        assert "gone quiet" not in story.screen
        await open_settings(story, "rhythms")
        await story.press("enter")
        assert "No tag has a rhythm yet." in story.words
        await story.press("a")
        await story.write("family")
        await story.press("tab")
        await story.write("14")
        await story.press("enter")
        assert kept(story, "rhythms") == {"family": 14}
        assert "#family every 14 days 1 person of your circle has it" in story.words
        await story.press("escape", "escape")
        assert "gone quiet" in story.screen
        await open_settings(story, "rhythms")
        await story.press("enter", "d")
        assert kept(story, "rhythms") is None
        await story.press("escape", "escape")
        assert "gone quiet" not in story.screen


async def test_questions_and_favours_are_the_users_own(open_story: OpenStory) -> None:
    nasty = NASTY[1]
    async with open_story(person()) as story:
        await open_settings(story, "questions-dream")
        await story.press("enter", "a")
        await story.write(nasty)
        await story.press("enter")
        asked = kept(story, "questions")
        assert isinstance(asked, dict)
        assert asked["dream"][-1] == nasty.strip()
        await on(story, asked["dream"][0])
        await story.press("d", "D")
        assert kept(story, "questions") is None
        await story.press("escape")
        await on(story, "favours")
        await story.press("enter", "e")
        await story.write(" whom")
        await story.press("enter", "]")
        favours = kept(story, "favours")
        assert isinstance(favours, list)
        assert favours[1] == "Introduce {name} to whom"
        assert story.app.screen.query_one(RowList).key == "Introduce {name} to whom"


async def test_a_setting_half_typed_is_offered_again(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await open_settings(story, "favours")
        await story.press("enter", "j", "enter")
        await story.write(" the roof")
        draft = story.app.screen.draft("")  # type: ignore[attr-defined]
        await story.press("escape", "escape", "escape", "escape")
        OPENERS[draft.opener](story.app.screen, draft)  # type: ignore[arg-type]
        await story.settle()
        await story.write(" the roof")
        await story.press("enter")
        favours = kept(story, "favours")
        assert isinstance(favours, list)
        assert favours[1].endswith("the roof")
        assert len(favours) == 6


async def test_everything_that_is_typed_here_can_be_opened_again(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        place = story.app.screen
        ours = [opener for opener in OPENERS if opener.partition("-")[0] in {"setting", "question", "favour", "rhythm"}]
        assert len(ours) == 11
        for opener in ours:
            OPENERS[opener](place, Draft(opener, 0, "", {}, ""))  # type: ignore[arg-type]
            await story.settle()
            await story.write("7")
            draft = story.app.screen.draft("")  # type: ignore[attr-defined]
            assert draft.opener == opener
            assert draft.words.endswith("7")
            await story.press("escape", "escape")
            assert story.app.screen is place


@pytest.mark.parametrize("number", [-1, 0, 10_000])
async def test_no_odd_value_in_the_file_breaks_a_screen(open_story: OpenStory, number: int) -> None:
    odd = Settings(
        id=1, slots_per_part=number, circle_size=number, touches_per_month=number, agenda_size=number,
        day_starts_at="99:99", theme="no such theme", rhythms={"": number, NASTY[0]: -number},
        questions={"hope": ["", " "], "wish": ["?"]}, favours=("", NASTY[2], NASTY[2]),
        csv_columns={NASTY[0]: {NASTY[1]: NASTY[2]}},
    )  # fmt: skip
    async with open_story(odd, person(), size=(60, 20)) as story:
        await story.press("1", "2", "enter", "3", "4")
        await open_settings(story, "circle_size")
        assert f"The file says {number}" in story.words
        assert story.app.theme == DARK
        for field in ("rhythms", "questions-hope", "favours", "csv_columns"):
            await on(story, field)
            await story.press("enter")
            assert story.screen
            await story.press("escape")
