"""A book that was changed past GiveNet: what is different is shown, and the user says whether it stays."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from givenet_tui.ports import ChangedOutside
from givenet_tui.ui import dialogs
from givenet_tui.ui.screens.place import Place
from givenet_tui.ui.widgets.choice import Option

if TYPE_CHECKING:
    from givenet_tui.ui.doing import Doing

TITLE = "Something other than GiveNet changed the book"
OPTIONS = (Option("keep", "k", "keep it as it is now"), Option("back", "g", "go back to what was saved"))


class OutsideWatch:
    """Asks once about each state of the file; what was left open is asked again before the next write."""

    def __init__(self, app: "Doing") -> None:
        """Watch an app's book."""
        self._app = app
        self._asked_about = ""
        self._is_asking = False

    def look(self) -> None:
        """Ask, unless it was asked already or somebody is in the middle of something."""
        changed = self._app.workspace.store.changed_outside
        if changed is None:
            self._asked_about = ""
        elif changed.sentence != self._asked_about and self._is_free():
            self.ask(changed)

    def _is_free(self) -> bool:
        screen = self._app.screen
        return isinstance(screen, Place) and screen.why_not("quit") is None

    def ask(self, changed: ChangedOutside) -> None:
        """Show what is different, on top of whatever is there."""
        if self._is_asking:
            return
        self._is_asking = True
        self._asked_about = changed.sentence

        async def keep(answer: str) -> None:
            await self._settle(answer)

        every = () if changed.names_all else ("", *changed.details)
        notice = "\n".join((*changed.lines, "", "Either way the other is kept as a copy.", *every))
        self._app.push_screen(dialogs.ChoiceDialog(TITLE, keep, OPTIONS, notice=notice), self._closed)

    async def _settle(self, answer: str) -> None:
        workspace = self._app.workspace
        does: dict[str, Callable[[], Awaitable[object]]] = {
            "keep": lambda: self._app.settle(workspace.keep_outside),
            "back": lambda: self._app.settle(workspace.go_back),
        }
        await does[answer]()

    def _closed(self, _: None) -> None:
        self._is_asking = False
