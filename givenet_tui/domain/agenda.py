"""Agenda: a day's ranked list of things worth doing, each with its reason. It is short, and it ends."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from givenet_tui.domain.aspirations import KINDS, Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.candidates import ABOUT_OFFERS, Candidate, Day, latest_hope, still_open
from givenet_tui.domain.check_ins import CheckIn, How, What
from givenet_tui.domain.offers import Offer, Part
from givenet_tui.domain.questions import question_for
from givenet_tui.domain.reasons import reason

CAPS: dict[What, int] = {"quiet": 2, "slot": 1, "unknown": 1}
"""How many lines of a kind a day has at most, unless more are asked for."""
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
    ranking = _Ranking(Day(book, today))
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
    """The open lines of the day's agenda before a change that the change settles: nothing is left to do about them."""
    day = Day(after, today)
    lines = (line for line in agenda(before, today).lines if line.how is None)
    return tuple(line for line in lines if not still_open(day, line.what, line.person, line.record, line.part))


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


class _Ranking:
    """All candidates of a day in order: first those within the size and the caps, then the rest.

    What was dealt with is ranked like what is open, so that it keeps its place. The open ones are then shown only as
    far as it leaves room.
    """

    def __init__(self, day: Day) -> None:
        self.day = day
        self.size = max(0, day.book.settings.agenda_size)
        handled = day.handled()
        self.handled = len(handled)
        self._handled_of = Counter(line.what for line in handled)
        self._busy = {line.person for line in handled}
        self.first: list[Candidate] = []
        self._rest: list[Candidate] = []
        self._rest_unknown: list[Candidate] = []
        self._empty = day.empty_slots()
        self._rank()
        self._others = self._suggestible()

    def _rank(self) -> None:
        """Fill `first` kind by kind, and the rest with what it has no room for."""
        day, ranks = self.day, self.day.ranks
        ticked = list(day.ticked())
        early = [c for c in ticked if c.what not in {"slot", "unknown"}] + self._not_busy(day.open())
        self._rest = self._placed(sorted(early, key=lambda c: (ranks[c.what], c.order)))
        self._rest += self._placed(c for c in ticked if c.what == "slot")
        if len(self.first) < self.size and not self._handled_of["slot"]:
            slot = day.slot(self._empty, self._busy | _people(self.first))
            if slot and slot.part:
                self.first.append(slot)
                self._empty.remove(slot.part)
        unknown = [c for c in ticked if c.what == "unknown"] + self._not_busy(day.unknown())
        self._rest_unknown = self._placed(unknown)
        self._rest = _but_for(_people(self.first), self._rest)
        self._rest_unknown = _but_for(_people(self.first) | _people(self._rest), self._rest_unknown)

    def _not_busy(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Without those who were dealt with today already: nobody comes twice a day."""
        return [candidate for candidate in candidates if candidate.person not in self._busy]

    def _placed(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Put into `first` those for whom size and caps have room, and answer with the others."""
        people, counts, others = _people(self.first), Counter(c.what for c in self.first), []
        for candidate in candidates:
            if candidate.person in people:
                continue
            if len(self.first) < self.size and counts[candidate.what] < CAPS.get(candidate.what, self.size):
                self.first.append(candidate)
                people.add(candidate.person)
                counts[candidate.what] += 1
            else:
                others.append(candidate)
        return others

    def _suggestible(self) -> set[int]:
        """Who could fill further slots: nobody who is on the board or on the agenda otherwise."""
        placed = _people((*self.first, *self._rest))
        circle = {person.id for person in self.day.book.circle}
        return circle - placed - self._busy - self.day.put_off - self.day.on_board

    @property
    def open(self) -> int:
        """How many candidates are open, all in all."""
        placed = sum(c.how is None for c in (*self.first, *self._rest, *self._rest_unknown))
        return placed + min(len(self._empty), len(self._others))

    def first_open(self) -> list[Candidate]:
        """The open ones among the first for which size and caps have room beside what was dealt with."""
        chosen: list[Candidate] = []
        counts = Counter(self._handled_of)
        for candidate in self.first:
            room = len(chosen) + self.handled < self.size
            if candidate.how is None and room and counts[candidate.what] < CAPS.get(candidate.what, self.size):
                chosen.append(candidate)
                counts[candidate.what] += 1
        return chosen

    def rest(self, wanted: int) -> Iterator[Candidate]:
        """What comes after the first; people for further slots only if so many open ones are wanted."""
        yield from self._rest
        if wanted > sum(candidate.how is None for candidate in self._rest):
            yield from self.day.slots(self._empty, self._others)
        yield from self._rest_unknown


def _people(candidates: Iterable[Candidate]) -> set[int]:
    return {candidate.person for candidate in candidates}


def _but_for(people: set[int], candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates of everyone else, the first of each person."""
    firsts: dict[int, Candidate] = {}
    for candidate in candidates:
        if candidate.person not in people:
            firsts.setdefault(candidate.person, candidate)
    return list(firsts.values())


def _line(day: Day, candidate: Candidate) -> Line:
    offer = day.book.find(Offer, candidate.record) if candidate.what in ABOUT_OFFERS else None
    suggestion = candidate.suggestion
    hope = (day.book.find(Aspiration, offer.serves) if offer else None) or latest_hope(day.book, candidate.person)
    asks = hope is None and candidate.what in {"quiet", "unknown"}
    kind = KINDS[(candidate.person + day.today.toordinal()) % len(KINDS)]
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
    )
