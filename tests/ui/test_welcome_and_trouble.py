"""An empty book welcomes; a small terminal, another program, a new day and a damaged file are told in words."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from givenet_tui.demo import demo_book
from givenet_tui.domain.change import Edit
from givenet_tui.domain.records import changed
from givenet_tui.plain import line
from givenet_tui.ui.widgets.key_bar import KeyBar
from tests.factories import MADE, TODAY, aspiration, objective, offer, person, touch
from tests.hostile import CONTROL, NASTY
from tests.ui.conftest import OpenStory

SIZES = [(120, 36), (80, 24), (60, 20)]
WELCOME = {
    "1": "GiveNet is for fewer, deeper relationships",
    "2": "Nobody is here yet.",
    "3": "+ choose someone",
    "4": "nothing yet: a sets an objective of yours",
}


# --- an empty book -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_book_says_at_each_place_what_belongs_there_and_which_key_puts_it_there(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    async with open_story(size=size) as story:
        for key, says in WELCOME.items():
            await story.press(key)
            assert says in story.words
        await story.press("3", "a")
        assert "People are added in People: 2, then a, or i to import." in story.words
        await story.press("escape", "1", "G", "j", "space", "b", "u", "enter", "tab", "2", "j", "enter", "t", "z")
        assert story.place == "PeopleScreen"
        assert not story.path.exists()
        await story.press("a")
        await story.write("Ada")
        await story.press("enter", "escape", "enter")  # the first person brings the tour
        assert "nothing yet: e writes" in story.words
        assert "nothing yet. You could ask:" in story.words
        await story.press("tab")
        assert "Nothing yet." in story.screen
        assert "logs a touch" in story.screen
        await story.press("1")
        assert "Ada" in story.screen


async def test_a_book_without_anyone_on_the_agenda_says_that_the_day_is_free(open_story: OpenStory) -> None:
    async with open_story(objective("rest")) as story:
        assert "Nothing asks for you today." in story.screen
        assert "w closes the day" in story.screen


# --- sizes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_every_place_and_dialog_fits_every_size(open_story: OpenStory, size: tuple[int, int]) -> None:
    async with open_story(book=demo_book(TODAY), size=size) as story:
        ways = {
            ("1",): "", ("2",): "", ("3",): "", ("4",): "", ("2", "enter"): "", ("question_mark",): "escape",
            ("2", "a"): "escape", ("n",): "escape", ("o",): "escape", ("l",): "escape", ("h",): "escape",
            ("1", "b"): "escape", ("3", "s"): "escape", ("tab", "G", "a"): "escape", ("ctrl+p",): "escape",
        }  # fmt: skip
        for way, leave in ways.items():
            await story.press(*way)
            rows = story.screen.splitlines()
            assert (len(rows), {cell_len(row) for row in rows}) == (size[1], {size[0]})
            for bar in story.app.screen.query(KeyBar):
                assert rows[-1].strip().startswith(bar.keys[0].key)
            if leave:
                await story.press(leave)


async def test_a_dialog_survives_every_change_of_size_with_its_words(open_story: OpenStory) -> None:
    async with open_story(person("Ada"), size=(120, 36)) as story:
        await story.press("2", "n", "d")
        await story.write("a school for girls")
        for size in ((60, 20), (20, 5), (200, 60), (80, 24)):
            await story.resize(*size)
            assert story.place == "NoteDialog"
        assert "a school for girls" in story.screen
        await story.press("enter")
        assert story.rows("aspirations")[0]["text"] == "a school for girls"


async def test_screens_are_drawn_anew_in_another_size_with_the_cursor_where_it_was(open_story: OpenStory) -> None:
    async with open_story(book=demo_book(TODAY), size=(120, 44)) as story:
        for key in ("1", "2", "3", "4"):
            await story.press(key, "j", "j")
            cursor = story.cursor
            for size in ((60, 20), (1, 1), (120, 44)):
                await story.resize(*size)
                assert story.cursor == cursor
            assert "▌" in story.screen


# --- a new day -----------------------------------------------------------------------------------


async def test_the_day_turns_at_four_while_the_app_is_open(open_story: OpenStory) -> None:
    ada = person("Ada", rhythm_days=7)
    talk = touch(ada, on=datetime(2026, 11, 15).date())  # noqa: DTZ001
    async with open_story(ada, talk, at=datetime(2026, 11, 22, 23, 59), size=(120, 36)) as story:  # noqa: DTZ001
        assert "gone quiet" not in story.screen
        await story.press("w")
        await story.write("it was late")
        await story.press("enter")
        for hours, day in ((4, "Sunday 22 November"), (0.1, "Monday 23 November")):
            story.clock.move(hours=hours)
            story.app._look_at_the_day()
            await story.settle()
            assert day in story.screen
        assert "gone quiet" in story.screen
        assert "it was late" not in story.screen  # a question may hold the word
        await story.press("w")
        await story.write("early")
        await story.press("enter")
        assert [row["on"] for row in story.rows("check_ins")] == ["2026-11-22", "2026-11-23"]


async def test_a_new_month_is_on_the_board_and_in_the_year_when_it_begins(open_story: OpenStory) -> None:
    ada = person()
    async with open_story(ada, offer(ada, "drafted"), at=datetime(2026, 12, 31, 23), size=(120, 44)) as story:  # noqa: DTZ001
        await story.press("4", "3")
        assert "December 2026" in story.screen
        story.clock.move(hours=6)
        story.app._look_at_the_day()
        await story.settle()
        assert "January 2027" in story.screen
        await story.press("4")
        assert "2027" in story.screen


# --- another program -----------------------------------------------------------------------------


async def test_what_another_program_writes_is_shown_and_said_and_the_cursor_stays(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    async with open_story(ada, bo, size=(120, 36)) as story:
        await story.press("2", "j")
        await story.change_elsewhere(Edit(None, person(f"Abe {NASTY[1]}")))
        assert story.toasts == ["Another window or program: its 1 change is in."]
        assert f"Abe {NASTY[1]}" in story.screen
        assert story.cursor == bo.id
        await story.change_elsewhere(
            Edit(bo, changed(bo, name=f"Zoë {NASTY[2]}")), Edit(None, aspiration(bo, "sing")), Edit(None, touch(bo))
        )
        assert story.toasts[-1] == "Another window or program: its 3 changes are in."
        assert (story.cursor, "sing" in story.screen) == (bo.id, True)
        assert f"Zoë {line(NASTY[2])}" in story.screen
        await story.press("z")
        assert story.rows("people")[1]["name"] == f"Zoë {NASTY[2]}"


async def test_what_came_in_just_before_a_change_is_said_too_and_both_stay(open_story: OpenStory) -> None:
    ada = person("Ada")
    async with open_story(ada) as story:
        await story.press("2", "n", "h")
        await story.write("rest")
        await story.write_elsewhere(Edit(None, person("Bo")))
        await story.press("enter")
        assert "Another window or program: its 1 change is in." in story.toasts
        assert [row["name"] for row in story.rows("people")] == ["Ada", "Bo"]
        assert story.rows("aspirations")[0]["text"] == "rest"


async def test_undo_refuses_what_another_program_has_changed_since_and_passes_over_it_when_asked_again(
    open_story: OpenStory,
) -> None:
    ada = person("Ada")
    async with open_story(ada) as story:
        await story.press("2", "l")
        await story.write("tea")
        await story.press("enter", "z")
        now = story.book.people[ada.id]
        await story.change_elsewhere(Edit(now, changed(now, archived_on=None, updated_at=MADE)))
        await story.press("u")
        refused = "“Ada: set to rest” cannot be taken back: “Ada” has been changed since (archived on)."
        assert story.toasts[-1] == f"{refused} Once more: it is passed over."
        assert len(story.rows("interactions")) == 1
        await story.press("u")
        assert story.toasts[-1] == "Undone: Ada: touch logged"
        assert story.rows("interactions") == []


async def test_undo_leaves_what_another_program_wrote_in_other_fields(open_story: OpenStory) -> None:
    ada = person("Ada")
    async with open_story(ada) as story:
        await story.press("2", "z")
        now = story.book.people[ada.id]
        await story.change_elsewhere(Edit(now, changed(now, name="Ada King", updated_at=MADE)))
        await story.press("u")
        assert story.toasts[-1] == "Undone: Ada: set to rest"
        assert story.rows("people")[0]["name"] == "Ada King"
        assert "archived_on" not in story.rows("people")[0]


async def test_a_file_that_goes_or_breaks_is_said_in_words_and_the_book_stays_on_the_screen(
    open_story: OpenStory,
) -> None:
    async with open_story(person("Ada")) as story:
        await story.press("2")
        good = story.path.read_bytes()
        story.path.write_bytes(good[:-9])
        await story.app._look_outside()
        await story.settle()
        assert "is damaged" in story.words
        assert "Ada" in story.screen
        await story.press("z")
        assert "is damaged" in story.toasts[-1]
        assert story.path.read_bytes() == good[:-9]
        story.path.unlink()
        await story.app._look_outside()
        await story.settle()
        assert "has gone. GiveNet holds all of it" in story.words
        await story.press("z")
        assert story.app.trouble == ""
        assert any("had gone. It was written anew" in toast for toast in story.toasts)
        assert story.rows("people")[0]["archived_on"] == "2026-11-22"


# --- a file of which not all can be read ------------------------------------------------------------


def write(path: Path, **tables: dict[str, Any]) -> None:
    path.write_text(json.dumps({"meta": {"1": {"schema": 1}}, **tables}))


async def test_records_that_cannot_be_read_are_counted_and_kept(open_story: OpenStory) -> None:
    odd: dict[str, Any] = {"7": {"name": 12}, "8": "text", "x": {"name": "Cy"}}
    people = {"5": {"name": "Ada", "created_at": MADE}, **odd, "9": {"name": "Bo", "about": "half \ud800"}}
    prepare: Callable[[Path], None] = lambda path: write(path, people=people)  # noqa: E731
    async with open_story(prepare=prepare) as story:
        assert "3 records of the book cannot be read" in story.toasts[0]
        await story.press("2")
        assert "2 people in your circle" in story.screen
        await story.press("z")
        kept = json.loads(story.path.read_bytes())["people"]
        assert {key: kept[key] for key in odd} == odd
        assert kept["5"]["archived_on"] == "2026-11-22"


async def test_a_record_as_a_script_writes_it_is_shown_and_can_be_changed(open_story: OpenStory) -> None:
    tables: dict[str, dict[str, Any]] = {
        "people": {"5": {"name": f"Ada {NASTY[2]}"}},
        "offers": {"6": {"person": 5, "month": "2026-11", "part": "raise_up", "status": "drafted", "what": "Read"}},
        "interactions": {"7": {"people": [5, 99], "on": "2026-11-01", "channel": "met"}},
        "aspirations": {"8": {"person": 99, "kind": "hope", "text": "nobody's"}},
        "help": {"9": {"person": 99, "on": "2026-11-01", "text": "nobody's"}},
        "check_ins": {"10": {"on": "2026-11-22", "handled": [
            {"what": "quiet", "person": 99, "record": 99, "how": "done"}]}},
    }  # fmt: skip
    async with open_story(prepare=lambda path: write(path, **tables), size=(120, 36)) as story:
        for way in (("1",), ("2",), ("enter",), ("tab",), ("escape",), ("3",), ("4",)):
            await story.press(*way)
            assert not CONTROL.search(story.screen.replace("\n", ""))
        await story.press("3", "space")
        (row,) = story.rows("offers")
        assert (row["status"], [step["status"] for step in row["steps"]]) == ("offered", ["offered"])
        assert row["created_at"]
