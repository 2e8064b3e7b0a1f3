"""Everyone as a table for spreadsheets: RFC 4180, in UTF-8, with the names of the fields in the first row.

A spreadsheet takes a cell that begins with = + - or @ for a formula, which may start a program. As is customary
(OWASP, CSV injection) such a cell begins with an apostrophe here; a telephone number may begin with its plus.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping

from givenet_tui.domain.book import Book
from givenet_tui.domain.people import Labelled, Person

_FORMULA = re.compile(r"\s*[=+\-@\t\r\n]")
_TELEPHONE = re.compile(r"\+[0-9][0-9 ().]*(; \+?[0-9][0-9 ().]*)*", re.ASCII)
Cell = Callable[[Person, Book], str]


def _several(values: Iterable[Labelled]) -> str:
    return "; ".join(f"{one.label}: {one.value}" if one.label else one.value for one in values)


def _introducer(person: Person, book: Book) -> str:
    by = book.people.get(person.introduced_by or 0)
    return by.name if by else ""


COLUMNS: Mapping[str, Cell] = {
    "id": lambda person, _: str(person.id),
    "name": lambda person, _: person.name,
    "nickname": lambda person, _: person.nickname,
    "organization": lambda person, _: person.organization,
    "title": lambda person, _: person.title,
    "location": lambda person, _: person.location,
    "emails": lambda person, _: _several(person.emails),
    "phones": lambda person, _: _several(person.phones),
    "urls": lambda person, _: _several(person.urls),
    "birthday": lambda person, _: str(person.birthday or ""),
    "met_on": lambda person, _: str(person.met_on or ""),
    "met_where": lambda person, _: person.met_where,
    "introduced_by": _introducer,
    "tags": lambda person, _: ", ".join(person.tags),
    "rhythm_days": lambda person, _: "" if person.rhythm_days is None else str(person.rhythm_days),
    "last_touch": lambda person, book: str(book.last_touch(person.id) or ""),
    "archived_on": lambda person, _: str(person.archived_on or ""),
    "about": lambda person, _: person.about,
}
"""What stands in each column, by its heading."""


def people_table(book: Book) -> bytes:
    """A row a person, resting ones too."""
    table = io.StringIO(newline="")
    rows = csv.writer(table)
    rows.writerow(COLUMNS)
    for person in sorted(book.people.values(), key=lambda one: one.id):
        rows.writerow(harmless(cell(person, book)) for cell in COLUMNS.values())
    return table.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """The cell as text, whatever it begins with; `--12-10`, a birthday without its year, would be reckoned as 2."""
    return f"'{cell}" if _FORMULA.match(cell) and not _TELEPHONE.fullmatch(cell) else cell
