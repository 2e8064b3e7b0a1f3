"""The people of the sample, in the order in which they came. The names are known, the rest is made up."""

from datetime import date

from givenet_tui.demo import who
from givenet_tui.demo.when import When
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.records import changed

LEAP_DAY = Birthday(2, 29, 1988)

GRACE_NOTES = """\
## How to be useful

- Sends **drafts early** and wants them back *marked up*, not praised.
- Prefers a call before nine; writes at night and does not read mail until noon.
- Keeps a box of wires, each as long as light travels in a nanosecond. Ask for one.

## The talk

The outline has three parts, and the second is too long:

1. Why a machine should read English, and not the other way round.
2. What the first compiler could do, and the day nobody believed it.
3. What a clerk at a bank could do with it tomorrow.

> “It is easier to ask forgiveness than it is to get permission.”

## People we both know

Frances from the compiler group; Howard, who still tells the story of the moth.
Jean would like to meet: remind them both in the spring.

## Small things

Tea without milk. Chairs with a straight back. A clock on the wall that runs *backwards*, so that nobody says
“we have always done it this way”.
"""

DONALD_NOTES = """\
Answers letters in batches, **three months at a time**. Pays for every error found, and frames nothing.

- errata go on paper, one to a sheet
- plays the organ: the house has one with sixteen ranks
"""

RHYTHMS = {"close": 30, "compilers": 60, "work": 90}


def people(when: When) -> list[Person]:
    """Twenty-three people in the circle, and two who rest."""
    return [_made(when, made, person) for made, person in _people(when)]


def _made(when: When, days: int, person: Person) -> Person:
    instant = when.instant(when.ago(days))
    return changed(person, created_at=instant, updated_at=instant)


def _email(address: str, label: str = "") -> tuple[Labelled, ...]:
    return (Labelled(f"{address}.example", label),)


def _birthday_this_week(when: When) -> Birthday:
    """Just one person has a birthday this week; when it is the leap day's, everyone else's is later."""
    soon = (LEAP_DAY.next_on(when.today) - when.today).days <= 7
    return when.birthday(44 if soon else 4, 40)


def _people(when: When) -> list[tuple[int, Person]]:
    ago = when.ago
    return [
        (1040, Person(
            id=who.MARY_S, name="Mary Somerville", title="author, and reader for a publisher", location="Edinburgh",
            emails=_email("mary@connexion"), met_on=ago(2900), met_where="in the reading room", tags=("work",),
            about="Explains a hard thing so that it stays explained. Knows the editors at three houses.",
        )),
        (1032, Person(
            id=who.CHARLES, name="Charles Babbage", organization="Analytical Society", location="London",
            emails=_email("cb@engines"), phones=(Labelled("+44 20 5550 0142", "home"),), tags=("close",),
            met_on=date(1833, 5, 11), met_where="at a Saturday soirée", introduced_by=who.MARY_S,
        )),
        (1031, Person(
            id=who.ADA, name="Ada Lovelace", title="analyst", location="London", birthday=when.birthday(18),
            emails=_email("ada@analytical"), met_on=date(1833, 6, 5), met_where="Babbage's soirée",
            introduced_by=who.MARY_S, rhythm_days=30, tags=("mathematics", "writing"),
            about="Signs letters *A. A. L.* Rides every morning: call after ten.",
        )),
        (940, Person(
            id=who.DOROTHY, name="Dorothy Vaughan", title="head of computing", organization="West Area",
            location="Hampton", emails=_email("dorothy@westarea", "work"),
            birthday=when.birthday(120, 58), tags=("work", "compilers"),
        )),
        (938, Person(
            id=who.KATHERINE, name="Katherine Johnson", title="mathematician", location="White Sulphur Springs",
            emails=_email("katherine@orbits"), phones=(Labelled("+1 304 555 0126", "mobile"),), tags=("close",),
            birthday=_birthday_this_week(when), introduced_by=who.DOROTHY,
            about="Three daughters. Checks the numbers **by hand** before anyone flies.",
        )),
        (936, Person(
            id=who.MARY_J, name="Mary Jackson", title="engineer in training", location="Hampton", tags=("close",),
            emails=_email("mary.jackson@windtunnel"), introduced_by=who.DOROTHY, birthday=when.birthday(139, 36),
        )),
        (900, Person(
            id=who.ANNIE, name="Annie Easley", title="rocket programmer", location="Cleveland", tags=("work",),
            emails=_email("annie@centaur"), met_on=ago(920), met_where="on the ski bus",
        )),
        (870, Person(
            id=who.ALAN, name="Alan Turing", title="mathematician", location="Manchester", tags=("close", "running"),
            emails=_email("alan@universal"), phones=(Labelled("+44 161 555 0147"),), birthday=when.birthday(213, 41),
            met_on=ago(1480), met_where="at the start of a race, in the rain",
        )),
        (868, Person(
            id=who.JOAN, name="Joan Clarke", title="numismatist", location="Headington", tags=("close",),
            rhythm_days=45, emails=_email("joan@hut8"), introduced_by=who.ALAN,
            about="Collects Scottish coins; asks good questions.",
        )),
        (830, Person(
            id=who.GRACE, name="Grace Hopper", nickname="Amazing Grace", title="rear admiral", organization="Navy",
            location="Arlington", emails=(*_email("grace@cobol", "work"), Labelled("grace@nanosecond.example", "home")),
            tags=("compilers", "teaching"), rhythm_days=21, about=GRACE_NOTES, birthday=when.birthday(17, 79),
            urls=(Labelled("https://nanosecond.example", "home page"),),
            met_on=ago(2210), met_where="after a lecture, both of us late for the train",
        )),
        (825, Person(
            id=who.DONALD, name="Donald Knuth", title="professor emeritus", location="Stanford", tags=("writing",),
            rhythm_days=60, urls=(Labelled("https://volume4.example"),), about=DONALD_NOTES,
        )),
        (820, Person(
            id=who.FRANCES, name="Frances Allen", title="fellow", organization="Compiler group", location="Yorktown",
            emails=_email("fran@optimizing", "work"), tags=("compilers",), birthday=when.birthday(255, 60),
            about="Climbs mountains in countries I had to look up. Knows the editor of the *blue series*.",
        )),
        (795, Person(
            id=who.EDSGER, name="Edsger Dijkstra", title="writer of numbered notes", location="Nuenen", tags=("work",),
            met_on=ago(810), met_where="on a panel about proofs",
        )),
        (780, Person(
            id=who.JOHN, name="John Backus", location="Ashland", tags=("compilers",), rhythm_days=120,
            emails=_email("john@notation"),
        )),
        (760, Person(
            id=who.CLAUDE, name="Claude Shannon", title="juggler", location="Winchester", tags=("compilers",),
            emails=_email("claude@entropy"), about="Builds machines that play. Rides a unicycle in the corridor.",
        )),
        (700, Person(
            id=who.EMMY, name="Emmy Noether", title="lecturer", location="Göttingen", tags=("mathematics", "teaching"),
            rhythm_days=75, emails=_email("emmy@invariants"), birthday=when.birthday(121),
        )),
        (660, Person(
            id=who.HENRIETTA, name="Henrietta Swan Leavitt", title="astronomer", organization="Observatory",
            location="Cambridge", emails=_email("henrietta@cepheids"), tags=("work",), birthday=when.birthday(224, 53),
        )),
        (620, Person(
            id=who.BARBARA, name="Barbara Liskov", title="professor", location="Cambridge", tags=("work", "teaching"),
            emails=_email("barbara@abstraction", "work"), met_on=ago(640), met_where="a reading group",
        )),
        (590, Person(
            id=who.KAREN, name="Karen Spärck Jones", title="editor of a journal", location="Cambridge", tags=("work",),
            emails=_email("karen@inverse"), introduced_by=who.BARBARA, birthday=when.birthday(277, 55),
        )),
        (520, Person(
            id=who.HEDY, name="Hedy Lamarr", title="inventor, actor", location="Vienna", tags=("close",),
            rhythm_days=60, emails=_email("hedy@hopping"), birthday=when.birthday(352, 50),
        )),
        (455, Person(
            id=who.MARY_K, name="Mary Kenneth Keller", title="teacher", location="Dubuque", tags=("teaching",),
            rhythm_days=60, emails=_email("sister.mary@clarke"), birthday=LEAP_DAY,
        )),
        (410, Person(
            id=who.RADIA, name="Radia Perlman", title="network designer", location="Seattle", tags=("poems",),
            emails=_email("radia@spanningtree"), met_on=ago(412), met_where="at a poetry slam for engineers",
        )),
        (9, Person(
            id=who.KATERYNA, name="Kateryna Yushchenko", title="programmer", location="Київ", tags=("compilers",),
            emails=_email("kateryna@address"), introduced_by=who.GRACE, met_on=ago(9),
            met_where="Grace's kitchen table",
        )),
        (1000, Person(
            id=who.KONRAD, name="Konrad Zuse", title="painter", location="Hünfeld", tags=("work",),
            archived_on=ago(140),
        )),
        (990, Person(
            id=who.NEUMANN, name="John von Neumann", organization="Institute", location="Princeton",
            archived_on=ago(75), rhythm_days=90, emails=_email("johnny@institute"),
        )),
    ]  # fmt: skip
