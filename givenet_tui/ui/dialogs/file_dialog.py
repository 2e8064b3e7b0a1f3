"""FileDialog: which file to bring people in from."""

from pathlib import Path
from urllib.parse import unquote

from textual.app import ComposeResult

from givenet_tui.domain.errors import Refusal
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, hint, label
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.words import Line


class FileDialog(Dialog[Path]):
    """Asks for a path; a file dropped on the terminal is pasted as one."""

    keys = (Key("enter", "read it", "screen.keep"), Key("esc", "back", "screen.leave"))

    def __init__(self, keep: Keep[Path]) -> None:
        """`keep` reads the file, and refuses what is none of ours."""
        super().__init__("Bring people in", keep)

    def fields(self) -> ComposeResult:
        """The path, and what can be read."""
        yield label("the file")
        yield Line(placeholder="~/Downloads/contacts.vcf", id="path")
        yield hint("A vCard file (.vcf), LinkedIn's Connections.csv, or the ZIP it came in.")
        yield hint("You choose whom to take: the circle is small on purpose.")

    def on_mount(self) -> None:
        """Begin with the path."""
        super().on_mount()
        self.query_one("#path").focus()

    def value(self) -> Path:
        """The path."""
        text = file_named(self.query_one("#path", Line).value)
        if not text:
            raise Refusal("Name a file first.")
        return Path(text).expanduser()


def file_named(text: str) -> str:
    """The path that was typed, without the quotes and escapes that a terminal puts around a dropped file."""
    text = text.strip().strip("'\"").replace("\\ ", " ")
    return unquote(text.removeprefix("file://")) if text.startswith("file://") else text
