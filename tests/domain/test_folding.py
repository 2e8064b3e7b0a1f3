"""Text as it is searched, and the words around what was found."""

from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.folding import Excerpt, excerpt, fold
from tests.domain.random_books import many
from tests.hostile import HOSTILE


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Zürich", "zurich"),
        ("ÉMILE", "emile"),
        ("Łukasz", "lukasz"),
        ("Søren Æbelø", "soren aebelo"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁnd", "find"),
        ("ΟΔΟΣ", "οδοσ"),
        ("Việt", "viet"),
        ("日本", "日本"),
        ("e\N{COMBINING ACUTE ACCENT}", "e"),
        ("", ""),
    ],
)
def test_accents_and_capitals_are_set_aside(text: str, folded: str) -> None:
    assert fold(text) == folded


@many
@given(st.text())
def test_a_folded_text_has_no_marks_and_no_capitals(text: str) -> None:
    folded = fold(text)
    assert not any(combining(letter) for letter in folded)
    assert folded == folded.casefold()


@many
@given(st.text(), st.text())
def test_what_two_texts_give_stands_side_by_side_in_what_both_give_together(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


# --- what stands around a word -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "around"),
    [
        ("a school for girls", ["school"], ("a ", "school", " for girls")),
        ("a school for girls", ["girls", "school"], ("a ", "school", " for girls")),
        ("we talked long about the School she wants", ["school"], ("…the ", "School", " she wants")),
        ("the Straße in Zürich", ["zurich"], ("…in ", "Zürich", "")),
        ("ﬁne ﬁsh", ["fish"], ("ﬁne ", "ﬁsh", "")),
        ("İİİ school", ["school"], ("İİİ ", "school", "")),
        ("nothing of the kind", ["school"], ("", "", "nothing of th")),
        ("one\ntwo", ["one two"], ("", "one\ntwo", "")),
        ("x" * 50 + "school", ["school"], ("…", "school", "")),
        ("", ["school"], ("", "", "")),
    ],
)
def test_some_words_stand_around_what_was_met(text: str, words: list[str], around: tuple[str, str, str]) -> None:
    assert excerpt(text, words, 13) == Excerpt(*around)


@many
@given(st.text(), st.text(min_size=1), st.text(), st.integers(-1, 30))
def test_the_word_is_shown_whole_whatever_stands_around_it(before: str, word: str, after: str, room: int) -> None:
    text, folded = before + word + after, fold(word).strip()
    around = excerpt(text, [folded], room)
    if folded:
        assert folded in fold(around.met).replace("\n", " ")
    assert "".join(around).removeprefix("…") in text


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_has_an_excerpt(name: str) -> None:
    around = excerpt(HOSTILE[name], ["zz", "x"], 40)
    assert len(around.before) + len(around.after) <= 60
