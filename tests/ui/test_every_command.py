"""Every command of the table in every place where it is at home, at 80×24, in a book full of nasty strings."""

from importlib import import_module

import pytest

from givenet_tui.ui.commands import COMMANDS
from tests.ui.conftest import OpenStory
from tests.ui.every_command.told import BOOK, STORIES, Here, Told, contents

for home in ("going_about", "aside", "writing", "stepping", "several", "keeping", "exporting"):
    import_module(f"tests.ui.every_command.{home}")


def test_every_command_of_the_table_has_a_story_for_each_of_its_places() -> None:
    told = {(story.command.id, place) for story in STORIES for place in story.places}
    assert told == {(command.id, place) for command in COMMANDS for place in command.places}


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.sentence)
async def test_its_keys_are_pressed_and_what_it_does_is_seen(open_story: OpenStory, told: Told) -> None:
    pressed: set[str] = set()
    async with open_story(*BOOK) as story:
        first = contents(story)
        # What is the same everywhere is told of some places, and what the palette alone has of fewer.
        some = told.places[:: 2 if told.command.keys else 3] if len(told.places) > 4 else told.places
        for place in some:
            here = Here(story, place, told.command, pressed)
            await here.go()
            await told.tell(here)
            if not story.app.is_running:
                break
            await here.leave()
            assert contents(story) == first, place
    assert pressed >= set(told.command.keys or ("ctrl+p",))
