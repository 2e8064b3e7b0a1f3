"""Banner: a trouble that lasts, in words, below the line at the top: until it is over, not for a few seconds."""

from textual.widgets import Static

from givenet_tui.ui import present


class Banner(Static):
    """A sentence, or nothing at all: then it takes no room."""

    DEFAULT_CSS = """
    Banner {
        display: none; dock: top; margin-top: 1; height: auto; max-height: 5; padding: 0 2; background: $panel;
        color: $quiet;
        &.-shown { display: block; }
    }
    """

    def __init__(self) -> None:
        """Nothing is the matter."""
        super().__init__()
        self._sentence = ""

    def say(self, sentence: str) -> None:
        """Show the sentence, which may hold users' text; an empty one: it is over."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.update(present.joined("! ", sentence) if sentence else "")
            self.set_class(bool(sentence), "-shown")
