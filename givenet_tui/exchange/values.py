r"""Values of content lines: escapes, lists, labels, birthdays.

Rules: RFC 6350 3.4 and RFC 2426 4 (`\n \, \; \\`; `\:` as Apple writes it), RFC 6350 6.2.5 and ISO 8601 (birthdays).
"""

import re
from collections.abc import Iterable

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.exchange.content_lines import ContentLine

_ESCAPE = re.compile(r"\\([\\,;:nN])")
_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_DAY = re.compile(r"(?:(\d{4})-?|--)(\d{2})-?(\d{2})([T ].*)?", re.ASCII | re.DOTALL)
_NO_LABEL = {"pref", "internet", "voice", ""}
"""Types that tell nobody anything: every e-mail address is of the internet, every number takes a voice."""
NO_YEAR = "1604"
"""Apple's year that stands for none, with and without its parameter."""
_NO_YEARS = {"0000", NO_YEAR}
_LAST = 101
"""RFC 6350 5.3: preferences go from 1 to 100."""


def unescaped(text: str) -> str:
    """The text that an escaped value means. A backslash before anything else is one."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def parted(text: str, separator: str) -> list[str]:
    """An escaped value parted at its unescaped separators; the parts are still escaped."""
    if "\\" not in text:
        return text.split(separator)
    parts, begin = [], 0
    for found in re.finditer(rf"\\.|{re.escape(separator)}", text, re.DOTALL):
        if found[0] == separator:
            parts.append(text[begin : found.start()])
            begin = found.end()
    return [*parts, text[begin:]]


def components(line: ContentLine, lists: bool = False) -> list[str]:
    """The unescaped parts of a structured value (N, ADR, ORG). `lists`: commas part several words inside one."""
    parts = parted(line.value, ";")
    if lists and not line.old:  # 2.1 has no lists: its comma is a comma
        return [" ".join(_filled(parted(part, ","))) for part in parts]
    return [unescaped(part).strip() for part in parts]


def _filled(parts: Iterable[str]) -> list[str]:
    return [part for part in (unescaped(part).strip() for part in parts) if part]


def listed(line: ContentLine) -> list[str]:
    """The unescaped values of a list (CATEGORIES, NICKNAME), without the empty ones."""
    return _filled(parted(line.value, ","))


def types(line: ContentLine) -> list[str]:
    """The types that say something, in small letters: `work`, `cell`."""
    words = (word.strip().lower() for word in line.parameters.get("TYPE", ()))
    return list(dict.fromkeys(word for word in words if word not in _NO_LABEL))


def apple_label(text: str) -> str:
    """An X-ABLabel as a person reads it: `_$!<Work>!$_` is `work`, a label of their own stays as it is."""
    text = unescaped(text).strip()
    own = _APPLE.fullmatch(text)
    return own[1].lower() if own else text


def preference(line: ContentLine) -> int:
    """From 1, the most preferred, to 101 for a line without a preference."""
    if "pref" in (word.strip().lower() for word in line.parameters.get("TYPE", ())):
        return 1
    written = line.parameters.get("PREF", ("",))[0].strip()
    return min(int(written), _LAST) if re.fullmatch("[0-9]{1,3}", written) else _LAST


def birthday(line: ContentLine) -> tuple[Birthday | None, bool]:
    """The day that a BDAY names, if it names one, and whether that is all it says (no time of birth)."""
    match = _DAY.fullmatch(line.value.strip())
    if not match or line.parameters.get("VALUE", ("",))[0].upper() == "TEXT":
        return None, False
    year, month, day, time = match.groups()
    without = year in _NO_YEARS or year in line.parameters.get("X-APPLE-OMIT-YEAR", ())
    try:
        return Birthday(int(month), int(day), int(year) if year and not without else None), not time
    except ValueError:
        return None, False
