"""A sentence on its way to a meaning: what every way of reading it looks at, and what it answers."""

from dataclasses import dataclass
from datetime import date

from givenet_tui.domain.line import tokens as pieces
from givenet_tui.domain.line.names import Names
from givenet_tui.domain.line.readings import Named, NotUnderstood, Reading
from givenet_tui.domain.line.tokens import Calendar, Several, Token, Tokens

TOUCH, HOPE = "lunch with Ada yesterday", "Ada dreams of a school for girls"
OFFER, PERSON, TAG = "offer Ada: read her outline by fri", "add Emmy Noether #maths", "tag Ada mentor"


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence means, but for who is meant by its names."""

    reading: Reading
    whom: tuple[Named, ...] = ()
    day_typed: str = ""
    note: str = ""
    is_names_alone: bool = False
    also: tuple[Reading, ...] = ()
    """What else it may mean."""


Answer = Found | NotUnderstood | None
"""None: this is no such sentence."""


@dataclass(frozen=True)
class Sentence:
    """The words without the tags and the day that they begin with."""

    text: str
    tokens: list[Token]
    tags: tuple[str, ...]
    rest: str
    """What is too long to be looked at."""
    names: Names
    calendar: Calendar
    on: date | None = None
    day_typed: str = ""

    def kept(self, *parts: Tokens) -> str:
        """Those words, as they were typed, in the order of the sentence."""
        text = pieces.joined(self.text, (token for part in parts for token in part))
        return f"{text}{self.rest}" if text else self.rest.strip()

    def names_at(self, at: int) -> Several | None:
        """The names that stand there."""
        return pieces.names_at(self.tokens, at, self.names)


def sentence_of(text: str, names: Names, calendar: Calendar) -> Sentence:
    """A text taken apart."""
    head, rest = text, ""
    if len(text) > pieces.MOST_READ:
        cut = max(text.rfind(" ", 0, pieces.MOST_READ), text.rfind("\n", 0, pieces.MOST_READ))
        cut = cut if cut > 0 else pieces.MOST_READ
        head, rest = text[:cut], text[cut:]
    tokens, tags = pieces.without_tags(pieces.tokens_of(head))
    on, typed = None, ""
    if tokens and not pieces.name_at(tokens, 0, names):
        day = calendar.at_start(tokens, "past", at_the_side=False)
        if day:
            on, typed = day.on, pieces.typed_as(head, tokens[: day.words])
            tokens = tokens[day.words :]
            tokens = tokens[pieces.skipped(tokens, 0, {","}) :]
    return Sentence(head, tokens, tags, rest, names, calendar, on, typed)


def named(whom: tuple[Named, ...], names: Names) -> str:
    """Who is meant, the likeliest: for a sentence that says what is missing."""
    choice = names.choices(whom)[0]
    return ", ".join(names.book.people[one].name for one in choice)


def name_like(tokens: Tokens) -> str:
    """What may be meant for a name: up to a colon, the words with a capital, else the first."""
    end = 1
    while end < min(3, len(tokens)) and _goes_on(tokens[end - 1], tokens[end]):
        end += 1
    return " ".join(token.raw for token in tokens[:end]).strip(".,:;!?")


def _goes_on(one: Token, other: Token) -> bool:
    return one.raw[:1].isupper() and other.raw[:1].isupper() and not one.raw.endswith(":")


def nobody(typed: str, names: Names) -> NotUnderstood:
    """A name that is nobody's; while it is being typed, whose it may become."""
    becoming = [names.book.people[one].name for one in names.beginning(typed)]
    if becoming:
        why = f"“{typed}” is nobody's whole name yet: {', '.join(becoming)}?"
        return NotUnderstood(why, f"lunch with {becoming[0]} yesterday")
    return NotUnderstood(f"Nobody here is called “{typed}”.", f"add {typed}")
