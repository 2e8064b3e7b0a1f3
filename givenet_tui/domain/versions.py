"""Words that were written in two places: which there are, and what they say."""

from dataclasses import dataclass

from givenet_tui.domain.book import Book
from givenet_tui.domain.records import OtherVersion, Record

_WORDS = frozenset({"about", "text", "what", "outcome", "reflection"})
"""Fields of free words, in which one version may stand below the other."""
_CALLED = {"about": "notes", "what": "offer", "text": "words"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of a record that two wrote in: what stands there, and the other version. Users' text."""

    record: Record
    version: OtherVersion

    @property
    def field(self) -> str:
        """What the field is called on the screen."""
        return _CALLED.get(self.version.field, self.version.field.replace("_", " "))

    @property
    def may_be_both(self) -> bool:
        """Whether the two can stand one below the other."""
        here = getattr(self.record, self.version.field, None)
        return self.version.field in _WORDS and isinstance(here, str) and isinstance(self.version.value, str)

    @property
    def here(self) -> str:
        """What stands in the field."""
        value = getattr(self.record, self.version.field, "")
        if isinstance(value, dict) and isinstance(self.version.value, dict):
            value = {key: value.get(key) for key in self.version.value}
        return in_words(value)

    @property
    def there(self) -> str:
        """What the other version says."""
        return in_words(self.version.value)


def in_words(value: object) -> str:
    """A field's value as one reads it."""
    if isinstance(value, dict):
        return "\n".join(f"{key}: {in_words(one)}" for key, one in value.items())
    return "nothing" if value in ("", None, ()) else str(value)


def choices(book: Book) -> tuple[Choice, ...]:
    """Everything that the user has still to choose from, outside the trash, in the order of the file."""
    return tuple(
        Choice(record, version)
        for rows in book.records.values()
        for record in rows.values()
        if record.other_versions and not record.deleted_at
        for version in record.other_versions
    )


def below(here: str, there: str) -> str:
    """The words here, and below them the lines of the others that do not stand here already."""
    known = set(here.split("\n"))
    others = "\n".join(line for line in there.split("\n") if line not in known or not line.strip()).strip("\n")
    return f"{here}\n\n{others}" if others.strip() else here
