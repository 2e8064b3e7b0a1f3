"""DayField: a day in words, and below it the day that is meant, in full, as one types."""

from datetime import date
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from givenet_tui.domain.day_words import parse_day
from givenet_tui.domain.days import in_full
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.settings import Weekday
from givenet_tui.ui.widgets.words import Line

NOT_UNDERSTOOD = "not a day I understand: try fri, +2w, 12 nov"


class DayField(Vertical):
    """A line for a day. Empty means none, or `default` where a day is needed."""

    DEFAULT_CSS = """
    DayField { height: auto; }
    DayField > .meant { color: $muted; padding: 0 1; height: 1; }
    """

    def __init__(
        self, today: date, *, day: date | None = None, leaning: Literal["past", "future"] = "future",
        week_starts_on: Weekday = "monday", empty: str = "no day", id: str | None = None,
    ) -> None:  # fmt: skip
        """`leaning` says whether `fri` is the one to come or the last one; `empty` is shown when nothing is typed."""
        super().__init__(id=id)
        self._today = today
        self._day = day
        self._leaning = leaning
        self._week_starts_on = week_starts_on
        self._empty = empty

    def compose(self) -> ComposeResult:
        """The line and the reading."""
        yield Line(self._day.isoformat() if self._day else "")
        yield Static(classes="meant")

    def on_mount(self) -> None:
        """Read what is there already."""
        self._read()

    @property
    def parsed(self) -> date | None:
        """The day that is meant; None when nothing is typed, or nothing is understood."""
        line = self.query_one(Line)
        if line.is_untouched:
            return self._day
        text = line.value.strip()
        return (
            parse_day(text, self._today, week_starts_on=self._week_starts_on, leaning=self._leaning) if text else None
        )

    @property
    def written(self) -> str:
        """What is written, for another day: `tomorrow` is a day by its date."""
        line = self.query_one(Line)
        parsed = None if line.is_untouched else self.parsed
        return parsed.isoformat() if parsed else line.value

    def write(self, text: str, written_on: date | None) -> None:
        """Put back what was `written` on a day. Where nothing means today, it meant that day."""
        if not text and written_on and self._empty == "today" and written_on != self._today:
            text = written_on.isoformat()
        self.query_one(Line).value = text

    @property
    def day(self) -> date | None:
        """The day that is meant, None when nothing is typed; refused when it is not understood."""
        text = self.query_one(Line).value.strip()
        parsed = self.parsed
        if text and parsed is None:
            raise Refusal(f"“{text}” is {NOT_UNDERSTOOD}.")
        return parsed

    @on(Input.Changed)
    def _read(self) -> None:
        text, parsed = self.query_one(Line).value.strip(), self.parsed
        meant = in_full(parsed, self._today) if parsed else NOT_UNDERSTOOD if text else self._empty
        self.query_one(".meant", Static).update(Content(meant))
