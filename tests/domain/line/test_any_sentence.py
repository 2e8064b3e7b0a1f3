"""Whatever is typed: nothing raises, and no word is lost that is not grammar."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givenet_tui.domain.book import Book
from givenet_tui.domain.line.names import Names, bare
from givenet_tui.domain.line.read import read_line
from givenet_tui.domain.line.readings import Line, Reading, Understood
from givenet_tui.domain.line.said import in_words
from givenet_tui.domain.line.words import GRAMMAR
from tests.domain.line.people import BOOK, NAMES, read
from tests.domain.line.sentences import MEANT, NOT_UNDERSTOOD
from tests.factories import TODAY, aspiration, person, touch
from tests.hostile import HOSTILE, NASTY, SURROGATES

EVERY = [*HOSTILE.values(), *NASTY, *SURROGATES]
TYPED = [sentence for sentence, *_ in (*MEANT, *NOT_UNDERSTOOD)]
WORDS = sorted({word for sentence in TYPED for word in sentence.split()} | {"12:30", "a,b", "x;", ",", "::", "#", "#1"})
SENTENCES = (
    st.lists(st.sampled_from([*WORDS, *NASTY]), max_size=12).map(" ".join)
    | st.text(max_size=60)
    | st.tuples(st.sampled_from(TYPED), st.text(max_size=12), st.sampled_from(TYPED)).map(" ".join)
)
_TAG = re.compile(r"#([^\W\d][\w/-]*)\W*")


def words_of(text: str) -> Iterator[str]:
    """The words to compare: without what parts them, and a tag without its mark."""
    for word in re.split(r"[\s,;:]+", text):
        tag = _TAG.fullmatch(word)
        known = re.sub("['’]s$", "", bare(tag[1] if tag else word)).strip("<>.")
        if known.strip(".:!?\"“”'‘’()…„"):
            yield known


def lost(sentence: str, line: Understood, reading: Reading) -> set[str]:
    """Words that are neither kept nor read."""
    emails = [one for some in reading.emails for one in some]
    parts = [reading.text, line.day_typed, reading.where, *reading.names, *emails, *(name.typed for name in line.whom)]
    kept = Counter(word for part in parts for word in words_of(part))
    left = Counter(words_of(sentence)) - kept
    return {word for word in left if word not in GRAMMAR} - {word for tag in reading.tags for word in words_of(tag)}


def check(sentence: str, line: Line) -> None:
    if isinstance(line, Understood):
        for reading in line.readings:
            assert lost(sentence, line, reading) == set(), (sentence, line)
            assert in_words(BOOK, reading, TODAY)
    else:
        assert line.sentence


@pytest.mark.parametrize("sentence", TYPED)
def test_no_word_of_a_sentence_is_lost(sentence: str) -> None:
    check(sentence, read(sentence))


@settings(max_examples=400, deadline=None)
@given(SENTENCES)
def test_no_text_raises_and_no_word_is_lost(sentence: str) -> None:
    check(sentence, read(sentence))


@pytest.mark.parametrize("text", EVERY)
def test_hostile_words_are_kept_to_the_letter(text: str) -> None:
    check(text, read(text))
    line = read(f"Grace:{text}")
    check(f"Grace:{text}", line)
    for sentence in (f"lunch with Grace {text}", f"Grace dreams of {text}", f"offer Grace: {text}", f"add {text}"):
        check(sentence, read(sentence))
    if isinstance(line, Understood) and not line.day_typed and not line.readings[0].tags:
        assert line.readings[0].text == text.strip()


def test_people_of_hostile_names_are_named_and_stay_harmless() -> None:
    everyone = [person(text, nickname=text, tags=(text,)) for text in EVERY]
    book = Book([*everyone, *(touch(one, text=one.name) for one in everyone), *(aspiration(one) for one in everyone)])
    names = Names(book)
    for one in everyone:
        called = " ".join(one.name[:100].split()[:3])
        for sentence in (f"lunch with {called}", f"{called}: tea", f"{called} dreams of tea"):
            line = read_line(sentence, names, TODAY)
            assert not isinstance(line, Understood) or all(reading.people for reading in line.readings)
    assert isinstance(read_line("lunch with Ada [Countess] Lovelace", names, TODAY), Understood)


def test_the_names_of_a_book_are_the_same_however_they_are_written() -> None:
    assert NAMES.fitting(["ZOE"]) == NAMES.fitting(["Zoë"]) == NAMES.fitting(["Zoe\u0308"]) != ()
