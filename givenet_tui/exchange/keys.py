"""The keys by which a second import knows a person again."""

from collections.abc import Iterable
from hashlib import sha256

import msgspec

from givenet_tui.domain.imports import normalised
from givenet_tui.domain.people import Person, Source
from givenet_tui.domain.records import changed


def keyed(origin: str, people: Iterable[tuple[Person, str]]) -> tuple[Person, ...]:
    """The people of one file with `sources` set. Each comes with the key that the file gives them, or none.

    Without one the key is a hash of name and first e-mail. Files of phones have no keys, and two cards named `Mum`
    with different numbers are two people: the second of a name, when it says something else, gets a key with its
    count. The same holds when a file gives one key to people with different names.
    """
    owners: dict[str, str] = {}
    alike: dict[str, dict[bytes, int]] = {}
    result = []
    for person, own in people:
        name = normalised(person.name)
        if own and owners.setdefault(own, name) == name:
            key = own
        else:
            trait = f"{name}\n{normalised(person.emails[0].value) if person.emails else ''}"
            seen = alike.setdefault(trait, {})
            count = seen.setdefault(sha256(msgspec.json.encode(person, enc_hook=str)).digest(), len(seen) + 1)
            key = sha256((trait if count == 1 else f"{trait}\n{count}").encode()).hexdigest()[:32]
        result.append(changed(person, sources=(Source(origin, key),)))
    return tuple(result)
