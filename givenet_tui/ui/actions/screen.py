"""What the actions need of the screen that they are mixed into."""

from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.book import Book
from givenet_tui.domain.people import Person
from givenet_tui.domain.records import R, Record
from givenet_tui.domain.settings import Settings
from givenet_tui.ui.subject import Subject

if TYPE_CHECKING:
    from textual.app import App

    from givenet_tui.ui.app import GiveNetApp
    from givenet_tui.ui.dialogs.dialog import Dialog


def differing(record: Record, needed: str, **fields: Any) -> dict[str, Any]:
    """The fields that say something else than the record does; what nobody touched may have been changed elsewhere.

    The `needed` one is among them when it is empty, so that the verb can refuse.
    """
    return {
        name: value
        for name, value in fields.items()
        if value != getattr(record, name) or (name == needed and not value)
    }


def with_record(records: list[R], record: R | None) -> list[R]:
    """The records, and one more unless it is among them already."""
    return records if record is None or record in records else [*records, record]


@runtime_checkable
class Follows(Protocol):
    """A screen, or a dialog, that shows the book as it is now."""

    def show_newest(self) -> None:
        """There is a new book, or a new day."""


class Actions:
    """A screen with a subject, an app and a book. `Place` is the one that it is."""

    if TYPE_CHECKING:
        app: "App[Any]"

        @property
        def givenet(self) -> "GiveNetApp": ...  # noqa: D102

        @property
        def book(self) -> Book: ...  # noqa: D102

        def subject(self) -> Subject: ...  # noqa: D102

        def show_newest(self) -> None: ...  # noqa: D102

    def ask(self, dialog: "Dialog[Any]", opener: str, about: int | Record = 0) -> None:
        """Open a dialog; `opener` opens it again, about the same record, when the program ends in between.

        A record that is handed in whole is the one that is written over.
        """
        dialog.opener, dialog.about = opener, about.id if isinstance(about, Record) else about
        dialog.seen = about if isinstance(about, Record) else None
        self.app.push_screen(dialog)

    @property
    def settings(self) -> Settings:
        """How the user wants it."""
        return self.book.settings

    @property
    def today(self) -> date:
        """The civil day the user is in."""
        return self.givenet.day

    @property
    def about_day(self) -> date:
        """The day that what is written down belongs to: today, unless the screen looks back at another."""
        return self.today

    def the_person(self) -> Person:
        """Who is under the cursor. `WHY_NOT` has made sure that there is someone."""
        person = self.subject().person
        assert person is not None  # noqa: S101
        return person

    def open_aspirations(self, person: Person) -> list[Aspiration]:
        """What a person still hopes for, the latest first."""
        told = (aspiration for aspiration in self.book.aspirations_of(person.id) if aspiration.is_open)
        return sorted(told, key=lambda aspiration: aspiration.id, reverse=True)
