import re
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain.book import Book
from givenet_tui.domain.check_ins import Snooze
from givenet_tui.domain.days import ago
from givenet_tui.domain.folding import fold
from givenet_tui.domain.objectives import Objective
from givenet_tui.domain.offers import FREED, PARTS, Part, Step
from givenet_tui.domain.records import Record
from givenet_tui.domain.shared_words import stems
from givenet_tui.domain.suggestions import Suggestion, suggestions
from tests.domain.random_books import books, many, some
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch

NOVEMBER = "2026-11"
parts = st.sampled_from(PARTS)


def back(days: int) -> date:
    return TODAY - timedelta(days)


def reasons(records: Sequence[Record], part: Part = "raise_up", objective_id: int | None = None) -> dict[str, str]:
    """The reason for each person by name, best first."""
    book = Book(records)
    found = suggestions(book, NOVEMBER, part, TODAY, objective_id)
    return {book.people[one.person_id].name: one.reason for one in found}


# --- properties ----------------------------------------------------------------------------------


@many
@given(books(), parts)
def test_the_whole_circle_is_suggested_but_for_those_who_stand_there(book: Book, part: Part) -> None:
    found = [one.person_id for one in suggestions(book, NOVEMBER, part, TODAY)]
    here = {
        one.person
        for one in book.offers_in(NOVEMBER)
        if one.month == NOVEMBER and one.part == part and one.status not in FREED
    }
    assert len(found) == len(set(found))
    assert set(found) == {person.id for person in book.circle} - here
    put_off = {snooze.record for snooze in book.all(Snooze) if snooze.until > TODAY}
    ranked = [person_id in put_off for person_id in found]
    assert ranked == sorted(ranked), "who is put off comes last"


@some
@given(books(), parts, st.randoms(use_true_random=False))
def test_suggestions_hang_on_what_is_in_the_book_and_not_on_its_order(book: Book, part: Part, random: object) -> None:
    records = [record for rows in book.records.values() for record in rows.values()]
    random.shuffle(records)  # type: ignore[attr-defined]
    assert suggestions(Book(records), NOVEMBER, part, TODAY) == suggestions(book, NOVEMBER, part, TODAY)


@many
@given(books(), parts)
def test_every_reason_is_a_fact_of_the_book(book: Book, part: Part) -> None:
    for one in suggestions(book, NOVEMBER, part, TODAY):
        assert is_true(book, one), one.reason
        told = {told.id for told in book.aspirations_of(one.person_id) if told.is_open}
        assert one.aspiration in told or (one.aspiration is None and not told)
        assert part == "resource" or one.objective is None
        objective = book.find(Objective, one.objective)
        assert objective is None or (objective.is_open and objective.year == 2026)


def is_true(book: Book, one: Suggestion) -> bool:
    """Whether a reason holds, found out the long way."""
    told = book.aspirations_of(one.person_id)
    steps = [made.steps[-1].on for made in book.offers_of(one.person_id) if made.status != "chosen"]
    gave = [made.steps[-1].on for made in book.offers_of(one.person_id) if made.status == "done"]
    match one.reason.partition(" ")[0]:
        case "helped":
            with_it = {
                help_.objective for help_ in book.help_of(one.person_id) if book.find(Objective, help_.objective)
            }
            texts = {book.get(Objective, objective or 0).text for objective in with_it}
            return any(" ".join(text.split()) in one.reason for text in texts) or bool(book.help_of(one.person_id))
        case "told" if "no offer" in one.reason:
            latest = max((hope for hope in told if hope.is_open), key=lambda hope: (hope.heard_on or date.min, hope.id))
            when = f" {ago(latest.heard_on, TODAY)}, no offer since" if latest.heard_on else ", no offer so far"
            none_since = not steps or (latest.heard_on is not None and max(steps) < latest.heard_on)
            return none_since and one.reason in {f"told you a {latest.kind}{when}", f"told you an {latest.kind}{when}"}
        case "you":
            day = max(gave)
            return one.reason.removeprefix("you last gave ") in {ago(day, TODAY), f"in {day:%B}"}
        case "your" if one.reason.startswith("your last offer"):
            return not gave and one.reason == f"your last offer is from {max(steps):%B}"
        case "in":
            return not steps and one.reason == "in your circle since January, no offer so far"
        case _:
            return stands_there(book, one) if one.reason.startswith("stands in") else shares_a_word(book, one)


def stands_there(book: Book, one: Suggestion) -> bool:
    named = {"raise_up": "Raise up", "resource": "Be a resource"}
    there = [made for made in book.offers_of(one.person_id) if made.month == NOVEMBER]
    return any(one.reason == f"stands in “{named[made.part]}” of November already" for made in there)


def shares_a_word(book: Book, one: Suggestion) -> bool:
    word, aim = re.findall("“([^”]+)”", one.reason)
    person = book.person(one.person_id)
    texts = {
        "has to do with": [person.title, person.organization],
        "tagged": list(person.tags),
        "your notes say": [person.about],
        "told you": [told.text for told in book.aspirations_of(person.id)],
    }
    said = next((said for said in texts if one.reason.startswith(said)), None)
    known = texts[said] if said else [touch.text for touch in book.interactions_of(person.id)]
    objective = book.get(Objective, one.objective or 0)
    assert " ".join(objective.text.split()) == aim
    return any(word in text for text in known) and any(fold(word).startswith(stem) for stem in stems(objective.text))


# --- whom to raise up ----------------------------------------------------------------------------


def test_whoever_told_you_something_lately_and_got_no_offer_comes_first() -> None:
    lately, long_ago, answered, silent = person("Lately"), person("Long ago"), person("Answered"), person("Silent")
    found = reasons([
        silent, answered, long_ago, lately,
        aspiration(lately, heard_on=back(21)), aspiration(long_ago, kind="objective", heard_on=back(200)),
        aspiration(answered, heard_on=back(30)), offer(answered, "done", date(2026, 11, 1), month="2026-10"),
    ])  # fmt: skip
    assert found == {
        "Lately": "told you a goal 3 weeks ago, no offer since",
        "Long ago": "told you an objective 6 months ago, no offer since",
        "Answered": "you last gave 3 weeks ago",
        "Silent": "in your circle since January, no offer so far",
    }
    assert list(found) == ["Lately", "Long ago", "Answered", "Silent"]


def test_an_older_offer_leaves_a_new_goal_without_one() -> None:
    ada = person("Ada")
    earlier = offer(ada, "done", back(90), month="2026-08")
    found = reasons([ada, earlier, aspiration(ada, heard_on=back(60)), aspiration(ada, "b", heard_on=back(14))])
    assert found == {"Ada": "told you a goal 2 weeks ago, no offer since"}


def test_an_offer_of_the_same_day_answers_a_goal() -> None:
    ada = person("Ada")
    found = reasons([ada, aspiration(ada, heard_on=back(60)), offer(ada, "done", back(60), month="2026-09")])
    assert found == {"Ada": "you last gave in September"}


def test_a_goal_whose_day_is_not_known_counts_while_there_is_no_offer_at_all() -> None:
    ada = person("Ada")
    assert reasons([ada, aspiration(ada)]) == {"Ada": "told you a goal, no offer so far"}
    assert reasons([ada, aspiration(ada, heard_on=back(-4))]) == {"Ada": "told you a goal, no offer so far"}
    old = offer(ada, "declined", date(2025, 3, 1))
    assert reasons([ada, aspiration(ada), old]) == {"Ada": "your last offer is from March 2025"}


def test_of_two_things_told_on_one_day_the_one_written_down_last_counts() -> None:
    ada = person("Ada")
    one, two = aspiration(ada, kind="hope", heard_on=back(3)), aspiration(ada, kind="dream", heard_on=back(3))
    for records in ([ada, one, two], [ada, two, one]):
        assert suggestions(Book(records), NOVEMBER, "raise_up", TODAY)[0].aspiration == two.id


def test_being_chosen_is_no_offer_yet() -> None:
    ada = person("Ada")
    chosen = offer(ada, "chosen", part="resource")
    found = reasons([ada, chosen, aspiration(ada, heard_on=back(3))])
    assert found == {"Ada": "told you a goal 3 days ago, no offer since"}


def test_whoever_got_something_longest_ago_comes_before_the_others() -> None:
    people = [person(name) for name in "abc"]
    gave = [offer(who, "done", on) for who, on in zip(people, [back(60), back(250), back(100)], strict=True)]
    told = [aspiration(who, heard_on=back(300)) for who in people]
    assert list(reasons([*people, *gave, *told])) == ["b", "c", "a"]
    assert next(iter(reasons([*people, *gave, *told]).values())) == "you last gave in March"


def test_of_people_of_whom_nothing_is_known_those_you_met_last_come_first() -> None:
    never, long_ago, lately = person("Never"), person("Long ago"), person("Lately")
    records = [never, long_ago, lately, touch(long_ago, on=back(90)), touch(lately, on=back(9))]
    assert list(reasons(records)) == ["Lately", "Long ago", "Never"]


def test_who_stands_in_the_other_part_comes_after_the_rest_and_who_is_put_off_last() -> None:
    there, put_off, free = person("There"), person("Put off"), person("Free")
    records = [
        there, put_off, free, offer(there, part="resource"), Snooze(id=1, record=put_off.id, until=back(-1)),
        aspiration(put_off, heard_on=back(1)), aspiration(there, heard_on=TODAY),
    ]  # fmt: skip
    assert list(reasons(records)) == ["Free", "There", "Put off"]


def test_who_stands_on_this_months_board_already_is_said_to() -> None:
    ada, grace, bo = person("Ada"), person("Grace"), person("Bo")
    records = [ada, grace, bo, offer(ada, "done"), offer(grace, "drafted"), offer(bo, "drafted"), aspiration(bo)]
    assert reasons([*records, offer(grace, "done", month="2026-10")], "resource") == {
        "Ada": "stands in “Raise up” of November already",
        "Grace": "stands in “Raise up” of November already",
        "Bo": "stands in “Raise up” of November already",
    }


def test_freed_and_carried_offers_leave_a_person_free_to_be_chosen() -> None:
    ada, grace = person("Ada"), person("Grace")
    records = [ada, grace, offer(ada, "declined"), offer(grace, month="2026-12", carried_from=(NOVEMBER,))]
    assert set(reasons(records)) == {"Ada", "Grace"}


# --- who may help --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"organization": "Guild of Publishers"}, "has to do with “Publishers”"),
        ({"title": "Editor of BOOKS"}, "has to do with “BOOKS”"),
        ({"tags": ("friends", "publishing")}, "tagged “publishing”"),
        ({"about": "Wrote two books"}, "your notes say “books”"),
        ({"about": "Éditeur, compilateurs, compilérs"}, "your notes say “compilérs”"),
    ],
)
def test_words_shared_with_an_objective_are_a_reason(known: dict[str, str], reason: str) -> None:
    found = reasons([person("Ada", **known), objective("publish the compiler book")], "resource")
    assert found == {"Ada": f"{reason}, your objective is “publish the compiler book”"}


def test_words_are_found_in_what_they_told_you_and_in_what_came_up_between_you() -> None:
    ada, grace, alan = person("Ada"), person("Grace"), person("Alan")
    mine, hope = objective("publish the compiler book"), aspiration(ada, "a bookshop by the sea", heard_on=back(300))
    records = [ada, grace, alan, mine, hope, touch(grace, on=back(21), text="She knows two\npublishers.")]
    found = suggestions(Book(records), NOVEMBER, "resource", TODAY)
    assert found[:2] == [
        Suggestion(
            ada.id,
            "told you a goal with “bookshop” in it, your objective is “publish the compiler book”",
            hope.id,
            mine.id,
        ),
        Suggestion(
            grace.id,
            "“publishers” came up between you 3 weeks ago, your objective is “publish the compiler book”",
            None,
            mine.id,
        ),
    ]
    assert found[2].objective is None


@pytest.mark.parametrize("about", ["a notebook", "bookkeeping", "the republic", "run", "runs by the way"])
def test_a_word_in_a_word_and_words_that_say_nothing_are_no_reason(about: str) -> None:
    aims = objective("publish the book on the way this year")
    assert "objective" not in reasons([person("Ada", about=about), aims], "resource")["Ada"]


def test_three_letters_must_be_the_whole_word() -> None:
    ada, grace = person("Ada", about="Wants to run."), person("Grace", about="runs, running, runner")
    found = reasons([ada, grace, objective("run a marathon")], "resource")
    assert found["Ada"] == "your notes say “run”, your objective is “run a marathon”"
    assert "objective" not in found["Grace"]


def test_whoever_shares_more_and_rarer_words_comes_first() -> None:
    both, rare, common = person("Both", tags=("compiler", "book")), person("Rare", about="compilers"), person("Common")
    records: list[Record] = [
        common, rare, both, touch(common, text="a book"), person("Other", about="book"), objective("the compiler book")
    ]  # fmt: skip
    assert list(reasons(records, "resource"))[:2] == ["Both", "Rare"]


def test_a_word_that_everybody_shares_tells_nothing() -> None:
    people = [person(str(number), about="reads a book") for number in range(8)]
    found = reasons([*people, objective("the book")], "resource")
    assert not any("objective" in reason for reason in found.values())


def test_whoever_helped_with_the_objective_before_comes_first() -> None:
    ada, grace, alan = person("Ada"), person("Grace", about="publishers"), person("Alan")
    mine, last_year = objective("publish the book"), objective("run a marathon", year=2025)
    helps: list[Record] = [
        came_back(ada, on=back(90), objective=mine.id), came_back(alan, on=back(3), objective=last_year.id)
    ]  # fmt: skip
    assert reasons([alan, grace, ada, mine, last_year, *helps], "resource") == {
        "Ada": "helped you with “publish the book” before",
        "Grace": "your notes say “publishers”, your objective is “publish the book”",
        "Alan": "helped you with “run a marathon” before",
    }


def test_later_help_with_something_else_does_not_hide_help_with_the_objective() -> None:
    ada, mine = person("Ada"), objective("publish the book")
    helps = [came_back(ada, on=back(90), objective=mine.id), came_back(ada, on=back(3))]
    assert reasons([ada, mine, *helps], "resource") == {"Ada": "helped you with “publish the book” before"}


def test_of_two_objectives_the_one_that_shares_the_rarer_word_is_named() -> None:
    ada, others = person("Ada", about="a book, a marathon"), [person(str(number), about="book") for number in range(4)]
    for mine in ([objective("the book"), objective("marathon")], [objective("marathon"), objective("the book")]):
        assert reasons([ada, *others, *mine], "resource")["Ada"].endswith("your objective is “marathon”")


def test_help_without_an_objective_is_told_by_its_words() -> None:
    ada, long = person("Ada"), "a letter to the Royal Society about the machine, and two evenings of reading"
    found = reasons([ada, came_back(ada, f"a  letter\n{long[9:]}", date(2026, 3, 1))], "resource")
    assert found == {"Ada": "helped you in March: “a letter to the Royal Society about the machine, and two ev…”"}


def test_an_objective_that_is_named_is_the_only_one_that_counts() -> None:
    ada = person("Ada", about="publishers")
    book, run = objective("publish the book"), objective("run a marathon")
    assert "publish" in reasons([ada, book, run], "resource")["Ada"]
    found = suggestions(Book([ada, book, run]), NOVEMBER, "resource", TODAY, run.id)
    assert found == [Suggestion(ada.id, "in your circle since January, no offer so far", None, run.id)]


def test_objectives_that_are_closed_or_of_another_year_do_not_count() -> None:
    ada = person("Ada", about="publishers")
    for mine in (objective("publish it", status="reached"), objective("publish it", year=2025)):
        assert "publish" not in reasons([ada, mine], "resource")["Ada"]


def test_to_raise_up_no_objective_counts() -> None:
    ada, mine = person("Ada", about="publishers"), objective("publish it")
    assert reasons([ada, mine, came_back(ada, objective=mine.id)]) == {
        "Ada": "in your circle since January, no offer so far"
    }


def test_help_of_someone_who_rests_suggests_nobody() -> None:
    resting = person(archived_on=TODAY, about="publishers")
    assert reasons([resting, objective("publish it"), came_back(resting)], "resource") == {}


def test_steps_in_any_order_of_days_tell_the_latest() -> None:
    ada = person("Ada")
    walked = (Step("offered", back(5)), Step("accepted", back(50)))
    found = reasons([ada, offer(ada, "accepted", steps=walked, month="2026-10"), aspiration(ada, heard_on=back(20))])
    assert found == {"Ada": "your last offer is from November"}
