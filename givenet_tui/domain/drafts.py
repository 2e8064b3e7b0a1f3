"""Draft: words that were being written when the program ended, and where they belong."""

import msgspec


class Draft(msgspec.Struct, frozen=True):
    """What stood in the fields of a dialog, or in the notes of a person.

    `opener` says what had been opened and `about` on which record (0: none), so that it can be opened again; `fields`
    holds the text of each field by its name.
    """

    opener: str
    about: int
    title: str
    fields: dict[str, str]
    at: str

    @property
    def words(self) -> str:
        """The longest of its texts: what it is known by."""
        return max(self.fields.values(), key=len, default="")
