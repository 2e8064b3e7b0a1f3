"""What may be done with what people told you: hear, reword, confirm, fulfil, let go."""

from typing import Any

from givenet_tui.domain.aspirations import Aspiration, AspirationStatus, Earlier, Kind
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.horizon import horizon_of
from givenet_tui.domain.moment import Moment, instant
from givenet_tui.domain.records import changed, new, required
from givenet_tui.domain.verbs.checks import not_to_come


def hear(book: Book, moment: Moment, /, person_id: int, kind: Kind, text: str, **fields: Any) -> Change:
    """Write down what a person told you; heard today unless `heard_on` says otherwise."""
    person = book.person(person_id)
    fields.setdefault("heard_on", moment.today)
    not_to_come(moment, fields["heard_on"], "What they told you")
    words = required(text, f"What {person.name} told you")
    _a_day_or_words(book, moment, fields)
    return added(
        f"{person.name}: {kind} written down",
        new(Aspiration, moment, person=person.id, kind=kind, text=words, **fields),
    )


def edit(book: Book, moment: Moment, /, aspiration_id: int, **fields: Any) -> Change:
    """Reword or complete an aspiration. An earlier wording is kept, with the day until which it held.

    Words that were written down this very day leave no trace: whoever mends a slip does not write history.
    """
    aspiration = book.get(Aspiration, aspiration_id)
    if fields.get("heard_on") != aspiration.heard_on:
        not_to_come(moment, fields.get("heard_on"), "What they told you")
    if "text" in fields:
        fields["text"] = required(fields["text"], "What they told you")
        if fields["text"] != aspiration.text:
            fields["earlier"] = _earlier(aspiration, moment, fields["text"])
    _a_day_or_words(book, moment, fields)
    name = f"{book.person(aspiration.person).name}: {aspiration.kind} changed"
    return edited(name, aspiration, changed(aspiration, **fields))


def _earlier(aspiration: Aspiration, moment: Moment, text: str) -> tuple[Earlier, ...]:
    """How it was worded before it says `text`."""
    earlier = aspiration.earlier
    if earlier and earlier[-1].until == moment.today:  # reworded today already: from what, is known
        return earlier[:-1] if earlier[-1].text == text else earlier
    if not earlier and aspiration.created_at[:10] == instant(moment.now)[:10]:
        return earlier
    return (*earlier, Earlier(aspiration.text, moment.today))


def _a_day_or_words(book: Book, moment: Moment, fields: dict[str, Any]) -> None:
    """By when they want it: what is a day is kept as one."""
    if fields.get("horizon"):
        fields["horizon"] = horizon_of(fields["horizon"], moment.today, book.settings.week_starts_on)


def close(book: Book, moment: Moment, /, aspiration_id: int, status: AspirationStatus) -> Change:
    """Mark an aspiration fulfilled or let go, today; or open again."""
    aspiration = book.get(Aspiration, aspiration_id)
    said = {"open": "open again", "fulfilled": "fulfilled", "let_go": "let go"}[status]
    name = f"{book.person(aspiration.person).name}: {aspiration.kind} {said}"
    closed_on = None if status == "open" else moment.today
    return edited(name, aspiration, changed(aspiration, status=status, closed_on=closed_on))


def confirm(book: Book, moment: Moment, /, aspiration_id: int) -> Change:
    """Note that an aspiration still holds, as of today. Refusal when it is closed."""
    aspiration = book.get(Aspiration, aspiration_id)
    if not aspiration.is_open:
        raise Refusal(f"This {aspiration.kind} is {aspiration.status.replace('_', ' ')}: s opens it again.")
    name = f"{book.person(aspiration.person).name}: {aspiration.kind} confirmed"
    return edited(name, aspiration, changed(aspiration, confirmed_on=moment.today))
