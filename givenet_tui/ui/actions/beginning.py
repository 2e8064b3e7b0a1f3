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
        """What the four places are for, a sentence at a time."""
        self.app.push_screen(dialogs.TourDialog())

    def action_go(self, mode: str) -> None:
        """Go to one of the four places."""
        raise NotImplementedError  # pragma: no cover
