"""A reading in words: what would be written, all of it, before it counts."""

from datetime import date

from givenet_tui.domain.book import Book
from givenet_tui.domain.days import in_full
from givenet_tui.domain.line.readings import Reading

_CALLED = {"touch": "a touch", "aspiration": "an aspiration", "offer": "an offer", "tags": "tags"}


def parts(book: Book, reading: Reading, today: date) -> list[str]:
    """`a touch`, `met`, `Ada Lovelace, Grace Hopper`, `Saturday 21 November`, `#work`; the words are not among them."""
    if reading.what == "person":
        called = "a person" if len(reading.names) == 1 else f"{len(reading.names)} people"
        said = [called, ", ".join(_with_emails(reading))]
    else:
        said = [_CALLED[reading.what], _how(reading)]
        said.append(", ".join(book.people[one].name for one in reading.people if one in book.people))
    said.append(in_full(reading.on, today) if reading.on else "")
    said.append(" ".join(reading.where.split()))
    said.append(f"by {in_full(reading.due, today)}" if reading.due else "")
    said.append(" ".join(f"#{tag}" for tag in reading.tags))
    return [part for part in said if part]


def in_words(book: Book, reading: Reading, today: date) -> str:
    """The same in one line."""
    return " · ".join(parts(book, reading, today))


def _with_emails(reading: Reading) -> list[str]:
    """`Emmy Noether (emmy@noether.example)`."""
    emails = reading.emails or ((),) * len(reading.names)
    both = zip(reading.names, emails, strict=True)
    return [f"{name} ({', '.join(some)})" if some else name for name, some in both]


def _how(reading: Reading) -> str:
    return {"touch": reading.channel, "aspiration": reading.kind}.get(reading.what, "")
