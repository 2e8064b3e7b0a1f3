"""The trash: what was deleted comes back with all that hung on it, and goes for good only when it was asked twice."""

from pathlib import Path

import pytest

from givenet_tui.domain.change import Edit
from givenet_tui.domain.people import Person, Source
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.verbs import people
from tests.factories import aspiration, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

ADA, GRACE = person(NASTY[0]), person("Grace Hopper")
DREAM = aspiration(ADA, "a school for girls")
BETWEEN: tuple[Record, ...] = (DREAM, offer(ADA), touch(ADA, GRACE))


async def open_trash(story: Story) -> None:
    await story.app.screen.run_action("command('trash')")
    await story.settle()


async def test_a_deleted_person_comes_back_with_all_that_hung_on_them(open_story: OpenStory) -> None:
    async with open_story(ADA, GRACE, *BETWEEN) as story:
        before = dict(story.book.records["aspirations"])
        await story.press("2")
        await story.go_to(ADA)
        await story.press("d")
        assert [row["name"] for row in story.rows("people")] == ["Grace Hopper"]
        await open_trash(story)
        assert "1 thing they told you, 1 touch, 1 offer" in story.words
        await story.press("enter")
        assert "The trash is empty." in story.words
        await story.press("escape")
        assert story.book.people[ADA.id].name == ADA.name
        assert story.book.records["aspirations"] == before
        assert len(story.rows("people")) == 2


async def test_what_they_told_you_brings_back_the_person_it_belongs_to(open_story: OpenStory) -> None:
    gone = [changed(one, deleted_at="2026-11-20T10:00:00.000Z") for one in (ADA, DREAM)]
    async with open_story(GRACE, *gone) as story:
        await open_trash(story)
        await story.press("enter")
        assert "The trash is empty." in story.words
        assert story.book.aspirations_of(ADA.id)
        assert ADA.id in story.book.people


async def test_nothing_goes_for_good_unless_it_is_asked_and_even_then_undo_brings_it_back(
    open_story: OpenStory,
) -> None:
    gone = changed(ADA, deleted_at="2026-11-20T10:00:00.000Z")
    async with open_story(gone, GRACE, *BETWEEN) as story:
        await open_trash(story)
        await story.press("d")
        assert "This goes for good, with 1 thing they told you, 1 touch, 1 offer. d once more: yes." in story.words
        await story.press("j")
        assert "goes for good" not in story.words
        await story.press("d", "d")
        assert "The trash is empty." in story.words
        assert story.rows("aspirations") == []
        assert [row["people"] for row in story.rows("interactions")] == [[GRACE.id]]
        await story.press("escape", "u")
        assert ADA.id in story.book.records["people"]
        assert [row["text"] for row in story.rows("aspirations")] == ["a school for girls"]
        await open_trash(story)
        await story.press("E", "E")
        assert story.book.records["people"].keys() == {GRACE.id}


async def test_an_empty_trash_says_what_it_is_for(open_story: OpenStory) -> None:
    async with open_story(ADA, size=(60, 20)) as story:
        await open_trash(story)
        assert "The trash is empty. What you delete stands here" in story.words
        await story.press("enter", "d", "E", "escape")
        assert story.place == "TodayScreen"


@pytest.mark.parametrize("written", ["yesterday", "1763800000", NASTY[0], "2026-99-99T10:00:00.000Z", "9" * 400])
async def test_what_a_script_wrote_in_place_of_the_day_is_shown_as_it_is(open_story: OpenStory, written: str) -> None:
    async with open_story(changed(ADA, deleted_at=written), touch(ADA), size=(60, 20)) as story:
        await open_trash(story)
        assert f"person · deleted {written[:10]}" in story.words
        await story.press("enter")
        assert story.book.people[ADA.id].deleted_at == ""


async def test_every_key_of_the_trash_is_named_where_there_is_little_room(open_story: OpenStory) -> None:
    async with open_story(changed(ADA, deleted_at="yesterday"), size=(60, 20)) as story:
        await open_trash(story)
        assert "enter bring back  d gone for good  E empty  esc close" in story.screen


async def test_a_hope_with_the_number_of_a_person_is_another_row_and_another_record(open_story: OpenStory) -> None:
    grace = changed(GRACE, id=1)
    hope = changed(DREAM, id=1, person=1, deleted_at="2026-11-20T10:00:00.000Z")
    gone = person("Emmy", id=2, deleted_at="2026-11-19T10:00:00.000Z")
    async with open_story(grace, gone, hope, touch(grace, id=1), touch(gone, id=2)) as story:
        await open_trash(story)
        await story.press("d", "d")
        assert [row["people"] for row in story.rows("interactions")] == [[1], [2]]
        await story.press("E", "E")
        assert [row["people"] for row in story.rows("interactions")] == [[1]]


async def test_an_offer_whose_place_is_taken_stays_in_the_trash_and_it_is_said_why(open_story: OpenStory) -> None:
    old = offer(ADA, deleted_at="2026-11-20T10:00:00.000Z")
    async with open_story(ADA, old, offer(ADA)) as story:
        await open_trash(story)
        await story.press("enter")
        assert "of November already: let that offer go, or delete it; then this one can come back." in story.words


async def test_an_import_is_taken_back_but_for_those_who_were_edited_since(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        await story.app.screen.run_action("command('undo_import')")
        await story.settle()
        assert "There is no import to take back." in story.toasts
        from givenet_tui.domain.imports import bring_in

        came = [Person(name=name, sources=(Source("vcard", name),)) for name in ("Emmy", "Alan", "Mary")]
        await story.app.do(bring_in, "contacts.vcf", came)
        alan = next(one for one in story.book.people.values() if one.name == "Alan")
        await story.app.do(people.edit, alan.id, title="Dr")
        await story.app.screen.run_action("command('undo_import')")
        await story.settle()
        assert "contacts.vcf, 22 Nov 2026: 3 people" in story.words
        await story.press("1")
        assert "2 people of contacts.vcf taken back; Alan stays: changed since" in story.toasts
        assert [row["name"] for row in story.rows("people")] == [ADA.name, "Alan"]
        assert [row["records"] for row in story.rows("imports")] == [[alan.id]]


async def test_a_deletion_can_be_taken_back_after_a_restart(open_story: OpenStory, tmp_path: Path) -> None:
    async with open_story(ADA, GRACE) as story:
        await story.press("2")
        await story.go_to(GRACE)
        await story.press("d")
    from givenet_tui.ui.app import GiveNetApp
    from givenet_tui.workspace import Workspace
    from tests.ui.conftest import _store

    again = GiveNetApp(Workspace(_store(story.path, story.clock), story.clock))
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await pilot.pause()
        await again.workers.wait_for_complete()
        await pilot.pause()
        assert GRACE.id in again.workspace.book.people


async def test_an_open_trash_shows_what_another_program_deletes_and_brings_back(open_story: OpenStory) -> None:
    gone = [changed(one, deleted_at="2026-11-20T10:00:00.000Z") for one in (GRACE, DREAM)]
    async with open_story(ADA, emmy := person("Emmy Noether"), *gone) as story:
        await open_trash(story)
        await story.press("d")
        assert "d once more: yes" in story.words
        await story.delete_elsewhere(emmy)
        assert "Emmy Noether" in story.words
        await story.change_elsewhere(Edit(gone[0], GRACE), Edit(gone[1], DREAM))
        assert "Grace Hopper" not in story.words
        await story.press("d")
        assert "Emmy Noether" in story.words, "what was asked, was asked about something else"
        await story.press("enter")
        assert "The trash is empty." in story.words


async def test_words_written_over_somebody_whom_another_program_deleted_bring_them_back(open_story: OpenStory) -> None:
    async with open_story(ada := person("Ada"), GRACE) as story:
        await story.press("2", "e")
        await story.write(" King")
        await story.delete_elsewhere(ada)
        await story.press("enter")
        assert story.place == "PeopleScreen"
        assert any("back from the trash" in toast for toast in story.toasts)
        assert {row["name"] for row in story.rows("people")} == {"Ada King", GRACE.name}
        await story.press("u")
        assert [row["name"] for row in story.rows("people")] == [GRACE.name]
