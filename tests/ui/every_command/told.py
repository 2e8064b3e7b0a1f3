"""What every story of a command needs: the book full of nasty strings, the places, and the table of the stories.

A new command gets a story by one function: `@of("its id")`, and the places if it is not told of all of them at once.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice

from givenet_tui.domain.imports import print_of
from givenet_tui.domain.people import Labelled
from givenet_tui.domain.records import OtherVersion, Record, changed
from givenet_tui.domain.settings import ImportRun, Settings
from givenet_tui.ui.commands import BY_ID, Command, Place
from tests.factories import MADE, TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import Story
from tests.ui.test_hostile_text import begins

WORDS = f"half a word {NASTY[1]} {NASTY[3]}"

EMAIL = f"ada@{NASTY[0]}.example"

ADA = person(
    f"Ada {NASTY[0]}", rhythm_days=30, about=f"the Notes {NASTY[0]}", tags=(NASTY[1],), emails=(Labelled(EMAIL),)
)
BO = person(f"Bo {NASTY[1]}", about="a garden", other_versions=(OtherVersion("about", f"looms {NASTY[0]}", MADE),))
CY = person(f"Cy {NASTY[2]}")
DI = person(f"Di {NASTY[3]}", rhythm_days=7, phones=(Labelled("+44 20 7946 0123"),))
EVE = person(f"Eve {NASTY[4]}", phones=(Labelled("020 7946 0123"),))
FLO = person(f"Flo {NASTY[5]}")
GUS = person(f"Gus {NASTY[0]}", deleted_at="2026-11-20T10:00:00.000Z")
DREAM = aspiration(ADA, f"a mill of her own {NASTY[1]}", "dream", heard_where=NASTY[2])
GOAL = aspiration(ADA, f"print the Notes {NASTY[3]}")
PROMISED = offer(ADA, "accepted", what=f"Read the proofs {NASTY[0]}", serves=GOAL.id, due=TODAY)
WAITING = offer(BO, "offered", TODAY - timedelta(9), what=f"Lend the looms {NASTY[1]}")
DRAFT = offer(CY, "drafted", what=f"Share the letters {NASTY[3]}")
CHOSEN = offer(FLO, "chosen")
TEA = touch(ADA, BO, on=TODAY - timedelta(5), text=f"tea {NASTY[4]}")
TALK = touch(DI, on=TODAY - timedelta(40), text=f"a talk {NASTY[5]}")
MINE = objective(f"publish the book {NASTY[4]}")
BACK = came_back(ADA, f"a letter {NASTY[2]}", objective=MINE.id)
RUN = ImportRun(id=7, created_at=MADE, source=f"{NASTY[0]}.vcf", on=TODAY, records=(EVE.id,), prints=(print_of(EVE),))
SETTINGS = Settings(id=1, created_at=MADE, agenda_size=8, questions={"dream": [NASTY[1]]})
BOOK: Sequence[Record] = (
    ADA, BO, CY, DI, EVE, FLO, GUS, DREAM, GOAL, PROMISED, WAITING, DRAFT, CHOSEN, TEA, TALK, MINE, BACK, RUN, SETTINGS,
)  # fmt: skip

SCREENS: dict[Place, str] = {
    "today": "TodayScreen", "people": "PeopleScreen", "notebook": "NotebookScreen", "board": "BoardScreen",
    "year": "YearScreen", "find": "FindScreen",
}  # fmt: skip
MODES: dict[Place, str] = {"today": "1", "people": "2", "board": "3", "year": "4"}
LISTS: dict[Place, str] = {
    "today": "agenda", "people": "people", "notebook": "told", "board": "raise_up", "year": "year", "find": "found",
}  # fmt: skip
ADAS: dict[Place, Record] = {
    "today": PROMISED, "people": ADA, "notebook": DREAM, "board": PROMISED, "year": BACK, "find": DREAM,
}  # fmt: skip
"""What the cursor stands on in each place when a story begins: a record of Ada's."""
OFFERS: dict[Place, Record] = dict.fromkeys(("today", "notebook", "board"), PROMISED)


@dataclass
class Here:
    """One place of the app in which a story is told, and what is seen there."""

    story: Story
    place: Place
    command: Command
    pressed: set[str] = field(default_factory=set)

    async def go(self) -> None:
        """Go to the place, the cursor on a record of Ada's."""
        story = self.story
        if self.place in MODES:
            await story.press(MODES[self.place])
        elif self.place == "notebook":
            await story.press("2")
            await story.go_to(ADA)
            await story.press("enter")
        else:
            await story.press("1", "ctrl+f")
            await story.write("mill")
            await story.press("tab")
        await story.go_to(ADAS[self.place])
        self.is_here()

    async def go_to(self, record: Record) -> None:
        """Put the cursor on a record; in the notebook, in the part where it stands."""
        if self.place == "notebook" and not isinstance(record, type(DREAM)):
            self.story.app.screen.query_one("#between").focus()
            await self.story.settle()
        await self.story.go_to(record)

    async def press(self, *keys: str) -> None:
        """Press keys one by one."""
        self.pressed.update(keys)
        await self.story.press(*keys)

    async def write(self, text: str = WORDS) -> None:
        """Write into the field that has the focus, and keep it."""
        await self.story.write(text)
        await self.press("enter")

    async def choose(self) -> None:
        """Choose the command in the palette, by its name."""
        await self.press("ctrl+p")
        await self.story.write(self.command.name_in(self.place))
        await self.story.searched()
        await self.press("enter")

    def sees(self, text: str) -> bool:
        """Whether a text stands on the screen, or as much of its beginning as a row shows."""
        return begins(text, 8) in self.story.screen

    def is_here(self, record: Record | None = None) -> None:
        """No dialog is open, and the cursor is on the record, or on that of Ada's with which the story began."""
        wanted, cursor = record or ADAS[self.place], self.story.cursor
        assert self.story.place == SCREENS[self.place]
        assert wanted.id == (cursor[1] if isinstance(cursor, tuple) else cursor)

    def asks(self, dialog: str, focus: str) -> None:
        """A dialog is open, and a field of it has the focus."""
        assert (self.story.place, self.story.focus) == (dialog, focus)

    def new(self, table: str) -> list[dict[str, object]]:
        """What stands in a table of the file that did not when the story began."""
        known = {record.id for record in BOOK}
        return [row for row in self.story.rows(table) if row["id"] not in known]

    def row(self, record: Record) -> dict[str, object]:
        """A record as it stands in the file; nothing, when it has gone."""
        return next((row for row in self.story.rows(record.table) if row["id"] == record.id), {})

    async def leave(self) -> None:
        """Close what is open, and take everything back."""
        story = self.story
        while story.place not in SCREENS.values():
            await story.press("escape")
        for _ in islice(iter(lambda: story.app.workspace.undoable, False), 9):
            await story.app.turn(story.app.workspace.undo)
        await story.settle()
        story.app.clear_notifications()


Tell = Callable[[Here], Awaitable[None]]


@dataclass(frozen=True)
class Told:
    """A story of a command, told in some places."""

    command: Command
    places: Sequence[Place]
    tell: Tell
    sentence: str


STORIES: list[Told] = []


def of(command_id: str, *places: Place, sentence: str = "") -> Callable[[Tell], Tell]:
    """Put a story into the table: its sentence is the function's name, unless it is given."""

    def put(tell: Tell) -> Tell:
        command = BY_ID[command_id]
        said = sentence or getattr(tell, "__name__", "").replace("_", " ")
        STORIES.append(Told(command, places or command.places, tell, said))
        return tell

    return put


def contents(story: Story) -> dict[str, dict[int, Record]]:
    """All records of the book, whenever they were written."""
    tables = story.book.records.items()
    return {table: {one: changed(row, updated_at="") for one, row in rows.items()} for table, rows in tables}
