"""A year: the days on which you gave, the ten of each month, what came back, and who stands behind each objective."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from givenet_tui.domain.aspirations import KINDS, Aspiration, Kind
from givenet_tui.domain.assignment import PartView, assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.help import Help
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import FREED, Offer, OfferStatus
from givenet_tui.domain.people import Person
from givenet_tui.domain.year_days import Day, days


@dataclass(frozen=True, slots=True)
class PartOfMonth:
    """One part of a month's board, counted: its slots that are done, those still open, and what was let go."""

    done: int = 0
    open: int = 0
    freed: int = 0


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month: what was given in it, how its board stands, how often something came back in it."""

    month: str
    given: int
    raise_up: PartOfMonth
    resource: PartOfMonth
    slots_per_part: int
    came_back: int


@dataclass(frozen=True, slots=True)
class CameBack:
    """Help that came back, from whom, and for which objective or after which offer, if for one."""

    help: Help
    person: Person
    objective: Objective | None
    offer: Offer | None


@dataclass(frozen=True, slots=True)
class Stands:
    """Someone behind an objective: how far the latest offer for it is, None without one; and whether they helped."""

    person: Person
    status: OfferStatus | None
    helped: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """An objective of the year with those behind it: by an offer for it, or by help."""

    objective: Objective
    standing: tuple[Stands, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Who stands behind it, each once."""
        return tuple(one.person for one in self.standing)


@dataclass(frozen=True, slots=True)
class KindServed:
    """For how many aspirations of a kind something was done in the year, and how many of those have come true."""

    kind: Kind
    served: int
    fulfilled: int


@dataclass(frozen=True, slots=True)
class YearView:
    """A year as it stands. People in the trash are left out, those who rest are not."""

    year: int
    months: tuple[MonthView, ...]
    """January to December."""
    days: Mapping[date, Day]
    """What was on a day; days without anything are absent."""
    heard: Mapping[date, tuple[Aspiration, ...]]
    """What people told you on a day; days on which nobody did are absent."""
    help: tuple[CameBack, ...]
    """Newest first."""
    objectives: tuple[Behind, ...]
    days_to_done: tuple[int, ...]
    """For what was done in the year, the days since it was offered, ascending; where both days are known."""
    kinds: tuple[KindServed, ...]
    """Hopes, dreams, goals, objectives, in this order."""

    @property
    def days_given(self) -> dict[date, int]:
        """How many offers were done on a day; days without one are absent."""
        return {on: len(day.given) for on, day in self.days.items() if day.given}

    @property
    def given(self) -> int:
        """How many offers were done in the year."""
        return sum(len(day.given) for day in self.days.values())

    @property
    def came_back(self) -> int:
        """How often something came back in the year."""
        return len(self.help)

    @property
    def is_empty(self) -> bool:
        """Whether the year holds nothing at all: no day, no objective, nobody on a board."""
        boards = (part for month in self.months for part in (month.raise_up, month.resource))
        return not (self.days or self.help or self.objectives or any(part != PartOfMonth() for part in boards))


@lru_cache(maxsize=2)  # a change works it out before the screen asks; a book never changes
def year(book: Book, year: int) -> YearView:
    """The year's view of a book."""
    all_days = days(book, year)
    done = [offer for day in all_days.values() for offer in day.given]
    help_ = _help(book, year)
    given = Counter(month_of(on) for on, day in all_days.items() for _ in day.given)
    came_back = Counter(month_of(back.help.on) for back in help_)
    months = (f"{year:04}-{month:02}" for month in range(1, 13))
    return YearView(
        year,
        tuple(_month(book, month, given[month], came_back[month]) for month in months),
        all_days,
        _heard(book, year),
        help_,
        _behind(book, year),
        tuple(sorted(_days_to_done(done))),
        _kinds(book, done),
    )


def _heard(book: Book, year: int) -> Mapping[date, tuple[Aspiration, ...]]:
    heard: defaultdict[date, list[Aspiration]] = defaultdict(list)
    for told in book.all(Aspiration):
        if told.heard_on and told.heard_on.year == year and told.person in book.people:
            heard[told.heard_on].append(told)
    return {on: tuple(sorted(those, key=lambda told: told.id)) for on, those in heard.items()}


def _help(book: Book, year: int) -> tuple[CameBack, ...]:
    there = (h for h in book.all(Help) if h.on.year == year and h.person in book.people)
    newest = sorted(there, key=lambda h: (h.on, h.id), reverse=True)
    return tuple(
        CameBack(h, book.people[h.person], book.find(Objective, h.objective), book.find(Offer, h.offer)) for h in newest
    )


def _month(book: Book, month: str, given: int, came_back: int) -> MonthView:
    board = assignment(book, month)
    raise_up, resource = board.part("raise_up"), board.part("resource")
    return MonthView(month, given, _part(raise_up), _part(resource), len(raise_up.slots), came_back)


def _part(part: PartView) -> PartOfMonth:
    return PartOfMonth(part.done, part.filled - part.done, len(part.freed))


def _days_to_done(done: Iterable[Offer]) -> Iterable[int]:
    for offer in done:
        offered, ended = offer.reached("offered"), offer.reached("done")
        if offered and ended and offered <= ended:
            yield (ended - offered).days


def _kinds(book: Book, done: Iterable[Offer]) -> tuple[KindServed, ...]:
    found = (book.find(Aspiration, offer.serves) for offer in done)
    served = {aspiration.id: aspiration for aspiration in found if aspiration}.values()
    counts = Counter(one.kind for one in served)
    fulfilled = Counter(one.kind for one in served if one.status == "fulfilled")
    return tuple(KindServed(kind, counts[kind], fulfilled[kind]) for kind in KINDS)


def _behind(book: Book, year: int) -> tuple[Behind, ...]:
    """Those to whom an offer for the objective was made and not freed, and those who helped, in that order."""
    objectives = book.objectives_of(year)
    offers: dict[int, dict[int, OfferStatus | None]] = {objective.id: {} for objective in objectives}
    helped: set[tuple[int, int]] = set()
    for offer in book.all(Offer):
        if offer.objective in offers and offer.status not in FREED and offer.person in book.people:
            offers[offer.objective][offer.person] = offer.status
    for help_ in book.all(Help):
        if help_.objective in offers and help_.person in book.people:
            helped.add((help_.objective, help_.person))
            offers[help_.objective].setdefault(help_.person, None)
    return tuple(
        Behind(
            objective,
            tuple(
                Stands(book.people[person], status, (objective.id, person) in helped)
                for person, status in offers[objective.id].items()
            ),
        )
        for objective in objectives
    )
