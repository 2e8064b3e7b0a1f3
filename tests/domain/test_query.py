"""What is typed to find something, and what is made of it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.find import PeopleFinder
from givenet_tui.domain.folding import fold
from givenet_tui.domain.people import Person
from givenet_tui.domain.query import parse
from givenet_tui.domain.rhythm import standing
from givenet_tui.domain.terms import TERMS
from givenet_tui.wording import is_on_board
from tests.domain.random_books import books, many, some
from tests.factories import MADE, TODAY, aspiration, offer, person, touch
from tests.hostile import HOSTILE, NASTY, SURROGATES

KNOWN = "Known are tag:, quiet:, board:, knows:, last: and born:. A word with a colon goes in quotes."
LAST = "Write last:>90d for longer than 90 days ago, last:<2w for less than two weeks; m and y do too."


def read(text: str) -> str:
    """A query in short: its words, its terms."""
    query = parse(text)
    terms = [f"{'not ' * term.negated}{term.name}={term.value}" for term in query.terms]
    return " | ".join([*query.words, *terms])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # words
        ("", ""),
        ("   ", ""),
        ("ada", "ada"),
        ("  Ada   LOVELACE ", "ada | lovelace"),
        ("Łukasz Zoë", "lukasz | zoe"),
        ("mary-jane", "mary-jane"),
        ("o'neill c++ #poetry", "o'neill | c++ | #poetry"),
        ("\u0301", ""),
        ("a¨b", "a | b"),
        # colons that make no term
        ("10:30", "10:30"),
        ("at 10:30h", "at | 10:30h"),
        ("1:1", "1:1"),
        ("https://example.org/a:b", "https://example.org/a:b"),
        ("HTTPS://Example.org", "https://example.org"),
        ("mailto:ada@example.org tel:112", "mailto:ada@example.org | tel:112"),
        ("C:\\Users", "c:\\users"),
        (":smile:", ":smile:"),
        ("::", "::"),
        ("a@b:c", "a@b:c"),
        ("“tag:” “a: b”", "tag: | a: b"),
        # phrases
        ('"a school"', "a school"),
        ('"  A \n School  " girls', "a school | girls"),
        ('"a school', "a school"),
        ('"', ""),
        ('""', ""),
        ('" "', ""),
        ('"re:publica" "tag:work"', "re:publica | tag:work"),
        ("“the mill”", "the mill"),
        ('the"mill wheel"', 'the"mill | wheel"'),
        ('"the"mill', "the | mill"),
        # a dash before what is no term
        ("-school -1 - --", "-school | -1 | - | --"),
        ('-"a school" ada', '-"a | school" | ada'),
        ("-\u0301a -12:30 -https://a", "-a | -12:30 | -https://a"),
        # terms
        ("tag:work", "tag=work"),
        ("TAG:Würk", "tag=wurk"),
        ('tag:"Old  Friends"', "tag=old friends"),
        ('tag:"old fr', "tag=old fr"),
        ("tag:#work", "tag=#work"),
        ("tag:", "tag="),
        ("tag:a:b", "tag=a:b"),
        ("quiet: tag:work", "quiet= | tag=work"),
        ("board: ada", "ada | board="),
        ("knows:goal -knows:dream", "knows=goal | not knows=dream"),
        ("knows:g knows:hopes knows:", "knows=g | knows=hopes | knows="),
        ("last:>90d", "last=>90d"),
        ("last:<2w last:>=3m last:<=1y last:>9", "last=<2w | last=>=3m | last=<=1y | last=>9"),
        ("born:12 born:1 born:03 born:dec born:", "born=12 | born=1 | born=03 | born=dec | born="),
        ("-quiet: -board: -born: -tag:x -last:", "not quiet= | not board= | not born= | not tag=x | not last="),
    ],
)
def test_a_query_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("foo:bar", f"There is no “foo:”. {KNOWN}"),
        ("ada tagg:", f"There is no “tagg:”. {KNOWN}"),
        ("ada -note:x", f"There is no “note:”. {KNOWN}"),
        ("time: 10:30", f"There is no “time:”. {KNOWN}"),
        ("日本:x", f"There is no “日本:”. {KNOWN}"),
        (f"{'x' * 100_000}:", f"There is no “{'x' * 20}…:”. {KNOWN}"),
        ("quiet:ada", "Nothing stands behind quiet: (leave a space before the next word). -quiet: is the opposite."),
        ("board:11", "Nothing stands behind board: (leave a space before the next word). -board: is the opposite."),
        ("knows:x", "Behind knows: stands hope, dream, goal or objective; nothing, for any of them."),
        ("born:0", "Behind born: stands a month, as a number or a name: born:12, born:december."),
        ("born:13", "Behind born: stands a month, as a number or a name: born:12, born:december."),
        ("born:١", "Behind born: stands a month, as a number or a name: born:12, born:december."),
        *((f"last:{value}", LAST) for value in (">", "90d", ">90x", ">-1", "<999999", "soon")),
    ],
)  # fmt: skip
def test_what_is_not_known_is_said_with_what_is(typed: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(typed)
    assert refused.value.sentence == sentence


def test_every_term_is_in_the_error_and_its_example_is_understood() -> None:
    for name, kind in TERMS.items():
        assert f"{name}:" in KNOWN
        assert kind.example.startswith(f"{name}:")
        assert [term.name for term in parse(kind.example).terms] == [name]


pieces = st.sampled_from(
    [
        *(f"{name}:" for name in TERMS),
        *NASTY,
        "-",
        '"',
        ":",
        " ",
        ">",
        "<",
        "90",
        "d",
        "goal",
        "12",
        "work",
        "a",
        "\\",
        "/",
    ]
)
typed = st.lists(pieces | st.text(max_size=4), max_size=8).map("".join)


@many
@given(books(), typed)
def test_whatever_is_typed_is_answered_or_refused_with_the_terms(book: Book, text: str) -> None:
    try:
        query = parse(text)
    except Refusal as refusal:
        assert any(f"{name}:" in refusal.sentence for name in TERMS)
        return
    answer = PeopleFinder(book).answer(query, TODAY)
    assert len({one.person_id for one in answer}) == len(answer)
    assert {one.person_id for one in answer} <= set(book.people)
    assert all(word == fold(word) and "\n" not in word for word in query.words)


@pytest.mark.parametrize("text", [*HOSTILE.values(), *SURROGATES], ids=[*HOSTILE, *map(ascii, SURROGATES)])
def test_hostile_queries_are_answered_too(text: str) -> None:
    book = Book([person(NASTY[0], about=text), person("Ada")])
    for query in (text, f"tag:{text}", f'"{text}"', f"{text}:"):
        try:
            asked = parse(query)
        except Refusal:
            continue
        PeopleFinder(book).answer(asked, TODAY)


# --- of whom the terms hold ----------------------------------------------------------------------

SINCE_MADE = (TODAY - date.fromisoformat(MADE[:10])).days
Truth = Callable[[Book, Person], bool]


def _aims(book: Book, someone: Person) -> set[str]:
    return {told.kind for told in book.all(Aspiration) if told.person == someone.id and told.status == "open"}


def _days(book: Book, someone: Person, never: int) -> int:
    last = book.last_touch(someone.id)
    return (TODAY - last).days if last else never


TRUTHS: dict[str, Truth] = {
    "tag:family": lambda _, someone: "family" in someone.tags,
    "tag:fam": lambda _, someone: "family" in someone.tags,
    "tag:#Work": lambda _, someone: "work" in someone.tags,
    "tag:": lambda _, someone: bool(someone.tags),
    "tag:nothing": lambda *_: False,
    "quiet:": lambda book, someone: standing(book, someone, TODAY).is_quiet,
    "board:": lambda book, someone: is_on_board(book, someone, TODAY),
    "knows:goal": lambda book, someone: "goal" in _aims(book, someone),
    "knows:h": lambda book, someone: "hope" in _aims(book, someone),
    "knows:": lambda book, someone: bool(_aims(book, someone)),
    "last:": lambda book, someone: book.last_touch(someone.id) is not None,
    "last:>10d": lambda book, someone: _days(book, someone, never=SINCE_MADE) > 10,
    "last:>=10": lambda book, someone: _days(book, someone, never=SINCE_MADE) >= 10,
    "last:<2w": lambda book, someone: _days(book, someone, never=99) < 14,
    "last:<=14d": lambda book, someone: _days(book, someone, never=99) <= 14,
    "born:11": lambda _, someone: someone.birthday is not None and someone.birthday.month == 11,
    "born:feb": lambda _, someone: someone.birthday is not None and someone.birthday.month == 2,
    "born:": lambda _, someone: someone.birthday is not None,
}
"""What each term says of a person, asked in another way than the program asks."""


@some
@given(books())
def test_a_term_is_true_of_each_it_lets_through_and_of_none_it_holds_back(book: Book) -> None:
    finder = PeopleFinder(book)
    for term, is_true in TRUTHS.items():
        there = {number for number, someone in book.people.items() if is_true(book, someone)}
        assert set(finder.ids(parse(term), TODAY)) == there, term
        assert set(finder.ids(parse(f"-{term}"), TODAY)) == book.people.keys() - there, term
        assert set(finder.ids(parse(f"{term} a"), TODAY)) == there & set(finder.ids(parse("a"), TODAY)), term


def test_terms_are_all_to_hold_together() -> None:
    ada = person("Ada", tags=("work",), rhythm_days=7, birthday=Birthday(12, 10))
    grace = person("Grace", tags=("work",), rhythm_days=400)
    konrad = person("Konrad", tags=("workshop",), archived_on=TODAY)
    records = [ada, grace, konrad, aspiration(ada, kind="goal"), aspiration(grace, kind="dream"), offer(grace)]
    finder = PeopleFinder(Book([*records, touch(ada, on=TODAY - timedelta(100)), touch(grace, on=TODAY)]))

    def names(query: str) -> str:
        return " ".join(one.hit for one in finder.answer(parse(query), TODAY))

    assert names("quiet: tag:work") == names("born:12") == names("last:>90d tag:work") == "Ada"
    assert names("knows:goal -knows:dream") == "Ada"
    assert names("tag:work") == "Ada Grace"
    assert names("tag:works") == names("-tag:work") == "Konrad"
    assert names("board:") == names("tag:work -quiet:") == "Grace"
    assert names("tag:wor -tag:work") == "Konrad"


def test_a_term_is_asked_of_everyone_once_while_the_words_behind_it_are_typed() -> None:
    asked: list[Person] = []
    query = parse("quiet:")
    term = query.terms[0]._replace(meaning=lambda _book, _day: lambda someone: not asked.append(someone))  # type: ignore[func-returns-value]
    finder = PeopleFinder(Book([person("Ada"), person("Bo")]))
    for word in ("a", "ad", "ada"):
        assert len(finder.ids(query._replace(words=(word,), terms=(term,)), TODAY)) == 1
    assert len(asked) == 2
