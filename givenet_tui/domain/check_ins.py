"""CheckIn: a day you went through the agenda. Snooze: a line put off. One check-in a day, one snooze a record."""

from datetime import date
from typing import ClassVar, Literal, get_args

import msgspec

from givenet_tui.domain.records import Record, always

What = Literal["promised", "waiting", "draft", "birthday", "quiet", "slot", "unknown"]
WHATS: tuple[What, ...] = get_args(What)
How = Literal["done", "bumped", "passed"]


class Handled(msgspec.Struct, frozen=True):
    """An agenda line that was dealt with. `record` is the offer, or the person, that the line was about."""

    what: What
    person: int
    record: int
    how: How


class CheckIn(Record, frozen=True, kw_only=True):
    """What was handled on a day, and a line of reflection."""

    table: ClassVar[str] = "check_ins"

    on: date
    handled: tuple[Handled, ...] = ()
    reflection: str = ""


class Snooze(Record, frozen=True, kw_only=True):
    """A record (offer or person) whose agenda line waits until a day; `count` says how often it was put off.

    The count falls back to 0 once it is done; 0 as well where the line waits for somebody else's answer.
    """

    table: ClassVar[str] = "snoozes"

    record: int
    until: date
    count: int = always(1)


def put_off_words(times: int) -> str:
    """`put off once`, `put off twice`, `put off 3 times`; empty for never."""
    if times < 1:
        return ""
    return f"put off {('once', 'twice')[times - 1] if times < 3 else f'{times} times'}"
