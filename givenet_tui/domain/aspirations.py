"""Aspiration: one hope, dream, goal or objective that a person told you, in their words."""

from datetime import date
from typing import ClassVar, Literal, get_args

import msgspec

from givenet_tui.domain.records import Record, always

Kind = Literal["hope", "dream", "goal", "objective"]
KINDS: tuple[Kind, ...] = get_args(Kind)
AspirationStatus = Literal["open", "fulfilled", "let_go"]


class Earlier(msgspec.Struct, frozen=True):
    """How it was worded before, and until when."""

    text: str
    until: date


class Aspiration(Record, frozen=True, kw_only=True):
    """What someone hopes for, with the day you heard it and where."""

    table: ClassVar[str] = "aspirations"

    person: int
    kind: Kind
    text: str
    heard_on: date | None = None
    heard_where: str = ""
    horizon: str = ""
    status: AspirationStatus = always("open")
    closed_on: date | None = None
    confirmed_on: date | None = None
    earlier: tuple[Earlier, ...] = ()

    @property
    def is_open(self) -> bool:
        """Still hoped for."""
        return self.status == "open"

    @property
    def words(self) -> str:
        """All that one may look for: what they said, where, and by when."""
        return " · ".join(filter(None, (self.text, self.heard_where, self.horizon)))
