"""Open the app: the only place of the command line that loads Textual."""

import asyncio
import errno
import gc
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from givenet_tui.cli.session import Session, has_terminal
from givenet_tui.cli.signals import install_signals

if TYPE_CHECKING:
    from textual.app import App

    from givenet_tui.store.copies import Copy
    from givenet_tui.store.errors import Damaged
    from givenet_tui.workspace import Workspace

R = TypeVar("R")
SWITCH_EVERY = 0.001
"""Seconds after which a thread that works gives way to the one that draws. With Python's own 0.005 a paint beside a
working thread waits twice as long (measured), and the work is done no sooner."""
TERMINAL_GONE = {errno.EIO, errno.EPIPE, errno.EBADF}
"""What the thread that draws meets when the window was closed: no fault of ours, and there is a signal as well."""


def open_app(session: Session, importing: Sequence[Path] = ()) -> int:
    """Run the app until the user leaves; its exit code. What made it fail is raised, as from any other command."""
    if not has_terminal():
        raise click.UsageError("The app needs a terminal. `givenet today` prints, and `givenet --help` says what else.")
    workspace = _workspace(session)
    from givenet_tui.ui.app import GiveNetApp

    app = GiveNetApp(workspace, label="sample" if session.demo else "", importing=importing)
    sys.setswitchinterval(SWITCH_EVERY)
    gc.freeze()  # the book stays as long as the app: going through all of it takes longer than a key may
    run(app)
    return app.return_code or 0


def _workspace(session: Session) -> "Workspace":
    """The book, opened; where it is damaged or gone, once a copy was put back. Damaged, when the user would not."""
    from givenet_tui.store.copies import candidates
    from givenet_tui.store.errors import Damaged
    from givenet_tui.store.restoring import put_back

    try:
        return session.workspace
    except Damaged as damaged:
        copies = candidates(session.path)
        chosen = _chosen(damaged, copies) if copies else None
        if chosen is None:
            raise
        put_back(session.path, chosen, session.instant())
        return session.workspace


def _chosen(damaged: "Damaged", copies: "tuple[Copy, ...]") -> "Copy | None":
    from givenet_tui.ui.rescue import RescueApp

    return run(RescueApp(damaged, copies))


def run(app: "App[R]") -> R | None:
    """Run an app to its end: what it returns. A fault in it, in whatever thread or task, is raised here."""
    faults: list[BaseException | None] = []

    async def watched() -> R | None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: faults.append(context.get("exception")))
        return await app.run_async()

    def in_a_thread(thrown: threading.ExceptHookArgs) -> None:
        if not (isinstance(thrown.exc_value, OSError) and thrown.exc_value.errno in TERMINAL_GONE):
            faults.append(thrown.exc_value)

    silence(app)
    install_signals(app)
    gc.enable()  # commands go without
    usual, threading.excepthook = threading.excepthook, in_a_thread
    try:
        returned = asyncio.run(watched())
    finally:
        threading.excepthook = usual
    fault = next(filter(None, (app._exception, *faults)), None)
    if fault is not None:
        within = getattr(fault, "error", None)  # a worker’s is wrapped: the one within says where
        raise within if isinstance(within, Exception) else fault
    return returned


def silence(app: "App[Any]") -> None:
    """Keep Textual from printing a fault's traceback, which shows local variables: someone's words may be in them."""
    setattr(app, "_fatal_error", app._close_messages_no_wait)  # noqa: B010
    setattr(app, "_print_error_renderables", app._exit_renderables.clear)  # noqa: B010
