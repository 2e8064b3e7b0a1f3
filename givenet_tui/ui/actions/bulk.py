"""Several at once: what is marked, and the verbs that go to all of it as one change."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from typing import Concatenate, ParamSpec, get_args

from givenet_tui.domain.agenda import Line
from givenet_tui.domain.aspirations import Aspiration, AspirationStatus
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.check_ins import Handled
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.offers import Offer, moves
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.verbs import bulk, interactions, offers, people
from givenet_tui.domain.verbs.bulk import many
from givenet_tui.ui import commands, dialogs
from givenet_tui.ui.actions.circle import CircleActions
from givenet_tui.ui.actions.copying import CopyingActions
from givenet_tui.ui.actions.daily import PUT_OFF
from givenet_tui.ui.actions.stepping import CLOSINGS, STEP_KEYS
from givenet_tui.ui.actions.uniting import UnitingActions
from givenet_tui.ui.widgets.choice import Option

P = ParamSpec("P")

FOR_ONE = frozenset(
    {"note", "offer", "touch", "came_back", "advance", "done", "set_step", "bump", "edit", "rest", "delete", "copy"}
)
"""Commands about what is under the cursor."""
FOR_SEVERAL: Mapping[commands.Place, tuple[str, ...]] = {
    "people": ("touch", "edit", "rest", "delete"),
    "notebook": ("advance", "set_step", "delete"),
    "board": ("set_step", "carry", "delete"),
    "today": ("bump",),
}
"""Those that go to all that is marked, by place."""
CALLED = {"edit": "tags", "touch": "touch"}
"""What a command is called when it goes to several, where that is something else."""
NOT_TOGETHER = "No step goes for all that is marked: mark offers alone, or what they told you alone."
CLOSED_AMONG = "No step makes sense for all of these: one of them is closed, or has no words yet."


class BulkActions(UnitingActions, CopyingActions, CircleActions):
    """What the next verb does with what `m` marked."""

    def marked(self) -> Sequence[Record]:
        """What is marked, and still there."""
        return ()

    def mark_count(self) -> int:
        """How many are marked."""
        return 0

    def marked_lines(self) -> Sequence[Line]:
        """The lines of the agenda that are marked, and still open."""
        return ()

    def unmark(self) -> None:
        """The verb is done: the marks fall away."""

    def marked_people(self) -> list[Person]:
        """The people who are marked."""
        return [record for record in self.marked() if isinstance(record, Person)]

    def why_not_several(self, command_id: str, place: commands.Place) -> str | None:
        """Why a command can do nothing with several; None when it can, or when nothing is marked."""
        count = self.mark_count() if command_id in FOR_ONE else 0
        if not count or command_id in FOR_SEVERAL.get(place, ()):
            return None
        name = commands.BY_ID[command_id].name_in(place).capitalize()
        are = "1 is" if count == 1 else f"{count:,} are"
        return f"{are} marked, and “{name}” is for one at a time: esc takes the marks away."

    def goes_to_several(self, command_id: str, place: commands.Place) -> bool:
        """Whether a command is about all that is marked, and something is."""
        return command_id in FOR_SEVERAL.get(place, ()) and self.mark_count() > 0

    async def do_with_several(self, command_id: str, place: commands.Place) -> bool:
        """Do a command with all that is marked. False when nothing is, or when it is not about that."""
        if not self.goes_to_several(command_id, place):
            return False
        does: Mapping[str, Callable[[], Awaitable[None] | None]] = {
            "rest": self.rest_several, "delete": self.delete_several, "edit": self.edit_several,
            "touch": self.touch_several, "advance": self.fulfil_several, "set_step": self.set_step_of_several,
            "carry": self.carry_several, "bump": self.bump_several,
        }  # fmt: skip
        doing = does[command_id]()
        if doing is not None:
            await doing
        return True

    async def try_with_several(
        self, verb: Callable[Concatenate[Book, Moment, P], Change], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Do a verb with all that is marked; when it was done, the marks fall away."""
        if await self.givenet.try_to(verb, *args, **kwargs):
            self.unmark()

    async def rest_several(self) -> None:
        """Let those who are marked rest; when all of them do, they come back."""
        some = self.marked_people()
        here = tuple(person.id for person in some if person.in_circle)
        if here:
            await self.try_with_several(people.let_rest, here)
        else:
            await self.try_with_several(people.bring_back, tuple(person.id for person in some))

    async def delete_several(self) -> None:
        """Put all that is marked into the trash."""
        await self.try_with_several(bulk.delete, self.marked())

    async def carry_several(self) -> None:
        """Carry the offers that are marked over to the next month."""
        await self.try_with_several(offers.carry_over, _ids(self.marked()))

    async def fulfil_several(self) -> None:
        """What they told you is fulfilled; when all of it is closed, it is open again."""
        told = [record for record in self.marked() if isinstance(record, Aspiration)]
        if len(told) < len(self.marked()):
            self.givenet.say(NOT_TOGETHER, "warning")
            return
        still_open = [one for one in told if one.is_open]
        status: AspirationStatus = "fulfilled" if still_open else "open"
        await self.try_with_several(bulk.close, _ids(still_open or told), status)

    def set_step_of_several(self) -> None:
        """Set the step of all offers that are marked, or how all stands that they told you."""
        some = self.marked()
        if all(isinstance(record, Aspiration) for record in some):
            self._ask_how_they_stand(some)
        elif all(isinstance(record, Offer) for record in some):
            self._ask_for_a_step([record for record in some if isinstance(record, Offer)])
        else:
            self.givenet.say(NOT_TOGETHER, "warning")

    def _ask_how_they_stand(self, told: Sequence[Record]) -> None:
        async def keep(status: str) -> None:
            closing = next(one for one in get_args(AspirationStatus) if one == status)
            await self.givenet.do(bulk.close, _ids(told), closing)
            self.unmark()

        options = [Option(*option) for option in CLOSINGS["aspiration"]]
        self.app.push_screen(dialogs.ChoiceDialog(f"How do these {len(told)} stand?", keep, options))

    def _ask_for_a_step(self, some: Sequence[Offer]) -> None:
        common = [status for status in moves(some[0]) if all(status in moves(offer) for offer in some)]
        if not common:
            self.givenet.say(CLOSED_AMONG, "warning")
            return

        async def keep(status: str) -> None:
            step = next(one for one in common if one == status)
            await self.givenet.do(bulk.step, _ids(some), step)
            self.unmark()

        options = [Option(status, *STEP_KEYS[status]) for status in common]
        self.app.push_screen(dialogs.ChoiceDialog(f"Where do these {len(some)} stand?", keep, options))

    def bump_several(self) -> None:
        """Put off all lines that are marked."""
        lines = [Handled(line.what, line.person, line.record, "bumped") for line in self.marked_lines()]

        async def keep(days: str) -> None:
            await self.givenet.do(bulk.bump, lines, int(days))
            self.unmark()

        which = "this line" if len(lines) == 1 else f"{len(lines)} lines"
        self.app.push_screen(dialogs.ChoiceDialog(f"Put {which} off", keep, PUT_OFF))

    def _several(self, ids: Collection[int]) -> tuple[list[Person], tuple[int, ...]]:
        """Those who are marked, or those of a draft who are still there, and their ids. Refusal when nobody is."""
        known = (self.book.people.get(id_) for id_ in ids)
        some = [person for person in known if person is not None] if ids else self.marked_people()
        if not some:
            raise Refusal("Nobody is marked any more.")
        return some, _ids(some)

    def edit_several(self, of_a_draft: Collection[int] = ()) -> None:
        """Open the dialog for tags and a rhythm of several."""
        some, ids = self._several(of_a_draft)

        async def keep(now: dialogs.Retagged) -> None:
            await self.givenet.do(bulk.retag, ids, add=now.add, drop=now.drop, rhythm=now.rhythm)
            self.unmark()

        dialog = (
            dialogs.BulkOfTwo(some, keep, unite=lambda: self.make_one(ids[0], ids[1]))
            if len(ids) == 2
            else dialogs.BulkDialog(some, keep)
        )
        dialog.several = ids
        self.ask(dialog, "several")

    def touch_several(self, of_a_draft: Collection[int] = ()) -> None:
        """Open the dialog for one touch with several."""
        some, ids = self._several(of_a_draft)

        async def keep(touch: dialogs.Touch) -> None:
            await self.givenet.do(interactions.log, ids, on=touch.on, channel=touch.channel, text=touch.text)
            self.unmark()

        who = some[0].name if len(some) == 1 else many(len(some))
        if 1 < len(some) <= 3:
            who = ", ".join(person.name for person in some)
        dialog = dialogs.TouchDialog(f"In touch with {who}", keep, settings=self.settings, today=self.today)
        dialog.several = ids
        self.ask(dialog, "touch-several")


def _ids(records: Iterable[Record]) -> tuple[int, ...]:
    return tuple(record.id for record in records)
