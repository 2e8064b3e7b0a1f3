"""The line at the bottom: the keys of this place, the most useful first, as many as fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it does, the action a click runs, and whether it can do anything now."""

    key: str
    name: str
    action: str = ""
    works: bool = True


class KeyBar(Widget):
    """Keys that can do nothing now are dimmed."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $bar; padding: 0 1; }
    """
    auto_links = reactive(False)  # the pieces have colours of their own
    keys: reactive[Sequence[Key]] = reactive[Sequence[Key]](())

    def render(self) -> Content:
        """As many keys as fit: the first, and the last three (undo, help, quit), before those in the middle."""
        shown = self._fitting()
        parts: list[Content] = []
        for key in shown:
            piece = Content.assemble(
                (key.key, "bold $raise" if key.works else "$faint"),
                (f" {key.name}", "$muted" if key.works else "$faint"),
            )
            if key.action:
                piece = piece.stylize(f"@click={key.action}")
            parts += [piece, Content("  ")]
        return Content.assemble(*parts[:-1])

    def _fitting(self) -> Sequence[Key]:
        room = self.size.width + 2
        keys = list(self.keys)
        while keys and sum(len(key.key) + len(key.name) + 3 for key in keys) > room:
            keys.pop(max(min(1, len(keys) - 1), len(keys) - 4))
        return keys
