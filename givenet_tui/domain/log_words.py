"""`Ada, Grace: lunch at the mill`: who, before the first colon; what, after it."""

from typing import NamedTuple


class Logged(NamedTuple):
    """The names as they were typed, and the words, which may be empty."""

    names: tuple[str, ...]
    words: str


def read_log(text: str) -> Logged:
    """The names before the first colon, parted by commas, and the words after it. Without a colon there are no words.

    Names that are empty are left out; so there may be none.
    """
    who, _, words = text.partition(":")
    return Logged(tuple(name.strip() for name in who.split(",") if name.strip()), words.strip())
