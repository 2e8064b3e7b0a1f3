"""Day: a book on a day, and everything that could stand on the day's agenda."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from givenet_tui.domain.assignment import assignment
from givenet_tui.domain.book import Book
from givenet_tui.domain.candidates import (
    ABOUT_OFFERS,
    ABOUT_PEOPLE,
    BIRTHDAY_DAYS,
    ORDER_OF_OFFERS,
    WHAT_OF,
    Candidate,
    Order,
    before_today,
    days_to_birthday,
    has_birthday,
    knows,
)
from givenet_tui.domain.check_ins import Handled, Snooze, What
from givenet_tui.domain.months import days_left, month_of
from givenet_tui.domain.offers import Offer, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import standing
from givenet_tui.domain.suggestions import Suggestion, choice

LAST_DAYS_OF_MONTH = 7


class Day:
    """A book on a day, with what the candidates ask for again and again."""

    def __init__(self, book: Book, today: date) -> None:
        """Look at `book` on `today`."""
        self.book = book
        self.today = today
        self.month = month_of(today)
        self.put_off = {snooze.record for snooze in book.all(Snooze) if snooze.until > today}
        self._board = assignment(book, self.month)
        standing_here = (offer for view in self._board.parts for offer in view.standing)
        self._standing = sorted(standing_here, key=lambda offer: offer.id)
        self.on_board = {offer.person for offer in self._standing}
        """Who stands on this month's board, in either part."""

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
        for offer in book.all(Offer):
            what = WHAT_OF.get(offer.status)
            if what and ABOUT_OFFERS[what](offer, self.today) and offer.id not in self.put_off:
                person = people.get(offer.person)
                if person and person.in_circle:
                    yield self._candidate(what, person.id, offer.id)
        near = {self.today.month, (self.today + timedelta(BIRTHDAY_DAYS)).month}
        for person in book.circle:
            if person.id in self.put_off:
                continue
            if person.birthday and person.birthday.month in near and has_birthday(book, person, self.today):
                yield self._candidate("birthday", person.id, person.id)
            now = standing(book, person, self.today)
            if now.is_quiet:  # so there was no touch today, and this is how it stood before today too
                yield Candidate("quiet", person.id, person.id, (-now.quietness, person.id))

    def unknown(self) -> Iterator[Candidate]:
        """Those on this month's board of whom you know no aspiration, in the order in which they came there."""
        for offer in self._standing:
            person = self.book.people[offer.person]
            if person.in_circle and person.id not in self.put_off and not knows(self.book, person.id):
                yield self._candidate("unknown", person.id, person.id)

    def empty_slots(self) -> list[Part]:
        """The part of each empty slot, the emptier part first, and so on until none is empty."""
        empty = {view.part: len(view.slots) - view.filled for view in self._board.parts}
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

    def still_open(self, what: What, person_id: int, record_id: int, part: Part | None) -> bool:
        """Whether what a candidate asks for is still to be done in this book, put off or not."""
        person = self.book.people.get(person_id)
        if person is None or not person.in_circle:
            return False
        if what in ABOUT_OFFERS:
            offer = self.book.find(Offer, record_id)
            return offer is not None and ABOUT_OFFERS[what](offer, self.today)
        if what in ABOUT_PEOPLE:
            return ABOUT_PEOPLE[what](self.book, person, self.today)
        if what == "unknown":
            return person_id in self.on_board and not knows(self.book, person_id)
        view = self._board.part(part or "raise_up")
        return view.has_room and all(offer.person != person_id for offer in view.standing)

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
                candidate = self._candidate(line.what, line.person, line.record)._replace(how=line.how)
                yield candidate._replace(order=(number,)) if line.what == "slot" else candidate

    # --- places ----------------------------------------------------------------------------------

    def _candidate(self, what: What, person_id: int, record_id: int) -> Candidate:
        return Candidate(what, person_id, record_id, self._order(what, person_id, record_id))

    def _order(self, what: What, person_id: int, record_id: int) -> Order:
        """The place of a candidate among those of its kind, out of what was so before today."""
        if what in ORDER_OF_OFFERS:
            return (*ORDER_OF_OFFERS[what](self.book.get(Offer, record_id), self.today), record_id)
        person = self.book.people[person_id]
        if what == "birthday":
            return (days_to_birthday(person, self.today), record_id)
        if what == "quiet":
            return (-before_today(self.book, person, self.today).quietness, record_id)
        return (next((offer.id for offer in self._standing if offer.person == person_id), 0),)


def _slot(suggestion: Suggestion, part: Part, number: int = 0) -> Candidate:
    person_id = suggestion.person_id
    return Candidate("slot", person_id, person_id, (number,), part=part, suggestion=suggestion)
