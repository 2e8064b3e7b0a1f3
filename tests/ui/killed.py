"""A program that is killed in the middle of a word, and the next one that is started on the same book."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from givenet_tui.paths import companion_dir
from givenet_tui.store.drafts import Drafts
from givenet_tui.ui.app import GiveNetApp
from givenet_tui.ui.dialogs.dialog import Dialog
from givenet_tui.ui.widgets.words import Words
from givenet_tui.workspace import Workspace
from tests.ui.conftest import Story, Traffic, _store


async def killed(story: Story) -> None:
    """The program ends as a kill ends it: what was written down a second ago is all there is."""
    await story.app.drafts.look()
    drafts = story.app.drafts._drafts
    assert isinstance(drafts, Drafts)
    for handle in (drafts._lock, *drafts._claims.values()):
        if handle is not None:
            os.close(handle)
    story.app.drafts._drafts = None


@asynccontextmanager
async def started_again(story: Story, *importing: Path) -> AsyncIterator[Story]:
    """The next program, which may begin with an import."""
    app = GiveNetApp(Workspace(_store(story.path, story.clock), story.clock), importing=importing)
    traffic = Traffic()
    async with app.run_test(size=(80, 24), message_hook=traffic) as pilot:
        again = Story(app, pilot, story.path, story.clock, traffic)
        await again.settle()
        handled = asyncio.Event()  # the app looks off the loop for what was left, and then goes on
        app.call_later(handled.set)
        await handled.wait()
        if not importing:
            await app.drafts.offer()
        await again.settle()
        yield again


def fields(story: Story) -> str:
    """What stands in the fields of the dialog on top."""
    dialog = story.app.screen
    assert isinstance(dialog, Dialog)
    return " ".join(field.text if isinstance(field, Words) else field.value for _, field in dialog.text_fields())


def opener(story: Story) -> str:
    """What opens the dialog on top again."""
    assert isinstance(story.app.screen, Dialog)
    return story.app.screen.opener


def files(story: Story) -> list[Path]:
    """The files of drafts beside the book."""
    return list((companion_dir(story.path) / "drafts").glob("*.json"))
