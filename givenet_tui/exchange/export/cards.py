"""Everyone as vCards of 3.0, which every address book reads: RFC 2426, and what Apple added to it.

What an import kept in `extra["vcard"]` comes out again. Such a line stands in the place of a field as long as it
still reads to what the field holds (`vcard_person` says why it was kept); else the field was changed since, and is
written first. Only what cannot stand beside the field without changing what is read is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.people import Labelled, Person, uid_of
from givenet_tui.exchange.content_lines import ContentLine, parse
from givenet_tui.exchange.export.lines import escaped, in_one_line, written
from givenet_tui.exchange.unfolding import Unfolded
from givenet_tui.exchange.values import NO_YEAR, components
from givenet_tui.exchange.vcard_person import person_of

_TYPES = {"home", "work", "cell", "fax", "pager", "car"}
"""The labels that other programs know as types; another one is written as Apple writes those of its users."""
_ABOUT_THE_CARD = {"BEGIN", "END", "VERSION", "PRODID", "REV"}
_FAMILIES = {
    "N": "name", "NICKNAME": "nickname", "ORG": "organization", "TITLE": "title", "ROLE": "title", "ADR": "location",
    "EMAIL": "emails", "TEL": "phones", "URL": "urls", "BDAY": "birthday", "CATEGORIES": "tags", "NOTE": "about",
}  # fmt: skip
"""Which field the lines of a property are read to."""
FIELDS = tuple(dict.fromkeys(field for field in _FAMILIES.values() if field != "name"))
_LABELLED = {"emails": "EMAIL", "phones": "TEL", "urls": "URL"}


def cards(book: Book) -> bytes:
    """A card a person, resting ones too, in the order of their making."""
    people = sorted(book.people.values(), key=lambda one: one.id)
    return written(line for person in people for line in card(person))


def card(person: Person) -> list[str]:
    """The content lines of a person's card, whole."""
    kept = _Kept(person)
    lines = [f"FN:{escaped(person.name)}", *kept.name(person), f"UID:{escaped(uid_of(person))}"]
    for field in FIELDS:
        lines += kept.beside(field, person)
    return ["BEGIN:VCARD", "VERSION:3.0", "PRODID:-//GiveNet//EN", *lines, *kept.rest(lines), "END:VCARD"]


class _Kept:
    """What an import kept, by the field that it may stand for. What is no line of a card is passed over."""

    def __init__(self, person: Person) -> None:
        self._lines: dict[str, list[ContentLine]] = {}
        self._rest: list[ContentLine] = []
        self._labels: dict[str, list[ContentLine]] = {}
        for line in _content_lines(person.extra.get("vcard")):
            if line.name == "X-ABLABEL" and line.group:
                self._labels.setdefault(line.group.lower(), []).append(line)
            elif line.name in _FAMILIES:
                self._lines.setdefault(_FAMILIES[line.name], []).append(line)
            elif line.name not in _ABOUT_THE_CARD:
                self._rest.append(line)
        self._groups = set(self._labels) | {
            line.group.lower() for lines in (*self._lines.values(), self._rest) for line in lines
        }
        self._count = 0

    def name(self, person: Person) -> list[str]:
        """`N`, which 3.0 demands: the one that was imported, while it names the same one; else the name undivided.

        Which part of a name is the family's is not for a program to guess.
        """
        kept = [line.written for line in self._lines.get("name", []) if _names(line, person.name)]
        return kept or [f"N:;{escaped(person.name)};;;"]

    def beside(self, field: str, person: Person) -> list[str]:
        """The lines for a field: such as read to what it holds, with as much of what was kept as there can be."""
        value, kept = getattr(person, field), self._lines.get(field, [])
        if field in _LABELLED:
            mixed, own = self._labelled(_LABELLED[field], value, kept), self._labelled(_LABELLED[field], value, [])
            ways = [mixed, own]
        else:
            own = _own(field, value, beside=bool(kept))
            silent = [line for line in kept if not _read(field, self._with_labels([line]))]
            ways = [self._with_labels(kept), own + self._with_labels(kept), own + self._with_labels(silent), own]
        if not kept:
            return own
        return next((lines for lines in ways if _read(field, lines) == value), own)

    def _labelled(self, name: str, values: Sequence[Labelled], kept: Sequence[ContentLine]) -> list[str]:
        """A line a value; one that was kept, where it says the same."""
        by_value = {(said[0].value, said[0].label): line for line in kept if (said := self._said(line))}
        lines: list[str] = []
        for one in values:
            line = by_value.pop((one.value, one.label), None)
            lines += self._with_labels([line]) if line else self._labelled_line(name, one)
        return lines

    def _said(self, line: ContentLine) -> Sequence[Labelled]:
        said: Sequence[Labelled] = _read(_FAMILIES[line.name], self._with_labels([line]))  # none, or one
        return said

    def _labelled_line(self, name: str, one: Labelled) -> list[str]:
        # A URL is no text in 3.0: its commas are its own.
        value = in_one_line(one.value.replace("\\", "\\\\")) if name == "URL" else escaped(one.value)
        words = one.label.split(" ")
        if not one.label:
            return [f"{name}:{value}"]
        if _TYPES.issuperset(words) and len(set(words)) == len(words):
            return [f"{name};TYPE={','.join(words)}:{value}"]
        self._count += 1
        while f"item{self._count}" in self._groups:
            self._count += 1
        group = f"item{self._count}"
        return [f"{group}.{name}:{value}", f"{group}.X-ABLabel:{escaped(one.label)}"]

    def _with_labels(self, lines: Iterable[ContentLine]) -> list[str]:
        """The lines, and the label of each group behind its first."""
        found: list[str] = []
        labelled: set[str] = set()
        for line in lines:
            found.append(line.written)
            group = line.group.lower()
            if group not in labelled:
                labelled.add(group)
                found += (label.written for label in self._labels.get(group, []))
        return found

    def rest(self, written_already: Sequence[str]) -> list[str]:
        """What no field stands for, and the labels of its groups that are not there yet."""
        labels = {label.written for some in self._labels.values() for label in some}.intersection(written_already)
        return [line for line in self._with_labels(self._rest) if line not in labels]


def _content_lines(kept: object) -> Iterator[ContentLine]:
    for number, text in enumerate(kept if isinstance(kept, list) else ()):
        if isinstance(text, str) and not set(text) & {"\r", "\n"}:
            line = parse(Unfolded(number, text.lstrip(" \t").encode("utf-8", "replace")))
            if line is not None:
                yield line


def _names(line: ContentLine, name: str) -> bool:
    """Whether the parts of a name stand in the whole, or its words in the parts: `Grace Hopper`, `Hopper;Grace;B.`"""
    parts, whole = [part.casefold() for part in components(line) if part], name.casefold()
    words = " ".join(parts)
    return bool(parts) and (all(part in whole for part in parts) or all(word in words for word in whole.split()))


def _read(field: str, lines: Sequence[str]) -> Any:
    """What a reader finds in the field of a card that holds these lines."""
    return attrgetter(field)(person_of(["FN:x", *lines]))


def _own(field: str, value: object, *, beside: bool) -> list[str]:
    """A field's lines where nothing was kept for it; `beside` what was, it says that it counts first."""
    if not value:
        return []
    match field, value:
        case "birthday", Birthday():
            return [_birthday(value)]
        case "tags", tuple():
            return [f"CATEGORIES:{','.join(map(escaped, value))}"]
        case "location", str():
            return [f"ADR{';TYPE=pref' if beside else ''}:;;;{escaped(value)};;;"]
        case _:
            name = next(name for name, read_to in _FAMILIES.items() if read_to == field)
            return [f"{name}:{escaped(str(value))}"]


def _birthday(day: Birthday) -> str:
    """Without its year as Apple writes it: 3.0 has no spelling for that, and `--1210` is no day to most readers."""
    if day.year:
        return f"BDAY:{day}"
    return f"BDAY;X-APPLE-OMIT-YEAR={NO_YEAR}:{NO_YEAR}-{day.month:02}-{day.day:02}"
