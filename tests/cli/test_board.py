"""`givenet board`."""

from datetime import date

import pytest

from tests.cli.conftest import GiveNet
from tests.factories import TODAY, objective, offer, person


def test_the_ten_of_this_month(givenet: GiveNet) -> None:
    ada, grace, hedy = person("Ada Lovelace"), person("Grace Hopper"), person("Hedy Lamarr")
    mine = objective()
    givenet.hold(
        ada, grace, hedy, mine,
        offer(ada, "done", outcome="every comment was used"),
        offer(grace, "offered", part="resource", objective=mine.id, what="Sort the slides"),
        offer(hedy, "declined", what="Film the radio"),
        offer(hedy, "chosen", part="resource"),
    )  # fmt: skip
    out = givenet("board").out
    assert out.startswith("November 2026  8 days left · 1 of 10 done")
    assert "● Ada Lovelace  done 22 Nov\n    Read the proofs of Note G\n    ↳ every comment was used" in out
    assert (
        "◑ Grace Hopper  offered 22 Nov\n    Sort the slides\n    for my objective · publish the compiler book" in out
    )
    assert "✕ Hedy Lamarr  declined  Film the radio" in out
    assert "○ Hedy Lamarr  chosen\n    no words yet" in out
    assert "○ 4 empty slots: " in out
    assert "○ 3 empty slots" in out


def test_json_has_both_parts_with_their_slots(givenet: GiveNet) -> None:
    ada = person("Ada Lovelace")
    proofs = offer(ada, "done")
    givenet.hold(ada, proofs)
    board = givenet("board", "--json").json
    assert list(board) == ["month", "raise_up", "resource"]
    assert board["month"] == "2026-11"
    slots = board["raise_up"]["slots"]
    assert [slot and slot["id"] for slot in slots] == [proofs.id, None, None, None, None]
    assert slots[0]["status"] == "done"
    assert board["resource"] == {"slots": [None] * 5, "beyond": [], "freed": [], "carried": []}


def test_another_month_shows_what_was_carried_on_from_it(givenet: GiveNet) -> None:
    ada = person("Ada Lovelace")
    givenet.hold(ada, offer(ada, "offered", on=date(2026, 10, 20), month="2026-11", carried_from=("2026-10",)))
    out = givenet("board", "2026-10").out
    assert out.startswith("October 2026  0 of 10 done")
    assert "→ Ada Lovelace  carried to November" in out
    assert givenet("board", "2026-10", "--json").json["raise_up"]["carried"][0]["month"] == "2026-11"


def test_a_sixth_stands_beyond_the_five(givenet: GiveNet) -> None:
    people = [person(f"Person {number}") for number in range(6)]
    givenet.hold(*people, *(offer(one, "drafted", on=TODAY) for one in people))
    out = givenet("board").out
    assert "beyond the 5\n  ◔ Person 5" in out


@pytest.mark.parametrize("month", ["november", "2026-13", "2026-1", "11", "2026-11-22", ""])
def test_what_is_no_month_is_wrong_usage(givenet: GiveNet, month: str) -> None:
    ran = givenet("board", month)
    assert ran.code == 2
    assert "is no month. Write it as 2026-11." in ran.err
