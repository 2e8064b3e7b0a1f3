"""Stories of looking back: a missed day is caught up, and an app that is left open turns the day."""

from datetime import date, datetime, timedelta

import pytest

from givenet_tui.demo import demo_book
from givenet_tui.domain.agenda import smoothed_share
from givenet_tui.domain.change import Edit
from givenet_tui.domain.check_ins import CheckIn, Handled
from givenet_tui.domain.days import in_full
from givenet_tui.domain.records import changed
from givenet_tui.domain.settings import Settings
from givenet_tui.plain import line
from tests.factories import TODAY, aspiration, came_back, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory
from tests.ui.killed import killed, started_again

YESTERDAY = TODAY - timedelta(days=1)
LATE = datetime(2026, 11, 23, 3, 55)  # noqa: DTZ001  a wall clock has no zone


async def test_a_missed_day_is_caught_up_by_its_line_and_the_share_counts_it(open_story: OpenStory) -> None:
    ada = person("Ada", rhythm_days=7)
    async with open_story(ada, CheckIn(id=9, on=TODAY - timedelta(days=2))) as story:
        assert "[ catch up on yesterday" in story.screen
        await story.press("[")
        assert story.place == "DayGoneByScreen"
        assert "Saturday 21 November yesterday" in story.words
        assert "Nothing is written down for this day." in story.screen
        await story.press("w")
        assert "Close Saturday 21 November" in story.words
        await story.write(f"We talked {NASTY[2]}")
        await story.press("enter")
        assert line(f"We talked {NASTY[2]}")[:20] in story.screen
        assert "Nothing is written down" not in story.screen, "its line is"
        assert "Its line is all that is written down for this day." in story.screen
        assert [row["on"] for row in story.rows("check_ins")] == ["2026-11-20", "2026-11-21"]
        await story.press("]")
        assert story.place == "TodayScreen"
        assert "catch up on" not in story.screen
        assert smoothed_share(story.book, TODAY) == 1
        await story.press("u")
        assert "[ catch up on yesterday" in story.screen


@pytest.mark.parametrize(("back", "said"), [(4, "3 days"), (8, "7 days"), (9, ""), (1, ""), (None, "")])
async def test_the_head_offers_to_catch_up_a_few_days_and_no_more(open_story: OpenStory, back: int, said: str) -> None:
    went = [CheckIn(id=9, on=TODAY - timedelta(days=back))] if back else []
    async with open_story(person(), *went, size=(60, 20)) as story:
        assert ("catch up on" in story.screen) == bool(said)
        assert f"[ catch up on {said}" in story.screen or not said


async def test_a_touch_and_a_note_of_that_day_have_the_day_in_their_field(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person(f"Bo {NASTY[0]}")
    met = touch(ada, on=YESTERDAY, text=f"lunch {NASTY[1]}")
    async with open_story(ada, bo, met) as story:
        await story.press("[", "n")
        assert "What Ada told you" in story.words
        await story.press("g")
        await story.write("to walk to Rome")
        await story.press("enter")
        assert story.place == "DayGoneByScreen"
        assert "goal · to walk to Rome" in story.screen
        await story.press("l", "s")
        assert "Saturday 21 November" in story.words
        await story.press("enter", "G", "l")
        assert story.place == "PickPerson"
        await story.write("Bo")
        await story.press("enter")
        assert story.place == "TouchDialog"
        await story.press("c")
        await story.write("she rang")
        await story.press("enter")
        told, touches = story.rows("aspirations"), story.rows("interactions")
        assert [(row["person"], row["heard_on"]) for row in told] == [(ada.id, "2026-11-21")]
        assert [(row["people"], row["on"]) for row in touches][1:] == [
            ([ada.id], "2026-11-21"),
            ([bo.id], "2026-11-21"),
        ]
        assert "3 touches · 1 thing heard" in story.screen
        await story.press("g", "enter")
        assert story.place == "NotebookScreen"
        await story.press("escape")
        assert story.place == "DayGoneByScreen"


async def test_a_past_day_shows_what_it_held_and_is_otherwise_read_only(open_story: OpenStory) -> None:
    ada, bo = person("Ada", rhythm_days=7), person("Bo")
    gave = offer(ada, "done", on=YESTERDAY, what="Read the proofs", outcome="sent to the printer")
    went = CheckIn(id=9, on=YESTERDAY, reflection="Enough.", handled=(
        Handled("promised", ada.id, gave.id, "done"), Handled("quiet", bo.id, bo.id, "bumped"),
    ))  # fmt: skip
    async with open_story(ada, bo, gave, went, aspiration(bo, heard_on=YESTERDAY), size=(120, 36)) as story:
        await story.press("]")
        assert story.toasts[-1] == "This is today: the day after it is not here yet."
        await story.press("[")
        for words in (
            "✓ promised",
            "sent to the printer",
            "→ put off",
            "gone quiet",
            "told you",
            "Enough.",
            "1 offer kept",
        ):
            assert words in story.screen
        before = story.rows("offers"), story.rows("check_ins"), story.rows("snoozes")
        for key in ("space", "b", "x", "s", "o", "h"):
            await story.press(key)
            assert story.toasts[-1].startswith("This day is over")
        assert (story.rows("offers"), story.rows("check_ins"), story.rows("snoozes")) == before
        await story.press("[", "[", "]", "escape")
        assert story.place == "TodayScreen"
        await story.press("[", "[", "1")
        assert story.place == "TodayScreen"


async def test_an_app_left_open_turns_the_day_at_the_hour_one_has_set(open_story: OpenStory) -> None:
    ada = person(rhythm_days=7)
    async with open_story(ada, Settings(id=1, day_starts_at="04:00"), at=LATE) as story:
        assert "Sunday 22 November" in story.screen
        await story.press("b", "t", "[")
        assert "Saturday 21 November" in story.words
        await story.press("escape")
        story.clock.move(minutes=10)
        story.app._look_at_the_day()
        await story.settle()
        assert "Monday 23 November" in story.screen
        assert "put off once" in story.screen
        assert "→ put off" not in story.screen
        await story.press("[")
        assert "→ put off" in story.screen


async def test_a_line_begun_before_the_day_turned_belongs_to_the_day_it_was_begun_for(open_story: OpenStory) -> None:
    async with open_story(person(), at=LATE) as story:
        await story.press("w")
        await story.write("It was late")
        story.clock.move(minutes=10)
        story.app._look_at_the_day()
        await story.settle()
        await story.press("enter")
        assert [(row["on"], row["reflection"]) for row in story.rows("check_ins")] == [("2026-11-22", "It was late")]
        assert "It was late" not in story.screen
        await story.press("[")
        assert "It was late" in story.screen


async def test_the_day_follows_an_hour_that_is_set_anew(open_story: OpenStory) -> None:
    settings = Settings(id=1, day_starts_at="04:00")
    async with open_story(person(), settings, at=LATE) as story:
        assert story.app.day == TODAY
        await story.change_elsewhere(Edit(settings, changed(settings, day_starts_at="02:00")))
        assert story.app.day == date(2026, 11, 23)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_looking_back_through_the_sample_finds_its_lines(open_story: OpenStory, size: tuple[int, int]) -> None:
    async with open_story(book=demo_book(TODAY), size=size) as story:
        await story.press("[")
        assert "Ask before offering" in story.screen
        await story.press("[", "[")
        assert "Twenty minutes were enough." in story.screen
        assert "20 min. She is stuck" in story.screen


@pytest.mark.parametrize("days", [1, 2])
async def test_half_a_line_about_a_missed_day_comes_back_for_that_day(open_story: OpenStory, days: int) -> None:
    ada, day = person("Ada"), TODAY - timedelta(days)
    async with open_story(ada, CheckIn(id=9, on=YESTERDAY, reflection="We met. ")) as story:
        await story.press(*["["] * days, "w")
        await story.write(f"Half a line {NASTY[0]}")
        await killed(story)
        story.clock.move(days=2)
    async with started_again(story) as again:
        await again.press("p")
        assert f"Close {in_full(day, TODAY)}" in again.words
        await again.press("enter")
        (row,) = [row for row in again.rows("check_ins") if "Half a line" in row["reflection"]]
        assert row["on"] == day.isoformat()


async def test_the_head_counts_all_that_the_day_held(open_story: OpenStory) -> None:
    ada = person("Ada")
    held = offer(ada, "offered", on=YESTERDAY), came_back(ada, on=YESTERDAY), aspiration(ada, heard_on=YESTERDAY)
    async with open_story(ada, *held, size=(120, 36)) as story:
        await story.press("[")
        assert "1 offer on its way · 1 thing heard · 1 thing that came back" in story.screen
