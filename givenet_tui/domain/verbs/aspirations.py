"""What may be done with what people told you: hear, reword, confirm, fulfil, let go."""

from typing import Any

from givenet_tui.domain.aspirations import Aspiration, AspirationStatus, Earlier, Kind
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.records import changed, new, required
from givenet_tui.domain.verbs.checks import not_to_come


def hear(book: Book, moment: Moment, /, person_id: int, kind: Kind, text: str, **fields: Any) -> Change:
    """Write down what a person told you; heard today unless `heard_on` says otherwise."""
    person = book.person(person_id)
    fields.setdefault("heard_on", moment.today)
    not_to_come(moment, fields["heard_on"], "What they told you")
    words = required(text, f"What {person.name} told you")
    return added(
        f"{person.name}: {kind} written down",
        new(Aspiration, moment, person=person.id, kind=kind, text=words, **fields),
    )


def edit(book: Book, moment: Moment, /, aspiration_id: int, **fields: Any) -> Change:
    """Reword or complete an aspiration. An earlier wording is kept, with the day until which it held."""
    aspiration = book.get(Aspiration, aspiration_id)
    if fields.get("heard_on") != aspiration.heard_on:
        not_to_come(moment, fields.get("heard_on"), "What they told you")
    if "text" in fields:
        fields["text"] = required(fields["text"], "What they told you")
        if fields["text"] != aspiration.text:
            fields["earlier"] = (*aspiration.earlier, Earlier(aspiration.text, moment.today))
    name = f"{book.person(aspiration.person).name}: {aspiration.kind} changed"
    return edited(name, aspiration, changed(aspiration, **fields))


def close(book: Book, moment: Moment, /, aspiration_id: int, status: AspirationStatus) -> Change:
    """Mark an aspiration fulfilled or let go, today; or open again."""
    aspiration = book.get(Aspiration, aspiration_id)
    said = {"open": "open again", "fulfilled": "fulfilled", "let_go": "let go"}[status]
    name = f"{book.person(aspiration.person).name}: {aspiration.kind} {said}"
    closed_on = None if status == "open" else moment.today
    return edited(name, aspiration, changed(aspiration, status=status, closed_on=closed_on))


def confirm(book: Book, moment: Moment, /, aspiration_id: int) -> Change:
    """Note that an aspiration still holds, as of today."""
    aspiration = book.get(Aspiration, aspiration_id)
    name = f"{book.person(aspiration.person).name}: {aspiration.kind} still holds"
    return edited(name, aspiration, changed(aspiration, confirmed_on=moment.today))
