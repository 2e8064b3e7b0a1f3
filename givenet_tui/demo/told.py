"""What the people of the sample told you."""

from typing import Any

from givenet_tui.demo import who
from givenet_tui.demo.when import When
from givenet_tui.domain.aspirations import Aspiration, Earlier, Kind
from givenet_tui.domain.records import changed

(
    NOTES, GIRLS, MUSIC, SUMS, ENGLISH, CLERK, MARATHON, VOLUME, NIGHT_SCHOOL, SUMMER, MOUNTAIN, SPANNING,
    ENGINE, LIBRARY, PROOF, LANGUAGE, STARS, JOURNAL, PATENT, COINS, CHILDREN, CENTRE, TRANSLATE, POPULAR,
    FUNCTIONS, MOUSE, HORSES, TEACHERS, OFFICE, THESIS,
) = range(201, 231)  # fmt: skip


_HEARD: tuple[tuple[int, int, int, Kind, str, str, str], ...] = (
    (255, MUSIC, who.ADA, "hope", "for a machine that composes music", "at lunch", ""),
    (106, GIRLS, who.ADA, "dream", "a school for calculating girls", "in a letter", ""),
    (19, NOTES, who.ADA, "goal", "see the Notes translated by spring", "at lunch", "by spring"),
    (330, SUMS, who.ADA, "goal", "master the flying-machine sums", "on a walk", ""),
    (150, ENGLISH, who.GRACE, "dream", "teach machines to read English", "at the blackboard", ""),
    (230, CLERK, who.GRACE, "goal", "a manual that a clerk at a bank can follow", "on the phone", ""),
    (118, MARATHON, who.ALAN, "goal", "run a marathon under 2:50", "after a training run", "next year"),
    (88, VOLUME, who.DONALD, "objective", "send volume 4B to the printer", "in a letter", "this year"),
    (70, NIGHT_SCHOOL, who.MARY_J, "goal", "get into the night school for engineers", "at the bus stop", ""),
    (190, SUMMER, who.KATHERINE, "hope", "a quiet summer with the girls", "on the porch", ""),
    (80, MOUNTAIN, who.FRANCES, "dream", "climb a mountain nobody has named", "on the stairs", ""),
    (58, SPANNING, who.RADIA, "dream", "a picture book about networks, in verse", "after the slam", ""),
    (210, ENGINE, who.CHARLES, "dream", "see the Engine run, all of it, once", "in the workshop", ""),
    (33, LIBRARY, who.DOROTHY, "objective", "every girl of West Area writes FORTRAN", "at a desk", "by June"),
    (160, PROOF, who.BARBARA, "hope", "that my students argue with me", "in the reading group", ""),
    (12, LANGUAGE, who.BARBARA, "goal", "finish the second edition of the textbook", "over coffee", ""),
    (92, STARS, who.HENRIETTA, "goal", "measure how far the small cloud is", "on the roof", ""),
    (98, JOURNAL, who.KAREN, "objective", "two special issues, one of them by newcomers", "by mail", ""),
    (130, PATENT, who.HEDY, "hope", "that someone builds the torpedo radio", "at dinner", ""),
    (260, COINS, who.JOAN, "goal", "write the paper on the gold unicorns", "in the museum", ""),
    (60, CHILDREN, who.JOAN, "hope", "more evenings with a chessboard", "on a bench", ""),
    (82, CENTRE, who.MARY_K, "dream", "a computer in every college, open at night", "in class", ""),
    (9, TRANSLATE, who.KATERYNA, "goal", "get the book on addresses into English", "at the table", "next year"),
    (175, POPULAR, who.MARY_S, "objective", "one more book before the year is out", "over tea", ""),
    (300, FUNCTIONS, who.JOHN, "dream", "programs one can calculate with", "on the porch", ""),
    (240, MOUSE, who.CLAUDE, "hope", "that the mouse leaves the maze by itself", "in the cellar", ""),
    (140, HORSES, who.ANNIE, "goal", "teach one hundred people to ski", "on the lift", ""),
    (110, TEACHERS, who.EMMY, "hope", "a paid post, after all these years", "on a long walk", ""),
    (320, OFFICE, who.HENRIETTA, "hope", "a room with a window", "in the corridor", ""),
    (400, THESIS, who.NEUMANN, "goal", "cross the Atlantic with the weather in hand", "at a party", ""),
)
"""How many days ago, the id, who, the kind, their words, where you heard them, and by when."""


def told(when: When) -> list[Aspiration]:
    """Hopes, dreams, goals and objectives; one fulfilled, one reworded, one let go. Nothing of some people."""
    since: dict[int, dict[str, Any]] = {
        SUMS: {"status": "fulfilled", "closed_on": when.ago(205)},
        CLERK: {
            "earlier": (Earlier("write the compiler's manual", when.ago(48)),),
            "confirmed_on": when.ago(48),
            "updated_at": when.instant(when.ago(48)),
        },
        OFFICE: {"status": "let_go", "closed_on": when.ago(150)},
    }
    return [changed(aspiration, **since.get(aspiration.id, {})) for aspiration in _as_heard(when)]


def _as_heard(when: When) -> list[Aspiration]:
    return [
        Aspiration(
            id=record_id, created_at=when.instant(when.ago(days)), updated_at=when.instant(when.ago(days)),
            person=person, kind=kind, text=text, heard_on=when.ago(days), heard_where=where, horizon=horizon,
        )
        for days, record_id, person, kind, text, where, horizon in sorted(_HEARD, key=lambda row: row[1])
    ]  # fmt: skip
