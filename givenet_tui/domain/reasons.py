"""Why a line stands on the agenda, in words: warm, plain, and true on the day."""

from collections.abc import Callable
from datetime import date, timedelta

from givenet_tui.domain.assignment import PART_NAMES, latest_day
from givenet_tui.domain.candidates import (
    WHAT_OF,
    Candidate,
    before_today,
    days_to_birthday,
    knows,
    latest_hope,
    reached,
)
from givenet_tui.domain.check_ins import What
from givenet_tui.domain.day import Day
from givenet_tui.domain.days import WEEKDAYS, ago, ahead, due_words, how_long, in_full
from givenet_tui.domain.interactions import Channel
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.rhythm import standing

SINCE: dict[Channel, str] = {
    "met": "since you last met",
    "call": "since your last call",
    "message": "since your last message",
    "letter": "since your last letter",
    "other": "since you were last in touch",
}


NO_BIRTHDAY = "their birthday is no longer known"


def reason(day: Day, candidate: Candidate) -> str:
    """Why the candidate is here; of one that was dealt with, what became of it if that is known."""
    waits = _waits(day, candidate) if candidate.how in {"bumped", "passed"} else ""
    why = waits or _REASONS[candidate.what](day, candidate)
    return f"{why} · {_turns(day, candidate)}" if candidate.how and _hides_a_birthday(day, candidate) else why


def _hides_a_birthday(day: Day, candidate: Candidate) -> bool:
    """Whether a tick takes the place of a birthday that is today or tomorrow: nobody comes twice a day."""
    days = days_to_birthday(day.book.person(candidate.person), day.today)
    return candidate.what != "birthday" and days <= 1


def became(day: Day, candidate: Candidate) -> str:
    """What was done about a line, in the user's words: what came of an offer, what was said, what they told you."""
    person_id = candidate.person
    match candidate.what:
        case "promised" | "waiting" | "draft":
            return day.book.get(Offer, candidate.record).outcome
        case "unknown":
            hope = latest_hope(day.book, person_id)
            return f"{hope.kind} · {hope.text}" if hope else ""
        case "birthday" | "quiet":
            latest = day.book.last_touch(person_id)
            touches = [touch for touch in day.book.interactions_of(person_id) if touch.on == latest]
            last = max(touches, key=lambda touch: touch.id, default=None)
            return last.text if last else ""
        case "slot":
            return ""


def _waits(day: Day, candidate: Candidate) -> str:
    """Until when a line was put off today; empty when it went on nevertheless, or only for today."""
    snooze = day.book.snooze_of(candidate.record)
    offer = day.book.find(Offer, candidate.record)
    if snooze is None or snooze.until <= day.today or (offer and WHAT_OF.get(offer.status) != candidate.what):
        return ""
    when = "tomorrow" if snooze.until == day.today + timedelta(days=1) else in_full(snooze.until, day.today)
    return f"until {when}" if candidate.how == "bumped" else f"no answer yet; it comes again on {when}"


def _promised(day: Day, candidate: Candidate) -> str:
    offer = day.book.get(Offer, candidate.record)
    if offer.status != "accepted":
        return _went_on(offer, day.today)
    if offer.due:
        return f"accepted, {due_words(offer.due, day.today)}"
    return f"accepted {ago(reached(offer, 'accepted'), day.today)}, no day set"


def _waiting(day: Day, candidate: Candidate) -> str:
    offer = day.book.get(Offer, candidate.record)
    if offer.status != "offered":
        return _went_on(offer, day.today)
    return f"offered {ago(reached(offer, 'offered'), day.today)}, no answer yet"


def _draft(day: Day, candidate: Candidate) -> str:
    offer = day.book.get(Offer, candidate.record)
    if offer.status != "drafted":
        return _went_on(offer, day.today)
    drafted = f"drafted {ago(reached(offer, 'drafted'), day.today)}"
    return f"{drafted}, {due_words(offer.due, day.today)}" if offer.due else drafted


def _went_on(offer: Offer, today: date) -> str:
    return f"{offer.status.replace('_', ' ')} {ago(latest_day(offer), today)}"


def _birthday(day: Day, candidate: Candidate) -> str:
    today = "in touch today, " if day.book.last_touch(candidate.person) == day.today else ""
    return today + _turns(day, candidate) if day.book.person(candidate.person).birthday else NO_BIRTHDAY


def _turns(day: Day, candidate: Candidate) -> str:
    """`turns 42 tomorrow`, or that they have a birthday where the year is not known."""
    birthday = day.book.person(candidate.person).birthday
    if birthday is None:
        return NO_BIRTHDAY
    on = birthday.next_on(day.today)
    age = birthday.age_on(on)
    near = not 1 < (on - day.today).days < 7
    when = ahead(on, day.today) if near else f"on {WEEKDAYS[on.weekday()]}"
    return f"turns {age} {when}" if age else f"has a birthday {when}"


def _quiet(day: Day, candidate: Candidate) -> str:
    person = day.book.person(candidate.person)
    now = standing(day.book, person, day.today)
    if now.rhythm is not None and now.is_quiet:
        wanted = f"you wanted every {now.rhythm}" if now.rhythm > 1 else "you wanted every day"
        return f"{how_long(now.days)} {_since_what(day, person.id)}; {wanted}"
    last = day.book.last_touch(person.id)
    if last == day.today:
        return f"in touch today, after {how_long(before_today(day.book, person, day.today).days)}"
    return f"in touch {ago(last, day.today)}" if last else "quiet no more"


def _since_what(day: Day, person_id: int) -> str:
    last = day.book.last_touch(person_id)
    if last is None:
        return "in your circle, and not in touch yet"
    touches = [touch for touch in day.book.interactions_of(person_id) if touch.on == last]
    return SINCE[max(touches, key=lambda touch: touch.id).channel] if touches else "since you last gave"


def _slot(day: Day, candidate: Candidate) -> str:
    if candidate.suggestion and candidate.part:
        return f"{PART_NAMES[candidate.part]} has room: {candidate.suggestion.reason}"
    return "on your board now" if candidate.person in day.on_board else "not on your board yet"


def _unknown(day: Day, candidate: Candidate) -> str:
    if knows(day.book, candidate.person):
        return "you know something they hope for now"
    board = "on your board, and " if candidate.person in day.on_board else ""
    return f"{board}you know nothing they hope for yet"


_REASONS: dict[What, Callable[[Day, Candidate], str]] = {
    "promised": _promised,
    "waiting": _waiting,
    "draft": _draft,
    "birthday": _birthday,
    "quiet": _quiet,
    "slot": _slot,
    "unknown": _unknown,
}
