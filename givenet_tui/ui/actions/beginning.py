"""The first run: the sample, and the tour."""

from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions


class BeginningActions(Actions):
    """What the welcome offers besides adding someone and bringing people in."""

    async def action_sample(self) -> None:
        """Look around in the sample; from there, come back to one's own book."""
        self.action_go("today")
        await self.givenet.visit.turn()

    def action_tour(self) -> None:
        """What the four places are for, a sentence at a time; a key that is a command leaves it, and does its thing."""

        async def leave_for(command_id: str) -> None:
            self.app.call_later(self.action_command, command_id)

        self.givenet.tour_is_known()
        self.app.push_screen(dialogs.TourDialog(leave_for))

    def action_go(self, mode: str) -> None:
        """Go to one of the four places."""
        raise NotImplementedError  # pragma: no cover

    async def action_command(self, command_id: str) -> None:
        """Run a command of the table."""
        raise NotImplementedError  # pragma: no cover
