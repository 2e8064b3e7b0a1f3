"""One card to one person: RFC 2426 (3.0), RFC 6350 (4.0), vCard 2.1, and what Apple, Google and Android make of them.

What a person has no field for is kept in `extra["vcard"]`, a list of unfolded content lines that any card of 3.0 can
hold. Some properties stand there although a field shows them, because the line says more than the field: N, ADR, an
ORG with units, a ROLE that served as the title, a value with a parameter of its own, a birthday with its hour. An
export writes such a line in the place of the field as long as the line still reads to what the field holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.exchange.content_lines import ContentLine, parse
from givenet_tui.exchange.findings import Problem
from givenet_tui.exchange.unfolding import Unfolded
from givenet_tui.exchange.values import apple_label, birthday, components, listed, preference, types, unescaped

_ABOUT_THE_CARD = {"VERSION", "PRODID", "REV"}
"""These speak of the card and its writer, not of the person: every export makes its own."""
_SAID = {"TYPE", "PREF", "VALUE", "ENCODING", "X-APPLE-OMIT-YEAR"}
"""The parameters whose meaning a field holds; preference is the order of the values."""
_SYSTEM_GROUPS = {"mycontacts", "starred"}
"""Google's own groups, which may stand on everyone: no tags."""
_STRUCTURED = {"N", "ADR", "ORG"}
_LOCALITY = 3
_SCHEMES = {"EMAIL": "mailto:", "TEL": "tel:"}
"""4.0 may write a value as a URI, whose scheme says nothing new."""


@dataclass(frozen=True, slots=True)
class Described:
    """Whom a card describes (None: it names nobody), without `sources`; its UID, or nothing; what was not read."""

    person: Person | None
    uid: str
    problems: tuple[Problem, ...]


def describe(lines: Sequence[ContentLine]) -> Described:
    """The person of a card's content lines."""
    card = _Lines(lines)
    nickname = ", ".join(name for line in card.hold_all("NICKNAME") for name in listed(line))
    organization = _organization(card)
    emails = _values(card, "EMAIL")
    # What RFC 6350 6.2.1 asks for comes first; the rest is what cards without FN have to go by.
    addresses = (email.value for email in emails)
    full = card.text("FN")
    name = next(filter(None, (full, _name_of_parts(card, full), organization, nickname, *addresses)), "")
    uid = card.text("UID")
    person = Person(
        name=name,
        nickname=nickname,
        organization=organization,
        title=card.text("TITLE") or card.glance("ROLE"),
        location=_location(card),
        emails=emails,
        phones=_values(card, "TEL"),
        urls=_values(card, "URL"),
        birthday=_birthday(card),
        tags=_tags(card),
        about="\n\n".join(unescaped(line.value) for line in card.hold_all("NOTE")),
        extra={"vcard": kept} if (kept := card.kept()) else {},
    )
    return Described(person if name else None, uid, tuple(card.problems))


def person_of(lines: Iterable[str]) -> Person | None:
    """The person that unfolded content lines describe, such as those in `extra["vcard"]`; None without a name."""
    unfolded = (Unfolded(number, line.encode("utf-8", "replace")) for number, line in enumerate(lines, 1))
    return describe([line for line in map(parse, unfolded) if line]).person


class _Lines:
    """The lines of a card by name, and which of them a field holds whole: the others are kept."""

    def __init__(self, lines: Sequence[ContentLine]) -> None:
        self._lines = [line for line in lines if line.name not in _ABOUT_THE_CARD and _says_something(line)]
        self._by_name: dict[str, list[ContentLine]] = {}
        self._held: set[int] = set()
        self._instead: dict[int, str] = {}
        self.labels: dict[str, str] = {}
        self.problems: list[Problem] = []
        for line in self._lines:
            self._by_name.setdefault(line.name, []).append(line)
            if line.name == "X-ABLABEL" and line.group:
                self.labels[line.group.lower()] = apple_label(line.value)

    def all(self, name: str) -> list[ContentLine]:
        """The lines of a property that say anything, in the card's order."""
        return self._by_name.get(name, [])

    def hold(self, line: ContentLine) -> None:
        """A field says what the line says: it need not be kept, unless its parameters say more."""
        if _SAID.issuperset(line.parameters):
            self._held.add(id(line))

    def hold_all(self, name: str) -> list[ContentLine]:
        """All lines of a property, each held by a field."""
        for line in self.all(name):
            self.hold(line)
        return self.all(name)

    def keep_instead(self, line: ContentLine, written: str) -> None:
        """Keep only a part of what a line says."""
        self._instead[id(line)] = written

    def text(self, name: str) -> str:
        """The text of a property's first line, which a field holds; further ones are kept."""
        for line in self.all(name):
            if text := unescaped(line.value).strip():
                self.hold(line)
                return text
        return ""

    def glance(self, name: str) -> str:
        """The text of a property's first line, which is kept all the same."""
        return next((unescaped(line.value).strip() for line in self.all(name)), "")

    def kept(self) -> list[str]:
        """The lines that no field holds, as written; the label of a group stays with the rest of its group."""
        rest = [line for line in self._lines if id(line) not in self._held]
        groups = {line.group.lower() for line in rest if line.name != "X-ABLABEL"} | {""}
        return [
            self._instead.get(id(line), line.written)
            for line in rest
            if line.name != "X-ABLABEL" or line.group.lower() in groups
        ]


def _says_something(line: ContentLine) -> bool:
    """Whether there is a value, if only in one component: `N:;;;;` names nobody."""
    return bool(line.value.strip("; \t" if line.name in _STRUCTURED else " \t"))


def _name_of_parts(card: _Lines, full: str) -> str:
    """`N` as it is spoken: prefix, given, additional, family, suffix. Its line is kept: it says which is which.

    Not when it holds the full name undivided, as our own export writes it.
    """
    for line in card.all("N"):
        if full and components(line) == ["", full, "", "", ""]:
            card.hold(line)
        family, given, additional, prefix, suffix = (components(line, lists=True) + [""] * 5)[:5]
        if name := " ".join(filter(None, (prefix, given, additional, family, suffix))):
            return name
    return ""


def _organization(card: _Lines) -> str:
    for line in card.all("ORG"):
        units = [unit for unit in components(line) if unit]
        if len(units) == 1:
            card.hold(line)
        if units:
            return ", ".join(units)
    return ""


def _location(card: _Lines) -> str:
    """The preferred address on one line. It is kept, unless it says no more than a place, as our own export does."""
    for line in sorted(card.all("ADR"), key=preference):
        parts = components(line)
        place = "".join(parts[_LOCALITY : _LOCALITY + 1])
        if place and parts == ["", "", "", place, "", "", ""] and _says_no_more(line):
            card.hold(line)
            return place
        if filled := [part.replace("\n", ", ") for part in parts if part]:
            return ", ".join(filled)
    return ""


def _says_no_more(line: ContentLine) -> bool:
    return not line.group and not types(line) and {"TYPE", "PREF"}.issuperset(line.parameters)


def _values(card: _Lines, name: str) -> tuple[Labelled, ...]:
    """Addresses, numbers or links, the preferred first, with Apple's label or the types as label."""
    values = []
    for line in sorted(card.all(name), key=preference):
        value, scheme = unescaped(line.value).strip(), _SCHEMES.get(name, "")
        if scheme and value[: len(scheme)].lower() == scheme:
            value = value[len(scheme) :] or value
        own, usual = card.labels.get(line.group.lower(), ""), " ".join(types(line))
        if not (own and usual):
            card.hold(line)
        if value:
            values.append(Labelled(value, own or usual))
    return tuple(values)


def _birthday(card: _Lines) -> Birthday | None:
    for line in card.all("BDAY"):
        day, whole = birthday(line)
        if day is not None:
            if whole:
                card.hold(line)
            return day
        if line.parameters.get("VALUE", ("",))[0].upper() != "TEXT":
            sentence = (
                f"The birthday “{unescaped(line.value)[:40]}” names no day that exists; it is kept with the contact."
            )
            card.problems.append(Problem(line.number, sentence))
    return None


def _tags(card: _Lines) -> tuple[str, ...]:
    tags: list[str] = []
    for line in card.all("CATEGORIES"):
        names = listed(line)
        tags += (name for name in names if name.lower() not in _SYSTEM_GROUPS)
        system = [name for name in names if name.lower() in _SYSTEM_GROUPS]
        if system:
            card.keep_instead(line, f"CATEGORIES:{','.join(system)}")
        else:
            card.hold(line)
    return tuple(dict.fromkeys(tags))
