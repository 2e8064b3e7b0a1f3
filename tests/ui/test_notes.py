"""Stories of the notes about a person: written beside how they read, as long as one likes, and read whole."""

import pytest
from textual.widgets import TextArea

from givenet_tui.demo.people import GRACE_NOTES
from givenet_tui.domain.change import Edit
from givenet_tui.domain.records import changed
from givenet_tui.tones import plain_words
from givenet_tui.ui.drawing.notes import around, notes, whole_notes
from givenet_tui.ui.widgets.page import Page
from tests.factories import person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

LONG = "\n\n".join(f"## Part {number}\n\n{GRACE_NOTES}" for number in range(110))
WIDE = (120, 36)


async def preview(story: Story) -> str:
    """What the preview shows, once it has followed."""
    await story.settle()
    page = story.app.screen.query_one("#preview", Page)
    seen = range(page.top, min(page.line_count, page.top + page.size.height))
    return "\n".join(plain_words(page.line(number)) for number in seen)


async def test_three_keys_besides_the_words_and_the_cursor_stays_where_it_was(open_story: OpenStory) -> None:
    async with open_story(person("Ada", about="one\ntwo\nthree")) as story:
        await story.press("2")
        opening, keeping = ("enter", "e"), ("ctrl+s",)
        assert len(opening + keeping) == 3
        await story.press(*opening)
        await story.press("up")
        await story.write("!")
        where = story.app.screen.query_one(TextArea).cursor_location
        await story.press(*keeping)
        assert story.rows("people")[0]["about"] == "one\ntwo!\nthree"
        assert (story.focus, story.cursor) == ("told", "notes")
        await story.press("e")
        assert story.app.screen.query_one(TextArea).cursor_location == where == (1, 4)
        await story.press("escape")
        ada = story.book.people[story.rows("people")[0]["id"]]
        await story.change_elsewhere(Edit(ada, changed(ada, about="something else")))
        await story.press("e")
        assert story.app.screen.query_one(TextArea).cursor_location == (0, 14)


async def test_wide_the_preview_stands_beside_and_follows_what_is_typed(open_story: OpenStory) -> None:
    async with open_story(person("Ada", about=f"# Heading\n\n{NASTY[1]}"), size=WIDE) as story:
        await story.press("2", "enter", "e")
        assert "Heading" in await preview(story)
        await story.write("\n\n- a point, **strong**")
        assert "• a point, strong" in await preview(story)
        assert "- a point, **strong**" in story.screen
        await story.press("f3")
        assert "• a point" not in story.screen
        await story.press("f3")
        assert "• a point" in await preview(story)
        await story.press("ctrl+s")
        assert "Between you" in story.screen


async def test_narrower_a_key_turns_from_writing_to_reading_and_back(open_story: OpenStory) -> None:
    async with open_story(person("Ada", about="- one")) as story:
        await story.press("2", "enter", "e")
        await story.write("\n- two")
        assert not story.app.screen.query_one("#preview").display
        await story.press("f3")
        assert "• two" in await preview(story)
        assert "This is how it reads" in story.screen
        await story.press("x", "ctrl+z")  # nothing is typed while one reads
        await story.press("escape")
        assert isinstance(story.app.focused, TextArea)
        await story.press("f3")
        await story.resize(*WIDE)
        assert isinstance(story.app.focused, TextArea)
        assert "• two" in await preview(story)
        await story.press("ctrl+s")
        assert story.rows("people")[0]["about"] == "- one\n- two"


async def test_long_notes_hold_nothing_up_and_the_preview_is_where_the_cursor_is(open_story: OpenStory) -> None:
    assert len(LONG) > 100_000
    async with open_story(person("Grace", about=LONG), size=WIDE) as story:
        await story.press("2", "enter")
        assert "enter reads all of it" in story.screen
        await story.press("e")
        assert "we have always done it this way" in await preview(story)
        area = story.app.screen.query_one(TextArea)
        area.move_cursor((0, 0))
        assert "Part 0" in await preview(story)
        row = area.text.split("\n").index("## Part 55")
        area.move_cursor((row, 0))
        assert "Part 55" in await preview(story)
        await story.press("escape", "enter")
        await story.settle()
        assert "Part 0" in story.words
        await story.press("G")
        assert "Part 0" not in story.words
        assert "we have always done it this way" in story.words
        await story.press("e")
        assert isinstance(story.app.focused, TextArea)


@pytest.mark.parametrize("cursor", [0, 1, 500, 50_000, len(LONG) - 1, len(LONG)])
def test_the_preview_renders_what_is_around_the_cursor_and_no_more(cursor: int) -> None:
    lines, at = around(LONG, cursor, 58)
    assert 0 <= at < len(lines) < 400
    here = LONG[max(0, LONG.rfind("\n", 0, cursor)) : cursor].strip(" \n#->*.0123456789")[:20]
    seen = "\n".join(plain_words(line) for line in lines[max(0, at - 12) : at + 12])
    assert here.split("*")[0] in seen


@pytest.mark.parametrize("text", ["", "\n\n", "word " * 5000, "- a\n" * 3000, "```\n" * 100, *NASTY])
def test_whatever_is_written_the_preview_knows_a_line(text: str) -> None:
    for cursor in (0, len(text) // 2, len(text)):
        lines, at = around(text, cursor, 20)
        assert 0 <= at <= len(lines)


def test_the_beginning_of_notes_does_not_render_all_of_them() -> None:
    whole_notes("", 10)
    lines = notes(person("Grace", about=LONG), 58, most=8, more="… enter reads all of it")
    assert len(lines) == 10
    assert plain_words(lines[-1]).strip() == "… enter reads all of it"
    assert plain_words(notes(person("Ada", about="one"), 58, most=8)[-1]).strip() == "one"
