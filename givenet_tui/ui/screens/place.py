"""Place: what every screen of the app shares: the two bars, the commands, and how a new book reaches it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from givenet_tui.domain.book import Book
from givenet_tui.ui import commands
from givenet_tui.ui.actions.editing import EditingActions
from givenet_tui.ui.screens.marks import Marks
from givenet_tui.ui.subject import WHY_NOT, Subject
from givenet_tui.ui.why_not import OF_THE_BOOK
from givenet_tui.ui.widgets.banner import Banner
from givenet_tui.ui.widgets.find_box import FindBox
from givenet_tui.ui.widgets.key_bar import Key, KeyBar
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.row_list import RowList
from givenet_tui.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from givenet_tui.ui.app import GiveNetApp

FINDING = (Key("enter", "open", "screen.command('open')"), Key("↑ ↓", "move"), Key("esc", "back", "screen.back"))
LOW = 30
NARROW = 80


class Place(EditingActions, Marks, Screen[None]):
    """A screen with bars and commands. Subclasses say what they show, and what is under the cursor."""

    place: ClassVar[commands.Place]
    mode: ClassVar[str]
    """The tab that is lit."""
    AUTO_FOCUS = ""

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Take the bindings of the place out of the table of commands."""
        if "place" in cls.__dict__:
            escape: list[BindingType] = [Binding("shift+tab", "app.focus_previous", show=False)]
            cls.BINDINGS = [*commands.bindings(cls.place), *escape]
        super().__init_subclass__()

    def __init__(self) -> None:
        """Nothing is drawn until the screen is shown."""
        super().__init__()
        self._shown: tuple[Book, object] | None = None
        self._shape = (False, False)

    @property
    def givenet(self) -> "GiveNetApp":
        """The app, typed."""
        return cast("GiveNetApp", self.app)

    @property
    def book(self) -> Book:
        """The newest book."""
        return self.givenet.book

    # --- what a screen says of itself ------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The bars, and the body between them."""
        yield TopBar(self.mode, self.givenet.label)
        yield Banner()
        yield from self.body()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """What stands between the bars."""
        raise NotImplementedError  # pragma: no cover

    def show_book(self) -> None:
        """Draw the newest book, keeping the cursor on the same record."""
        raise NotImplementedError  # pragma: no cover

    def subject(self) -> Subject:
        """What is under the cursor."""
        return Subject()

    def cursor_list(self) -> Page | None:
        """The list that the movement keys move in."""
        focused = self.focused
        return focused if isinstance(focused, Page) else None

    def mark_lists(self) -> Sequence[RowList]:
        """Every list of the screen."""
        return list(self.query(RowList))

    def mark_list(self) -> RowList | None:
        """The list that the movement keys move in."""
        rows = self.cursor_list()
        return rows if isinstance(rows, RowList) else None

    def why_not(self, command_id: str) -> str | None:
        """Why a command can do nothing now; None when it can."""
        if command_id == "open" and not self._has_rows():
            return "There is nothing here yet that could be opened."
        if command_id in OF_THE_BOOK:
            return OF_THE_BOOK[command_id](self.givenet)
        if command_id in {"mark", "mark_all"}:
            return self.why_not_mark()
        why = WHY_NOT.get(command_id)
        return why(self.subject()) if why else None

    def why_not_now(self, command_id: str) -> str | None:
        """The same, of all that is marked, where something is."""
        if self.goes_to_several(command_id, self.place):
            return None
        return self.why_not_several(command_id, self.place) or self.why_not(command_id)

    def _has_rows(self) -> bool:
        """Whether there is something under the cursor, or no list that it could be in."""
        rows = self.cursor_list()
        return not isinstance(rows, RowList) or bool(rows.keys)

    # --- a new book, a new day -------------------------------------------------------------------

    def on_mount(self) -> None:
        """Follow the book and the day."""
        self._shape = (self.is_low, self.is_narrow)
        for rows in self.query(RowList):
            rows.moved = self._row_moved
        self.refresh_shown()

    def on_screen_resume(self) -> None:
        """Catch up with what changed while another screen was on top, and with the words that were written there."""
        self.refresh_shown()
        self.call_later(self.givenet.drafts.settle)
        self.call_later(self.givenet.offer_tour)

    def on_screen_suspend(self) -> None:
        """What opens on top, or the place one goes to, is not covered by what was said of earlier actions."""
        self.givenet.let_toasts_go()

    def show_newest(self) -> None:
        """There is a new book, or a new day."""
        if self.is_mounted:
            self.refresh_shown()

    def refresh_shown(self) -> None:
        """Draw the newest book, unless it is what is drawn already."""
        now = (self.givenet.book, self.givenet.day)
        if self._shown is None or self._shown[0] is not now[0] or self._shown[1] != now[1]:
            self._shown = now
            bar = self.query_one(TopBar)
            bar.day, bar.to_choose = self.givenet.day, len(self.givenet.to_choose)
            bar.label = self.givenet.label
            self.show_book()
            self.let_marks_go()
        self.query_one(Banner).say(self.givenet.trouble)
        self.refresh_keys()

    @property
    def is_low(self) -> bool:
        """Whether there are too few rows for cards and gaps."""
        return self.app.size.height < LOW

    @property
    def is_narrow(self) -> bool:
        """Whether only one part can be shown at a time."""
        return self.app.size.width < NARROW

    def on_resize(self) -> None:
        """Draw rows anew when they are drawn otherwise in the new size."""
        shape = (self.is_low, self.is_narrow)
        if shape != self._shape and self._shown is not None:
            self._shape = shape
            for rows in self.query(RowList):
                rows.redraw()
            self.show_book()
            self.refresh_keys()

    def refresh_keys(self) -> None:
        """Dim those keys that can do nothing with what is under the cursor."""
        if not self.is_mounted:
            return
        finds = isinstance(self.focused, FindBox)  # where all other keys are letters
        self.query_one(KeyBar).keys = FINDING if finds else self.mark_keys() or self.bar_keys()

    def bar_keys(self) -> tuple[Key, ...]:
        """What the key bar shows while nothing is marked."""
        return tuple(
            Key(
                commands.KEY_WORDS.get(command.keys[0], command.keys[0]),
                command.name_in(self.place),
                f"screen.command({command.id!r})",
                self.why_not(command.id) is None,
            )
            for command in self.bar()
        )

    def bar(self) -> Sequence[commands.Command]:
        """The commands that the key bar shows, the most useful first."""
        return commands.in_bar(self.place)

    def on_descendant_focus(self) -> None:
        """What the keys can do depends on where one is."""
        self.refresh_keys()

    def _row_moved(self, rows: RowList) -> None:
        self.cursor_moved(rows)
        self.refresh_keys()

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """A click on the row under the cursor opens it."""
        event.stop()
        self.call_later(self.action_command, "open")

    def cursor_moved(self, _rows: RowList) -> None:
        """Follow the cursor: show what depends on it."""

    # --- commands --------------------------------------------------------------------------------

    async def action_command(self, command_id: str) -> None:
        """Run a command of the table, or say why it can do nothing now."""
        command = commands.BY_ID[command_id]
        elsewhere = (
            ""
            if self.place in command.places
            else f"{command.name.capitalize()} is for {commands.places_in_words(command)}."
        )
        why_not = elsewhere or self.why_not_now(command_id)
        if why_not:
            self.givenet.say(why_not, "warning")
            return
        if not await self.do_with_several(command_id, self.place):
            await self.run_action(command_id)

    def action_go(self, mode: str) -> None:
        """Go to one of the four places, at its top."""
        if mode != self.app.current_mode:
            self.app.switch_mode(mode)
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_back(self) -> None:
        """Take the marks away; without any, go back to where one came from."""
        if self.mark_count():
            self.unmark()
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.givenet.say("There is nothing to go back to: 1 2 3 4 go elsewhere, q leaves.", "warning")

    def action_next_part(self) -> None:
        """Go to the next part of the screen."""
        before = self.focused
        if self.focus_next() is before:
            self.givenet.say("This place has only one part.", "warning")

    def action_move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        page = self.cursor_list()
        if isinstance(page, RowList):
            page.action_move(rows)
        elif page is not None:
            page.action_scroll_by(rows)

    def action_move_end(self, direction: int) -> None:
        """Move the cursor to the first or the last row."""
        page = self.cursor_list()
        if isinstance(page, RowList):
            page.action_move_end(direction)
        elif page is not None:
            page.action_scroll_to_end(direction)

    def action_find_all(self) -> None:
        """Find in everything."""
        self.find_in_everything("")

    def find_in_everything(self, words: str) -> None:
        """Open Find on top of this screen, with some words typed already."""
        from givenet_tui.ui.screens.find import FindScreen

        self.app.push_screen(FindScreen(words))

    def action_palette(self) -> None:
        """Find any command by its name."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """Show all keys; from there one may go on to the tour."""
        from givenet_tui.ui.dialogs.help_screen import HelpScreen

        async def answered(command_id: str | None) -> None:
            if command_id:
                await self.action_command(command_id)

        self.app.push_screen(HelpScreen(self.place), answered)

    async def action_undo(self) -> None:
        """Undo the last change."""
        await self.givenet.turn(self.givenet.workspace.undo)

    async def action_redo(self) -> None:
        """Do again what was undone."""
        await self.givenet.turn(self.givenet.workspace.redo)

    async def action_suspend(self) -> None:
        """Back to the shell, until `fg`."""
        await self.givenet.action_suspend()

    def action_quit(self) -> None:
        """Leave: everything is on disk already."""
        self.app.exit()
