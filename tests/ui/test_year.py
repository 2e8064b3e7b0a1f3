"""Stories of the year: the months, what you want to reach, what came back."""

from datetime import date

from givenet_tui.plain import line
from tests.factories import TODAY, came_back, objective, offer, person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory

WIDE = (120, 44)


async def test_an_objective_is_set_reworded_reached_let_go_and_deleted(open_story: OpenStory) -> None:
    async with open_story(size=WIDE) as story:
        await story.press("4", "a")
        assert (story.place, story.focus) == ("WordsDialog", "words")
        assert "An objective of yours for 2026" in story.screen
        await story.write(f"print {NASTY[0]}")
        await story.press("ctrl+j")
        await story.write(NASTY[2])
        await story.press("enter")
        (row,) = story.rows("objectives")
        assert (row["text"], row["year"]) == (f"print {NASTY[0]}\n{NASTY[2]}", 2026)
        assert f"print {NASTY[0]}" in story.screen
        assert line(NASTY[2]) in story.screen
        await story.go_to(row["id"])
        await story.press("e")
        await story.write(" and more")
        await story.press("enter")
        assert story.rows("objectives")[0]["text"].endswith(" and more")
        await story.press("space")
        row = story.rows("objectives")[0]
        assert (row["status"], row["closed_on"], story.cursor) == ("reached", "2026-11-22", row["id"])
        assert "reached 22 Nov" in story.screen
        await story.press("space")
        assert "closed_on" not in story.rows("objectives")[0]
        await story.press("s", "l")
        assert story.rows("objectives")[0]["status"] == "let_go"
        await story.press("x", "d")
        assert story.rows("objectives") == []
        await story.press("u")
        assert len(story.rows("objectives")) == 1


async def test_a_month_opens_its_board_and_escape_comes_back_to_it(open_story: OpenStory) -> None:
    ada = person(f"Ada {NASTY[1]}")
    async with open_story(ada, offer(ada, "done", on=date(2026, 9, 3)), size=WIDE) as story:
        await story.press("4")
        assert story.cursor == "2026-11"
        await story.press("k", "k", "enter")
        assert (story.place, "September 2026" in story.screen) == ("BoardScreen", True)
        assert f"Ada {NASTY[1]}" in story.screen
        await story.press("escape")
        assert (story.place, story.cursor) == ("YearScreen", "2026-09")
        await story.press("enter", "4")
        assert (story.place, story.cursor) == ("YearScreen", "2026-09")
        await story.press("enter", "3")
        assert "November 2026" in story.screen


async def test_what_came_back_opens_the_notebook_and_is_edited_and_deleted_here(open_story: OpenStory) -> None:
    ada, mine = person(f"Ada {NASTY[4]}"), objective("print the book")
    back = came_back(ada, f"a letter {NASTY[3]}", objective=mine.id)
    async with open_story(ada, mine, back, size=WIDE) as story:
        await story.press("4", "G")
        assert story.cursor == back.id
        assert f"a letter {line(NASTY[3])}" in story.screen
        await story.press("enter")
        assert story.place == "NotebookScreen"
        await story.press("escape", "e")
        await story.write("!")
        await story.press("enter")
        assert story.rows("help")[0]["text"] == f"a letter {NASTY[3]}!"
        assert story.cursor == back.id
        await story.press("d")
        assert story.rows("help") == []
        assert "nothing yet: h, on a person" in story.screen
        await story.press("u")
        assert len(story.rows("help")) == 1


async def test_enter_on_an_objective_rewords_it_and_on_nothing_yet_sets_one(open_story: OpenStory) -> None:
    async with open_story(person(), size=WIDE) as story:
        await story.press("4")
        await story.go_to("no objectives")
        await story.press("enter")
        await story.write("learn to draw")
        await story.press("enter")
        (row,) = story.rows("objectives")
        await story.go_to(row["id"])
        await story.press("enter")
        await story.write(" horses")
        await story.press("enter")
        assert story.rows("objectives")[0]["text"] == "learn to draw horses"


async def test_other_years_are_turned_to_and_an_objective_is_set_for_the_one_that_is_shown(
    open_story: OpenStory,
) -> None:
    ada = person()
    async with open_story(ada, offer(ada, "done", on=TODAY.replace(year=2025)), size=WIDE) as story:
        await story.press("4", "[")
        assert "2025" in story.screen
        assert "1 given" in story.screen
        await story.press("]", "]", "a")
        assert "An objective of yours for 2027" in story.screen
        await story.write("rest")
        await story.press("enter")
        assert story.rows("objectives")[0]["year"] == 2027
        assert "rest" in story.screen
        await story.press("[")
        assert "rest" not in story.screen.replace("rest”", "")
