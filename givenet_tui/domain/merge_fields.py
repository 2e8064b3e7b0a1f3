"""Two states of a record, and what both were: each field merged by its kind, and what loses is kept beside it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec.structs import fields

from givenet_tui.domain.offers import STATUSES, Offer
from givenet_tui.domain.records import OtherVersion, Record, changed
from givenet_tui.domain.settings import ImportRun

R = TypeVar("R", bound=Record)

SETS = frozenset(
    {"emails", "phones", "urls", "tags", "people", "handled", "sources", "records", "carried_from", "asked", "favours",
     "earlier", "other_versions"}
)  # fmt: skip
"""Lists whose members are added and taken away one by one."""
_NEVER_EMPTY = frozenset({"people"})
"""Where two took the last members away between them, those that each had kept stay: a touch is with somebody."""
DICTS = frozenset({"extra", "rhythms", "questions", "csv_columns"})
"""Fields that hold others by name."""
_BOOKKEEPING = frozenset(
    {
        "created_at",
        "updated_at",
        "deleted_at",
        "status",
        "closed_on",
        "confirmed_on",
        "archived_on",
        "until",
        "count",
        "schema",
        "file_id",
        "prints",
    }
)
"""What the program writes and not the user: of these no other version is kept."""
_UNKNOWN = object()


def merged(base: R | None, ours: R, theirs: R) -> R:
    """One record out of two that came from `base` (None: they were made apart). `ours` and `theirs` may be swapped.

    A field that one side changed is taken from there. Of one that both changed the later record's counts, ties by the
    greater encoded value, and what loses goes to `other_versions`.
    """
    if ours == theirs:
        return ours
    sides = _Sides(ours, theirs)
    result: dict[str, Any] = {}
    for field in fields(type(ours)):
        was = getattr(base, field.name) if base is not None else _default(type(ours), field.name)
        result[field.name] = sides.field(field.name, was, getattr(ours, field.name), getattr(theirs, field.name))
    result["created_at"] = min(filter(None, (ours.created_at, theirs.created_at)), default="")
    result["updated_at"] = max(ours.updated_at, theirs.updated_at)
    result["deleted_at"] = _deleted_at(base, ours, theirs)
    if isinstance(ours, Offer) and result["steps"]:
        result["status"] = result["steps"][-1].status
    if isinstance(ours, ImportRun):
        result["prints"] = _prints(result["records"], base, ours, theirs)
    known = base.other_versions if base is not None else ()
    result["other_versions"] = _in_order(known, (*result["other_versions"], *sides.lost))
    return changed(ours, **result)


class _Sides:
    """Two states of a record, and what of them was lost so far."""

    def __init__(self, ours: Record, theirs: Record) -> None:
        self.ours, self.theirs = ours, theirs
        self.lost: list[OtherVersion] = []

    def field(self, name: str, was: Any, here: Any, there: Any) -> Any:
        """A field, by what it was, what it is here and what it is there."""
        if _is_one_sided(was, here, there):
            return there if here == was else here
        if name in DICTS:
            return self._by_key(name, {} if was is _UNKNOWN else was, here, there)
        if name in SETS:
            return together(name, () if was is _UNKNOWN else was, here, there)
        return _BOTH[name](here, there) if name in _BOTH else self._chosen(name, here, there)

    def _chosen(self, name: str, here: Any, there: Any) -> Any:
        """The later record's value; the other one is lost, but for its version."""
        ours_wins = (self.ours.updated_at, encoded(here)) > (self.theirs.updated_at, encoded(there))
        value, loser, losing = (here, self.theirs, there) if ours_wins else (there, self.ours, here)
        if losing not in ("", None, (), {}) and name not in _BOOKKEEPING:
            self.lost.append(OtherVersion(name, losing, loser.updated_at))
        return value

    def _by_key(self, name: str, was: dict[str, Any], here: dict[str, Any], there: dict[str, Any]) -> dict[str, Any]:
        """Each key on its own. What loses is kept as a dictionary of that key."""
        result: dict[str, Any] = {}
        for key in (*was, *sorted({*here, *there} - {*was})):
            three = (was.get(key, _UNKNOWN), here.get(key, _UNKNOWN), there.get(key, _UNKNOWN))
            before = len(self.lost)
            value = self._key(*three)
            self.lost[before:] = [OtherVersion(name, {key: one.value}, one.updated_at) for one in self.lost[before:]]
            if value is not _UNKNOWN:
                result[key] = value
        return result

    def _key(self, was: Any, here: Any, there: Any) -> Any:
        if _is_one_sided(was, here, there):
            return there if here == was else here
        if here is _UNKNOWN or there is _UNKNOWN:  # taken away on one side, changed on the other: it stays
            return there if here is _UNKNOWN else here
        return self._chosen("", here, there)


def _is_one_sided(was: Any, here: Any, there: Any) -> bool:
    return bool(here == there or was in (here, there))


def _in_order(known: Sequence[OtherVersion], every: Iterable[OtherVersion]) -> tuple[OtherVersion, ...]:
    """Those that were known before, then the others in an order of their own: merging once more changes nothing."""
    once = _once(every)
    fresh = sorted((version for version in once if version not in known), key=encoded)
    return (*(version for version in once if version in known), *fresh)


def _prints(records: Iterable[int], *sides: Any) -> tuple[str, ...]:
    """The print of each of the records: they stand side by side. Some of the records may have gone; an import of an
    older version has none, or fewer."""
    known = {id_: print_ for side in sides if side for id_, print_ in zip(side.records, side.prints, strict=False)}
    prints = tuple(known.get(id_, "") for id_ in records)
    return prints if any(prints) else ()


def _steps(here: Iterable[Any], there: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(_once((*here, *there)), key=lambda step: (step.on, STATUSES.index(step.status))))


_BOTH: dict[str, Callable[[Any, Any], Any]] = {"steps": _steps, "count": max}
"""What becomes of a field that both changed, where neither wins."""


def together(name: str, was: Sequence[Any], here: Sequence[Any], there: Sequence[Any]) -> tuple[Any, ...]:
    """What was there and nobody took away, in its order; then what either added."""
    in_was, in_here, in_there = map(_quick, (was, here, there))
    stayed = [item for item in was if item in in_here and item in in_there]
    added = [item for item in (*here, *there) if item not in in_was]
    members = _once((*stayed, *sorted(added, key=_order(name))))
    if not members and name in _NEVER_EMPTY:
        members = _once(sorted((*here, *there), key=_order(name)))
    return _ONCE[name](members) if name in _ONCE else members


def _quick(items: Sequence[Any]) -> Collection[Any]:
    """The items as a set, where they can be hashed: lists that something has made very long are asked of each other."""
    try:
        return frozenset(items)
    except TypeError:
        return items


def _order(name: str) -> Callable[[Any], Any]:
    return (lambda item: (item.until, encoded(item))) if name == "earlier" else encoded


def _last_by(key: Callable[[Any], Any], rank: Callable[[Any], Any]) -> Callable[[Iterable[Any]], tuple[Any, ...]]:
    """Of the members with the same key only the one of the highest rank, where the first of them stood."""

    def once(members: Iterable[Any]) -> tuple[Any, ...]:
        best: dict[Any, Any] = {}
        for member in members:
            known = best.get(key(member))
            best[key(member)] = member if known is None else max(known, member, key=rank)
        return tuple(best.values())

    return once


def _rank_of_handled(line: Any) -> Any:
    return ("passed", "bumped", "done").index(line.how), encoded(line)


def _rank_of_asking(asking: Any) -> Any:
    return asking.on, ("asked", "no", "yes").index(asking.status)


_ONCE = {
    "handled": _last_by(lambda line: (line.what, line.record), _rank_of_handled),
    "asked": _last_by(lambda asking: asking.person, _rank_of_asking),
}


def _deleted_at(base: Record | None, ours: Record, theirs: Record) -> str:
    """Deleted on both sides, it stays so; on one, unless the other changed it or brought it back."""
    if ours.deleted_at and theirs.deleted_at:
        return max(ours.deleted_at, theirs.deleted_at)
    if not (ours.deleted_at or theirs.deleted_at):
        return ""
    if base is None or base.deleted_at:
        return ""
    deleted, other = (ours, theirs) if ours.deleted_at else (theirs, ours)
    edited = changed(other, updated_at="") != changed(base, updated_at="")
    return "" if edited else deleted.deleted_at


@cache
def _defaults(kind: type[Record]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(kind):
        if field.default is not msgspec.NODEFAULT:
            found[field.name] = field.default
        elif field.default_factory is not msgspec.NODEFAULT:
            found[field.name] = field.default_factory()
    return found


def _default(kind: type[Record], name: str) -> Any:
    return _defaults(kind).get(name, _UNKNOWN)


def encoded(value: Any) -> bytes:
    """A value as JSON, for an order that is the same on every machine."""
    return msgspec.json.encode(value, enc_hook=str, order="deterministic")


def _once(members: Iterable[Any]) -> tuple[Any, ...]:
    """The members without those that stood there before; some cannot be hashed."""
    found: dict[bytes, Any] = {}
    for member in members:
        found.setdefault(encoded(member), member)
    return tuple(found.values())
