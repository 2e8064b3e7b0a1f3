"""A month's assignment: two parts of five slots, a view over that month's offers; and how far it is."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from givenet_tui.domain.book import Book
from givenet_tui.domain.months import days_left, first_day, is_month, last_day, month_name, month_of, moved
from givenet_tui.domain.offers import FREED, PARTS, Offer, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.rhythm import made_on

PART_NAMES: dict[Part, str] = {"raise_up": "Raise up", "resource": "Be a resource"}


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a month: its slots, and what stands beside them."""

    part: Part
    slots: tuple[Offer | None, ...]
    """As many as the settings say; None is an empty slot."""
    beyond: tuple[Offer, ...]
    """Offers past the last slot: they stand, and do not count in the dots."""
    freed: tuple[Offer, ...]
    """Declined or let go: they gave their slot back."""
    carried: tuple[Offer, ...]
    """Carried on to a later month."""

    @property
    def standing(self) -> tuple[Offer, ...]:
        """Every offer that stands in this part, in a slot or beyond."""
        return (*(offer for offer in self.slots if offer), *self.beyond)

    @property
    def filled(self) -> int:
        """How many slots have someone in them."""
        return sum(offer is not None for offer in self.slots)

    @property
    def done(self) -> int:
        """How many slots hold an offer that is done."""
        return sum(offer is not None and offer.status == "done" for offer in self.slots)

    @property
    def has_room(self) -> bool:
        """Whether a slot is empty."""
        return None in self.slots


@dataclass(frozen=True, slots=True)
class Assignment:
    """A month's two parts, `raise_up` first."""

    month: str
    parts: tuple[PartView, ...]

    def part(self, part: Part) -> PartView:
        """One of the two parts."""
        return next(view for view in self.parts if view.part == part)

    @property
    def slots(self) -> int:
        """How many slots both parts have."""
        return sum(len(view.slots) for view in self.parts)

    @property
    def filled(self) -> int:
        """How many slots have someone in them."""
        return sum(view.filled for view in self.parts)

    @property
    def done(self) -> int:
        """How many slots hold an offer that is done."""
        return sum(view.done for view in self.parts)


def assignment(book: Book, month: str) -> Assignment:
    """The month's board, out of the offers that stand in it or were carried on from it."""
    offers = book.offers_in(month)
    size = max(0, book.settings.slots_per_part)
    return Assignment(month, tuple(_part([o for o in offers if o.part == part], part, month, size) for part in PARTS))


def _part(offers: list[Offer], part: Part, month: str, size: int) -> PartView:
    here = [offer for offer in offers if offer.month == month]
    standing = [offer for offer in here if offer.status not in FREED]
    slots = (*standing[:size], *(None,) * (size - len(standing)))
    freed = tuple(offer for offer in here if offer.status in FREED)
    carried = tuple(offer for offer in offers if offer.month != month)
    return PartView(part, slots, tuple(standing[size:]), freed, carried)


_day_of_step = attrgetter("on")


def latest_day(offer: Offer) -> date:
    """The day of an offer's latest step; where a script left the steps out, the day it was made, or its month began."""
    if offer.steps:
        return max(offer.steps, key=_day_of_step).on if len(offer.steps) > 1 else offer.steps[0].on
    return made_on(offer.created_at) or (first_day(offer.month) if is_month(offer.month) else date.min)


# --- how far it is -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pace:
    """How many of a month's slots are done, how many would be by today at an even pace, and that in words."""

    done: int
    slots: int
    days_left: int
    expected: int
    how_far: str
    """`3 of 10 done`; where one only begins, what is there and not what is missing; empty before one began."""
    words: str


def pace(book: Book, month: str, today: date) -> Pace:
    """How a month goes. Today itself is not counted as over, so the first day expects nothing."""
    board = assignment(book, month)
    left = days_left(month, today)
    days = last_day(month).day
    over = days if month < month_of(today) else 0 if month > month_of(today) else days - left - 1
    expected = board.slots * over // days
    if before_you_began(book, board, today):
        return Pace(board.done, board.slots, left, expected, "", "before you began")
    if month == month_of(today) and board.slots > board.done and (not board.filled or month == began_in(book)):
        return Pace(board.done, board.slots, left, expected, *_beginning(board, first=month == began_in(book)))
    how_far = f"{board.done} of {board.slots} done"
    return Pace(board.done, board.slots, left, expected, how_far, _words(board, expected, month, today))


def began_in(book: Book) -> str:
    """The month in which the first of those who are there was written down; empty while nobody is."""
    made = min((person.created_at for person in book.people.values() if person.created_at), default="")
    day = made_on(made)
    return month_of(day) if day else ""


def before_you_began(book: Book, board: Assignment, today: date) -> bool:
    """Whether a month was over before anybody was written down, so that nothing stands in it."""
    running = month_of(today)
    nothing = not any((*view.standing, *view.freed, *view.carried) for view in board.parts)
    return nothing and board.month < min(began_in(book) or running, running)


def _beginning(board: Assignment, *, first: bool) -> tuple[str, str]:
    """How far a month is that only begins, and a word about it: nobody has missed anything yet."""
    done = f", {board.done} done" if board.done else ""
    how_far = f"{board.filled} chosen{done}" if board.filled else f"room for {board.slots}"
    return how_far, "your first month" if first else "begin with one"


def _words(board: Assignment, expected: int, month: str, today: date) -> str:
    if board.slots and board.done == board.slots:
        return f"all {board.slots} done"
    if month < month_of(today):
        return "the month is over"
    if month > month_of(today):
        return "not begun yet"
    behind = expected - board.done
    return f"{behind} more to be on pace" if behind > 0 else "on pace"


# --- the rules of the board ----------------------------------------------------------------------


def chosen_slot(book: Book, person_id: int, month: str, part: Part | None = None) -> Offer | None:
    """The slot for which a person was chosen in a month, without words yet; in that part, when one is named."""
    chosen = (offer for offer in book.offers_of(person_id) if offer.status == "chosen" and offer.month == month)
    return next((offer for offer in chosen if part in {None, offer.part}), None)


def part_for(book: Book, person_id: int, month: str, objective_id: int | None = None) -> Part:
    """The part into which a new offer goes: an objective of yours asks for a resource; else where they were chosen."""
    if objective_id is not None:
        return "resource"
    slot = chosen_slot(book, person_id, month)
    return slot.part if slot else "raise_up"


def what_the_board_says(book: Book, person: Person, month: str, objective_id: int | None = None) -> str:
    """What there is to know before a new offer to a person is made: it cannot be, or it goes beyond the last slot."""
    if chosen_slot(book, person.id, month, "resource" if objective_id else None):
        return ""
    part = part_for(book, person.id, month, objective_id)
    view = assignment(book, month).part(part)
    beyond = f"{PART_NAMES[part]} is full: this offer goes beyond the {len(view.slots)}."
    return refusal_to_stand(book, person, month, part) or ("" if view.has_room else beyond)


def refusal_to_stand(book: Book, person: Person, month: str, part: Part) -> str | None:
    """Why a person cannot stand once more in a month's part, and which places are free for them; None when they can.

    Freed and carried offers are no bar.
    """
    there = _standing(book, person.id, month, part)
    if not there:
        return None
    other: Part = "resource" if part == "raise_up" else "raise_up"
    free = [] if _standing(book, person.id, month, other) else [f"in “{PART_NAMES[other]}”"]
    following = moved(month, 1) if is_month(month) else ""
    if following and not _standing(book, person.id, following, part):
        free.append(f"in {month_name(following, with_year=False)}")
    helps = f"choose someone else, or a place {' or '.join(free)}" if free else "or choose someone else"
    return f"{already_there(book, there[0])}: open that offer, {helps}."


def already_there(book: Book, offer: Offer) -> str:
    """`Ada Lovelace stands in “Raise up” of November already`: a sentence without its end."""
    person = book.records[Person.table].get(offer.person)
    return f"{getattr(person, 'name', 'This person')} {stands_there(offer)}"


def stands_there(offer: Offer) -> str:
    """`stands in “Raise up” of November already`: of the person whose offer it is."""
    month = month_name(offer.month, with_year=False) if is_month(offer.month) else offer.month
    return f"stands in “{PART_NAMES[offer.part]}” of {month} already"


def _standing(book: Book, person_id: int, month: str, part: Part) -> list[Offer]:
    offers = (offer for offer in book.offers_of(person_id) if (offer.month, offer.part) == (month, part))
    return [offer for offer in offers if offer.status not in FREED]


def beside(book: Book, offer: Offer) -> list[Offer]:
    """The other offers with which a person would stand twice in a part; none where this one takes no place."""
    if offer.deleted_at or offer.status in FREED:
        return []
    return [one for one in _standing(book, offer.person, offer.month, offer.part) if one.id != offer.id]


def standing_twice(book: Book) -> list[tuple[Offer, ...]]:
    """Offers with which someone stands several times in a part of a month, by ascending id: two machines can do it."""
    places: defaultdict[tuple[int, str, Part], list[Offer]] = defaultdict(list)
    for offer in book.all(Offer):
        if offer.status not in FREED and offer.person in book.people:
            places[offer.person, offer.month, offer.part].append(offer)
    return [tuple(sorted(some, key=attrgetter("id"))) for some in places.values() if len(some) > 1]
