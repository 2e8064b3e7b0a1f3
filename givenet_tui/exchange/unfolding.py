"""Physical lines of vCard 2.1, 3.0 and 4.0 to whole ones.

Rules: vCard 2.1 section 2.1 (white space at a fold stays, soft breaks of quoted-printable), RFC 2425 5.8.1 and
RFC 6350 3.2 (one white space at a fold goes). Everything works on bytes, because a fold or a soft break may stand in
the middle of a character. Every step looks at each byte a fixed number of times: no line is slow.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_LINE = 4 * 1024 * 1024
"""Bytes of one unfolded line that is still kept: a large photo."""

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A whole line: where it begins (from 1), whether its card is of 2.1, and whether it was too long to keep."""

    number: int
    data: bytes
    old: bool = False
    cut: bool = False


def marker(piece: bytes) -> str:
    """`begin` or `end` for a physical line that opens or closes a card, else nothing."""
    if len(piece) > 80:
        return ""
    word = piece.upper().translate(None, b" \t")
    return {b"BEGIN:VCARD": "begin", b"END:VCARD": "end"}.get(word, "")


class _Gathering:
    """A line that is being unfolded."""

    def __init__(self, number: int, piece: bytes, old: bool) -> None:
        self.number, self.old, self.cut, self.ended = number, old, False, False
        self.line = bytearray()
        self._encoding: str | None = None
        self._searched = 0
        self._add(piece)

    def _add(self, piece: bytes) -> None:
        room = LONGEST_LINE - len(self.line)
        self.cut = self.cut or len(piece) > room
        self.line += piece[:room]
        self.soft = piece.rstrip(b" \t").endswith(b"=")

    def encoding(self) -> str:
        """What the parameters say about the value: `quoted-printable`, `base64` or nothing."""
        if self._encoding is None:
            colon = self.line.find(b":", self._searched)
            if colon < 0:
                self._searched = len(self.line)
                return ""
            words = {
                word.strip().removeprefix(b"ENCODING=") for word in bytes(self.line[:colon]).upper().split(b";")[1:]
            }
            soft, binary = b"QUOTED-PRINTABLE" in words, not words.isdisjoint({b"BASE64", b"B"})
            self._encoding = "quoted-printable" if soft else "base64" if binary else ""
        return self._encoding

    def takes(self, piece: bytes) -> bool:
        """Whether the next physical line belongs to this one; if so, it is added."""
        if not piece:
            # Outlook closes a value that ends in a soft break by an empty line, and base64 ends at one. A fold may
            # still follow: phones write empty lines between folded ones.
            self.ended = True
            return True
        soft = self.soft and not self.ended and self.encoding() == "quoted-printable"
        folded = piece[0] in b" \t"
        if soft and (folded or not marker(piece)):
            # The break is the `=` and white space after it. What follows is text, but a 3.0 writer folds as well.
            while self.line and self.line[-1] in b" \t":
                del self.line[-1]
            del self.line[-1:]
            self._add(piece[1:] if folded and not self.old else piece)
            return True
        if folded:
            self._add(piece if self._fold_is_text(piece) else piece[1:])
            return True
        if not self.ended and self.encoding() == "base64" and not piece.rstrip().translate(None, _BASE64):
            self._add(piece)
            return True
        return False

    def _fold_is_text(self, piece: bytes) -> bool:
        """In 2.1 a line folds at white space, which stays; inside a character it was folded as in 3.0."""
        if not self.old or self.encoding() == "base64":
            return False
        inside_a_character = self.line[-1:] >= b"\x80" and b"\x80" <= piece[1:2] < b"\xc0"
        return not inside_a_character

    def whole(self) -> Unfolded:
        return Unfolded(self.number, bytes(self.line), self.old, self.cut)


def unfold(data: bytes) -> Iterator[Unfolded]:
    """The lines of a file in UTF-8, unfolded; empty ones are left out. CRLF, LF and a lone CR all end a line."""
    gathering: _Gathering | None = None
    old = False
    for number, written in enumerate(io.BytesIO(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")), 1):
        piece = written.removesuffix(b"\n")
        if gathering is not None:
            if gathering.takes(piece):
                continue
            line = gathering.whole()
            if line.data[:8].upper() == b"VERSION:":
                old = line.data[8:].strip() == b"2.1"
            yield line
            gathering = None
        if marker(piece):
            old = False
            yield Unfolded(number, piece)
        elif piece.strip():
            gathering = _Gathering(number, piece.lstrip(b" \t"), old)
    if gathering is not None:
        yield gathering.whole()
