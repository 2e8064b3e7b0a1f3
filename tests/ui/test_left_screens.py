"""An app that is open for weeks: what was left is let go."""

import gc

from givenet_tui.ui.screens.notebook import NotebookScreen
from tests.factories import person
from tests.ui.conftest import OpenStory


async def test_a_notebook_that_was_left_takes_no_memory(open_story: OpenStory) -> None:
    async with open_story(person("Ada Lovelace")) as story:
        await story.press("2")
        for _ in range(6):
            await story.press("enter", "2")
        gc.collect()
        assert sum(isinstance(one, NotebookScreen) for one in gc.get_objects()) <= 1
