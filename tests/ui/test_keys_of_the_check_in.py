"""How many keys a check-in takes, texts aside: counted, so that it stays two minutes."""

from givenet_tui.demo import demo_book
from tests.factories import TODAY, person
from tests.ui.conftest import OpenStory, Story

MOST = 12


class Counted:
    """Counts the keys that a story presses; the words of a text are written without."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.keys = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self.story.press(*keys)

    async def write_and_keep(self, words: str) -> None:
        await self.story.write(words)
        await self.press("enter")


async def test_a_check_in_of_five_lines_takes_nine_keys_and_its_line_two_more(open_story: OpenStory) -> None:
    async with open_story(book=demo_book(TODAY)) as story:
        hand = Counted(story)
        await hand.press("space")
        await hand.write_and_keep("she has met Charles")
        await hand.press("space", "y")
        await hand.press("space")
        await hand.press("space")
        await hand.write_and_keep("a call: happy birthday")
        await hand.press("space")
        await hand.write_and_keep("a call: he trains again")
        assert "That was today" in story.screen
        check_in = story.book.check_in_on(TODAY)
        assert check_in is not None
        assert [line.what for line in check_in.handled] == ["promised", "waiting", "draft", "birthday", "quiet"]
        assert {line.how for line in check_in.handled} == {"done"}
        assert hand.keys == 9 <= MOST

        await hand.press("space")
        assert story.place == "WordsDialog"
        await hand.write_and_keep("I gave what I had")
        assert story.rows("check_ins")[-1]["reflection"] == "I gave what I had"
        assert "The day is closed" in story.screen
        assert hand.keys == 11


async def test_space_goes_on_to_the_next_line_and_round_and_says_when_all_is_done(open_story: OpenStory) -> None:
    ada, bo, cy = (person(name, rhythm_days=7 + n) for n, name in enumerate(("Ada", "Bo", "Cy")))
    async with open_story(ada, bo, cy) as story:
        await story.press("j", "space", "enter")
        assert story.cursor == ("quiet", bo.id), "after a change the cursor is where it was"
        await story.press("space")
        assert "In touch with" not in story.screen, "the third is asked to be chosen for a slot"
        assert story.place == "PickPerson"
        await story.press("enter", "space")
        assert "In touch with Ada" in story.screen, "round, to the first that is open"
        await story.press("enter")
        assert story.cursor == ("quiet", ada.id)
        await story.press("space", "escape")
        assert story.place == "TodayScreen", "nothing was typed: nothing is asked"
        await story.press("w")
        await story.write("Three of them")
        await story.press("enter", "space")
        assert story.toasts[-1] == "Everything of today is ticked."
