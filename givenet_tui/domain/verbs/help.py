"""What may be done with help that came back: write it down, edit it."""

from datetime import date
from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.help import Help
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.records import changed, new, required
from givenet_tui.domain.verbs.checks import is_there, not_to_come


def came_back(
    book: Book, moment: Moment, /, person_id: int, text: str, *, on: date | None = None,
    offer: int | None = None, objective: int | None = None,
) -> Change:  # fmt: skip
    """Write down help that came back from a person: today unless `on` says otherwise."""
    person = book.person(person_id)
    _look_at(book, moment, on=on, offer=offer, objective=objective)
    help_ = new(
        Help, moment, person=person.id, on=on or moment.today, text=required(text, "What came back"),
        offer=offer, objective=objective,
    )  # fmt: skip
    return added(f"{person.name}: what came back is written down", help_)


def edit(book: Book, moment: Moment, /, help_id: int, **fields: Any) -> Change:
    """Change what came back."""
    help_ = book.get(Help, help_id)
    _look_at(book, moment, **{name: value for name, value in fields.items() if value != getattr(help_, name)})
    if "text" in fields:
        fields["text"] = required(fields["text"], "What came back")
    return edited(f"{book.person(help_.person).name}: what came back changed", help_, changed(help_, **fields))


def _look_at(book: Book, moment: Moment, **fields: Any) -> None:
    not_to_come(moment, fields.get("on"), "What came back")
    is_there(book, Offer, fields.get("offer"), "The offer it came back for")
    is_there(book, Objective, fields.get("objective"), "The objective that it serves")
