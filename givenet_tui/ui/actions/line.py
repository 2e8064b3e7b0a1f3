"""The line: a sentence from anywhere, done as one change."""

from givenet_tui.domain.assignment import what_the_board_says
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
                self.givenet.someone_was_added()
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
        book = self.book
        person = book.people.get(reading.people[0]) if reading.what == "offer" else None
        return what_the_board_says(book, person, month_of(self.today)) if person else ""
