"""Words that were left in the middle: what had been opened is opened again, with what stood in it."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import R
from givenet_tui.domain.settings import BOUNDS
from givenet_tui.ports import LeftDraft
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.bulk import BulkActions

if TYPE_CHECKING:
    from givenet_tui.ui.screens.notebook import NotebookScreen

MOST_SHOWN = 2000
"""Letters of a draft that the question shows; pgdn reads on."""
MOST_OF_A_TITLE = 200
NO_PLACE = "What this was about is no longer in the book. Copy what you need; it stays until you throw it away."
CLOSED = "This offer is closed by now. Its words can be changed all the same."


class DraftActions(BulkActions):
    """Offers what an earlier run of the program left."""

    def offer_draft(self, left: LeftDraft, *, more: int) -> None:
        """Ask what becomes of a draft, when `more` of them wait."""
        answers: list[str] = []
        keeper = self.givenet.drafts

        async def keep(answer: str) -> None:
            answers.append(answer)
            if answer == "pick":
                self.app.call_later(self._pick_up, left)
            elif answer == "throw":
                await keeper.throw_away(left)
            else:
                keeper.pass_over()

        def closed(_: None) -> None:
            if not answers:  # by esc: nothing of this now
                keeper.pass_over(others=True)

        title = _cut(left.draft.title, MOST_OF_A_TITLE)
        words = _cut(left.draft.words or "Nothing: what stood there was taken out.", MOST_SHOWN)
        others = f" ({more} more after this)" if more else ""
        self.app.push_screen(dialogs.LeftDialog(keep, notice=f"{title}{others}\n\n{words}"), closed)

    async def _pick_up(self, left: LeftDraft) -> None:
        draft = left.draft
        try:
            OPENERS[draft.opener](self, draft)
        except (KeyError, Refusal):  # what it was about is no longer in the book
            self._show_words(left)
            return
        opened = self.app.screen
        if isinstance(opened, dialogs.Dialog):
            opened.picked_up = draft
        self.app.call_after_refresh(self._picked_up, left, opened)

    async def _picked_up(self, left: LeftDraft, opened: "dialogs.Dialog[Any] | NotebookScreen") -> None:
        if isinstance(opened, dialogs.Dialog) and not opened.has_room:
            opened.dismiss()
            self._show_words(left)
        else:
            await self.givenet.drafts.picked_up(left, opened)

    def _show_words(self, left: LeftDraft) -> None:
        self.givenet.drafts.offer_again(left)
        self.app.push_screen(dialogs.ShownWords(left.draft.title, left.draft.whole, why=NO_PLACE))

    # --- one by one ------------------------------------------------------------------------------

    def seen(self, draft: Draft, kind: type[R]) -> R:
        """The record as it was when the writing began. Refusal when it has gone since."""
        now = self.book.get(kind, draft.about)
        return draft.seen if isinstance(draft.seen, kind) and draft.seen.id == now.id else now

    def reopen_offer(self, draft: Draft) -> None:
        """Change the words of an offer, which may be closed by now."""
        seen, now = self.seen(draft, Offer), self.book.get(Offer, draft.about)
        self.edit_offer(seen, notice=CLOSED if seen.is_open and not now.is_open else "")

    def reopen_outcome(self, draft: Draft) -> None:
        """What came of an offer; another program may have closed it already."""
        now = self.book.get(Offer, draft.about)
        if now.is_open:
            self.ask_for_the_outcome(now)
        else:
            self.edit_outcome(self.seen(draft, Offer))

    def reopen_reflection(self, draft: Draft) -> None:
        """Close the day that it is about, else the one on which it was written."""
        seen = draft.seen if isinstance(draft.seen, CheckIn) else None
        about = date.fromordinal(draft.about) if 0 < draft.about <= self.today.toordinal() else draft.day
        day = seen.on if seen else about or self.today
        self.ask_for_a_reflection(min(day, self.today), seen)

    def reopen_notes(self, draft: Draft) -> None:
        """Go on with the notes about a person."""
        self.seen(draft, Person)
        self.open_notebook(draft.about, notes=draft)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + "…"


def _reopen_setting(field: str, place: DraftActions, _: Draft) -> None:
    place.ask_for_a_setting(field)


def _reopen_question(kind: Kind, place: DraftActions, draft: Draft) -> None:
    place.ask_for_a_question(kind, draft.about)


OPENERS: Mapping[str, Callable[[DraftActions, Draft], None]] = {
    "notes": DraftActions.reopen_notes,
    "hear": lambda place, draft: place.ask_what_they_told(place.book.person(draft.about)),
    "aspiration": lambda place, draft: place.edit_aspiration(place.seen(draft, Aspiration)),
    "touch": lambda place, draft: place.ask_for_a_touch(place.book.person(draft.about)),
    "touch-several": lambda place, draft: place.touch_several(draft.people or (0,)),
    "several": lambda place, draft: place.edit_several(draft.people or (0,)),
    "touch-edit": lambda place, draft: place.edit_touch(place.seen(draft, Interaction)),
    "came-back": lambda place, draft: place.ask_what_came_back(place.book.person(draft.about)),
    "help-edit": lambda place, draft: place.edit_help(place.seen(draft, Help)),
    "offer": lambda place, draft: place.ask_for_an_offer(place.book.person(draft.about)),
    "offer-edit": DraftActions.reopen_offer,
    "outcome": DraftActions.reopen_outcome,
    "outcome-edit": lambda place, draft: place.edit_outcome(place.seen(draft, Offer)),
    "person": lambda place, _: place.add_person(),
    "person-edit": lambda place, draft: place.edit_person(place.seen(draft, Person)),
    "line": lambda place, _: place.action_line(),
    "reflection": DraftActions.reopen_reflection,
    "objective": lambda place, draft: place.add_objective(draft.about),
    "objective-edit": lambda place, draft: place.edit_objective(place.seen(draft, Objective)),
    "choose-raise_up": lambda place, _: place.choose_someone("raise_up"),
    "choose-resource": lambda place, _: place.choose_someone("resource"),
    "import": lambda place, _: place.action_import(),
    "export": lambda place, _: place.action_export(),
    "rhythm": lambda place, _: place.ask_for_a_rhythm(),
    "favour": lambda place, draft: place.ask_for_a_favour(draft.about),
    **{f"setting-{field}": partial(_reopen_setting, field) for field in (*BOUNDS, "day_starts_at")},
    **{f"question-{kind}": partial(_reopen_question, kind) for kind in KINDS},
}
"""By what a draft says that it was opened by."""
