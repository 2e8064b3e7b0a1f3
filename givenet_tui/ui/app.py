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
from givenet_tui.domain.errors import CannotTurn, GiveNetError, Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.months import month_of
from givenet_tui.domain.offers import PARTS
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.suggestions import choice
from givenet_tui.domain.versions import Choice, choices
from givenet_tui.ui import present
from givenet_tui.ui.actions.importing import ImportActions
from givenet_tui.ui.actions.screen import Follows
from givenet_tui.ui.drafts import EVERY as DRAFTS_EVERY
from givenet_tui.ui.drafts import DraftKeeper
from givenet_tui.ui.finders import Finders
from givenet_tui.ui.keys_in_turn import KeysInTurn
from givenet_tui.ui.outer_editor import OuterEditor
from givenet_tui.ui.outside import OutsideWatch
from givenet_tui.ui.themes import DARK, THEMES, meanings
from givenet_tui.ui.visit import Visit
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
        self.workspace: Workspace = workspace
        self.label = label
        self.set_reactive(GiveNetApp.book, workspace.book)
        self.set_reactive(GiveNetApp.day, self._today())
        self._one_at_a_time = asyncio.Lock()
        self._outside_trouble = ""
        self._not_written = ""
        self._read_only = workspace.store.read_only
        self.trouble = self._read_only or ""
        """What is the matter with the file, in a sentence, as long as it is; empty: nothing."""
        self._outside = OutsideWatch(self)
        self.to_choose: Sequence[Choice] = choices(workspace.book)
        """What two wrote in one place, for the user to choose from."""
        self.drafts = DraftKeeper(self)
        self.visit: Visit = Visit(self)
        self._tour: Literal["not yet", "now", "was offered"] = "not yet"
        self.finders = Finders()
        self.outer_editor = OuterEditor(self)
        for theme in THEMES:
            self.register_theme(theme)
        self._follow_theme(workspace.book)

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

    def _draw_anew(self) -> None:
        """Tell the screens that are open. Were they to watch, Textual would keep those that were left as well."""
        for screen in self.screen_stack:
            if isinstance(screen, Follows):
                screen.show_newest()

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

    def offer_tour(self) -> None:
        """Show the tour once, when its time has come and nothing else is on top."""
        from givenet_tui.ui.screens.place import Place

        if self._tour == "now" and isinstance(self.screen, Place):
            self._tour = "was offered"
            self.screen.action_tour()

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

    async def try_to_settle(self, work: Callable[[], Done]) -> None:
        """Do what is no verb: what became of it, or why it could not be done, is said in a toast."""
        try:
            done = await self._run(work)
        except GiveNetError as error:
            self.say(error.sentence, "warning")
            return
        if not done.change:  # which `_run` has said
            self.say(done.name)

    async def _run(self, work: Callable[[], Done]) -> Done:
        try:
            async with self._one_at_a_time:
                done = await asyncio.to_thread(self._with_answers, work)
        except GiveNetError as error:
            self._not_written = "" if self._read_only or isinstance(error, Refusal) else error.sentence
            self._show_trouble()
            changed = self.workspace.store.changed_outside
            if changed:
                self.call_later(self._outside.ask, changed)
            raise
        self._not_written = self._outside_trouble = ""
        self.book = self.workspace.book
        self._show_trouble()
        self.clear_notifications()  # what was said of earlier actions is past
        self._tell_outside(done.outside)
        if done.note:
            self.say(done.note, "warning")
        if done.change:
            self.say(done.name)
        return done

    def _with_answers(self, work: Callable[[], D]) -> D:
        """Do it, and work out what will be asked of the new book: its answers are kept, and nobody waits for them."""
        try:
            done = work()
        finally:
            self._read_only = self.workspace.store.read_only
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

    def _show_trouble(self) -> None:
        """Say on every screen what is the matter, or that it is over."""
        trouble = self._read_only or self._outside_trouble or self._not_written
        if trouble != self.trouble:
            self.trouble = trouble
            self._draw_anew()

    # --- what happens elsewhere ------------------------------------------------------------------

    async def _look_outside(self) -> None:
        if self._one_at_a_time.locked():
            return
        try:
            async with self._one_at_a_time:
                outside = await asyncio.to_thread(self._with_answers, self.workspace.refresh)
        except GiveNetError as error:
            self._outside_trouble = error.sentence
            self._show_trouble()
            return
        self._outside_trouble = ""
        if outside:
            self.book = self.workspace.book
        self._show_trouble()
        if outside and not self.workspace.store.changed_outside:
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
