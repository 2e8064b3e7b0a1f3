"""Stories of find in everything: from a few words to the place where they stand, and back."""

from datetime import timedelta

import pytest
from rich.cells import cell_len

from givenet_tui.domain.change import Edit
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.records import Record, changed
from givenet_tui.plain import line
from givenet_tui.ui.screens.find import MOST, FindScreen
from givenet_tui.ui.widgets.find_box import FindBox
from givenet_tui.ui.widgets.row_list import RowList
from tests.factories import MADE, TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

LONG_AGO = TODAY - timedelta(400)


def keys(story: Story) -> list[tuple[str, int]]:
    return list(story.app.screen.query_one("#found", RowList).keys)  # type: ignore[arg-type]


async def look_for(story: Story, words: str) -> None:
    story.app.screen.query_one(FindBox).value = words
    await story.searched()


def key(record: Record) -> tuple[str, int]:
    return (record.table, record.id)


async def test_everything_is_found_and_enter_goes_to_where_it_stands_and_back(open_story: OpenStory) -> None:
    ada, bo = person(f"Ada {NASTY[0]}", about=f"keeps looms {NASTY[2]}"), person("Bo")
    dream = aspiration(bo, f"own a loom {NASTY[5]}", kind="dream", heard_on=TODAY)
    talk = touch(bo, ada, text=f"looms, looms {NASTY[1]}", on=TODAY - timedelta(1))
    given = offer(bo, "done", TODAY - timedelta(2), what="find a loom")
    back = came_back(bo, "a loom of hers", TODAY - timedelta(3))
    aim = objective("weave on a loom", year=2025)
    day = CheckIn(id=5, created_at=MADE, on=LONG_AGO, reflection=f"thought of looms {NASTY[3]}")
    more = [touch(bo, text=f"talk {n}") for n in range(9)]
    async with open_story(ada, bo, dream, talk, given, back, aim, day, *more) as story:
        await story.press("3", "ctrl+f")
        assert (story.place, story.focus) == ("FindScreen", "find")
        assert "Type some words" in story.screen
        assert "tag:work    has the tag" in story.screen
        await story.press(*"LOOM")
        await story.searched()
        assert keys(story) == [key(one) for one in (dream, talk, given, back, aim, ada, day)]
        assert "7 places" in story.screen
        assert "22 Nov" in story.screen.splitlines()[3]
        for record, place, focus, cursor in (
            (dream, "NotebookScreen", "told", dream.id),
            (talk, "NotebookScreen", "between", key(talk)),
            (given, "NotebookScreen", "between", key(given)),
            (back, "NotebookScreen", "between", key(back)),
            (ada, "NotebookScreen", "told", "notes"),
            (aim, "YearScreen", "year", aim.id),
            (day, "YearScreen", "year", "2025-10"),
        ):
            await story.go_to(record)
            assert story.focus == "find"
            await story.press("enter")
            assert (story.place, story.focus, story.cursor) == (place, focus, cursor)
            await story.press("escape")
            assert (story.place, story.focus, story.cursor) == ("FindScreen", "find", key(record))
        assert "2025" in story.screen
        assert f"thought of looms {line(NASTY[3])}" in story.screen
        await story.press("escape")
        assert story.place == "BoardScreen"


async def test_the_words_around_a_hit_stand_in_its_row_and_the_whole_below(open_story: OpenStory) -> None:
    ada = person("Ada")
    talk = touch(ada, text="first word " + "and so on " * 60 + "the Zürich mill\nstands still, the very last word")
    async with open_story(ada, talk) as story:
        await story.press("ctrl+f")
        await look_for(story, "zurich")
        assert "met          Ada" in story.screen
        assert "             …" in story.screen
        assert "the Zürich mill stands still" in story.screen
        assert "met · Ada · Sunday 22 November" in story.words
        assert "very last word" not in story.screen
        await story.press("tab", "tab")
        assert story.focus == "found-whole"
        await story.press("G")
        assert "very last word" in story.screen


async def test_words_typed_in_people_go_along_and_esc_goes_back_to_the_same_person(open_story: OpenStory) -> None:
    ada, bo, by = person("Ada"), person("Bo", tags=("b",)), person("By", tags=("b",))
    async with open_story(ada, bo, by) as story:
        await story.press("2", "slash", *"tag:b", "down", "ctrl+f")
        await story.searched()
        assert keys(story) == [key(by), key(bo)]
        await story.press("ctrl+f", "escape")
        assert (story.place, story.cursor) == ("PeopleScreen", by.id)
        assert story.app.screen.query_one(FindBox).value == "tag:b"


async def test_what_cannot_be_looked_for_is_said_where_the_count_stands(open_story: OpenStory) -> None:
    ada = person("Ada")
    async with open_story(ada) as story:
        await story.press("ctrl+f", "enter")
        assert story.toasts == ["Nothing is under the cursor: type some words first."]
        await look_for(story, "ada")
        await look_for(story, "ada foo:")
        assert keys(story) == [key(ada)]
        assert "There is no “foo:”. Known are tag:, quiet:, board:, knows:, last: and born:." in story.words
        await look_for(story, "ada -born:")
        assert ("1 place" in story.screen, "There is no" in story.screen) == (True, False)
        await look_for(story, "zzz")
        assert "Nothing holds these words." in story.screen


async def test_a_changed_book_is_looked_through_anew_and_the_cursor_stays(open_story: OpenStory) -> None:
    ada = person("Ada")
    one, two, three = (touch(ada, text=f"{n} looms") for n in ("one", "two", "three"))
    async with open_story(ada, one, two, three) as story:
        await story.press("ctrl+f")
        await look_for(story, "looms")
        await story.go_to(one)
        other = (Edit(two, changed(two, text="no such thing")), Edit(one, changed(one, text="one looms, reworded")))
        await story.change_elsewhere(*other)
        await story.searched()
        assert (keys(story), story.cursor) == ([key(three), key(one)], key(one))
        assert story.screen.count("one looms, reworded") == 2
        await story.delete_elsewhere(ada)
        await story.searched()
        assert (keys(story), "Nothing holds these words." in story.screen) == ([], True)
        await story.press("tab", "u")
        assert story.place == "FindScreen"


async def test_of_very_much_the_first_are_shown_and_it_is_said_so(open_story: OpenStory) -> None:
    ada = person("Ada")
    async with open_story(ada, *(touch(ada, text="a loom") for _ in range(MOST + 1))) as story:
        await story.press("ctrl+f")
        await look_for(story, "loom")
        assert len(keys(story)) == MOST
        assert "the first 200: more words narrow it" in story.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_find_is_drawn_harmlessly_in_every_size(open_story: OpenStory, size: tuple[int, int]) -> None:
    people = [person(text, title=text, tags=(text,), about=f"loom {text}") for text in NASTY]
    told = [aspiration(one, f"{one.name} loom") for one in people]
    async with open_story(*people, *told, size=size) as story:
        await story.press("ctrl+f")
        await look_for(story, "loom")
        assert len(keys(story)) == 2 * len(NASTY)
        for _ in keys(story):
            assert "loom" in story.screen
            assert max(map(cell_len, story.screen.splitlines())) <= size[0]
            await story.press("down")
        await look_for(story, NASTY[0])
        await story.press("enter")
        assert story.place == "NotebookScreen"


async def test_who_leaves_while_the_book_is_still_looked_through_leaves(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("ctrl+f")
        left = story.app.screen
        assert isinstance(left, FindScreen)
        await story.press("escape")
        await left._look_through().wait()
        assert story.place == "TodayScreen"
