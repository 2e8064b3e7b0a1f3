"""Every screen and every dialog, on the sample and on a fixed day: what is shown, and how one comes there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from givenet_tui.demo import demo_book
from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import Change, Edit, edited
from givenet_tui.domain.people import Labelled
from givenet_tui.domain.records import OtherVersion, changed
from givenet_tui.domain.settings import Settings
from givenet_tui.ui import dialogs
from givenet_tui.ui.actions.importing import ImportActions
from givenet_tui.ui.app import GiveNetApp
from givenet_tui.ui.themes import CONTRAST, LIGHT
from tests.factories import TODAY

Size = tuple[int, int]
WIDE, USUAL, NARROW, VERY_WIDE = (120, 36), (80, 24), (60, 20), (160, 50)
BOTH, ALL = (WIDE, USUAL), (WIDE, USUAL, NARROW)
CARDS = "".join(
    f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTITLE:{title}\nEND:VCARD\n"
    for name, title in (
        ("Rosalind Franklin", "chemist"), ("Emmy Noether", "mathematician"), ("Ada King", "countess"),
        ("Lise Meitner", "physicist"),
    )
)  # fmt: skip


@dataclass(frozen=True)
class View:
    """What a picture shows. A key `!name` is a command that the palette has, and no key."""

    keys: tuple[str, ...] = ()
    sizes: tuple[Size, ...] = BOTH
    book: Callable[[], Book] = lambda: demo_book(TODAY)
    theme: str = ""
    shown_by: Callable[[GiveNetApp], Awaitable[None]] | None = None
    """What brings it about, where no key does."""


# --- books and ways that the sample and its keys do not have -------------------------------------


def with_something_deleted() -> Book:
    """The sample, after two people and something that was told were deleted."""
    book = demo_book(TODAY)
    told = next(iter(book.all(Aspiration)))
    gone = [*[one for one in book.people.values() if one.id != told.person][:2], told]
    edits = (Edit(one, changed(one, deleted_at=f"2026-11-{20 + day}T10:00:00.000Z")) for day, one in enumerate(gone))
    return book.apply(Change("deleted", tuple(edits)))


def written_in_two_places() -> Book:
    """The sample, after two wrote notes about the same person."""
    book = demo_book(TODAY)
    ada = next(one for one in book.people.values() if one.name == "Ada Lovelace")
    theirs = OtherVersion("about", "Met at Babbage's soirée.\nMoves to Surrey in spring.", "2026-11-22T10:42:00.000Z")
    notes = "Met at Babbage's soirée.\nHer mother taught her mathematics."
    return book.apply(edited("notes", ada, changed(ada, about=notes, other_versions=(theirs,))))


def with_someone_twice() -> Book:
    """The sample, in which somebody has the e-mail address of somebody else."""
    book = demo_book(TODAY)
    mail = next(one.emails for one in book.people.values() if one.emails)
    grace = next(one for one in book.people.values() if not one.emails)
    return book.apply(edited("e-mail", grace, changed(grace, emails=(Labelled(mail[0].value),))))


def in_a_small_circle() -> Book:
    """The sample, whose circle is larger than was wished for."""
    book = demo_book(TODAY)
    settings = next(iter(book.all(Settings)), None)
    smaller = changed(settings, circle_size=12) if settings else Settings(id=1, circle_size=12)
    return book.apply(Change("settings", (Edit(settings, smaller),)))


async def an_import(app: GiveNetApp) -> None:
    """A file of four, one of whom resembles somebody."""
    file = Path("friends.vcf")
    file.write_text(CARDS)
    assert isinstance(app.screen, ImportActions)
    await app.screen.pick_from([file])


async def left_words(app: GiveNetApp) -> None:
    """Words that were being written when the program ended."""

    async def keep(_: str) -> None:
        """Nothing becomes of them."""

    await app.push_screen(dialogs.LeftDialog(keep, notice="What Ada told you\n\na school for calculating girls, in"))


async def trouble(app: GiveNetApp) -> None:
    """A disk that is full."""
    app.trouble = "/home/ada/givenet.json was not saved: the disk is full. Free some space, then do it again."
    app._draw_anew()


VIEWS: dict[str, View] = {
    # the places
    "today": View(sizes=(*ALL, VERY_WIDE)),
    "today-past": View(("[", "[", "[")),
    "people": View(("2",), sizes=(*ALL, VERY_WIDE)),
    "people-found": View(("2", "/", *"knows:goal -quiet:")),
    "marks": View(("2", "m", "j", "j", "m", "j", "m", "j")),
    "notebook": View(("2", "enter", "j", "j", "j"), sizes=(*ALL, VERY_WIDE)),
    "notes": View(("2", *"jjjjjjjjjjj", "enter", "e")),
    "notes-read": View(("2", *"jjjjjjjjjjj", "enter", "e", "f3"), sizes=(USUAL,)),
    "board": View(("3",), sizes=(*ALL, VERY_WIDE)),
    "board-past": View(("3", "[")),
    "board-light": View(("3",), sizes=(WIDE,), theme=LIGHT),
    "board-contrast": View(("3",), sizes=(WIDE,), theme=CONTRAST),
    "year": View(("4",), sizes=(*ALL, VERY_WIDE)),
    "year-days": View(("4", "tab", "left", "left", "down")),
    "find": View(("ctrl+f", *"school")),
    "welcome": View(book=Book, sizes=ALL),
    "trouble": View(sizes=(USUAL,), shown_by=trouble),
    # what is written
    "note": View(("2", "n", "d", *"a garden by the sea")),
    "offer": View(("2", "enter", "j", "j", "o", *"Help with the school", "tab", *"fri"), sizes=ALL),
    "introduce": View(("3", "j", "e", "f3")),
    "asked": View(("3", "j", "e", "f3", "enter", "enter", " ", "s")),
    "touch": View(("2", "l", *"a call about the garden")),
    "came-back": View(("3", "h")),
    "outcome": View((" ",)),
    "put-off": View(("b",)),
    "person": View(("2", "e")),
    "several": View(("2", "m", "j", "j", "m", "e")),
    "line": View((":", *"lunch with Grace and Charles yesterday #work")),
    # what is chosen from, and read
    "suggestions": View(("3", "tab", "j", "j", "a")),
    "copy": View(("2", "y")),
    "told": View(("2", "enter", "j", "enter")),
    "facts": View(("2", "enter", "shift+tab", "enter")),
    "two-who-are-one": View(("2", "!unite"), book=with_someone_twice),
    "merging": View(("2", "m", "j", "m", "e", "f2")),
    "who-could-rest": View(("2", "!who_could_rest"), book=in_a_small_circle),
    "import-file": View(("2", "i")),
    "import": View(("2",), shown_by=an_import),
    "export": View(("2", "!export", "v")),
    "trash": View(("!trash",), sizes=ALL, book=with_something_deleted),
    "two-places": View(("!versions",), book=written_in_two_places),
    "left-words": View(shown_by=left_words),
    # the program itself
    "palette": View(("ctrl+p",)),
    "help": View(("question_mark",), sizes=ALL),
    "tour": View(("T",)),
    "settings": View(("!settings",), sizes=ALL),
    "favours": View(("!settings", "end", "k", "enter")),
    "setting": View(("!settings", "j", "enter")),
}
