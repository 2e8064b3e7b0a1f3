"""Stories of getting about: the four places, movement, help, the mouse, leaving."""

import pytest

from givenet_tui.demo import demo_book
from givenet_tui.tones import plain_words
from givenet_tui.ui.widgets.key_bar import KeyBar
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList
from givenet_tui.ui.widgets.top_bar import TopBar
from tests.factories import TODAY, aspiration, person
from tests.ui.conftest import OpenStory


async def test_four_keys_go_to_four_places_and_each_keeps_its_cursor(open_story: OpenStory) -> None:
    async with open_story(book=demo_book(TODAY), size=(120, 36)) as story:
        cursors = {}
        for key, place in (("1", "TodayScreen"), ("2", "PeopleScreen"), ("3", "BoardScreen"), ("4", "YearScreen")):
            await story.press(key, "j")
            assert story.place == place
            cursors[key] = story.cursor
        for key, cursor in cursors.items():
            await story.press(key)
            assert story.cursor == cursor


async def test_the_cursor_moves_by_letters_and_arrows_to_the_first_and_the_last(open_story: OpenStory) -> None:
    people = [person(f"Number {n}") for n in range(5)]
    async with open_story(*people) as story:
        await story.press("2")
        steps = (
            ("j", 1), ("down", 2), ("k", 1), ("up", 0), ("k", 0), ("G", 4), ("j", 4), ("g", 0), ("end", 4),
            ("home", 0), ("pagedown", 4), ("pageup", 0),
        )  # fmt: skip
        for key, number in steps:
            await story.press(key)
            assert story.cursor == people[number].id, key
        assert f"{people[0].name}" in story.screen


async def test_a_long_list_scrolls_so_that_the_cursor_is_seen(open_story: OpenStory) -> None:
    people = [person(f"Number {n:03}") for n in range(200)]
    async with open_story(*people) as story:
        await story.press("2", "G")
        assert "▌· Number 199" in story.screen
        await story.press("pageup", "k")
        at = story.cursor
        assert f"▌· {story.book.people[at].name}" in story.screen  # type: ignore[index]
        await story.press("g")
        assert "▌· Number 000" in story.screen


async def test_a_row_higher_than_the_screen_is_read_to_its_end_before_the_next_one(open_story: OpenStory) -> None:
    ada = person()
    long = aspiration(ada, "\n".join(f"line {n}" for n in range(60)), kind="dream")
    async with open_story(ada, long, size=(80, 12)) as story:
        await story.press("2", "enter", "j", "j")
        assert (story.cursor, "line 0" in story.screen, "line 5" in story.screen) == (long.id, True, False)
        await story.press("pagedown")
        assert (story.cursor, "line 5" in story.screen) == (long.id, True)
        await story.press("pagedown", "k", *["pageup"] * 6)
        assert (story.cursor, "Notes" in story.screen) == ("notes", True)


async def test_help_shows_the_keys_scrolls_and_goes(open_story: OpenStory) -> None:
    async with open_story(person(), size=(80, 24)) as story:
        for leave in ("escape", "q", "question_mark"):
            await story.press("question_mark")
            assert (story.place, "Keys" in story.screen) == ("HelpScreen", True)
            page = story.app.screen.query_one("#keys", Page)
            assert any("last:>90d" in plain_words(page.line(n)) for n in range(page.line_count))
            await story.press("G")
            assert "What it is for" in story.screen
            await story.press(leave)
            assert story.place == "TodayScreen"


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving_asks_nothing_since_everything_is_on_disk(open_story: OpenStory, key: str) -> None:
    async with open_story(person()) as story:
        await story.press("2", "z", key)
        assert not story.app.is_running
        assert story.rows("people")[0]["archived_on"] == "2026-11-22"


async def test_q_is_a_letter_where_one_writes(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("2", "n", "h", "q", "u", "question_mark", "1", "enter")
        assert story.app.is_running
        assert story.rows("aspirations")[0]["text"] == "qu?1"


async def test_shift_tab_goes_back_from_part_to_part(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("2", "tab")
        assert story.focus == "preview"
        await story.press("shift+tab")
        assert story.focus == "people"


async def test_the_mouse_goes_to_places_moves_opens_and_presses_keys(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    async with open_story(ada, bo, size=(200, 36)) as story:
        bar = story.screen.splitlines()[0]
        await story.pilot.click(TopBar, offset=(bar.index("2 People"), 0))
        await story.settle()
        assert story.place == "PeopleScreen"
        await story.pilot.click(RowList, offset=(5, 1))
        await story.settle()
        assert (story.place, story.cursor) == ("PeopleScreen", bo.id)
        await story.pilot.click(RowList, offset=(5, 1))
        await story.settle()
        assert (story.place, "Bo" in story.screen) == ("NotebookScreen", True)
        keys = story.screen.splitlines()[-1]
        await story.pilot.click(KeyBar, offset=(keys.index("log a touch"), 0))
        await story.settle()
        assert story.place == "TouchDialog"
        await story.pilot.click("#channel", offset=(story.app.screen.query_one("#channel").size.width // 4, 0))
        await story.settle()
        keys = story.screen.splitlines()[-1]
        await story.pilot.click("TouchDialog KeyBar", offset=(keys.index("keep"), 0))
        await story.settle()
        assert story.place == "NotebookScreen"
        assert story.rows("interactions")[0]["people"] == [bo.id]
        keys = story.screen.splitlines()[-1]
        await story.pilot.click(KeyBar, offset=(keys.index("esc back"), 0))
        await story.settle()
        assert story.place == "PeopleScreen"


async def test_a_click_below_the_last_row_or_in_an_empty_list_does_nothing(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("2")
        await story.pilot.click(RowList, offset=(5, 9))
        await story.settle()
        await story.press("4", "1", "2", "d")
        await story.pilot.click(RowList, offset=(5, 0))
        await story.settle()
        assert story.place == "PeopleScreen"


async def test_one_toast_at_a_time_and_none_over_what_opens(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("2", "r", "r", "x")  # nothing to carry, nothing to do
        assert len(story.toasts) == 1
        await story.press("a")
        assert (story.place, story.toasts) == ("PersonDialog", [])
