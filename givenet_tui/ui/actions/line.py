"""The line: a sentence from anywhere, done as one change."""

from givenet_tui.domain.assignment import PART_NAMES, assignment, chosen_slot, part_for, refusal_to_stand
from givenet_tui.domain.line.readings import Reading
from givenet_tui.domain.months import month_of
from givenet_tui.domain.verbs import line
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.people import PeopleActions


class LineActions(PeopleActions):
    """What `:` does."""

    def action_line(self) -> None:
        """Ask for a sentence, and do what it means."""

        async def keep(reading: Reading) -> None:
            done = await self.givenet.do(line.write, reading)
            if reading.what == "person" and done.change:
                self.added_person(done.change.edits[0].id)

        self.ask(
            dialogs.LineDialog(
                keep,
                book=lambda: self.book,
                names=self.givenet.finders.names,
                today=self.today,
                notice=self._notice_of_the_board,
            ),
            "line",
        )

    def _notice_of_the_board(self, reading: Reading) -> str:
        """What the board has to say of an offer before it is made."""
        book, month = self.book, month_of(self.today)
        person = book.people.get(reading.people[0]) if reading.what == "offer" else None
        if person is None or chosen_slot(book, person.id, month):
            return ""
        part = part_for(book, person.id, month)
        view = next(view for view in assignment(book, month).parts if view.part == part)
        beyond = f"{PART_NAMES[part]} is full: this offer goes beyond the {len(view.slots)}."
        return refusal_to_stand(book, person, month, part) or ("" if view.has_room else beyond)
