"""Another program wrote, closed or deleted meanwhile what one was writing about: no word of either is lost."""

import pytest
from textual.widgets import TextArea

from givenet_tui.domain.change import Edit
from givenet_tui.domain.offers import OfferStatus, Step
from givenet_tui.domain.records import changed
from tests.factories import TODAY, aspiration, offer, person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory
from tests.ui.killed import fields, files, killed, started_again

ADA = person("Ada Lovelace", about="met in London")
DREAM, GIVEN = aspiration(ADA, "fly", heard_where="tea"), offer(ADA, status="accepted")
WORDS = f"half a sentence {NASTY[0]}"
CLOSING = {"offer-edit": ("3", "o"), "outcome": ("3", "x")}


async def test_notes_that_are_picked_up_write_nothing_over(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        await story.press("2", "enter", "e")
        await story.write(f"\n{WORDS}")
        await killed(story)
        await story.change_elsewhere(Edit(ADA, changed(ADA, about="theirs", nickname="Countess")))
    async with started_again(story) as again:
        await again.press("p")
        assert again.app.screen.query_one(TextArea).text == f"met in London\n{WORDS}"
        await again.press("ctrl+s")
        (row,) = again.rows("people")
        assert (row["about"], row["nickname"]) == (f"met in London\n{WORDS}", "Countess")
        assert [version["value"] for version in row["other_versions"]] == ["theirs"]
        assert any("Another window or program wrote in the same place" in toast for toast in again.toasts)


async def test_a_dialog_that_is_picked_up_leaves_alone_what_nobody_wrote_in_there(open_story: OpenStory) -> None:
    async with open_story(ADA, DREAM) as story:
        await story.press("2", "enter")
        await story.go_to(DREAM)
        await story.press("e")
        await story.write(" high")
        await killed(story)
        await story.change_elsewhere(Edit(DREAM, changed(DREAM, text="float", heard_where="the ball")))
    async with started_again(story) as again:
        await again.press("p", "enter")
        (row,) = again.rows("aspirations")
        assert (row["text"], row["heard_where"]) == ("fly high", "the ball")
        assert [version["value"] for version in row["other_versions"]] == ["float"]


@pytest.mark.parametrize("end", ["done", "declined", "let_go"])
@pytest.mark.parametrize("where", ["offer-edit", "outcome"])
async def test_words_about_an_offer_that_was_closed_meanwhile_find_their_place(
    open_story: OpenStory, where: str, end: OfferStatus
) -> None:
    async with open_story(ADA, GIVEN) as story:
        await story.press(*CLOSING[where])
        await story.write(WORDS)
        await killed(story)
        closed = changed(GIVEN, status=end, steps=(*GIVEN.steps, Step(end, TODAY)), outcome="theirs")
        await story.change_elsewhere(Edit(GIVEN, closed))
    async with started_again(story) as again:
        await again.press("p")
        assert WORDS in fields(again)
        assert len(files(again)) == 1
        assert ("is closed by now" in again.words) is (where == "offer-edit")
        await again.press("enter")
        assert again.place == "TodayScreen"
        (row,) = again.rows("offers")
        assert WORDS in row["what" if where == "offer-edit" else "outcome"]
        assert row["status"] == end
        assert row["outcome"] == "theirs" or row["other_versions"][0]["value"] == "theirs"
    async with started_again(story) as last:
        assert last.place == "TodayScreen"


# --- notes, when their person goes ---------------------------------------------------------------


async def test_notes_stay_when_their_person_is_deleted_elsewhere_and_bring_them_back(open_story: OpenStory) -> None:
    async with open_story(ADA, DREAM) as story:
        await story.press("2", "enter", "e")
        await story.write(f"\n{WORDS}")
        await story.delete_elsewhere(ADA)
        assert story.place == "NotebookScreen"
        assert "Deleted meanwhile, by another program." in story.words
        assert WORDS in story.app.screen.query_one(TextArea).text
        await story.press("ctrl+s")
        (row,) = story.rows("people")
        assert row["about"] == f"met in London\n{WORDS}"
        assert [row["text"] for row in story.rows("aspirations")] == ["fly"]
        assert story.place == "NotebookScreen"
        await story.press("escape", "u")
        assert story.rows("people") == []


async def test_notes_about_someone_who_is_deleted_elsewhere_are_a_draft_all_the_same(open_story: OpenStory) -> None:
    async with open_story(ADA, DREAM) as story:
        await story.press("2", "enter", "e")
        await story.write(f"\n{WORDS}")
        await story.delete_elsewhere(ADA)
        await killed(story)
    async with started_again(story) as again:
        assert "Notes about Ada Lovelace" in again.words
        await again.press("p")
        assert WORDS in fields(again)


async def test_notes_about_someone_who_is_deleted_elsewhere_go_on_purpose(open_story: OpenStory) -> None:
    async with open_story(ADA, DREAM) as story:
        await story.press("2", "enter", "e")
        await story.write(f"\n{WORDS}")
        await story.change_elsewhere(Edit(ADA, None), Edit(DREAM, None))
        assert "for good, by another program." in story.words
        await story.press("ctrl+s")
        assert "is no longer in the book" in story.words
        assert WORDS in story.app.screen.query_one(TextArea).text
        await story.press("escape")
        assert "esc once more: yes" in story.words
        await story.press("escape")
        assert story.place == "PeopleScreen"
