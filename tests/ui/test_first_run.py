"""The first run: three ways in, each by one key; the sample, kept apart; and the tour."""

import pytest

from givenet_tui.domain.change import Edit
from givenet_tui.domain.settings import Settings
from givenet_tui.paths import companion_dir
from givenet_tui.store.store import FileStore
from givenet_tui.ui.dialogs.tour_dialog import SENTENCES
from givenet_tui.ui.drawing.welcome import WHAT_IT_IS
from givenet_tui.ui.themes import CONTRAST
from tests.factories import person
from tests.ui.conftest import OpenStory, Story


def tour_of(story: Story) -> int:
    """Which of the four sentences is shown, from 1."""
    return next(
        number for number, (key, name, does) in enumerate(SENTENCES, 1) if f"{key} {name} {does}" in story.words
    )


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_the_welcome_says_what_it_is_and_each_way_in_is_one_key(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    async with open_story(size=size) as story:
        for words in (
            "built by giving",
            "a add the first person",
            "i bring people in",
            "v look around",
            "T see in four",
        ):
            assert words in story.words
        bar = story.screen.splitlines()[-1]
        assert bar.strip().startswith("a add a person  i import  ")
        assert "v look around" in bar or size[0] < 80
        assert "T tour" in bar
        assert not any(words in bar for words in ("do it", "offer", "touch"))
        if size[0] >= 80:  # three lines, as they are three sentences
            rows = [row.strip() for row in story.screen.splitlines()]
            first = rows.index(WHAT_IT_IS[0])
            assert tuple(rows[first : first + 3]) == WHAT_IT_IS
        await story.press("i")
        assert story.place == "FileDialog"
        await story.press("escape", "a")
        assert story.place == "PersonDialog"
        await story.write("Ada")
        await story.press("enter")
        assert [row["name"] for row in story.rows("people")] == ["Ada"]


# --- the tour ------------------------------------------------------------------------------------


async def test_the_tour_that_was_skipped_does_not_come_by_itself(open_story: OpenStory) -> None:
    async with open_story() as story:
        await story.press("T", "escape", "a")
        await story.write("Ada")
        await story.press("enter")
        assert story.place == "TodayScreen"


async def test_a_key_in_the_tour_closes_it_and_does_its_thing(open_story: OpenStory) -> None:
    async with open_story() as story:
        await story.press("a")
        await story.write("Ada")
        await story.press("enter")
        assert story.place == "TourDialog"
        await story.press("2")
        assert story.place == "PeopleScreen"
        await story.press("T", "a", *"Jo", "enter")  # no letter is lost on the way
        assert [row["name"] for row in story.rows("people")] == ["Ada", "Jo"]
        await story.press("question_mark", "T", "4")
        assert story.place == "YearScreen"


async def test_the_tour_is_shown_once_after_the_first_person_a_sentence_at_a_time(open_story: OpenStory) -> None:
    async with open_story() as story:
        await story.press("a")
        await story.write("Ada")
        await story.press("enter")
        for number in (1, 2, 3, 4):
            assert story.place == "TourDialog"
            assert tour_of(story) == number
            await story.press("enter")
        assert story.place == "TodayScreen"
        await story.press("u", "a")
        await story.write("Grace")
        await story.press("enter")
        assert story.place == "TodayScreen"


async def test_the_tour_is_skipped_by_escape_and_found_again_by_its_key_and_in_the_palette(
    open_story: OpenStory,
) -> None:
    async with open_story() as story:
        await story.press("T", "enter")
        assert tour_of(story) == 2
        await story.press("escape")
        assert story.place == "TodayScreen"
        await story.press("3", "ctrl+p")
        await story.write("tour")
        await story.searched()
        await story.press("enter")
        assert tour_of(story) == 1
    async with open_story(person()) as story:
        assert story.place == "TodayScreen"


async def test_a_first_person_who_comes_from_elsewhere_brings_no_tour(open_story: OpenStory) -> None:
    async with open_story() as story:
        await story.change_elsewhere(Edit(None, person()))
        await story.press("2", "1")
        assert story.place == "TodayScreen"


# --- the sample ----------------------------------------------------------------------------------


async def test_the_sample_is_kept_apart_and_one_comes_back_to_ones_own_book(open_story: OpenStory) -> None:
    ada = person("Ada of my own")
    async with open_story(ada) as story:
        await story.press("2", "l", "enter")  # something of one's own to undo
        before, on_disk = story.book, story.path.read_bytes()
        await story.press("enter", "v")
        assert story.place == "TodayScreen"
        assert "sample · v back" in story.screen
        assert "Made-up people" in story.toasts[-1]
        assert story.app.workspace.undoable is None
        await story.press("u")
        assert story.toasts[-1] == "There is nothing to undo."
        await story.press("2", "a")
        await story.write("Made up by me")
        await story.press("enter", "d")
        assert story.path.read_bytes() == on_disk
        await story.press("v")
        assert story.toasts == ["This is your own book again."]
        assert (story.place, story.book) == ("TodayScreen", before)
        assert "sample" not in story.screen
        await story.press("2")
        assert "Ada of my own" in story.screen
        assert "Made up" not in story.screen
        await story.press("u")
        assert not story.rows("interactions")


async def test_the_sample_is_drawn_in_the_colours_that_were_chosen(open_story: OpenStory) -> None:
    async with open_story(person(), Settings(id=1, theme=CONTRAST)) as story:
        for _ in ("there", "and back"):
            await story.press("v")
            assert story.app.theme == CONTRAST


async def test_what_is_written_in_the_sample_is_no_draft_of_ones_own_book(open_story: OpenStory) -> None:
    async with open_story(person("Ada")) as story:
        await story.press("v", "2", "n", "h")
        await story.write("words for a made-up friend")
        await story.app._look_at_drafts()
        story.app.exit()
        await story.settle()
    kept = FileStore.open(story.path, lambda: "")
    assert not kept.drafts.left()


async def test_what_is_written_after_one_came_back_is_kept_beside_ones_own_book(open_story: OpenStory) -> None:
    async with open_story(person("Ada")) as story:
        await story.press("v", "v", "2", "l")
        await story.write("half a sentence")
        await story.app._look_at_drafts()
        drafts = (companion_dir(story.path) / "drafts").glob("*.json")
        assert any("half a sentence" in draft.read_text() for draft in drafts)


async def test_what_another_program_wrote_meanwhile_is_there_when_one_comes_back(open_story: OpenStory) -> None:
    async with open_story(person("Ada")) as story:
        await story.press("v")
        await story.change_elsewhere(Edit(None, person("Grace")))
        assert "Ada" not in {one.name for one in story.book.people.values()}
        await story.press("v")
        assert {one.name for one in story.book.people.values()} == {"Ada", "Grace"}
        assert "Another window or program: its 1 change is in." in story.toasts
