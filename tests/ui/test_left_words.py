"""What was left in the middle comes back as it was, goes where it belongs, and goes away on purpose alone."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from textual.widgets import TextArea

from givenet_tui.clock import FixedClock
from givenet_tui.domain.change import Edit
from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.records import Record
from givenet_tui.paths import companion_dir
from givenet_tui.store import disk
from givenet_tui.store.draft_files import encoded
from givenet_tui.ui.dialogs.offer_dialog import OfferDialog
from givenet_tui.ui.widgets.record_choice import RecordChoice
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import NOON, OpenStory, Story
from tests.ui.full_disk import FullDisk
from tests.ui.killed import fields, files, killed, opener, started_again

ADA, GRACE = person("Ada Lovelace", about="met in London"), person("Grace Hopper")
DREAM, GOAL = aspiration(ADA, "fly", heard_where="tea"), aspiration(ADA, "print the Notes")
GIVEN, TOUCH, BACK, MINE = offer(ADA, status="accepted"), touch(ADA, text="tea"), came_back(ADA), objective("a book")
EVERYONE: tuple[Record, ...] = (ADA, DREAM, GIVEN, TOUCH, BACK, MINE)
WORDS = f"half a sentence {NASTY[0]}"
TITLE = "You were in the middle of something"


async def is_at_rest(story: Story) -> bool:
    """Whether the next start has nothing to offer."""
    async with started_again(story) as again:
        return again.place == "TodayScreen" and not files(again)


# --- it comes back as it was ---------------------------------------------------------------------

PLACES: dict[str, tuple[str, ...]] = {
    "hear": ("2", "enter", "down", "a"),
    "touch": ("1", "l"),
    "touch-edit": ("2", "enter", "tab", "e"),
    "offer-edit": ("3", "o"),
    "outcome": ("3", "x"),
    "objective-edit": ("4", "G", "k", "e"),
    "came-back": ("3", "h"),
    "reflection": ("1", "w"),
    "choose-resource": ("3", "tab", "a"),
    "import": ("i",),
    "touch-several": ("2", "m", "j", "m", "l"),
    "several": ("2", "M", "e"),
    "notes": ("2", "enter", "e"),
}
"""How to come to a field for words from a notebook, the Board, the Year and Today."""
FILES: dict[str, tuple[Record, ...]] = {"objective-edit": (MINE,), "touch-edit": (ADA, TOUCH)}


@pytest.mark.parametrize("where", PLACES)
async def test_whatever_one_was_writing_wherever_comes_back(open_story: OpenStory, where: str) -> None:
    async with open_story(*FILES.get(where, (ADA, GRACE, GIVEN))) as story:
        await story.press(*PLACES[where])
        assert where == "notes" or opener(story) == where
        await story.write(WORDS)
        await killed(story)
    async with started_again(story) as again:
        assert TITLE in again.words
        await again.press("p")
        assert WORDS in (again.app.screen.query_one(TextArea).text if where == "notes" else fields(again))
        assert where == "notes" or opener(again) == where
        if "several" in where:
            await again.app.screen.run_action("keep")
            await again.settle()
            (touch,) = again.rows("interactions") or [{"people": []}]
            tagged = [row["id"] for row in again.rows("people") if "tags" in row]
            assert {*touch["people"], *tagged} == {ADA.id, GRACE.id}


@pytest.mark.parametrize(("turns", "serves"), [(0, GOAL.id), (1, DREAM.id), (2, None)])
async def test_an_offer_that_is_picked_up_serves_what_it_shows(
    open_story: OpenStory, turns: int, serves: int | None
) -> None:
    async with open_story(ADA, DREAM, GOAL) as story:
        await story.press("2", "o")
        await story.write(WORDS)
        story.app.screen.query_one("#serves").focus()
        await story.press(*["right"] * turns)
        await killed(story)
    async with started_again(story) as again:
        await again.press("p")
        assert isinstance(again.app.screen, OfferDialog)
        assert again.app.screen.query_one("#serves", RecordChoice).value == serves
        await again.app.screen.run_action("keep")
        await again.settle()
        (row,) = again.rows("offers")
        assert (row["what"], row.get("serves")) == (WORDS, serves)


async def test_a_field_that_was_emptied_stays_empty(open_story: OpenStory) -> None:
    lovelace = person("Ada", nickname="Countess", met_where="London", met_on=TODAY)
    async with open_story(lovelace) as story:
        await story.press("2", "e")
        for field in ("nickname", "met-where"):
            story.app.screen.query_one(f"#{field}").value = ""  # type: ignore[attr-defined]
        story.app.screen.query_one("#met-on Line").value = ""  # type: ignore[attr-defined]
        await killed(story)
    async with started_again(story) as again:
        assert "what stood there" not in again.words
        await again.press("p")
        await again.app.screen.run_action("keep")
        await again.settle()
        (row,) = again.rows("people")
        assert {"nickname", "met_where", "met_on"}.isdisjoint(row)


async def test_a_text_that_was_emptied_and_nothing_else_can_be_picked_up(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        await story.press("2", "enter", "e")
        story.app.screen.query_one(TextArea).text = ""
        await killed(story)
    async with started_again(story) as again:
        assert "Nothing: what stood there was taken out." in again.words
        await again.press("p", "ctrl+s")
        assert "about" not in again.rows("people")[0]


async def test_words_for_a_chosen_slot_go_into_the_slot(open_story: OpenStory) -> None:
    slot = offer(ADA, status="chosen")
    async with open_story(ADA, DREAM, slot) as story:
        await story.press("3", "space")
        await story.write(WORDS)
        await killed(story)
    async with started_again(story) as again:
        await again.press("p", "enter")
        (row,) = again.rows("offers")
        assert (row["id"], row["what"], row["status"], row["serves"]) == (slot.id, WORDS, "drafted", DREAM.id)


async def test_today_and_tomorrow_mean_the_days_that_they_meant(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        await story.press("2", "l")
        await story.write(WORDS)
        await killed(story)
        story.clock = FixedClock(NOON + timedelta(days=3))
    async with started_again(story) as again:
        await again.press("p", "enter")
        assert again.rows("interactions")[0]["on"] == f"{TODAY}"
        await again.press("2", "o")
        await again.write(WORDS)
        again.app.screen.query_one("#due Line").value = "tomorrow"  # type: ignore[attr-defined]
        await killed(again)
        again.clock = FixedClock(NOON + timedelta(days=4))
    async with started_again(again) as last:
        await last.press("p", "enter")
        assert last.rows("offers")[0]["due"] == f"{TODAY + timedelta(days=4)}"


async def test_a_day_is_closed_with_the_words_of_that_day_and_beside_what_came_meanwhile(open_story: OpenStory) -> None:
    from givenet_tui.domain.check_ins import CheckIn

    async with open_story(ADA) as story:
        await story.press("w")
        await story.write(WORDS)
        await story.write_elsewhere(Edit(None, CheckIn(id=77, on=TODAY, reflection="theirs")))
        await killed(story)
        story.clock = FixedClock(NOON + timedelta(days=1))
    async with started_again(story) as again:
        await again.press("p")
        assert "Close Sunday 22 November" in again.words
        await again.press("enter")
        (row,) = again.rows("check_ins")
        assert (row["on"], row["reflection"]) == (f"{TODAY}", f"theirs\n{WORDS}")


# --- where there is no place any more ------------------------------------------------------------


async def test_words_about_someone_who_has_gone_stay_until_they_are_thrown_away(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        await story.press("2", "n", "d")
        await story.write(WORDS)
        await killed(story)
        await story.delete_elsewhere(ADA)
    for leave in ("escape", "enter"):
        async with started_again(story) as again:
            await again.press("p")
            assert "is no longer in the book" in again.words
            assert WORDS in fields(again)
            await again.press("x", "ctrl+j", "ctrl+a", "ctrl+c")
            assert again.app.clipboard == WORDS
            await again.press(leave)
            assert TITLE in again.words
            await again.press("l")
            assert again.place == "TodayScreen"
    async with started_again(story) as again:
        await again.press("p", "escape", "t", "t")
        assert again.place == "TodayScreen"
    assert await is_at_rest(story)


HEAR = Draft("hear", ADA.id, "What Ada told you", {"text": WORDS}, "")
ODD: dict[str, Draft] = {
    "an opener that nobody knows": msgspec.structs.replace(HEAR, opener="sing"),
    "a field that is not there": msgspec.structs.replace(HEAR, fields={"song": WORDS, "text": ""}),
    "nobody": msgspec.structs.replace(HEAR, about=-7),
    "an id that is too large": msgspec.structs.replace(HEAR, about=2**63),
    "another kind of record": msgspec.structs.replace(HEAR, about=DREAM.id),
    "notes about nobody": msgspec.structs.replace(HEAR, opener="notes", about=0),
}


@pytest.mark.parametrize("odd", ODD)
async def test_an_odd_draft_is_shown_and_stays(open_story: OpenStory, odd: str) -> None:
    async with open_story(*EVERYONE) as story:
        put(story, ODD[odd])
    async with started_again(story) as again:
        await again.press("p")
        assert again.place == "ShownWords"
        assert WORDS in fields(again)
        await again.press("escape", "escape")
        assert again.place == "TodayScreen"
    async with started_again(story) as again:
        assert TITLE in again.words


@pytest.mark.parametrize("choice", ["zzz", "", "9" * 5000, "-1", "²"])
async def test_odd_choices_in_a_draft_are_passed_over(open_story: OpenStory, choice: str) -> None:
    async with open_story(ADA, DREAM, MINE) as story:
        names = ("kind", "serves", "objective", "offer", "favours")
        for where, field in (("hear", "text"), ("offer", "what"), ("came-back", "text")):
            put(story, Draft(where, ADA.id, "", {field: WORDS}, "", dict.fromkeys(names, choice), seen=GIVEN))
            async with started_again(story) as again:
                await again.press("p")
                await again.app.screen.run_action("keep")
                await again.settle()
                assert again.place == "TodayScreen"


def put(story: Story, *drafts: Draft) -> None:
    """A killed program left these."""
    folder = companion_dir(story.path) / "drafts"
    folder.mkdir(exist_ok=True)
    (folder / "killed.json").write_bytes(encoded(drafts))


# --- asking --------------------------------------------------------------------------------------


async def test_a_draft_is_not_thrown_away_by_one_key_nor_by_two_that_are_not_next_to_each_other(
    open_story: OpenStory,
) -> None:
    async with open_story(*EVERYONE) as story:
        put(story, HEAR)
    async with started_again(story) as again:
        await again.press("t")
        assert "Throw these words away for good? t once more: yes." in again.words
        await again.press("down", "t")
        assert again.place == "LeftDialog"
        await again.press("escape")
    async with started_again(story) as again:
        assert TITLE in again.words


async def test_several_drafts_are_offered_one_after_the_other(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        put(story, *(msgspec.structs.replace(HEAR, fields={"text": f"number {n}"}, at=f"{n}") for n in range(5)))
    async with started_again(story) as again:
        assert "number 4" in again.words
        assert "4 more after this" in again.words
        await again.press("p", "enter")
        assert "number 3" in again.words
        await again.press("t", "t")
        assert "number 2" in again.words
        await again.press("l")
        assert "number 1" in again.words
        await again.press("p", "escape", "escape")
        assert "number 0" in again.words
        assert "more after this" not in again.words
        await again.press("escape")
        assert again.place == "TodayScreen"
        assert [row["text"] for row in again.rows("aspirations") if row["id"] != DREAM.id] == ["number 4"]
    async with started_again(story) as again:
        assert "number 2" in again.words
        await again.press("escape")
        assert again.place == "TodayScreen"
    async with started_again(story) as again:
        assert "1 more after this" in again.words


async def test_who_is_in_the_middle_of_something_is_asked_afterwards(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        await story.press("2", "n", "d")
        put(story, msgspec.structs.replace(HEAR, fields={"text": "of an earlier run"}))
        await story.app.drafts.offer()
        await story.write("fly")
        assert story.place == "NoteDialog"
        await story.press("enter")
        assert "of an earlier run" in story.words


async def test_who_begins_with_an_import_is_asked_afterwards(open_story: OpenStory, tmp_path: Path) -> None:
    contacts = tmp_path / "contacts.vcf"
    contacts.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zed\r\nEND:VCARD\r\n")
    async with open_story(*EVERYONE) as story:
        put(story, HEAR)
    async with started_again(story, contacts) as again:
        for _ in range(2):
            assert again.place in {"PickPeople", "LeftDialog"}
            await again.press("escape")
        assert again.place == "PeopleScreen"


async def test_a_second_program_is_not_offered_what_the_first_one_is_asking_about(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        put(story, HEAR)
    async with started_again(story) as first:
        assert TITLE in first.words
        async with started_again(story) as second:
            assert second.place == "TodayScreen"
        await first.press("l")
        async with started_again(story) as third:
            assert TITLE in third.words


# --- until they are safe -------------------------------------------------------------------------


async def test_words_that_are_picked_up_survive_the_next_kill_at_once(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        put(story, HEAR)
    for _ in range(3):
        async with started_again(story) as again:
            await again.press("p")
            assert WORDS in fields(again)
            assert len(files(again)) == 1
            await killed(again)
    async with started_again(story) as again:
        await again.press("p", "enter")
        assert WORDS in [row["text"] for row in again.rows("aspirations")]
    assert await is_at_rest(story)


async def test_words_that_were_kept_or_thrown_away_are_no_draft_a_moment_later(open_story: OpenStory) -> None:
    async with open_story(*EVERYONE) as story:
        for leave in (("enter",), ("escape", "escape")):
            await story.press("2", "n", "d")
            await story.write("fly")
            await story.app.drafts.look()
            assert files(story)
            await story.press(*leave)
            assert not files(story)
        await story.press("2", "enter", "e")
        await story.write("fly")
        await story.app.drafts.look()
        assert files(story)
        await story.press("ctrl+s")
        assert not files(story)


async def test_words_that_a_full_disk_refused_are_a_draft_as_soon_as_there_is_room(
    open_story: OpenStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_story(*EVERYONE) as story:
        await story.press("2", "n", "d")
        await story.write(WORDS)
        with monkeypatch.context() as full:
            full.setattr(disk, "os", FullDisk())
            await story.app.drafts.look()
            await story.press("enter")
            assert "the disk is full" in story.words
            assert not files(story)
        await killed(story)
    async with started_again(story) as again:
        assert "half a sentence" in again.words
        with monkeypatch.context() as full:
            full.setattr(disk, "os", FullDisk())
            await again.press("p")
            assert WORDS in fields(again)
            assert len(files(again)) == 1, "what was picked up stays until it is safe elsewhere"
        await again.press("enter")
        assert len(again.rows("aspirations")) == 2
    assert await is_at_rest(story)
