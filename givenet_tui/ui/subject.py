"""Subject: what is under the cursor, whatever the screen; and why a command can do nothing with it now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from givenet_tui.domain.agenda import Line
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record


@dataclass(frozen=True, slots=True)
class Subject:
    """What the next command is about. A screen fills in what it knows."""

    person: Person | None = None
    aspiration: Aspiration | None = None
    offer: Offer | None = None
    touch: Interaction | None = None
    help: Help | None = None
    objective: Objective | None = None
    line: Line | None = None
    part: Part | None = None
    """The part of the board in which the cursor stands."""
    notes: bool = False
    """Whether the cursor is on the free notes."""
    facts: bool = False
    """Whether the cursor is on the person's facts."""

    @property
    def record(self) -> Record | None:
        """The record under the cursor, the most particular first."""
        particular = self.aspiration or self.touch or self.help or self.offer or self.objective
        return particular or self.person


Why = Callable[[Subject], str | None]
UNDO = "u takes back one change at a time, the latest first"
"""What `u` can be promised to do: the last change is not always the one that is asked about."""


def _needs_person(subject: Subject) -> str | None:
    return None if subject.person else "Nobody is under the cursor: move to a person first."


def _needs_record(subject: Subject) -> str | None:
    return None if subject.record else "Nothing is under the cursor."


def _needs_open_offer(subject: Subject) -> str | None:
    if subject.offer is None:
        return "There is no offer under the cursor."
    return None if subject.offer.is_open else f"This offer is closed already: {UNDO}."


def _needs_line(subject: Subject) -> str | None:
    if subject.line is None:
        return "No line of the agenda is under the cursor."
    return f"This line is ticked already: {UNDO}." if subject.line.how else None


def _needs_step(subject: Subject) -> str | None:
    if subject.aspiration or subject.objective:
        return None
    return _needs_line(subject) if subject.line else _needs_open_offer(subject)


def _needs_open_aspiration(subject: Subject) -> str | None:
    if subject.aspiration is None:
        return "Nothing they told you is under the cursor."
    return None if subject.aspiration.is_open else "This is closed: s opens it again."


WHY_NOT: Mapping[str, Why] = {
    "note": _needs_person,
    "offer": _needs_person,
    "touch": _needs_person,
    "rest": _needs_person,
    "edit": _needs_record,
    "in_editor": _needs_record,
    "delete": _needs_record,
    "copy": _needs_record,
    "bump": _needs_line,
    "advance": _needs_step,
    "done": _needs_step,
    "set_step": _needs_step,
    "confirm": _needs_open_aspiration,
}
"""Per command: the sentence that says why it can do nothing with a subject, or None."""
