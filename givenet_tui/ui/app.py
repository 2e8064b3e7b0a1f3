"""GiveNetApp: modes, themes, wiring. The book is one reactive value; screens draw slices of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen

from givenet_tui.domain.book import Book
from givenet_tui.domain.people import Person
from givenet_tui.domain.versions import choices
from givenet_tui.ui.actions.importing import ImportActions
from givenet_tui.ui.doing import Doing
from givenet_tui.ui.drafts import EVERY as DRAFTS_EVERY
from givenet_tui.ui.drafts import DraftKeeper
from givenet_tui.ui.driver import LeavesNothing
from givenet_tui.ui.finders import Finders
from givenet_tui.ui.outer_editor import OuterEditor
from givenet_tui.ui.themes import DARK, THEMES, meanings
from givenet_tui.ui.visit import Visit
from givenet_tui.wording import not_shown
from givenet_tui.workspace import Workspace

OUTSIDE_EVERY = 1.0
"""Seconds between two looks at whether another program has written the book."""
DAY_EVERY = 20.0
"""Seconds between two looks at whether the day has turned."""


def _today() -> Screen[Any]:
    from givenet_tui.ui.screens.today import TodayScreen

    return TodayScreen()


def _people() -> Screen[Any]:
    from givenet_tui.ui.screens.people import PeopleScreen

    return PeopleScreen()


def _board() -> Screen[Any]:
    from givenet_tui.ui.screens.board import BoardScreen

    return BoardScreen()


def _year() -> Screen[Any]:
    from givenet_tui.ui.screens.year import YearScreen

    return YearScreen()


class GiveNetApp(Doing):
    """The app over a workspace. `label` is shown at the top: a sample says that it is one."""

    TITLE = "GiveNet"
    # All at once: Textual parses all of it anew when a screen brings more.
    CSS_PATH = [
        "app.tcss",
        *(f"screens/{name}.tcss" for name in ("today", "people", "notebook", "board", "year", "find")),
    ]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-usual"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "today": _today,
        "people": _people,
        "board": _board,
        "year": _year,
    }
    DEFAULT_MODE = "today"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(self, workspace: Workspace, *, label: str = "", importing: Sequence[Path] = ()) -> None:
        """Show the workspace's book; with `importing`, begin by picking people from those files."""
        super().__init__(workspace)
        self._importing = importing
        self.label = label
        self.drafts = DraftKeeper(self)
        self.visit: Visit = Visit(self)
        self._tour: Literal["not yet", "now", "is known"] = "not yet"
        self.finders = Finders()
        self.outer_editor = OuterEditor(self)
        for theme in THEMES:
            self.register_theme(theme)
        self._follow_theme(workspace.book)

    def get_driver_class(self) -> type[Driver]:
        """Leave nothing of the book on the terminal."""
        return LeavesNothing

    def watch_book(self, before: Book, now: Book) -> None:
        """Draw it; follow the theme that was chosen, here or elsewhere, and a choice that is taken back."""
        if now.settings.theme != before.settings.theme:
            self._follow_theme(now)
        if now.settings.day_starts_at != before.settings.day_starts_at:
            self._look_at_the_day()
        self._draw_anew()

    def watch_day(self) -> None:
        """Draw the new day."""
        self._draw_anew()

    def _follow_theme(self, book: Book) -> None:
        self.theme = book.settings.theme if book.settings.theme in self.available_themes else DARK

    @property
    def themes_to_choose(self) -> list[str]:
        """Our own first, then those of Textual."""
        own = [theme.name for theme in THEMES]
        return [*own, *sorted(set(self.available_themes) - set(own))]

    async def action_quit(self) -> None:
        """Leave; where words would be lost, it is asked as for `esc`."""
        from givenet_tui.ui.dialogs.dialog import Dialog
        from givenet_tui.ui.screens.notebook import NotebookScreen

        if isinstance(self.screen, Dialog | NotebookScreen) and self.screen.has_new_words:
            self.screen.action_leave()
        else:
            self.exit()

    async def action_in_editor(self) -> None:
        """Write in $EDITOR what is being written here."""
        await self.outer_editor.edit_field()

    async def action_suspend(self) -> None:
        """Back to the shell, until `fg`: half-typed words are kept aside first."""
        if self._driver is None or not self._driver.can_suspend:
            self.say("This terminal has no shell to go back to.", "warning")
            return
        await self.drafts.look()
        self.action_suspend_process()

    def action_command_palette(self) -> None:
        """Open our palette, unless it is open already."""
        from givenet_tui.ui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours by meaning, for the themes that do not name them."""
        return meanings(self.current_theme.to_color_system().generate())

    async def on_mount(self) -> None:
        """Look now and then at the file and at the day; draw all of it anew when the terminal comes back."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if self._importing:
            await self.switch_mode("people")
        self.set_interval(OUTSIDE_EVERY, self._look_outside)
        self.set_interval(DAY_EVERY, self._look_at_the_day)
        self.set_interval(DRAFTS_EVERY, self._look_at_drafts)
        if self.workspace.store.hidden:
            self.say(not_shown(self.workspace.store.hidden), "warning")
        if self._importing and isinstance(self.screen, ImportActions):
            await self.screen.pick_at_the_start(self._importing)
        self.call_after_refresh(self.drafts.offer)

    def exit(self, result: None = None, return_code: int = 0, message: Any = None) -> None:
        """Leave: words that are being written are kept aside first."""
        self.drafts.flush()
        self.visit.close()
        super().exit(result, return_code, message)

    async def _look_at_drafts(self) -> None:
        await self.drafts.look()

    async def work_on(self, workspace: Workspace, *, label: str = "", drafts: DraftKeeper | None = None) -> None:
        """Show another book; `drafts` keeps what is written in it, where it was open before."""
        async with self._one_at_a_time:
            self.workspace, self.label = workspace, label
            self.drafts = drafts or DraftKeeper(self)
            self.to_choose, self._outside_trouble, self._not_written = choices(workspace.book), "", ""
            self._read_only = workspace.store.read_only
            self.book = workspace.book
            self._show_trouble()
        self.day = self._today()
        await self._look_outside()

    def someone_was_added(self) -> None:
        """Someone was added by hand: the very first, trash included, brings the tour."""
        if self._tour == "not yet" and len(self.book.records[Person.table]) == 1:
            self._tour = "now"

    def tour_is_known(self) -> None:
        """It is shown, asked for or not: it does not come by itself any more."""
        self._tour = "is known"

    def offer_tour(self) -> None:
        """Show the tour once, when its time has come and nothing else is on top."""
        from givenet_tui.ui.screens.place import Place

        if self._tour == "now" and isinstance(self.screen, Place):
            self.screen.action_tour()

    def _look_at_the_day(self) -> None:
        self.day = self._today()
