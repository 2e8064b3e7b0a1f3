"""The check-in: each line's natural answer, putting off, closing the day."""

from collections.abc import Callable
from datetime import date
from typing import Concatenate, ParamSpec

from givenet_tui.domain.agenda import Line
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change
from givenet_tui.domain.check_ins import CheckIn, Handled, put_off_words
from givenet_tui.domain.days import in_full
from givenet_tui.domain.moment import Moment
from givenet_tui.domain.offers import OfferStatus
from givenet_tui.domain.verbs import check_ins, offers
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.screen import Actions
from givenet_tui.ui.widgets.choice import Option

P = ParamSpec("P")

PUT_OFF = (
    Option("1", "t", "until tomorrow"),
    Option("3", "3", "for 3 days"),
    Option("7", "w", "for a week"),
    Option("30", "m", "for a month"),
)
ANSWERS = (Option("accepted", "y", "yes"), Option("declined", "n", "no"), Option("", "t", "not yet"))


class DailyActions(Actions):
    """What the keys do with a line of the agenda."""

    def handled(self, line: Line) -> Handled:
        """How the check-in remembers a line that was done."""
        return Handled(line.what, line.person, line.record, "done")

    async def settle(
        self, line: Line | None, verb: Callable[Concatenate[Book, Moment, P], Change], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Do a verb; when it answers a line of the agenda, the line is ticked in the same change."""
        if line is None:
            await self.givenet.do(verb, *args, **kwargs)
        else:
            await self.givenet.do(check_ins.settling, self.handled(line), verb, *args, **kwargs)

    def ask_for_the_answer(self, line: Line) -> None:
        """An offer was made: what did they say?"""
        offer = self.subject().offer
        if offer is None:
            return

        async def keep(answer: str) -> None:
            if answer:
                status: OfferStatus = "accepted" if answer == "accepted" else "declined"
                await self.settle(line, offers.step, offer.id, status)
            else:
                await self.givenet.do(check_ins.not_yet, what=line.what, person_id=line.person, record_id=line.record)

        name = self.the_person().name
        self.app.push_screen(dialogs.ChoiceDialog(f"What did {name} say?", keep, ANSWERS, reminder=offer.what))

    def action_bump(self) -> None:
        """Put the line off, without having been in touch."""
        line = self.subject().line
        if line is None:
            return

        async def keep(days: str) -> None:
            await self.givenet.do(
                check_ins.bump, what=line.what, person_id=line.person, record_id=line.record, days=int(days)
            )

        times = f"{put_off_words(line.put_off)} so far" if line.put_off else ""
        self.app.push_screen(dialogs.ChoiceDialog(f"Put {self.the_person().name} off", keep, PUT_OFF, reminder=times))

    def action_close_day(self) -> None:
        """Close the day with a line of reflection."""
        self.ask_for_a_reflection(self.about_day, self.book.check_in_on(self.about_day))

    def ask_for_a_reflection(self, day: date, seen: CheckIn | None) -> None:
        """Open the dialog for a day's reflection, written over the check-in as it was `seen`.

        A draft of it is about that check-in, else about the day by its number: it may be picked up on another day.
        """
        written = seen.reflection if seen else ""

        async def keep(words: str) -> None:
            await self.givenet.do(check_ins.reflect, words, on=day, seen=written)

        title, which = ("Close the day", "today") if day == self.today else (f"Close {in_full(day, self.today)}", "it")
        ask = f"one line about {which}: what did you give, what did you learn?"
        self.ask(dialogs.WordsDialog(title, keep, ask=ask, text=written), "reflection", seen or day.toordinal())
