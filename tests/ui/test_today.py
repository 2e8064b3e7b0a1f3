"""Stories of Today: every kind of line has its natural answer, and a line that was dealt with stays in its place."""

from datetime import date, timedelta

import pytest

from givenet_tui.demo import demo_book
from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.people import Labelled
from givenet_tui.domain.settings import Settings
from givenet_tui.plain import line
from givenet_tui.ui.drawing.pieces import meter
from tests.factories import TODAY, aspiration, came_back, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

LONG_AGO = TODAY - timedelta(days=40)
TEN_DAYS_AGO = TODAY - timedelta(days=10)


def handled(story: Story) -> list[tuple[str, int, str]]:
    """What today's check-in holds in the file."""
    rows = story.rows("check_ins")
    return [(one["what"], one["record"], one["how"]) for row in rows for one in row["handled"]]


async def test_a_promise_is_ticked_off_with_what_came_of_it(open_story: OpenStory) -> None:
    ada = person(f"Ada {NASTY[0]}")
    promise = offer(ada, "accepted", due=TODAY, what=f"Read {NASTY[1]}")
    async with open_story(ada, promise) as story:
        assert "promised" in story.screen
        assert f"Read {NASTY[1]}" in story.screen
        await story.press("space")
        assert (story.place, story.focus) == ("WordsDialog", "words")
        assert f"Done for Ada {NASTY[0]}" in story.screen
        assert f"Read {NASTY[1]}" in story.screen
        await story.write(f"she was glad {NASTY[4]}")
        await story.press("enter")
        assert story.place == "TodayScreen"
        assert "✓ promised" in story.screen
        (row,) = story.rows("offers")
        assert (row["status"], row["outcome"]) == ("done", f"she was glad {NASTY[4]}")
        assert handled(story) == [("promised", promise.id, "done")]
        assert "1/5" in story.screen
        await story.press("u")
        assert "✓ promised" not in story.screen
        assert handled(story) == []
        assert story.cursor == ("promised", promise.id)


async def test_an_offer_that_waits_gets_its_answer_yes_no_or_not_yet(open_story: OpenStory) -> None:
    people = [person(name) for name in ("Ada", "Bo", "Cy")]
    waiting = [offer(one, "offered", on=TEN_DAYS_AGO + timedelta(days=n)) for n, one in enumerate(people)]
    async with open_story(*people, *waiting) as story:
        for key in ("y", "n", "t"):
            await story.press("space")
            assert story.place == "ChoiceDialog"
            assert "What did" in story.screen
            await story.press(key)
            assert story.place == "TodayScreen"
            await story.press("j")
        assert [row["status"] for row in story.rows("offers")] == ["accepted", "declined", "offered"]
        assert handled(story) == [
            ("waiting", waiting[0].id, "done"),
            ("waiting", waiting[1].id, "done"),
            ("waiting", waiting[2].id, "passed"),
        ]
        assert "· passed" in story.screen
        assert "✓ answered    Ada  accepted today" in story.screen, "answered: nothing is done yet"
        (snooze,) = story.rows("snoozes")
        assert (snooze["record"], snooze["until"]) == (waiting[2].id, "2026-11-29")


async def test_a_draft_is_offered_by_one_key(open_story: OpenStory) -> None:
    ada = person()
    draft = offer(ada, "drafted")
    async with open_story(ada, draft) as story:
        assert "to offer" in story.screen
        await story.press("space")
        assert story.place == "TodayScreen"
        assert story.rows("offers")[0]["status"] == "offered"
        assert handled(story) == [("draft", draft.id, "done")]
        assert story.cursor == ("draft", draft.id)


@pytest.mark.parametrize("what", ["birthday", "quiet"])
async def test_a_birthday_and_who_has_gone_quiet_ask_for_a_touch(open_story: OpenStory, what: str) -> None:
    ada = person(birthday=Birthday(11, 24, 1815)) if what == "birthday" else person(rhythm_days=7)
    async with open_story(ada, offer(ada, "done", on=LONG_AGO), aspiration(ada)) as story:
        assert {"birthday": "turns 211", "quiet": "gone quiet"}[what] in story.screen
        await story.press("space")
        assert (story.place, story.focus) == ("TouchDialog", "text")
        await story.write("a long talk")
        await story.press("tab", "c", "enter")
        (row,) = story.rows("interactions")
        assert (row["people"], row["channel"], row["on"], row["text"]) == (
            [ada.id],
            "call",
            "2026-11-22",
            "a long talk",
        )
        assert handled(story) == [(what, ada.id, "done")]
        assert {"birthday": "✓ birthday", "quiet": "✓ in touch"}[what] in story.screen


async def test_an_empty_slot_offers_whom_to_choose_the_one_on_the_line_first(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    async with open_story(ada, bo, aspiration(bo, heard_on=TODAY)) as story:
        assert story.cursor == ("slot", bo.id)
        await story.press("space")
        assert (story.place, story.focus) == ("PickPerson", "narrow")
        await story.press("enter")
        assert story.place == "TodayScreen"
        (row,) = story.rows("offers")
        assert (row["person"], row["status"], row["part"], row["month"]) == (bo.id, "chosen", "raise_up", "2026-11")
        assert handled(story) == [("slot", bo.id, "done")]


async def test_who_is_on_the_board_and_unknown_is_asked_about(open_story: OpenStory) -> None:
    ada, bo = person("Ada Featherstonehaugh"), person("Bo")
    async with open_story(ada, bo, offer(ada, "offered"), aspiration(bo)) as story:
        await story.go_to(("unknown", ada.id))
        assert "Ada Featherstonehaugh  you know nothing they hope for yet" in story.screen
        assert "Bo  Be a resource has room " in story.screen
        assert "told you a goal, no offer so far" in story.screen
        assert "to ask" in story.screen
        assert "ask · " in story.screen
        await story.press("space")
        assert story.place == "NoteDialog"
        await story.press("g")
        await story.write("to see the Notes translated")
        await story.press("enter")
        assert story.rows("aspirations")[1]["text"] == "to see the Notes translated"
        assert story.rows("aspirations")[1]["person"] == ada.id
        assert handled(story) == [("unknown", ada.id, "done")]


@pytest.mark.parametrize(("key", "until"), [("t", "11-23"), ("3", "11-25"), ("w", "11-29"), ("m", "12-22")])
async def test_a_line_is_put_off_for_as_long_as_one_likes(open_story: OpenStory, key: str, until: str) -> None:
    ada = person(rhythm_days=7)
    async with open_story(ada, touch(ada, on=LONG_AGO)) as story:
        await story.press("b")
        assert story.place == "ChoiceDialog"
        await story.press(key)
        assert "→ put off" in story.screen
        (snooze,) = story.rows("snoozes")
        assert (snooze["record"], snooze["until"]) == (ada.id, f"2026-{until}")
        assert handled(story) == [("quiet", ada.id, "bumped")]
        assert len(story.rows("interactions")) == 1
        await story.press("b")
        assert story.toasts[-1] == "This line is ticked already: u takes back one change at a time, the latest first."


async def test_how_often_a_line_was_put_off_is_said_before_it_is_put_off_again(open_story: OpenStory) -> None:
    ada = person(rhythm_days=7)
    async with open_story(ada) as story:
        for times in range(3):
            await story.press("b")
            said = ("", "put off once", "put off twice")[times]
            assert ("so far" in story.words) == (times > 0)
            assert said in story.words
            await story.press("escape")
            assert said in story.screen
            await story.press("b", "enter")
            assert "Ada Lovelace  until tomorrow" in story.screen
            story.clock.move(days=1)
            story.app._look_at_the_day()
            await story.settle()
        assert story.rows("snoozes")[0]["count"] == 3


async def test_more_lines_come_when_they_are_asked_for_and_the_count_stays(open_story: OpenStory) -> None:
    people = [person(f"Number {n}", rhythm_days=7 + n) for n in range(9)]
    async with open_story(*people, size=(120, 36)) as story:
        assert "more: enter shows them" in story.screen
        head = next(row for row in story.screen.splitlines() if " today" in row)
        await story.press("G", "enter")
        assert head in story.screen
        assert "Number 5" in story.screen


async def test_the_day_is_closed_with_a_line_that_can_be_written_anew(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("w")
        assert "Close the day" in story.screen
        await story.write("I asked")
        await story.press("ctrl+j")
        await story.write(f"and listened {NASTY[3]}")
        await story.press("enter")
        words = f"I asked\nand listened {NASTY[3]}"
        assert story.rows("check_ins")[0]["reflection"] == words
        assert f"I asked and listened {line(NASTY[3])}" in story.screen
        await story.press("w")
        assert story.app.focused is not None
        assert story.app.focused.text == words  # type: ignore[attr-defined]
        await story.press("escape")
        assert story.place == "TodayScreen"


async def test_n_o_and_l_are_about_whoever_stands_on_the_line(open_story: OpenStory) -> None:
    ada, bo = person("Ada", rhythm_days=7), person("Bo", rhythm_days=8)
    async with open_story(ada, bo, size=(120, 36)) as story:
        await story.go_to(("quiet", bo.id))
        await story.press("n", "h")
        await story.write("a garden")
        await story.press("enter", "o")
        await story.write("Bring Bo the apple tree")
        await story.press("enter")
        assert story.cursor == ("draft", story.rows("offers")[0]["id"])
        await story.press("l")
        await story.write("wrote about the tree")
        await story.press("tab", "l", "enter")
        assert story.rows("aspirations")[0]["person"] == bo.id
        assert story.rows("offers")[0]["person"] == bo.id
        assert story.rows("offers")[0]["serves"] == story.rows("aspirations")[0]["id"]
        assert (story.rows("interactions")[0]["people"], story.rows("interactions")[0]["channel"]) == (
            [bo.id],
            "letter",
        )
        assert story.cursor == ("draft", story.rows("offers")[0]["id"])


async def test_x_and_s_take_the_offer_on_a_line_further(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    first, second = offer(ada, "offered", on=TEN_DAYS_AGO), offer(bo, "offered", on=TEN_DAYS_AGO)
    async with open_story(ada, bo, first, second) as story:
        await story.press("x")
        assert story.place == "WordsDialog"
        await story.press("enter")
        await story.press("j", "s")
        assert story.place == "ChoiceDialog"
        assert "accepted: they want it" in story.screen
        assert "drafted" not in story.screen
        await story.press("x")
        assert story.place == "WordsDialog"
        await story.write("done and dusted")
        await story.press("enter")
        assert [row["status"] for row in story.rows("offers")] == ["done", "done"]
        assert story.rows("offers")[1]["outcome"] == "done and dusted"
        assert {one[:2] for one in handled(story)} == {("waiting", first.id), ("waiting", second.id)}


async def test_a_line_opens_the_notebook_and_back_is_the_same_line(open_story: OpenStory) -> None:
    ada, bo = person("Ada", rhythm_days=7), person("Bo", rhythm_days=8)
    async with open_story(ada, bo) as story:
        await story.press("j")
        before = story.cursor
        await story.press("enter")
        assert story.place == "NotebookScreen"
        await story.press("escape")
        assert (story.place, story.cursor) == ("TodayScreen", before)
        await story.press("enter", "1")
        assert (story.place, story.cursor) == ("TodayScreen", before)


async def test_nobody_calls_unprepared(open_story: OpenStory) -> None:
    ada = person(
        f"Ada {NASTY[3]}", rhythm_days=7, title=NASTY[0], emails=(Labelled("ada@example.org"),),
        phones=(Labelled("+44 20"),),
    )  # fmt: skip
    talk = touch(ada, on=LONG_AGO, channel="call", text=NASTY[2])
    async with open_story(ada, talk, size=(120, 36)) as story:
        assert "+44 20 · ada@example.org" in story.screen
        assert "Last time" in story.screen
        assert line(NASTY[2]) in story.screen


async def test_everything_that_is_settled_elsewhere_is_ticked_on_today(open_story: OpenStory) -> None:
    ada = person()
    promise = offer(ada, "accepted", due=date(2026, 11, 20))
    async with open_story(ada, promise, came_back(ada)) as story:
        await story.press("3", "space", "enter", "1")
        assert "✓ promised" in story.screen
        assert handled(story) == [("promised", promise.id, "done")]
        await story.press("3", "u", "1")
        assert "✓ promised" not in story.screen


async def test_ticked_lines_stay_where_they_were(open_story: OpenStory) -> None:
    async with open_story(book=demo_book(TODAY), size=(120, 36)) as story:
        rows = story.app.screen.query_one("#agenda")
        keys = list(rows.keys)  # type: ignore[attr-defined]
        for key in keys[:5]:
            await story.go_to(key)
            await story.press("b", "enter")
            assert story.cursor == key
            assert list(rows.keys)[: len(keys[:5])] == keys[:5]  # type: ignore[attr-defined]


async def test_a_ticked_line_says_what_was_done_and_not_that_a_hope_is_fulfilled(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo", rhythm_days=7)
    goal = aspiration(ada, "see the Notes translated")
    promise = offer(ada, "accepted", due=TODAY, what="Read the proofs", serves=goal.id)
    async with open_story(ada, bo, goal, promise, aspiration(bo, "rest"), size=(120, 36)) as story:
        assert "goal · see the Notes translated" in story.screen
        await story.press("space")
        await story.write(f"sent {NASTY[1]}")
        await story.press("enter")
        assert "Ada  done today" in story.screen
        assert line(f"sent {NASTY[1]}") in story.screen
        assert "see the Notes translated" not in story.screen
        await story.press("space", "c")
        await story.write("a long talk")
        await story.press("enter")
        assert "Bo  in touch today, after 321 days" in story.screen
        assert story.screen.count("a long talk") == 2, "on the line, and beside the list"
        assert "goal · rest" not in story.screen


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_what_matters_is_whole_in_every_size_however_long_the_names_are(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    names = [f"{letter} {'Featherstonehaugh-' * 4}" for letter in "ABC"]
    ada, bo, cy = (person(name, title="Director " * 20) for name in names)
    hope = aspiration(ada, "A hope " * 40)
    records = (
        offer(ada, "accepted", on=TEN_DAYS_AGO, due=TODAY - timedelta(days=2), what="Read " * 60, serves=hope.id),
        offer(bo, "drafted", on=TEN_DAYS_AGO, due=date(2026, 11, 28)),
        offer(cy, "offered", on=TEN_DAYS_AGO),
    )
    went = [CheckIn(id=n, on=TODAY - timedelta(days=n)) for n in range(3, 10)]
    talk = touch(ada, on=LONG_AGO, text="We talked of everything. " * 100)
    async with open_story(ada, bo, cy, hope, *records, *went, talk, size=size) as story:
        whole = ["its day was 2 days ago", "by 28 Nov", "offered 10 days ago", "about two minutes"]
        whole += ["checked in on 90 % of days", "[ catch up on 2 days", "8 days left", "0 of 20 touches"]
        assert [words for words in whole if words not in story.screen] == []
        if size != (60, 20):
            assert "Last time, " in story.screen
            assert "We talked of everything." in story.screen
            assert "no e-mail or phone number yet" in story.screen
        assert "A hope A hope" in story.screen or size == (60, 20)
        await story.press("enter")
        assert story.place == "NotebookScreen"


async def test_a_great_many_slots_are_a_bar_and_leave_the_head_its_place(open_story: OpenStory) -> None:
    async with open_story(person(rhythm_days=7), Settings(id=1, slots_per_part=300), size=(60, 20)) as story:
        assert "0/12" in story.screen
        assert "today" in story.screen


async def test_the_share_of_days_is_said_once_there_are_some_days_to_speak_of(open_story: OpenStory) -> None:
    async with open_story(person(), CheckIn(id=9, on=TODAY - timedelta(days=6))) as story:
        assert "of days" not in story.screen
        story.clock.move(days=1)
        story.app._look_at_the_day()
        await story.settle()
        assert "checked in on 74 % of days" in story.screen


async def test_one_more_line_is_spoken_of_as_one(open_story: OpenStory) -> None:
    people = [person(f"Number {n}", rhythm_days=7 + n) for n in range(2)]
    one_line = Settings(id=1, agenda_size=1, slots_per_part=0)
    async with open_story(*people, one_line, size=(120, 36)) as story:
        assert "… 1 more: enter shows it" in story.screen


@pytest.mark.parametrize(("touches", "filled"), [(0, 0), (1, 0), (10, 5), (19, 9), (20, 10), (30, 10)])
def test_a_meter_is_full_only_when_what_it_measures_is(touches: int, filled: int) -> None:
    assert [text for text, _ in meter(touches, 20, 10, "done")] == ["━" * filled, "─" * (10 - filled)]
