"""`givenet duplicates`: who may be one."""

from givenet_tui.domain.people import Labelled
from tests.cli.conftest import GiveNet
from tests.factories import person


def test_pairs_are_listed_with_the_reason_and_nothing_is_changed(givenet: GiveNet) -> None:
    ada = person("Ada Lovelace", emails=(Labelled("ada@x.org"),))
    twin = person("The Countess", emails=(Labelled("ADA@x.org"),))
    givenet.hold(ada, twin, person("Bo"))
    before = givenet.file.read_bytes()
    ran = givenet("duplicates")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].split() == [
        "Ada", "Lovelace", str(ada.id), "The", "Countess", str(twin.id), "the", "same", "e-mail",
    ]  # fmt: skip
    assert ran.lines[-1] == "1 pair may be one. In the app: ctrl+p, “two who are one”."
    (pair,) = givenet("duplicates", "--json").json
    assert ([one["id"] for one in pair["people"]], pair["reasons"]) == ([ada.id, twin.id], ["the same e-mail"])
    assert givenet.file.read_bytes() == before


def test_where_nobody_is_alike_a_sentence_says_so(givenet: GiveNet) -> None:
    givenet.hold(person("Ada"), person("Bo"))
    ran = givenet("duplicates")
    assert (ran.code, ran.lines) == (0, ["Nobody looks like somebody else in your book."])
    assert givenet("duplicates", "--json").json == []
    assert givenet("duplicates", "ada").code == 2
