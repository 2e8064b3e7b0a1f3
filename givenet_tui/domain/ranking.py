"""Ranking: the candidates of a day in order, and how many of them the day shows."""

from collections import Counter
from collections.abc import Iterable, Iterator

from givenet_tui.domain.candidates import Candidate
from givenet_tui.domain.check_ins import What
from givenet_tui.domain.day import Day

CAPS: dict[What, int] = {"quiet": 2, "slot": 1, "unknown": 1}
"""How many lines of a kind a day has at most, unless more are asked for."""


class Ranking:
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
