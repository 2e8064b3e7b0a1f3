"""`Ada, Grace: lunch at the mill`: who, before the first colon; what, after it."""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Logged(NamedTuple):
    """The names as they were typed, and the words, which may be empty."""

    names: tuple[str, ...]
    words: str


def read_log(text: str, known: Iterable[str] = ()) -> Logged:
    """The names before the first colon, parted by commas, and the words after it. Without a colon there are no words.

    Names that are empty are left out; so there may be none. Of the `known` names, those that hold a comma or a colon
    themselves are read whole where they are typed as they are written.
    """
    odd = sorted((re.escape(name) for name in known if "," in name or ":" in name), key=len, reverse=True)
    one = re.compile(rf"\s*({'|'.join([*odd, '[^,:]*'])})\s*([,:]|\Z)", re.IGNORECASE)
    names: list[str] = []
    at, mark = 0, ","
    while mark == "," and (found := one.match(text, at)):
        names.append(found[1].strip())
        at, mark = found.end(), found[2]
    return Logged(tuple(filter(None, names)), text[at:].strip())
