"""Two who are one: choose them, or be shown who may be; then field by field."""

import asyncio
from collections.abc import Sequence
from functools import partial

from givenet_tui.domain.duplicates import Pair, duplicates
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.people import Person
from givenet_tui.domain.trash import hanging_on
from givenet_tui.domain.uniting import Sides, differences
from givenet_tui.domain.verbs import uniting
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.line import LineActions

NOBODY_ALIKE = "Nobody here looks like somebody else. m in People marks two whom you know to be one."


class UnitingActions(LineActions):
    """What the palette does about two people who are one."""

    def marked_people(self) -> list[Person]:
        """The people who are marked."""
        return []

    def unmark(self) -> None:
        """The marks fall away."""

    def show_person(self, person_id: int) -> None:
        """Screens with a list of people put the cursor on somebody."""

    async def action_unite(self) -> None:
        """The two who are marked; else those who may be one. In a large book it takes a while to look for them."""
        marked = self.marked_people()
        if len(marked) == 2:
            self.make_one(marked[0].id, marked[1].id)
            return
        pairs = await asyncio.to_thread(duplicates, self.book)
        if not pairs:
            self.givenet.say(NOBODY_ALIKE)
            return
        self._choose_of(pairs)

    def _choose_of(self, pairs: Sequence[Pair]) -> None:
        async def keep(pair: Pair) -> None:
            self.app.call_later(partial(self.make_one, pair.one.id, pair.other.id, more=len(pairs) > 1))

        self.app.push_screen(dialogs.PairsDialog(pairs, keep))

    def make_one(self, one_id: int, other_id: int, *, more: bool = False) -> None:
        """Ask, field by field, what the one who is left says; the older record stays. With `more` pairs, go on."""
        try:
            one, other = (self.book.person(id_) for id_ in sorted((one_id, other_id)))
        except GiveNetError as error:
            self.givenet.say(error.sentence, "warning")
            return

        async def keep(sides: Sides) -> None:
            await self.givenet.do(uniting.unite, (one.id, other.id), sides)
            self.unmark()
            self.show_person(one.id)
            if more:
                self.app.call_later(self.action_unite)

        self.app.push_screen(
            dialogs.UniteDialog(
                (one, other),
                differences(one, other),
                keep,
                follows=hanging_on(self.book, other),
                names={id_: person.name for id_, person in self.book.people.items()},
                today=self.today,
            )
        )
