from givenet_tui.domain.book import Book
from givenet_tui.domain.duplicates import duplicates
from givenet_tui.domain.people import Labelled, Person
from tests.factories import TODAY, person
from tests.hostile import NASTY


def mail(*values: str) -> tuple[Labelled, ...]:
    return tuple(map(Labelled, values))


def pairs(*people: Person) -> list[tuple[int, int, tuple[str, ...]]]:
    return [(pair.one.id, pair.other.id, pair.reasons) for pair in duplicates(Book(people))]


def test_who_shares_an_address_a_number_or_a_name_may_be_one() -> None:
    ada = person("Ada Lovelace", emails=mail("ada@x.org"), phones=mail("+44 20 7946 0000"))
    for other, reason in [
        (person("The Countess", emails=mail("c@x.org", " ADA@X.org")), "the same e-mail"),
        (person("A.", phones=mail("(020) 7946-0000")), "the same phone number"),
        (person("LOVELACE, Ada"), "the same name"),
        (person("Ádá  Lovelace", archived_on=TODAY), "the same name"),
    ]:
        assert pairs(other, ada) == [(ada.id, other.id, (reason,))], reason


def test_an_initial_and_a_last_name_say_something_in_the_same_organization_only() -> None:
    ada = person("Ada Lovelace", organization="Analytical Press")
    assert pairs(ada, person("A. Lovelace", organization="ANALYTICAL  press"))[0][2] == (
        "the same initial, last name and organization",
    )
    for name, organization in [
        ("A. Lovelace", "Elsewhere"),
        ("Grace Lovelace", "Analytical Press"),
        ("A. Lovelace", ""),
    ]:
        assert pairs(ada, person(name, organization=organization)) == []
    assert pairs(person("A. Lovelace"), person("Ada Lovelace")) == []


def test_what_says_nothing_makes_nobody_one() -> None:
    empty = {"emails": mail("", "none"), "phones": mail("", "12", "112", "000000000")}
    assert pairs(person("Ada", **empty), person("Bo", **empty), person("?", **empty), person("!", **empty)) == []
    ada = person("Ada")
    assert pairs(ada, person("Ada", deleted_at="2026-11-01T00:00:00.000Z")) == []
    assert pairs(*(person(name) for name in NASTY)) == []


def test_of_several_each_is_set_beside_the_oldest_with_all_reasons() -> None:
    some = [person("Ada L", emails=mail("a@x.org")) for _ in range(3)]
    reasons = ("the same e-mail", "the same name")
    assert pairs(*reversed(some)) == [(some[0].id, some[1].id, reasons), (some[0].id, some[2].id, reasons)]
