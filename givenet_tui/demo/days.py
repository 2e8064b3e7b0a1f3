"""What came back, and the days on which the sample's agenda was gone through."""

from givenet_tui.demo import who
from givenet_tui.demo.offers import BOOK, CATALOGUE, EARLIER_BOOK, MUSEUM
from givenet_tui.demo.when import When
from givenet_tui.domain.check_ins import CheckIn, Handled, Snooze
from givenet_tui.domain.help import Help
from givenet_tui.domain.interactions import Interaction
from givenet_tui.domain.offers import Offer
from givenet_tui.domain.records import changed

_CAME_BACK: tuple[tuple[int, int, str, int | None], ...] = (
    (312, who.DONALD, "a limerick for the preface", BOOK),
    (281, who.GRACE, "the log book with the moth, to photograph", MUSEUM),
    (248, who.KAREN, "a list of what an index must have", BOOK),
    (219, who.CHARLES, "a shed, dry and empty", MUSEUM),
    (187, who.DONALD, "two chapters read, 31 errors found", BOOK),
    (161, who.BARBARA, "her students solved every exercise", BOOK),
    (128, who.ADA, "her letter to the Royal Society for me", None),
    (99, who.ANNIE, "a ride home through the snow", None),
    (77, who.MARY_S, "the name of an editor who answers", BOOK),
    (52, who.ADA, "a drawing for the cover", BOOK),
    (34, who.GRACE, "forty old slides, to keep", MUSEUM),
)
_EDITOR = (13, who.FRANCES, "an introduction to her editor", BOOK)

_SKIPPED = {4, 9, 10, 17, 22, 23, 24, 33, 38}
_LENGTH = 40
_REFLECTIONS = {
    1: "Ask before offering: it was the wrong translator last time.",
    3: "Twenty minutes were enough.",
    8: "Mary got in. A good day.",
    13: "What came back was not what I had asked for, and better.",
    19: "Long lunch, three pages of notes.",
    27: "Listen first.",
    36: "They argue because they trust each other.",
}


def came_back(when: When) -> list[Help]:
    """Help that came back; what stands behind an offer of this month came with it."""
    help_ = [
        Help(id=3001 + number, person=person, on=when.ago(days), text=text, objective=_objective(when, days, objective))
        for number, (days, person, text, objective) in enumerate(_CAME_BACK)
    ]
    days, person, text, objective = _EDITOR
    last = Help(id=3001 + len(help_), person=person, on=when.this_month(days), text=text, offer=CATALOGUE,
                objective=objective)  # fmt: skip
    return [changed(one, created_at=when.instant(one.on), updated_at=when.instant(one.on)) for one in (*help_, last)]


def _objective(when: When, days: int, objective: int | None) -> int | None:
    return EARLIER_BOOK if objective and when.ago(days).year < when.today.year else objective


def check_ins(when: When, touches: list[Interaction], offers: list[Offer]) -> list[CheckIn]:
    """The check-ins of the last weeks, some days left out. What was handled is what happened on the day."""
    found = []
    for days in range(_LENGTH, 0, -1):
        if days in _SKIPPED:
            continue
        on = when.ago(days)
        given = [offer for offer in offers if offer.status == "done" and offer.reached("done") == on]
        handled = [Handled("promised", offer.person, offer.id, "done") for offer in given]
        handled += [Handled("quiet", one.people[0], one.people[0], "done") for one in touches if one.on == on]
        if days % 8 == 2:
            handled.append(Handled("quiet", who.JOAN, who.JOAN, "bumped"))
        instant = when.instant(on)
        reflection = _REFLECTIONS.get(days, "")
        found.append(CheckIn(id=4001 + _LENGTH - days, created_at=instant, updated_at=instant, on=on,
                             handled=tuple(handled), reflection=reflection))  # fmt: skip
    return found


def snoozes(when: When) -> list[Snooze]:
    """Someone quiet who was put off two days ago, and comes again next week."""
    instant = when.instant(when.ago(2))
    return [Snooze(id=5001, created_at=instant, updated_at=instant, record=who.JOAN, until=when.ago(-5), count=2)]
