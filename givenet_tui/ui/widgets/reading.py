"""Reading: a part of a dialog that is only read. What does not fit is scrolled to, by key or mouse."""

from textual.containers import VerticalScroll


class Reading(VerticalScroll, can_focus=False):
    """As high as its words, up to what the style allows."""

    DEFAULT_CSS = """
    Reading {
        height: auto; max-height: 50vh; margin: 1 0; scrollbar-size-vertical: 1;
        scrollbar-background: $surface; scrollbar-background-hover: $surface;
        scrollbar-color: $faint; scrollbar-color-hover: $muted;
        & > Static { height: auto; }
    }
    """

    def read(self, pages: int) -> None:
        """Go so many pages on, two lines of each seen again; back when negative."""
        self.scroll_relative(y=pages * max(1, self.size.height - 2), animate=False)
