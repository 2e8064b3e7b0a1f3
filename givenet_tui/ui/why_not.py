"""Why a command that is about the whole book, and not about what is under the cursor, can do nothing now."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from givenet_tui.ui.app import GiveNetApp


def _no_words_wait(app: "GiveNetApp") -> str | None:
    return None if app.drafts.passed_over else "No words wait that were left for later."


def _no_copies(app: "GiveNetApp") -> str | None:
    return app.workspace.store.why_no_copies


OF_THE_BOOK: Mapping[str, Callable[["GiveNetApp"], str | None]] = {
    "sample": lambda app: app.visit.why_not,
    "left_words": _no_words_wait,
    "back_up": _no_copies,
    "restore": _no_copies,
}
"""Per command: the sentence that says why, or None."""
