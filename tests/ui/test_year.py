"""Stories of the year: its days, the months, what you want to reach, what came back."""

import asyncio
import gc
from datetime import date, datetime
from threading import Event
from typing import Any

import pytest

from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.settings import Settings
from givenet_tui.domain.year import year
from givenet_tui.plain import line
from givenet_tui.ui.screens.year import YearScreen
from givenet_tui.ui.widgets.calendar import Calendar
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

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


# --- the calendar --------------------------------------------------------------------------------

SIZES = [(160, 50), (120, 36), (80, 24), (60, 20)]


def days_of(story: Story, weekday: str) -> str:
    """The row of a weekday."""
    row = next(row for row in story.screen.splitlines() if row.strip().startswith(weekday))
    return row.split(weekday, 1)[1]


@pytest.mark.parametrize("size", SIZES)
async def test_the_days_on_which_one_gave_stand_in_a_calendar_and_are_told_by_their_marks(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    ada, mine = person(f"Ada {NASTY[4]}"), objective()
    monday = date(2026, 3, 2)
    records = [
        ada, mine, offer(ada, "done", monday), offer(ada, "done", monday, part="resource"),
        offer(ada, "done", date(2026, 3, 9)), touch(ada, on=date(2026, 3, 16), text=f"tea {NASTY[0]}"),
        aspiration(ada, f"sing {NASTY[1]}", heard_on=date(2026, 3, 17)),
    ]  # fmt: skip
    async with open_story(*records, size=size) as story:
        await story.press("4")
        row = days_of(story, "Mo" if size[0] < 80 else "Mon")
        assert (row.count("2"), row.count("■"), row.count("◦")) == (1, 1, 1)
        sunday = days_of(story, "Su" if size[0] < 80 else "Sun").replace(" ", "")
        assert sunday == "·" * 46 + "◇"  # what is to come is blank
        assert all(said in story.words for said in ("gave", "gave twice", "in touch", "nothing", "today"))
        assert "3 given on 2 days" in story.screen
        await story.press("tab")
        assert (story.focus, "Sunday 22 November" in story.screen) == ("calendar", True)
        await story.press(*["left"] * 36, "down")
        assert "Monday 16 March" in story.screen
        assert f"met: tea {NASTY[0]}" in story.screen
        await story.press("down")
        assert f"goal · sing {line(NASTY[1])}" in story.screen
        await story.press("up", "left", "left")
        assert "Monday 2 March" in story.screen
        assert story.words.count(f"Ada {line(NASTY[4])}") >= 2
        await story.press("enter")
        assert (story.place, "March 2026" in story.screen) == ("BoardScreen", True)
        await story.press("escape")
        assert (story.focus, "Monday 2 March" in story.screen) == ("calendar", True)
        await story.press("shift+tab", "tab", "tab")
        assert (story.focus, story.cursor) == ("year", "2026-11")
        assert "March" in story.screen or size[0] < 80


async def test_the_ten_begin_with_their_heading_which_the_cursor_leaves_alone(open_story: OpenStory) -> None:
    async with open_story(person(), objective(), size=(80, 24)) as story:
        await story.press("4")
        assert story.cursor == "2026-11"
        assert "be a resource" in story.screen
        for keys, row in ((("g",), "January"), (["j"] * 12, "○ publish the compiler book"), (("G",), "nothing yet")):
            await story.press(*keys)
            marked = [line.strip() for line in story.screen.splitlines() if "▌" in line]
            assert len([line for line in marked if row in line]) == 1
            assert not any(head in line for line in marked for head in ("The ten", "What I want", "What came back"))


async def test_the_calendar_keeps_its_day_through_changes_and_years(open_story: OpenStory) -> None:
    ada = person()
    async with open_story(ada, Settings(id=1, week_starts_on="sunday"), size=(80, 24)) as story:
        await story.press("4", "shift+tab", "G")
        calendar = story.app.screen.query_one(Calendar)
        assert (story.focus, calendar.day) == ("calendar", date(2026, 12, 31))
        assert "This day is still to come." in story.screen
        rows = [row.strip()[:3] for row in story.screen.splitlines()]
        assert rows.index("Sun") < rows.index("Mon")
        await story.press("down", "right", "left", "up")
        assert calendar.day == date(2026, 12, 23)
        await story.press("a")
        await story.write("rest")
        await story.press("enter")
        assert (story.focus, calendar.day, story.rows("objectives")[0]["text"]) == (
            "calendar", date(2026, 12, 23), "rest",
        )  # fmt: skip
        await story.press("e")
        assert story.toasts[-1] == "Nothing is under the cursor."
        await story.press("]", "]", "g", *["right"] * 8, "down", "down", "down", "down")
        assert calendar.day == date(2028, 3, 1)
        await story.press("up")
        assert "Tuesday 29 February 2028" in story.screen
        await story.press("[")
        assert calendar.day == date(2027, 2, 28)


async def test_a_click_on_a_day_shows_it_and_another_opens_its_month(open_story: OpenStory) -> None:
    async with open_story(person(), size=(120, 36)) as story:
        await story.press("4")
        calendar = story.app.screen.query_one(Calendar)
        for _ in range(2):
            await story.pilot.click(Calendar, offset=(calendar.gutter.left + 4 + 2 * 9, 1))
            await story.settle()
            if story.place == "YearScreen":
                assert (calendar.day, "Monday 2 March" in story.screen) == (date(2026, 3, 2), True)
        assert (story.place, "March 2026" in story.screen) == ("BoardScreen", True)


async def test_a_reflection_that_was_found_is_read_on_its_day_and_a_long_day_to_its_end(open_story: OpenStory) -> None:
    ada, day = person(), date(2025, 10, 9)
    went_through = CheckIn(id=77, on=day, reflection=f"the harbour {NASTY[0]}")
    touches = [touch(ada, on=day, text=f"tea number {number}") for number in range(20)]
    async with open_story(ada, went_through, *touches) as story:
        await story.press("ctrl+f", *"harbour", "enter", "tab")
        assert (story.focus, "Thursday 9 October 2025" in story.screen) == ("calendar", True)
        assert f"harbour {NASTY[0]}" not in story.screen
        await story.press(*["pagedown"] * 9)
        assert f"harbour {NASTY[0]}" in story.screen
        await story.press("pageup")
        assert "tea number 12" in story.screen


async def test_a_new_day_is_today_in_the_calendar(open_story: OpenStory) -> None:
    async with open_story(person(), size=(120, 36), at=datetime(2026, 12, 31, 12)) as story:  # noqa: DTZ001
        await story.press("4")
        story.clock.move(days=1)
        story.app._look_at_the_day()
        await story.settle()
        assert story.app.screen.query_one(Calendar).day == date(2027, 1, 1)
        assert "Friday 1 January  today" in story.screen


async def test_the_year_says_how_long_it_took_what_it_served_and_who_stands_behind_what(open_story: OpenStory) -> None:
    ada, grace, mine = person("Ada"), person("Grace"), objective("print the book")
    dream = aspiration(ada, kind="dream", status="fulfilled")
    given = [offer(ada, "done", date(2026, 5, day), serves=dream.id, objective=mine.id) for day in (4, 5)]
    back = came_back(grace, "her slides", objective=mine.id)
    after = came_back(ada, "a letter", on=date(2026, 6, 1), offer=given[0].id)
    async with open_story(ada, grace, mine, dream, *given, back, after, size=(120, 50)) as story:
        await story.press("4")
        assert "1 dream ✓ 1 has come true" in story.words
        assert "● Ada   ↳ Grace" in story.screen
        assert "for print the book" in story.screen
        assert "after Read the proofs of Note G" in story.screen


async def test_a_year_without_anything_says_what_belongs_there(open_story: OpenStory) -> None:
    async with open_story(person(), size=(80, 24)) as story:
        await story.press("4")
        assert "nothing given yet: it begins on the Board (3)" in story.screen
        assert story.cursor == "no objectives"
        await story.press("tab")
        assert "a mark on each day on which you did something for someone" in story.words
        await story.press("]")
        assert "still to come: a sets what you want to reach" in story.screen


async def test_a_large_book_holds_nobody_up_and_only_the_year_that_is_asked_for_last_is_shown(
    open_story: OpenStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = person()
    async with open_story(ada, offer(ada, "done", on=TODAY.replace(year=2025)), size=(80, 24)) as story:
        await story.press("4")
        go_on, late, asked = Event(), Event(), []

        def slow(book: Any, number: int) -> Any:
            asked.append(number)
            assert go_on.wait(5), "the event loop was held"
            if number == 2024:
                late.wait(5)
            return year(book, number)

        monkeypatch.setattr("givenet_tui.ui.screens.year.year_view", slow)
        for _ in range(2):
            story.app.screen.action_earlier()  # type: ignore[attr-defined]
            while len(asked) < 2026 - story.app.screen.year:  # type: ignore[attr-defined]
                await asyncio.sleep(0)
        assert "2026" in story.screen
        story.app.screen.action_later()  # type: ignore[attr-defined]
        go_on.set()
        await story.settle()
        assert "‹ 2025 ›   1 given" in story.screen
        late.set()


async def test_a_year_that_is_asked_for_twice_at_once_is_worked_out_once(open_story: OpenStory) -> None:
    ada = person()
    async with open_story(ada, offer(ada, "done")) as story:
        await story.press("4")
        screen = story.app.screen
        assert isinstance(screen, YearScreen)
        screen.show_book()  # its worker has not begun when the next one takes its place
        screen.show_book()
        await story.settle()
        assert "1 given" in story.screen
    del story, screen
    gc.collect()  # what was made for it, and never begun, would be said here
