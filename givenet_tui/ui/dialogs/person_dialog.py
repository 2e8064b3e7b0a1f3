"""PersonDialog: the facts about a person. The notes about them are written in their notebook."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from textual.app import ComposeResult

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.day_words import parse_birthday
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.settings import Settings
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, row
from givenet_tui.ui.widgets.day_field import DayField
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.words import Line
from givenet_tui.wording import birthday_words

ONE_LINE = (
    ("name", "name"),
    ("nickname", "called"),
    ("title", "what they do"),
    ("organization", "where they work"),
    ("location", "where they live"),
)
SEVERAL = (("emails", "e-mail, by comma"), ("phones", "phone, by comma"), ("urls", "web"))


class PersonDialog(Dialog[dict[str, Any]]):
    """Asks for the facts; answers the fields of `Person` that were written or changed."""

    keys = (
        Key("enter", "keep", "screen.keep"),
        Key("tab", "next field", "app.focus_next"),
        Key("esc", "back", "screen.leave"),
    )

    def __init__(
        self, title: str, keep: Keep[dict[str, Any]], *, settings: Settings, today: date, person: Person | None = None
    ) -> None:
        """With `person`, what is known stands in the fields."""
        super().__init__(title, keep)
        self._old = person or Person(name="")
        self._settings = settings
        self._today = today

    def fields(self) -> ComposeResult:
        """A name is all that is needed; the rest can wait."""
        old = self._old
        for field, words in ONE_LINE:
            yield row(words, Line(getattr(old, field), id=field))
        yield row("tags, by comma", Line(", ".join(old.tags), id="tags"))
        rhythm = "" if old.rhythm_days is None else str(old.rhythm_days)
        yield row("in touch every", Line(rhythm, id="rhythm", placeholder="days; empty: by tag; 0: no rhythm"))
        for field, words in SEVERAL:
            yield row(words, Line(", ".join(item.value for item in getattr(old, field)), id=field))
        yield row(
            "birthday",
            Line(
                birthday_words(old.birthday) if old.birthday else "",
                id="birthday",
                placeholder="10 dec, or 10 dec 1815",
            ),
        )
        yield row("how you met", Line(old.met_where, id="met-where"))
        met_on = DayField(
            self._today, day=old.met_on, leaning="past", id="met-on", week_starts_on=self._settings.week_starts_on
        )
        yield row("met on", met_on)

    def value(self) -> dict[str, Any]:
        """The fields, by their names in `Person`: those that were written in. The others stay to the letter."""
        old = self._old
        fields: dict[str, Any] = {"name": old.name}
        fields |= {field: written for field, _ in ONE_LINE if (written := self._written_in(field)) is not None}
        if (tags := self._written_in("tags")) is not None:
            fields["tags"] = tuple(dict.fromkeys(by_comma(tags)))
        if (rhythm := self._written_in("rhythm")) is not None:
            fields["rhythm_days"] = rhythm_in(rhythm)
        for field, _ in SEVERAL:
            if (several := self._written_in(field)) is not None:
                fields[field] = _labelled(several, getattr(old, field))
        if (birthday := self._written_in("birthday")) is not None:
            fields["birthday"] = _birthday(birthday)
        if (met_where := self._written_in("met-where")) is not None:
            fields["met_where"] = met_where
        fields["met_on"] = self.query_one("#met-on", DayField).day
        return {name: value for name, value in fields.items() if name == "name" or value != getattr(old, name)}

    def _written_in(self, field: str) -> str | None:
        """What a line says now; None when nobody changed it."""
        written = self.query_one(f"#{field}", Line)
        return None if written.is_untouched else written.value.strip()


def by_comma(text: str) -> Iterable[str]:
    """The parts of a line, tags without their sign."""
    return (part for part in (part.strip().lstrip("#") for part in text.split(",")) if part)


def _labelled(text: str, old: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """The values, each with the label that it had."""
    labels = {item.value: item for item in old}
    return tuple(labels.get(value, Labelled(value)) for value in dict.fromkeys(by_comma(text)))


def _birthday(text: str) -> Birthday | None:
    if not text:
        return None
    birthday = parse_birthday(text)
    if birthday is None:
        raise Refusal(f"“{text}” is not a birthday I understand: try 10 dec, or 10 dec 1815.")
    return birthday


def rhythm_in(text: str) -> int | None:
    """The days of a rhythm; None for an empty text. Refusal for what is no number of days."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text[:6]) <= 3660):
        raise Refusal("A rhythm is a number of days, such as 30; 0 means none.")
    return int(text)
