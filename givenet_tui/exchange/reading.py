"""A file of people, whatever kind it is: found out by what it holds, not by what it is called."""

import re

from givenet_tui.exchange.cards import TooManyCards
from givenet_tui.exchange.findings import LARGEST_FILE, Problem, Reading, UnreadableFile, too_many
from givenet_tui.exchange.linkedin import find_header, read_connections
from givenet_tui.exchange.text import as_utf8
from givenet_tui.exchange.vcard import read_vcards
from givenet_tui.exchange.zips import connections_in, is_zip

__all__ = ["Problem", "Reading", "UnreadableFile", "read"]

_CARD = re.compile(rb"(?:\A|[\r\n])[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?=[\r\n]|\Z)", re.IGNORECASE)
_HEAD = 4_000
_READS = "GiveNet reads vCard files (.vcf) and LinkedIn's Connections.csv, also in LinkedIn's ZIP."
_KINDS = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF"), "is a picture"),
    ((b"%PDF",), "is a PDF"),
    ((b"\xd0\xcf\x11\xe0",), "is an old Office file"),
    ((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh"), "is packed in a way that GiveNet does not open"),
    ((b"<",), "is a web page or another XML file"),
    ((b"{", b"["), "is a JSON file"),
)


def read(data: bytes, name: str) -> Reading:
    """The people of a file's bytes. `name` is what the file is called, for the sentences alone.

    Raises UnreadableFile, and nothing else, for bytes that are neither vCards nor LinkedIn's connections.
    """
    if len(data) > LARGEST_FILE:
        raise too_large(name)
    packed = is_zip(data)
    text = as_utf8(connections_in(data, name) if packed else data)
    if not text.strip(b" \t\r\n\0"):
        raise UnreadableFile(f"{name} is empty. Export your contacts once more.")
    if not packed and _CARD.search(text):
        try:
            return read_vcards(text)
        except TooManyCards:
            raise too_many(name) from None
    decoded = text.decode("utf-8", "replace")
    header = find_header(decoded)
    if header is None:
        raise UnreadableFile(f"{name} {_kind(text)}. {_READS}")
    return read_connections(decoded, header, name)


def too_large(name: str) -> UnreadableFile:
    """The error for a file beyond the bound."""
    limit = LARGEST_FILE // 1024 // 1024
    return UnreadableFile(f"{name} is larger than {limit} MB. Split it, or export your contacts without their photos.")


def _kind(data: bytes) -> str:
    """What a file that we do not read looks like, as the end of a sentence."""
    head = data[:_HEAD].lstrip()
    for beginnings, kind in _KINDS:
        if head.startswith(beginnings):
            return kind
    if b"\0" in head:
        return "is no text"
    first = head.split(b"\n")[0]
    if any(first.count(delimiter) >= 2 for delimiter in (b",", b";", b"\t")):
        return "is a CSV, but not LinkedIn's (it lacks First Name, Last Name or Connected On)"
    return "holds no contacts"
