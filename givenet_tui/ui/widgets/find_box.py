"""FindBox: a line that narrows a list while one types, in the same paint as the letter itself."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size

from givenet_tui.ui.widgets.words import Line


class FindBox(Line):
    """Calls `find` from the watcher of its value: a message would come a paint later."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.back", show=False),
        Binding("down", "screen.move(1)", show=False),
        Binding("up", "screen.move(-1)", show=False),
    ]

    def __init__(
        self, find: Callable[[str], None], *, id: str | None = None,
        placeholder: str = "/ find by name, tag, or what they told you",
    ) -> None:  # fmt: skip
        """`find` is handed the words at every change."""
        super().__init__(id=id, placeholder=placeholder)
        self._find = find

    def _watch_value(self, value: str) -> None:
        # The Input sets it now; set already, it asks for no layout: nothing has moved on the screen.
        self.set_reactive(FindBox.virtual_size, Size(self.content_width, 1))
        super()._watch_value(value)
        if self.is_mounted and self.is_attached:
            self._find(value)
