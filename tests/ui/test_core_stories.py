"""The four stories that must be quick: the check-in, a note, an offer, ticking off."""

from givenet_tui.demo import demo_book
from tests.factories import TODAY, aspiration, offer, person, touch
from tests.ui.conftest import OpenStory


async def test_the_check_in_goes_through_every_line_and_ends_with_a_reflection(open_story: OpenStory) -> None:
    async with open_story(book=demo_book(TODAY), size=(120, 36)) as story:
        assert "promised" in story.screen
        for _ in range(5):
            await story.press("space")
            if story.place == "WordsDialog":
                await story.write("it went well")
                await story.press("enter")
            elif story.place == "ChoiceDialog":
                await story.press("y")
            elif story.place == "TouchDialog":
                await story.write("a long talk")
                await story.press("enter")
            assert story.place == "TodayScreen"
            await story.press("j")
        assert "That was today" in story.screen
        await story.press("w")
        await story.write("I gave what I had")
        await story.press("enter")
        check_in = story.book.check_in_on(TODAY)
        assert check_in is not None
        assert check_in.reflection == "I gave what I had"
        assert len(check_in.handled) == 5
        assert all(line.how == "done" for line in check_in.handled)
        (row,) = [row for row in story.rows("check_ins") if row["on"] == "2026-11-22"]
        assert row["reflection"] == "I gave what I had"


async def test_a_note_is_on_disk_after_six_keys_besides_the_words(open_story: OpenStory) -> None:
    ada, alan = person("Ada Lovelace"), person("Alan Turing")
    async with open_story(ada, alan) as story:
        await story.press("2", "slash")
        await story.write("love")
        await story.press("enter", "n", "d")
        assert story.place == "NoteDialog"
        await story.write("a school for girls")
        await story.press("enter")
        assert story.place == "NotebookScreen"
        assert "a school for girls" in story.screen
        (row,) = story.rows("aspirations")
        assert (row["kind"], row["text"], row["person"], row["heard_on"]) == (
            "dream", "a school for girls", ada.id, "2026-11-22",
        )  # fmt: skip


async def test_an_offer_made_from_an_aspiration_stands_on_the_board_and_says_what_it_serves(
    open_story: OpenStory,
) -> None:
    ada = person("Ada Lovelace")
    goal = aspiration(ada, "see the Notes translated")
    async with open_story(ada, goal) as story:
        await story.press("2", "enter")
        for _ in range(3):
            await story.press("j")
        await story.press("o")
        assert story.place == "OfferDialog"
        await story.write("Introduce her to Charles at the Society")
        await story.press("tab")
        await story.write("fri")
        assert "Friday 27 November" in story.screen
        await story.press("enter")
        await story.press("3")
        assert "Introduce her to Charles" in story.screen
        (made,) = story.rows("offers")
        assert (made["serves"], made["due"], made["part"], made["month"], made["status"]) == (
            goal.id, "2026-11-27", "raise_up", "2026-11", "drafted",
        )  # fmt: skip


async def test_ticking_off_fills_a_dot_and_undo_takes_it_back(open_story: OpenStory) -> None:
    ada = person("Ada Lovelace")
    async with open_story(ada, offer(ada, "drafted"), touch(ada)) as story:
        await story.press("3", "space")
        assert story.rows("offers")[0]["status"] == "offered"
        await story.press("space")
        assert story.rows("offers")[0]["status"] == "accepted"
        await story.press("space")
        await story.write("the Notes have a translator")
        await story.press("enter")
        (row,) = story.rows("offers")
        assert (row["status"], row["outcome"]) == ("done", "the Notes have a translator")
        assert "1 of 10 done" in story.screen
        await story.press("4")
        assert "1 given" in story.screen
        await story.press("3", "u")
        assert story.rows("offers")[0]["status"] == "accepted"
        assert "0 of 10 done" in story.screen
        assert any("Undone" in toast for toast in story.toasts)
