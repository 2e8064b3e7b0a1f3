"""Doing: how a verb reaches the book and the screen, how what others write does, and what is said of both."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from typing import Concatenate, Literal, ParamSpec, TypeVar

from textual.reactive import reactive

from givenet_tui.clock import today
from givenet_tui.domain.agenda import agenda
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.errors import CannotTurn, GiveNetError, Refusal
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.months import month_of
from givenet_tui.domain.offers import PARTS
from givenet_tui.domain.records import Record
from givenet_tui.domain.suggestions import choice
from givenet_tui.domain.versions import Choice, choices
from givenet_tui.ui import present
from givenet_tui.ui.actions.screen import Follows
from givenet_tui.ui.keys_in_turn import KeysInTurn
from givenet_tui.ui.outside import OutsideWatch
from givenet_tui.workspace import Done, Workspace

P = ParamSpec("P")
D = TypeVar("D")
IN_TWO_PLACES = (
    "Another window or program wrote in the same place: its words are kept. ctrl+p, “written in two places”, chooses."
)


class Doing(KeysInTurn):
    """An app over a workspace. The book is one reactive value; all work is done off the event loop, one at a time."""

    book: reactive[Book] = reactive(Book, init=False)
    day: reactive[date] = reactive(date.min, init=False)

    def __init__(self, workspace: Workspace) -> None:
        """Nothing was done yet."""
        super().__init__()
        self.workspace: Workspace = workspace
        self.set_reactive(Doing.book, workspace.book)
        self.set_reactive(Doing.day, self._today())
        self._one_at_a_time = asyncio.Lock()
        self._outside_trouble = ""
        self._not_written = ""
        self._read_only = workspace.store.read_only
        self.trouble = self._read_only or ""
        """What is the matter with the file, in a sentence, as long as it is; empty: nothing."""
        self._outside = OutsideWatch(self)
        self.to_choose: Sequence[Choice] = choices(workspace.book)
        """What two wrote in one place, for the user to choose from."""

    def _draw_anew(self) -> None:
        """Tell the screens that are open. Were they to watch, Textual would keep those that were left as well."""
        for screen in self.screen_stack:
            if isinstance(screen, Follows):
                screen.show_newest()

    def _today(self) -> date:
        return today(self.workspace.clock, self.workspace.book.settings.day_starts_at)

    # --- doing things ----------------------------------------------------------------------------

    async def do(self, verb: Callable[Concatenate[Book, Moment, P], Change], *args: P.args, **kwargs: P.kwargs) -> Done:
        """Do a verb off the event loop, then show the new book and say what was done. Raises GiveNetError."""
        return await self._run(lambda: self.workspace.do(verb, *args, **kwargs), _with_the_way_back)

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
        """Do what is no verb, and say what became of it. Raises GiveNetError."""
        done = await self._run(work)
        if not done.change:  # which `_run` has said
            self.say(done.name)

    async def try_to_settle(self, work: Callable[[], Done]) -> None:
        """The same; why it could not be done is said in a toast."""
        try:
            await self.settle(work)
        except GiveNetError as error:
            self.say(error.sentence, "warning")

    async def _run(self, work: Callable[[], Done], said: Callable[[Done], str] = lambda done: done.name) -> Done:
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
        self.clear_notifications()
        self.is_new_action = False
        self._tell_outside(done.outside)
        if done.note:
            self.say(done.note, "warning")
        if done.change:
            self.say(said(done))
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
        """Say something in a toast. The sentence may hold users' text. What was said of earlier actions is past."""
        self.let_toasts_go()
        timeout = 6 if severity == "warning" else 3
        self.notify(present.toast(sentence), severity=severity, markup=False, timeout=timeout)

    def let_toasts_go(self) -> None:
        """Take away what was said of earlier actions: it covers what one reads now."""
        if self.is_new_action:
            self.clear_notifications()
            self.is_new_action = False

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


def _with_the_way_back(done: Done) -> str:
    """What was done; of a delete, which key brings it back."""
    edits = done.change.edits
    gone = [edit for edit in edits if edit.after is not None and edit.after.deleted_at]
    if not gone or len(gone) < len(edits):
        return done.name
    return f"{done.name} (u brings {'it' if len(gone) == 1 else 'them'} back)"
