"""A small writer of vCards 3.0 and 4.0, for round trips: what it writes is right, if not pretty."""

from collections.abc import Sequence

from givenet_tui.domain.people import Person


def escaped(text: str) -> str:
    """The text as a value."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def lines_of(person: Person, version: str) -> list[str]:
    """The content lines of a card, whole."""
    lines = [f"VERSION:{version}", f"FN:{escaped(person.name)}"]
    texts = (("NICKNAME", person.nickname), ("ORG", person.organization), ("TITLE", person.title))
    lines += [f"{name}:{escaped(text)}" for name, text in (*texts, ("NOTE", person.about)) if text]
    values = (("EMAIL", person.emails), ("TEL", person.phones), ("URL", person.urls))
    labelled = [(name, value) for name, several in values for value in several]
    for count, (name, value) in enumerate(labelled, 1):
        lines.append(f"item{count}.{name}:{escaped(value.value)}")
        if value.label:
            lines.append(f"item{count}.X-ABLabel:{escaped(value.label)}")
    if person.birthday:
        lines.append(f"BDAY:{person.birthday}")
    if person.tags:
        lines.append("CATEGORIES:" + ",".join(escaped(tag) for tag in person.tags))
    lines += [f"UID:{escaped(source.key)}" for source in person.sources]
    return ["BEGIN:VCARD", *lines, *person.extra.get("vcard", ()), "END:VCARD"]


def folded(line: str, width: int, white: bytes = b" ", end: bytes = b"\r\n") -> bytes:
    """The line in UTF-8, folded at every `width` bytes, inside characters too."""
    data = line.encode()
    return (end + white).join(data[begin : begin + width] for begin in range(0, len(data), width)) + end


def written(people: Sequence[Person], version: str = "3.0", width: int = 75, white: bytes = b" ") -> bytes:
    """A file of cards."""
    lines = [line for person in people for line in lines_of(person, version)]
    # The marks that open and close a card are short: nobody folds them.
    return b"".join(folded(line, 75 if line.endswith(":VCARD") else width, white) for line in lines)
