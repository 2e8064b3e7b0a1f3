from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.behind import people_behind
from givenet_tui.domain.book import Book
from givenet_tui.domain.change import edited
from givenet_tui.domain.could_meet import could_meet
from givenet_tui.domain.errors import Refusal
from givenet_tui.domain.introductions import Next, answers, askings, both, came_back_for, next_asking
from givenet_tui.domain.offers import STATUSES, Asking, AskStatus, Offer, moves
from givenet_tui.domain.records import changed
from givenet_tui.domain.timeline import timeline
from givenet_tui.domain.verbs import introductions, offers
from tests.domain.random_books import books, many
from tests.factories import TODAY, aspiration, came_back, moment, objective, offer, person, touch

ada, grace, bo = person("Ada"), person("Grace"), person("Bo")


def introduction(status: str = "drafted", **fields: object) -> Offer:
    """Ada is introduced to Grace."""
    return offer(ada, status, introduces=grace.id, what="Introduce Ada to Grace", **fields)  # type: ignore[arg-type]


def after(made: Offer, *said: tuple[int, AskStatus]) -> Offer:
    """The offer once all of that was written down."""
    book = Book([ada, grace, bo, made])
    for person_id, status in said:
        book = book.apply(introductions.ask(book, moment(), made.id, person_id, status))
    return book.get(Offer, made.id)


def test_both_are_asked_one_after_the_other_and_then_it_is_offered() -> None:
    made = introduction()
    assert next_asking(made) == Next(ada.id, is_asked=False)
    made = after(made, (ada.id, "asked"))
    assert (made.status, next_asking(made)) == ("drafted", Next(grace.id, is_asked=False))
    made = after(made, (grace.id, "asked"))
    assert (made.status, made.reached("offered"), next_asking(made)) == ("offered", TODAY, Next(ada.id, is_asked=True))
    made = after(made, (ada.id, "yes"))
    assert (made.status, next_asking(made)) == ("offered", Next(grace.id, is_asked=True))
    made = after(made, (grace.id, "yes"))
    assert (made.status, next_asking(made)) == ("accepted", None)
    assert made.asked == (Asking(ada.id, "yes", TODAY), Asking(grace.id, "yes", TODAY))
    assert [step.status for step in made.steps] == ["drafted", "offered", "accepted"]


def test_the_first_may_say_yes_before_the_second_is_asked_and_two_who_said_yes_at_once_accept_it() -> None:
    made = after(introduction(), (ada.id, "yes"))
    assert (made.status, next_asking(made)) == ("drafted", Next(grace.id, is_asked=False))
    assert after(made, (grace.id, "asked")).status == "offered"
    assert [step.status for step in after(made, (grace.id, "yes")).steps] == ["drafted", "offered", "accepted"]


def test_a_no_of_either_goes_no_further_unless_they_come_to_want_it() -> None:
    made = after(introduction(), (ada.id, "yes"), (grace.id, "no"))
    assert (made.status, next_asking(made), moves(made)) == ("drafted", None, ("declined", "let_go"))
    with pytest.raises(Refusal, match="One of the two would rather not"):
        offers.step(Book([ada, grace, made]), moment(), made.id, "done")
    assert after(made, (grace.id, "yes")).status == "accepted"


def test_somebody_else_is_asked_anew_and_the_askings_of_who_is_out_of_it_go() -> None:
    made = after(introduction(), (ada.id, "yes"), (grace.id, "no"))
    book = Book([ada, grace, bo, made])
    other = book.apply(offers.edit(book, moment(), made.id, introduces=bo.id)).get(Offer, made.id)
    assert (other.asked, next_asking(other)) == ((Asking(ada.id, "yes", TODAY),), Next(bo.id, is_asked=False))
    nobody = book.apply(offers.edit(book, moment(), made.id, introduces=None)).get(Offer, made.id)
    assert (nobody.asked, both(nobody)) == ((), ())


@pytest.mark.parametrize(("status", "said"), [("offered", "asked"), ("accepted", "yes")])
def test_a_step_that_is_set_by_hand_says_how_it_stands_with_both(status: str, said: str) -> None:
    made = after(introduction(), (ada.id, "asked"))
    book = Book([ada, grace, made])
    stepped = book.apply(offers.step(book, moment(), made.id, status)).get(Offer, made.id)  # type: ignore[arg-type]
    assert {one.person: one.status for one in stepped.asked} == {ada.id: said, grace.id: said}


@pytest.mark.parametrize(
    ("made", "who", "status", "says"),
    [
        (offer(ada), ada, "asked", "This offer introduces nobody: there are no two to ask."),
        (introduction(), bo, "asked", "This introduction is between Ada and Grace."),
        (introduction("done"), ada, "asked", "This offer is done already: undo that, or make a new one."),
        (changed(introduction("chosen"), what=""), ada, "asked", "There are no words yet: write down what exactly"),
        (after(introduction(), (ada.id, "yes")), ada, "asked", "Ada said yes already."),
        (after(introduction(), (ada.id, "asked")), ada, "asked", "Ada was asked already."),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_a_sentence(made: Offer, who: object, status: AskStatus, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        introductions.ask(Book([ada, grace, bo, made]), moment(), made.id, who.id, status)  # type: ignore[attr-defined]
    assert refused.value.sentence.startswith(says)


def test_an_introduction_is_between_two_people_who_are_there_and_stays_theirs_once_both_said_yes() -> None:
    book = Book([ada, grace, bo, introduction("accepted")])
    with pytest.raises(Refusal, match="An introduction is between two people"):
        offers.make(book, moment(), ada.id, "Introduce Ada", introduces=ada.id)
    (made,) = book.offers_of(ada.id)
    with pytest.raises(Refusal, match="Both said yes to this introduction"):
        offers.edit(book, moment(), made.id, introduces=bo.id)
    gone = Book([ada, changed(grace, deleted_at="2026-11-22T10:00:00.000Z"), made])
    assert askings(gone, made) == ()
    with pytest.raises(Refusal, match="One of the two is in the trash"):
        introductions.ask(gone, moment(), made.id, ada.id, "yes")


def test_the_timelines_of_both_show_it_and_how_it_stands() -> None:
    made = after(introduction(), (ada.id, "asked"))
    book = Book([ada, grace, made])
    (hers,), (theirs,) = timeline(book, ada.id), timeline(book, grace.id)
    assert (hers.others, theirs.others, hers.record, theirs.record) == (("Grace",), ("Ada",), made, made)
    assert [(one.person.name, one.asking and one.asking.status) for one in theirs.askings] == [
        ("Ada", "asked"), ("Grace", None),
    ]  # fmt: skip
    elsewhere = book.apply(edited("", made, changed(made, introduces=None)))
    assert (timeline(elsewhere, grace.id), timeline(elsewhere, ada.id)[0].askings) == ([], ())


@many
@given(
    st.sampled_from(STATUSES[1:]),
    st.lists(st.tuples(st.sampled_from([ada.id, grace.id]), st.sampled_from(["asked", "yes", "no"])), max_size=6),
)
def test_whatever_is_written_down_the_steps_say_what_the_askings_say(
    status: str, said: list[tuple[int, AskStatus]]
) -> None:
    made = introduction(status)
    for person_id, answer in said:
        may = answers(made, person_id)
        try:
            made = after(made, (person_id, answer))
        except Refusal:
            assert answer not in may
            continue
        assert answer in may
        stands = {one.person: one.status for one in made.asked}
        assert made.status == made.steps[-1].status
        if status == "drafted":
            assert (made.status == "drafted") == (len(stands) < 2 or "no" in stands.values()) or "no" in stands.values()
            assert made.status != "accepted" or set(stands.values()) == {"yes"} or "no" in stands.values()
        following = next_asking(made)
        assert following is None or (following.is_asked == (following.person in stands))


def test_who_has_to_do_with_what_they_hope_for_could_be_met_first_and_then_whom_one_saw_last() -> None:
    hopes = aspiration(ada, "find a publisher for the Notes")
    cy = person("Cy", organization="Analytical Publishers")
    book = Book([
        ada, grace, bo, cy, person("Resting", archived_on=TODAY), hopes,
        touch(grace, on=date(2026, 11, 1)), touch(bo, on=date(2026, 11, 20)),
    ])  # fmt: skip
    found = could_meet(book, ada, TODAY)
    assert [book.person(one.person_id).name for one in found] == ["Cy", "Bo", "Grace"]
    assert found[0].reason == "has to do with “Publishers”, Ada's goal is “find a publisher for the Notes”"
    assert (found[0].aspiration, found[1].reason) == (hopes.id, "in touch 2 days ago")


def test_what_came_back_of_an_introduction_may_come_from_either_of_the_two() -> None:
    made = introduction("done")
    hers, theirs = came_back(ada, offer=made.id), came_back(grace, offer=made.id)
    book = Book([ada, grace, bo, made, hers, theirs, came_back(bo, offer=made.id), came_back(ada)])
    assert came_back_for(book, made) == [hers, theirs]
    assert came_back_for(book, changed(made, introduces=None)) == [hers]


def test_behind_an_objective_stand_those_with_an_offer_for_it_and_those_who_helped_each_once() -> None:
    mine, other = objective(), objective()
    gone = person("Gone", deleted_at="2026-11-22T10:00:00.000Z")
    book = Book([
        ada, grace, bo, gone, mine, other, came_back(grace, objective=mine.id), came_back(ada, objective=mine.id),
        offer(ada, objective=mine.id), offer(bo, "let_go", objective=mine.id), offer(gone, objective=mine.id),
    ])  # fmt: skip
    assert people_behind(book, mine.id) == (ada, grace)
    assert people_behind(book, other.id) == ()


@many
@given(books())
def test_whom_they_could_meet_are_others_of_the_circle_and_what_it_would_serve_is_theirs(book: Book) -> None:
    for someone in book.people.values():
        found = could_meet(book, someone, TODAY)
        ids = [one.person_id for one in found]
        assert len(ids) == len(set(ids))
        assert set(ids) <= {one.id for one in book.circle} - {someone.id}
        hopes = {hope.id for hope in book.aspirations_of(someone.id) if hope.is_open}
        assert {one.aspiration for one in found} <= {None, *hopes}
        assert [one.aspiration is None for one in found] == sorted(one.aspiration is None for one in found)
