"""Whatever command, in whatever order: the cursor is then on the same record, and the list scrolled as it was."""

import random
from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest
from textual.screen import Screen
from textual.widgets import Input, TextArea

from givenet_tui.demo import demo_book
from givenet_tui.domain.change import Edit
from givenet_tui.domain.records import Record, changed
from givenet_tui.ui.commands import BY_ID, PLACES, Command, Place, commands_in
from givenet_tui.ui.dialogs.dialog import Dialog
from givenet_tui.ui.screens.place import Place as PlaceScreen
from givenet_tui.ui.screens.today import TodayScreen
from givenet_tui.ui.widgets.choice import Choice
from givenet_tui.ui.widgets.row_list import RowList
from tests.factories import TODAY, person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story
from tests.ui.test_hostile_text import SIZES, book_of

WAYS: dict[Place, Sequence[str]] = {
    "today": ("1",), "people": ("2",), "notebook": ("2", "j", "enter"), "board": ("3",), "year": ("4",),
    "find": ("2", "slash", "a", "ctrl+f", "tab"),
}  # fmt: skip
MOVES = ("move(1)", "move(-1)", "move_end(-1)", "move_end(1)")
ELSEWHERE, RESIZED = "elsewhere", "resized"
"""Another program changes the book; the window has another size: no reason for the cursor to move either."""
AWAY = {"quit", "suspend", "sample"}
"""Those that leave the app, or the book."""
COMMANDS = 20


class Seen(NamedTuple):
    """Where the cursor of a list is: its record, how far below the upper edge, and how high list and row are."""

    key: object
    below: int
    heights: tuple[int, int]


def seen(screen: Screen[Any]) -> dict[str, Seen]:
    """Of every list of a screen."""
    return {
        str(rows.id): Seen(rows.key, top - rows.top, (rows.size.height, rows._top_of(rows.position + 1) - top))
        for rows in screen.query(RowList)
        for top in [rows._top_of(rows.position)]
    }


def may_move(story: Story, command: str, people: int, *, goes_on: bool) -> set[str]:
    """The lists whose cursor goes elsewhere on purpose: to who was just added, or to the objective that was, to the
    best that is found while one types, beside the slot one comes from, or from a line that is ticked to the next. Keys
    in the tour do what they do anywhere."""
    if command in {"tour", "help"}:
        return set(seen(story.app.screen))
    if isinstance(story.app.focused, Input):
        return {"people", "found"}
    if command in {"add", "line"} and len(story.book.people) > people:
        return {"people"}
    if command == "advance" and goes_on:
        return {"agenda"}
    if command in {"add", "open"} and "year" in seen(story.app.screen):
        return {"year"}
    return {"raise_up", "resource"} if command == "next_part" else set()


def assert_same(screen: Screen[Any], before: dict[str, Seen], free: set[str], said: tuple[object, ...]) -> None:
    for list_id, now in seen(screen).items():
        rows, was = screen.query_one(f"#{list_id}", RowList), before[list_id]
        if list_id in free or was.key not in rows.keys:
            continue
        assert now.key == was.key, (*said, list_id)
        if now.heights == was.heights and rows.size.height:  # without a height nobody has ever seen it
            most = max(0, rows.line_count - rows.size.height)
            wanted = rows._top_of(rows.position) - was.below
            assert min(rows.top, most) == max(0, min(wanted, most)), (*said, list_id)


async def answer(story: Story, chance: random.Random) -> None:
    """Do something with what is open: write and keep, pick, or go back."""
    screen, field = story.app.screen, story.app.focused
    if isinstance(screen, Dialog) and chance.random() < 0.8:
        if isinstance(field, Choice):
            await story.press(chance.choice(field.options).key)
        elif isinstance(field, Input | TextArea):
            await story.write(chance.choice(["Aaron", "Zoë", *NASTY, "ada dreams of tea", "add Aaron", "+2w"]))
            await story.press("ctrl+s")
        else:
            await story.press(chance.choice(["space", "enter", "down"]))
    else:
        await story.press("escape")


async def come_back(story: Story, to: Screen[Any], mode: str, chance: random.Random) -> None:
    """Answer what was opened until the screen is on top again, or has gone."""
    for tries in range(20):
        if story.app.screen is to:
            return
        if story.app.current_mode != mode:
            await story.press(WAYS[mode][0])  # type: ignore[index]
        elif isinstance(story.app.screen, Dialog) and tries < 6:
            await answer(story, chance)
        elif to in story.app.screen_stack:
            await story.press("escape")
        else:
            return
    raise AssertionError(f"{story.place} does not close")


async def change_elsewhere(story: Story, chance: random.Random) -> None:
    """Somebody comes, and somebody rests, if anybody is here."""
    people = list(story.book.people.values())
    rests = [Edit(one, changed(one, archived_on=TODAY)) for one in chance.sample(people, min(1, len(people)))]
    await story.change_elsewhere(Edit(None, person(f"Aaron {chance.random()}")), *rests)


def possible(screen: PlaceScreen) -> list[Command]:
    """The commands that can do something now; those that are in the palette alone as well."""
    return [
        command
        for command in commands_in(screen.place)
        if command.id not in {*MOVES, *AWAY} and screen.why_not(command.id) is None
    ]


@pytest.mark.parametrize("place", PLACES)
async def test_after_any_command_the_cursor_is_on_the_same_record(open_story: OpenStory, place: Place) -> None:
    chance = random.Random(place)
    demo = demo_book(TODAY).records
    records: list[Record] = [record for table, rows in demo.items() if table != "meta" for record in rows.values()]
    if PLACES.index(place) % 2:
        records = book_of(NASTY)
    async with open_story(*records, size=(80, 24)) as story:
        done = 0
        while done < COMMANDS:
            await story.press(*WAYS[place])
            screen, mode = story.app.screen, story.app.current_mode
            while done < COMMANDS and story.app.screen is screen:
                assert isinstance(screen, PlaceScreen)
                for move in chance.choices(MOVES, k=chance.randrange(4)):
                    await story.press(BY_ID[move].keys[0])
                before, people = seen(screen), len(story.book.people)
                goes_on = isinstance(screen, TodayScreen) and screen._goes_on
                command = chance.choice([*(one.id for one in possible(screen)), ELSEWHERE, RESIZED])
                if command == ELSEWHERE:
                    await change_elsewhere(story, chance)
                elif command == RESIZED:
                    await story.resize(*chance.choice([(80, 24), *SIZES]))
                elif BY_ID[command].keys:
                    await story.press(BY_ID[command].keys[0])
                else:
                    await screen.run_action(f"command({command!r})")
                    await story.settle()
                await come_back(story, screen, mode, chance)
                free = may_move(story, command, people, goes_on=goes_on)
                if isinstance(story.app.focused, Input):
                    await story.write(chance.choice(["a", "", *NASTY]))
                    await story.press(chance.choice(["tab", "escape"]))
                done += 1
                if story.app.screen is screen:
                    assert_same(screen, before, free, (place, done, command))
