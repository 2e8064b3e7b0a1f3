"""Stories of the board: the month's two parts of five slots."""

import pytest

from givenet_tui.domain.favours import FAVOURS
from givenet_tui.domain.settings import Settings
from givenet_tui.plain import line
from givenet_tui.ui.widgets.choice import Choice
from tests.factories import TODAY, aspiration, came_back, objective, offer, person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story
from tests.ui.killed import fields

WIDE = (120, 44)


def statuses(story: Story) -> list[str]:
    return [row["status"] for row in story.rows("offers")]


async def test_someone_is_chosen_for_an_empty_slot_and_the_cursor_stays_on_them(open_story: OpenStory) -> None:
    ada, bo = person(f"Ada {NASTY[0]}"), person("Bo")
    async with open_story(ada, bo, aspiration(bo, "a quiet house", heard_on=TODAY)) as story:
        await story.press("3", "a")
        assert (story.place, story.focus) == ("PickPerson", "narrow")
        assert "Whom can you raise up?" in story.screen
        assert story.screen.index("Bo") < story.screen.index(f"Ada {NASTY[0]}")
        await story.press("down", "enter")
        (row,) = story.rows("offers")
        assert (row["person"], row["status"], row["part"], row["month"]) == (ada.id, "chosen", "raise_up", "2026-11")
        assert (story.place, story.cursor) == ("BoardScreen", row["id"])
        assert "no words yet: space writes the offer" in story.screen


async def test_anyone_is_found_by_name_and_who_stands_there_already_is_refused_in_the_dialog(
    open_story: OpenStory,
) -> None:
    people = [person(f"Number {n}") for n in range(3)]
    async with open_story(*people, offer(people[1], "drafted")) as story:
        await story.press("3", "j", "space")
        await story.write("number 1")
        assert "Number 2" not in story.screen
        await story.press("enter")
        assert story.place == "PickPerson"
        assert "Number 1 stands in “Raise up” of November already" in story.words
        for _ in range(3):
            await story.press("backspace")
        await story.write("nobody")
        assert "Nobody fits." in story.screen
        await story.press("enter")
        assert "Nobody is under the cursor: type another part of the name." in story.screen
        await story.press("escape")
        assert (story.place, statuses(story)) == ("BoardScreen", ["drafted"])


async def test_an_offer_goes_from_chosen_to_done_by_the_space_bar(open_story: OpenStory) -> None:
    ada = person(f"Ada {NASTY[3]}")
    async with open_story(ada, offer(ada, "chosen"), aspiration(ada, "see it printed")) as story:
        await story.press("3", "x")
        assert "There are no words yet" in story.toasts[-1]
        await story.press("space")
        assert (story.place, story.focus) == ("OfferDialog", "what")
        await story.write(f"Read {NASTY[1]} by Friday")
        await story.press("enter")
        assert statuses(story) == ["drafted"]
        assert f"Read {NASTY[1]}" in story.screen
        await story.press("space", "space")
        assert statuses(story) == ["accepted"]
        await story.press("space")
        await story.write(f"it was read {NASTY[2]}")
        await story.press("enter")
        (row,) = story.rows("offers")
        assert [step["status"] for step in row["steps"]] == ["chosen", "drafted", "offered", "accepted", "done"]
        assert row["outcome"] == f"it was read {NASTY[2]}"
        assert "1 of 10 done" in story.screen
        assert story.cursor == row["id"]


@pytest.mark.parametrize(("key", "status"), [("n", "declined"), ("l", "let_go"), ("o", "offered"), ("a", "accepted")])
async def test_the_step_is_set_by_one_key(open_story: OpenStory, key: str, status: str) -> None:
    ada = person()
    made = offer(ada, "drafted")
    async with open_story(ada, made, size=WIDE) as story:
        await story.press("3", "s")
        assert "Where does it stand" in story.screen
        assert "Read the proofs of Note G" in story.screen
        await story.press(key)
        assert statuses(story) == [status]
        assert story.cursor == made.id
        freed = status in {"declined", "let_go"}
        assert (story.app.screen.query_one("#raise_up").keys[0] == "empty-0") == freed  # type: ignore[attr-defined]
        await story.press("u")
        assert (statuses(story), story.cursor) == (["drafted"], made.id)


async def test_a_step_set_to_done_asks_what_came_of_it(open_story: OpenStory) -> None:
    ada = person()
    async with open_story(ada, offer(ada, "drafted")) as story:
        await story.press("3", "s", "x")
        assert story.place == "WordsDialog"
        await story.press("enter")
        assert statuses(story) == ["done"]


async def test_an_offer_is_edited_and_of_a_closed_one_what_came_of_it(open_story: OpenStory) -> None:
    ada, mine = person(), objective("print the book")
    made = offer(ada, "accepted", what="Read", part="resource", objective=mine.id)
    async with open_story(ada, mine, made) as story:
        await story.press("3", "tab", "enter")
        assert story.place == "OfferDialog"
        assert "print the book" in story.screen
        await story.write(" it all")
        await story.press("tab")
        await story.write("tomorrow")
        await story.press("tab", "right", "enter")
        (row,) = story.rows("offers")
        assert (row["what"], row["due"], row["part"]) == ("Read it all", "2026-11-23", "resource")
        assert "objective" not in row
        await story.press("x")
        await story.write("well")
        await story.press("enter", "e")
        await story.write(" done")
        await story.press("enter")
        assert story.rows("offers")[0]["outcome"] == "well done"
        assert story.focus == "resource"


async def test_an_objective_of_ones_own_makes_them_a_resource_and_a_full_part_says_so(open_story: OpenStory) -> None:
    people = [person(f"Number {n}") for n in range(7)]
    mine = objective(f"print {NASTY[0]}")
    five = [offer(one, "drafted") for one in people[:5]]
    async with open_story(*people, mine, *five, size=WIDE) as story:
        await story.press("2", "G", "o")
        assert "goes beyond the 5" in story.words
        await story.write("Send the plan")
        await story.press("tab", "tab", "right")
        assert f"print {NASTY[0]}" in story.screen
        await story.press("enter")
        assert (story.rows("offers")[-1]["part"], story.rows("offers")[-1]["objective"]) == ("resource", mine.id)
        await story.press("k", "o")
        await story.write("Bring the press")
        await story.press("enter", "3")
        rows = story.app.screen.query_one("#raise_up").keys  # type: ignore[attr-defined]
        assert len(rows) == 6
        assert story.rows("offers")[-1]["part"] == "raise_up"
        assert f"print {NASTY[0]}" in story.screen


async def test_a_favour_begins_an_offer_by_one_key_and_never_replaces_words(open_story: OpenStory) -> None:
    ada = person("Ada")
    async with open_story(ada, size=WIDE) as story:
        await story.press("2", "o", "f2")
        assert story.focus == "favours"
        await story.press("w")
        assert story.focus == "what"
        await story.press("f2", "l")
        assert fields(story).strip() == "Lend Ada my", "nothing was added: another favour takes its place"
        await story.write("press")
        await story.press("f2")
        assert "There are words already" in story.screen
        await story.press("enter")
        assert story.rows("offers")[0]["what"] == "Lend Ada my press"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_key_stands_beside_its_words_where_a_choice_takes_several_lines(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    async with open_story(person("Ada"), size=size) as story:
        await story.press("2", "o", "f2")
        for favour in FAVOURS:
            assert f"{favour.key} {favour.label}" in story.screen
        await story.press("escape", "l")
        for option in story.app.screen.query_one(Choice).options:
            assert f" {option.key} {option.words}" in story.screen


async def test_n_l_h_and_o_are_about_who_stands_in_the_slot(open_story: OpenStory) -> None:
    ada = person()
    made = offer(ada, "drafted")
    async with open_story(ada, made, size=WIDE) as story:
        await story.press("3", "n", "h")
        await story.write("rest")
        await story.press("enter", "l", "m")
        await story.write("tea")
        await story.press("enter", "h")
        assert story.place == "HelpDialog"
        assert "Read the proofs of Note G" in story.screen
        await story.write(f"thanks {NASTY[0]}")
        await story.press("enter")
        assert (story.rows("help")[0]["offer"], story.rows("help")[0]["text"]) == (made.id, f"thanks {NASTY[0]}")
        assert story.rows("aspirations")[0]["person"] == ada.id
        assert story.rows("interactions")[0]["people"] == [ada.id]
        assert "came back" in story.screen
        await story.press("o")
        assert "Read the proofs of Note G" in story.screen
        await story.write(", twice")
        await story.press("enter")
        assert [row["what"] for row in story.rows("offers")] == ["Read the proofs of Note G, twice"]
        assert story.cursor == made.id


async def test_a_slot_is_deleted_and_comes_back(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    first, second = offer(ada, "drafted"), offer(bo, "chosen")
    async with open_story(ada, bo, first, second) as story:
        await story.press("3", "j", "d")
        assert len(story.rows("offers")) == 1
        assert "The chosen slot: moved to the trash (u brings it back)" in story.toasts
        await story.press("u")
        assert len(story.rows("offers")) == 2


async def test_open_offers_are_carried_to_the_next_month_and_stay_to_be_seen(open_story: OpenStory) -> None:
    ada, bo, cy = person("Ada"), person("Bo"), person("Cy")
    given = (offer(ada, "drafted"), offer(bo, "done"), offer(cy, "accepted", what=f"Walk {line(NASTY[3])}"))
    async with open_story(ada, bo, cy, *given, size=WIDE) as story:
        await story.press("3", "r", "a")
        assert [row["month"] for row in story.rows("offers")] == ["2026-12", "2026-11", "2026-12"]
        assert story.rows("offers")[0]["carried_from"] == ["2026-11"]
        assert "carried to December" in story.screen
        assert story.cursor == given[0].id
        await story.press("]")
        assert "December 2026" in story.screen
        assert "Walk" in story.screen
        await story.press("[", "r")
        assert story.toasts[-1] == "No offer of this month is still open: there is nothing to carry over."
        await story.press("u")
        assert {row["month"] for row in story.rows("offers")} == {"2026-11"}


async def test_other_months_are_turned_to_and_3_goes_back_to_this_one(open_story: OpenStory) -> None:
    ada = person()
    async with open_story(ada, offer(ada, "done", on=TODAY.replace(month=9)), size=WIDE) as story:
        await story.press("3", "[", "[")
        assert ("September 2026" in story.screen, "Ada" in story.screen) == (True, True)
        await story.press("]", "]", "]")
        assert "December 2026" in story.screen
        await story.press("3")
        assert "November 2026" in story.screen


async def test_tab_goes_to_the_slot_beside_and_on_a_narrow_screen_to_the_other_part(open_story: OpenStory) -> None:
    async with open_story(person(), objective("print it"), size=(60, 20)) as story:
        await story.press("3")
        assert ("Five I can help" in story.screen, "Five who can help me" in story.screen) == (True, False)
        await story.press("j", "j", "tab")
        assert ("Five I can help" in story.screen, "Five who can help me" in story.screen) == (False, True)
        assert (story.focus, story.cursor) == ("resource", "empty-2")
        assert "tab the other part" in story.screen
        await story.press("a")
        assert "Who can help you, and how can you help them?" in story.words
        await story.press("enter")
        assert (story.rows("offers")[0]["part"], story.focus) == ("resource", "resource")
        await story.press("tab")
        assert "Five I can help" in story.screen


async def test_all_ten_show_at_80_by_24(open_story: OpenStory) -> None:
    people = [person(f"Number {n}") for n in range(10)]
    ten = [offer(one, "done", part="raise_up" if n < 5 else "resource") for n, one in enumerate(people)]
    async with open_story(*people, *ten, *(came_back(one) for one in people[:2])) as story:
        await story.press("3")
        assert all(f"Number {n}" in story.screen for n in range(10))
        assert "all 10 done" in story.screen
        await story.resize(120, 44)
        assert "╭" in story.screen
        await story.resize(120, 24)
        assert "╭" not in story.screen
        assert all(f"Number {n}" in story.screen for n in range(10))


async def test_no_day_is_cut_at_80_by_24_and_the_slot_under_the_cursor_is_shown_whole(open_story: OpenStory) -> None:
    long = person(f"Wilhelmina Fortescue-Abernathy {NASTY[0]}")
    words = "Read the outline of the second volume and send three pages of comments on the tables"
    promised = offer(long, "accepted", what=words, due=TODAY.replace(day=23), carried_from=("2026-10",))
    passed = offer(person("Bo"), "accepted", due=TODAY.replace(day=2), part="resource")
    async with open_story(long, person("Bo", id=passed.person), promised, passed) as story:
        await story.press("3")
        assert "8 days left · 0 of 10 done · 7 more to be on pace" in story.screen
        row = next(row for row in story.screen.splitlines() if "Wilhelmina" in row)
        assert "…  ◕ accepted · tomorrow" in row
        assert "Bo  ◕ accepted · was 2 weeks ago" in row
        assert "Read the outline of the second volume" in story.screen
        assert words in story.words
        assert "accepted today due tomorrow carried on from October" in story.words
        await story.resize(60, 20)
        assert "0 of 10 done · 7 more to be on pace" in story.screen


@pytest.mark.parametrize(("slots", "head"), [(1, "One I can help"), (8, "Eight I can help"), (12, "12 I can help")])
async def test_the_board_has_as_many_slots_as_the_settings_say(open_story: OpenStory, slots: int, head: str) -> None:
    ada, bo = person("Ada"), person("Bo")
    settings = Settings(id=1, slots_per_part=slots)
    async with open_story(settings, ada, bo, offer(ada, "done"), offer(bo, "drafted")) as story:
        await story.press("3")
        assert head in story.screen
        assert f"1 of {2 * slots} done" in story.screen
        assert ("beyond the one, and not counted" in story.screen) == (slots == 1)
        await story.press("G", "g", "G", "k")
        assert story.app.screen.query_one("#raise_up").position == max(slots, 2) - 2  # type: ignore[attr-defined]


async def test_other_months_say_what_became_of_their_slots_over_the_turn_of_the_year(open_story: OpenStory) -> None:
    ada, bo, cy = person("Ada"), person("Bo"), person("Cy")
    was = offer(ada, "done", on=TODAY.replace(month=1), outcome="it was read")
    no = offer(bo, "declined", on=TODAY.replace(month=1))
    on = offer(cy, "drafted", on=TODAY.replace(month=1), month="2026-02", carried_from=("2026-01",))
    old = objective("learn to draw", year=2025, status="reached")
    async with open_story(ada, bo, cy, was, no, on, old, size=(100, 40)) as story:
        await story.press("3", *"[" * 10)
        assert "January 2026" in story.screen
        assert "1 of 10 done · 1 carried on · the month is over" in story.screen
        assert "✕ Bo  declined 22 Jan" in story.screen
        assert "→ Cy  carried to February" in story.screen
        assert "stayed free" in story.screen
        await story.press("[")
        assert ("December 2025" in story.screen, "learn to draw" in story.screen) == (True, True)
        assert ("before you began" in story.screen, "stayed free" in story.screen) == (True, False)
        await story.press("3", "]", "]")
        assert ("January 2027" in story.screen, "begins in 5 weeks" in story.screen) == (True, True)
        assert "people are chosen when it runs" in story.screen
        await story.press("a")
        assert story.toasts[-1] == "People are chosen for the month that is running: 3 goes back to it."


async def test_a_click_goes_to_a_slot_of_either_part_and_one_more_opens_it(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    there = (offer(ada, "drafted"), offer(bo, "drafted"), offer(bo, "drafted", part="resource"))
    async with open_story(ada, bo, *there) as story:
        await story.press("3")
        for part, line_, made in (("#raise_up", 3, there[1]), ("#resource", 0, there[2]), ("#raise_up", 0, there[0])):
            await story.pilot.click(part, offset=(5, line_))
            await story.settle()
            assert (story.place, f"#{story.focus}", story.cursor) == ("BoardScreen", part, made.id)
        await story.pilot.click("#raise_up", offset=(5, 1))
        await story.settle()
        assert story.place == "OfferDialog"


async def test_what_the_board_has_to_say_is_said_before_and_follows_the_objective(open_story: OpenStory) -> None:
    ada = person("Ada")
    async with open_story(ada, offer(ada, "drafted"), objective("print it")) as story:
        await story.press("2", "o")
        stands = "Ada stands in “Raise up” of November already: open that offer, choose someone else, or a place in"
        assert stands in story.words
        await story.write("Lend Ada the press")
        await story.press("tab", "tab", "right")
        assert stands not in story.words
        await story.press("enter")
        assert story.rows("offers")[1]["part"] == "resource"


async def test_an_objective_is_set_with_the_first_offer_that_needs_one_as_one_change(open_story: OpenStory) -> None:
    ada = person("Ada")
    async with open_story(ada, offer(ada, "chosen", part="resource")) as story:
        await story.press("3", "tab", "space")
        assert "none yet: what do you want to reach this year?" in story.words
        await story.write("Send Ada the slides")
        await story.press("tab", "tab")
        await story.write(f"print it {NASTY[0]}")
        await story.press("enter")
        (mine,), (made,) = story.rows("objectives"), story.rows("offers")
        assert (mine["text"], mine["year"], made["objective"]) == (f"print it {NASTY[0]}", 2026, mine["id"])
        await story.press("u")
        assert (story.rows("objectives"), story.rows("offers")[0]["status"]) == ([], "chosen")
        await story.press("2", "o")
        await story.write("Bring the plates")
        await story.press("tab", "tab")
        await story.write("print it")
        await story.press("enter")
        assert [row["part"] for row in story.rows("offers")] == ["resource"]
        assert story.rows("offers")[0]["objective"] == story.rows("objectives")[0]["id"]


async def test_an_offer_takes_four_keys_and_ticking_it_off_three(open_story: OpenStory) -> None:
    ada = person("Ada")
    goal = aspiration(ada, "see it printed")
    async with open_story(ada, goal) as story:
        await story.press("2", "enter")
        await story.go_to(goal)
        await story.press("o")
        await story.write("Introduce Ada to the printer in Oxford by letter")
        await story.press("enter")  # two keys besides the words, and two more with a day: tab, and enter there
        (made,) = story.rows("offers")
        assert (made["serves"], made["status"]) == (goal.id, "drafted")
        await story.press("3", "x")
        await story.write("it is at the printer's")
        await story.press("enter")  # three keys from anywhere
        assert (story.rows("offers")[0]["status"], story.rows("offers")[0]["outcome"]) == (
            "done", "it is at the printer's",
        )  # fmt: skip
