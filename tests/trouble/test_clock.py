"""A clock that was ahead, and jumped back: ids still grow, what was done last is undone first, and no word is lost."""

import json
import re
from datetime import datetime

from givenet_tui.demo import demo_book
from givenet_tui.domain.verbs import people
from givenet_tui.store.store import FileStore
from givenet_tui.workspace import Workspace
from tests.cli.conftest import INSTANT, GiveNet
from tests.factories import TODAY, aspiration, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory

YEARS_BACK = -800


def names(givenet: GiveNet) -> list[str]:
    return [row["name"] for row in givenet("people", "--json").json]


def test_ids_grow_and_the_journal_goes_by_what_was_done_not_by_the_clock(givenet: GiveNet) -> None:
    made = [givenet("add", "Ada", "--json").json["id"]]
    for name in ("Grace", NASTY[0]):
        givenet.clock.move(days=YEARS_BACK)
        made.append(givenet("add", name, "--json").json["id"])
    assert made == sorted(set(made))
    assert givenet("undo").out == f"Undone: {NASTY[0]}: added to your circle\n"
    assert givenet("undo").out == "Undone: Grace: added to your circle\n"
    assert names(givenet) == ["Ada"]
    givenet.clock.move(days=YEARS_BACK)
    assert givenet("undo", "--redo").out == "Done again: Grace: added to your circle\n"
    assert names(givenet) == ["Ada", "Grace"]
    assert givenet("check").out == "The book is sound.\n"


def test_the_book_is_kept_before_the_first_change_of_a_day_that_comes_a_second_time_too(givenet: GiveNet) -> None:
    givenet("add", "Ada")
    for days in (0, 1, YEARS_BACK, 1, 1):
        givenet.clock.move(days=days)
        givenet("add", "Grace", "--again")
    stamps = [copy["when"][:10] for copy in givenet("restore", "--list", "--json").json if copy["why"] == ""]
    assert len(stamps) == 5
    assert givenet("restore", stamps[-1]).code == 0, "and each can be put back"


def test_what_two_wrote_in_one_place_is_kept_whichever_clock_was_right(givenet: GiveNet) -> None:
    ada = person("Ada")
    givenet.hold(ada)
    ahead = Workspace(FileStore.open(givenet.file, lambda: "2031-01-01T10:00:00.000Z"), givenet.clock)
    seen = ahead.book.people[ada.id]
    givenet.clock.move(days=400)
    ahead.do(people.edit, ada.id, about="written by the clock that was ahead")
    givenet.clock.move(days=-400)
    right = Workspace(FileStore.open(givenet.file, lambda: INSTANT), givenet.clock)
    right.do_over(seen, people.edit, ada.id, about="written after it")
    text = json.dumps(json.loads(givenet.file.read_bytes()))
    assert "written by the clock that was ahead" in text
    assert "written after it" in text
    assert right.book.people[ada.id].other_versions


async def test_every_place_can_be_looked_at_and_written_in_though_all_is_in_days_to_come(open_story: OpenStory) -> None:
    async with open_story(book=demo_book(TODAY), at=datetime(2025, 10, 18, 12), size=(120, 44)) as story:  # noqa: DTZ001
        for way in (("1",), ("2",), ("enter",), ("tab",), ("3",), ("4",), ("bracketright",), ("2", "n", "h")):
            await story.press(*way)
            assert not re.search(r"(?<![\w-])-\d+ (day|week|month|year)", story.screen), story.screen
        await story.write("a school")
        await story.press("enter")
        assert "a school" in [row["text"] for row in story.rows("aspirations")]
        await story.press("u")
        assert "a school" not in [row["text"] for row in story.rows("aspirations")]


def test_commands_say_how_long_ago_without_a_minus(givenet: GiveNet) -> None:
    ada = person("Ada", rhythm_days=7)
    givenet.hold(ada, touch(ada, text="lunch"), offer(ada, "accepted", due=TODAY), aspiration(ada, heard_on=TODAY))
    givenet.clock.move(days=YEARS_BACK)
    for command in (["today"], ["people"], ["show", "ada"], ["board"], ["board", "2026-11"], ["year"]):
        ran = givenet(*command)
        assert ran.code == 0
        assert not re.search(r"(?<![\w-])-\d", ran.out), ran.out
