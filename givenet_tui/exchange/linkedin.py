"""LinkedIn's `Connections.csv` to people. The header is found by its names: a notice of several lines stands above it.

Columns are read by name, never by place; older files have no `URL`. A column that we do not know is kept in
`extra["linkedin"]`. Days are English whatever the machine's language (`27 Mar 2026`).
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from givenet_tui.domain.people import Labelled, Person
from givenet_tui.exchange.findings import MOST_PEOPLE, Problem, Reading, too_many
from givenet_tui.exchange.keys import keyed

_SEARCHED_LINES = 60
_LONGEST_HEADER = 4_000
_NEEDED = {"first name", "last name", "connected on"}
_READ = (*_NEEDED, "url", "email address", "company", "position")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(\d{1,2})[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands: its line (from 1), its offset in the text, its delimiter and its names."""

    line: int
    offset: int
    delimiter: str
    names: tuple[str, ...]


def find_header(text: str) -> Header | None:
    """LinkedIn's header in the first lines of a text; None when this is no file of theirs."""
    offset = 0
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if number > _SEARCHED_LINES:
            break
        if len(line) <= _LONGEST_HEADER:
            # A spreadsheet that opened the file writes it again with its own delimiter.
            for delimiter in ",;\t":
                names = tuple(name.strip() for name in next(csv.reader([line], delimiter=delimiter), []))
                if _NEEDED.issubset(name.lower() for name in names):
                    return Header(number, offset, delimiter, names)
        offset += len(line)
    return None


def read_connections(text: str, header: Header, name: str) -> Reading:
    """The people below the header. A row without a name is a problem; UnreadableFile beyond MOST_PEOPLE rows."""
    people: list[tuple[Person, str]] = []
    problems: list[Problem] = []
    for line, row in _rows(text, header):
        if isinstance(row, Problem):
            problems.append(row)
            continue
        person, own = _person(row)
        if not person.name:
            problems.append(Problem(line, "This row has no name and was left out: nobody can be known by it."))
            continue
        if len(people) >= MOST_PEOPLE:
            raise too_many(name)
        if any("\ufffd" in cell for cell in row.values()):
            sentence = (
                f"Some letters of {person.name} could not be read and show as \ufffd: correct them after the import."
            )
            problems.append(Problem(line, sentence))
        if (day := row.get("connected on")) and person.met_on is None:
            sentence = f"The day “{day[:40]}” of {person.name} is in no form we know; it is kept with the contact."
            problems.append(Problem(line, sentence))
        people.append((person, own))
    return Reading("linkedin", keyed("linkedin", people), tuple(problems))


def _rows(text: str, header: Header) -> Iterator[tuple[int, dict[str, str] | Problem]]:
    """Each row with the line it begins at: its filled cells by name, those we read in small letters."""
    names = [name.lower() if name.lower() in _READ else name for name in header.names]
    rows = csv.reader(io.StringIO(text[header.offset :], newline=""), delimiter=header.delimiter)
    next(rows, None)
    while True:
        line = header.line + rows.line_num
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:
            # A cell beyond the csv module's own bound (128 KiB): nearly always a quotation mark that never closes.
            last = header.line + rows.line_num - 1
            sentence = (
                f"Lines {line} to {last} could not be read: a quotation mark is missing. Correct it and import again."
            )
            yield line, Problem(line, sentence)
            continue
        if cells:
            pairs = zip([*names, *(f"column {n}" for n in range(len(names) + 1, len(cells) + 1))], cells, strict=False)
            yield line, {name: cell.strip() for name, cell in pairs if cell.strip()}


def _person(row: dict[str, str]) -> tuple[Person, str]:
    """The person of a row, perhaps without a name, and the key that LinkedIn gives them: the profile's address."""
    url, email, connected = row.get("url", ""), row.get("email address", ""), row.get("connected on", "")
    met_on = connected_day(connected)
    unread = {name: cell for name, cell in row.items() if name not in _READ}
    if connected and met_on is None:
        unread["Connected On"] = connected
    person = Person(
        name=f"{row.get('first name', '')} {row.get('last name', '')}".strip(),
        organization=row.get("company", ""),
        title=row.get("position", ""),
        emails=(Labelled(email),) if email else (),
        urls=(Labelled(url, "LinkedIn"),) if url else (),
        met_on=met_on,
        extra={"linkedin": unread} if unread else {},
    )
    return person, url.rstrip("/")


def connected_day(text: str) -> date | None:
    """A day as LinkedIn writes it, `27 Mar 2026`, or as ISO does; None for anything else, such as `03/04/17`."""
    match = _DAY.fullmatch(text.strip().lower())
    try:
        if match:
            return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
