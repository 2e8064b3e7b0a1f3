"""Introductions: ask one of the two, then the other, write down what they said; a no asks what becomes of it."""

from collections.abc import Callable

from givenet_tui.domain.agenda import Line
from givenet_tui.domain.introductions import answers, askings, next_asking, who_said_no
from givenet_tui.domain.offers import AskStatus, Offer
from givenet_tui.domain.verbs import check_ins, introductions, offers
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.offering import OfferingActions
from givenet_tui.ui.widgets.choice import Option
from givenet_tui.wording import askings_in_words

MAY_I: dict[AskStatus, str] = {"asked": "was asked: may I?", "yes": "said yes", "no": "would rather not"}
ANSWERS = (Option("yes", "y", "yes"), Option("no", "n", "they would rather not"), Option("", "t", "not yet"))
AFTER_A_NO = (
    Option("other", "i", "introduce somebody else"),
    Option("declined", "n", "declined: it frees its slot"),
    Option("let_go", "l", "let go"),
    Option("", "t", "leave it as it is"),
)


class IntroducingActions(OfferingActions):
    """What the keys do with an offer that brings two people together."""

    async def advance_introduction(self, offer: Offer, line: Line | None = None) -> None:
        """Ask who was not asked yet, then write down what each said; a no asks what becomes of it."""
        following = next_asking(offer)
        if who_said_no(offer) is not None:
            self.ask_after_a_no(offer)
        elif not askings(self.book, offer):
            self.givenet.say("One of the two is in the trash: e, then F3, introduces somebody else.", "warning")
        elif following is None:  # both said yes, each on another machine
            await self.givenet.try_to(offers.step, offer.id, "accepted")
        elif following.is_asked:
            self._ask_what_they_said(offer, following.person, line)
        elif line is not None:
            await self.givenet.try_to(
                check_ins.settling, self.handled(line), introductions.ask, offer.id, following.person, "asked"
            )
        else:
            await self.givenet.try_to(introductions.ask, offer.id, following.person, "asked")

    def _ask_what_they_said(self, offer: Offer, person_id: int, line: Line | None) -> None:

        async def keep(answer: str) -> None:
            if answer:
                await self.keep_asking(offer, f"{person_id}:{answer}", line)
            elif line is not None:
                await self.givenet.do(check_ins.not_yet, what=line.what, person_id=line.person, record_id=line.record)

        title = f"What did {self.book.person(person_id).name} say?"
        self.app.push_screen(
            dialogs.ChoiceDialog(title, keep, ANSWERS, reminder=offer.what, notice=self._both_in_words(offer))
        )

    def _both_in_words(self, offer: Offer) -> str:
        return askings_in_words(askings(self.book, offer), self.today)

    def asking_options(self, offer: Offer) -> list[Option]:
        """What may be written down of the two: `1` to `6`."""
        may = [
            (stands.person, status)
            for stands in askings(self.book, offer)
            for status in answers(offer, stands.person.id)
        ]
        return [
            Option(f"{person.id}:{status}", str(number), f"{person.name} {MAY_I[status]}")
            for number, (person, status) in enumerate(may, 1)
        ]

    async def keep_asking(self, offer: Offer, picked: str, line: Line | None) -> None:
        """Keep what was picked of `asking_options`."""
        person, _, said = picked.partition(":")
        status = next(one for one in MAY_I if one == said)
        await self.settle(line, introductions.ask, offer.id, int(person), status)
        if status == "no":
            self.call_after_keeping(lambda: self.ask_after_a_no(self.book.get(Offer, offer.id)))

    def ask_after_a_no(self, offer: Offer) -> None:
        """One of the two would rather not: what becomes of the offer?"""
        no = who_said_no(offer)
        if no is None or not offer.is_open:
            return

        async def keep(picked: str) -> None:
            if picked == "other":
                self.call_after_keeping(lambda: self.introduce_somebody_else(offer))
            elif picked:
                await self.givenet.do(offers.step, offer.id, "declined" if picked == "declined" else "let_go")

        title = f"{self.book.person(no).name} would rather not"
        options = AFTER_A_NO if no == offer.leads_to else AFTER_A_NO[1:]
        self.app.push_screen(dialogs.ChoiceDialog(title, keep, options, reminder=offer.what))

    def introduce_somebody_else(self, offer: Offer) -> None:
        """Open the offer, and ask at once whom instead."""
        self.edit_offer(offer)
        opened = self.app.screen
        if isinstance(opened, dialogs.OfferDialog):
            self.app.call_after_refresh(opened.action_introduce)

    def call_after_keeping(self, then: Callable[[], None]) -> None:
        """Open the next dialog once this one has closed."""
        self.app.call_later(then)
