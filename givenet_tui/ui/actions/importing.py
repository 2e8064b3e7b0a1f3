"""Import: ask for a file, read it off the event loop, let the user pick, bring them in as one change."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from givenet_tui.domain.errors import GiveNetError, Refusal
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import circle
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions

if TYPE_CHECKING:
    from givenet_tui.exchange.findings import Problem


class ImportActions(Actions):
    """What `i` does, on every screen."""

    def action_import(self) -> None:
        """Bring people in from a file."""

        async def keep(path: Path) -> None:
            await self.pick_from([path])

        self.ask(dialogs.FileDialog(keep), "import")

    async def pick_from(self, paths: Sequence[Path]) -> None:
        """Read files and let the user pick from them. Raises GiveNetError when one is not ours."""
        from givenet_tui.domain.imports import bring_in, sort_out
        from givenet_tui.exchange.files import read_path

        readings = [await asyncio.to_thread(read_path, path) for path in paths]
        people = [person for reading in readings for person in reading.people]
        problems = [
            _said(problem, path.name if len(paths) > 1 else "")
            for path, reading in zip(paths, readings, strict=True)
            for problem in reading.problems
        ]
        source = ", ".join(path.name for path in paths)
        arrivals = sort_out(self.book, people)
        if not arrivals.fresh:
            here = len(arrivals.already_here)
            raise Refusal(
                f"Everyone in {source} is already here: {'1 person' if here == 1 else f'{here} people'}."
                if here
                else f"{source} holds nobody to bring in."
            )

        async def keep(chosen: Sequence[Person]) -> None:
            await self.givenet.do(bring_in, source, chosen)

        picking = dialogs.PickPeople(arrivals, problems, source, keep, room=circle(self.book, self.today).room)
        self.app.call_later(self.app.push_screen, picking)

    async def pick_at_the_start(self, paths: Sequence[Path]) -> None:
        """The same for files named on the command line: what is wrong is said in a toast."""
        try:
            await self.pick_from(paths)
        except GiveNetError as error:
            self.givenet.say(error.sentence, "warning")


def _said(problem: "Problem", name: str) -> str:
    return f"{name + ', ' if name else ''}line {problem.line}: {problem.sentence}"
