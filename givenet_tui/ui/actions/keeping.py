"""The trash, imports to take back, and words that were written in two places."""

import asyncio
from collections.abc import Hashable, Mapping, Sequence
from typing import cast

from givenet_tui.domain.book import Book
from givenet_tui.domain.references import key_of
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.trash import Trashed, called
from givenet_tui.domain.trash import trash as what_was_deleted
from givenet_tui.domain.verbs import imports, trash, versions
from givenet_tui.ports import KeptCopy
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions
from givenet_tui.ui.drawing.settings import Row
from givenet_tui.ui.widgets.choice import Option

MOST_IMPORTS = 5


class KeepingActions(Actions):
    """What the palette does about things that were deleted or brought in."""

    async def action_trash(self) -> None:
        """Show what was deleted. In a large book it takes a while to find all of it, and nobody waits for that."""

        async def look() -> Mapping[Hashable, Trashed]:
            return await asyncio.to_thread(_deleted_in, self.book)

        async def restore(one: Trashed) -> None:
            await self.givenet.do(trash.restore, [one.record])

        async def purge(some: Sequence[Trashed]) -> None:
            await self.givenet.do(trash.empty, [one.record for one in some])

        self.app.push_screen(
            dialogs.TrashDialog(await look(), look=look, restore=restore, purge=purge, today=self.today)
        )

    def action_undo_import(self) -> None:
        """Take an import back: the latest first."""
        runs = sorted(self.book.all(ImportRun), key=lambda run: run.id, reverse=True)[:MOST_IMPORTS]
        options = [
            Option(str(run.id), str(number), f"{run.source}, {run.on:%-d %b %Y}: {_people(len(run.records))}")
            for number, run in enumerate(runs, 1)
        ]

        async def keep(run_id: str) -> None:
            await self.givenet.do(imports.take_back, int(run_id))

        notice = "Who was edited since, or has something of their own by now, stays."
        self.app.push_screen(dialogs.ChoiceDialog("Take an import back", keep, options, notice=notice))

    async def action_left_words(self) -> None:
        """Ask again about words that were left for later."""
        await self.givenet.drafts.offer()

    async def action_back_up(self) -> None:
        """Keep a copy of the book as it is now."""
        await self.givenet.try_to_settle(self.givenet.workspace.back_up)

    async def action_restore(self) -> None:
        """Show the copies. In a large book it takes a while to open all of them, and nobody waits for that."""
        copies = await asyncio.to_thread(self.givenet.workspace.store.copies)
        rows = [Row(number, copy.said, says=copy.people) for number, copy in enumerate(copies)]

        async def ask(number: Hashable) -> None:
            self._ask_whether_to_put_back(copies[cast("int", number)])

        empty = "There is no copy yet. One is made before the first change of each day."
        acts = {"edit": ("bring back", ask)}
        self.app.push_screen(dialogs.RowsDialog("Bring back an earlier state", lambda: rows, acts, empty=empty))

    def _ask_whether_to_put_back(self, copy: KeptCopy) -> None:
        async def keep(answer: str) -> None:
            if answer == "yes":
                await self.givenet.try_to_settle(lambda: self.givenet.workspace.put_back(copy))

        options = (Option("no", "n", "no: leave the book as it is"), Option("yes", "y", "yes: bring this back"))
        notice = f"{copy.said}: {copy.people}\n\nWhat is in the book now is kept as a copy, and u takes it back."
        title = "Put this in the place of the book?"
        self.app.push_screen(dialogs.ChoiceDialog(title, keep, options, notice=notice))

    def action_versions(self) -> None:
        """Choose between what stands in a field and what another program wrote there; then the next."""
        if not self.givenet.to_choose:
            return
        first = self.givenet.to_choose[0]

        async def keep(answer: versions.Kept) -> None:
            await self.givenet.do(versions.choose, first.record, first.version, answer)
            if self.givenet.to_choose:
                self.app.call_later(self.action_versions)

        self.app.push_screen(dialogs.VersionsDialog(first, called(self.book, first.record), keep, self.today))


def _deleted_in(book: Book) -> Mapping[Hashable, Trashed]:
    return {key_of(one.record): one for one in what_was_deleted(book)}


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"
