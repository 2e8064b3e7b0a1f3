"""The palette: settings, copies, words left for later; and what cannot be done now, with the reason."""

from pathlib import Path

import pytest
from textual.command import CommandList

from givenet_tui.demo import demo_book
from givenet_tui.domain.drafts import Draft
from givenet_tui.paths import companion_dir
from givenet_tui.store.drafts import Drafts
from tests.factories import TODAY, person
from tests.ui.conftest import OpenStory, Story, read_anew
from tests.ui.test_commands import choose


async def offered(story: Story, words: str) -> list[str]:
    """What the palette offers for some words."""
    await story.press("ctrl+p")
    await story.write(words)
    await story.searched()
    names = [str(option.prompt) for option in story.app.screen.query_one(CommandList).options]
    await story.press("escape")
    return names


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sett", "settings"), ("lace", "Ada Lovelace"), ("sparck", "Karen Spärck Jones"), ("hop gra", "Grace Hopper"),
        ("contrast", "theme givenet-contrast"), ("copy now", "back up now"), ("earlier", "bring back an earlier state"),
        ("ÉARLIER", "bring back an earlier state"), ("four places", "tour"), ("sample", "look around in a sample"),
        ("trash", "trash"), ("csv", "import"), ("import back", "take an import back"), ("for later", "words left"),
    ],
)  # fmt: skip
async def test_the_palette_finds_by_parts_of_words_whatever_the_accents(
    open_story: OpenStory, typed: str, found: str
) -> None:
    async with open_story(book=demo_book(TODAY), size=(120, 36)) as story:
        assert any(name.startswith(found) for name in await offered(story, typed))


async def test_the_palette_opens_the_settings(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await choose(story, "settings")
        assert "Slots in each part" in story.words


# --- copies --------------------------------------------------------------------------------------


async def test_a_copy_is_kept_and_put_back_and_undo_takes_that_back(open_story: OpenStory) -> None:
    async with open_story(ada := person("Ada")) as story:
        await choose(story, "back up now")
        assert story.toasts[-1] == "A copy of the book is kept"
        await story.press("2", "d")
        assert story.rows("people") == []
        await choose(story, "bring back an earlier")
        assert story.place == "RowsDialog"
        assert "by hand" in story.words
        while "by hand" not in _row_here(story):
            await story.press("j")
        await story.press("enter")
        assert "What is in the book now is kept as a copy, and u takes it back." in story.words
        await story.press("n")
        assert story.rows("people") == []
        await story.press("enter", "y")
        assert [row["id"] for row in story.rows("people")] == [ada.id]
        assert story.toasts[-1].startswith("The book is back: 22 Nov 2026")
        await story.press("escape")
        assert "Ada" in story.screen
        await story.press("u")
        assert story.rows("people") == []
        assert read_anew(story).records == story.book.records


def _row_here(story: Story) -> str:
    return next(row for row in story.screen.splitlines() if "▌" in row)


async def test_where_there_is_nothing_to_copy_the_palette_says_why(open_story: OpenStory) -> None:
    async with open_story() as story:
        nothing = "Nothing is on disk yet: there is nothing to keep a copy of."
        assert any(nothing in name for name in await offered(story, "back up"))
        await story.press("v")
        assert any("it has no copies" in name for name in await offered(story, "earlier state"))


# --- words left for later ------------------------------------------------------------------------


async def test_words_left_for_later_are_asked_about_again(open_story: OpenStory) -> None:
    ada = person("Ada")

    def leave(path: Path) -> None:
        drafts = Drafts(path, "gone")
        drafts.keep([Draft("touch", ada.id, "In touch with Ada", {"text": "half a sentence"}, "2026-11-22T10:00:00Z")])
        drafts.close()

    async with open_story(ada, prepare=leave) as story:
        assert story.place == "LeftDialog"
        await story.press("escape")
        await choose(story, "words left")
        assert story.place == "LeftDialog"
        await story.press("p")
        assert story.place == "TouchDialog"
        assert "half a sentence" in story.words
        await story.press("enter")
        assert story.rows("interactions")[0]["text"] == "half a sentence"
        await choose(story, "words left")
        assert story.toasts[-1] == "No words wait that were left for later."
        assert not list((companion_dir(story.path) / "drafts").glob("*.json"))
