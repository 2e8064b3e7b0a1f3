"""Dialogs keep the words: while one writes, when the words are refused, and when the disk is full."""

from collections.abc import Sequence
from typing import Any

import pytest
from textual import events
from textual.widgets import Input, TextArea

from givenet_tui.domain.change import Edit
from givenet_tui.domain.records import Record, changed
from givenet_tui.store import disk
from givenet_tui.ui.dialogs.dialog import Dialog
from givenet_tui.ui.widgets.words import HarmlessTextArea, Line
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story
from tests.ui.full_disk import FullDisk
from tests.ui.killed import fields

ada, zed = person("Ada"), person("Zed")
RECORDS: tuple[Record, ...] = (ada, zed, aspiration(ada), offer(zed, "accepted"), touch(ada), came_back(ada))
WORDS: dict[str, Sequence[str]] = {
    "NoteDialog": ("2", "n", "h"),
    "OfferDialog": ("2", "o"),
    "TouchDialog": ("2", "l"),
    "HelpDialog": ("2", "h"),
    "WordsDialog": ("3", "x"),
}
"""How to come to a dialog with an area for words that has the focus."""
LINES: dict[str, Sequence[str]] = {
    "PersonDialog": ("2", "a"),
    "FileDialog": ("i",),
    "LineDialog": ("colon",),
    "PickPerson": ("3", "j", "a"),
    "NoteDialog": ("2", "n", "h", "tab", "tab"),
}
"""How to come to a line."""
LEAVE = "Throw your words away? esc once more: yes."


async def paste(story: Story, text: str) -> None:
    story.app.post_message(events.Paste(text))
    await story.settle()


@pytest.mark.parametrize("dialog", ["NoteDialog", "WordsDialog"])
async def test_enter_keeps_and_ctrl_j_breaks_the_line(open_story: OpenStory, dialog: str) -> None:
    async with open_story(*RECORDS) as story:
        await story.press(*WORDS[dialog])
        assert story.place == dialog
        assert isinstance(story.app.focused, TextArea)
        await story.press("o", "ctrl+j", "t")
        await paste(story, f"wo\r\n{NASTY[0]}\n\nthree")
        assert story.app.focused.text == f"o\ntwo\n{NASTY[0]}\n\nthree"
        before = story.book
        await story.press("enter")
        assert "Screen" in story.place
        assert story.book is not before
        texts = [str(value) for table in ("aspirations", "offers", "interactions", "help") for row in story.rows(table)
                 for value in row.values()]  # fmt: skip
        assert f"o\ntwo\n{NASTY[0]}\n\nthree" in texts


async def test_a_paste_of_several_lines_into_a_line_loses_no_word(open_story: OpenStory) -> None:
    async with open_story(ada, zed) as story:
        await story.press(*LINES["NoteDialog"])
        field = story.app.focused
        assert isinstance(field, Input)
        await story.write("begin end")
        for _ in range(3):
            await story.press("left")
        await paste(story, f"one\r\n  two\n\nthree {NASTY[1]}\u2028four\n")
        assert field.value.split() == ["begin", "one", "two", "three", *NASTY[1].split(), "four", "end"]
        assert "\n" not in field.value
        field.action_select_all()
        await paste(story, "\nall\nnew\n")
        assert field.value == "all new"
        await paste(story, " and more\r\n")
        assert field.value == "all new and more"


async def test_a_paste_into_the_find_box_finds_with_all_of_it(open_story: OpenStory) -> None:
    async with open_story(person("Ada Lovelace"), zed) as story:
        await story.press("2", "slash")
        await paste(story, "ada\nlove")
        assert "Zed" not in story.screen
        assert story.app.focused.value == "ada love"  # type: ignore[union-attr]


@pytest.mark.parametrize("dialog", ["NoteDialog", "OfferDialog"])
async def test_escape_asks_once_before_it_throws_words_away(open_story: OpenStory, dialog: str) -> None:
    async with open_story(*RECORDS) as story:
        before = story.book
        await story.press(*WORDS[dialog])
        await story.write("words that matter")
        await story.press("escape")
        assert (story.place, LEAVE in story.words) == (dialog, True)
        await story.press("s")
        assert (story.place, LEAVE in story.words) == (dialog, False)
        assert "words that matters" in story.words
        await story.press("escape")
        assert (story.place, LEAVE in story.words) == (dialog, True)
        await story.press("escape")
        assert "Screen" in story.place
        assert story.book is before


async def test_escape_asks_nothing_when_nothing_was_written_and_every_line_keeps_a_paste_whole(
    open_story: OpenStory,
) -> None:
    async with open_story(*RECORDS) as story:
        before = story.book
        for way in (*WORDS.values(), *LINES.values(), ("2", "e"), ("2", "enter", "j", "j", "j", "e")):
            await story.press(*way)
            assert isinstance(story.app.screen, Dialog)
            assert all(isinstance(field, Line) for field in story.app.screen.query(Input))
            assert all(isinstance(field, HarmlessTextArea) for field in story.app.screen.query(TextArea))
            await story.press("escape")
            assert not isinstance(story.app.screen, Dialog)
        assert story.book is before


async def test_what_is_missing_is_said_in_the_dialog(open_story: OpenStory) -> None:
    async with open_story(ada) as story:
        for way, missing in (
            (("2", "n", "h"), "What Ada told you is needed: write a few words first."),
            (("2", "o"), "What you will do for Ada is needed: write a few words first."),
            (("2", "h"), "What came back is needed: write a few words first."),
            (("2", "a"), "A name is needed: write a few words first."),
            (("4", "a"), "An objective is needed: write a few words first."),
        ):
            await story.press(*way)
            before = story.place
            await story.press("enter")
            assert (story.place, missing in story.words) == (before, True)
            await story.write("something specific")
            await story.press("enter")
            assert "Screen" in story.place


async def test_a_day_is_shown_in_full_and_refused_when_it_is_none_and_the_words_stay(open_story: OpenStory) -> None:
    async with open_story(ada, size=(120, 36)) as story:
        await story.press("2", "l")
        await story.write("a long walk")
        await story.press("tab", "tab")
        await story.write("fri")
        assert "Friday 20 November" in story.screen
        await story.write("olous [/]")
        assert "not a day I understand" in story.screen
        await story.press("enter")
        assert story.place == "TouchDialog"
        assert "“friolous [/]” is not a day I understand" in story.words
        story.app.focused.value = "tomorrow"  # type: ignore[union-attr]
        await story.press("enter")
        assert "A touch is something that happened: choose today or a day before." in story.words
        assert "a long walk" in story.words
        story.app.focused.value = "yesterday"  # type: ignore[union-attr]
        await story.press("enter")
        (row,) = story.rows("interactions")
        assert (row["text"], row["on"]) == ("a long walk", "2026-11-21")


async def test_a_fact_that_is_none_is_refused_and_the_others_stay(open_story: OpenStory) -> None:
    async with open_story(ada, size=(120, 36)) as story:
        await story.press("2", "e")
        await story.write(" Lovelace")
        for field, wrong, right, says in (
            ("rhythm", "often", "30", "A rhythm is a number of days"),
            ("rhythm", "²", "", "A rhythm is a number of days"),
            ("birthday", "a summer's day", "3 june", "is not a birthday I understand"),
        ):
            line = story.app.screen.query_one(f"#{field}", Input)
            line.value = wrong
            await story.press("enter")
            assert (story.place, says in story.words) == ("PersonDialog", True)
            line.value = right
        await story.press("enter")
        (row,) = story.rows("people")
        assert (story.place, row["name"], row["birthday"]) == ("PeopleScreen", "Ada Lovelace", "--06-03")


@pytest.mark.parametrize("dialog", [*WORDS, "PersonDialog", "NotesEditor"])
async def test_on_a_full_disk_the_words_stay_and_the_next_enter_keeps_them(
    open_story: OpenStory, dialog: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = WORDS | {"PersonDialog": ("2", "a"), "NotesEditor": ("2", "enter", "e")}
    async with open_story(*RECORDS, size=(120, 36)) as story:
        await story.press(*ways[dialog])
        await story.write("words that matter")
        keep = "ctrl+s" if dialog == "NotesEditor" else "enter"
        before, data, focus = story.book, story.path.read_bytes(), story.focus
        with monkeypatch.context() as patched:
            patched.setattr(disk, "os", FullDisk())
            await story.press(keep)
            assert "the disk is full. Free some space" in story.words
            assert "Nothing was changed" in story.words
            assert "words that matter" in story.words
            assert story.focus == focus
            assert (story.book, story.path.read_bytes()) == (before, data)
            assert story.app.workspace.book is before
            assert story.app.workspace.undoable is None
            await story.press(keep)
            assert "the disk is full" in story.words
        await story.press(keep)
        assert story.place in {"PeopleScreen", "BoardScreen", "NotebookScreen"}
        assert b"words that matter" in story.path.read_bytes()
        assert story.app.workspace.undoable


async def test_on_a_full_disk_a_single_key_says_so_and_changes_nothing(
    open_story: OpenStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_story(ada) as story:
        await story.press("2", "z", "z")
        before = story.book
        with monkeypatch.context() as patched:
            patched.setattr(disk, "os", FullDisk())
            for key in ("z", "d", "u"):
                await story.press(key)
                assert "the disk is full" in story.toasts[-1]
            assert story.book is before
        await story.press("u")
        assert story.rows("people")[0]["archived_on"]


async def test_ctrl_s_keeps_from_any_field_and_enter_in_a_line_too(open_story: OpenStory) -> None:
    async with open_story(ada, objective()) as story:
        await story.press("2", "n", "d")
        await story.write("fly")
        await story.press("tab", "tab", "ctrl+s", "h")
        await story.write("a map")
        await story.press("tab", "tab", "enter")
        assert story.place == "PeopleScreen"
        assert (story.rows("aspirations")[0]["text"], story.rows("help")[0]["text"]) == ("fly", "a map")


async def test_the_kind_can_be_gone_through_with_arrows_and_the_question_follows(open_story: OpenStory) -> None:
    async with open_story(ada, size=(120, 36)) as story:
        await story.press("2", "n")
        asked = story.words.split("you could ask:")[1]
        await story.press("right")
        assert story.words.split("you could ask:")[1] != asked
        await story.press("left", "left", "enter")
        assert story.focus == "text"
        await story.write("speak at the fair")
        await story.press("enter")
        assert story.rows("aspirations")[0]["kind"] == "objective"


async def test_a_choice_goes_by_arrows_and_enter_too_and_other_keys_do_nothing(open_story: OpenStory) -> None:
    async with open_story(ada, offer(ada, "drafted")) as story:
        await story.press("3", "s", "q", "1", "z")
        assert story.place == "ChoiceDialog"
        await story.press("down", "up", "down", "enter")
        assert story.rows("offers")[0]["status"] == "accepted"


async def test_the_coach_looks_on_and_never_blocks(open_story: OpenStory) -> None:
    async with open_story(ada, aspiration(ada, "see it printed"), size=(120, 40)) as story:
        await story.press("2", "o")
        await story.write("let me know if I can help")
        vague = story.words
        await story.press("enter")
        assert story.place == "PeopleScreen"
        await story.press("3", "e")
        story.app.focused.text = "Introduce Ada to the printer in Oxford"  # type: ignore[union-attr]
        await story.settle()
        await story.press("tab")
        await story.write("fri")
        assert story.words.count("✓") > vague.count("✓")


async def test_leaving_the_app_asks_too_when_words_would_be_lost(open_story: OpenStory) -> None:
    async with open_story(ada) as story:
        await story.press("2", "n", "h")
        await story.write("words that matter")
        await story.press("ctrl+q")
        assert (story.place, LEAVE in story.words) == ("NoteDialog", True)
        await story.press("enter")
        assert story.rows("aspirations")[0]["text"] == "words that matter"
        await story.press("n", "ctrl+q")
        assert not story.app.is_running


async def test_what_an_offer_or_help_belongs_to_stays_when_it_is_fulfilled_reached_or_gone(
    open_story: OpenStory,
) -> None:
    printed = aspiration(ada, "see it printed", status="fulfilled", closed_on=TODAY)
    reached, old = objective("print", status="reached", closed_on=TODAY), objective("read", year=2025)
    mine, other = offer(ada, serves=printed.id), offer(zed, part="resource", serves=9, objective=reached.id)
    back, lost = came_back(ada, "praise", objective=old.id), came_back(zed, "thanks", objective=8, offer=7)
    async with open_story(ada, zed, printed, reached, old, mine, other, back, lost, size=(120, 44)) as story:
        await story.press("3", "e")
        assert "goal · see it printed" in story.words
        await story.write("!")
        await story.press("enter", "tab", "e")
        assert "print" in story.words
        await story.write("!")
        await story.press("enter")
        rows = story.rows("offers")
        assert [row["what"][-1] for row in rows] == ["!", "!"]
        assert [(row.get("serves"), row.get("objective")) for row in rows] == [(printed.id, None), (9, reached.id)]
        await story.press("4")
        for help_ in (back, lost):
            await story.go_to(help_.id)
            await story.press("e")
            await story.write("!")
            await story.press("enter")
        kept = [(row["text"], row.get("offer"), row.get("objective")) for row in story.rows("help")]
        assert kept == [("praise!", None, old.id), ("thanks!", 7, 8)]


async def test_only_what_was_written_anew_is_changed_so_that_the_changes_of_others_stay(open_story: OpenStory) -> None:
    goal = aspiration(ada, "see it printed")
    made, said = offer(ada), touch(ada, text="tea")
    async with open_story(ada, goal, made, said, size=(120, 44)) as story:
        theirs: dict[Record, dict[str, Any]] = {
            goal: {"heard_where": "at sea"},
            made: {"due": TODAY},
            said: {"channel": "call"},
        }
        await story.press("2", "enter")
        for mine, fields in theirs.items():
            if mine is not goal:
                await story.press("1", "2", "enter", "tab")
            await story.go_to(mine)
            await story.press("e")
            await story.write(" soon")
            await story.change_elsewhere(Edit(mine, changed(mine, **fields)))
            await story.press("enter")
        (told,), (offered,), (talk,) = (story.rows(table) for table in ("aspirations", "offers", "interactions"))
        assert (told["text"], told["heard_where"]) == ("see it printed soon", "at sea")
        assert (offered["what"], offered["due"]) == ("Read the proofs of Note G soon", "2026-11-22")
        assert (talk["text"], talk["channel"]) == ("tea soon", "call")


@pytest.mark.parametrize("ask", ["n", "l"])
async def test_words_that_are_typed_or_pasted_where_a_kind_is_asked_for_go_to_the_words(
    open_story: OpenStory, ask: str
) -> None:
    async with open_story(person("Ada")) as story:
        await story.press("2", ask, "A", "t", "e")
        assert fields(story).split() == ["Ate"]
        assert story.focus == "text"
        await story.press("escape", "escape", ask)
        story.app.post_message(events.Paste("a house\nby the sea"))
        await story.settle()
        assert fields(story).strip() == "a house\nby the sea"


async def test_no_letter_of_a_touch_is_taken_for_a_key_and_its_words_say_how_until_one_picks(
    open_story: OpenStory,
) -> None:
    async with open_story(ada, zed) as story:
        await story.press("2", "l", *"coffee")
        assert fields(story).split()[0] == "coffee"
        await story.press("enter")
        assert (story.rows("interactions")[-1]["text"], story.rows("interactions")[-1]["channel"]) == ("coffee", "met")
        await story.press("l")
        await story.write(f"a letter {NASTY[0]}")
        assert "● l letter" in story.screen
        await story.press("tab", "m", "shift+tab", "shift+tab")
        await story.write(", and a call")
        await story.press("enter")
        last = story.rows("interactions")[-1]
        assert (last["text"], last["channel"]) == (f"a letter {NASTY[0]}, and a call", "met")
