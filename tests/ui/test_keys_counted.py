"""How many keys the daily stories take besides the words, and where the counting begins.

Letters that look for someone are words as well: they are as many as the name needs. The check-in has a file of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from givenet_tui.domain.records import Record
from tests.factories import TODAY, aspiration, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory

WORDS = f"a school for girls {NASTY[0]}"
ADA = person("Ada Lovelace", rhythm_days=7)
ALAN = person("Alan Turing")
HOPE = aspiration(ADA, "see the Notes printed", "hope")
PROMISED = offer(ADA, "accepted", due=TODAY)
LAST = touch(ADA, on=TODAY.replace(month=9))


@dataclass(frozen=True)
class Counted:
    """A story: what is in the book, the keys (a text in a list is words that are written), what they may cost."""

    begins: str
    book: Sequence[Record]
    keys: Sequence[str | list[str]]
    most: int
    table: str
    kept: dict[str, object]


NOTE: dict[str, object] = {"person": ADA.id, "kind": "dream", "text": WORDS}
OFFER: dict[str, object] = {"person": ADA.id, "what": WORDS, "serves": HOPE.id}
OUTCOME: dict[str, object] = {"status": "done", "outcome": WORDS}
STORIES = (
    # A note: 6 besides the words.
    Counted("on Today, on their line", (ADA, LAST), ("n", "d", [WORDS], "enter"), 3, "aspirations", NOTE),
    Counted(
        "on Today, about anyone", (ADA, ALAN), ("colon", [f"ada dreams of {WORDS}"], "enter"), 2, "aspirations", NOTE
    ),
    Counted(
        "on Today, looking for them", (ALAN, ADA), ("2", "slash", ["love"], "enter", "n", "d", [WORDS], "enter"),
        6, "aspirations", NOTE,
    ),
    # An offer from what they told you: 4 besides the words.
    Counted("in their notebook, on what they told you", (ADA, HOPE), ("o", [WORDS], "enter"), 2, "offers", OFFER),
    Counted(
        "on Today, on their line", (ADA, LAST, HOPE), ("enter", "j", "o", [WORDS], "enter"), 4, "offers", OFFER
    ),
    Counted(
        "on Today, on their line, for what they told you last", (ADA, LAST, HOPE), ("o", [WORDS], "enter"),
        2, "offers", OFFER,
    ),
    Counted(
        "on Today, on their line, with a day", (ADA, LAST, HOPE), ("o", [WORDS], "tab", ["fri"], "enter"),
        3, "offers", {**OFFER, "due": "2026-11-27"},
    ),
    # A touch.
    Counted(
        "on Today, on their line", (ADA, LAST), ("l", [f"called about {WORDS}"], "enter"), 2, "interactions",
        {"people": [ADA.id], "channel": "call", "text": f"called about {WORDS}"},
    ),
    Counted(
        "on Today, on their line, of a kind that the words do not say", (ADA, LAST),
        ("l", [f"coffee, {WORDS}"], "tab", "l", "enter"), 4, "interactions",
        {"people": [ADA.id], "channel": "letter", "text": f"coffee, {WORDS}"},
    ),
    # Ticking off: 3 besides what came of it.
    Counted("on Today, on the line of the promise", (ADA, PROMISED), ("x", [WORDS], "enter"), 2, "offers", OUTCOME),
    Counted("on Today, by way of the board", (ADA, PROMISED), ("3", "x", [WORDS], "enter"), 3, "offers", OUTCOME),
)  # fmt: skip


@pytest.mark.parametrize("counted", STORIES, ids=lambda one: f"{one.most} keys for {one.table}, begun {one.begins}")
async def test_a_daily_story_takes_no_more_keys_than_that(open_story: OpenStory, counted: Counted) -> None:
    async with open_story(*counted.book) as story:
        if "notebook" in counted.begins:
            await story.press("2", "enter")
            await story.go_to(HOPE)
        assert story.place == ("NotebookScreen" if "notebook" in counted.begins else "TodayScreen")
        presses = 0
        for key in counted.keys:
            if isinstance(key, list):
                await story.write(key[0])
            else:
                presses += 1
                await story.press(key)
        assert presses <= counted.most
        assert "Dialog" not in story.place
        row = story.rows(counted.table)[-1]
        assert counted.kept.items() <= row.items()
