"""Every text can be read: in our own themes, in those of Textual, and without colour at all."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from givenet_tui.demo import demo_book
from givenet_tui.ui.contrast import ENOUGH, ratio
from givenet_tui.ui.themes import CONTRAST, DARK, LIGHT, THEMES, meanings
from givenet_tui.ui.widgets.key_bar import KeyBar
from givenet_tui.ui.widgets.page import LOOKS
from tests.factories import TODAY
from tests.ui.conftest import OpenStory, Story

GROUNDS = ("background", "surface", "panel", "cursor", "cursor-calm", "bar", "bar-here")
TEXTS = {colour for colour, _ in LOOKS.values()} - {"faint"}
"""What words are drawn in. What is faint is a mark that is not there yet, or a key that can do nothing now."""
BY_NAME = {theme.name: theme for theme in THEMES}


def colours(theme: Theme) -> dict[str, Color]:
    """A theme's own table, with what it leaves to be worked out."""
    variables = theme.to_color_system().generate()
    whole = meanings(variables) | variables | theme.variables
    return {name: Color.parse(whole[name]) for name in (*TEXTS, *GROUNDS, "faint", "error")}


def least(theme: Theme, texts: set[str], grounds: tuple[str, ...] = GROUNDS) -> tuple[float, str, str]:
    known = colours(theme)
    return min((ratio(known[text], known[ground]), text, ground) for text in texts for ground in grounds)


@pytest.mark.parametrize(("name", "needed"), [(DARK, 4.5), (LIGHT, 4.5), (CONTRAST, 7)])
def test_every_text_of_our_own_themes_stands_out_from_every_ground(name: str, needed: float) -> None:
    theme = BY_NAME[name]
    assert set(theme.variables) >= TEXTS - {"foreground"}
    found, text, ground = least(theme, TEXTS | {"error"})
    assert found >= needed, (text, ground)


def test_in_high_contrast_even_what_is_faint_can_be_read() -> None:
    assert (BY_NAME[CONTRAST].background, BY_NAME[CONTRAST].foreground) == ("#000000", "#ffffff")
    assert least(BY_NAME[CONTRAST], {"faint"})[0] >= 7


@pytest.mark.parametrize("name", [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi])
def test_every_text_can_be_read_in_the_themes_of_textual(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    known = colours(theme)
    whole = min(ratio(known["foreground"], known[ground]) for ground in ("surface", "cursor"))  # some have no more
    found, text, ground = least(theme, TEXTS, ("background", "surface", "cursor"))
    assert found >= min(ENOUGH, whole), (text, ground)


@pytest.mark.parametrize("name", [name for name, theme in BUILTIN_THEMES.items() if theme.ansi])
def test_a_theme_in_the_terminals_own_colours_gets_those(name: str) -> None:
    variables = BUILTIN_THEMES[name].to_color_system().generate()
    assert set(meanings(variables)) >= TEXTS - {"foreground"}
    assert {Color.parse(value).ansi is not None for value in meanings(variables).values()} == {True}


# --- without colour ------------------------------------------------------------------------------


def told_without_colour(story: Story) -> list[list[tuple[str, bool, bool]]]:
    """The screen as who sees no colour is told it: row by row the texts, whether bold, whether struck."""
    strips = story.app.screen._compositor.render_strips()
    return [
        [(text, bool(style and style.bold), bool(style and style.strike)) for text, style, _ in strip]
        for strip in strips
    ]


@pytest.mark.parametrize("way", [("1",), ("2",), ("2", "enter"), ("3",), ("4",), ("ctrl+f",)])
async def test_without_colour_a_mark_says_where_the_cursor_is(
    open_story: OpenStory, monkeypatch: pytest.MonkeyPatch, way: tuple[str, ...]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_story(book=demo_book(TODAY)) as story:
        assert story.app.no_color
        await story.press(*way)
        if way == ("ctrl+f",):
            await story.write("school")
        here = [row for row in story.screen.splitlines() if "▌" in row]
        await story.press("down")
        now = [row for row in story.screen.splitlines() if "▌" in row]
        assert here
        assert now
        assert here != now


async def test_without_colour_a_key_that_works_is_bold_and_one_that_does_not_is_not(
    open_story: OpenStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_story(book=demo_book(TODAY), size=(240, 40)) as story:
        await story.press("3", "tab", "j", "j")
        bar = story.app.screen.query_one(KeyBar)
        bold = {text.strip() for text, is_bold, _ in told_without_colour(story)[-1] if is_bold}
        assert {key.works for key in bar.keys} == {True, False}
        assert [key.key in bold for key in bar.keys] == [key.works for key in bar.keys]


async def test_without_colour_quiet_dots_ticks_and_what_is_closed_are_told_by_signs(
    open_story: OpenStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_story(book=demo_book(TODAY), size=(120, 36)) as story:
        assert "Raise up ●●●○○ 3/5" in story.screen
        assert "━" in story.screen
        assert "14 of 20 touches" in story.screen
        await story.press("j", "space", "y")
        assert "✓" in story.screen
        await story.press("2")
        assert "○ Alan Turing" in story.screen
        assert "● Annie Easley" in story.screen
        struck = [text for row in told_without_colour(story) for text, _, is_struck in row if is_struck]
        assert any("flying-machine" in text for text in struck)
        await story.press("tab")
        assert "▌ Ada Lovelace" in story.screen
