"""Several at once: what is marked, and the verbs that go to all of it as one change."""

from collections.abc import Mapping, Sequence

from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.verbs import bulk, interactions, people
from givenet_tui.domain.verbs.bulk import many
from givenet_tui.ui import commands, dialogs
from givenet_tui.ui.actions.circle import CircleActions
from givenet_tui.ui.actions.copying import CopyingActions
from givenet_tui.ui.actions.uniting import UnitingActions

FOR_ONE = frozenset(
    {"note", "offer", "touch", "came_back", "advance", "done", "set_step", "bump", "edit", "rest", "delete", "copy"}
)
"""Commands about what is under the cursor."""
FOR_SEVERAL: Mapping[commands.Place, frozenset[str]] = {"people": frozenset({"touch", "edit", "rest", "delete"})}
"""Those of them that go to all that is marked, by place."""


class BulkActions(UnitingActions, CopyingActions, CircleActions):
    """What `m` marks, and what the next verb does with it."""

    def marked(self) -> Sequence[Record]:
        """What is marked, and still there."""
        return ()

    def unmark(self) -> None:
        """The verb is done: the marks fall away."""

    def marked_people(self) -> list[Person]:
        """The people who are marked."""
        return [record for record in self.marked() if isinstance(record, Person)]

    def why_not_several(self, command_id: str, place: commands.Place) -> str | None:
        """Why a command can do nothing with several; None when it can, or when nothing is marked."""
        count = len(self.marked())
        if not count or command_id not in FOR_ONE or command_id in FOR_SEVERAL.get(place, ()):
            return None
        name = commands.BY_ID[command_id].name_in(place).capitalize()
        are = "1 is" if count == 1 else f"{count:,} are"
        return f"{are} marked, and “{name}” is for one at a time: esc takes the marks away."

    async def action_rest(self) -> None:
        """Let those who are marked rest; when all of them do, they come back."""
        some = self.marked_people()
        if not some:
            await super().action_rest()
            return
        here = tuple(person.id for person in some if person.in_circle)
        verb, ids = (people.let_rest, here) if here else (people.bring_back, tuple(person.id for person in some))
        if await self.givenet.try_to(verb, ids):
            self.unmark()

    async def action_delete(self) -> None:
        """Put all that is marked into the trash."""
        some = self.marked()
        if not some:
            await super().action_delete()
        elif await self.givenet.try_to(bulk.delete, some):
            self.unmark()

    def action_edit(self) -> None:
        """Tags and a rhythm for all who are marked."""
        if self.marked_people():
            self.edit_several()
        else:
            super().action_edit()

    def edit_several(self) -> None:
        """Open the dialog for those who are marked. Refusal when nobody is: a draft cannot know who was."""
        some = self.marked_people()
        if not some:
            raise Refusal("Nobody is marked any more.")
        ids = tuple(person.id for person in some)

        async def keep(now: dialogs.Retagged) -> None:
            await self.givenet.do(bulk.retag, ids, add=now.add, drop=now.drop, rhythm=now.rhythm)
            self.unmark()

        dialog = (
            dialogs.BulkOfTwo(some, keep, unite=lambda: self.make_one(ids[0], ids[1]))
            if len(ids) == 2
            else dialogs.BulkDialog(some, keep)
        )
        self.ask(dialog, "several")

    def action_touch(self) -> None:
        """One touch with all who are marked."""
        if self.marked_people():
            self.touch_several()
        else:
            super().action_touch()

    def touch_several(self) -> None:
        """Open the dialog for one touch with those who are marked. Refusal when nobody is."""
        some = self.marked_people()
        if not some:
            raise Refusal("Nobody is marked any more.")
        ids = tuple(person.id for person in some)

        async def keep(touch: dialogs.Touch) -> None:
            await self.givenet.do(interactions.log, ids, on=touch.on, channel=touch.channel, text=touch.text)
            self.unmark()

        who = some[0].name if len(some) == 1 else many(len(some))
        if 1 < len(some) <= 3:
            who = ", ".join(person.name for person in some)
        dialog = dialogs.TouchDialog(f"In touch with {who}", keep, settings=self.settings, today=self.today)
        self.ask(dialog, "touch-several")
