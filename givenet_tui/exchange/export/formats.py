"""Every format in which the book goes out: its name, what a file of it is called, and what writes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from givenet_tui.domain.book import Book


@dataclass(frozen=True, slots=True)
class Format:
    """One way out. `key` picks it, `words` say what it is good for."""

    name: str
    suffix: str
    key: str
    words: str
    home: str
    """The module and the function that write it; loaded when it is asked for."""
    is_dated: bool = False
    """Whether what is written says on which day."""


FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format("json", "json", "a", "all of the book, as JSON", "whole_book.whole_book"),
        Format("vcard", "vcf", "v", "the people, as vCards for an address book", "cards.cards"),
        Format("csv", "csv", "c", "the people, as a table (CSV)", "people_table.people_table"),
        Format("markdown", "md", "m", "everything to read, as Markdown", "markdown.markdown", is_dated=True),
        Format("html", "html", "w", "everything to read, as a web page", "web_page.web_page", is_dated=True),
        Format("ics", "ics", "d", "birthdays and promised days, for a calendar", "calendar.calendar"),
    )
}


def written(name: str, book: Book, today: date) -> bytes:
    """The book in the format of that name: what lies in the trash is left out. It may take a second or two."""
    one = FORMATS[name]
    home, _, function = one.home.partition(".")
    write: Callable[..., bytes] = getattr(import_module(f"givenet_tui.exchange.export.{home}"), function)
    return write(book, today) if one.is_dated else write(book)


def held(name: str, book: Book) -> str:
    """What such a file holds, as one says it: `12 people are`, `1 day is`."""
    if name == "ics":
        from givenet_tui.exchange.export.calendar import days_in

        return _counted(days_in(book), "day", "days")
    return _counted(len(book.people), "person", "people")


def _counted(number: int, one: str, several: str) -> str:
    return f"1 {one} is" if number == 1 else f"{number:,} {several} are"
