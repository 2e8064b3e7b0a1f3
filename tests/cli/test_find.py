"""`givenet find`: everything that holds some words."""

from datetime import timedelta

from tests.cli.conftest import GiveNet
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import CONTROL, NASTY


def test_all_that_holds_the_words_is_told_best_first(givenet: GiveNet) -> None:
    ada, bo = person("Ada", about="keeps looms"), person("Bo Loomis", tags=("weaving",))
    dream, talk = aspiration(ada, "own a loom", "dream"), touch(ada, bo, text="two\nLOOMS", channel="call")
    given = offer(bo, "done", TODAY - timedelta(1), what="find a loom")
    back, aim = came_back(bo, "a loom", TODAY - timedelta(2)), objective("weave on a loom")
    givenet.hold(ada, bo, dream, talk, given, back, aim)
    lines = givenet("find", "loom").lines
    assert [line.split("  ")[0] for line in lines[:-2]] == [
        "person", "dream", "call", "offer", "came back", "my objective", "notes",
    ]  # fmt: skip
    assert lines[0].split("  ")[-1] == "Bo Loomis"
    assert lines[2].endswith("Ada, Bo Loomis  22 Nov  two LOOMS")
    assert lines[5].endswith("2026    weave on a loom")
    assert lines[-1] == "7 places"
    told = givenet("find", "loom", "--json").json
    assert [(one["table"], one["id"], one["where"]) for one in told] == [
        ("people", bo.id, "name"), ("aspirations", dream.id, "aspiration"), ("interactions", talk.id, "note"),
        ("offers", given.id, "note"), ("help", back.id, "note"), ("objectives", aim.id, "note"),
        ("people", ada.id, "note"),
    ]  # fmt: skip
    assert (told[3]["what"], told[2]["text"], told[1]["kind"]) == ("find a loom", "two\nLOOMS", "dream")


def test_terms_narrow_it_as_they_narrow_people(givenet: GiveNet) -> None:
    ada, bo = person("Ada", tags=("work",)), person("Bo")
    givenet.hold(ada, bo, touch(ada, text="looms"), touch(bo, text="looms"))
    assert [one["people"] for one in givenet("find", "looms", "tag:work", "--json").json] == [[ada.id]]
    assert [one["people"] for one in givenet("find", "looms", "-tag:work", "--json").json] == [[bo.id]]
    assert [one["name"] for one in givenet("find", "tag:work", "--json").json] == ["Ada"]


def test_what_cannot_be_looked_for_is_an_error_and_finding_nothing_is_none(givenet: GiveNet) -> None:
    givenet.hold(person("Ada"))
    ran = givenet("find", "foo:bar", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("There is no “foo:”. Known are tag:, quiet:, board:, knows:, last: and born:.")
    assert (
        givenet("find", " ").err == "There is nothing to look for: name a word, or a term such as quiet: or tag:work.\n"
    )
    assert (givenet("find", "zzz").code, givenet("find", "zzz").out) == (0, "Nothing holds “zzz”.\n")
    assert givenet("find", "zzz", "--json").json == []
    assert givenet("find").code == 2


def test_hostile_words_are_found_and_printed_harmlessly(givenet: GiveNet) -> None:
    people = [person(text, about=f"loom {text}") for text in NASTY]
    givenet.hold(*people, *(touch(one, text=f"{one.name} loom") for one in people))
    ran = givenet("find", "loom", width=60)
    assert len(ran.lines) == 2 * len(NASTY) + 2
    assert not CONTROL.search(ran.out)
    for text in NASTY:
        assert givenet("find", text, "--json").json
