"""Text as it is searched: without accents and capitals; and the words around what was found in it."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_LATIN_MARKS = re.compile("[\u0300-\u036f]+")
_UNDECOMPOSED = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"}
_CHUNK = 256


def fold(text: str) -> str:
    """The text without accents and capitals, so that `lukasz` finds Łukasz. What two texts give stands side by side
    in what both give together, so that a place in the one can be found in the other."""
    if text.isascii():
        return text.lower()
    text = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", text))
    if text.isascii():  # nearly always: this way is twice as quick
        return text.lower()
    for mark in filter(unicodedata.combining, set(text)):
        text = text.replace(mark, "")
    text = text.casefold()
    for letter, plain in _UNDECOMPOSED.items():
        text = text.replace(letter, plain)
    return text


def searched(text: str) -> str:
    """The text as words are looked for in it: folded, and a phrase may go over the end of a line."""
    return fold(text).replace("\n", " ")


class Excerpt(NamedTuple):
    """Some words of a text: what was met, and what stands around it."""

    before: str
    met: str
    after: str


def excerpt(text: str, words: Iterable[str], room: int) -> Excerpt:
    """Where the first of the folded words is met, with some of what stands before it, and `room` letters after.

    What is left out before is …; a text in which no word is met begins at its beginning.
    """
    folded = searched(text)
    start, length = min(((at, len(word)) for word in words if word and (at := folded.find(word)) >= 0), default=(0, 0))
    end = start + length
    if not text.isascii():
        start, end = _place(text, start), _place(text, end - 1) + 1 if length else _place(text, start)
    begin = max(0, start - max(0, room) // 3)
    if begin:
        spaces = (at for at in range(begin - 1, start) if text[at].isspace())
        begin = next(spaces, start - 1) + 1
    before = ("…" if begin else "") + text[begin:start]
    return Excerpt(before, text[start:end], text[end : end + max(0, room)])


def _place(text: str, at: int) -> int:
    """Which letter of the text gave the one that stands there when it is folded; the text's end, when none did."""
    for begin in range(0, len(text), _CHUNK):
        chunk = text[begin : begin + _CHUNK]
        size = len(fold(chunk))
        if at < size:
            for number, letter in enumerate(chunk):
                at -= len(fold(letter))
                if at < 0:
                    return begin + number
        at -= size
    return len(text)
