"""Export: ask for a format and a file, write it off the event loop, say what went where."""

import asyncio
from datetime import date
from pathlib import Path

from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions
from givenet_tui.ui.widgets.choice import Option


class ExportActions(Actions):
    """What the palette does about other programs."""

    def action_export(self) -> None:
        """Write the book, or the people, into a file. One that is there is written over only when asked twice."""
        from givenet_tui.exchange.export.formats import FORMATS

        warned: set[str] = set()

        async def keep(asked: dialogs.Export) -> None:
            over = asked.file in warned
            warned.add(asked.file)
            where = self.givenet.workspace.store.path
            self.givenet.say(await asyncio.to_thread(_write, self.book, where, asked, self.today, over))

        ways = [dialogs.WayOut(Option(one.name, one.key, one.words), one.suffix) for one in FORMATS.values()]
        self.ask(dialogs.ExportDialog(ways, keep, place=f"~/givenet-{self.today}"), "export")


def _write(book: Book, own: Path | None, asked: "dialogs.Export", today: date, over: bool) -> str:
    """Write it; a sentence about what is where. GiveNetError when it was not written."""
    from givenet_tui.exchange.export.formats import held, written
    from givenet_tui.store.new_file import is_a_file, write_file

    if not over and is_a_file(asked.file):
        raise Refusal(f"{asked.file} is there already: enter once more writes over it. Or name another file.")
    return f"{held(asked.format, book)} in {write_file(own, asked.file, written(asked.format, book, today))}"
