"""HelpDialog: something that came back to you, if you like because of an offer or for an objective."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult

from givenet_tui.domain.help import Help
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.settings import Settings
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, label, row
from givenet_tui.ui.widgets.day_field import DayField
from givenet_tui.ui.widgets.record_choice import RecordChoice
from givenet_tui.ui.widgets.words import Words


@dataclass(frozen=True, slots=True)
class CameBack:
    """What was written down."""

    text: str
    on: date
    offer: int | None
    objective: int | None


class HelpDialog(Dialog[CameBack]):
    """Asks what came back; with `help_`, for what is different about it."""

    def __init__(
        self, title: str, keep: Keep[CameBack], *, settings: Settings, today: date, offers: Sequence[Offer],
        objectives: Sequence[Objective], offer: int | None = None, objective: int | None = None,
        help_: Help | None = None,
    ) -> None:  # fmt: skip
        """`offers` are those to the person, `objectives` your own; `offer` and `objective` are under the cursor."""
        super().__init__(title, keep)
        self._settings = settings
        self._today = today
        self._offers = [(one.id, one.what) for one in offers if one.what]
        self._objectives = [(one.id, one.text) for one in objectives]
        self._offer = help_.offer if help_ else offer
        self._objective = objective
        self._old = help_

    def fields(self) -> ComposeResult:
        """The words, the day, and what it belongs to."""
        old = self._old
        yield label("what came back")
        yield Words(old.text if old else "", id="text")
        on = DayField(
            self._today, day=old.on if old else None, leaning="past", empty="today", id="on",
            week_starts_on=self._settings.week_starts_on,
        )  # fmt: skip
        yield row("on", on)
        none = "none in particular"
        yield row("after an offer", RecordChoice(self._offers, self._offer, none=none, id="offer"))
        yield row("my objective", RecordChoice(self._objectives, self._objective, none=none, id="objective"))

    def value(self) -> CameBack:
        """What was written down."""
        return CameBack(
            text=self.query_one("#text", Words).words,
            on=self.query_one("#on", DayField).day or self._today,
            offer=self.query_one("#offer", RecordChoice).chosen,
            objective=self.query_one("#objective", RecordChoice).chosen,
        )
