"""What is offered from the shell: what it serves, whom it brings together, and how the two were asked."""

from tests.cli.conftest import GiveNet
from tests.factories import aspiration, came_back, objective, offer, person

ada, grace = person("Ada Lovelace"), person("Grace Hopper")


def test_an_offer_is_tied_to_what_they_told_you_by_words_that_fit_one_thing(givenet: GiveNet) -> None:
    school, machine = aspiration(ada, "a school for girls"), aspiration(ada, "a machine that sings")
    theirs = aspiration(grace, "a school for boys")
    givenet.hold(ada, grace, school, machine, theirs)
    assert givenet("offer", "ada", "Lend her the hall", "--serves", "SCHOOL", "--json").json["serves"] == school.id
    several = givenet("offer", "ada", "Lend her the hall", "--serves", "a")
    assert several.code == 1
    assert several.err.startswith("“a” fits 2 things that Ada Lovelace told you. Use the number of one: ")
    assert f"{machine.id} a machine that sings" in several.err
    nothing = givenet("offer", "ada", "Lend her the hall", "--serves", "boys")
    assert (nothing.code, nothing.err) == (
        1, f"Nothing that Ada Lovelace told you fits “boys”. `givenet show {ada.id}` has all of it.\n",
    )  # fmt: skip
    assert givenet("offer", "ada", "Lend her the hall", "--serves", "7").code == 1
    assert givenet("show", "ada", "--json").json["aspirations"][0]["id"] == school.id


def test_help_and_an_offer_are_for_an_objective_by_its_words(givenet: GiveNet) -> None:
    old, mine = objective("publish the talk", status="reached"), objective("publish the book")
    givenet.hold(ada, old, mine)
    made = givenet("offer", "ada", "Send the slides", "--objective", "publish", "--json").json
    assert (made["objective"], made["part"]) == (mine.id, "resource")
    assert givenet("came-back", "ada", "a printer", "--objective", "talk", "--json").json["objective"] == old.id
    assert "Nothing among your objectives fits “fly”" in givenet("came-back", "ada", "x", "--objective", "fly").err


def test_the_two_of_an_introduction_are_asked_one_by_one(givenet: GiveNet) -> None:
    givenet.hold(ada, grace)
    made = givenet("offer", "ada", "Introduce her to Grace", "--introduces", "grace", "--json").json
    assert made["introduces"] == grace.id
    assert givenet("step", "ada").out.startswith("Ada Lovelace: was asked")
    assert "Ada Lovelace: asked today · Grace Hopper: not asked yet" in givenet("board").out
    assert givenet("step", "ada", "asked").out.startswith("Grace Hopper: was asked, and the introduction offered")
    waits = givenet("step", "ada")
    assert (waits.code, waits.err) == (
        1, f"Ada Lovelace was asked. When they have answered: `givenet step {made['id']} yes`, or no.\n",
    )  # fmt: skip
    assert givenet("step", "ada", "yes", "--of", "grace").code == 0
    assert givenet("step", "ada", "yes").out.startswith("Ada Lovelace: said yes, and the introduction accepted")
    assert "Ada Lovelace: yes · Grace Hopper: yes" in givenet("show", "grace").out
    assert givenet("step", "ada").out.startswith("Ada Lovelace: done")
    again = givenet("step", str(made["id"]), "no")
    assert (again.code, again.err) == (1, "This offer is done already: undo that, or make a new one.\n")


def test_who_is_asked_of_an_offer_to_one_is_said_to_be_nobody(givenet: GiveNet) -> None:
    givenet.hold(ada, offer(ada, "drafted"), came_back(ada))
    assert givenet("step", "ada", "yes").err == "This offer introduces nobody: there are no two to ask.\n"
    assert givenet("step", "ada", "offered", "--of", "ada").code == 2
    assert givenet("offer", "ada", "Introduce her", "--introduces", "ada").err == (
        "An introduction is between two people: choose someone else than Ada Lovelace.\n"
    )
