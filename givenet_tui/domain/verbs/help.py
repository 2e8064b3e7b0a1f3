"""What may be done with help that came back: write it down, edit it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.help import Help
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.records import Record, changed, new, required


def came_back(
    book: Book, moment: Moment, /, person_id: int, text: str, *, on: date | None = None,
    offer: int | None = None, objective: int | None = None,
) -> Change:  # fmt: skip
    """Write down help that came back from a person: today unless `on` says otherwise."""
    person = book.person(person_id)
    _there(book, offer=offer, objective=objective)
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
    _there(book, **{name: fields[name] for name in _NAMES if name in fields and fields[name] != getattr(help_, name)})
    return edited(f"{book.person(help_.person).name}: what came back changed", help_, changed(help_, **fields))


_NAMES: Mapping[str, type[Record]] = {"offer": Offer, "objective": Objective}


def _there(book: Book, **named: int | None) -> None:
    """Refuse to name what is not in the book."""
    for name, id_ in named.items():
        if id_ is not None:
            book.get(_NAMES[name], id_)
