"""The circle: who could rest a while."""

import asyncio

from givenet_tui.domain.resting import who_could_rest
from givenet_tui.domain.rhythm import circle
from givenet_tui.domain.verbs import people
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions

NOBODY_COULD = "Nobody could rest just now: everyone is on the board, has an open offer, or a birthday within a week."


class CircleActions(Actions):
    """What the palette does about a circle that has grown."""

    async def action_who_could_rest(self) -> None:
        """List who could rest, and let those rest who are marked."""
        book = self.book
        could = await asyncio.to_thread(who_could_rest, book, self.today)
        if not could:
            self.givenet.say(NOBODY_COULD)
            return

        async def keep(ids: tuple[int, ...]) -> None:
            await self.givenet.do(people.let_rest, ids)

        named = [(one, book.people[one.person_id].name) for one in could]
        over = -circle(book, self.today).room
        self.app.push_screen(dialogs.RestDialog(named, keep, over=over))
