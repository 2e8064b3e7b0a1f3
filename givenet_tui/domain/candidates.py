"""What could stand on a day's agenda, and where: who is promised something, who waits, who has gone quiet.

A candidate's place must not move while the day is worked through, or lines would jump under the hand that ticks
them. So an order is made of what was so before today alone: touches and steps of today do not count in it.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.assignment import Assignment, assignment, latest_day
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import Handled, How, Snooze, What
from givenet_tui.domain.months import days_left, is_month, last_day, month_of
from givenet_tui.domain.offers import Offer, OfferStatus, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import Standing, made_on, rhythm_of, standing
from givenet_tui.domain.suggestions import Suggestion, choice

SOON_DAYS = 3
PATIENCE_DAYS = 7
BIRTHDAY_DAYS = 7
LAST_DAYS_OF_MONTH = 7

Order = tuple[float, ...]


class Candidate(NamedTuple):
    """Something worth doing on a day, not yet in words."""

    what: What
    person: int
    record: int
    order: Order
    """Its place among those of its kind."""
    how: How | None = None
    """How it was dealt with today; None: it is open."""
    part: Part | None = None
    suggestion: Suggestion | None = None


class Day:
    """A book on a day, with what the candidates ask for again and again."""

    def __init__(self, book: Book, today: date) -> None:
        """Look at `book` on `today`."""
        self.book = book
        self.today = today
        self.month = month_of(today)
        self.put_off = {snooze.record for snooze in book.all(Snooze) if snooze.until > today}
        self.board: Assignment = assignment(book, self.month)

    @property
    def ranks(self) -> dict[What, int]:
        """The order of the kinds. In the month's last days its drafts come before those who owe an answer."""
        pressed = days_left(self.month, self.today) < LAST_DAYS_OF_MONTH
        middle: tuple[What, What] = ("draft", "waiting") if pressed else ("waiting", "draft")
        order: tuple[What, ...] = ("promised", *middle, "birthday", "quiet", "slot", "unknown")
        return {what: rank for rank, what in enumerate(order)}

    # --- what is open ----------------------------------------------------------------------------

    def open(self) -> Iterator[Candidate]:
        """Every open candidate that is about an offer, a birthday or a rhythm, in no order."""
        book, people = self.book, self.book.people
        near = {self.today.month, (self.today + timedelta(BIRTHDAY_DAYS)).month}
        for offer in book.all(Offer):
            what = _WHAT_OF.get(offer.status)
            if what and ABOUT_OFFERS[what](offer, self.today) and offer.id not in self.put_off:
                person = people.get(offer.person)
                if person and person.in_circle:
                    yield Candidate(what, person.id, offer.id, self.order(what, person.id, offer.id))
        for person in book.circle:
            if person.id in self.put_off:
                continue
            if person.birthday and person.birthday.month in near and has_birthday(self, person):
                yield Candidate("birthday", person.id, person.id, self.order("birthday", person.id, person.id))
            now = standing(book, person, self.today)
            if now.is_quiet:  # so there was no touch today, and this is how it stood before today too
                yield Candidate("quiet", person.id, person.id, (-now.quietness, person.id))

    def unknown(self) -> Iterator[Candidate]:
        """Those on this month's board of whom you know no aspiration, in the order in which they came there."""
        for offer in self._standing():
            person = self.book.people[offer.person]
            if person.in_circle and person.id not in self.put_off and not knows(self.book, person.id):
                yield Candidate("unknown", person.id, person.id, self.order("unknown", person.id, person.id))

    def _standing(self) -> list[Offer]:
        return sorted((o for view in self.board.parts for o in view.standing), key=lambda offer: offer.id)

    @property
    def on_board(self) -> set[int]:
        """Who stands on this month's board, in either part."""
        return {offer.person for offer in self._standing()}

    def empty_slots(self) -> list[Part]:
        """The part of each empty slot, the emptier part first, and so on until none is empty."""
        empty = {view.part: len(view.slots) - view.filled for view in self.board.parts}
        parts: list[Part] = []
        while any(empty.values()):
            part = max(empty, key=lambda part: empty[part])
            parts.append(part)
            empty[part] -= 1
        return parts

    def slot(self, parts: list[Part], without: set[int]) -> Candidate | None:
        """The best person for the first of the parts that anyone can be suggested for, but for some people."""
        others = without | self.put_off
        for part in dict.fromkeys(parts):
            found = self._best(part, lambda person_id: person_id not in others)
            if found:
                return _slot(found, part)
        return None

    def slots(self, parts: list[Part], among: set[int]) -> Iterator[Candidate]:
        """The best people for slots of the parts, out of some people, each once."""
        left = set(among)
        for number, part in enumerate(parts):
            found = self._best(part, left.__contains__)
            if found:
                left.remove(found.person_id)
                yield _slot(found, part, number + 1)

    def _best(self, part: Part, fits: Callable[[int], bool]) -> Suggestion | None:
        everyone = choice(self.book, self.month, part, self.today)
        best = next((person for person in everyone.ranked if fits(person.person_id)), None)
        return everyone.suggestion(best) if best else None

    # --- what was dealt with ---------------------------------------------------------------------

    def handled(self) -> list[Handled]:
        """What today's check-in holds, each line once."""
        check_in = self.book.check_in_on(self.today)
        return list({(line.what, line.record): line for line in check_in.handled}.values()) if check_in else []

    def ticked(self) -> Iterator[Candidate]:
        """What was dealt with today, as candidates, as far as person and record are still there."""
        for number, line in enumerate(self.handled()):
            record = self.book.find(Offer if line.what in ABOUT_OFFERS else Person, line.record)
            if record is not None and line.person in self.book.people:
                order = (number,) if line.what == "slot" else self.order(line.what, line.person, line.record)
                yield Candidate(line.what, line.person, line.record, order, line.how)

    # --- places ----------------------------------------------------------------------------------

    def order(self, what: What, person_id: int, record_id: int) -> Order:
        """The place of a candidate among those of its kind, out of what was so before today."""
        person = self.book.people[person_id]
        match what:
            case "promised" | "waiting" | "draft":
                offer = self.book.get(Offer, record_id)
                return (*_ORDER_OF_OFFERS[what](offer, self.today), record_id)
            case "birthday":
                return (days_to_birthday(person, self.today), record_id)
            case "quiet":
                return (-self.before_today(person).quietness, record_id)
            case _:
                return (next((offer.id for offer in self._standing() if offer.person == person_id), 0),)

    def before_today(self, person: Person) -> Standing:
        """How things stood with a person before today's touches, and before what was written down today."""
        rhythm, last = rhythm_of(person, self.book.settings), self.book.last_touch(person.id)
        if last and (self.today - last).days <= (rhythm or 0):
            last = self._last_before_today(person)
        begun = last or made_on(person.created_at) or self.today
        return Standing(max(0, (self.today - begun).days), rhythm, last is not None)

    def _last_before_today(self, person: Person) -> date | None:
        touches = (
            touch.on
            for touch in self.book.interactions_of(person.id)
            if touch.on < self.today and (made_on(touch.created_at) or date.min) < self.today
        )
        done = (offer.reached("done") for offer in self.book.offers_of(person.id) if offer.status == "done")
        return max((*touches, *(day for day in done if day and day < self.today)), default=None)


def _slot(suggestion: Suggestion, part: Part, number: int = 0) -> Candidate:
    person_id = suggestion.person_id
    return Candidate("slot", person_id, person_id, (number,), part=part, suggestion=suggestion)


# --- what makes a candidate ----------------------------------------------------------------------


def reached(offer: Offer, status: OfferStatus) -> date:
    """The day on which an offer reached a status; the latest there is, where a script left that step out."""
    return offer.reached(status) or latest_day(offer)


def _before(offer: Offer, status: OfferStatus, today: date) -> date:
    """The same, as it was before today."""
    days = [step.on for step in offer.steps if step.status == status and step.on < today]
    return days[-1] if days else reached(offer, status)


def is_promised(offer: Offer, today: date) -> bool:
    """Accepted, and its day is past, today or soon; or without a day for a while."""
    if offer.status != "accepted":
        return False
    if offer.due:
        return (offer.due - today).days <= SOON_DAYS
    return (today - reached(offer, "accepted")).days >= PATIENCE_DAYS


def is_waiting(offer: Offer, today: date) -> bool:
    """Offered a week ago or more, and no answer."""
    return offer.status == "offered" and (today - reached(offer, "offered")).days >= PATIENCE_DAYS


def is_draft(offer: Offer, today: date) -> bool:
    """Has its words, has not been offered, and its month is this one or an earlier one."""
    return offer.status == "drafted" and offer.month <= month_of(today)


def days_to_birthday(person: Person, today: date) -> int:
    """Days until the person's birthday comes round; a year and more when it is not known."""
    return (person.birthday.next_on(today) - today).days if person.birthday else 999


def has_birthday(day: Day, person: Person) -> bool:
    """Within a week. Who you were in touch with today needs no second thought today."""
    birthday = person.birthday
    if birthday is None or days_to_birthday(person, day.today) > BIRTHDAY_DAYS:
        return False
    return day.book.last_touch(person.id) != day.today


def is_quiet(day: Day, person: Person) -> bool:
    """Gone quiet, today's touches counted."""
    return standing(day.book, person, day.today).is_quiet


def knows(book: Book, person_id: int) -> bool:
    """Whether you know something that the person hopes for, or did until it was fulfilled."""
    return any(aspiration.status != "let_go" for aspiration in book.aspirations_of(person_id))


# What makes each of these a candidate; slots and unknowns are looked for on the board.
ABOUT_OFFERS: dict[What, Callable[[Offer, date], bool]] = {
    "promised": is_promised,
    "waiting": is_waiting,
    "draft": is_draft,
}
_WHAT_OF: dict[OfferStatus, What] = {"accepted": "promised", "offered": "waiting", "drafted": "draft"}
ABOUT_PEOPLE: dict[What, Callable[[Day, Person], bool]] = {"birthday": has_birthday, "quiet": is_quiet}


def _promised_for(offer: Offer, today: date) -> Order:
    day = offer.due or _before(offer, "accepted", today) + timedelta(PATIENCE_DAYS)
    return (day.toordinal(),)


def _draft_for(offer: Offer, today: date) -> Order:
    """By its day, or the end of its month; then the longest drafted."""
    end = last_day(offer.month) if is_month(offer.month) else today
    return ((offer.due or end).toordinal(), _before(offer, "drafted", today).toordinal())


_ORDER_OF_OFFERS: dict[What, Callable[[Offer, date], Order]] = {
    "promised": _promised_for,
    "waiting": lambda offer, today: (_before(offer, "offered", today).toordinal(),),
    "draft": _draft_for,
}


def still_open(day: Day, what: What, person_id: int, record_id: int, part: Part | None) -> bool:
    """Whether a candidate is still there in this book: what it asks for is still to be done, put off or not."""
    person = day.book.people.get(person_id)
    if person is None or not person.in_circle:
        return False
    if what in ABOUT_OFFERS:
        offer = day.book.find(Offer, record_id)
        return offer is not None and ABOUT_OFFERS[what](offer, day.today)
    if what in ABOUT_PEOPLE:
        return ABOUT_PEOPLE[what](day, person)
    if what == "unknown":
        return person_id in day.on_board and not knows(day.book, person_id)
    view = day.board.part(part or "raise_up")
    return view.has_room and all(offer.person != person_id for offer in view.standing)


def latest_hope(book: Book, person_id: int) -> Aspiration | None:
    """The open aspiration of a person that you heard last."""
    still = (aspiration for aspiration in book.aspirations_of(person_id) if aspiration.is_open)
    return max(still, key=lambda aspiration: (aspiration.heard_on or date.min, aspiration.id), default=None)
