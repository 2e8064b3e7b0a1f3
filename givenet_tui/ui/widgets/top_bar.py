"""The line at the top: the name, the four places, the day."""

from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from givenet_tui.domain.days import in_full, short

ROOM_FOR_ALL = 70
TABS = (("today", "1 Today"), ("people", "2 People"), ("board", "3 Board"), ("year", "4 Year"))


class TopBar(Widget):
    """`here` is the mode that is shown; a click on another goes there."""

    DEFAULT_CSS = """
    TopBar { dock: top; height: 1; background: $bar; padding: 0 1; }
    """
    auto_links = reactive(False)  # the pieces have colours of their own
    day: reactive[date | None] = reactive(None)
    to_choose: reactive[int] = reactive(0)
    """How many words were written in two places, and wait for a choice."""
    label: reactive[str] = reactive("")
    """Marks a sample: what it is, and after a dot, where there is room, how to leave it."""

    def __init__(self, here: str, label: str = "") -> None:
        """A bar for one place."""
        super().__init__()
        self.here = here
        self.set_reactive(TopBar.label, label)

    def render(self) -> Content:
        """The whole line."""
        width = self.size.width
        gap = "  " if width >= ROOM_FOR_ALL else " "
        parts: list[Content | str | tuple[str, str]] = [("GiveNet", "bold $raise"), gap]
        if self.label:
            name, _, way_back = self.label.partition(" · ")
            whole = f" {self.label} " if width >= ROOM_FOR_ALL else f" {name} "
            label = Content.styled(whole, "bold $bar-here on $resource")
            parts += [label.stylize("@click=screen.command('sample')") if way_back else label, gap]
        for mode, name in TABS:
            style = "bold $raise on $bar-here" if mode == self.here else "$muted"
            parts.append(Content.styled(f" {name} ", style).stylize(f"@click=screen.command(\"go('{mode}')\")"))
        if self.to_choose:
            waits = Content.styled(f" ≠ {self.to_choose} ", "bold $quiet")
            parts.append(waits.stylize("@click=screen.command('versions')"))
        left = Content.assemble(*parts)
        day = ""
        if self.day:
            day = in_full(self.day, self.day)
            if left.cell_length + len(day) + 1 > width:
                day = f"{self.day:%a} {short(self.day, self.day)}"
        room = width - left.cell_length - len(day)
        if room < 1:
            return left
        return Content.assemble(left, " " * room, (day, "$muted"))
