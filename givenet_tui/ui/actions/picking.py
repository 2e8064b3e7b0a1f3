"""Somebody is picked out of the circle: suggestions first, anyone by name."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.could_meet import could_meet
from givenet_tui.domain.days import ago
from givenet_tui.domain.people import Person
from givenet_tui.domain.suggestions import Suggestion
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions

MOST_FOUND = 50
MOST_SUGGESTED = 20
NOBODY_FITS = "Nobody fits. People are added in People: 2, then a, or i to import."


class PickingActions(Actions):
    """What the dialogs need in which a person is picked."""

    def found(self, words: str, best: Sequence[Suggestion] = (), but: int = 0) -> list["dialogs.Suggested"]:
        """Those of the circle whom the words fit, `but` one, each with the reason for which they are among the best."""
        reasons = {one.person_id: one.reason for one in best}
        hits = self.givenet.finders.people(self.book).find(words)[:MOST_FOUND]
        people = [self.book.person(hit.person_id) for hit in hits if hit.person_id != but]
        return [dialogs.Suggested(one.id, one.name, reasons.get(one.id, "")) for one in people if one.in_circle]

    def suggested(self, best: Sequence[Suggestion]) -> list["dialogs.Suggested"]:
        """The first of them, by name."""
        return [
            dialogs.Suggested(one.person_id, self.book.person(one.person_id).name, one.reason)
            for one in best[:MOST_SUGGESTED]
        ]

    def introducing(self, person: Person) -> "dialogs.Introducing":
        """Whom a person could be introduced to."""

        def best() -> list[Suggestion]:
            return could_meet(self.book, person, self.today)

        return dialogs.Introducing(
            suggested=lambda: self.suggested(best()),
            find=lambda words: self.found(words, but=person.id),
            name_of=lambda one: self.book.people[one].name if one in self.book.people else "",
        )

    def pick_whom(self, title: str, keep: "dialogs.Keep[int]") -> None:
        """Ask who is meant, where nobody is under the cursor: whom one saw last comes first."""
        book, never = self.book, date.min
        last = sorted(book.circle, key=lambda one: (book.last_touch(one.id) or never, one.id), reverse=True)
        lately = [Suggestion(one.id, self._last_seen(one)) for one in last[:MOST_SUGGESTED]]
        suggested = self.suggested(lately)
        self.app.push_screen(dialogs.PickPerson(title, keep, suggested=suggested, find=self.found, empty=NOBODY_FITS))

    def _last_seen(self, person: Person) -> str:
        last = self.book.last_touch(person.id)
        return f"in touch {ago(last, self.today)}" if last else "not in touch yet"
