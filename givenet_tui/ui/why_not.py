"""Why a command that is about the whole book, and not about what is under the cursor, can do nothing now."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from givenet_tui.domain.settings import ImportRun

if TYPE_CHECKING:
    from givenet_tui.ui.app import GiveNetApp


def _no_words_wait(app: "GiveNetApp") -> str | None:
    return None if app.drafts.passed_over else "No words wait that were left for later."


def _no_copies(app: "GiveNetApp") -> str | None:
    return app.workspace.store.why_no_copies


def _no_one_yet(app: "GiveNetApp") -> str | None:
    if app.book.people:
        return None
    return "Nobody is here yet, from whom something could come back: 2, then a, adds someone."


def _no_import(app: "GiveNetApp") -> str | None:
    return None if any(app.book.all(ImportRun)) else "There is no import to take back."


OF_THE_BOOK: Mapping[str, Callable[["GiveNetApp"], str | None]] = {
    "undo": lambda app: None if app.workspace.undoable else "There is nothing to undo.",
    "undo_import": _no_import,
    "versions": lambda app: None if app.to_choose else "Nothing was written in two places.",
    "came_back": _no_one_yet,
    "sample": lambda app: app.visit.why_not,
    "left_words": _no_words_wait,
    "back_up": _no_copies,
    "restore": _no_copies,
}
"""Per command: the sentence that says why, or None."""
