"""Text made harmless: nothing reaches the terminal but what can be seen."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui import plain
from tests.hostile import CONTROL, HOSTILE, NASTY, SURROGATES

ALL = [*HOSTILE.values(), *NASTY, *SURROGATES]
ANY = st.text(st.characters()) | st.text(st.sampled_from("ab \t\r\n\x00\x1b\x7f\x85\u2028\u202e\u2066\u200d\ud800…"))
each = pytest.mark.parametrize("text", ALL, ids=lambda text: ascii(text[:20]))


@each
def test_no_hostile_text_gets_a_control_character_to_the_terminal(text: str) -> None:
    assert not CONTROL.search(plain.line(text)) and "\n" not in plain.line(text)
    assert not CONTROL.search(plain.block(text))
    assert not CONTROL.search(plain.one_for_one(text)) and "\n" not in plain.one_for_one(text)


@given(ANY)
def test_no_text_at_all_gets_a_control_character_to_the_terminal(text: str) -> None:
    assert not CONTROL.search(plain.line(text)) and "\n" not in plain.line(text)
    assert not CONTROL.search(plain.block(text))
    assert not CONTROL.search(plain.one_for_one(text)) and "\n" not in plain.one_for_one(text)


def test_every_character_on_its_own_is_harmless() -> None:
    left = [code for code in range(0x3000) if CONTROL.search(plain.line(f"a{chr(code)}b"))]
    assert left == []


@given(ANY, st.integers(1, 40))
def test_what_is_harmless_is_left_alone_a_second_time(text: str, limit: int) -> None:
    for harmless in (plain.line, plain.block):
        assert harmless(harmless(text, limit), limit) == harmless(text, limit)
        assert len(harmless(text, limit)) <= limit


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), max_size=2000))
def test_text_without_controls_is_unchanged(text: str) -> None:
    assert plain.line(text) == plain.block(text) == plain.one_for_one(text) == text


@given(ANY)
def test_a_field_in_which_text_is_edited_keeps_its_columns(text: str) -> None:
    assert len(plain.one_for_one(text)) == len(text)


@given(ANY)
def test_no_letter_is_lost(text: str) -> None:
    letters = re.sub(r"[^ab]", "", text)
    assert re.sub(r"[^ab]", "", plain.line(text)) == letters == re.sub(r"[^ab]", "", plain.block(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\x9b31m", "‹U+009B›31m"),
        ("invoice\u202egpj.exe", "invoice‹U+202E›gpj.exe"),
        ("one\ntwo", "one two"),
        ("one\r\n\r\n  two\n", "one two"),
        ("one\rtwo", "one two"),
        ("one\ttwo", "one two"),
        ("one\u2028two", "one‹U+2028›two"),
        ("\ud800", "‹U+D800›"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("  spaces stay  ", "  spaces stay  "),
        ("\n\n", ""),
    ],
)
def test_a_line_shows_what_was_hidden(text: str, line: str) -> None:
    assert plain.line(text) == line


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("a\tb", "a   b"),
        ("one\n\x1b[2J", "one\n␛[2J"),
        ("\u2066a", "‹U+2066›a"),
    ],
)
def test_a_block_keeps_its_breaks(text: str, block: str) -> None:
    assert plain.block(text) == block


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    assert plain.line("abcdef", 4) == "abc…"
    assert plain.line("abcd", 4) == "abcd"
    assert plain.line("\u202e" * 3, 10) == "‹U+202E›‹…"
    assert len(plain.line("x" * 100_000)) == plain.LINE_LIMIT
    assert len(plain.block("x\n" * 100_000)) == plain.BLOCK_LIMIT


def test_no_long_text_takes_long() -> None:
    start = time.perf_counter()
    for text in ALL:
        plain.line(text)
    assert time.perf_counter() - start < 0.5
