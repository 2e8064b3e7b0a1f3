"""The line: a sentence from anywhere, done as one change."""

from givenet_tui.domain.line.readings import Reading
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

        self.ask(dialogs.LineDialog(keep, book=lambda: self.book, today=self.today), "line")
