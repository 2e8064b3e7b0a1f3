"""Page: lines of pieces that scroll, drawn straight to strips: no layout, no widgets inside.

It scrolls by itself, because a virtual size would cost a layout at every change of its length.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, Self

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widget import Widget

from givenet_tui.ui import present
from givenet_tui.ui.tones import BLANK, TONES, Line, Tone

_TRACK, _THUMB = "page--track", "page--thumb"


class Page(Widget, can_focus=True):
    """Lines of pieces, as wide as the widget: `show` hands over a function from width to lines."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{tone}" for tone in TONES} | {_TRACK, _THUMB}
    DEFAULT_CSS = """
    Page { height: 1fr; }
    Page .page--name { text-style: bold; color: $foreground; }
    Page .page--heading { text-style: bold; color: $foreground; }
    Page .page--muted { color: $muted; }
    Page .page--words { text-style: italic; color: $words; }
    Page .page--raise { color: $raise; }
    Page .page--resource { color: $resource; }
    Page .page--quiet { color: $quiet; }
    Page .page--done { color: $done; }
    Page .page--birthday { color: $birthday; }
    Page .page--faint { color: $faint; }
    Page .page--key { text-style: bold; color: $raise; }
    Page .page--struck { color: $muted; text-style: strike; }
    Page .page--hit { color: $foreground; text-style: underline; }
    Page .page--track { color: $track; }
    Page .page--thumb { color: $faint; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_by(1)", show=False),
        Binding("up,k", "scroll_by(-1)", show=False),
        Binding("pagedown", "scroll_page(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("home,g", "scroll_to_end(-1)", show=False),
        Binding("end,G", "scroll_to_end(1)", show=False),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """An empty page."""
        super().__init__(id=id, classes=classes)
        self._make: Callable[[int], Sequence[Line]] = lambda _width: ()
        self._lines: Sequence[Line] = ()
        self._lines_width = -1
        self._styles: dict[Tone, Style] = {}
        self.top = 0

    def show(self, make: Callable[[int], Sequence[Line]], *, keep_scroll: bool = False) -> None:
        """Draw what `make` answers for the widget's width, from the top unless the scroll is kept."""
        self._make = make
        self._lines_width = -1
        if not keep_scroll:
            self.top = 0
        self.refresh()

    def unfocusable(self) -> Self:
        """The same page, outside the round of `tab`."""
        self.can_focus = False
        return self

    # --- what a subclass may override ------------------------------------------------------------

    @property
    def line_count(self) -> int:
        """How many lines there are in all."""
        return len(self._made())

    def line(self, index: int) -> Line:
        """The line of that number, below `line_count`."""
        return self._made()[index]

    def line_style(self, index: int) -> Style:  # noqa: ARG002
        """The style that a whole line stands in."""
        return self.rich_style

    def _made(self) -> Sequence[Line]:
        width = self.text_width
        if self._lines_width != width:
            self._lines = self._make(width)
            self._lines_width = width
        return self._lines

    # --- drawing ---------------------------------------------------------------------------------

    @property
    def text_width(self) -> int:
        """The cells that a line may take: the last column is the scroll bar's."""
        return max(1, self.size.width - 1)

    def notify_style_update(self) -> None:
        """Forget the styles when the theme changes."""
        super().notify_style_update()
        self._styles.clear()

    def tone_style(self, tone: Tone) -> Style:
        """How a tone looks in the theme, without a background of its own."""
        style = self._styles.get(tone)
        if style is None:
            found = self.get_component_rich_style(f"page--{tone}", partial=True) if tone != "plain" else Style()
            style = self._styles[tone] = found.without_color + Style(color=found.color)
        return style

    def render_line(self, y: int) -> Strip:
        """One line of the screen, with its bit of the scroll bar."""
        self.top = max(0, min(self.top, self.line_count - self.size.height))
        index = self.top + y
        base = self.line_style(index)
        line = self.line(index) if index < self.line_count else BLANK
        pieces = [(text, self.tone_style(tone)) for text, tone in line]
        strip = present.strip(pieces, self.text_width, base)
        return Strip.join([strip, self._bar(y)])

    def _bar(self, y: int) -> Strip:
        height, count = self.size.height, self.line_count
        if count <= height:
            return Strip.blank(1, self.rich_style)
        size = max(1, height * height // count)
        start = round((height - size) * self.top / (count - height))
        name = _THUMB if start <= y < start + size else _TRACK
        style = self.rich_style + Style(color=self.get_component_rich_style(name, partial=True).color)
        return present.strip([("▐", style)], 1, style)

    # --- scrolling -------------------------------------------------------------------------------

    def action_scroll_by(self, lines: int) -> None:
        """Scroll by some lines."""
        self.scroll_lines(lines)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by whole screens."""
        self.scroll_lines(pages * max(1, self.size.height - 1))

    def action_scroll_to_end(self, direction: int) -> None:
        """Scroll to the first or the last line."""
        self.scroll_lines(direction * self.line_count)

    def scroll_lines(self, lines: int) -> None:
        """Scroll by some lines, as far as there are any."""
        top = max(0, min(self.top + lines, self.line_count - self.size.height))
        if top != self.top:
            self.top = top
            self.refresh()

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(3)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-3)
