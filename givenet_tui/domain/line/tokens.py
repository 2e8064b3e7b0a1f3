"""A sentence in pieces: its words, its tags, the days in it, and the names."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from givenet_tui.domain.day_words import Leaning, is_a_month, is_a_span, parse_day
from givenet_tui.domain.line.names import MOST_WORDS, Names, bare
from givenet_tui.domain.line.readings import Named
from givenet_tui.domain.line.words import AND, SELF, TITLES, Phrase
from givenet_tui.domain.settings import Weekday

T = TypeVar("T")

MOST_READ = 2_000
"""So many letters of a sentence are looked at for meaning; the rest is kept as words."""
_WORD = re.compile(r"[^\s,;]+|[,;]")
_TAG = re.compile(r"#([^\W\d][\w/-]*)\W*")
MOST_NAMES = 20
"""So many names in a row are read; the others are words."""
_MOST_DAY_WORDS = 7
"""`on the day before yesterday` with a comma to spare."""
_NO_DAY = frozenset({"now", "weekend", "the weekend"})
_HALF_DAYS = frozenset({"sat", "sun"})
"""`we sat in the sun`: these are days only where nothing else can stand."""
_DAY_LEADS: Mapping[Leaning, frozenset[str]] = {
    "past": frozenset({"on", "the"}),
    "future": frozenset({"on", "the", "by", "until", "till", "before", "due"}),
}
_UP_TO = frozenset({"by", "until", "till"})
"""`by march` is by its end; `before march` is not."""
_NEVER_BEFORE_A_DAY = frozenset(
    {"about", "for", "of", "from", "to", "since", "until", "till", "after", "before", "than", "in", "at", "by", "with",
     "the", "and", "or", "every", "on"}
)  # fmt: skip
"""`talked about last year` is not last year."""


_OWN = ("'s", "’s", "'", "’")


class Token(NamedTuple):
    """A word as it was typed, as it is compared, and where it stands."""

    raw: str
    word: str
    start: int
    end: int


Tokens = Sequence[Token]


class Day(NamedTuple):
    """A day in a sentence, and how many words say it."""

    on: date
    words: int


def tokens_of(text: str) -> list[Token]:
    """The words of a text; commas are words of their own."""
    return [Token(match[0], bare(match[0]), *match.span()) for match in _WORD.finditer(text)]


def without_tags(tokens: Tokens) -> tuple[list[Token], tuple[str, ...]]:
    """The words that are no tags, and the tags, each once."""
    words, tags = list[Token](), dict[str, None]()
    for token in tokens:
        match = _TAG.fullmatch(token.raw)
        if match:
            tags[match[1]] = None
        else:
            words.append(token)
    return words, tuple(tags)


def joined(text: str, tokens: Iterable[Token]) -> str:
    """The words as they stand in the text, with a space where something between them was taken out."""
    parts: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None:
            gap = text[last.end : token.start]
            parts.append(gap if not gap.strip() else "" if token.raw in ",;" else " ")
        parts.append(token.raw)
        last = token
    return "".join(parts).strip(" ,;")


def typed_as(text: str, tokens: Iterable[Token]) -> str:
    """The words of a day as they were typed, without what parts them from the others."""
    return joined(text, tokens).rstrip(":!?")


# --- phrases of ours ------------------------------------------------------------------------------


def phrase_at(tokens: Tokens, at: int, phrases: Mapping[Phrase, T]) -> tuple[T, int] | None:
    """What the longest phrase means that stands there, and where the words go on."""
    for length in range(min(4, len(tokens) - at), 0, -1):
        words = tuple(token.word for token in tokens[at : at + length])
        if words in phrases:
            return phrases[words], at + length
    return None


def skipped(tokens: Tokens, at: int, words: Collection[str], most: int = 9) -> int:
    """Where the sentence goes on after some of those words."""
    while most and at < len(tokens) and tokens[at].word in words:
        at, most = at + 1, most - 1
    return at


# --- names ----------------------------------------------------------------------------------------


def name_at(tokens: Tokens, at: int, names: Names) -> tuple[Named, int] | None:
    """The longest name that stands there."""
    if at + 1 < len(tokens) and tokens[at].word in TITLES:
        at += 1
    for length in range(min(MOST_WORDS, len(tokens) - at), 0, -1):
        typed = [token.raw for token in tokens[at : at + length]]
        fits = names.fitting(typed)
        if fits:
            return Named(" ".join(typed).strip(".,:;!?"), fits), at + length
    return None


class Several(NamedTuple):
    """Names that stand together, and where the sentence goes on."""

    whom: tuple[Named, ...]
    end: int
    with_me: bool = False
    """`ada and i`."""
    unknown: str = ""
    """A word in their row that looks like a name, and is nobody's."""


def names_at(tokens: Tokens, at: int, names: Names) -> Several | None:
    """All the names that stand there: `Ada, Grace and Bob`, `me and Ada`."""
    whom: list[Named] = []
    with_me, end = False, at
    while len(whom) < MOST_NAMES:
        if end < len(tokens) and tokens[end].word in SELF and (whom or _goes_on(tokens, end + 1)):
            with_me, end = True, end + 1
        elif found := name_at(tokens, end, names):
            whom.append(found[0])
            end = found[1]
        else:
            break
        after = skipped(tokens, end, AND, most=2)
        if after == end or not (name_at(tokens, after, names) or (after < len(tokens) and tokens[after].word in SELF)):
            break
        end = after
    if not whom:
        return None
    after = skipped(tokens, end, AND, most=2)
    looks = after > end and after < len(tokens) and tokens[after].raw[:1].isupper()
    return Several(tuple(whom), end, with_me, tokens[after].raw.strip(".,:;!?") if looks else "")


def _goes_on(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].word in AND


def owner_at(tokens: Tokens, end: int, names: Names) -> Several | None:
    """`ada's`: the names from the first of these words to just before `end`, of which the last is an owner."""
    raw = tokens[end - 1].raw
    own = next((mark for mark in _OWN if raw.endswith(mark)), None)
    if own is None:
        return None
    alone = [*tokens[: end - 1], *tokens_of(raw.removesuffix(own))]
    whom = names_at(alone, 0, names)
    return whom if whom is not None and whom.end == len(alone) == end else None


# --- days -----------------------------------------------------------------------------------------


class Calendar(NamedTuple):
    """What the words for a day are counted from."""

    today: date
    week_starts_on: Weekday = "monday"

    def day_of(self, tokens: Tokens, leaning: Leaning, *, at_the_side: bool = True) -> date | None:
        """The day that all of these words mean; None when they mean none, or may well mean something else."""
        words = [token.word for token in tokens]
        led = words[0] in _DAY_LEADS[leaning]
        bare_words = words[1:] if led else words
        said = " ".join(bare_words)
        if not bare_words or tokens[0].raw in ",;" or tokens[-1].raw in ",;" or said in _NO_DAY:
            return None
        if words[0] in _NEVER_BEFORE_A_DAY and not led and not (words[0] == "in" and leaning == "future"):
            return None
        if not led and (said[:1].isdigit() and said[-2:] in {"st", "nd", "rd", "th"}):
            return None  # `the 2nd` of something
        if said in _HALF_DAYS and not led and not at_the_side and not tokens[0].raw[:1].isupper():
            return None
        if is_a_span(said) and words[0] not in {"by", "before", "until", "till"}:
            return None
        is_up_to = words[0] in _UP_TO and len(words) == 2 and is_a_month(words[1])
        text = (
            f"end of {words[1]}"
            if is_up_to
            else " ".join(["on" if led else "", *(token.raw.strip("!?:;") for token in tokens[led:])])
        )
        return parse_day(text, self.today, week_starts_on=self.week_starts_on, leaning=leaning)

    def at_start(self, tokens: Tokens, leaning: Leaning, *, at_the_side: bool = True) -> Day | None:
        """The longest day with which these words begin."""
        for length in range(min(_MOST_DAY_WORDS, len(tokens)), 0, -1):
            if on := self.day_of(tokens[:length], leaning, at_the_side=at_the_side):
                return Day(on, length)
        return None

    def at_end(self, tokens: Tokens, leaning: Leaning) -> Day | None:
        """The longest day with which they end, unless what stands before it takes it for its own."""
        for length in range(min(_MOST_DAY_WORDS, len(tokens)), 0, -1):
            if on := self.day_of(tokens[-length:], leaning, at_the_side=False):
                before = tokens[-length - 1].word if length < len(tokens) else ""
                is_theirs = before in _NEVER_BEFORE_A_DAY and tokens[-length].word != "on"
                return None if is_theirs else Day(on, length)
        return None
