"""What may be done with touches: log, edit."""

from datetime import date
from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.interactions import Channel, Interaction
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.records import changed, new
from givenet_tui.domain.verbs.checks import not_to_come

_MOST_NAMED = 3


def log(
    book: Book, moment: Moment, /, person_ids: tuple[int, ...], *, on: date | None = None,
    channel: Channel = "met", text: str = "",
) -> Change:  # fmt: skip
    """Log a day you were in touch with one or more people: today unless `on` says otherwise, never a day to come."""
    people = [book.person(person_id) for person_id in dict.fromkeys(person_ids)]
    if not people:
        raise Refusal("A touch needs someone you were in touch with: name at least one person.")
    day = on or moment.today
    not_to_come(moment, day, "A touch")
    touch = new(Interaction, moment, people=tuple(p.id for p in people), on=day, channel=channel, text=text.strip())
    who = ", ".join(p.name for p in people) if len(people) <= _MOST_NAMED else f"{len(people):,} people"
    return added(f"{who}: touch logged", touch)


def edit(book: Book, moment: Moment, /, interaction_id: int, **fields: Any) -> Change:
    """Change a touch's day, channel, people or words."""
    touch = book.get(Interaction, interaction_id)
    not_to_come(moment, fields.get("on"), "A touch")
    return edited("Touch changed", touch, changed(touch, **fields))
