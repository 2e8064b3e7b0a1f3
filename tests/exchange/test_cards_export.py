"""Everyone as vCards: what is written reads back the same, here and elsewhere, whatever the texts hold."""

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import Book
from givenet_tui.domain.imports import sort_out
from givenet_tui.domain.people import Labelled, Person, Source
from givenet_tui.domain.records import changed
from givenet_tui.exchange.export.cards import card, cards
from givenet_tui.exchange.reading import read
from tests.exchange.samples import linkedin_csv, mixed_vcards
from tests.exchange.test_round_trips import people, plain, words
from tests.factories import person
from tests.hostile import HOSTILE

MODELLED = (
    "name", "nickname", "organization", "title", "location", "emails", "phones", "urls", "birthday", "tags", "about",
)  # fmt: skip


def again(*some: Person) -> tuple[Person, ...]:
    """These people as our own import reads them from our own export."""
    book = Book(changed(one, id=number) for number, one in enumerate(some, 1))
    reading = read(cards(book), "x.vcf")
    assert reading.problems == ()
    return reading.people


def as_read(one: Person) -> Person:
    """One of them, where a line that was kept may be reported."""
    (found,) = read(cards(Book([changed(one, id=1)])), "x.vcf").people
    return found


def whole(one: Person) -> tuple[object, ...]:
    """All of a person that a card holds; what was kept in any order."""
    return (*(getattr(one, field) for field in MODELLED), sorted(one.extra.get("vcard", ())), one.sources)


labels = st.one_of(words.filter(lambda label: not label.startswith("_$!<")), st.sampled_from(["work", "home fax"]))


@settings(deadline=None)
@given(st.lists(people, min_size=1, max_size=3, unique_by=lambda one: one.sources), words, labels)
def test_any_text_survives_the_way_out_and_in_again(some: list[Person], place: str, label: str) -> None:
    some = [changed(one, location=place, phones=(*one.phones, Labelled("+44 20", label))) for one in some]
    assert list(map(whole, again(*some))) == list(map(whole, some))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_breaks_a_card_or_its_neighbours(name: str) -> None:
    text = HOSTILE[name].replace("\r\n", "\n").replace("\r", "\n").replace("\ufffd", "")
    line = text.strip() or "x"
    value = Labelled(line, "work")
    middle = person(
        line, about=text if text.strip(" \t") else "", organization=line, location=line, emails=(value,), tags=(line,)
    )
    found = again(person("Ada"), middle, person("Grace"))
    assert [one.name for one in found] == ["Ada", line, "Grace"]
    assert found[1].about == middle.about
    assert (found[1].organization, found[1].location, found[1].emails, found[1].tags) == (line, line, (value,), (line,))


def test_no_line_is_longer_than_75_bytes_and_no_character_is_cut() -> None:
    data = cards(Book([person("漢😀é" * 50, about="x" * 300)]))
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert [line.decode() for line in lines]


def test_what_phones_and_web_sites_wrote_comes_out_as_it_came_in() -> None:
    some = read(mixed_vcards(), "x").people
    assert list(map(whole, again(*some))) == list(map(whole, some))


def test_nobody_comes_in_twice_from_the_books_own_export() -> None:
    imported = (*read(mixed_vcards(), "x").people, *read(linkedin_csv(), "x").people)
    book = Book([person("Ada"), *(changed(one, id=number) for number, one in enumerate(imported, 1))])
    arrivals = sort_out(book, read(cards(book), "x").people)
    assert (arrivals.fresh, arrivals.doubles) == ((), ())
    assert len(arrivals.already_here) == len(book.people)


KEPT = [
    "N:Lovelace;Ada;;;",
    "ORG:Engines;Research",
    "ROLE:Programmer",
    "item1.EMAIL;TYPE=work:ada@example.org",
    "item1.X-ABLabel:Study",
    "BDAY:1815-12-10T06:00",
    "NOTE;LANGUAGE=en:likes tea",
    "PHOTO;ENCODING=b:AAAA",
]
ADA = person(
    "Ada Lovelace", organization="Engines, Research", title="Programmer", birthday=Birthday(12, 10, 1815),
    emails=(Labelled("ada@example.org", "Study"),), about="likes tea", extra={"vcard": KEPT},
)  # fmt: skip


def test_a_line_that_was_kept_stands_in_the_place_of_the_field_it_reads_to() -> None:
    lines = card(ADA)
    assert [line for line in lines if line in KEPT] == KEPT
    assert len(lines) == len(KEPT) + 6


@pytest.mark.parametrize(
    ("fields", "gone", "comes"),
    [
        ({"name": "Ada King"}, "N:Lovelace;Ada;;;", "N:;Ada King;;;"),
        ({"organization": "Babbage"}, "", "ORG:Babbage"),
        ({"organization": ""}, "ORG:Engines;Research", ""),
        ({"title": ""}, "ROLE:Programmer", ""),
        ({"emails": ()}, "item1.EMAIL;TYPE=work:ada@example.org", ""),
        ({"emails": (Labelled("new@example.org"),)}, "item1.EMAIL;TYPE=work:ada@example.org", "EMAIL:new@example.org"),
        ({"birthday": Birthday(12, 10)}, "", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10"),
        ({"birthday": None}, "BDAY:1815-12-10T06:00", ""),
        ({"about": "likes coffee"}, "NOTE;LANGUAGE=en:likes tea", "NOTE:likes coffee"),
    ],
)  # fmt: skip
def test_a_line_that_was_kept_goes_when_the_field_says_otherwise(
    fields: dict[str, object], gone: str, comes: str
) -> None:
    now = changed(ADA, **fields)
    lines = card(now)
    assert gone not in lines
    assert not comes or comes in lines
    (read_again,) = again(now)
    assert whole(read_again)[: len(MODELLED)] == whole(now)[: len(MODELLED)]


POOL = (
    *KEPT, "N:;;;;", "ORG:Solo", "ORG:A;B", "TITLE:Second", "ADR;TYPE=pref:;;Ring 1;Wien;;;", "item1.ADR:;;x;;;;",
    "item2.TEL;TYPE=cell,pref:+1", "item2.X-ABLabel:Boat", "TEL;X-A=1:+1", "URL;X-A=1:http://a", "FN:Another",
    "NICKNAME;X-A=1:Nick,Name", "CATEGORIES:myContacts", "CATEGORIES;X-A=1:red,blue", "BDAY;VALUE=TEXT:circa 360",
    "BDAY:1999-13-13", "NOTE;X-A=1:two", "X-THING:v", "UID:another", "item1.X-ABADR:gb", "ROLE:",
)  # fmt: skip


@settings(deadline=None)
@given(people, words, st.lists(st.sampled_from(POOL), max_size=6))
def test_what_was_kept_never_changes_what_a_person_says_now(one: Person, place: str, kept: list[str]) -> None:
    one = changed(one, location=place, phones=(*one.phones, Labelled("+1", "Boat")), extra={"vcard": kept})
    found = as_read(one)
    assert whole(found)[: len(MODELLED)] == whole(one)[: len(MODELLED)]
    assert found.sources == one.sources


def test_an_address_of_ones_own_counts_before_those_that_were_imported() -> None:
    moved = person("Ada", location="Paris", extra={"vcard": ["ADR;TYPE=pref:;;Ring 1;Wien;;;"]})
    (found,) = again(moved)
    assert (found.location, found.extra) == (moved.location, moved.extra)


def test_what_a_script_left_among_the_kept_lines_does_no_harm() -> None:
    for extra in ({"vcard": "x"}, {"vcard": [1, "", "no line", "END:VCARD", "A:b\nEND:VCARD", " X:1"]}, {"kept": "x"}):
        (found,) = again(person("Ada", extra=extra))
        assert found.name == "Ada"


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Person,
            name=plain.filter(bool),
            title=plain,
            emails=st.lists(plain.filter(bool).map(Labelled), max_size=3).map(tuple),
            birthday=st.one_of(st.none(), st.dates().map(lambda day: Birthday(day.month, day.day, day.year))),
            tags=st.lists(plain.filter(bool), max_size=3, unique=True).map(tuple),
            about=plain,
            sources=st.builds(Source, st.just("vcard"), plain.filter(bool)).map(lambda source: (source,)),
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda one: one.sources,
    ),
)
def test_a_reader_that_many_trust_reads_what_is_written(some: list[Person]) -> None:
    theirs = vobject.readComponents(cards(Book(changed(one, id=id_) for id_, one in enumerate(some, 1))).decode())
    for one, found in zip(some, theirs, strict=True):
        found.validate()
        said = {name: [line.value for line in lines] for name, lines in found.contents.items()}
        assert said["fn"] == [one.name]
        assert said["n"][0].given == one.name
        assert said["uid"] == [one.sources[0].key]
        assert said.get("title", [""]) == [one.title]
        assert said.get("note", [""]) == [one.about]
        assert said.get("email", []) == [email.value for email in one.emails]
        assert said.get("bday", []) == [str(one.birthday)] * bool(one.birthday)
        assert said.get("categories", [[]]) == [list(one.tags)]
