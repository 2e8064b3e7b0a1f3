r"""A whole line taken apart: `[group.]NAME[;parameter]...:value`, of vCard 2.1, 3.0 and 4.0.

Rules: vCard 2.1 section 2.1 (quoted-printable, charsets, parameters without a name), RFC 2425 5.8 and RFC 6350 3.3
(quoted parameters), RFC 6868 (`^n` in them). Linear in the length of the line.
"""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from givenet_tui.exchange.text import decoded
from givenet_tui.exchange.unfolding import Unfolded

_NAME = re.compile(r"[A-Z0-9_-]+", re.ASCII)
_OLD_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"}
_OLD_VALUES = {"INLINE", "URL", "CONTENT-ID", "CID"}
_CARETS = {"^n": "\n", "^N": "\n", "^^": "^", "^'": '"'}


@dataclass(frozen=True, slots=True)
class ContentLine:
    """A line taken apart. `value` is decoded but still escaped, as `written` is, which any 3.0 reader takes."""

    number: int
    name: str
    value: str
    written: str
    group: str = ""
    parameters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    old: bool = False


def parse(line: Unfolded) -> ContentLine | None:
    """The line taken apart; None when it is no content line (`[group.]NAME[;parameter…]:value`)."""
    colon = _colon(line.data)
    if colon < 0:
        return None
    first, *rest = _outside_quotes(line.data[:colon].decode("utf-8", "replace"), ";")
    group, _, name = first.strip().rpartition(".")
    if not _NAME.fullmatch(name.upper()):
        return None
    parameters, bare = _parameters(rest, line.old)
    charset = parameters.pop("CHARSET", ("",))[0]
    value = line.data[colon + 1 :]
    encoding = parameters.get("ENCODING", ("",))[0].upper()
    quoted = encoding == "QUOTED-PRINTABLE"
    if quoted or encoding in {"7BIT", "8BIT"}:
        del parameters["ENCODING"]
    text = _escaped(decoded(binascii.a2b_qp(value), charset)) if quoted else decoded(value, charset)
    if quoted or charset or bare or line.old:
        # So that the line can stand in a card of 3.0 or 4.0, which know neither quoted-printable nor charsets.
        written = f"{group + '.' if group else ''}{name}{_written(parameters)}:{text}"
    else:
        written = decoded(line.data)
    return ContentLine(line.number, name.upper(), text, written, group, parameters, line.old)


def _colon(data: bytes) -> int:
    """The colon before the value: the first outside quotes, or the first at all where quotes do not close."""
    first = colon = data.find(b":")
    quote = data.find(b'"')
    while 0 <= quote < colon:
        close = data.find(b'"', quote + 1)
        if close < 0:
            return first
        if colon < close:
            colon = data.find(b":", close)
        quote = data.find(b'"', close + 1)
    return colon if colon >= 0 else first


def _outside_quotes(text: str, separator: str) -> list[str]:
    """The text parted at separators that stand outside double quotes, and the quotes taken away."""
    parts: list[list[str]] = [[]]
    for index, stretch in enumerate(text.split('"')):
        if index % 2:
            parts[-1].append(stretch)
            continue
        head, *tail = stretch.split(separator)
        parts[-1].append(head)
        parts.extend([part] for part in tail)
    return ["".join(part) for part in parts]


def _parameters(parts: list[str], old: bool) -> tuple[dict[str, tuple[str, ...]], bool]:
    """Parameters by name in capitals, `TYPE` parted at commas; and whether some had no name, as in 2.1."""
    gathered: dict[str, list[str]] = {}
    bare = False
    for part in parts:
        name, equals, value = part.partition("=")
        name = name.strip().upper()
        if not equals:
            if not name:
                continue
            bare, value = True, part.strip()
            name = "ENCODING" if name in _OLD_ENCODINGS else "VALUE" if name in _OLD_VALUES else "TYPE"
        if "^" in value and not old:
            value = re.sub(r"\^[nN^']", lambda found: _CARETS[found[0]], value)
        # Quoted or not: writers of 4.0 put a whole list between quotes, TYPE="work,voice".
        gathered.setdefault(name, []).extend(value.split(",") if name == "TYPE" else [value])
    return {name: tuple(values) for name, values in gathered.items()}, bare


def _written(parameters: Mapping[str, tuple[str, ...]]) -> str:
    """The parameters as 3.0 and 4.0 write them, each behind a semicolon."""
    text = ""
    for name, values in parameters.items():
        value = ",".join(values)
        if name == "ENCODING" and value.upper() == "BASE64":
            value = "b"  # RFC 2426 knows no other word for it
        value = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
        text += f';{name}="{value}"' if name != "TYPE" and re.search("[,;:]", value) else f";{name}={value}"
    return text


def _escaped(text: str) -> str:
    r"""Quoted-printable text as 3.0 writes it: breaks as `\n`, and `\\` for a backslash that escapes nothing in 2.1."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\\[\\;,:]|[\\\n]", lambda found: {"\\": r"\\", "\n": r"\n"}.get(found[0], found[0]), text)
