"""Stories of help that came back: written down from anywhere, seen where it belongs."""

from tests.factories import TODAY, came_back, objective, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory

ada, bo = person("Ada"), person(f"Bo {NASTY[0]}")


async def test_in_the_year_it_is_asked_first_from_whom_and_the_objective_is_the_one_under_the_cursor(
    open_story: OpenStory,
) -> None:
    mine, other = objective("print it"), objective("learn to draw", status="reached")
    async with open_story(ada, bo, touch(bo), mine, other) as story:
        await story.press("4")
        await story.go_to(mine)
        await story.press("h")
        assert "From whom did something come back?" in story.words
        assert story.words.index("Bo") < story.words.index("Ada"), "whom one saw last comes first"
        await story.press("enter")
        assert (story.place, story.focus) == ("HelpDialog", "text")
        assert "print it ‹ 2 of 2 ›" in story.words
        await story.write("a printer in Oxford")
        await story.press("enter")
        (row,) = story.rows("help")
        assert (row["person"], row["objective"], row["on"]) == (bo.id, mine.id, "2026-11-22")
        assert story.cursor == mine.id
        await story.press("G")
        assert "a printer in Oxford" in story.screen
        await story.press("2", "enter", "tab")
        assert "a printer in Oxford" not in story.screen
        await story.press("escape", "G", "enter", "tab", "e")
        assert (story.place, "print it" in story.words) == ("HelpDialog", True)


async def test_found_by_its_words_the_offer_is_what_it_came_back_for(open_story: OpenStory) -> None:
    mine = objective("print it")
    made = offer(ada, "done", what="Lend Ada the press", part="resource", objective=mine.id)
    async with open_story(ada, made, mine) as story:
        await story.press("ctrl+f")
        await story.write("press")
        await story.searched()
        await story.press("tab", "h")
        assert "What came back from Ada" in story.words
        await story.write("the first copy")
        await story.press("enter", "3", "tab")
        (row,) = story.rows("help")
        assert (row["offer"], row["objective"]) == (made.id, mine.id)
        assert "came back: the first copy" in story.words


async def test_on_an_empty_slot_it_is_asked_from_whom_and_escape_goes_back(open_story: OpenStory) -> None:
    async with open_story(ada, came_back(ada, on=TODAY)) as story:
        await story.press("3", "h")
        assert story.place == "PickPerson"
        await story.press("escape")
        assert (story.place, len(story.rows("help"))) == ("BoardScreen", 1)
