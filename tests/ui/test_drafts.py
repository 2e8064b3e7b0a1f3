"""Half-typed words survive the end of the program, and go on where they were left."""

from collections.abc import Sequence

import pytest
from textual.app import ComposeResult

from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.records import Record
from givenet_tui.paths import companion_dir
from givenet_tui.ui.dialogs.dialog import Dialog
from givenet_tui.ui.screens.notebook import NotebookScreen
from givenet_tui.ui.widgets.words import Words
from tests.factories import aspiration, came_back, objective, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory
from tests.ui.killed import fields, killed, started_again

ADA = person("Ada Lovelace", about="met in London")
DREAM, GIVEN, TOUCH = aspiration(ADA, "fly"), offer(ADA, status="offered"), touch(ADA, text="tea")
BACK, MINE = came_back(ADA), objective("publish the book")
EVERYONE: tuple[Record, ...] = (ADA, DREAM, GIVEN, TOUCH, BACK, MINE)
WORDS = f"half a sentence {NASTY[0]}"


WAYS: dict[str, tuple[str, ...]] = {
    "hear": ("2", "n", "d"),
    "touch": ("2", "l"),
    "came-back": ("2", "h"),
    "offer": ("2", "o"),
    "person": ("2", "a"),
    "person-edit": ("2", "e"),
    "objective": ("4", "a"),
    "reflection": ("1", "w"),
}
"""How to come to each dialog that begins something new."""


@pytest.mark.parametrize("opener", WAYS)
async def test_words_of_a_dialog_are_offered_again_and_kept(open_story: OpenStory, opener: str) -> None:
    async with open_story(ADA, DREAM, MINE) as story:
        await story.press(*WAYS[opener])
        await story.write(WORDS)
        assert isinstance(story.app.screen, Dialog)
        assert story.app.screen.opener == opener
        await killed(story)
    async with started_again(story) as again:
        assert "You were in the middle of something" in again.words
        assert "half a sentence" in again.words
        await again.press("p")
        assert isinstance(again.app.screen, Dialog)
        assert again.app.screen.opener == opener
        assert "half a sentence" in fields(again)
        await again.press("escape")
        assert "Throw your words away?" in again.words
        await again.app.screen.run_action("keep")
        await again.settle()
        assert any("half a sentence" in str(row) for table in again.book.records for row in again.rows(table))
        await again.app.drafts.look()
        assert not list((companion_dir(story.path) / "drafts").glob("*.json"))


EDITS: Sequence[tuple[str, Record]] = (
    ("aspiration", DREAM), ("touch-edit", TOUCH), ("help-edit", BACK), ("offer-edit", GIVEN), ("outcome", GIVEN),
    ("objective-edit", MINE),
)  # fmt: skip


@pytest.mark.parametrize(("opener", "record"), EDITS)
async def test_words_about_a_record_find_it_again(open_story: OpenStory, opener: str, record: Record) -> None:
    from givenet_tui.ui.actions.drafts import OPENERS
    from givenet_tui.ui.screens.place import Place

    async with open_story(*EVERYONE) as story:
        place = story.app.screen
        assert isinstance(place, Place)
        OPENERS[opener](place, Draft(opener, record.id, "", {}, ""))
        await story.settle()
        story.app.screen.query(Words).first().focus()
        await story.write(WORDS)
        await killed(story)
    async with started_again(story) as again:
        await again.press("p")
        assert "half a sentence" in fields(again)
        await again.app.screen.run_action("keep")
        await again.settle()
        assert "half a sentence" in str(again.rows(record.table))
        assert len(again.rows(record.table)) == 1


async def test_notes_go_on_where_they_were_left(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        await story.press("2", "enter", "e")
        await story.write(f"\n{WORDS}")
        await killed(story)
    async with started_again(story) as again:
        assert "Notes about Ada Lovelace" in again.words
        await again.press("p")
        await again.press("ctrl+s")
        assert again.rows("people")[0]["about"] == f"met in London\n{WORDS}"


async def test_words_can_wait_or_be_thrown_away(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        await story.press("2", "a")
        await story.write(WORDS)
        await killed(story)
    async with started_again(story) as again:
        await again.press("l")
        assert again.place == "TodayScreen"
    async with started_again(story) as again:
        await again.press("t")
        assert "Throw these words away for good?" in again.words
        await again.press("t")
        assert again.place == "TodayScreen"
    async with started_again(story) as again:
        assert again.place == "TodayScreen"
    assert not (companion_dir(story.path) / "drafts").exists()


async def test_what_another_app_is_writing_is_not_offered(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        await story.press("2", "a")
        await story.write(WORDS)
        await story.app.drafts.look()
        async with started_again(story) as again:
            assert again.place == "TodayScreen"


async def test_words_that_were_kept_or_thrown_away_leave_nothing_behind(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        for leave in (("enter",), ("escape", "escape")):
            await story.press("2", "n", "d")
            await story.write("fly")
            await story.app.drafts.look()
            assert list((companion_dir(story.path) / "drafts").glob("*.json"))
            await story.press(*leave)
            await story.app.drafts.look()
            assert not list((companion_dir(story.path) / "drafts").glob("*.json"))
        await story.press("q")
    assert not (companion_dir(story.path) / "drafts").exists()


async def test_a_damaged_draft_disturbs_nobody(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        folder = companion_dir(story.path) / "drafts"
        folder.mkdir()
        (folder / "x.json").write_bytes(b'[{"opener": "hea')
        (folder / "y.json").write_bytes(b"\xff")
        await story.app.drafts.offer()
        assert story.place == "TodayScreen"


async def test_the_look_may_come_while_a_screen_is_still_being_put_together(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        await story.press("2")
        seen: list[str] = []

        class Early(NotebookScreen):
            def compose(self) -> ComposeResult:
                seen.append(f"has new words: {self.has_new_words}")
                yield from super().compose()

        story.app.push_screen(Early(ADA.id))
        await story.settle()
        assert seen == ["has new words: False"]
        assert "Between you" in story.screen or "Hopes" in story.screen
