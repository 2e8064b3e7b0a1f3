"""Page: lines of pieces that scroll, drawn straight to strips: no layout, no widgets inside.

It scrolls by itself, because a virtual size would cost a layout at every change of its length.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from givenet_tui.tones import BLANK, Line, Tone
from givenet_tui.ui import present

_BOLD = Style(bold=True)
LOOKS: Mapping[Tone, tuple[str, Style]] = {
    "name": ("foreground", _BOLD),
    "heading": ("foreground", _BOLD),
    "muted": ("muted", Style()),
    "words": ("words", Style(italic=True)),
    "raise": ("raise", Style()),
    "resource": ("resource", Style()),
    "quiet": ("quiet", Style()),
    "done": ("done", Style()),
    "birthday": ("birthday", Style()),
    "faint": ("faint", Style()),
    "key": ("raise", _BOLD),
    "struck": ("muted", Style(strike=True)),
    "hit": ("foreground", Style(underline=True)),
}
"""Each tone's colour, as the theme names it, and its weight; `plain` is as the widget. Classes of CSS would do the
same, and each page would match all of them anew whenever the focus moves."""


class Page(Widget, can_focus=True):
    """Lines of pieces, as wide as the widget: `show` hands over a function from width to lines."""

    DEFAULT_CSS = """
    Page { height: 1fr; }
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
        self._ground = Style()
        self._bar: Sequence[Segment] = ()
        self._width = 0
        self.top = 0

    def show(self, make: Callable[[int], Sequence[Line]], *, keep_scroll: bool = False) -> None:
        """Draw what `make` answers for the widget's width, from the top unless the scroll is kept."""
        self._make = make
        self._lines_width = -1
        if not keep_scroll:
            self.top = 0
        self.refresh()

    def redraw(self) -> None:
        """Ask for the lines anew: what they are made of has changed."""
        self._lines_width = -1
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
        return self._ground

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
        return self._width or max(1, self.size.width - 1)

    def notify_style_update(self) -> None:
        """Forget the styles when the theme changes."""
        super().notify_style_update()
        self._styles.clear()

    def tone_style(self, tone: Tone) -> Style:
        """How a tone looks in the theme, without a background of its own."""
        style = self._styles.get(tone)
        if style is None:
            colour, weight = LOOKS.get(tone, ("", Style()))
            style = self._styles[tone] = weight + self._coloured(colour) if colour else weight
        return style

    def _coloured(self, name: str) -> Style:
        return Style(color=Color.parse(self.app.theme_variables[name]).rich_color)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines. What they share is asked for once: Textual looks through all that is around."""
        self._width = self.text_width
        try:
            self._ask_around()
            return super().render_lines(crop)
        finally:
            self._width = 0

    def _ask_around(self) -> None:
        self._ground = self.rich_style
        height, count = self.size.height, self.line_count
        self.top = max(0, min(self.top, count - height))
        self._bar = self._scroll_bar(height, count)

    def render_line(self, y: int) -> Strip:
        """One line of the screen, with its bit of the scroll bar."""
        if not self._width:  # the mouse is there, and Textual looks at this line alone
            self._ask_around()
        index = self.top + y
        base = self.line_style(index)
        line = self.line(index) if index < self.line_count else BLANK
        pieces = [(text, self.tone_style(tone)) for text, tone in line]
        return present.strip(pieces, self.text_width, base, self._bar[y])

    def _scroll_bar(self, height: int, count: int) -> list[Segment]:
        """The last column, from top to bottom."""
        if count <= height:
            return [Segment(" ", self._ground)] * height
        size = max(1, height * height // count)
        start = round((height - size) * self.top / (count - height))
        track, thumb = (Segment("▐", self._ground + self._coloured(name)) for name in ("track", "faint"))
        return [thumb if start <= y < start + size else track for y in range(height)]

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
