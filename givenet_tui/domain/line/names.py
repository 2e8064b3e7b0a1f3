"""Who is meant by a name in a sentence: by first name, nickname, initials or the whole name.

A book is indexed once; then a name costs a few look-ups, however many people there are.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations, islice, product

from givenet_tui.domain.book import Book
from givenet_tui.domain.folding import fold
from givenet_tui.domain.line.readings import Named
from givenet_tui.domain.line.words import COMMON, TITLES
from givenet_tui.domain.people import Person

MOST_WORDS = 6
"""No name in a sentence is longer than this."""
_MOST_LETTERS = 200
_MOST_CHOICES = 48
"""Who has so many namesakes writes more of the name."""
_MOST_LOOKED_AT = 60
_AROUND = ".,:;!?…\"'“”„‘’()"

Index = dict[str, list[int]]


def index_of(key: str, *indexes: Index) -> Iterator[int]:
    """Everyone under a key of some indexes."""
    for index in indexes:
        yield from index.get(key, ())


def bare(word: str) -> str:
    """A word of a sentence, or of a name, as they are compared: folded, without what stands around it."""
    folded = fold(word)
    return folded.strip(_AROUND) or folded


class Names:
    """The names of one book. Those who rest come last; those in the trash are nobody."""

    def __init__(self, book: Book) -> None:
        """Index everyone."""
        self.book = book
        self._whole: Index = defaultdict(list)
        self._called: Index = defaultdict(list)
        self._initials: Index = defaultdict(list)
        self._last: Index = defaultdict(list)
        self._words: dict[int, Sequence[str]] = {}
        self._seen_with: dict[int, Mapping[int, int]] = {}
        for person in book.people.values():
            self._add(person)

    def _add(self, person: Person) -> None:
        words = [bare(word) for word in person.name[:_MOST_LETTERS].split()]
        words = [word for word in words if word not in TITLES] or words
        if not words:
            return
        self._words[person.id] = words
        first, last = words[0], words[-1]
        called = {first}
        if person.nickname:
            called.add(" ".join(bare(word) for word in person.nickname[:_MOST_LETTERS].split()))
        for key in called:
            self._called[key].append(person.id)
        if len(words) > 1:
            self._whole[" ".join(words)].append(person.id)
            self._last[last].append(person.id)
            for key in {"".join(word[:1] for word in words), first[:1] + last[:1]}:
                self._initials[key].append(person.id)

    # --- who fits --------------------------------------------------------------------------------

    def fitting(self, typed: Sequence[str]) -> tuple[int, ...]:
        """Everyone whom these words name, the likeliest first: by the first way that fits anyone."""
        words = [bare(word) for word in typed]
        if len(words) == 1 and words[0].isdecimal():
            return (int(words[0]),) if len(words[0]) < 20 and int(words[0]) in self.book.people else ()
        if words[0] in COMMON and not typed[0][:1].isupper():  # `on` is nobody, `On` may be someone
            return ()
        joined = " ".join(words)
        ways: tuple[Callable[[], Iterable[int]], ...] = (
            lambda: self._whole.get(joined, ()),
            lambda: self._called.get(joined, ()),
            lambda: self._begun(words, typed),
            lambda: self._initials.get(joined.replace(".", ""), ()) if len(words) == 1 else (),
            lambda: self._last.get(joined, ()),
        )
        for way in ways:
            if found := way():
                return tuple(sorted(dict.fromkeys(found), key=self._rank))
        return ()

    def _begun(self, words: Sequence[str], typed: Sequence[str]) -> list[int]:
        """`grace h`: a first name, and how the next words of the name begin."""
        later = list(zip(words[1:], typed[1:], strict=True))
        if not later or any(word in COMMON and not raw[:1].isupper() for word, raw in later):
            return []
        return [
            one
            for one in self._called.get(words[0], ())
            if len(self._words[one]) > len(later)
            and all(any(name.startswith(word) for name in self._words[one][1:]) for word, _ in later)
        ]

    def _rank(self, person_id: int) -> tuple[bool, int, str, int]:
        person = self.book.people[person_id]
        touched = self.book.last_touch(person_id) or date.min
        return person.archived_on is not None, -touched.toordinal(), person.name, person_id

    def beginning(self, typed: str, most: int = 3) -> list[int]:
        """Some whose first or last name begins so."""
        word = bare(typed)
        keys = (key for index in (self._called, self._last) for key in index if key.startswith(word))
        found = dict.fromkeys(one for key in islice(keys, most) for one in index_of(key, self._called, self._last))
        return sorted(found, key=self._rank)[:most]

    def namesake(self, name: str) -> Person | None:
        """Someone of just this name, accents and capitals aside."""
        joined = " ".join(bare(word) for word in name[:_MOST_LETTERS].split())
        fitting = (*self._whole.get(joined, ()), *self._called.get(joined, ()))
        return next((self.book.people[one] for one in fitting if " ".join(self._words[one]) == joined), None)

    # --- several names ---------------------------------------------------------------------------

    def choices(self, names: Sequence[Named]) -> list[tuple[int, ...]]:
        """Who may be meant by several names together: those most often seen with each other first."""
        each = max(4, _MOST_LOOKED_AT // len(names)) if len(names) > 1 else _MOST_CHOICES
        looked_at = [name.fits[:each] for name in names]
        fits = [self._likeliest(some, looked_at) for some in looked_at]
        open_names = sum(len(some) > 1 for some in fits)
        most = int(_MOST_CHOICES ** (1 / open_names)) if open_names else 1
        fits = [some[: max(1, most)] for some in fits]
        ranks = [{one: rank for rank, one in enumerate(some)} for some in fits]

        def worth(choice: tuple[int, ...]) -> tuple[int, int, int]:
            together = sum(self._together(one, other) for one, other in combinations(choice, 2))
            doubled = len(choice) - len(set(choice))
            return doubled, -together, sum(rank[one] for rank, one in zip(ranks, choice, strict=True))

        return sorted(islice(product(*fits), _MOST_CHOICES), key=worth)

    def _likeliest(self, some: tuple[int, ...], looked_at: Sequence[tuple[int, ...]]) -> list[int]:
        """Those whom one name fits: who was most often seen with any whom the other names fit comes first."""
        others = [other for other in looked_at if other is not some]

        def seen(one: int) -> int:
            return sum(max(self._together(one, other) for other in their) for their in others)

        return sorted(some, key=seen, reverse=True) if len(some) > 1 else list(some)

    def _together(self, one: int, other: int) -> int:
        if one not in self._seen_with:
            touches = self.book.interactions_of(one)
            self._seen_with[one] = Counter(person for touch in touches for person in touch.people)
        return self._seen_with[one].get(other, 0)


@lru_cache(maxsize=1)
def names_in(book: Book) -> Names:
    """The names of a book, indexed when they are first asked for."""
    return Names(book)
