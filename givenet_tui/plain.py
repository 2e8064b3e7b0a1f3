"""Text made harmless, str to str: what comes in from a file, a paste or another machine, fit for a terminal.

A contact's name can hold sequences that retitle the terminal, write its clipboard or paint over other text, and
characters that show a word backwards. The book keeps them; here they become visible marks: ␛, ‹U+202E›.
Joiners and variation selectors stay, since writing systems and emoji need them.
"""

import re

LINE_LIMIT = 2_000
"""What a line draws at most: terminals and widgets take a time that grows with the length."""
BLOCK_LIMIT = 100_000

UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""C0, DEL, C1, line and paragraph separators, bidi overrides and isolates, lone surrogates."""
_UNSAFE_IN_BLOCK = re.compile(UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))
_RETURN = re.compile("\r\n?")


def line(text: str, limit: int = LINE_LIMIT) -> str:
    """The text as one line of at most `limit` characters; a break becomes a space, what is cut ends in …."""
    if len(text) <= limit and text.isprintable():
        return text
    drawn = text[: limit + 1]
    if not drawn.isprintable():
        if "\n" in drawn or "\r" in drawn:
            parts = (part.strip(" \t") for part in _RETURN.sub("\n", drawn).split("\n"))
            drawn = " ".join(part for part in parts if part)
        drawn = UNSAFE.sub(_mark, drawn.replace("\t", " "))
    return _cut(drawn, limit, len(text) > limit)


def block(text: str, limit: int = BLOCK_LIMIT) -> str:
    """The text with its line breaks as `\\n`, of at most `limit` characters; what is cut ends in …."""
    if len(text) <= limit and text.isprintable():
        return text
    drawn = text[: limit + 1]
    if "\r" in drawn:
        drawn = _RETURN.sub("\n", drawn)
    if "\t" in drawn:
        drawn = drawn.expandtabs(4)
    return _cut(_UNSAFE_IN_BLOCK.sub(_mark, drawn), limit, len(text) > limit)


def one_for_one(text: str) -> str:
    """One character for each, so that columns stay: for fields in which the text is edited."""
    return text if text.isprintable() else UNSAFE.sub(_sign, text)


def _cut(text: str, limit: int, anyway: bool) -> str:
    if anyway or len(text) > limit:
        return text[: max(0, limit - 1)] + "…"
    return text


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x80:
        return _sign(match)
    return f"‹U+{code:04X}›"


def _sign(match: re.Match[str]) -> str:
    """The control picture of a character, as Unicode has them for C0 and DEL; � for the others."""
    code = ord(match[0])
    if code == 0x09:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"
