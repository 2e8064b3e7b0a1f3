r"""The lines of which vCards and calendars are made: RFC 2425 5.8.1, RFC 5545 3.1, 3.3.11.

A carriage return has no spelling there: a break is `\n` whichever it was.
"""

from collections.abc import Iterable

WIDTH = 75
"""Bytes of a physical line, without its end."""


def escaped(text: str) -> str:
    """The text as a value, in which commas and semicolons part nothing."""
    return in_one_line(text.replace("\\", "\\\\")).replace(",", "\\,").replace(";", "\\;")


def in_one_line(text: str) -> str:
    r"""The text with `\n` for each break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def written(lines: Iterable[str]) -> bytes:
    """Whole lines as a file has them."""
    return b"".join(map(folded, lines))


def folded(line: str) -> bytes:
    """A line in UTF-8, folded where it is too long, and never inside a character."""
    data = line.encode("utf-8", "replace")
    pieces, begin, room = [], 0, WIDTH
    while len(data) - begin > room:
        end = begin + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[begin:end])
        begin, room = end, WIDTH - 1
    return b"\r\n ".join([*pieces, data[begin:]]) + b"\r\n"
