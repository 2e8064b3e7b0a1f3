"""A year: the days on which you gave, the ten of each month, what came back, and who stands behind each objective."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from givenet_tui.domain.assignment import assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.help import Help
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.people import Person


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month: what was given in it, how many slots of each part of its board are done, what came back in it."""

    month: str
    given: int
    raise_up: int
    resource: int
    slots_per_part: int
    came_back: int


@dataclass(frozen=True, slots=True)
class CameBack:
    """Help that came back, from whom, and for which objective if for one."""

    help: Help
    person: Person
    objective: Objective | None


@dataclass(frozen=True, slots=True)
class Behind:
    """An objective of the year with the people behind it: by an offer for it, or by help."""

    objective: Objective
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year as it stands. People in the trash are left out, those who rest are not."""

    year: int
    months: tuple[MonthView, ...]
    """January to December."""
    days_given: dict[date, int]
    """How many offers were done on a day; days without one are absent."""
    help: tuple[CameBack, ...]
    """Newest first."""
    objectives: tuple[Behind, ...]

    @property
    def given(self) -> int:
        """How many offers were done in the year."""
        return sum(self.days_given.values())

    @property
    def came_back(self) -> int:
        """How often something came back in the year."""
        return len(self.help)


def year(book: Book, year: int) -> YearView:
    """The year's view of a book."""
    days_given = Counter(day for day in _days_given(book) if day.year == year)
    help_ = sorted(
        (h for h in book.all(Help) if h.on.year == year and h.person in book.people),
        key=lambda h: (h.on, h.id),
        reverse=True,
    )
    given = Counter[str]()
    for day, count in days_given.items():
        given[month_of(day)] += count
    came_back = Counter(month_of(h.on) for h in help_)
    months = (f"{year:04}-{month:02}" for month in range(1, 13))
    return YearView(
        year,
        tuple(_month(book, month, given[month], came_back[month]) for month in months),
        dict(sorted(days_given.items())),
        tuple(CameBack(h, book.people[h.person], book.find(Objective, h.objective)) for h in help_),
        _behind(book, year),
    )


def _days_given(book: Book) -> Iterable[date]:
    for offer in book.all(Offer):
        day = offer.reached("done") if offer.status == "done" and offer.person in book.people else None
        if day:
            yield day


def _month(book: Book, month: str, given: int, came_back: int) -> MonthView:
    board = assignment(book, month)
    raise_up, resource = board.part("raise_up"), board.part("resource")
    return MonthView(month, given, raise_up.done, resource.done, len(raise_up.slots), came_back)


def _behind(book: Book, year: int) -> tuple[Behind, ...]:
    """Those to whom an offer for the objective was made and not freed, and those who helped, in that order."""
    people: dict[int, dict[int, Person]] = {objective.id: {} for objective in book.objectives_of(year)}
    tied: list[Offer | Help] = [offer for offer in book.all(Offer) if offer.status not in {"declined", "let_go"}]
    for record in (*tied, *book.all(Help)):
        if record.objective in people and record.person in book.people:
            people[record.objective][record.person] = book.people[record.person]
    return tuple(Behind(o, tuple(people[o.id].values())) for o in book.objectives_of(year))
