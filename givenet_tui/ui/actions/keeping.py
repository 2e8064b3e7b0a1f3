"""The trash, imports to take back, and words that were written in two places."""

import asyncio
from collections.abc import Hashable, Mapping, Sequence

from givenet_tui.domain.book import Book
from givenet_tui.domain.references import key_of
from givenet_tui.domain.settings import ImportRun
from givenet_tui.domain.trash import Trashed, called
from givenet_tui.domain.trash import trash as what_was_deleted
from givenet_tui.domain.verbs import imports, trash, versions
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions
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
