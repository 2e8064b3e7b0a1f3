"""Whatever people write survives a card, and a reader that many trust agrees with ours."""

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.people import Labelled, Person, Source
from givenet_tui.exchange.reading import read
from tests.exchange.samples import mixed_vcards
from tests.exchange.writing import written

# A card cannot hold a carriage return, nor a file a lone surrogate; U+FFFD is reported, see test_vcard.
text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufffd"), max_size=60)
words = text.map(str.strip)
some = words.filter(bool)
# Words of other programs do not come back as they were: schemes, Apple's own labels, Google's own groups.
values = some.filter(lambda value: not value.lower().startswith(("mailto:", "tel:")))
labels = words.filter(lambda label: not label.startswith("_$!<"))
tags = some.filter(lambda tag: tag.lower() not in {"mycontacts", "starred"})
labelled = st.lists(st.builds(Labelled, values, labels), max_size=3).map(tuple)
days = st.dates().filter(lambda day: day.year != 1604)
birthdays = st.one_of(
    st.none(),
    days.map(lambda day: Birthday(day.month, day.day, day.year)),
    days.map(lambda day: Birthday(day.month, day.day)),
)
extra = st.lists(text.map(lambda value: f'X-THING;A="b;c:d":v{value}'.replace("\n", "\\n")), min_size=1, max_size=3)
people = st.builds(
    Person,
    name=some,
    nickname=words,
    organization=words,
    title=words,
    emails=labelled,
    phones=labelled,
    urls=labelled,
    birthday=birthdays,
    tags=st.lists(tags, max_size=4, unique=True).map(tuple),
    about=text.filter(lambda value: value == "" or bool(value.strip(" \t"))),
    sources=st.builds(Source, st.just("vcard"), some).map(lambda source: (source,)),
    extra=st.one_of(st.just({}), extra.map(lambda lines: {"vcard": lines})),
)


@settings(deadline=None)
@given(
    st.lists(people, max_size=3, unique_by=lambda person: person.sources),
    st.sampled_from(["3.0", "4.0"]),
    st.integers(1, 90),
    st.sampled_from([b" ", b"\t"]),
)
def test_any_text_survives_being_written_and_read(some: list[Person], version: str, width: int, white: bytes) -> None:
    if some:
        reading = read(written(some, version, width, white), "x.vcf")
        assert list(reading.people) == some
        assert reading.problems == ()


def test_a_file_of_many_writers_written_again_says_the_same() -> None:
    once = read(mixed_vcards(), "x").people
    again = read(written(once), "x").people
    # Our own lines stand beside the kept ones here: a real export writes one of the two.
    for one, other in zip(once, again, strict=True):
        assert (one.name, one.emails, one.phones, one.about) == (other.name, other.emails, other.phones, other.about)
        assert (one.birthday, one.tags, one.sources) == (other.birthday, other.tags, other.sources)
        assert set(one.extra.get("vcard", [])) <= set(other.extra.get("vcard", []))


plain = st.text("abcdeé漢😀 ,;\\\n'.-", max_size=40).map(str.strip)


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Person,
            name=plain.filter(bool),
            title=plain,
            emails=st.lists(plain.filter(bool).map(Labelled), max_size=3).map(tuple),
            tags=st.lists(plain.filter(bool), max_size=3, unique=True).map(tuple),
            about=plain,
            sources=st.builds(Source, st.just("vcard"), plain.filter(bool)).map(lambda source: (source,)),
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda person: person.sources,
    ),
    st.integers(20, 75),
)
def test_a_reader_that_many_trust_agrees_on_well_formed_3_0(some: list[Person], width: int) -> None:
    ours = read(written(some, "3.0", width), "x").people
    theirs = vobject.readComponents(written(some, "3.0", 10_000).decode())
    for person, card in zip(ours, theirs, strict=True):
        said = {name: [line.value for line in lines] for name, lines in card.contents.items()}
        assert said["fn"] == [person.name]
        assert said["uid"] == [person.sources[0].key]
        assert said.get("title", [""]) == [person.title]
        assert said.get("note", [""]) == [person.about]
        assert said.get("email", []) == [email.value for email in person.emails]
        assert said.get("categories", [[]]) == [list(person.tags)]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_fold_at_every_byte_of_every_line_is_read(version: str) -> None:
    person = Person(name="Zoë 王小明 😀", about="é" * 20, sources=(Source("vcard", "ü"),))
    assert read(written([person], version, width=1), "x").people == (person,)
