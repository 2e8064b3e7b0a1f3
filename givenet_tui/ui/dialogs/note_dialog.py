"""NoteDialog: what they told you: its kind by one key, then the words."""

from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.days import in_full
from givenet_tui.domain.horizon import horizon_day, horizon_of
from givenet_tui.domain.questions import question_for
from givenet_tui.domain.settings import Settings
from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, label
from givenet_tui.ui.widgets.choice import Choice, Option
from givenet_tui.ui.widgets.day_field import DayField
from givenet_tui.ui.widgets.words import Line, Words

OPTIONS = tuple(Option(kind, kind[0], kind) for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Told:
    """What was written down."""

    kind: Kind
    text: str
    heard_on: date | None
    heard_where: str
    horizon: str


class NoteDialog(Dialog[Told]):
    """Asks for an aspiration; with `aspiration`, for what is different about it."""

    def __init__(
        self, title: str, keep: Keep[Told], *, person_id: int, settings: Settings, today: date,
        kind: Kind | None = None, heard_on: date | None = None, aspiration: Aspiration | None = None,
    ) -> None:  # fmt: skip
        """With a `kind`, the words come first. `heard_on` stands in its field, where that is not today."""
        super().__init__(title, keep)
        self._person_id = person_id
        self._settings = settings
        self._today = today
        self._kind = aspiration.kind if aspiration else kind
        self._old = aspiration
        self._heard_on = aspiration.heard_on if aspiration else heard_on if heard_on != today else None

    def fields(self) -> ComposeResult:
        """Kind, words, when and where it was said, and by when they want it."""
        old = self._old
        yield label("what kind: one key, then their words")
        yield Choice(OPTIONS, self._kind or "", id="kind")
        yield label("in their words")
        yield Words(old.text if old else "", id="text")
        yield Static(classes="hint", id="question")
        yield label("heard on")
        yield DayField(
            self._today, day=self._heard_on, leaning="past", id="heard-on",
            empty="as it was" if old else "today",
            week_starts_on=self._settings.week_starts_on,
        )  # fmt: skip
        yield label("where")
        yield Line(old.heard_where if old else "", id="heard-where")
        yield label("by when they want it: a day, or words")
        yield Line(old.horizon if old else "", id="horizon")
        yield Static(classes="hint", id="horizon-meant")

    def on_mount(self) -> None:
        """Begin with the kind, unless it is known."""
        super().on_mount()
        self._ask()
        self._mean()
        self.query_one("#text" if self._kind else "#kind").focus()

    @on(Choice.Picked)
    @on(Choice.Turned)
    def _ask(self) -> None:
        kind = self.query_one("#kind", Choice).value
        question = question_for(self._settings, kind, self._person_id, self._today)  # type: ignore[arg-type]
        asking = Content.assemble("you could ask: ", present.text(question, "italic"))
        self.query_one("#question", Static).update(asking)

    @on(Input.Changed, "#horizon")
    def _mean(self) -> None:
        """A day that is meant is shown in full before it counts; anything else stays in their words."""
        text = self.query_one("#horizon", Line).value
        day = horizon_day(horizon_of(text, self._today, self._settings.week_starts_on))
        meant = in_full(day, self._today) if day else "in their words" if text.strip() else ""
        self.query_one("#horizon-meant", Static).update(Content(meant))

    def value(self) -> Told:
        """What was written down."""
        return Told(
            kind=next(kind for kind in KINDS if kind == self.query_one("#kind", Choice).value),
            text=self.query_one("#text", Words).words,
            heard_on=self.query_one("#heard-on", DayField).day or (self._old.heard_on if self._old else self._today),
            heard_where=self.query_one("#heard-where", Line).value.strip(),
            horizon=self.query_one("#horizon", Line).value.strip(),
        )
