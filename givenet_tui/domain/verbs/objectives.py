"""What may be done with your own objectives of a year: set, reword, reach, let go."""

from collections.abc import Callable
from typing import Any

from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, added, edited, joined
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.objectives import Objective, ObjectiveStatus
from givenet_tui.domain.records import changed, new, required


def add(book: Book, moment: Moment, /, text: str, year: int | None = None) -> Change:
    """Set an objective of yours: for this year unless another is named."""
    objective = new(Objective, moment, year=year or moment.today.year, text=required(text, "An objective"))
    return added(f"Objective for {objective.year}: {objective.text}", objective)


def aiming(
    book: Book, moment: Moment, text: str, verb: Callable[..., Change], /, *args: Any, **kwargs: Any
) -> Change:  # fmt: skip
    """Set an objective, and do another verb for it, as one change: the verb is handed its id as `objective`."""
    setting = add(book, moment, text)
    change = verb(book.apply(setting), moment, *args, **{**kwargs, "objective": setting.edits[0].id})
    return joined(change.name, (setting, change))


def edit(book: Book, moment: Moment, /, objective_id: int, **fields: Any) -> Change:
    """Reword an objective, or move it to another year."""
    objective = book.get(Objective, objective_id)
    if "text" in fields:
        fields["text"] = required(fields["text"], "An objective")
    return edited("Objective changed", objective, changed(objective, **fields))


def close(book: Book, moment: Moment, /, objective_id: int, status: ObjectiveStatus) -> Change:
    """Mark an objective reached or let go, today; or open again."""
    objective = book.get(Objective, objective_id)
    said = {"open": "open again", "reached": "reached", "let_go": "let go"}[status]
    closed_on = None if status == "open" else moment.today
    return edited(
        f"Objective {said}: {objective.text}", objective, changed(objective, status=status, closed_on=closed_on)
    )
