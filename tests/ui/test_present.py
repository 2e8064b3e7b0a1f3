"""What is drawn from users' text: never markup, never a control sequence, never wider than it may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.app import App, ComposeResult
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from givenet_tui.ui import present
from tests.hostile import CONTROL, HOSTILE, NASTY, SURROGATES

ALL = [*HOSTILE.values(), *NASTY, *SURROGATES]
ANY = st.text() | st.text(st.sampled_from("ab  \n漢é\u0301\u200d👩❤\ufe0f\x1b[/]"))
BOLD, RED, GROUND = Style(bold=True), Style(color="red"), Style(bgcolor="blue")
each = pytest.mark.parametrize("text", ALL, ids=lambda text: ascii(text[:20]))


@each
def test_no_hostile_text_is_read_as_markup_or_reaches_the_terminal(text: str) -> None:
    for content in (present.text(text, "bold"), present.lines(text), present.joined(text, (text, "bold"))):
        assert not CONTROL.search(content.plain)
        assert all(span.style == "bold" for span in content.spans)
    assert not CONTROL.search(present.strip([(text, BOLD)], 40).text)
    assert not CONTROL.search("\n".join(present.wrap(text, 20)))
    assert not CONTROL.search(present.cut(text, 20) + present.padded(text, 20) + present.toast(text))


def test_a_long_toast_says_its_beginning_and_its_end_in_one_line() -> None:
    said = present.toast("Ada\n" * 1000 + ": in the trash")
    assert said.startswith("Ada Ada")
    assert said.endswith("Ada : in the trash")
    assert len(said) <= present.TOAST_LIMIT
    assert "\n" not in said


def test_brackets_are_drawn_as_they_stand() -> None:
    assert present.text("[b]Ada[/b]", "italic").plain == "[b]Ada[/b]"
    assert present.joined("[/] ", ("[red", "bold"), Content(" x")).plain == "[/] [red x"


@each
def test_a_strip_is_just_as_wide_as_it_was_asked_to_be(text: str) -> None:
    for width in (1, 7, 40):
        strip = present.strip([(text, BOLD), (text, None), ("end", RED)], width, GROUND)
        assert sum(segment.cell_length for segment in strip) == strip.cell_length == width


@given(st.lists(st.tuples(ANY, st.sampled_from([BOLD, RED, None])), max_size=5), st.integers(0, 30))
def test_any_pieces_fill_a_strip(pieces: list[tuple[str, Style | None]], width: int) -> None:
    strip = present.strip(pieces, width, GROUND)
    assert sum(segment.cell_length for segment in strip) == strip.cell_length == width


@given(ANY, st.integers(0, 30))
def test_a_cut_text_is_never_wider_than_the_place_for_it(text: str, width: int) -> None:
    assert cell_len(present.cut(text, width)) <= width
    assert cell_len(present.padded(text, width)) == cell_len(present.padded(text, width, right=True)) == width


@given(ANY, st.integers(2, 30))
def test_wrapped_lines_fit_and_no_word_is_lost(text: str, width: int) -> None:
    wrapped = present.wrap(text, width)
    assert all(cell_len(line) <= width for line in wrapped)
    assert "".join("".join(wrapped).split()) == "".join(present.lines(text).plain.split())


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("Ada Lovelace", 12, "Ada Lovelace"),
        ("Ada Lovelace", 11, "Ada Lovela…"),
        ("Ada Lovelace", 5, "Ada…"),
        ("Ada    ", 4, "Ada"),
        ("漢字漢字", 5, "漢字…"),
        ("漢字漢字", 4, "漢…"),
        ("Ada", 0, ""),
        ("Ada", 1, "…"),
        ("one\ntwo", 20, "one two"),
    ],
)
def test_what_does_not_fit_ends_in_an_ellipsis(text: str, width: int, cut: str) -> None:
    assert present.cut(text, width) == cut


def test_text_moves_to_the_right_of_its_place() -> None:
    assert present.padded("9", 3, right=True) == "  9"
    assert present.padded("9", 3) == "9  "


def test_lines_break_between_words_and_a_long_word_goes_over_several() -> None:
    assert present.wrap("the quick brown\n\n  fox", 10) == ["the quick", "brown", "", "  fox"]
    assert present.wrap("a Donaudampfschiff", 6) == ["a", "Donaud", "ampfsc", "hiff"]
    assert present.wrap("漢字漢字 x", 5) == ["漢字", "漢字", "x"]
    assert present.wrap("", 10) == [""]
    assert present.wrap("漢字", 1) == ["漢", "字"]


def test_a_strip_cuts_the_row_and_keeps_the_style_of_each_piece() -> None:
    strip = present.strip([("Ada ", BOLD), ("Lovelace", RED)], 8, GROUND)
    assert [(segment.text, segment.style) for segment in strip] == [("Ada ", GROUND + BOLD), ("Lov…", GROUND + RED)]


def test_a_strip_that_is_full_still_says_that_something_comes_after() -> None:
    assert present.strip([("Ada", BOLD), ("x", RED)], 3).text == "Ad…"
    assert present.strip([("Ada", BOLD), ("   ", RED)], 3).text == "Ada"
    assert present.strip([("Ada", BOLD), ("", RED)], 5).text == "Ada  "


class _Row(Widget):
    def render_line(self, y: int) -> Strip:
        return present.strip([(ALL[y % len(ALL)], BOLD)], self.size.width)


class _Shown(App[None]):
    CSS = "_Row { height: 20; }"

    def compose(self) -> ComposeResult:
        yield _Row()
        yield Static(id="static")


async def test_textual_draws_every_hostile_text_without_a_control_character() -> None:
    app = _Shown()
    async with app.run_test(size=(80, 40)) as pilot:
        for text in ALL:
            app.query_one("#static", Static).update(present.lines(text[:500], "bold"))
            app.notify(present.toast(text), markup=False)
            await pilot.pause()
            app.clear_notifications()
            for strip in app.screen._compositor.render_strips():
                assert not CONTROL.search(strip.text)
