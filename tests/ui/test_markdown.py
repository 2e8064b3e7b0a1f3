"""Notes are read rendered, and lose no word by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui import plain
from givenet_tui.tones import plain_words
from givenet_tui.ui import present
from givenet_tui.ui.drawing.markdown import markdown
from tests.hostile import CONTROL, HOSTILE


def test_headings_lists_quotes_and_emphasis_are_drawn_without_their_marks() -> None:
    text = "# Ada\n\nMet at the **Royal** *Society*.\n\n- likes `tea`\n- rides\n  1. at dawn\n\n> A quote\n\n---\nend"
    lines = [list(line) for line in markdown(text, 40)]
    assert [plain_words(line) for line in lines] == [
        "Ada", "Met at the Royal Society.", "", "• likes tea", "• rides", "  1. at dawn", "", "│ A quote", "",
        "─" * 20, "", "end",
    ]  # fmt: skip
    assert lines[0] == [("Ada", "heading")]
    assert ("Royal", "name") in lines[1]
    assert ("Society", "words") in lines[1]


def test_a_long_line_is_broken_between_words_and_a_long_word_inside() -> None:
    lines = [plain_words(line) for line in markdown("one two **three four** " + "x" * 30, 12)]
    assert lines == ["one two", "three four", "x" * 12, "x" * 12, "x" * 6]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_notes_are_drawn_in_their_width(name: str) -> None:
    for line in markdown(HOSTILE[name][:5000], 30):
        drawn = "".join(plain.line(text) for text, _ in line)
        assert not CONTROL.search(drawn)
        assert present.cells(drawn) <= 30 or "\u200d" in HOSTILE[name]


@given(st.lists(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1), min_size=1))
def test_no_word_is_lost(words: list[str]) -> None:
    drawn = "".join(plain_words(line) for line in markdown(" ".join(words), 20))
    assert drawn.replace(" ", "") == "".join(words)
