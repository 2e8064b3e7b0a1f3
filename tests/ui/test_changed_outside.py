"""A file that something else than GiveNet has changed is shown as it is, and the user says whether that stays."""

from pathlib import Path

from tinydb import TinyDB

from givenet_tui.domain.change import edited
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import changed
from tests.factories import person
from tests.hostile import NASTY
from tests.store.books import opened
from tests.ui.conftest import OpenStory, Story

ADA, GRACE = person("Ada Lovelace"), person("Grace Hopper")


def scripted(path: Path) -> None:
    """A script with stock TinyDB takes Grace away and gives Ada another name."""
    with TinyDB(path) as db:
        db.table("people").update({"name": NASTY[0]}, doc_ids=[ADA.id])
        db.table("people").remove(doc_ids=[GRACE.id])


def saved_and_scripted(path: Path) -> None:
    """The same after a second save: from then on it is known to the letter what was saved."""
    opened(path).commit(lambda book: edited("", book.person(ADA.id), changed(book.person(ADA.id), title="Countess")))
    scripted(path)


def names(story: Story) -> list[str]:
    return [row["name"] for row in story.rows("people")]


async def looked(story: Story) -> None:
    await story.app._look_outside()
    await story.settle()


async def test_what_a_script_did_before_the_start_is_named_and_kept_on_one_key(open_story: OpenStory) -> None:
    async with open_story(ADA, GRACE, prepare=saved_and_scripted) as story:
        await looked(story)
        assert "Something other than GiveNet changed the book" in story.words
        assert "1 missing (Grace Hopper)" in story.words
        assert "1 changed (" in story.words
        await story.press("k")
        assert story.place == "TodayScreen"
        assert "Kept as it is. What was saved before is a copy" in story.toasts
        await looked(story)
        assert story.place == "TodayScreen"
        await story.press("2", "a")
        await story.write("Emmy")
        await story.press("enter")
        assert names(story) == [NASTY[0], "Emmy"]


async def test_one_key_goes_back_to_what_was_saved(open_story: OpenStory) -> None:
    async with open_story(ADA, GRACE) as story:
        await story.press("2")
        scripted(story.path)
        await looked(story)
        await story.press("g")
        assert names(story) == ["Ada Lovelace", "Grace Hopper"]
        assert story.book.find(Person, GRACE.id) == GRACE
        assert "Grace Hopper" in story.screen


async def test_it_can_wait_and_is_asked_again_before_the_next_write_with_the_words_still_there(
    open_story: OpenStory,
) -> None:
    async with open_story(ADA, GRACE) as story:
        await story.press("2", "a")
        await story.write("Emmy")
        scripted(story.path)
        await looked(story)
        assert story.place == "PersonDialog", "nobody is interrupted in the middle of a word"
        await story.press("enter")
        assert "Something other than GiveNet changed the book" in story.words
        await story.press("escape")
        assert "was changed by something other than GiveNet" in story.words
        await story.press("enter", "k", "enter")
        assert names(story) == [NASTY[0], "Emmy"]
        assert story.place == "PeopleScreen"


async def test_a_dialog_that_was_left_is_not_asked_again_until_something_is_written(open_story: OpenStory) -> None:
    async with open_story(ADA, GRACE, prepare=saved_and_scripted) as story:
        await looked(story)
        await story.press("escape")
        await looked(story)
        assert story.place == "TodayScreen"
        await story.press("2", "a")
        await story.write("Emmy")
        await story.press("enter")
        assert "Something other than GiveNet changed the book" in story.words


def many_scripted(path: Path) -> None:
    with TinyDB(path) as db:
        for number in range(30):
            db.table("people").insert({"name": f"Friend {number}"})


async def test_however_many_records_are_different_each_is_named_before_the_next_write(open_story: OpenStory) -> None:
    async with open_story(ADA, GRACE, size=(60, 20)) as story:
        many_scripted(story.path)
        await looked(story)
        assert "30 added (Friend 0, Friend 1, Friend 2 and 27 more)" in story.words
        assert "read on" in story.screen.splitlines()[-1]
        seen = ""
        for _ in range(30):
            seen += story.words + " "
            await story.press("pagedown")
        assert all(f"added: Friend {number} (people " in seen for number in range(30))
        assert "keep it as it is now" in story.words
