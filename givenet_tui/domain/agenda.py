"""Agenda: a day's ranked list of things worth doing, each with its reason. It is short, and it ends."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.candidates import ABOUT_OFFERS, Candidate, latest_hope
from givenet_tui.domain.check_ins import CheckIn, How, What
from givenet_tui.domain.day import Day
from givenet_tui.domain.offers import Offer, Part
from givenet_tui.domain.questions import kind_to_ask, question_for
from givenet_tui.domain.ranking import Ranking
from givenet_tui.domain.reasons import became, reason

MISSED_DAY = 0.05
"""What a day without a check-in takes off the share of days, and a day with one gives towards it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing worth doing: what, for whom, why, and the aspiration that makes it so."""

    what: What
    person: int
    record: int
    """The offer it is about, else the person."""
    reason: str
    aspiration: int | None = None
    how: How | None = None
    """How it was dealt with today; None: it is open."""
    offer: int | None = None
    question: str = ""
    """One that could be asked, when nothing is known that the person hopes for."""
    part: Part | None = None
    """Of a slot: which part has room."""
    objective: int | None = None
    """Of a slot: the objective of yours that the person could help with."""
    put_off: int = 0
    """How often it was put off before, while it is open."""
    became: str = ""
    """Of a line that is done: the user's words about it."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The lines of a day, those that were dealt with in their places among them."""

    day: date
    lines: tuple[Line, ...]
    more_there: int
    """How many further lines could be asked for."""
    handled: int
    """How many lines were dealt with today."""
    open: int
    """How many of the day's first lines are still to do; those that were asked for on top do not count."""

    @property
    def is_through(self) -> bool:
        """Whether nothing of the day's first lines is left to do."""
        return self.open == 0


def agenda(book: Book, today: date, more: int = 0) -> Agenda:
    """The day's agenda. `more` adds that many times the usual number of lines, and changes nothing of the first."""
    return _agenda(book, today, more)


@lru_cache(maxsize=4)  # asked for again to see what a change settles; a book never changes
def _agenda(book: Book, today: date, more: int) -> Agenda:
    ranking = Ranking(Day(book, today))
    shown = ranking.first_open()
    wanted = len(ranking.first) + more * ranking.size - ranking.handled if more else 0
    spare = max(0, wanted - len(shown))
    of_first = {id(candidate) for candidate in shown}
    lines = []
    for candidate in (*ranking.first, *ranking.rest(spare)):
        if candidate.how is None and id(candidate) not in of_first:
            if not spare:
                continue
            spare -= 1
        lines.append(_line(ranking.day, candidate))
    ticked = sum(line.how is not None for line in lines)
    return Agenda(today, tuple(lines), ranking.open - (len(lines) - ticked), ticked, len(shown))


def resolved_lines(before: Book, after: Book, today: date) -> tuple[Line, ...]:
    """The lines of the day's agenda before a change that the change settles: nothing is left to do about them.

    One that was put off today is done after all when it was still to be done.
    """
    then, now = Day(before, today), Day(after, today)
    lines = (line for line in agenda(before, today).lines if line.how != "done")
    return tuple(
        line
        for line in lines
        if not now.still_open(line.what, line.person, line.record, line.part)
        and (line.how is None or then.still_open(line.what, line.person, line.record, line.part))
    )


def smoothed_share(book: Book, today: date) -> float | None:
    """The share of days with a check-in, the latest counting most; None before the first.

    A missed day takes off five percent of what there is, never everything, and one with a check-in gives back five
    percent of what is missing. Today costs nothing until it is over.
    """
    days = sorted({check_in.on for check_in in book.all(CheckIn) if check_in.on <= today})
    if not days:
        return None
    share = 1.0
    for earlier, later in pairwise(days):
        share *= (1 - MISSED_DAY) ** ((later - earlier).days - 1)
        share += MISSED_DAY * (1 - share)
    missed_since = max(0, (today - days[-1]).days - 1)
    return float(share * (1 - MISSED_DAY) ** missed_since)


def days_of_check_ins(book: Book, today: date) -> int:
    """How many days have passed since the first check-in; 0 before it."""
    return max(0, (today - min((check_in.on for check_in in book.all(CheckIn)), default=today)).days)


def _line(day: Day, candidate: Candidate) -> Line:
    offer = day.book.find(Offer, candidate.record) if candidate.what in ABOUT_OFFERS else None
    suggestion = candidate.suggestion
    hope = (day.book.find(Aspiration, offer.serves) if offer else None) or latest_hope(day.book, candidate.person)
    asks = hope is None and candidate.what in {"quiet", "unknown"} and candidate.how is None
    kind = kind_to_ask(candidate.person, day.today)
    snooze = day.book.snooze_of(candidate.record) if candidate.how is None else None
    return Line(
        candidate.what,
        candidate.person,
        candidate.record,
        reason(day, candidate),
        suggestion.aspiration if suggestion else hope.id if hope else None,
        candidate.how,
        offer.id if offer else None,
        question_for(day.book.settings, kind, candidate.person, day.today) if asks else "",
        candidate.part,
        suggestion.objective if suggestion else None,
        snooze.count if snooze else 0,
        became(day, candidate) if candidate.how == "done" else "",
    )
