"""GiveNetApp: modes, themes, wiring. The book is one reactive value; screens draw slices of it."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Concatenate, Literal, ParamSpec, TypeVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen

from givenet_tui.clock import today
from givenet_tui.domain.agenda import agenda
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.errors import CannotTurn, GiveNetError
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.months import month_of
from givenet_tui.domain.offers import PARTS
from givenet_tui.domain.records import Record
from givenet_tui.domain.suggestions import choice
from givenet_tui.domain.versions import choices
from givenet_tui.ui import present
from givenet_tui.ui.actions.importing import ImportActions
from givenet_tui.ui.actions.screen import Follows
from givenet_tui.ui.drafts import EVERY as DRAFTS_EVERY
from givenet_tui.ui.drafts import DraftKeeper
from givenet_tui.ui.finders import Finders
from givenet_tui.ui.keys_in_turn import KeysInTurn
from givenet_tui.ui.outside import OutsideWatch
from givenet_tui.ui.themes import DARK, THEMES, meanings
from givenet_tui.wording import not_shown
from givenet_tui.workspace import Done, Workspace

P = ParamSpec("P")
D = TypeVar("D")
OUTSIDE_EVERY = 1.0
"""Seconds between two looks at whether another program has written the book."""
DAY_EVERY = 20.0
"""Seconds between two looks at whether the day has turned."""
IN_TWO_PLACES = (
    "Another window or program wrote in the same place: its words are kept. ctrl+p, “written in two places”, chooses."
)


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


class GiveNetApp(KeysInTurn):
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

    book: reactive[Book] = reactive(Book, init=False)
    day: reactive[date] = reactive(date.min, init=False)

    def __init__(self, workspace: Workspace, *, label: str = "", importing: Sequence[Path] = ()) -> None:
        """Show the workspace's book; with `importing`, begin by picking people from those files."""
        super().__init__()
        self._importing = importing
        self.workspace = workspace
        self.label = label
        self.set_reactive(GiveNetApp.book, workspace.book)
        self.set_reactive(GiveNetApp.day, self._today())
        self._one_at_a_time = asyncio.Lock()
        self._outside_trouble = ""
        self._outside = OutsideWatch(self)
        self.to_choose = choices(workspace.book)
        """What two wrote in one place, for the user to choose from."""
        self.drafts = DraftKeeper(self)
        self.finders = Finders()
        for theme in THEMES:
            self.register_theme(theme)
        self._follow_theme(workspace.book)

    def watch_book(self, before: Book, now: Book) -> None:
        """Draw it; follow the theme that was chosen, here or elsewhere, and a choice that is taken back."""
        if now.settings.theme != before.settings.theme:
            self._follow_theme(now)
        self._draw_anew()

    def watch_day(self) -> None:
        """Draw the new day."""
        self._draw_anew()

    def _draw_anew(self) -> None:
        """Tell the screens that are open. Were they to watch, Textual would keep those that were left as well."""
        for screen in self.screen_stack:
            if isinstance(screen, Follows):
                screen.show_newest()

    def _follow_theme(self, book: Book) -> None:
        self.theme = book.settings.theme if book.settings.theme in self.available_themes else DARK

    async def action_quit(self) -> None:
        """Leave; where words would be lost, it is asked as for `esc`."""
        from givenet_tui.ui.dialogs.dialog import Dialog
        from givenet_tui.ui.screens.notebook import NotebookScreen

        if isinstance(self.screen, Dialog | NotebookScreen) and self.screen.has_new_words:
            self.screen.action_leave()
        else:
            self.exit()

    def action_command_palette(self) -> None:
        """Open our palette, unless it is open already."""
        from givenet_tui.ui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours by meaning, for the themes that do not name them."""
        return meanings(self.current_theme.to_color_system().generate())

    async def on_mount(self) -> None:
        """Look now and then at the file and at the day."""
        if self._importing:
            await self.switch_mode("people")
        self.set_interval(OUTSIDE_EVERY, self._look_outside)
        self.set_interval(DAY_EVERY, self._look_at_the_day)
        self.set_interval(DRAFTS_EVERY, self.drafts.look)
        if self.workspace.store.read_only:
            self.say(self.workspace.store.read_only, "warning")
        if self.workspace.store.hidden:
            self.say(not_shown(self.workspace.store.hidden), "warning")
        if self._importing and isinstance(self.screen, ImportActions):
            await self.screen.pick_at_the_start(self._importing)
        self.call_after_refresh(self.drafts.offer)

    def exit(self, result: None = None, return_code: int = 0, message: Any = None) -> None:
        """Leave: words that are being written are kept aside first."""
        self.drafts.flush()
        super().exit(result, return_code, message)

    # --- doing things ----------------------------------------------------------------------------

    async def do(self, verb: Callable[Concatenate[Book, Moment, P], Change], *args: P.args, **kwargs: P.kwargs) -> Done:
        """Do a verb off the event loop, then show the new book and say what was done. Raises GiveNetError."""
        return await self._run(lambda: self.workspace.do(verb, *args, **kwargs))

    async def do_over(
        self, seen: Record, verb: Callable[Concatenate[Book, Moment, P], Change], *args: P.args, **kwargs: P.kwargs
    ) -> Done:
        """The same for words that were written over a record as it was `seen`."""
        done = await self._run(lambda: self.workspace.do_over(seen, verb, *args, **kwargs))
        if any(
            edit.after is not None and edit.after.other_versions != seen.other_versions for edit in done.change.edits
        ):
            self.say(IN_TWO_PLACES, "warning")
        return done

    async def try_to(
        self, verb: Callable[Concatenate[Book, Moment, P], Change], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        """The same for a single key, where no dialog could show a refusal: it is said in a toast."""
        try:
            await self.do(verb, *args, **kwargs)
        except GiveNetError as error:
            self.say(error.sentence, "warning")
            return False
        return True

    async def turn(self, turn: Callable[[], Done]) -> None:
        """Undo or redo."""
        try:
            await self._run(turn)
        except GiveNetError as error:
            more = " Once more: it is passed over." if isinstance(error, CannotTurn) else ""
            self.say(error.sentence + more, "warning")

    async def settle(self, work: Callable[[], Done]) -> None:
        """Say what becomes of what came into the book past GiveNet."""
        done = await self._run(work)
        self.say(done.name)

    async def _run(self, work: Callable[[], Done]) -> Done:
        try:
            async with self._one_at_a_time:
                done = await asyncio.to_thread(self._with_answers, work)
        except GiveNetError:
            changed = self.workspace.store.changed_outside
            if changed:
                self.call_later(self._outside.ask, changed)
            raise
        self.book = self.workspace.book
        self.clear_notifications()  # what was said of earlier actions is past
        self._tell_outside(done.outside)
        if done.note:
            self.say(done.note, "warning")
        if done.change:
            self.say(done.name)
        return done

    def _with_answers(self, work: Callable[[], D]) -> D:
        """Do it, and work out what will be asked of the new book: its answers are kept, and nobody waits for them."""
        done = work()
        book, today = self.workspace.book, self._today()
        if book is not self.book:
            self.to_choose = choices(book)
        agenda(book, today)
        if self.current_mode == "board":
            for part in PARTS:
                choice(book, month_of(today), part, today)
        return done

    def say(self, sentence: str, severity: Literal["information", "warning"] = "information") -> None:
        """Say something in a toast. The sentence may hold users' text."""
        timeout = 6 if severity == "warning" else 3
        self.notify(present.toast(sentence), severity=severity, markup=False, timeout=timeout)

    # --- what happens elsewhere ------------------------------------------------------------------

    async def _look_outside(self) -> None:
        if self._one_at_a_time.locked():
            return
        try:
            async with self._one_at_a_time:
                outside = await asyncio.to_thread(self._with_answers, self.workspace.refresh)
        except GiveNetError as error:
            if error.sentence != self._outside_trouble:  # it is looked at every second, and said once
                self.say(error.sentence, "warning")
            self._outside_trouble = error.sentence
            return
        self._outside_trouble = ""
        if outside:
            self.book = self.workspace.book
            if not self.workspace.store.changed_outside:
                self._tell_outside(outside)
        self._outside.look()

    def _tell_outside(self, outside: Change | None) -> None:
        if outside:
            count = sum(edit.table != "imports" for edit in outside.edits)
            theirs = "1 change is" if count == 1 else f"{count} changes are"
            self.say(f"Another window or program: its {theirs} in.")

    def _look_at_the_day(self) -> None:
        self.day = self._today()

    def _today(self) -> date:
        return today(self.workspace.clock, self.workspace.book.settings.day_starts_at)
