"""Whom to choose for a slot of the board, best first, and why: each reason is a fact of the book."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from givenet_tui.domain.aspirations import Aspiration, Kind
from givenet_tui.domain.assignment import latest_day, stands_there
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import Snooze
from givenet_tui.domain.days import MONTHS, ago
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import FREED, Offer, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import made_on
from givenet_tui.domain.shared_words import Met, as_written, known_of, stems

A_KIND: dict[Kind, str] = {"hope": "a hope", "dream": "a dream", "goal": "a goal", "objective": "an objective"}

# Why someone is suggested, the strongest reason first. Who told you nothing comes after everyone who did.
HELPED_FOR_IT, SHARES_WORDS, HELPED, TOLD, GAVE, OFFERED, NOTHING_YET, NOTHING_KNOWN = range(8)

_LONGEST_QUOTE = 60
_FEW, _MANY = 5, 100  # a word that a quarter of the circle shares tells nothing, but a few may always share it


class Suggestion(NamedTuple):
    """Someone for a slot; `aspiration` is what an offer could serve, `objective` what of yours they could help with."""

    person_id: int
    reason: str
    aspiration: int | None = None
    objective: int | None = None


class Ranked(NamedTuple):
    """Where a person stands among those who could be chosen."""

    later: int
    """0; 1 for who stands in the month's other part already; 2 for who is put off."""
    why: int
    """The reason, as above."""
    order: float
    """Among those with the same reason, the lowest first."""
    person_id: int


def suggestions(book: Book, month: str, part: Part, today: date, objective_id: int | None = None) -> list[Suggestion]:
    """Everyone of the circle who does not stand in that part of the month, best first, each with a reason.

    For `resource` an objective may be named; otherwise those of the month's year that are open count.
    """
    everyone = choice(book, month, part, today, objective_id)
    return [everyone.suggestion(person) for person in everyone.ranked]


@lru_cache(maxsize=4)  # the board and the agenda ask the same of a book; a book never changes
def choice(book: Book, month: str, part: Part, today: date, objective_id: int | None = None) -> "Choice":
    """The same people in the same order, for whoever shows but a few of them."""
    return Choice(book, month, part, today, objective_id)


class Choice:
    """Whom one could choose for a part of a month. The reasons are put into words one by one: most never are."""

    def __init__(self, book: Book, month: str, part: Part, today: date, objective_id: int | None = None) -> None:
        """Rank the circle; `suggestions` says what the arguments mean."""
        self._book, self._today, self._objective_id = book, today, objective_id
        self._facts = _facts(book)
        self._there = {
            offer.person: offer
            for offer in book.offers_in(month)
            if offer.month == month and offer.part != part and offer.status not in FREED
        }
        self._useful = _useful(book, _objectives(book, month, objective_id)) if part == "resource" else {}
        self.ranked = sorted(self._rank(month, part))
        """Everyone who can be suggested, best first."""

    def _rank(self, month: str, part: Part) -> list[Ranked]:
        here = {
            offer.person
            for offer in self._book.offers_in(month)
            if offer.month == month and offer.part == part and offer.status not in FREED
        }
        put_off = {snooze.record for snooze in self._book.all(Snooze) if snooze.until > self._today}
        people = []
        for person in self._book.circle:
            if person.id not in here:
                later = 2 if person.id in put_off else 1 if person.id in self._there else 0
                useful = self._useful.get(person.id)
                why, order = (useful.why, useful.order) if useful else self._why_give(person.id)
                people.append(Ranked(later, why, order, person.id))
        return people

    def _why_give(self, person_id: int) -> tuple[int, float]:
        facts = self._facts
        told, offered, gave = facts.told.get(person_id), facts.offered.get(person_id), facts.gave.get(person_id)
        if told:
            heard = self._heard(told)
            if offered is None or (heard and offered < heard):
                return TOLD, -heard.toordinal() if heard else 0
        unknown = 0 if told else NOTHING_KNOWN
        if gave:
            return GAVE + unknown, gave.toordinal()
        if offered:
            return OFFERED + unknown, offered.toordinal()
        return NOTHING_YET, -(self._book.last_touch(person_id) or date.min).toordinal()

    def _heard(self, aspiration: Aspiration) -> date | None:
        """When it was heard; None when that is not known, or still to come."""
        return aspiration.heard_on if aspiration.heard_on and aspiration.heard_on <= self._today else None

    def suggestion(self, ranked: Ranked) -> Suggestion:
        """One of the ranked, with the reason in words."""
        told = self._facts.told.get(ranked.person_id)
        useful = self._useful.get(ranked.person_id)
        if useful:
            if isinstance(useful.source, Met):
                record = useful.source.record
                told = record if isinstance(record, Aspiration) and record.is_open else told
            objective = useful.objective.id if useful.objective else None
            return Suggestion(ranked.person_id, self._why_useful(useful), told.id if told else None, objective)
        reason = self._why_given(ranked, told)
        return Suggestion(ranked.person_id, reason, told.id if told else None, self._objective_id)

    def _why_given(self, ranked: Ranked, told: Aspiration | None) -> str:
        facts, today = self._facts, self._today
        if ranked.why == TOLD and told:
            heard = self._heard(told)
            when = f" {ago(heard, today)}, no offer since" if heard else ", no offer so far"
            return f"told you {A_KIND[told.kind]}{when}"
        if standing := self._there.get(ranked.person_id):
            return stands_there(standing)
        if ranked.person_id in facts.gave:
            return f"you last gave {_in_month(facts.gave[ranked.person_id], today)}"
        if ranked.person_id in facts.offered:
            return f"your last offer is from {_month(facts.offered[ranked.person_id], today)}"
        made = made_on(self._book.person(ranked.person_id).created_at)
        return f"in your circle since {_month(made, today)}, no offer so far" if made else "no offer so far"

    def _why_useful(self, useful: "_Useful") -> str:
        if isinstance(useful.source, Help):
            objective = self._book.find(Objective, useful.source.objective)
            if objective:
                return f"helped you with {quoted(objective.text)} before"
            return f"helped you {_in_month(useful.source.on, self._today)}: {quoted(useful.source.text)}"
        assert useful.objective is not None  # noqa: S101
        return (
            f"{where_met(useful.source, useful.stem, self._today)}, your objective is {quoted(useful.objective.text)}"
        )


# --- the facts -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Facts:
    """What reasons to give are made of, gathered in one go through the book."""

    told: dict[int, Aspiration] = field(default_factory=dict)
    """The open aspiration of each person that you heard last."""
    offered: dict[int, date] = field(default_factory=dict)
    """The last day on which an offer to them went a step, whatever became of it."""
    gave: dict[int, date] = field(default_factory=dict)
    """The last day on which an offer to them was done."""


@lru_cache(maxsize=1)
def _facts(book: Book) -> _Facts:
    facts = _Facts()
    told, never = facts.told, date.min
    for aspiration in book.all(Aspiration):
        if aspiration.status == "open":
            other = told.get(aspiration.person)
            if other is None or _is_later(aspiration, other):
                told[aspiration.person] = aspiration
    for offer in book.all(Offer):
        if offer.status != "chosen":
            day = latest_day(offer)
            facts.offered[offer.person] = max(day, facts.offered.get(offer.person, never))
            if offer.status == "done":
                facts.gave[offer.person] = max(day, facts.gave.get(offer.person, never))
    return facts


def _is_later(one: Aspiration, other: Aspiration) -> bool:
    heard, before = one.heard_on or date.min, other.heard_on or date.min
    return heard > before or (heard == before and one.id > other.id)


class _Useful(NamedTuple):
    """Why a person may help you: by help that came back before, or by a word shared with an objective."""

    why: int
    order: float
    source: Help | Met
    objective: Objective | None = None
    stem: str = ""


def _objectives(book: Book, month: str, objective_id: int | None) -> list[Objective]:
    if objective_id is None:
        return [objective for objective in book.objectives_of(int(month[:4])) if objective.is_open]
    named = book.find(Objective, objective_id)
    return [named] if named else []


def _useful(book: Book, objectives: list[Objective]) -> dict[int, _Useful]:
    """The strongest such reason of each person; of those who helped, the latest help."""
    useful = _sharing(book, objectives)
    aims = {objective.id: objective for objective in objectives}
    for help_ in sorted(book.all(Help), key=lambda help_: (help_.on, help_.id)):
        objective = aims.get(help_.objective or 0)
        why = HELPED_FOR_IT if objective else HELPED
        if help_.person not in useful or why <= useful[help_.person].why:
            useful[help_.person] = _Useful(why, -help_.on.toordinal(), help_, objective)
    return useful


def _sharing(book: Book, objectives: list[Objective]) -> dict[int, _Useful]:
    """Who shares words with an objective; the rarer the word in the circle, the more it says."""
    if not objectives:
        return {}
    known = known_of(book)
    most = min(max(_FEW, len(book.circle) // 4), _MANY)
    useful: dict[int, _Useful] = {}
    for objective in objectives:
        weights: dict[int, float] = {}
        rarest: dict[int, tuple[int, str, Met]] = {}
        for stem in stems(objective.text):
            people = known.people_with(stem, most)
            for person_id, met in people.items():
                weights[person_id] = weights.get(person_id, 0) + 1 / len(people)
                if person_id not in rarest or len(people) < rarest[person_id][0]:
                    rarest[person_id] = (len(people), stem, met)
        for person_id, (_, stem, met) in rarest.items():
            if person_id not in useful or -weights[person_id] < useful[person_id].order:
                useful[person_id] = _Useful(SHARES_WORDS, -weights[person_id], met, objective, stem)
    return useful


# --- words ---------------------------------------------------------------------------------------


def where_met(met: Met, stem: str, today: date) -> str:
    """Where a word was met, as a reason begins: `told you a dream with “book” in it`."""
    word = quoted(as_written(met, stem))
    match met.record:
        case Interaction(on=day):
            return f"{word} came up between you {ago(day, today)}"
        case Aspiration(kind=kind):
            return f"told you {A_KIND[kind]} with {word} in it"
        case Person():
            return {"work": f"has to do with {word}", "tag": f"tagged {word}"}.get(met.source, f"your notes say {word}")


def _month(day: date, today: date) -> str:
    name = MONTHS[day.month - 1]
    return name if day.year == today.year else f"{name} {day.year}"


def _in_month(day: date, today: date) -> str:
    """`in March`; a day of this month, or near it, is counted in days."""
    return ago(day, today) if (today - day).days < 31 else f"in {_month(day, today)}"


def quoted(text: str) -> str:
    """The user's words on one line, in quotation marks, not too long."""
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= _LONGEST_QUOTE else f"“{words[: _LONGEST_QUOTE - 1].rstrip()}…”"
