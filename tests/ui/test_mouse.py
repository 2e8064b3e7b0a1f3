"""The mouse: a click goes to a row, one more opens it; the wheel scrolls; what can be chosen can be clicked."""

import pytest
from rich.cells import cell_len
from textual import events
from textual.widget import Widget
from textual.widgets import TextArea

from givenet_tui.domain.change import Edit
from givenet_tui.domain.records import changed
from givenet_tui.ui.app import GiveNetApp
from givenet_tui.ui.widgets.record_choice import RecordChoice
from givenet_tui.ui.widgets.row_list import RowList
from tests.factories import TODAY, aspiration, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

ADA, BO, CY = person(f"Ada {NASTY[0]}"), person(f"Bo {NASTY[1]}"), person(f"Cy {NASTY[3]}")
DREAM, GOAL = aspiration(ADA, f"a mill {NASTY[1]}", "dream"), aspiration(ADA, "print the Notes")
TEA, TALK = touch(ADA, on=TODAY.replace(day=3), text="a talk"), touch(ADA, text=f"tea {NASTY[1]}")


async def click(story: Story, words: str) -> None:
    """Click on words that stand on the screen."""
    lines = story.screen.splitlines()
    y = next(number for number, line in enumerate(lines) if words in line)
    before, _, _ = lines[y].partition(words)
    await story.pilot.click(offset=(cell_len(before), y))
    await story.settle()


async def click_quickly(story: Story, words: str, times: int) -> None:
    """The same as a terminal sends it, so that what opens meanwhile gets the later clicks."""
    lines = story.screen.splitlines()
    y = next(number for number, line in enumerate(lines) if words in line)
    x = cell_len(lines[y].partition(words)[0])
    for _ in range(times):
        for kind in (events.MouseDown, events.MouseUp):
            story.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
        await story.settle()


def on_rows(story: Story, list_id: str) -> RowList:
    return story.app.screen.query_one(f"#{list_id}", RowList)


async def turn_wheel(story: Story, over: Widget, times: int) -> None:
    kind = events.MouseScrollDown if times > 0 else events.MouseScrollUp
    for _ in range(abs(times)):
        over.post_message(kind(over, 1, 1, 0, 0, 0, False, False, False))
    await story.settle()


async def test_a_click_goes_to_a_row_and_one_more_opens_it(open_story: OpenStory) -> None:
    async with open_story(ADA, BO, CY) as story:
        await story.press("2")
        await click(story, "· Bo [@cl")
        assert (story.place, story.cursor) == ("PeopleScreen", BO.id)
        await click(story, "· Bo [@cl")
        assert story.place == "NotebookScreen"
        assert f"Bo {NASTY[1]}" in story.screen


async def test_a_click_in_another_part_only_goes_there_though_the_row_is_under_its_cursor(
    open_story: OpenStory,
) -> None:
    async with open_story(ADA, DREAM, TEA, TALK, size=(120, 36)) as story:
        await story.press("2", "enter")
        assert on_rows(story, "between").key == (TALK.table, TALK.id)
        await click(story, "tea [@click")
        assert (story.place, story.focus) == ("NotebookScreen", "between")
        await click(story, "tea [@click")
        assert story.place == "WholeDialog"


async def test_a_double_click_opens_what_it_is_on_and_nothing_behind_it(
    open_story: OpenStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GiveNetApp, "CLICK_CHAIN_TIME_THRESHOLD", 60)  # quickly, however slow the machine is
    notes = "\n".join("so many notes that they stand where the row stood" for _ in range(9))
    async with open_story(*(changed(one, about=notes) for one in (ADA, BO))) as story:
        for name in ("· Bo [", "· Ada ["):  # away from the cursor, and then on the row that is under it already
            await story.press("2")
            await click_quickly(story, name, 3)
            assert len(story.app.screen_stack) == 2, name
            assert (story.place, story.focus) == ("NotebookScreen", "told"), name
            assert name[2:] in story.screen
            await story.press("escape", "g")
            story.app._click_chain_last_offset = None


async def test_the_wheel_scrolls_and_the_cursor_stays_on_its_record(open_story: OpenStory) -> None:
    people = [person(f"Number {number:03}") for number in range(60)]
    async with open_story(*people) as story:
        await story.press("2", "j")
        rows = on_rows(story, "people")
        await turn_wheel(story, rows, 4)
        assert (rows.top, story.cursor) == (12, people[1].id)
        assert "Number 001" not in "".join(line[:30] for line in story.screen.splitlines())
        await story.change_elsewhere(Edit(None, person("Zoë")))
        assert (rows.top, story.cursor) == (12, people[1].id), "what changes elsewhere does not scroll back"
        await turn_wheel(story, rows, -1)
        assert rows.top == 9
        await story.press("j")
        assert story.cursor == people[2].id
        assert "▌· Number 002" in story.screen


async def test_a_click_on_a_tab_goes_there_and_one_on_a_dimmed_key_says_why(open_story: OpenStory) -> None:
    async with open_story(ADA, BO) as story:
        for tab, place in (("2 Pe", "People"), ("3 Bo", "Board"), ("4 Ye", "Year"), ("1 To", "Today")):
            await click(story, tab)
            assert story.place == f"{place}Screen"
        await click(story, "4 Ye")
        await click(story, "reached")
        assert story.toasts[-1] == "No objective is under the cursor."


async def test_choices_of_a_dialog_are_clicked(open_story: OpenStory) -> None:
    waiting = offer(ADA, "offered", TODAY.replace(day=2))
    async with open_story(ADA, DREAM, GOAL, waiting) as story:
        await story.press("space")
        await click(story, "no")
        assert story.rows("offers")[0]["status"] == "declined"
        await story.press("2", "n")
        await click(story, "dream")
        assert story.focus == "text"
        await story.press("escape", "o")
        await story.write(f"lend her the looms {NASTY[0]}")
        serves = story.app.screen.query_one("#serves", RecordChoice)
        assert serves.value == GOAL.id
        for sign, record in (("›", DREAM.id), ("←", GOAL.id), ("→", DREAM.id)):
            await click(story, sign)
            assert serves.value == record
        await story.press("ctrl+s")
        assert story.rows("offers")[-1]["serves"] == DREAM.id


async def test_a_click_beside_a_dialog_leaves_the_words_and_the_focus_alone(open_story: OpenStory) -> None:
    async with open_story(ADA, BO, size=(120, 36)) as story:
        await story.press("2", "n", "d")
        await story.write(f"half a word {NASTY[1]}")
        for offset in ((1, 5), (118, 30), (60, 0), (60, 35)):
            await story.pilot.click(offset=offset)
            await story.settle()
        assert (story.place, story.focus) == ("NoteDialog", "text")
        assert story.app.screen.query_one("#text", TextArea).text == f"half a word {NASTY[1]}"
        await story.press("enter")
        assert story.rows("aspirations")[0]["text"] == f"half a word {NASTY[1]}"


async def test_a_person_is_chosen_by_two_clicks_and_the_words_keep_the_focus(open_story: OpenStory) -> None:
    async with open_story(ADA, BO, CY) as story:
        await story.press("3", "a")
        await click(story, "Cy inv")
        assert (story.place, story.focus) == ("PickPerson", "narrow")
        await click(story, "Cy inv")
        assert story.rows("offers")[0]["person"] == CY.id


async def test_in_an_import_a_click_marks_and_in_the_trash_it_brings_back(open_story: OpenStory) -> None:
    gone = person(f"Gus {NASTY[1]}", deleted_at="2026-11-20T10:00:00.000Z")
    async with open_story(ADA, gone) as story:
        contacts = story.path.with_name("contacts.vcf")
        cards = (f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\n" for name in ("Dora", "Emmy", "Fay"))
        contacts.write_text("".join(cards))
        await story.press("i")
        await story.write(str(contacts))
        await story.press("enter")
        for name in ("Emmy", "Emmy", "Fay", "Fay"):
            await click(story, name)
        assert "2 marked" in story.screen
        await story.press("enter")
        assert [row["name"] for row in story.rows("people")] == [ADA.name, "Emmy", "Fay"]
        await story.app.screen.run_action("command('trash')")
        await story.settle()
        await click(story, "Gus [")
        assert gone.name in [row["name"] for row in story.rows("people")]
