"""The user's own editor ($VISUAL, $EDITOR) for long text: the words go there in a file, and come back."""

import asyncio
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, asynccontextmanager
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from textual.app import SuspendNotSupported
from textual.widgets import TextArea

from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.moment import instant
from givenet_tui.ports import LentFile
from givenet_tui.ui.drafts import Written
from givenet_tui.ui.widgets.words import Words

if TYPE_CHECKING:
    from givenet_tui.ui.app import GiveNetApp

USUAL = ("vi", "nano")
"""What is tried where neither variable is set."""
NO_EDITOR = "There is no editor: set $EDITOR to the name of one, such as nano."
NO_WORDS = "There is no long text here to write in your editor."
NOT_FROM_HERE = "Your editor cannot be opened from here: this terminal cannot be handed over to it."


class Edited(NamedTuple):
    """What came back, and what the user should know before it is kept."""

    text: str
    trouble: str


class Cannot(GiveNetError):
    """Nothing came back, and why. The words are as they were."""


class OuterEditor:
    """Hands words to the user's editor. `run` and `suspended` are how it is run, and what goes around that."""

    def __init__(self, app: "GiveNetApp") -> None:
        """For an app that gives its terminal away meanwhile."""
        self._app = app
        self.run: Callable[[Sequence[str]], int] = run
        self.suspended: Callable[[], AbstractContextManager[None]] = app.suspend
        self.env: Mapping[str, str] = os.environ

    async def edit_field(self) -> None:
        """Write in the editor what stands in the area that has the focus, or in the first one there is."""
        screen = self._app.screen
        areas = [area for area in screen.query(TextArea) if area.display and not area.read_only]
        area = next((area for area in areas if area.has_focus), areas[0] if areas else None)
        if area is None or not isinstance(screen, Written):
            self._app.say(NO_WORDS, "warning")
            return
        text = area.words if isinstance(area, Words) else area.text
        draft = screen.draft(self._now())
        async with self.words(text, draft, field=area.id or "notes") as edited:
            if edited is None:
                return
            area.text = edited.text
            area.move_cursor(area.document.end)
            area.focus()
            if edited.trouble:
                self._app.say(edited.trouble, "warning")

    @asynccontextmanager
    async def words(self, text: str, draft: Draft | None, *, field: str) -> AsyncIterator[Edited | None]:
        """What the editor made of the text; None when nothing, which was said. Within, the words are put elsewhere.

        Until then they stay in the file, and the `draft` says that they are those of a `field`.
        """
        lent = self._app.workspace.store.lent_file()
        keeper = self._app.drafts
        try:
            edited = None
            try:
                edited = await self._edited(text, lent, replace(draft, in_file=field) if draft else None)
            except GiveNetError as error:
                self._app.say(error.sentence, "warning")
            yield edited
            keeper.lent = None
            await keeper.look()
        finally:
            keeper.lent = None
            await asyncio.to_thread(lent.remove)

    async def _edited(self, text: str, lent: LentFile, draft: Draft | None) -> Edited | None:
        command = command_of(self.env)
        before = text.encode(errors="replace") + (b"" if text.endswith("\n") or not text else b"\n")
        self._app.drafts.lent = draft
        await self._app.drafts.look()
        path = await asyncio.to_thread(lent.put, before)
        try:
            with self.suspended():
                code = self.run([*command, str(path)])
        except SuspendNotSupported:
            raise Cannot(NOT_FROM_HERE) from None
        except OSError as error:
            raise Cannot(f"{command[0]} could not be started: {error.strerror}.") from error
        return _taken(text, before, lent, code, command[0])

    def _now(self) -> str:
        return instant(self._app.workspace.clock.now())


def _taken(text: str, before: bytes, lent: LentFile, code: int, name: str) -> Edited | None:
    """What stands in the file now, if it is something else than before."""
    try:
        written = lent.written()
    except ValueError:
        kept = lent.keep_aside()
        raise Cannot(f"That is too long for a note. It is kept as {kept}, and your words are as they were.") from None
    if written is None:
        raise Cannot(f"The file that {name} was given is gone: your words are as they were.")
    failed = f"{name} ended with an error ({code})." if code else ""
    if written == before:
        if failed:
            raise Cannot(f"{failed} Your words are as they were.")
        return None
    try:
        now, trouble = written.decode(), f"{failed} What it had saved is here: look before you keep it." * bool(failed)
    except UnicodeDecodeError:
        now = written.decode(errors="replace")
        kept = lent.keep_aside()
        trouble = f"Some of that was no UTF-8 text, and is shown as \ufffd. As it was it is kept as {kept}."
    if now.endswith("\n") and not text.endswith("\n"):  # editors end the last line; nobody wrote that
        now = now.removesuffix("\n").removesuffix("\r")
    return Edited(now, trouble) if now != text or trouble else None


def command_of(env: Mapping[str, str]) -> Sequence[str]:
    """The editor and its arguments: $VISUAL, then $EDITOR, then vi or nano. Cannot when there is none."""
    for variable in ("VISUAL", "EDITOR"):
        wanted = env.get(variable, "").strip()
        if not wanted:
            continue
        try:
            command = shlex.split(wanted)
        except ValueError:
            raise Cannot(f"${variable} is not understood ({wanted}): a quotation mark is missing.") from None
        if command and shutil.which(command[0], path=env.get("PATH")) is None:
            raise Cannot(f"${variable} names {command[0]}, and there is no such program.")
        return command
    found = next((name for name in USUAL if shutil.which(name, path=env.get("PATH"))), None)
    if found is None:
        raise Cannot(NO_EDITOR)
    return [found]


def run(command: Sequence[str]) -> int:
    """Run the editor to its end; its exit code. ctrl+c is for the editor alone meanwhile, as in a shell."""
    usual = {number: signal.signal(number, _not_for_us) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        return subprocess.call(command)  # noqa: S603  it is the user who names the program
    finally:
        for number, handler in usual.items():
            signal.signal(number, handler)


def _not_for_us(_number: int, _frame: object) -> None:
    """A handler of ours goes with exec: the editor has its own again, where SIG_IGN would stay."""
