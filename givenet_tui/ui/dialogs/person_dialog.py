"""PersonDialog: the facts about a person. The notes about them are written in their notebook."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.widgets import Static

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.day_words import parse_birthday
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.domain.records import changed
from givenet_tui.domain.settings import Settings
from givenet_tui.ui import present
from givenet_tui.ui.dialogs.dialog import Dialog, Keep, row
from givenet_tui.ui.widgets.day_field import DayField
from givenet_tui.ui.widgets.key_bar import Key
from givenet_tui.ui.widgets.person_field import Found, PersonField
from givenet_tui.ui.widgets.words import Line
from givenet_tui.wording import NO_RHYTHM, birthday_words, labelled_words, rhythm_words

ONE_LINE = (
    ("name", "name"),
    ("nickname", "called"),
    ("title", "what they do"),
    ("organization", "where they work"),
    ("location", "where they live"),
)
SEVERAL = (
    ("emails", "e-mail, by comma", "ada@analytical.example (work), ada@home.example"),
    ("phones", "phone, by comma", ""),
    ("urls", "web, by comma", ""),
)
_LABELLED = re.compile(r"(.*\S)\s+\(([^()]*)\)")


class PersonDialog(Dialog[dict[str, Any]]):
    """Asks for the facts; answers the fields of `Person` that were written or changed."""

    keys = (
        Key("enter", "keep", "screen.keep"),
        Key("tab", "next field", "app.focus_next"),
        Key("esc", "back", "screen.leave"),
    )

    def __init__(
        self, title: str, keep: Keep[dict[str, Any]], *, settings: Settings, today: date,
        find: Callable[[str], Found], person: Person | None = None, introduced_by: str = "",
    ) -> None:  # fmt: skip
        """With `person`, what is known stands in the fields; `find` answers who fits a part of a name."""
        super().__init__(title, keep)
        self._old = person or Person(name="")
        self._settings = settings
        self._today = today
        self._find = find
        self._introducer = introduced_by

    def fields(self) -> ComposeResult:
        """A name is all that is needed; the rest can wait."""
        old = self._old
        for field, words in ONE_LINE:
            yield row(words, Line(getattr(old, field), id=field))
        yield row("tags, by comma", Line(", ".join(old.tags), id="tags"))
        rhythm = "" if old.rhythm_days is None else str(old.rhythm_days)
        by_tag = rhythm_words(changed(old, rhythm_days=None), self._settings)
        none = "empty: no rhythm" if by_tag == NO_RHYTHM else f"empty: {by_tag}; 0: no rhythm"
        yield row("in touch every", Line(rhythm, id="rhythm", placeholder=f"days; {none}"))
        for field, words, example in SEVERAL:
            several = row(words, Line(_shown(getattr(old, field)), id=field, placeholder=example))
            yield several.add_class("-group") if field == "emails" else several
        birthday = birthday_words(old.birthday) if old.birthday else ""
        born = row("birthday", Line(birthday, id="birthday", placeholder="10 dec, or 10 dec 1815"))
        yield born.add_class("-group")
        yield row("how you met", Line(old.met_where, id="met-where"))
        yield row("met on", DayField(
            self._today, day=old.met_on, leaning="past", id="met-on", week_starts_on=self._settings.week_starts_on
        ))  # fmt: skip
        yield row("introduced by", PersonField(
            self._find, person_id=old.introduced_by, name=self._introducer, id="introduced-by"
        ))  # fmt: skip
        for source in old.sources:
            yield row("came from", Static(present.text(f"{source.origin} · {source.key}"), classes="hint"))

    def value(self) -> dict[str, Any]:
        """The fields, by their names in `Person`: those that were written in. The others stay to the letter."""
        old = self._old
        fields: dict[str, Any] = {"name": old.name}
        fields |= {field: written for field, _ in ONE_LINE if (written := self._written_in(field)) is not None}
        if (tags := self._written_in("tags")) is not None:
            fields["tags"] = tuple(dict.fromkeys(by_comma(tags)))
        if (rhythm := self._written_in("rhythm")) is not None:
            fields["rhythm_days"] = rhythm_in(rhythm)
        for field, _, _ in SEVERAL:
            if (several := self._written_in(field)) is not None:
                fields[field] = _labelled(several, getattr(old, field))
        _addresses(fields.get("emails", ()), old.emails)
        if (birthday := self._written_in("birthday")) is not None:
            fields["birthday"] = _birthday(birthday)
        if (met_where := self._written_in("met-where")) is not None:
            fields["met_where"] = met_where
        fields["met_on"] = self.query_one("#met-on", DayField).day
        fields["introduced_by"] = self.query_one("#introduced-by", PersonField).chosen
        return {name: value for name, value in fields.items() if name == "name" or value != getattr(old, name)}

    def _written_in(self, field: str) -> str | None:
        """What a line says now; None when nobody changed it."""
        written = self.query_one(f"#{field}", Line)
        return None if written.is_untouched else written.value.strip()


def by_comma(text: str) -> Iterable[str]:
    """The parts of a line, tags without their sign."""
    return (part for part in (part.strip().lstrip("#") for part in text.split(",")) if part)


def _shown(items: Iterable[Labelled]) -> str:
    return ", ".join(labelled_words(item) for item in items)


def _labelled(text: str, old: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """The values with their labels (`ada@home.example (home)`); what stood there already is what it was."""
    known = {item.value: item for item in old} | {labelled_words(item): item for item in old}
    return tuple(known.get(value) or _read(value) for value in dict.fromkeys(by_comma(text)))


def _addresses(emails: Iterable[Labelled], old: tuple[Labelled, ...]) -> None:
    """Refuse what is plainly no e-mail address. What stood there before may be anything."""
    for email in emails:
        before, at, after = email.value.rpartition("@")
        if email not in old and (not (before and at and after) or " " in email.value):
            raise Refusal(f"“{email.value}” is no e-mail address: one reads like ada@home.example, without spaces.")


def _read(text: str) -> Labelled:
    match = _LABELLED.fullmatch(text)
    return Labelled(match[1], match[2].strip()) if match else Labelled(text)


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
