"""After every change the cursor stays on the same record; and undo, again and again, goes back to the first book."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
from textual.widgets import Input, TextArea

from givenet_tui.demo import demo_book
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Edit
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Meta
from givenet_tui.ui.dialogs.dialog import Dialog
from givenet_tui.ui.widgets.row_list import RowList
from tests.factories import TODAY, person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

Keys = Sequence[str]
TELL: list[Keys] = [("n", "d", "+"), ("l", "+"), ("o", "+"), ("n", "g", "+")]
DO: dict[str, tuple[Keys, list[Keys]]] = {
    "today": (("1",), [*TELL, ("space", "+"), ("b", "w"), ("x", "+"), ("w", "+")]),
    "people": (("2",), [*TELL, ("e", "="), ("e", "="), ("t",), ("z",), ("h", "+"), ("d",)]),
    "notebook": (
        ("2", "j", "j", "enter"),
        [*TELL, ("space",), ("x",), ("s", "l"), ("e", "+"), ("a", "+"), ("h", "+"), ("z",), ("c",), ("d",), ("tab",)],
    ),
    "board": (("3",), [*TELL, ("space", "+"), ("s", "n"), ("s", "l"), ("x", "+"), ("h", "+"), ("e", "+"), ("d",)]),
}
"""Per place: the way there, and what is done there at random; `+` writes and keeps, `=` writes another name."""


def contents(book: Book) -> dict[str, dict[int, Record]]:
    """All records, whenever they were written."""
    return {
        table: {number: changed(record, updated_at="") for number, record in rows.items()}
        for table, rows in book.records.items()
        if table != Meta.table
    }


def cursors(story: Story) -> dict[str, Any]:
    """The row under the cursor of each list of the screen."""
    return {str(rows.id): rows.key for rows in story.app.screen.query(RowList)}


def gone(story: Story, list_id: str, key: object) -> bool:
    return key not in story.app.screen.query_one(f"#{list_id}", RowList).keys


async def do(story: Story, keys: Keys, chance: random.Random) -> None:
    """Press the keys; write where one is asked, and leave what refuses."""
    for key in keys:
        field = story.app.focused
        writing = isinstance(field, Input | TextArea)
        if key not in "+=":
            if key is not keys[0] and not isinstance(story.app.screen, Dialog):
                return  # the first key was refused, and this one would mean something else
            await story.press(key)
        elif writing or isinstance(story.app.screen, Dialog):
            if key == "=" and isinstance(field, Input):
                field.value = ""
            if writing:
                await story.write(chance.choice(["Aaron", "Zoë", "Mia", *NASTY]))
            await story.press("ctrl+s")
    while isinstance(story.app.screen, Dialog):
        await story.press("escape")


def assert_same(story: Story, before: dict[str, Any], said: object) -> None:
    for list_id, key in before.items():
        if not gone(story, list_id, key):
            assert cursors(story)[list_id] == key, said


@pytest.mark.parametrize("place", DO)
async def test_the_cursor_stays_and_undo_goes_back_to_the_first_book(open_story: OpenStory, place: str) -> None:
    chance = random.Random(place)
    way, things = DO[place]
    async with open_story(book=demo_book(TODAY), size=(120, 44)) as story:
        await story.press(*way)
        first = contents(story.book)
        for _ in range(12):
            await story.press(*chance.choice([("j",), ("k",), ("j", "j"), ("G",), ("g",)]))
            before, keys = cursors(story), chance.choice(things)
            line = story.app.screen.subject().line  # type: ignore[attr-defined]
            if keys[0] == "space" and line is not None and line.how:
                continue  # it goes on to the next line
            await do(story, keys, chance)
            assert_same(story, before, keys)
        last = contents(story.book)
        assert last != first
        for key, end in (("u", first), ("ctrl+r", last)):
            for _ in range(60):
                if not (story.app.workspace.undoable if key == "u" else story.app.workspace.redoable):
                    break
                before = cursors(story)
                await story.press(key)
                assert_same(story, before, key)
            assert contents(story.book) == end
        assert "cannot be taken back" not in " ".join(story.toasts)
        assert {row["id"] for row in story.rows("people")} == set(story.book.people)


async def test_a_row_that_goes_leaves_the_cursor_on_the_one_that_took_its_place(open_story: OpenStory) -> None:
    people = [person(f"Number {n}") for n in range(4)]
    async with open_story(*people) as story:
        await story.press("2", "j", "d")
        assert story.cursor == people[2].id
        await story.press("G", "d")
        assert story.cursor == people[2].id
        await story.press("u")
        assert story.cursor == people[2].id


async def test_a_list_keeps_its_scroll_when_something_above_it_changes(open_story: OpenStory) -> None:
    people = [person(f"Number {n:03}") for n in range(100)]
    async with open_story(*people) as story:
        await story.press("2", "G", *["k"] * 5)
        row = next(number for number, line in enumerate(story.screen.splitlines()) if "▌" in line)
        await story.press("n", "h")
        await story.write("rest")
        await story.press("enter")
        await story.change_elsewhere(*(Edit(None, person(f"Aaron {n}")) for n in range(3)))
        now = next(number for number, line in enumerate(story.screen.splitlines()) if "▌" in line)
        assert (story.cursor, now) == (people[94].id, row)


async def test_today_the_check_in_of_other_days_is_left_alone(open_story: OpenStory) -> None:
    async with open_story(book=demo_book(TODAY)) as story:
        before = [one for one in story.book.all(CheckIn) if one.on != TODAY]
        await story.press("b", "t", "w")
        await story.write("enough")
        await story.press("enter")
        assert [one for one in story.book.all(CheckIn) if one.on != TODAY] == before
