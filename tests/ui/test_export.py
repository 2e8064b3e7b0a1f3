"""The way out: a format by one key, a file, and what is said when it cannot be written."""

import json
from pathlib import Path

import pytest

from givenet_tui.exchange.export.formats import FORMATS, written
from tests.factories import TODAY, aspiration, person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story
from tests.ui.killed import killed, started_again

ADA, GRACE = person(f"Ada {NASTY[0]}"), person(f"Grace {NASTY[2]}")
GOAL = aspiration(ADA, NASTY[1])


async def export(story: Story, *keys: str) -> None:
    await story.app.screen.run_action("command('export')")
    await story.settle()
    await story.press(*keys)


def path_of(story: Story) -> str:
    return str(story.app.screen.query_one("#path").value)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", FORMATS)
async def test_a_key_picks_the_format_and_the_file_ends_as_it_does(open_story: OpenStory, name: str) -> None:
    async with open_story(ADA, GRACE, GOAL) as story:
        await export(story, FORMATS[name].key)
        assert path_of(story) == f"~/givenet-2026-11-22.{FORMATS[name].suffix}"
        file = story.path.with_name("out")
        await story.press("ctrl+u")
        await story.write(str(file))
        await story.press("enter")
        assert story.place == "TodayScreen"
        assert file.read_bytes() == written(name, story.book, TODAY)
        assert file.stat().st_mode & 0o777 == 0o600
        held = "0 days" if name == "ics" else "2 people"
        assert story.toasts[-1] == f"{held} are in {file}"


async def test_the_arrows_turn_the_format_and_what_follows_is_no_word_that_could_be_lost(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        await export(story, "down", "down")
        assert path_of(story).endswith(".csv")
        await story.press("escape")
        assert story.place == "TodayScreen"
        await export(story, "tab", *"x", "shift+tab", "c")
        assert path_of(story).endswith(".jsonx")
        await story.press("escape")
        assert "Throw your words away?" in story.words


async def test_a_file_that_is_there_is_written_over_only_when_asked_twice(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        file = story.path.with_name("mine.json")
        file.write_text("mine")
        await export(story, "a", "ctrl+u")
        await story.write(str(file))
        await story.press("enter")
        assert "is there already: enter once more writes over it." in story.words
        assert (file.read_text(), path_of(story)) == ("mine", str(file))
        await story.press("enter")
        assert story.place == "TodayScreen"
        assert json.loads(file.read_text())["people"][0]["name"] == ADA.name


async def test_what_cannot_be_written_is_said_and_the_words_stay(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        before = story.path.read_bytes()
        for file, why in (
            (story.path.with_name("no folder") / "x.json", "there is no such folder"),
            (story.path.with_name("no folder") / NASTY[1], "there is no such folder"),
            (story.path.parent, "is no file"),
        ):
            await export(story, "a", "ctrl+u")
            await story.write(str(file))
            await story.press("enter")
            assert (story.place, path_of(story)) == ("ExportDialog", str(file))
            assert why in story.words
            await story.press("escape", "escape")
        await export(story, "a", "ctrl+u")
        await story.press("enter")
        assert "Name a file first." in story.words
        await story.write(str(story.path))
        await story.press("enter", "enter")
        assert "is your book, or belongs to it" in story.words
        assert story.path.read_bytes() == before


async def test_a_path_in_the_home_folder_is_meant(
    open_story: OpenStory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with open_story(ADA) as story:
        await export(story, "w", "enter")
        assert story.place == "TodayScreen"
        assert (tmp_path / "givenet-2026-11-22.html").is_file()


async def test_a_path_that_was_half_typed_is_offered_again_with_its_format(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        await export(story, "m", "ctrl+u")
        await story.write("~/half a path.md")
        await killed(story)
    async with started_again(story) as again:
        await again.press("p")
        assert again.place == "ExportDialog"
        assert path_of(again) == "~/half a path.md"
        assert "● m everything to read" in again.words
        await again.press("shift+tab", "w")
        assert path_of(again) == "~/half a path.html"
