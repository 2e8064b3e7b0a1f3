"""BulkDialog: tags and a rhythm for several people at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from givenet_tui.domain.people import Person
from givenet_tui.domain.verbs.bulk import BY_TAG, many
from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, hint, row
from givenet_tui.ui.dialogs.person_dialog import by_comma, rhythm_in
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.words import Line


@dataclass(frozen=True, slots=True)
class Retagged:
    """What all of them get: tags, tags taken away, and a rhythm (None: as it is)."""

    add: tuple[str, ...]
    drop: tuple[str, ...]
    rhythm: int | str | None


class BulkDialog(Dialog[Retagged]):
    """Asks what all of those who are marked get."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "keep", "screen.keep"),
        Key("tab", "next field", "app.focus_next"),
        Key("esc", "back", "screen.leave"),
    )

    def __init__(self, people: Sequence[Person], keep: Keep[Retagged]) -> None:
        """For these people."""
        super().__init__(f"{many(len(people))} at once", keep)
        self._people = people

    def fields(self) -> ComposeResult:
        """Who they are, the tags, the rhythm."""
        yield Static(present.text(", ".join(person.name for person in self._people)), classes="reminder")
        known = sorted({tag for person in self._people for tag in person.tags})
        had = present.text(f"such as {', '.join(known)}").plain if known else "they have none"
        yield row("tags to add", Line(id="add", placeholder="by comma"))
        yield row("tags to take away", Line(id="drop", placeholder=had))
        rhythm = f"days; empty: as it is; 0: none; {BY_TAG}: by their tags"
        yield row("in touch every", Line(id="rhythm", placeholder=rhythm))

    def value(self) -> Retagged:
        """What was written."""
        add, drop, rhythm = (self.query_one(f"#{name}", Line).value.strip() for name in ("add", "drop", "rhythm"))
        days = BY_TAG if rhythm.casefold() == BY_TAG else rhythm_in(rhythm)
        return Retagged(tuple(by_comma(add)), tuple(by_comma(drop)), days)


class BulkOfTwo(BulkDialog):
    """The same for two people. `F2` says that they are one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "unite", show=False)]
    keys = (*BulkDialog.keys[:2], Key("F2", "they are one", "screen.unite"), *BulkDialog.keys[2:])

    def __init__(self, people: Sequence[Person], keep: Keep[Retagged], *, unite: Callable[[], None]) -> None:
        """`unite` is called once this dialog has closed."""
        super().__init__(people, keep)
        self._unite = unite

    def fields(self) -> ComposeResult:
        """As for several, and how to say that they are one."""
        yield from super().fields()
        yield hint("Are the two one person? F2 makes one of them, field by field.")

    def action_unite(self) -> None:
        """The two are one: what was written here is not kept."""
        self.dismiss()
        self.app.call_later(self._unite)
