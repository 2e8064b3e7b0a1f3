"""Putting off: how often a line was, and when that is forgotten."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Edit
from givenet_tui.domain.check_ins import What
from givenet_tui.domain.day import Day
from givenet_tui.domain.offers import PARTS, Offer, Part
from givenet_tui.domain.records import changed

_ABOUT_A_PERSON: tuple[tuple[What, Part | None], ...] = (
    ("birthday", None), ("quiet", None), ("unknown", None), *(("slot", part) for part in PARTS),
)  # fmt: skip


def people_of(record: Any) -> tuple[int, ...]:
    """Whom a record is about: of a touch several, else one; 0 for nobody."""
    several: tuple[int, ...] = getattr(record, "people", ())
    return (*several, getattr(record, "person", 0))


def forgotten(before: Book, after: Book, today: date, people: set[int], done: set[int]) -> tuple[Edit, ...]:
    """The edits by which those records that are `done`, or for which a change leaves nothing to do, count as never
    put off. What was to wait longer comes back tomorrow: today's list stays as it is.
    """
    known = {*done, *people, *(offer.id for person_id in people for offer in before.offers_of(person_id))}
    snoozes = [snooze for record in sorted(known) if (snooze := before.snooze_of(record)) and snooze.count]
    if not snoozes:
        return ()
    answered = done | set(_answered(Day(before, today), Day(after, today), [snooze.record for snooze in snoozes]))
    tomorrow = today + timedelta(days=1)
    return tuple(
        Edit(snooze, changed(snooze, until=min(snooze.until, tomorrow), count=0))
        for snooze in snoozes
        if snooze.record in answered
    )


def _answered(then: Day, now: Day, records: list[int]) -> Iterator[int]:
    """Those of some records about which there was something to do, and is no more; an offer that took a step."""
    for record in records:
        offer = then.book.find(Offer, record)
        if offer is not None:
            later = now.book.find(Offer, record)
            if later is not None and later.steps != offer.steps:
                yield record
        elif any(
            then.still_open(what, record, record, part) and not now.still_open(what, record, record, part)
            for what, part in _ABOUT_A_PERSON
        ):
            yield record
