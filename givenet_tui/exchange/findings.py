"""What reading a file gives: people, what was wrong by line, or the sentence why nothing could be read."""

from dataclasses import dataclass
from typing import Literal

from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.people import Person

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a file that is still read: ten thousand contacts with their photos stay below."""
MOST_PEOPLE = 100_000
"""People in one file; LinkedIn itself stops at 30,000 connections."""


class UnreadableFile(GiveNetError):
    """Nothing in the file can be read as people, and the sentence says why."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that did not come in as it stood, and the line (from 1) where it begins in the file."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The people of a file, in its order: their id is 0 and `sources` is set. Nothing is in the book yet."""

    source: Literal["vcard", "linkedin"]
    people: tuple[Person, ...]
    problems: tuple[Problem, ...] = ()


def too_many(name: str) -> UnreadableFile:
    """The error for a file with more people than anyone knows."""
    return UnreadableFile(f"{name} holds more than {MOST_PEOPLE:,} people. Split it and import the parts you need.")
