from givenet_tui.exchange.reading import read
from tests.exchange.samples import card


def keys(data: bytes) -> list[str]:
    return [person.sources[0].key for person in read(data, "x.vcf").people]


def test_without_a_uid_the_key_is_a_hash_of_name_and_first_e_mail_as_they_compare() -> None:
    one = keys(card("FN:Ada  LOVELACE", "EMAIL:Ada@Example.org", "TEL:1"))
    other = keys(card("FN:\uff21da Lovelace", "EMAIL:ada@example.ORG", "EMAIL:x@y", "NOTE:later"))
    assert one == other
    assert len(one[0]) == 32
    assert keys(card("FN:Ada Lovelace")) != one


def test_two_people_of_one_name_are_told_apart_and_one_written_twice_is_not() -> None:
    mum, other = card("FN:Mum", "TEL:1"), card("FN:Mum", "TEL:2")
    first, second, third = keys(mum + other + mum)
    assert first == third != second
    assert keys(card("FN:Mum", "TEL:1", "NOTE:new") + other) == [first, second]


def test_a_uid_that_stands_on_people_of_different_names_counts_for_the_first_alone() -> None:
    first, second, again = keys(card("FN:Ada", "UID:1") + card("FN:Grace", "UID:1") + card("FN:ADA", "UID:1"))
    assert first == again == "1"
    assert len(second) == 32
