"""Interaction: a day you were in touch with one or more people."""

from datetime import date
from typing import ClassVar, Literal, get_args

from givenet_tui.domain.records import Record, always

Channel = Literal["met", "call", "message", "letter", "other"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)


class Interaction(Record, frozen=True, kw_only=True):
    """A touch: met, call, message or letter, and a line about it."""

    table: ClassVar[str] = "interactions"

    people: tuple[int, ...]
    on: date
    channel: Channel = always("met")
    text: str = ""
