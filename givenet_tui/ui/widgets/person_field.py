"""PersonField: someone in the book by a part of their name, and below it who is meant, as one types."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from givenet_tui.domain.errors import Refusal
from givenet_tui.ui import present
from givenet_tui.ui.widgets.words import Line

Found = Sequence[tuple[int, str]]
"""Ids and names, the best first."""


class PersonField(Vertical):
    """A line for a name. Empty means nobody; what nobody touched is the person that was handed in."""

    DEFAULT_CSS = """
    PersonField { height: auto; }
    PersonField > .meant { color: $muted; padding: 0 1; height: 1; }
    """

    def __init__(
        self, find: Callable[[str], Found], *, person_id: int | None = None, name: str = "", id: str | None = None
    ) -> None:
        """`find` answers who fits some words; `name` is that of the person who is chosen already."""
        super().__init__(id=id)
        self._find = find
        self._person_id = person_id
        self._name_given = name

    def compose(self) -> ComposeResult:
        """The line and the reading."""
        yield Line(self._name_given, placeholder="a part of their name")
        yield Static(classes="meant")

    def on_mount(self) -> None:
        """Say who is meant already."""
        self._read()

    @property
    def chosen(self) -> int | None:
        """Who is meant; None when nothing is typed. Refusal when nobody is called so."""
        line = self.query_one(Line)
        text = line.value.strip()
        if line.is_untouched:
            return self._person_id
        found = self._find(text) if text else ()
        if text and not found:
            raise Refusal(f"Nobody is called “{text}”: write a part of the name of someone in your book.")
        return found[0][0] if found else None

    @on(Input.Changed)
    def _read(self) -> None:
        line = self.query_one(Line)
        text = line.value.strip()
        found = self._find(text) if text and not line.is_untouched else ()
        others = f", or {len(found) - 1} more" if len(found) > 1 else ""
        nobody = "nobody is called that" if text and not line.is_untouched else ""
        self.query_one(".meant", Static).update(present.text(f"{found[0][1]}{others}" if found else nobody))
