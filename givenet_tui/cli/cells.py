"""Text measured in the cells of a terminal, without loading what draws the app."""

import unicodedata

from givenet_tui import plain


def cells(text: str) -> int:
    """How many cells a text takes: none for marks that combine, two for wide letters."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def head(text: str, width: int) -> str:
    """As much of the beginning of a text as `width` cells hold."""
    room = width
    for number, letter in enumerate(text):
        room -= _cells_of(letter)
        if room < 0:
            return text[:number]
    return text


def padded(text: str, width: int) -> str:
    """The text with spaces up to `width` cells; a longer one stays as it is."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int) -> list[str]:
    """A user's text in harmless lines of at most `width` cells, broken between words where that can be."""
    lines: list[str] = []
    for paragraph in plain.block(text).split("\n"):
        lines += _wrapped(paragraph, max(8, width))
    return lines


def _wrapped(paragraph: str, width: int) -> list[str]:
    """In one go from left to right: a note may hold a hundred thousand letters without a space."""
    if cells(paragraph) <= width:
        return [paragraph.rstrip()]
    lines, line, used = [], "", 0
    for word in paragraph.split(" "):
        size = cells(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, width) if size > width else [word]
        lines += full
        used = cells(line)
    return [*lines, line]


def _broken(word: str, width: int) -> list[str]:
    """A word longer than a line, such as an address, in pieces that fit."""
    pieces, start, room = [], 0, width
    for number, letter in enumerate(word):
        size = _cells_of(letter)
        if size > room:
            pieces.append(word[start:number])
            start, room = number, width
        room -= size
    return [*pieces, word[start:]]
