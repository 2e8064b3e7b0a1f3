"""The file taken apart with care: slower than `layout.split`, but it takes what Python's json takes, sees what stands
there twice, and knows which byte of which record is at fault."""

import codecs
import json
import re
from collections.abc import Iterator

_BLANK = " \t\r\n"
_BLANKS = re.compile(f"[{_BLANK}]*")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)  # only the ends of things matter
_NOTHING = b" \t\r\n\0"
_PIECE = 1 << 20


class Fault(Exception):
    """What is wrong with the file, in words that follow “is damaged:”."""


def check_text(data: bytes) -> None:
    """Fault when the file is empty, or not UTF-8: naming the byte."""
    if not data[:4096].strip(_NOTHING) and not data.strip(_NOTHING):
        raise Fault(f"it holds nothing but {len(data)} blank bytes" if data else "it is empty")
    if data.startswith(codecs.BOM_UTF8):
        raise Fault("it begins with a byte order mark, which some editor put there: save it as UTF-8 without one")
    if data.isascii():
        return
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _PIECE):  # in pieces: the whole text at once may take four times the memory
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(data[start : start + _PIECE], final=start + _PIECE >= len(data))
        except UnicodeDecodeError as error:
            raise Fault(f"byte {start - pending + error.start} is not UTF-8 text") from error


def scan(data: bytes) -> dict[str, list[tuple[str, bytes]]]:
    """By table, each record's key and its document byte for byte; what stands there twice comes twice. Else a Fault."""
    check_text(data)
    reader = _Reader(data.decode())
    tables: dict[str, list[tuple[str, bytes]]] = {}
    try:
        for name in reader.members():
            reader.inside = f" in {name}"
            rows = tables.setdefault(name, [])
            for key in reader.members():
                reader.inside = f" in {name} {key}"
                rows.append((key, reader.value()))
                reader.inside = f" after {name} {key}"
        if reader.next_one():
            reader.fail("the book ends, and something follows")
    except json.JSONDecodeError as error:
        reader.fail("it breaks off" if error.msg.startswith("Unterminated") else "it is no JSON", error.pos)
    except RecursionError:
        reader.fail("it is nested too deeply")
    return tables


class _Reader:
    """A place in the text, and the steps over it. `inside` says where that is, in words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.inside = ""

    def fail(self, what: str, at: int | None = None) -> None:
        """Raise the Fault, at a place in the text or here."""
        at = self.at if at is None else at
        if at >= len(self.text.rstrip(_BLANK)):
            what = "it breaks off"
        raise Fault(f"{what} at byte {len(self.text[:at].encode())}{self.inside}")

    def next_one(self) -> str:
        """The next character that is not blank; empty at the end."""
        blanks = _BLANKS.match(self.text, self.at)
        self.at = blanks.end() if blanks else self.at
        return self.text[self.at : self.at + 1]

    def expect(self, character: str, what: str) -> None:
        """Step over a character, or fail with `what` is wrong instead."""
        if self.next_one() != character:
            self.fail(what)
        self.at += 1

    def value(self) -> bytes:
        """Step over a value of any kind: its bytes."""
        self.next_one()
        start = self.at
        _, self.at = _DECODER.raw_decode(self.text, start)
        return self.text[start : self.at].encode()

    def members(self) -> Iterator[str]:
        """Step through an object: its keys. Whoever asks steps over the value before the next one."""
        self.expect("{", "a table or the book itself should begin")
        if self.next_one() == "}":
            self.at += 1
            return
        while True:
            if self.next_one() != '"':
                self.fail("a name in quotes should stand")
            name, self.at = _DECODER.raw_decode(self.text, self.at)
            self.expect(":", "a colon should stand")
            yield name
            if self.next_one() != ",":
                break
            self.at += 1
        self.expect("}", "a comma or a closing brace should stand")
