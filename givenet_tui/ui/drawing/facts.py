"""The facts about a person: a line or three for the head of a page, and all of them, one a line."""

from collections.abc import Sequence
from datetime import date

from givenet_tui.domain.book import Book
from givenet_tui.domain.days import ago, in_full, short
from givenet_tui.domain.people import Person
from givenet_tui.tones import BLANK, Line
from givenet_tui.ui.drawing.pieces import indented, wrapped
from givenet_tui.wording import birthday_words, is_on_board, labelled_words, rhythm_words

MARGIN = 15


def facts(book: Book, person: Person, today: date, width: int, *, most: int = 4) -> list[Line]:
    """The person's facts in a line or three."""
    work = ", ".join(part for part in (person.title, person.organization, person.location) if part)
    met = ", ".join(part for part in (person.met_where, _day(person.met_on, today)) if part)
    introduced = book.people.get(person.introduced_by or 0)
    resting = f"resting since {_day(person.archived_on, today)}"
    parts = [
        work,
        f"called {person.nickname}" if person.nickname else "",
        f"{rhythm_words(person, book.settings)}, {_last(book, person, today)}" if person.in_circle else resting,
        "on the board" if is_on_board(book, person, today) else "",
        f"born {birthday_words(person.birthday)}" if person.birthday else "",
        f"met {met}" if met else "",
        f"introduced by {introduced.name}" if introduced else "",
        *(item.value for item in (*person.emails, *person.phones, *person.urls)),
        *(f"#{tag}" for tag in person.tags),
    ]
    return wrapped(" · ".join(part for part in parts if part), width, "muted", most=most)


def _last(book: Book, person: Person, today: date) -> str:
    last = book.last_touch(person.id)
    return f"last {ago(last, today)}" if last else "not in touch yet"


def _day(day: date | None, today: date) -> str:
    return short(day, today) if day else ""


def whole_facts(book: Book, person: Person, today: date, width: int) -> list[Line]:
    """All that is known, in groups: who they are, how to reach them, how you met, where the record came from."""
    introduced = book.people.get(person.introduced_by or 0)
    resting = f"since {in_full(person.archived_on, today)}" if person.archived_on else ""
    groups: Sequence[Sequence[tuple[str, str]]] = (
        (
            ("called", person.nickname), ("does", person.title), ("works at", person.organization),
            ("lives in", person.location), ("tags", " ".join(f"#{tag}" for tag in person.tags)),
            ("born", birthday_words(person.birthday) if person.birthday else ""),
        ),
        (
            *(("e-mail", labelled_words(item)) for item in person.emails),
            *(("phone", labelled_words(item)) for item in person.phones),
            *(("web", labelled_words(item)) for item in person.urls),
        ),
        (
            ("in touch", f"{rhythm_words(person, book.settings)}, {_last(book, person, today)}"), ("rests", resting),
            ("met on", in_full(person.met_on, today) if person.met_on else ""), ("met where", person.met_where),
            ("introduced by", introduced.name if introduced else ""),
        ),
        tuple(("came from", f"{source.origin} · {source.key}") for source in person.sources),
    )  # fmt: skip
    lines: list[Line] = [[(person.name, "name")]]
    for group in groups:
        known = [(name, value) for name, value in group if value]
        lines += [BLANK] if known else []
        for name, value in known:
            lines += indented(wrapped(value, width - MARGIN, "plain"), MARGIN, (name, "muted"))
    return lines
