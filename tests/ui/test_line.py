"""The line: a sentence from anywhere, shown as what it means while one types, done as one change."""

import asyncio
import threading
from collections.abc import Sequence
from threading import Event

import pytest
from textual import events

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Edit
from givenet_tui.domain.line.names import Names
from givenet_tui.domain.records import changed
from givenet_tui.ui.dialogs.dialog import LEAVE, Dialog
from givenet_tui.ui.dialogs.line_dialog import SentenceBox
from givenet_tui.ui.widgets.key_bar import KeyBar
from tests.factories import offer, person, touch
from tests.hostile import HOSTILE, NASTY
from tests.ui.conftest import OpenStory, Story, _key_event
from tests.ui.killed import fields, killed, started_again
from tests.ui.test_commands import WAYS
from tests.ui.test_hostile_text import looked_at

ADA, YONATH, GRACE = person("Ada Lovelace"), person("Ada Yonath"), person("Grace Hopper")
CIRCLE = (ADA, YONATH, GRACE, touch(ADA, GRACE), person(f"Zoë {NASTY[1]}"))
LUNCH = "lunch with Ada and Grace yesterday #work"


async def type_in(story: Story, text: str) -> None:
    """Type key by key, as one does."""
    names = {" ": "space", "#": "number_sign", ":": "colon", ",": "comma"}
    await story.press(*(names.get(letter, letter) for letter in text))


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
async def test_a_sentence_typed_anywhere_is_shown_and_done_as_one_change(
    open_story: OpenStory, way: Sequence[str]
) -> None:
    async with open_story(*CIRCLE) as story:
        await story.press(*way)
        place = story.place
        await story.press("colon")
        await story.write(LUNCH)
        assert "a touch · met · Ada Lovelace, Grace Hopper · Saturday 21 November #work" in story.words
        assert "“lunch”" in story.words
        await story.press("enter")
        assert story.place == place
        (_, row) = story.rows("interactions")
        assert (row["people"], row["on"], row["text"]) == ([ADA.id, GRACE.id], "2026-11-21", "lunch")
        assert [one["name"] for one in story.rows("people") if one.get("tags") == ["work"]] == [
            "Ada Lovelace", "Grace Hopper",
        ]  # fmt: skip
        await story.press("u")
        assert len(story.rows("interactions")) == 1
        assert not any(one.get("tags") for one in story.rows("people"))


async def test_the_meaning_follows_every_letter(open_story: OpenStory) -> None:
    async with open_story(*CIRCLE) as story:
        await story.press("colon")
        assert "Ada dreams of a school for girls" in story.words
        await type_in(story, "offer gra")
        assert "“gra” is nobody's whole name yet: Grace Hopper?" in story.words
        await type_in(story, "ce: ")
        assert "What exactly will you do for Grace Hopper?" in story.words
        await type_in(story, "tea by fri")
        assert "an offer · Grace Hopper · by Friday 27 November “tea”" in story.words
        await story.press("enter")
        (row,) = story.rows("offers")
        assert (row["what"], row["due"], row["person"]) == ("tea", "2026-11-27", GRACE.id)


async def test_tab_turns_to_another_and_stays_with_them_while_one_types_on(open_story: OpenStory) -> None:
    async with open_story(*CIRCLE) as story:
        await story.press("colon")
        await story.write("lunch with Ada")
        assert "Ada: ● Ada Yonath ○ Ada Lovelace" in story.words or "Ada: ● Ada Lovelace ○ Ada Yonath" in story.words
        first = "Ada Yonath" if "● Ada Yonath" in story.words else "Ada Lovelace"
        await story.press("tab")
        assert f"○ {first}" in story.words
        await type_in(story, " on fri at the mill")
        assert f"○ {first}" in story.words
        await story.press("enter")
        (row,) = story.rows("interactions")[1:]
        assert row["people"] == [ADA.id if first == "Ada Yonath" else YONATH.id]
        assert (row["on"], row["text"]) == ("2026-11-20", "lunch at the mill")
        await story.press("colon")
        await story.write("lunch with Ada")
        before = story.words
        await story.press("tab", "tab")
        assert story.words == before
        await story.press("up", "down")
        assert story.words == before


async def test_tab_is_dimmed_while_there_is_one_meaning(open_story: OpenStory) -> None:
    async with open_story(*CIRCLE) as story:
        await story.press("colon")
        for text, works in (
            ("tea with Grace", {"enter": True, "tab": False}),
            (" and Ada", {"enter": True, "tab": True}),
        ):
            await story.write(text)
            keys = {key.key: key.works for key in story.app.screen.query_one(KeyBar).keys}
            assert {name: keys[name] for name in works} == works
        await story.press("tab")
        assert story.focus == "line"


async def test_what_is_not_understood_is_said_and_nothing_is_written(open_story: OpenStory) -> None:
    async with open_story(*CIRCLE) as story:
        before = story.book
        await story.press("colon", "enter")
        assert "Type a sentence first, such as: lunch with Ada yesterday" in story.words
        for text, why in (
            ("lunch with Zork", "Nobody here is called “Zork”. For example: add Zork"),
            ("lunch with Grace tomorrow", "“tomorrow” is still to come"),
            ("offer ada and grace: tea", "An offer is one specific thing for one person: name one."),
        ):
            story.app.screen.query_one("#line").text = ""  # type: ignore[attr-defined]
            await story.write(text)
            await story.press("enter")
            assert story.place == "LineDialog"
            assert why in story.words
            assert fields(story) == text
        assert story.book is before


async def test_a_long_sentence_is_read_from_its_beginning_and_a_paste_stays_one_line(open_story: OpenStory) -> None:
    async with open_story(*CIRCLE, size=(80, 24)) as story:
        await story.press("colon")
        await story.write("lunch with Grace yesterday, and a long walk along the river to the mill, where the")
        box = story.app.screen.query_one(SentenceBox)
        box.post_message(events.Paste(f" miller\nshowed us round{NASTY[1]}"))
        await story.press("ctrl+j", "x")
        assert box.size.height == 2
        assert "lunch with Grace yesterday, and a long walk along the river" in story.screen
        assert box.text.endswith(f"the miller showed us round{NASTY[1]} x")
        await story.press("enter")
        assert story.rows("interactions")[1]["text"].endswith(f"where the miller showed us round{NASTY[1]} x")


async def test_escape_asks_before_words_are_thrown_away(open_story: OpenStory) -> None:
    async with open_story(*CIRCLE) as story:
        await story.press("colon", "escape")
        assert story.place == "TodayScreen"
        await story.press("colon")
        await story.write("lunch with")
        await story.press("escape")
        assert LEAVE in story.words
        await story.press("escape")
        assert story.place == "TodayScreen"


async def test_half_a_sentence_is_offered_again_after_a_kill(open_story: OpenStory) -> None:
    async with open_story(*CIRCLE) as story:
        await story.press("3", "colon")
        await story.write(f"Grace dreams of {NASTY[0]}")
        await killed(story)
    async with started_again(story) as again:
        assert f"Grace dreams of {NASTY[0]}" in again.words
        await again.press("p")
        assert isinstance(again.app.screen, Dialog)
        assert again.app.screen.opener == "line"
        assert "an aspiration · dream · Grace Hopper · Sunday 22 November" in again.words
        await again.press("enter")
        assert again.rows("aspirations")[0]["text"] == NASTY[0]


async def test_someone_added_in_people_is_under_the_cursor(open_story: OpenStory) -> None:
    async with open_story(*CIRCLE) as story:
        await story.press("2", "colon")
        await story.write("add Emmy Noether #maths")
        assert "a person · Emmy Noether · #maths" in story.words
        await story.press("enter")
        (emmy,) = [one for one in story.rows("people") if one["name"] == "Emmy Noether"]
        assert emmy["tags"] == ["maths"]
        assert story.cursor == emmy["id"]


async def test_a_sentence_ticks_the_line_of_the_agenda_that_it_settles(open_story: OpenStory) -> None:
    bob = person("Bob Noyce", rhythm_days=7)
    async with open_story(bob, *CIRCLE) as story:
        assert "gone quiet" in story.screen
        await story.press("colon")
        await story.write("called bob about the garden")
        await story.press("enter")
        assert "✓ in touch" in story.screen
        await story.press("u")
        assert "✓ in touch" not in story.screen


async def test_someone_who_came_meanwhile_is_known_and_who_has_gone_is_refused(open_story: OpenStory) -> None:
    async with open_story(*CIRCLE) as story:
        await story.press("colon")
        await story.write("lunch with Emmy")
        assert "Nobody here is called “Emmy”" in story.words
        await story.change_elsewhere(Edit(None, emmy := person("Emmy Noether")))
        await story.write(" at the mill")
        assert "Emmy Noether" in story.words
        now = story.book.records["people"][emmy.id]
        await story.write_elsewhere(Edit(now, changed(now, deleted_at="2026-11-22T11:00:00.000Z")))
        await story.press("enter")
        assert story.place == "LineDialog"
        assert fields(story) == "lunch with Emmy at the mill"
        assert len(story.rows("interactions")) == 1


async def test_hostile_sentences_and_names_are_drawn_harmlessly_and_kept(open_story: OpenStory) -> None:
    names = [*NASTY, *(HOSTILE[name] for name in ("many marks", "brackets in a name", "tabs"))]
    async with open_story(*(person(name, nickname="Zed") for name in names), GRACE) as story:
        for text in (*NASTY, HOSTILE["100,000 letters"], HOSTILE["20,000 words"]):
            for sentence in (
                text,
                f"lunch with Zed {text}",
                f"Grace dreams of {text}",
                f"add {text}",
                f"tag zed {text}",
            ):
                await story.press("colon")
                story.app.screen.query_one("#line").text = sentence  # type: ignore[attr-defined]
                await story.settle()
                looked_at(story, sentence[:40])
                await story.press("tab", "tab", "escape", "escape")
        await story.press("colon")
        story.app.screen.query_one("#line").text = f"Grace: {NASTY[3]} {NASTY[2]}"  # type: ignore[attr-defined]
        await story.press("enter")
        looked_at(story, "after")
        assert story.rows("interactions")[0]["text"] == f"{NASTY[3]} {NASTY[2]}"


async def test_the_board_says_beforehand_what_it_thinks_of_an_offer(open_story: OpenStory) -> None:
    others = [person(f"Zed {n}") for n in range(5)]
    async with open_story(*CIRCLE, *others, *(offer(one) for one in others)) as story:
        await story.press("colon")
        await story.write("offer Grace: tea by fri")
        assert "Raise up is full: this offer goes beyond the 5." in story.words
        await story.press("enter", "colon")
        await story.write("offer Grace: more tea by fri")
        refusal = "Grace Hopper stands in “Raise up” of November already"
        assert refusal in story.words
        await story.press("enter")
        assert story.place == "LineDialog"
        assert [row["what"] for row in story.rows("offers")].count("more tea") == 0


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_the_whole_reading_fits_every_size(open_story: OpenStory, size: tuple[int, int]) -> None:
    async with open_story(*CIRCLE, size=size) as story:
        await story.press("colon")
        await story.write(f"{LUNCH} and a long walk along the river to the mill, where the miller showed us round")
        for part in (
            "a touch",
            "Ada Lovelace, Grace Hopper",
            "Saturday 21 November",
            "#work",
            "○ Ada Yonath",
            "“lunch",
        ):
            assert part in story.words
        await story.resize(60, 20)
        assert "Saturday 21 November" in story.words
        assert "enter do it" in story.screen


async def test_a_sentence_typed_before_the_names_are_indexed_is_read_and_done(
    open_story: OpenStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_story(*CIRCLE) as story:
        indexed, there = Event(), story.app.finders.names

        def slow(book: Book) -> Names:
            assert threading.current_thread() is not threading.main_thread()
            assert indexed.wait(60)
            return there(book)

        monkeypatch.setattr(story.app.finders, "names", slow)
        for key in ("colon", *"ada: tea"):
            story.app.post_message(_key_event(key))
        while not any(box.text == "ada: tea" for box in story.app.screen.query(SentenceBox)):
            await asyncio.sleep(0.001)
        assert "Say it as you would tell a friend" in story.words
        story.app.post_message(_key_event("enter"))
        for _ in range(200):  # turns of the loop, in which enter has come to where it waits
            await asyncio.sleep(0)
        assert story.place == "LineDialog"
        indexed.set()
        await story.settle()
        assert story.place == "TodayScreen"
        assert story.rows("interactions")[-1]["text"] == "tea"
