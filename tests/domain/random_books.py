"""Random books for properties: few people, much between them, and every date near one day."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from givenet_tui.domain.aspirations import KINDS, Aspiration
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import CheckIn, Snooze
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import CHANNELS, Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import PARTS, STATUSES, Offer, OfferStatus, Step
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record, changed
from givenet_tui.domain.settings import Settings
from tests.factories import MADE, TODAY

R = TypeVar("R", bound=Record)

# A slow machine is no failure.
some = settings(deadline=None, max_examples=20)
many = settings(deadline=None, max_examples=40)

BIRTHDAYS = [Birthday(11, 22), Birthday(11, 24, 1986), Birthday(11, 29), Birthday(2, 29), Birthday(3, 1, 1950)]
TEXTS = ["a book on looms", "find a publisher", "run a marathon in Zürich", "teach the children\nto read"]
MONTHS = ["2026-10", "2026-11", "2026-11", "2026-12"]
WALK: tuple[OfferStatus, ...] = ("chosen", "drafted", "offered", "accepted")

past = st.one_of(st.integers(0, 12), st.integers(0, 150)).map(lambda back: TODAY - timedelta(back))
days = past | st.integers(-9, 0).map(lambda back: TODAY - timedelta(back))
made = st.just(MADE)
trash = st.sampled_from([""] * 9 + ["2026-11-01T00:00:00.000Z"])


def _one_of(ids: Sequence[int], *others: int | None) -> st.SearchStrategy[int | None]:
    return st.sampled_from([*others, *ids])


def _steps(drawn: tuple[int, list[date], OfferStatus]) -> tuple[Step, ...]:
    """Steps in the order of their days, the last of any kind."""
    number, on, last = drawn
    named = [*WALK[:number], last]
    return tuple(Step(status, day) for status, day in zip(named, sorted(on)[: len(named)], strict=True))


walks = st.tuples(st.integers(0, 4), st.lists(past, min_size=5, max_size=5), st.sampled_from(STATUSES)).map(_steps)

people = st.builds(
    Person,
    created_at=made,
    deleted_at=trash,
    name=st.sampled_from(["Ada Lovelace", "Grace", "Émile", "Alan T."]),
    organization=st.sampled_from(["", "Analytical Press"]),
    tags=st.sampled_from([(), ("family",), ("family", "work"), ("books",)]),
    rhythm_days=st.sampled_from([None, None, 0, 7, 30]),
    birthday=st.none() | st.sampled_from(BIRTHDAYS),
    about=st.sampled_from(["", *TEXTS]),
    archived_on=st.sampled_from([None, None, None, date(2026, 3, 1)]),
)
aims = st.builds(Objective, created_at=made, year=st.just(TODAY.year), text=st.sampled_from(TEXTS))


def aspirations(whom: Sequence[int]) -> st.SearchStrategy[Aspiration]:
    return st.builds(
        Aspiration,
        created_at=made,
        deleted_at=trash,
        person=st.sampled_from(whom),
        kind=st.sampled_from(KINDS),
        text=st.sampled_from(TEXTS),
        heard_on=st.none() | past,
        status=st.sampled_from(["open", "open", "fulfilled", "let_go"]),
    )


def touches(whom: Sequence[int]) -> st.SearchStrategy[Interaction]:
    return st.builds(
        Interaction,
        created_at=made,
        deleted_at=trash,
        people=st.lists(st.sampled_from(whom), min_size=1, max_size=3, unique=True).map(tuple),
        on=past,
        channel=st.sampled_from(CHANNELS),
        text=st.sampled_from(["", *TEXTS]),
    )


def offers(whom: Sequence[int], hopes: Sequence[int], mine: Sequence[int]) -> st.SearchStrategy[Offer]:
    drawn = st.builds(
        Offer,
        created_at=made,
        deleted_at=trash,
        person=st.sampled_from(whom),
        month=st.sampled_from(MONTHS),
        part=st.sampled_from(PARTS),
        status=st.just("chosen"),
        steps=walks,
        what=st.just("Read the proofs"),
        due=st.none() | days,
        serves=_one_of(hopes, None),
        objective=_one_of(mine, None),
        carried_from=st.sampled_from([(), (), ("2026-09",)]),
        introduces=_one_of(whom, None, None),
    )
    return drawn.map(lambda offer: changed(offer, status=offer.steps[-1].status))


def help_of(whom: Sequence[int], mine: Sequence[int]) -> st.SearchStrategy[Help]:
    text = st.just("read two chapters")
    return st.builds(Help, person=st.sampled_from(whom), on=past, text=text, objective=_one_of(mine, None))


@st.composite
def books(draw: st.DrawFn, most: int = 8) -> Book:
    """A book of a handful of people, with settings, and without a check-in today."""
    ids = count(1_000_000)  # far from those that the factories hand out

    def some_of(strategy: st.SearchStrategy[R], most: int) -> list[R]:
        number = draw(st.sampled_from([0, *range(most // 2, most + 1)]))
        drawn = draw(st.lists(strategy, min_size=number, max_size=number))
        return [changed(record, id=next(ids)) for record in drawn]

    preferences = Settings(
        id=1, rhythms={"family": 14, "work": 40}, agenda_size=draw(st.sampled_from([5, 2, 3, 4, 6, 1]))
    )
    mine, everyone = some_of(aims, 2), some_of(people, most)
    records: list[Record] = [preferences, *mine, *everyone]
    if not everyone:
        return Book(records)
    whom, for_me = [person.id for person in everyone], [objective.id for objective in mine]
    told = some_of(aspirations(whom), most)
    given = some_of(offers(whom, [hope.id for hope in told], for_me), 2 * most)
    until = st.sampled_from([TODAY, TODAY + timedelta(3)])
    put_off = st.builds(
        Snooze, record=st.sampled_from([*whom, *(offer.id for offer in given)]), until=until, count=st.integers(0, 3)
    )
    went_through = st.builds(CheckIn, on=st.integers(1, 40).map(lambda back: TODAY - timedelta(back)))
    records += [*told, *given, *some_of(touches(whom), most), *some_of(help_of(whom, for_me), 3)]
    return Book([*records, *some_of(put_off, 2), *some_of(went_through, 3)])
