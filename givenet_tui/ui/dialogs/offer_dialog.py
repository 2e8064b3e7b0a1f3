"""OfferDialog: one very specific thing, with a coach that looks on while one types, and never blocks."""

import asyncio
from collections.abc import Callable, Sequence
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
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, label, row
from givenet_tui.ui.dialogs.pick_person import PickPerson, Suggested
from givenet_tui.ui.drawing.coach import coach_lines
from givenet_tui.ui.widgets.choice import Choice, Option
from givenet_tui.ui.widgets.day_field import DayField
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.page import Page
from givenet_tui.ui.widgets.person_choice import PersonChoice
from givenet_tui.ui.widgets.record_choice import RecordChoice
from givenet_tui.ui.widgets.words import Line, Words


@dataclass(frozen=True, slots=True)
class OfferWords:
    """What was offered."""

    what: str
    serves: int | None
    objective: int | None
    due: date | None
    introduces: int | None = None
    aim: str = ""
    """An objective of the user's own that is set with it."""


@dataclass(frozen=True, slots=True)
class Introducing:
    """Whom the person could be introduced to. `suggested` may take a while."""

    suggested: Callable[[], Sequence[Suggested]]
    find: Callable[[str], Sequence[Suggested]]
    name_of: Callable[[int], str]


class OfferDialog(Dialog[OfferWords]):
    """Asks what exactly you will do; with `offer`, for what is different about it."""

    keys = (
        Key("enter", "keep", "screen.keep"),
        Key("tab", "next field", "app.focus_next"),
        Key("F2", "a five-minute favour", "screen.favour"),
        Key("F3", "introduce", "screen.introduce"),
        Key("esc", "back", "screen.leave"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "favour", show=False),
        Binding("f3", "introduce", show=False),
    ]

    def __init__(
        self, keep: Keep[OfferWords], *, person: Person, aspirations: Sequence[Aspiration],
        objectives: Sequence[Objective] | None, introducing: Introducing, settings: Settings, today: date,
        serves: int | None = None, offer: Offer | None = None, notice: str = "",
        board: Callable[[int | None], str] = lambda _objective: "",
    ) -> None:  # fmt: skip
        """`objectives` are None where the part is settled. `serves` is the aspiration one came from.

        `notice` is said above all; `board` answers what the board has to say (*beyond the five*), by the objective.
        """
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
        self._board = board
        self._introducing = introducing
        self._begun = ""
        """What a favour has begun the words with, as long as nothing else was written."""
        self._favours = favours_of(settings)

    def fields(self) -> ComposeResult:
        """The words first; what it serves, the day, whom they bring together; then what the coach says."""
        told = [(one.id, f"{one.kind} · {one.text}") for one in self._aspirations]
        yield Static(classes="notice", id="notice")
        none = "nothing they told you" if told else "nothing is known of them yet"
        yield row("serves", RecordChoice(told, self._serves, none=none, id="serves"))
        yield label("what exactly will you do?")
        yield Words(self._offer.what if self._offer else "", id="what")
        yield Choice([Option(one.key, one.key, one.label) for one in self._favours], id="favours")
        introduces = PersonChoice(
            self._offer.introduces if self._offer else None, name_of=self._introducing.name_of,
            none="nobody: this is no introduction", id="introduces",
        )  # fmt: skip
        due = DayField(
            self._today, day=self._offer.due if self._offer else None, id="due",
            week_starts_on=self._settings.week_starts_on,
        )  # fmt: skip
        yield row("by when", due)
        yield row("introduce to", introduces)
        yield from self._for_me()
        yield Page(id="coach").unfocusable()

    def _for_me(self) -> ComposeResult:
        """For which objective of one's own; where there is none yet, one can be set."""
        if self._objectives:
            mine = [(one.id, one.text) for one in self._objectives]
            objective = self._offer.objective if self._offer else None
            none = "none: this is to raise them up" if not self._offer else "none in particular"
            yield row("my objective", RecordChoice(mine, objective, none=none, id="objective"))
        elif self._objectives is not None:
            placeholder = "none yet: what do you want to reach this year?"
            yield row("my objective", Line(placeholder=placeholder, id="aim"))

    def on_mount(self) -> None:
        """Begin with the words."""
        super().on_mount()
        self.query_one("#favours").display = False
        self._show_introduces()
        self.query_one("#what").focus()
        self._look_on()

    def _show_introduces(self) -> None:
        choice = self.query_one("#introduces", PersonChoice)
        assert choice.parent is not None  # noqa: S101
        choice.parent.display = choice.chosen is not None

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(RecordChoice.Turned)
    def _look_on(self) -> None:
        signs = self._signs()
        says = "\n".join(filter(None, (self._notice, self._board(self._for_objective()))))
        notice = self.query_one("#notice", Static)
        notice.display = bool(says)
        notice.update(present.lines(says))
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

    def _for_objective(self) -> int | None:
        """The objective that is chosen; 0 for one that is still to be set."""
        for choice in self.query("#objective").results(RecordChoice):
            return choice.chosen
        return 0 if self._aim() else None

    def _aim(self) -> str:
        return "".join(line.value.strip() for line in self.query("#aim").results(Line))

    def action_favour(self) -> None:
        """Show the five-minute favours: a key begins the offer with one; words of one's own are never replaced."""
        if self.query_one("#what", Words).text.strip() and not self._is_only_begun():
            self.trouble("There are words already: a favour begins an empty offer.")
            return
        favours = self.query_one("#favours", Choice)
        favours.display = True
        favours.focus()

    def _is_only_begun(self) -> bool:
        """Whether the words are a favour's, and nothing has been added to them but whom it introduces."""
        other = self._introducing.name_of(self.query_one("#introduces", PersonChoice).chosen or 0)
        begun = self.query_one("#what", Words).text.strip()
        begins = [favour.words(self._called) for favour in self._favours]
        return any(begun in {words.strip(), f"{words}{other}".strip()} for words in (*begins, self._introduces_words))

    @property
    def _introduces_words(self) -> str:
        return f"Introduce {self._called} to "

    @on(Choice.Picked, "#favours")
    def _begin(self, event: Choice.Picked) -> None:
        event.stop()
        event.prevent_default()
        favour = next(one for one in self._favours if one.key == event.value)
        event.choice.display = False
        self._begin_with(favour.words(self._called))
        if favour.introduces:
            self.call_later(self.action_introduce)
        else:
            self.query_one("#introduces", PersonChoice).choose(None)
            self._show_introduces()

    @property
    def _called(self) -> str:
        return self._person.nickname or self._person.name

    def _begin_with(self, words: str) -> None:
        what = self.query_one("#what", Words)
        what.text = self._begun = words
        what.move_cursor(what.document.end)
        what.focus()

    async def action_introduce(self) -> None:
        """Ask to whom the person is to be introduced."""
        suggested = await asyncio.to_thread(self._introducing.suggested)

        async def keep(other: int) -> None:
            self._introduce(other)

        title = f"To whom do you introduce {self._called}?"
        self.app.push_screen(
            PickPerson(title, keep, suggested=suggested, find=self._introducing.find, empty="Nobody fits.")
        )

    def _introduce(self, other: int) -> None:
        """Bring the two together; the words name the other, unless they are one's own and name nobody of them."""
        choice, what = self.query_one("#introduces", PersonChoice), self.query_one("#what", Words)
        before, name = self._introducing.name_of(choice.chosen or 0), self._introducing.name_of(other)
        choice.choose(other)
        self._show_introduces()
        if not what.text.strip() or what.text == self._begun:
            begins = self._begun if self._begun.lower().startswith("introduce ") else self._introduces_words
            self._begin_with(f"{begins}{name} ")
            self._begun = begins
        elif before and before in what.text:
            what.text = what.text.replace(before, name)
            what.move_cursor(what.document.end)
        what.focus()
        self._look_on()

    def value(self) -> OfferWords:
        """What was offered."""
        mine = self.query("#objective").results(RecordChoice)
        return OfferWords(
            what=self.query_one("#what", Words).words,
            serves=self.query_one("#serves", RecordChoice).chosen,
            objective=next((choice.chosen for choice in mine), None),
            due=self.query_one("#due", DayField).day,
            introduces=self.query_one("#introduces", PersonChoice).chosen,
            aim=self._aim(),
        )
