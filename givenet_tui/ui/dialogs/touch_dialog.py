"""TouchDialog: a day you were in touch: a line about it, how, and when.

The words come first, so that no letter of theirs is taken for a key; they say how, until one picks it oneself.
"""

from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult

from givenet_tui.domain.interactions import CHANNELS, Channel, Interaction
from givenet_tui.domain.line.touches import channel_said
from givenet_tui.domain.settings import Settings
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, label
from givenet_tui.ui.widgets.choice import Choice, Option
from givenet_tui.ui.widgets.day_field import DayField
from givenet_tui.ui.widgets.words import Words

KEYS = {"met": "m", "call": "c", "message": "s", "letter": "l", "other": "o"}
OPTIONS = tuple(Option(channel, KEYS[channel], channel) for channel in CHANNELS)


@dataclass(frozen=True, slots=True)
class Touch:
    """What was logged."""

    channel: Channel
    text: str
    on: date


class TouchDialog(Dialog[Touch]):
    """Asks how you were in touch; with `touch`, for what is different about it."""

    def __init__(
        self, title: str, keep: Keep[Touch], *, settings: Settings, today: date, on: date | None = None,
        touch: Interaction | None = None,
    ) -> None:  # fmt: skip
        """Today, unless it was another day; `on` is the day that stands in the field, where that is not today."""
        super().__init__(title, keep)
        self._settings = settings
        self._today = today
        self._old = touch
        self._on = touch.on if touch else on if on != today else None
        self._is_picked = touch is not None

    def fields(self) -> ComposeResult:
        """The line, how, the day."""
        old = self._old
        yield label("what was said, in a line")
        yield Words(old.text if old else "", id="text")
        yield label("how: as the words say, or tab and one key")
        yield Choice(OPTIONS, old.channel if old else "", id="channel")
        yield label("on")
        yield DayField(
            self._today, day=self._on, leaning="past", empty="today", id="on",
            week_starts_on=self._settings.week_starts_on,
        )  # fmt: skip

    def on_mount(self) -> None:
        """Begin with the words. What is picked up again stays as it was picked."""
        super().on_mount()
        self._is_picked = self._is_picked or self.picked_up is not None
        self.query_one("#text").focus()

    @on(Choice.Picked)
    @on(Choice.Turned)
    def _pick(self) -> None:
        self._is_picked = True

    @on(Words.Changed)
    def _follow_the_words(self) -> None:
        if not self._is_picked:
            self.query_one("#channel", Choice).value = channel_said(self.query_one("#text", Words).text)

    def value(self) -> Touch:
        """What was logged."""
        return Touch(
            channel=next(channel for channel in CHANNELS if channel == self.query_one("#channel", Choice).value),
            text=self.query_one("#text", Words).words,
            on=self.query_one("#on", DayField).day or self._today,
        )
