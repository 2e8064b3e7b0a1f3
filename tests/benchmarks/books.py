"""Made-up books to measure on: the same bytes for the same size and day, written with the store's own renderer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from givenet_tui.domain.aspirations import KINDS, Aspiration
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.check_ins import CheckIn, Handled, Snooze
from givenet_tui.domain.help import Help
from givenet_tui.domain.ids import EPOCH, LOW_BITS
from givenet_tui.domain.interactions import CHANNELS, Interaction
from givenet_tui.domain.moment import instant
from givenet_tui.domain.months import month_of
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import PARTS, Offer, OfferStatus, Step
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.settings import Meta, Settings
from givenet_tui.store import layout, records
from givenet_tui.store.table import Table

DAYS = 1000
"""How far back a book reaches."""

_FIRST = """
    Ada Alan Grace Edsger Barbara Donald Radia Łukasz Zoë Søren Margaret Dennis Frances Ken Hedy Tim Annie
    Claude Katherine Blaise Emmy Carl Sofia Leonhard Mary Isaac Rosalind Niels Lise Max Chien Satyendra Maryam
    Srinivasa Hypatia Archimedes Evelyn George Joan Kurt
"""
_LAST = """
    Lovelace Turing Hopper Dijkstra Liskov Knuth Perlman Łukasiewicz Müller Kierkegaard Hamilton Ritchie Allen
    Thompson Lamarr Berners Easley Shannon Johnson Pascal Noether Gauss Kovalevskaya Euler Somerville Newton
    Franklin Bohr Meitner Planck Wu Bose Mirzakhani Ramanujan Boyd Boole Clarke Gödel Babbage Ångström
"""
_WORDS = """
    garden school bridge novel harbour workshop choir engine orchard theatre library atlas printer telescope
    mill archive lantern festival clinic bakery studio journal museum ferry kitchen vineyard compiler notebook
    observatory translation scholarship apprentice reading autumn winter spring summer daughter brother village
    publishers editor funding rehearsal proofs lecture grant neighbours cello marathon allotment pottery sailing
    chess painting
"""
_VERBS = "open finish learn teach rebuild visit write restore found plan share translate record publish move"
FIRST, LAST, WORDS, VERBS = _FIRST.split(), _LAST.split(), _WORDS.split(), _VERBS.split()
TAGS = ("family", "work", "choir", "school", "neighbours", "mentor", "old friends", "chess")


@dataclass(frozen=True, slots=True)
class Size:
    """How many records of each kind a book holds."""

    name: str
    people: int
    aspirations: int
    interactions: int
    offers: int
    help: int
    check_ins: int


TYPICAL = Size("typical", 150, 1_500, 3_000, 600, 100, 250)
LARGE = Size("large", 2_000, 10_000, 22_000, 5_000, 600, 380)
HUGE = Size("huge", 10_000, 25_000, 50_000, 12_500, 2_000, 480)
SIZES = {size.name: size for size in (TYPICAL, LARGE, HUGE)}


def write_book(path: Path, size: Size, today: date) -> None:
    """Put a book of that size, as it stands on a day, into a file."""
    lines: dict[str, dict[int, bytes]] = {kind.table: {} for kind in KINDS_OF_RECORD}
    for record in _Maker(size, today).records():
        lines[record.table][record.id] = layout.line(str(record.id), records.encode(record))
    path.write_bytes(b"".join(layout.render({table: Table.of(rows) for table, rows in lines.items()})))


def made_book(size: Size, today: date) -> Book:
    """The same book in memory."""
    return Book(_Maker(size, today).records())


class _Maker:
    """One book in the making; all chance comes from one seed."""

    def __init__(self, size: Size, today: date) -> None:
        self.size = size
        self.today = today
        self.chance = Random(size.name)
        self.people: list[int] = []
        self.told: dict[int, list[int]] = {}
        self.objectives: list[int] = []
        self.count = 0

    def records(self) -> Iterator[Record]:
        """Every record, table by table."""
        size = self.size
        yield Meta(id=1, file_id=f"made-up {size.name}")
        yield Settings(id=1, circle_size=size.people, rhythms={"work": 45, "family": 14, "mentor": 60})
        yield from (self._person(number) for number in range(size.people))
        yield from (self._aspiration() for _ in range(size.aspirations))
        yield from (self._interaction() for _ in range(size.interactions))
        yield from (self._objective(number) for number in range(12))
        yield from (self._offer() for _ in range(size.offers - 8))
        yield from (self._this_month(number) for number in range(8))
        yield from (self._help() for _ in range(size.help))
        yield from (self._check_in(number) for number in range(1, size.check_ins + 1))
        yield from (self._snooze(number) for number in range(20))

    # --- chance ----------------------------------------------------------------------------------

    def _ago(self, least: int = 1, most: int = DAYS) -> date:
        return self.today - timedelta(self.chance.randint(least, most))

    def _made(self, day: date) -> dict[str, Any]:
        """The id and the instants of a record that was written down on a day: no two have the same."""
        seconds = 6 * 3600 + self.chance.randrange(14 * 3600)
        moment = datetime.combine(day, time(), UTC) + timedelta(
            seconds=seconds, milliseconds=self.chance.randrange(999)
        )
        milliseconds = (moment - EPOCH) // timedelta(milliseconds=1)
        self.count += 1
        record_id = (milliseconds << LOW_BITS) + self.count % (1 << LOW_BITS)
        return {"id": record_id, "created_at": instant(moment), "updated_at": instant(moment)}

    def _sentence(self, least: int, most: int) -> str:
        words = self.chance.choices(WORDS, k=self.chance.randint(least, most))
        return f"{self.chance.choice(VERBS)} the {' and the '.join(words[:2])} {' '.join(words[2:])}".strip()

    def _one(self, people: Sequence[int]) -> int:
        """One of some people: a few of them come often, as in life."""
        return people[int(len(people) * self.chance.random() ** 1.6)]

    # --- records ---------------------------------------------------------------------------------

    def _person(self, number: int) -> Person:
        chance = self.chance
        first, last = FIRST[number % len(FIRST)], LAST[number // len(FIRST) % len(LAST)]
        again = number // (len(FIRST) * len(LAST))
        name = f"{first} {last}{f' {again + 1}' if again else ''}"
        met = self._ago(60)
        person = Person(
            **self._made(met),
            name=name,
            organization=f"{chance.choice(WORDS).title()} & {chance.choice(LAST)}" if chance.random() < 0.7 else "",
            title=chance.choice(("editor", "engineer", "teacher", "baker", "", "")),
            location=chance.choice(("London", "Zürich", "Kraków", "")),
            emails=(Labelled(f"{first}.{last}@example.org".lower(), "work"),) if chance.random() < 0.8 else (),
            phones=(Labelled(f"+44 20 7946 {chance.randrange(10000):04}", "mobile"),) if chance.random() < 0.5 else (),
            birthday=Birthday(chance.randint(1, 12), chance.randint(1, 28)) if chance.random() < 0.5 else None,
            met_on=met,
            met_where=f"at the {chance.choice(WORDS)}",
            introduced_by=self._one(self.people) if self.people and chance.random() < 0.2 else None,
            tags=tuple(sorted(set(chance.choices(TAGS, k=chance.randint(0, 2))))),
            rhythm_days=chance.choice((None, None, 0, 30, 90, 180)),
            about=f"{self._sentence(4, 9)}.\n\n- {self._sentence(2, 6)}" if chance.random() < 0.4 else "",
            archived_on=self._ago(1, 50) if chance.random() < 0.05 else None,
        )
        self.people.append(person.id)
        return person

    def _aspiration(self) -> Aspiration:
        chance, person, heard = self.chance, self._one(self.people), self._ago()
        fulfilled = chance.random() < 0.25
        aspiration = Aspiration(
            **self._made(heard),
            person=person,
            kind=chance.choice(KINDS),
            text=self._sentence(2, 5),
            heard_on=heard,
            heard_where=chance.choice(("at lunch", "on the phone", "by letter", "")),
            horizon=chance.choice(("", "by spring", "some day")),
            status="fulfilled" if fulfilled else "open",
            closed_on=heard + (self.today - heard) // 2 if fulfilled else None,
        )
        self.told.setdefault(person, []).append(aspiration.id)
        return aspiration

    def _interaction(self) -> Interaction:
        chance, on = self.chance, self._ago()
        people = {self._one(self.people) for _ in range(2 if chance.random() < 0.15 else 1)}
        return Interaction(
            **self._made(on),
            people=tuple(sorted(people)),
            on=on,
            channel=chance.choice(CHANNELS),
            text=self._sentence(3, 12),
        )

    def _objective(self, number: int) -> Objective:
        objective = Objective(
            **self._made(self.today - timedelta(10 + number)),
            year=self.today.year - number // 4,
            text=self._sentence(2, 4),
        )
        self.objectives.append(objective.id)
        return objective

    def _offer(self) -> Offer:
        status: OfferStatus = self.chance.choices(("done", "declined", "let_go"), (8, 1, 1))[0]
        return self._offer_on(self._ago(35), status)

    def _this_month(self, number: int) -> Offer:
        """The month's own: some are done, some open."""
        day = self.today - timedelta(min(self.today.day - 1, number))
        statuses: tuple[OfferStatus, ...] = ("done", "accepted", "offered", "drafted")
        return self._offer_on(day, statuses[number % 4])

    def _offer_on(self, day: date, status: OfferStatus) -> Offer:
        chance, person = self.chance, self._one(self.people)
        part = chance.choice(PARTS)
        steps: list[OfferStatus] = [*_ON_THE_WAY[: _ON_THE_WAY.index(status) if status in _ON_THE_WAY else 2], status]
        return Offer(
            **self._made(day),
            person=person,
            month=month_of(day),
            part=part,
            status=status,
            steps=tuple(Step(step, min(day + timedelta(3 * number), self.today)) for number, step in enumerate(steps)),
            what=self._sentence(3, 8),
            serves=chance.choice(self.told[person]) if person in self.told else None,
            objective=chance.choice(self.objectives) if part == "resource" else None,
            due=day + timedelta(14) if chance.random() < 0.3 else None,
            outcome=self._sentence(2, 6) if status == "done" and chance.random() < 0.6 else "",
        )

    def _help(self) -> Help:
        on = self._ago()
        return Help(**self._made(on), person=self._one(self.people), on=on, text=self._sentence(3, 8))

    def _check_in(self, number: int) -> CheckIn:
        on, person = self.today - timedelta(number * 2), self._one(self.people)
        handled = (Handled("quiet", person, person, "done"),)
        return CheckIn(**self._made(on), on=on, handled=handled, reflection=self._sentence(2, 6))

    def _snooze(self, number: int) -> Snooze:
        day, until = self._ago(1, 40), self.today + timedelta(number - 10)
        return Snooze(**self._made(day), record=self.people[number], until=until)


_ON_THE_WAY: tuple[OfferStatus, ...] = ("drafted", "offered", "accepted", "done")
