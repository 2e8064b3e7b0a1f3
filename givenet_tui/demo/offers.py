"""The offers of the sample: this month's board, and those of the eleven months before it."""

from datetime import date, timedelta

from givenet_tui.demo import told, who
from givenet_tui.demo.given import BEEN_A_RESOURCE, RAISED_UP, Given
from givenet_tui.demo.when import When
from givenet_tui.domain.months import first_day, month_of, moved
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import Asking, Offer, OfferStatus, Part, Step
from givenet_tui.domain.records import changed

BOOK, MUSEUM, TALK, EARLIER_BOOK = range(301, 305)
CATALOGUE = 1106
"""The offer to Frances out of which an introduction came back."""


def objectives(when: When) -> list[Objective]:
    """Two of this year; and two of last year, one reached and one let go."""
    begun, before = date(when.today.year, 1, 1), date(when.today.year - 1, 1, 1)
    last_year = [
        Objective(id=EARLIER_BOOK, year=before.year, text="write the compiler book's first half", status="reached",
                  closed_on=before.replace(month=12, day=19)),
        Objective(id=TALK, year=before.year, text="give a talk in Italian", status="let_go",
                  closed_on=before.replace(month=6, day=2)),
    ]  # fmt: skip
    this_year = [
        Objective(id=BOOK, year=begun.year, text="publish the compiler book"),
        Objective(id=MUSEUM, year=begun.year, text="find a home for the old machines"),
    ]
    return [
        changed(one, created_at=when.instant(day), updated_at=when.instant(day))
        for day, some in ((begun, this_year), (before, last_year))
        for one in some
    ]


def offers(when: When) -> list[Offer]:
    """All offers, those of this month last."""
    return [_stamped(when, offer) for offer in (*_gone_by(when), *_this_month(when))]


# --- this month ----------------------------------------------------------------------------------


def _this_month(when: When) -> list[Offer]:
    tomorrow, next_week = when.ago(-1), when.ago(-6)
    asked = (Asking(who.ADA, "yes", when.this_month(3)), Asking(who.CHARLES, "yes", when.this_month(11)))
    return [
        _offer(when, 1101, who.ADA, "Introduce her to Charles at the Analytical Society",
               drafted=17, offered=12, accepted=3, serves=told.NOTES, due=tomorrow,
               introduces=who.CHARLES, asked=asked),
        _offer(when, 1102, who.GRACE, "Read her talk outline and send three comments",
               drafted=6, serves=told.ENGLISH, due=next_week),
        _offer(when, 1103, who.MARY_J, "Review her night-school application", drafted=20, offered=18, accepted=16,
               done=8, serves=told.NIGHT_SCHOOL, outcome="she got in"),
        _offer(when, 1104, who.DOROTHY, "Lend her the FORTRAN manual, marked up", drafted=20, offered=19, accepted=19,
               done=13, serves=told.LIBRARY),
        _offer(when, 1105, who.EDSGER, "Bind the numbered notes of this year", drafted=21, offered=21, done=21),
        _offer(when, CATALOGUE, who.FRANCES, "Find her the 1972 catalogue scan", "resource", drafted=20, offered=18,
               accepted=17, done=13, objective=BOOK, outcome="an introduction to her editor"),
        _waiting(when, 1107, who.DONALD, "Typeset his errata list for volume 4B"),
        _offer(when, 1108, who.HEDY, "Film the demonstration of the radio in one afternoon", drafted=15, offered=12,
               declined=5, serves=told.PATENT, outcome="asks again in spring"),
    ]  # fmt: skip


def _offer(
    when: When, record_id: int, person: int, what: str, part: Part = "raise_up", *, drafted: int,
    offered: int | None = None, accepted: int | None = None, done: int | None = None, declined: int | None = None,
    serves: int | None = None, objective: int | None = None, due: date | None = None, outcome: str = "",
    introduces: int | None = None, asked: tuple[Asking, ...] = (),
) -> Offer:  # fmt: skip
    """An offer of this month. Its steps are so many days ago, yet all within the month."""
    days: tuple[tuple[OfferStatus, int | None], ...] = (
        ("drafted", drafted), ("offered", offered), ("accepted", accepted), ("done", done), ("declined", declined),
    )  # fmt: skip
    steps = tuple(Step(status, when.this_month(ago)) for status, ago in days if ago is not None)
    return Offer(
        id=record_id, person=person, month=when.month(0), part=part, status=steps[-1].status,
        steps=steps, what=what, serves=serves, objective=objective, due=due, outcome=outcome, introduces=introduces,
        asked=asked,
    )  # fmt: skip


def _waiting(when: When, record_id: int, person: int, what: str) -> Offer:
    """Offered ten days ago, unanswered: early in a month it was carried over from the one before."""
    steps = (Step("drafted", when.ago(11)), Step("offered", when.ago(10)))
    begun = month_of(steps[0].on)
    return Offer(
        id=record_id, person=person, month=when.month(0), part="resource", status="offered",
        steps=steps, what=what, serves=told.VOLUME, objective=BOOK,
        carried_from=(begun,) if begun < when.month(0) else (),
    )  # fmt: skip


def _stamped(when: When, offer: Offer) -> Offer:
    """The offer as if it had been written on the days of its steps."""
    first, last = when.instant(offer.steps[0].on), when.instant(offer.steps[-1].on)
    return changed(offer, created_at=first, updated_at=last)


# --- the months before ---------------------------------------------------------------------------


def _gone_by(when: When) -> list[Offer]:
    months: list[tuple[int, Part, Given]] = []
    parts: tuple[tuple[Part, tuple[tuple[Given, ...], ...]], ...] = (
        ("raise_up", RAISED_UP), ("resource", BEEN_A_RESOURCE),
    )  # fmt: skip
    for part, given in parts:
        months += [(back, part, one) for back, several in enumerate(given, 1) for one in several]
    months.sort(key=lambda entry: -entry[0])
    return [_past(when, 1001 + number, *entry) for number, entry in enumerate(months)]


def _past(when: When, record_id: int, back: int, part: Part, given: Given) -> Offer:
    month, end = when.month(back), when.in_month(back, given.day)
    begun = first_day(moved(month, -1)).replace(day=24) if given.carried else first_day(month)
    path: list[OfferStatus] = ["drafted", "offered"]
    path += ["accepted", "done"] if given.status == "done" else [given.status]
    # The farther from the end, the earlier: three days a step, none before the offer was begun.
    days = (max(begun, end - timedelta(days=3 * left)) for left in range(len(path) - 1, -1, -1))
    steps = tuple(Step(status, day) for status, day in zip(path, days, strict=True))
    return Offer(
        id=record_id, person=given.person, month=month, part=part, status=given.status,
        steps=steps, what=given.what, outcome=given.outcome, serves=_SERVED.get(given.what),
        objective=_objective(when, month, record_id) if part == "resource" else None,
        carried_from=(moved(month, -1),) if given.carried else (),
    )  # fmt: skip


_SERVED = {
    "Read the proofs of Note G": told.MUSIC,
    "Go through the night-school form with her": told.NIGHT_SCHOOL,
    "Find the engineer who filed the 1942 patent": told.PATENT,
    "Write the glossary of the manual": told.CLERK,
    "Photograph forty coins for the paper": told.COINS,
    "Send three names of newcomers who write well": told.JOURNAL,
    "Measure the missing gear at the museum": told.ENGINE,
    "Type the rejected drafts, to keep them": told.FUNCTIONS,
}
"""What an offer served, where it served something they had told you by then."""


def _objective(when: When, month: str, record_id: int) -> int:
    """Mostly the book; of last year's months last year's."""
    if int(month[:4]) < when.today.year:
        return EARLIER_BOOK
    return MUSEUM if record_id % 4 == 0 else BOOK
