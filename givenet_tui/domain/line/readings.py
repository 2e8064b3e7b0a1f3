"""What a sentence was read as. Nothing here is done yet: it is shown first."""

from datetime import date
from typing import Literal, NamedTuple

import msgspec

from givenet_tui.domain.aspirations import Kind
from givenet_tui.domain.interactions import Channel

What = Literal["touch", "aspiration", "offer", "person", "tags"]


class Named(NamedTuple):
    """A name as it was typed, and everyone whom it fits, the likeliest first."""

    typed: str
    fits: tuple[int, ...]


class Reading(msgspec.Struct, frozen=True):
    """One way to understand a sentence. Only the fields of its `what` are filled."""

    what: What
    people: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    """Of those who are to be added."""
    emails: tuple[tuple[str, ...], ...] = ()
    """Theirs, name by name; empty when none was typed."""
    text: str = ""
    """The words that are kept."""
    channel: Channel = "met"
    kind: Kind = "hope"
    on: date | None = None
    """When it was: of a touch, and of something heard."""
    where: str = ""
    """Where something was heard: `at dinner`."""
    due: date | None = None
    """By when: of an offer, and of something hoped for."""
    tags: tuple[str, ...] = ()


class Understood(msgspec.Struct, frozen=True):
    """A sentence that means something."""

    readings: tuple[Reading, ...]
    """The likeliest first; there is at least one."""
    whom: tuple[Named, ...] = ()
    """The names that were read, with everyone whom each fits."""
    day_typed: str = ""
    """The words that were read as a day."""
    note: str = ""
    """What one should know before it counts."""
    is_names_alone: bool = False
    """Whether it is nothing but names, or names and a colon."""


class NotUnderstood(msgspec.Struct, frozen=True):
    """A sentence that means nothing so far: why, and what could be typed."""

    why: str
    example: str

    @property
    def sentence(self) -> str:
        """Both."""
        return f"{self.why} For example: {self.example}".strip()


Line = Understood | NotUnderstood
