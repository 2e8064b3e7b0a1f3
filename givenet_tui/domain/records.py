"""What every record has in common. A record is frozen; what may be done with it stands beside it as functions."""

from typing import Any, ClassVar, TypeVar

import msgspec

from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import Moment


class OtherVersion(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a field would hold, had the other of two writers won: kept until the user has chosen."""

    field: str
    value: Any
    updated_at: str = ""
    """When the record that lost was written."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the book. `id` is the document id in the file, not a field of the document."""

    table: ClassVar[str]

    id: int = 0
    created_at: str = ""
    updated_at: str = ""
    deleted_at: str = ""
    other_versions: tuple[OtherVersion, ...] = ()


R = TypeVar("R", bound=Record)


def always(default: Any) -> Any:
    """A field with a default that is written all the same: scripts look for `status == "open"` in the file."""
    return msgspec.field(default_factory=lambda: default)


def changed(record: R, /, **fields: Any) -> R:
    """The same record with some fields set anew."""
    return msgspec.structs.replace(record, **fields)


def same_content(one: Record | None, other: Record | None) -> bool:
    """Whether two states of a record say the same, whenever each was written."""
    if one is None or other is None:
        return one is other
    return type(one) is type(other) and changed(one, updated_at="") == changed(other, updated_at="")


def new(kind: type[R], moment: Moment, /, **fields: Any) -> R:
    """A record made now, with an id of its own."""
    return kind(id=moment.new_id(), created_at=moment.instant, updated_at=moment.instant, **fields)


def required(text: str, what: str) -> str:
    """`text` without white space around it; refused when nothing is left. `what` names it: "A name"."""
    text = text.strip()
    if not text:
        raise Refusal(f"{what} is needed: write a few words first.")
    return text
