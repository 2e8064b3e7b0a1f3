"""Any keys, in any order and any size: the app stands, and what it shows is in the file."""

import random

import pytest

from givenet_tui.demo import demo_book
from givenet_tui.domain.change import Edit
from givenet_tui.domain.records import changed
from givenet_tui.ui.commands import COMMANDS
from tests.factories import TODAY, person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, read_anew
from tests.ui.test_hostile_text import SIZES, book_of, looked_at

KEYS = [
    *(key for command in COMMANDS for key in command.keys if command.id not in {"quit", "sample"}),
    *("tab", "shift+tab", "enter", "enter", "escape", "escape", "space", "left", "right", "pagedown", "pageup"),
    *("ctrl+j", "ctrl+s", "f2", "y", "backspace", "delete", "ctrl+a", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+c", "f1"),
]


@pytest.mark.parametrize("seed", range(4))
async def test_the_app_stands_and_the_file_holds_what_it_shows(open_story: OpenStory, seed: int) -> None:
    chance = random.Random(seed)
    records = book_of(NASTY) if seed % 2 else list(demo_book(TODAY).people.values())
    async with open_story(*records, size=SIZES[seed % 3]) as story:
        for number in range(100):
            await story.press(chance.choice(KEYS))
            if number % 10 == 0:
                looked_at(story, (seed, number))
            if number % 30 == 0:
                await story.resize(*chance.choice([*SIZES, (30, 8)]))
        assert story.app.is_running
        assert read_anew(story).records == story.book.records


async def test_a_place_comes_back_after_a_change_and_another_size(open_story: OpenStory) -> None:
    ada, bo = person("Ada", rhythm_days=7), person("Bo", rhythm_days=8)
    async with open_story(ada, bo, size=(120, 44)) as story:
        await story.press("2", "enter", "tab", "3", "4")
        await story.change_elsewhere(*(Edit(one, changed(one, archived_on=TODAY)) for one in (ada, bo)))
        await story.resize(60, 20)
        for key in ("1", "2", "3", "4"):
            await story.press(key)
            looked_at(story, key)
        assert "Ada" not in story.screen
