"""The agenda read out of a book once more, in another way: from the raw records, with the words of `ux.md` alone.

It shares nothing with the agenda but the suggestions for a slot, which have an oracle of their own.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeVar

from givenet_tui.domain.agenda import Line
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import Snooze, What
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer, Part
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import Record
from givenet_tui.domain.suggestions import suggestions

R = TypeVar("R", bound=Record)
Key = tuple[What, int, int]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def rows(book: Book, kind: type[R]) -> list[R]:
    """The raw records of a kind that are not in the trash."""
    return [row for row in book.records[kind.table].values() if isinstance(row, kind) and not row.deleted_at]


def circle(book: Book) -> dict[int, Person]:
    return {one.id: one for one in rows(book, Person) if one.archived_on is None}


def on(offer: Offer, status: str) -> date:
    """The last day on which the offer came to a status."""
    return [step.on for step in offer.steps if step.status == status][-1]


def last_touch(book: Book, person: Person) -> date | None:
    days = [touch.on for touch in rows(book, Interaction) if person.id in touch.people]
    gave = [one for one in rows(book, Offer) if one.status == "done"]
    days += [on(one, "done") for one in gave if person.id in {one.person, one.introduces}]
    return max(days, default=None)


def rhythm(book: Book, person: Person) -> int | None:
    if person.rhythm_days is not None:
        return person.rhythm_days or None
    return min((book.settings.rhythms[tag] for tag in person.tags if tag in book.settings.rhythms), default=None)


def days_quiet(book: Book, person: Person, today: date) -> int:
    return (today - (last_touch(book, person) or date.fromisoformat(person.created_at[:10]))).days


def birthday(person: Person, today: date) -> date | None:
    """The next one within a week: 29 February is kept on the 28th in a common year."""
    born = person.birthday
    for ahead in range(8):
        day = today + timedelta(ahead)
        leaps = (day + timedelta(1)).day == 29 and day.month == 2
        if born and ((day.month, day.day) == (born.month, born.day)):
            return day
        if born and (born.month, born.day) == (2, 29) and (day.month, day.day) == (2, 28) and not leaps:
            return day
    return None


def board(book: Book, today: date) -> list[Offer]:
    """Who stands on the month's board, in the order in which they came there."""
    here = [
        one for one in rows(book, Offer) if one.month == f"{today:%Y-%m}" and one.status not in {"declined", "let_go"}
    ]
    known = {one.id for one in rows(book, Person)}
    return sorted((one for one in here if one.person in known), key=lambda one: one.id)


def known_of(book: Book, person_id: int) -> bool:
    return any(one.person == person_id and one.status != "let_go" for one in rows(book, Aspiration))


# --- which lines, and in which order ---------------------------------------------------------------


def _of_offers(book: Book, today: date) -> Iterator[tuple[What, tuple[int, ...], Offer]]:
    for one in rows(book, Offer):
        match one.status:
            case "accepted":
                day = one.due or on(one, "accepted") + timedelta(7)
                if day <= today + timedelta(3 if one.due else 0):
                    yield "promised", (day.toordinal(), one.id), one
            case "offered" if on(one, "offered") <= today - timedelta(7):
                yield "waiting", (on(one, "offered").toordinal(), one.id), one
            case "drafted" if one.month <= f"{today:%Y-%m}":
                first = date.fromisoformat(f"{one.month}-28") + timedelta(4)
                end = one.due or first - timedelta(first.day)
                yield "draft", (end.toordinal(), on(one, "drafted").toordinal(), one.id), one


def _of_people(book: Book, today: date) -> Iterator[tuple[What, tuple[float, ...], Person]]:
    for person in circle(book).values():
        day, wanted = birthday(person, today), rhythm(book, person)
        if day and last_touch(book, person) != today:
            yield "birthday", (day.toordinal(), person.id), person
        days = days_quiet(book, person, today)
        if wanted and days > wanted:
            yield "quiet", (-(days - wanted) / wanted, person.id), person


def lines(book: Book, today: date) -> list[Key]:
    """The lines of a day on which nothing was dealt with yet."""
    people, size = circle(book), book.settings.agenda_size
    put_off = {snooze.record for snooze in rows(book, Snooze) if snooze.until > today}
    last_days = (today + timedelta(7)).month != today.month
    order = ["promised", *(("draft", "waiting") if last_days else ("waiting", "draft")), "birthday", "quiet"]
    offers = [((order.index(what), *by), what, one.person, one.id) for what, by, one in _of_offers(book, today)]
    persons = [((order.index(what), *by), what, one.id, one.id) for what, by, one in _of_people(book, today)]
    chosen: list[Key] = []

    def take(what: What, person: int, record: int, most: int) -> None:
        fits = person in people and record not in put_off and person not in {one[1] for one in chosen}
        if fits and len(chosen) < size and Counter(one[0] for one in chosen)[what] < most:
            chosen.append((what, person, record))

    for _, what, person, record in sorted(offers + persons, key=lambda one: one[0]):
        take(what, person, record, 2 if what == "quiet" else size)
    standing = board(book, today)
    filled = Counter(one.part for one in standing)
    empty: list[tuple[int, Part]] = [
        (book.settings.slots_per_part - filled[part], part) for part in ("raise_up", "resource")
    ]
    for left, part in sorted(empty, key=lambda one: -one[0]):
        for one in suggestions(book, f"{today:%Y-%m}", part, today) if left > 0 else ():
            take("slot", one.person_id, one.person_id, 1)
    for offer in standing:
        if not known_of(book, offer.person):
            take("unknown", offer.person, offer.person, 1)
    return chosen


# --- whether a reason is true ----------------------------------------------------------------------


def near(day: date, today: date) -> str:
    """`3 days ago`, `yesterday`, `in 2 weeks`."""
    first, last = sorted((day, today))
    days = (last - first).days
    if days < 2:
        return ("today", "tomorrow" if day > today else "yesterday")[days]
    months = 0
    while _months_on(first, months + 1) <= last:
        months += 1
    words = f"{days} days" if days < 14 else f"{days // 7} weeks"
    words = "a week" if days == 7 else words
    if months >= 2:
        words = f"{months} months" if months < 12 else "a year" if months == 12 else words
        words = f"{months} months" if 12 < months < 24 else f"{months // 12} years" if months >= 24 else words
    return f"in {words}" if day > today else f"{words} ago"


def _months_on(day: date, months: int) -> date:
    month = day.month - 1 + months
    first = date(day.year + month // 12, month % 12 + 1, 1)
    return first + timedelta(day.day - 1)


def due(day: date, today: date) -> str:
    if day < today:
        return f"its day was {near(day, today)}"
    year = f" {day.year}" if day.year != today.year else ""
    return f"due {near(day, today)}" if (day - today).days < 2 else f"by {day.day} {MONTHS[day.month - 1]}{year}"


def reason(book: Book, line: Line, today: date) -> str:
    """The reason that an open line must give, but for one about a slot: of that, how it must begin."""
    offer = next((one for one in rows(book, Offer) if one.id == line.record), None)
    return _of_an_offer(line.what, offer, today) if offer else _of_a_person(book, line, today)


def _of_an_offer(what: What, offer: Offer, today: date) -> str:
    if what == "waiting":
        return f"offered {near(on(offer, 'offered'), today)}, no answer yet"
    if what == "draft":
        by = f", {due(offer.due, today)}" if offer.due else ""
        return f"drafted {near(on(offer, 'drafted'), today)}{by}"
    no_day = f"accepted {near(on(offer, 'accepted'), today)}, no day set"
    return f"accepted, {due(offer.due, today)}" if offer.due else no_day


def _of_a_person(book: Book, line: Line, today: date) -> str:
    person = circle(book)[line.person]
    if line.what == "quiet":
        wanted, days = rhythm(book, person), days_quiet(book, person, today)
        every = "day" if wanted == 1 else str(wanted)
        return f"{days} day{'s' * (days != 1)} {_since(book, person)}; you wanted every {every}"
    if line.what == "birthday":
        day = birthday(person, today)
        assert day
        assert person.birthday
        when = near(day, today) if (day - today).days in {0, 1, 7} else f"on {DAYS[day.weekday()]}"
        year = person.birthday.year
        return f"turns {day.year - year} {when}" if year and day.year > year else f"has a birthday {when}"
    if line.what == "slot":
        return f"{'Raise up' if line.part == 'raise_up' else 'Be a resource'} has room: "
    return "on your board, and you know nothing they hope for yet"


def _since(book: Book, person: Person) -> str:
    last = last_touch(book, person)
    if last is None:
        return "in your circle, and not in touch yet"
    touches = [one for one in rows(book, Interaction) if one.on == last and person.id in one.people]
    if not touches:
        return "since you last gave"
    latest = max(touches, key=lambda one: one.id).channel
    return {"met": "since you last met", "other": "since you were last in touch"}.get(
        latest, f"since your last {latest}"
    )
