"""Stories of what someone told you: does it still hold, how was it worded before, read it whole."""

from datetime import date

from givenet_tui.domain.aspirations import Earlier
from givenet_tui.domain.offers import Step
from givenet_tui.plain import line
from tests.factories import aspiration, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory

LONG_AGO = date(2026, 5, 1)


async def test_what_was_not_said_for_half_a_year_asks_and_one_key_says_yes(open_story: OpenStory) -> None:
    ada = person()
    old = aspiration(ada, f"see it printed {NASTY[0]}", heard_on=LONG_AGO)
    fresh = aspiration(ada, "rest", kind="hope", heard_on=date(2026, 11, 1))
    async with open_story(ada, old, fresh) as story:
        await story.press("2", "enter")
        assert story.screen.count("Does it still hold?") == 1
        await story.press("c")
        assert story.toasts[-1] == "Nothing they told you is under the cursor."
        await story.go_to(old)
        assert "Does it still hold? c yes s no" in story.words
        await story.press("c")
        assert story.rows("aspirations")[0]["confirmed_on"] == "2026-11-22"
        assert "still so on 22 Nov" in story.words
        assert "Does it still hold?" not in story.screen
        assert story.cursor == old.id
        await story.press("u")
        assert "Does it still hold?" in story.screen
        await story.press("s", "c")
        assert story.rows("aspirations")[0]["confirmed_on"] == "2026-11-22"
        await story.press("s", "l", "c")
        assert story.toasts[-1] == "This is closed: s opens it again."


async def test_enter_reads_what_they_told_you_whole_and_its_keys_do_what_they_do_below(open_story: OpenStory) -> None:
    ada = person("Ada")
    goal = aspiration(
        ada, f"see the Notes printed {NASTY[1]}", heard_on=LONG_AGO, heard_where="at lunch", horizon="2027-03-12",
        earlier=(Earlier(f"write it {NASTY[0]}", date(2026, 3, 1)), Earlier("find a printer", date(2026, 4, 2))),
    )  # fmt: skip
    steps = (Step("drafted", date(2026, 6, 1)), Step("offered", date(2026, 6, 4)))
    made = offer(ada, "offered", steps=steps, serves=goal.id)
    async with open_story(ada, goal, aspiration(ada, "sleep"), made, size=(120, 40)) as story:
        await story.press("2", "enter")
        await story.go_to(goal)
        assert "reworded 2 times, last 2 Apr, before: find a printer" in story.words
        assert "by 12 Mar 2027" in story.words
        await story.press("enter")
        await story.settle()
        for words in (
            "Ada · goal", f"see the Notes printed {line(NASTY[1])}", "heard Friday 1 May", "where at lunch",
            "by when 12 Mar 2027", "Last heard 6 months ago. Does it still hold?", f"write it {line(NASTY[0])}",
            "until Sunday 1 March", "find a printer", "until Thursday 2 April", "Read the proofs of Note G",
            "drafted 1 Jun, offered 4 Jun",
        ):  # fmt: skip
            assert words in story.words, words
        await story.press("escape")
        assert (story.place, story.cursor) == ("NotebookScreen", goal.id)
        await story.press("enter", "c")
        assert story.rows("aspirations")[0]["confirmed_on"] == "2026-11-22"
        assert story.place == "NotebookScreen"
        await story.press("enter", "e")
        assert story.place == "NoteDialog"
        await story.press("escape", "enter")
        await story.delete_elsewhere(goal)
        await story.settle()
        assert "This was deleted meanwhile." in story.words
        await story.press("space")
        assert (story.place, story.toasts[-1]) == ("NotebookScreen", "This was deleted meanwhile.")
        assert [row["status"] for row in story.rows("aspirations")] == ["open"], "what stands there now is another one"


async def test_rewording_keeps_the_words_before_and_undo_takes_both_back(open_story: OpenStory) -> None:
    ada = person()
    goal = aspiration(ada, "fly")
    async with open_story(ada, goal) as story:
        await story.press("2", "enter")
        await story.go_to(goal)
        await story.press("e")
        await story.write(" to the moon")
        await story.press("tab", "tab", "tab")
        await story.write("12 march")
        assert "Friday 12 March 2027" in story.words
        await story.press("enter")
        row = story.rows("aspirations")[0]
        assert (row["text"], row["horizon"]) == ("fly to the moon", "2027-03-12")
        assert row["earlier"] == [{"text": "fly", "until": "2026-11-22"}]
        assert "reworded 22 Nov, before: fly" in story.words
        await story.press("e")
        await story.write("!")
        await story.press("enter")
        assert len(story.rows("aspirations")[0]["earlier"]) == 1
        await story.press("u", "u")
        assert "earlier" not in story.rows("aspirations")[0]
        assert story.rows("aspirations")[0]["text"] == "fly"


async def test_what_was_between_you_is_told_by_years_and_a_long_one_is_read_whole(open_story: OpenStory) -> None:
    ada = person("Ada", met_on=date(1833, 6, 5), met_where="at the soirée")
    long = "\n".join(f"line {number} {NASTY[number % len(NASTY)]}" for number in range(40))
    talk = touch(ada, text=long, on=date(2026, 11, 20))
    old, older = touch(ada, text="tea", on=date(2025, 3, 1)), touch(ada, text="cake", on=date(2025, 2, 1))
    steps = (Step("drafted", date(2026, 11, 2)), Step("offered", date(2026, 11, 5)))
    made = offer(ada, "offered", steps=steps)
    async with open_story(ada, talk, old, older, made, size=(120, 50)) as story:
        await story.press("2", "enter", "tab")
        assert "line 3" in story.screen
        assert "line 9" not in story.screen
        assert "◔ 2 Nov ◑ 5 Nov" in story.words
        years = [row.split("│")[-1].strip(" ▐") for row in story.screen.splitlines()]
        assert [row for row in years if row in {"2026", "2025", "1833"}] == ["2025", "1833"]
        await story.go_to(talk)
        await story.press("enter")
        await story.settle()
        assert "Friday 20 November" in story.words
        assert "line 30" in story.words
        await story.press("G")
        assert "line 39" in story.words
        await story.press("e")
        assert story.place == "TouchDialog"
