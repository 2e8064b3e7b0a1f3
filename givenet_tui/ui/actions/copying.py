"""Copying: what is under the cursor goes to the terminal's clipboard, to the letter.

It travels as OSC 52, in which the words are base64: whatever stands in them, none is a control sequence on its way.
The terminal does not answer, so that nobody can know whether it took them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from givenet_tui.domain.people import Person
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions
from givenet_tui.ui.subject import Subject
from givenet_tui.ui.widgets.choice import Option

NOTHING = "There are no words to copy here yet."
MOST_SHOWN = 60


class Copyable(NamedTuple):
    """A text that can be copied, what it is, and the key that chooses it."""

    key: str
    what: str
    text: str


def copyable(subject: Subject) -> list[Copyable]:
    """What can be copied of what is under the cursor: the words of a record, or how to reach a person."""
    told = subject.aspiration or subject.touch or subject.help or subject.objective
    if told is not None:
        words = [Copyable("", "words", told.text)]
    elif subject.line is not None and subject.person is not None:  # before one calls: how to reach them as well
        offered = [Copyable("o", "offer", subject.offer.what)] if subject.offer else []
        words = [*offered, *_of_person(subject.person, notes=False)]
    elif subject.offer is not None:
        words = [Copyable("", "offer", subject.offer.what)]
    elif subject.person is not None:
        words = _of_person(subject.person, notes=subject.notes)
    else:
        words = []
    return [one for one in words if one.text.strip()]


def _of_person(person: Person, *, notes: bool) -> list[Copyable]:
    several = (("e", "e-mail", person.emails), ("p", "phone", person.phones), ("w", "web", person.urls))
    found = [Copyable(key, what, item.value) for key, what, items in several for item in items]
    found.append(Copyable("n", "name", person.name))
    if notes:
        found.insert(0, Copyable("o", "notes", person.about))
    return found


class CopyingActions(Actions):
    """What `y` does."""

    def action_copy(self) -> None:
        """Copy what is under the cursor; of a person choose what, by one key."""
        found = copyable(self.subject())
        if not found:
            self.givenet.say(NOTHING, "warning")
        elif len(found) == 1:
            self._copy(found[0])
        else:
            self._choose(found)

    def _choose(self, found: Sequence[Copyable]) -> None:
        async def keep(number: str) -> None:
            self._copy(found[int(number)])

        options = [
            Option(str(number), key, f"{one.what} · {_shown(one.text)}")
            for number, (key, one) in enumerate(zip(_keys(found), found, strict=True))
        ]
        self.app.push_screen(dialogs.ChoiceDialog(f"Copy from {self.the_person().name}", keep, options, does="copy"))

    def _copy(self, one: Copyable) -> None:
        self.app.copy_to_clipboard(one.text)
        self.givenet.say(f"Copied: {_shown(one.text)}")


def _keys(found: Sequence[Copyable]) -> list[str]:
    """The letter of its kind for the first of a kind; a digit for each of the others, as far as digits go."""
    digits, keys = iter("23456789"), list[str]()
    for one in found:
        keys.append(one.key if one.key not in keys else next(digits, ""))
    return keys


def _shown(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"
