"""What is typed to find something: words, phrases in quotes, and terms such as `tag:work`, with `-` for who has it not.

Words are looked for as they stand. A colon makes a term only behind letters, so that 10:30 and https://… are words.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.folding import fold
from givenet_tui.domain.terms import TERMS, Meaning

_TOKEN = re.compile(r'(?:(?P<not>-)?(?P<name>[^\W\d_]+):(?!//|\\))?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S*))')
_QUOTES = str.maketrans("“”„‟", '""""')
_ADDRESSES = frozenset({"mailto", "tel"})
"""What stands before a colon in an address without `//`."""
_MOST_NAMED = 20


class Term(NamedTuple):
    """Something that must hold of a person, or with `negated` must not."""

    name: str
    value: str
    negated: bool
    meaning: Meaning


class Query(NamedTuple):
    """What is looked for: each of the folded words, in those of whom all terms hold."""

    words: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return not (self.words or self.terms)


def parse(text: str) -> Query:
    """Read what was typed. Refused with the known terms for one that is not known, or with how it is written."""
    words: list[str] = []
    terms: list[Term] = []
    text, at = text.translate(_QUOTES).strip(), 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        assert token is not None  # noqa: S101  each of its parts may be empty
        at = max(token.end(), at + 1)
        name, phrase = token["name"], token["phrase"]
        if name and (phrase is not None or fold(name) not in _ADDRESSES):
            terms.append(_term(name, phrase or token["word"] or "", token["not"] is not None))
        elif phrase is None:
            words += fold(token[0]).split()
        elif spaced := " ".join(fold(phrase).split()):
            words.append(spaced)
    return Query(tuple(words), tuple(terms))


def _term(name: str, value: str, negated: bool) -> Term:
    known = fold(name)
    if known not in TERMS:
        called = f"{name[:_MOST_NAMED]}…" if len(name) > _MOST_NAMED else name
        raise Refusal(f"There is no “{called}:”. Known are {_listed(TERMS)}. A word with a colon goes in quotes.")
    value = " ".join(fold(value).split())
    return Term(known, value, negated, TERMS[known].read(value))


def _listed(terms: Mapping[str, object]) -> str:
    """`tag: quiet: …`."""
    *first, last = (f"{name}:" for name in terms)
    return f"{', '.join(first)} and {last}"
