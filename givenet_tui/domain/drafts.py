"""Draft: words that were being written when the program ended, and where they belong."""

from datetime import date

import msgspec

from givenet_tui.domain.records import Record

PEOPLE = "several"
"""Among the choices: the ids of the people it is about."""
_MOST_DIGITS = 20


class Draft(msgspec.Struct, frozen=True):
    """What stood in the fields of a dialog, or in the notes of a person.

    `opener` says what had been opened and `about` on which record (0: none), so that it can be opened again.
    """

    opener: str
    about: int
    title: str
    fields: dict[str, str]
    """The text of each field by its name; an empty one was emptied."""
    at: str
    choices: dict[str, str] = {}
    """What was picked in the fields in which one picks."""
    day: date | None = None
    """The civil day on which it was written: `today` meant that one."""
    seen: Record | None = None
    """The record as it was when the writing began: what others write in it meanwhile is told from that."""

    in_file: str = ""
    """The field whose words are lent to another program, in a file beside the draft."""

    @property
    def words(self) -> str:
        """The longest of its texts: what it is known by."""
        return max(self.fields.values(), key=len, default="")

    @property
    def whole(self) -> str:
        """All of its texts."""
        return "\n\n".join(text for text in self.fields.values() if text.strip())

    def is_of(self, other: "Draft") -> bool:
        """Whether both are of the same dialog about the same record."""
        return (self.opener, self.about) == (other.opener, other.about)

    def says_what(self, other: "Draft") -> bool:
        """Whether both say the same, whenever each was written."""
        ours = (self.fields, self.choices, self.seen, self.in_file)
        return self.is_of(other) and ours == (other.fields, other.choices, other.seen, other.in_file)

    @property
    def people(self) -> tuple[int, ...]:
        """The people it is about, where it is about several. Something may have made it otherwise."""
        ids = self.choices.get(PEOPLE, "").split()
        return tuple(int(id_) for id_ in ids if id_.isascii() and id_.isdigit() and len(id_) < _MOST_DIGITS)
