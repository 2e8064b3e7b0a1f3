"""Words that were left in the middle: what had been opened is opened again, with what stood in it."""

from collections.abc import Callable, Mapping, Sequence

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.line import LineActions
from givenet_tui.ui.widgets.choice import Option
from givenet_tui.workspace import LeftDraft

TITLE = "You were in the middle of something"
OPTIONS = (
    Option("pick", "p", "pick it up"),
    Option("later", "l", "leave it for later"),
    Option("throw", "t", "throw it away"),
)
SHOWN = 300
"""Letters of a draft that the question shows."""


class DraftActions(LineActions):
    """Offers what an earlier run of the program left."""

    def offer_drafts(self, left: Sequence[LeftDraft]) -> None:
        """Ask about the latest; the next one when it is thrown away."""
        first, *others = left

        async def keep(answer: str) -> None:
            if answer == "pick":
                self.app.call_later(self._pick_up, first)
            elif answer == "throw":
                self.givenet.drafts.drop(first)
                if others:
                    self.app.call_later(self.offer_drafts, others)

        words = first.draft.words
        shown = words if len(words) <= SHOWN else words[:SHOWN] + "…"
        notice = f"{first.draft.title}\n\n{shown}"
        self.app.push_screen(dialogs.ChoiceDialog(TITLE, keep, OPTIONS, notice=notice))

    async def _pick_up(self, left: LeftDraft) -> None:
        draft = left.draft
        if draft.opener == "notes" and draft.about in self.book.people:
            self.open_notebook(draft.about, notes=draft.fields.get("notes", ""))
        else:
            self._reopen(draft)
        self.app.call_after_refresh(self._picked_up, left)

    def _reopen(self, draft: Draft) -> None:
        from givenet_tui.ui.dialogs.dialog import Dialog

        try:
            OPENERS[draft.opener](self, draft.about)
        except (KeyError, Refusal):  # what it was about is no longer in the book
            self._show_words(draft)
            return
        if isinstance(self.app.screen, Dialog):
            self.app.screen.picked_up = draft.fields

    def _show_words(self, draft: Draft) -> None:
        async def keep(_: str) -> None:
            """The words were seen."""

        ask = "what this was about is no longer in the book; copy what you need, enter puts the words away"
        words = "\n".join(text for text in draft.fields.values() if text)
        self.app.push_screen(dialogs.WordsDialog(draft.title, keep, ask=ask, text=words))

    async def _picked_up(self, left: LeftDraft) -> None:
        """Only once the words are kept as a draft of this run does the old one go."""
        await self.givenet.drafts.look()
        self.givenet.drafts.drop(left)


OPENERS: Mapping[str, Callable[[DraftActions, int], None]] = {
    "hear": lambda place, id_: place.ask_what_they_told(place.book.person(id_)),
    "aspiration": lambda place, id_: place.edit_aspiration(place.book.get(Aspiration, id_)),
    "touch": lambda place, id_: place.ask_for_a_touch(place.book.person(id_)),
    "touch-edit": lambda place, id_: place.edit_touch(place.book.get(Interaction, id_)),
    "came-back": lambda place, id_: place.ask_what_came_back(place.book.person(id_)),
    "help-edit": lambda place, id_: place.edit_help(place.book.get(Help, id_)),
    "offer": lambda place, id_: place.ask_for_an_offer(place.book.person(id_)),
    "offer-edit": lambda place, id_: place.edit_offer(place.book.get(Offer, id_)),
    "outcome": lambda place, id_: place.ask_for_the_outcome(place.book.get(Offer, id_)),
    "person": lambda place, _: place.add_person(),
    "person-edit": lambda place, id_: place.edit_person(place.book.person(id_)),
    "line": lambda place, _: place.action_line(),
    "reflection": lambda place, _: place.action_close_day(),
    "objective": lambda place, year: place.add_objective(year),
    "objective-edit": lambda place, id_: place.edit_objective(place.book.get(Objective, id_)),
}
"""By what a draft says that it was opened by; the notes have a place of their own."""
