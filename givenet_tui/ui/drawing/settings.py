"""The settings, a row each: what it is, its value, and in a sentence what it means."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from givenet_tui.domain.aspirations import KINDS, Kind
from givenet_tui.domain.book import Book
from givenet_tui.domain.favours import favours_of, first_words
from givenet_tui.domain.folding import fold
from givenet_tui.domain.questions import questions_of
from givenet_tui.domain.settings import BOUNDS, Settings
from givenet_tui.domain.verbs.settings import CALLED
from givenet_tui.tones import Line, Piece
from givenet_tui.ui import present
from givenet_tui.ui.drawing.pieces import indented, wrapped

SAYS: dict[str, str] = {
    "slots_per_part": "People a month has room for, in each of its parts.",
    "circle_size": "Beyond it you are asked, kindly, who could rest.",
    "touches_per_month": "How often you can be in touch, all in all.",
    "agenda_size": "What Today shows before you ask for more.",
    "day_starts_at": "Until then it is still yesterday.",
    "week_starts_on": "What “next week” means when you type a day.",
    "theme": "The colours: three of GiveNet's own, and others.",
    "rhythms": "Days between touches for everyone who has a tag.",
    "favours": "Offers that begin with one key: F2 in an offer.",
    "csv_columns": "Learned from the files that you brought in.",
}
NAME = 26
"""Cells for what it is."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list of settings. `name`, `value` and `says` may hold users' text."""

    key: Hashable
    name: str
    value: str = ""
    says: str = ""
    mark: str = ""


def setting_row(row: Row, width: int) -> Sequence[Line]:
    """The name and its value, and below them what it means; what has a mark, or no value, is words alone."""
    if row.mark:
        return indented(wrapped(row.name, width - 4, "plain"), 4, (row.mark, "key"))
    if not row.value:
        first = wrapped(row.name, width, "name" if row.says else "plain")
    else:
        room = width - NAME
        name: Piece = (present.padded(row.name, NAME - 1) + " ", "name")
        first = indented([[(present.cut(row.value, room), "raise")]], NAME, name)
    return [*first, *(wrapped(row.says, width, "muted") if row.says else ())]


def overview(book: Book, theme: str) -> list[Row]:
    """Every setting; `theme` is the one that is on."""
    settings = book.settings
    values: dict[str, str] = {
        **{field: f"{getattr(settings, field):,}" for field in BOUNDS},
        "day_starts_at": settings.day_starts_at,
        "week_starts_on": settings.week_starts_on.capitalize(),
        "theme": theme,
        "rhythms": ", ".join(f"#{tag} {days}" for tag, days in settings.rhythms.items()) or "none yet",
        "favours": _counted(len(first_words(settings)), settings.favours),
        "csv_columns": f"{len(settings.csv_columns)} known" if settings.csv_columns else "none yet",
    }
    rows = [Row(field, CALLED[field], values[field], _odd(book, field) or says) for field, says in SAYS.items()]
    at = next(number for number, row in enumerate(rows) if row.key == "favours")
    return [*rows[:at], *(_questions(settings, kind) for kind in KINDS), *rows[at:]]


def _questions(settings: Settings, kind: Kind) -> Row:
    value = _counted(len(questions_of(settings, kind)), settings.questions.get(kind, ()))
    return Row(f"questions-{kind}", f"Questions: {kind}s", value, f"To ask where you know no {kind} yet.")


def _counted(count: int, own: Sequence[str]) -> str:
    return f"{count} of your own" if any(one.strip() for one in own) else f"the {count} of GiveNet"


def _odd(book: Book, field: str) -> str:
    """Where a hand wrote something into the file that cannot be: what it is taken as."""
    written = book.find(Settings, 1)
    said, used = getattr(written, field, None), getattr(book.settings, field)
    return f"The file says {said}: that counts as {used}." if written and said != used else ""


# --- the lists within ----------------------------------------------------------------------------


def rhythm_rows(book: Book) -> list[Row]:
    """Each tag that has a rhythm, and how many of the circle have the tag."""
    tagged = [tag for person in book.circle for tag in person.tags]
    return [
        Row(tag, f"#{tag}", _every(days), _people(tagged.count(tag)))
        for tag, days in sorted(book.settings.rhythms.items(), key=lambda rhythm: fold(rhythm[0]))
    ]


def _every(days: int) -> str:
    return "every day" if days == 1 else f"every {days:,} days" if days > 0 else "no rhythm"


def _people(count: int) -> str:
    who = {0: "nobody", 1: "1 person"}.get(count, f"{count:,} people")
    return f"{who} of your circle {'has' if count < 2 else 'have'} it"


def question_rows(book: Book, kind: Kind) -> list[Row]:
    """The questions of a kind."""
    return [Row(question, question) for question in questions_of(book.settings, kind)]


def favour_rows(book: Book) -> list[Row]:
    """How each favour begins, and its key."""
    keys = {favour.starts.strip(): favour.key for favour in favours_of(book.settings)}
    return [Row(words, words, mark=keys.get(words.strip(), "·")) for words in first_words(book.settings)]


def column_rows(book: Book) -> list[Row]:
    """The files whose columns are known, by their header."""
    return [
        Row(header, header, says=", ".join(f"{column} is {meant}" for column, meant in columns.items()))
        for header, columns in book.settings.csv_columns.items()
    ]


def theme_rows(themes: Sequence[str], here: str) -> list[Row]:
    """Every theme; a filled dot marks the one that is on."""
    return [Row(name, name, mark="●" if name == here else "○") for name in themes]
