"""RescueApp: the book cannot be read, or has gone. Its sound copies are offered, and nothing is touched before."""

from collections.abc import Sequence

from textual.app import App
from textual.driver import Driver

from givenet_tui.store.copies import Copy
from givenet_tui.store.errors import Damaged
from givenet_tui.ui.dialogs.choice_dialog import ChoiceDialog
from givenet_tui.ui.driver import LeavesNothing
from givenet_tui.ui.themes import DARK, THEMES, meanings
from givenet_tui.ui.widgets.choice import Option

MOST = 6
LEAVE = Option("leave", "l", "nothing: leave everything as it is")


class RescueApp(App[Copy]):
    """Asks which copy to put back; its return value is that copy, or None."""

    TITLE = "GiveNet"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-usual"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    def __init__(self, damaged: Damaged, copies: Sequence[Copy]) -> None:
        """`damaged` says what is wrong with the file; `copies` are sound, the best one first."""
        super().__init__()
        self._damaged = damaged
        self._copies = copies[:MOST]
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK

    def get_driver_class(self) -> type[Driver]:
        """Leave nothing of the book on the terminal."""
        return LeavesNothing

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours by meaning, for the themes that do not name them."""
        return meanings(self.current_theme.to_color_system().generate())

    def on_mount(self) -> None:
        """Ask at once."""
        options = [
            Option(str(number), str(number), f"{copy.said} · {copy.people}")
            for number, copy in enumerate(self._copies, 1)
        ]

        async def keep(answer: str) -> None:
            self.exit(None if answer == LEAVE.value else self._copies[int(answer) - 1])

        notice = f"{self._damaged.said}\n\nWhat shall stand in its place? {self._damaged.reassurance}"
        dialog = ChoiceDialog(self._damaged.title, keep, [*options, LEAVE], notice=notice)
        self.push_screen(dialog, lambda _: self.exit(self.return_value))
