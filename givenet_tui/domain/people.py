"""Person: someone in the circle, or resting outside it."""

from datetime import date
from typing import Any, ClassVar

import msgspec

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.records import Record


class Labelled(msgspec.Struct, frozen=True, omit_defaults=True):
    """A value with a label, such as an e-mail address (`work`)."""

    value: str
    label: str = ""


class Source(msgspec.Struct, frozen=True, rename={"origin": "from"}):
    """Where a person was imported from: `vcard` with its UID, `linkedin` with the profile's URL."""

    origin: str
    key: str


class Person(Record, frozen=True, kw_only=True):
    """Someone you know. `rhythm_days`: absent, by tag; 0, none; else the days between two touches."""

    table: ClassVar[str] = "people"

    name: str
    nickname: str = ""
    organization: str = ""
    title: str = ""
    location: str = ""
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    urls: tuple[Labelled, ...] = ()
    birthday: Birthday | None = None
    met_on: date | None = None
    met_where: str = ""
    introduced_by: int | None = None
    tags: tuple[str, ...] = ()
    rhythm_days: int | None = None
    about: str = ""
    archived_on: date | None = None
    sources: tuple[Source, ...] = ()
    extra: dict[str, Any] = {}

    @property
    def facts(self) -> tuple[str, ...]:
        """What one may look for besides names and tags: where they work, what they do, where they live, e-mail."""
        said = (self.organization, self.title, self.location, *(mail.value for mail in self.emails))
        return tuple(filter(None, said))

    @property
    def in_circle(self) -> bool:
        """Neither resting nor in the trash."""
        return self.archived_on is None and not self.deleted_at


def uid_of(person: Person) -> str:
    """By what a card names a person: as the card did that they came from; else by a name made of their id."""
    return next((source.key for source in person.sources if source.origin == "vcard" and source.key), own_uid(person))


def own_uid(person: Person) -> str:
    """The name that our own export gives to whom no card has named."""
    return f"urn:givenet:{person.id}"
