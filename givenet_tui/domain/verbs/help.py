"""What may be done with help that came back: write it down, edit it."""

from datetime import date
from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.help import Help
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.records import changed, new, required


def came_back(
    book: Book, moment: Moment, /, person_id: int, text: str, *, on: date | None = None,
    offer: int | None = None, objective: int | None = None,
) -> Change:  # fmt: skip
    """Write down help that came back from a person: today unless `on` says otherwise."""
    person = book.person(person_id)
    help_ = new(
        Help, moment, person=person.id, on=on or moment.today, text=required(text, "What came back"),
        offer=offer, objective=objective,
    )  # fmt: skip
    return added(f"{person.name}: what came back is written down", help_)


def edit(book: Book, moment: Moment, /, help_id: int, **fields: Any) -> Change:
    """Change what came back."""
    help_ = book.get(Help, help_id)
    if "text" in fields:
        fields["text"] = required(fields["text"], "What came back")
    return edited(f"{book.person(help_.person).name}: what came back changed", help_, changed(help_, **fields))
