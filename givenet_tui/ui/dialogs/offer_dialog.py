"""OfferDialog: one very specific thing, with a coach that looks on while one types, and never blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static, TextArea

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.favours import favours_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.settings import Settings
from givenet_tui.domain.specificity import Sign, judge
from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, label
from givenet_tui.ui.drawing.coach import coach_lines
from givenet_tui.ui.widgets.choice import Choice, Option
from givenet_tui.ui.widgets.day_field import DayField
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.record_choice import RecordChoice
from givenet_tui.ui.widgets.words import Words


@dataclass(frozen=True, slots=True)
class OfferWords:
    """What was offered."""

    what: str
    serves: int | None
    objective: int | None
    due: date | None


class OfferDialog(Dialog[OfferWords]):
    """Asks what exactly you will do; with `offer`, for what is different about it."""

    keys = (
        Key("enter", "keep", "screen.keep"),
        Key("tab", "next field", "app.focus_next"),
        Key("F2", "a five-minute favour", "screen.favour"),
        Key("esc", "back", "screen.leave"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "favour", show=False)]

    def __init__(
        self, keep: Keep[OfferWords], *, person: Person, aspirations: Sequence[Aspiration],
        objectives: Sequence[Objective], settings: Settings, today: date,
        serves: int | None = None, offer: Offer | None = None, notice: str = "",
    ) -> None:  # fmt: skip
        """`serves` is the aspiration one came from; `notice` is what the board has to say (*beyond the five*)."""
        super().__init__(f"An offer for {person.name}", keep)
        self._person = person
        self._aspirations = aspirations
        self._objectives = objectives
        self._settings = settings
        self._today = today
        self._offer = offer
        begins = offer is None or not offer.what
        first = aspirations[0].id if aspirations and begins else None
        self._serves = serves or (offer.serves if offer else None) or first
        self._notice = notice
        self._favours = favours_of(settings)

    def fields(self) -> ComposeResult:
        """The words first; what it serves, the day; then what the coach says."""
        told = [(one.id, f"{one.kind} · {one.text}") for one in self._aspirations]
        mine = [(one.id, one.text) for one in self._objectives]
        if self._notice:
            yield Static(present.lines(self._notice), classes="notice")
        yield label("serves")
        none = "nothing they told you" if told else "nothing is known of them yet"
        yield RecordChoice(told, self._serves, none=none, id="serves")
        yield label("what exactly will you do?")
        yield Words(self._offer.what if self._offer else "", id="what")
        yield Choice([Option(one.key, one.key, one.label) for one in self._favours], id="favours")
        yield label("by when")
        yield DayField(
            self._today, day=self._offer.due if self._offer else None, id="due",
            week_starts_on=self._settings.week_starts_on,
        )  # fmt: skip
        if mine:
            yield label("for an objective of yours: they are a resource")
            objective = self._offer.objective if self._offer else None
            yield RecordChoice(mine, objective, none="none: this is to raise them up", id="objective")
        yield Page(id="coach").unfocusable()

    def on_mount(self) -> None:
        """Begin with the words."""
        super().on_mount()
        self.query_one("#favours").display = False
        self.query_one("#what").focus()
        self._look_on()

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(RecordChoice.Turned)
    def _look_on(self) -> None:
        signs = self._signs()
        self.query_one("#coach", Page).show(lambda width: coach_lines(signs, width))

    def _signs(self) -> Sequence[Sign]:
        chosen = self.query_one("#serves", RecordChoice).value
        return judge(
            self.query_one("#what", Words).text,
            name=self._person.nickname or self._person.name,
            serves=next((one for one in self._aspirations if one.id == chosen), None),
            knows_anything=bool(self._aspirations),
            due=self.query_one("#due", DayField).parsed,
        )

    def action_favour(self) -> None:
        """Show the five-minute favours: a key begins the offer with one; words of one's own are never replaced."""
        if self.query_one("#what", Words).text.strip():
            self.trouble("There are words already: a favour begins an empty offer.")
            return
        favours = self.query_one("#favours", Choice)
        favours.display = True
        favours.focus()

    @on(Choice.Picked, "#favours")
    def _begin(self, event: Choice.Picked) -> None:
        event.stop()
        event.prevent_default()
        favour = next(one for one in self._favours if one.key == event.value)
        words = self.query_one("#what", Words)
        words.text = favour.words(self._person.nickname or self._person.name)
        words.move_cursor(words.document.end)
        event.choice.display = False
        words.focus()

    def value(self) -> OfferWords:
        """What was offered."""
        mine = self.query("#objective").results(RecordChoice)
        return OfferWords(
            what=self.query_one("#what", Words).words,
            serves=self.query_one("#serves", RecordChoice).chosen,
            objective=next((choice.chosen for choice in mine), None),
            due=self.query_one("#due", DayField).day,
        )
