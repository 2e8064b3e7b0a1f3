"""Two people who are one: where they differ, and what each of the two records says once that is decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from givenet_tui.domain.merge_fields import together
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import changed
from givenet_tui.domain.versions import below

Side = Literal["one", "other", "both"]
Sides = Mapping[str, Side]
"""What is taken where two people differ, by field; of a field that is missing what is usual."""

FIELDS = (
    "name", "nickname", "title", "organization", "location", "emails", "phones", "urls", "tags", "birthday",
    "rhythm_days", "met_on", "met_where", "introduced_by", "about",
)  # fmt: skip
"""What the user decides, in the order in which it is asked."""
LISTS = frozenset({"emails", "phones", "urls", "tags"})
MAY_BE_BOTH = LISTS | {"about"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which two people say something else, and what each of them says."""

    field: str
    one: Any
    other: Any

    @property
    def may_be_both(self) -> bool:
        """Whether both can stand there: lists are united, notes stand one below the other."""
        return self.field in MAY_BE_BOTH

    @property
    def usual(self) -> Side:
        """What is taken unless the user says otherwise."""
        return "both" if self.may_be_both else "one"

    def united(self, side: Side) -> Any:
        """What the field says then."""
        if side == "both" and self.field in LISTS:
            return (*self.one, *(item for item in self.other if not _is_among(item, self.one)))
        if side == "both" and self.may_be_both:
            return below(self.one, self.other)
        return self.other if side == "other" else self.one


def differences(one: Person, other: Person) -> tuple[Difference, ...]:
    """Where both say something, and not the same. Who introduced them is asked only when it was somebody else."""
    found = (Difference(field, getattr(one, field), getattr(other, field)) for field in FIELDS)
    both = {one.id, other.id}
    return tuple(
        one
        for one in found
        if not _is_empty(one.one)
        and not _is_empty(one.other)
        and one.one != one.other
        and not (one.field == "introduced_by" and both & {one.one, one.other})
        and not (one.field in LISTS and len(one.united("both")) == len(one.one))
    )


def united(one: Person, other: Person, sides: Sides) -> tuple[Person, Person]:
    """The one as they are from now on, and the other as they go to the trash: no word of either is in neither.

    What of the one is not taken changes places with what is. Whoever is in the circle in one record stays in it.
    """
    fields: dict[str, Any] = {}
    for field in FIELDS:
        here, there = getattr(one, field), getattr(other, field)
        fields[field] = there if _is_empty(here) else here
    aside: dict[str, Any] = {}
    for difference in differences(one, other):
        side = sides.get(difference.field, difference.usual)
        fields[difference.field] = difference.united(side)
        if side == "other":
            aside[difference.field] = difference.one
    if fields["introduced_by"] in {one.id, other.id}:
        known = (one.introduced_by, other.introduced_by)
        fields["introduced_by"] = next((id_ for id_ in known if id_ and id_ not in {one.id, other.id}), None)
    stays = changed(
        one,
        **fields,
        archived_on=max(one.archived_on, other.archived_on) if one.archived_on and other.archived_on else None,
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
        extra=other.extra | one.extra,
        created_at=min(filter(None, (one.created_at, other.created_at)), default=""),
        other_versions=together("other_versions", one.other_versions, one.other_versions, other.other_versions),
    )
    return stays, changed(other, **aside)


def _is_empty(value: Any) -> bool:
    """Whether a field says nothing. A rhythm of 0 says something: none."""
    return value in (None, "", ()) or (isinstance(value, str) and not value.strip())


def _is_among(item: Any, items: tuple[Any, ...]) -> bool:
    """Whether a list holds an item already, under whatever label and in whatever capitals."""
    said = str(getattr(item, "value", item)).casefold()
    return any(str(getattr(one, "value", one)).casefold() == said for one in items)
