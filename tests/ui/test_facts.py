"""Stories of the facts about a person: read whole, and every one of them edited."""

from datetime import date
from typing import Any

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.people import Labelled, Source
from givenet_tui.domain.settings import Settings
from givenet_tui.plain import line
from tests.factories import person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

GRACE = person(f"Grace {NASTY[1]}")
ADA = person(
    "Ada Lovelace", nickname="Countess", organization="Analytical Society", title="analyst", location="London",
    emails=(Labelled("ada@a.example", "work"), Labelled("home@a.example")), phones=(Labelled("020 1", "home"),),
    urls=(Labelled("https://a.example", "blog"),), birthday=Birthday(12, 10, 1815), met_on=date(2025, 6, 5),
    met_where=f"at {NASTY[0]}", introduced_by=GRACE.id, tags=("maths", "close"),
    sources=(Source("linkedin", "https://in.example/ada"),),
)  # fmt: skip


def row_of_ada(story: Story) -> dict[str, Any]:
    return next(row for row in story.rows("people") if row["id"] == ADA.id)


CLOSE = Settings(id=1, rhythms={"close": 30})


async def test_enter_on_the_facts_reads_all_of_them_and_e_edits_them(open_story: OpenStory) -> None:
    async with open_story(ADA, GRACE, CLOSE, touch(ADA, on=date(2026, 11, 1)), size=(120, 40)) as story:
        await story.press("2", "enter")
        assert "shift+tab goes to the facts" in story.words
        await story.press("shift+tab")
        assert (story.focus, "enter reads all of them e edits them" in story.words) == ("facts", True)
        await story.press("enter")
        await story.settle()
        for words in (
            "called Countess", "does analyst", "works at Analytical Society", "lives in London", "tags #maths #close",
            "born 10 Dec 1815", "e-mail ada@a.example (work)", "e-mail home@a.example", "phone 020 1 (home)",
            "web https://a.example (blog)", "in touch every 30 days, by #close, last 3 weeks ago",
            "met on Thursday 5 June 2025", f"met where at {line(NASTY[0])}", f"introduced by Grace {line(NASTY[1])}",
            "came from linkedin · https://in.example/ada",
        ):  # fmt: skip
            assert words in story.words, words
        await story.press("e")
        assert story.place == "PersonDialog"
        await story.press("escape")
        assert (story.place, story.focus) == ("NotebookScreen", "facts")


async def test_every_fact_is_edited_and_those_that_nobody_touched_stay(open_story: OpenStory) -> None:
    bare = person("Ada", sources=ADA.sources)
    emmy = person("Emmy Noether")
    async with open_story(bare, GRACE, emmy) as story:
        await story.press("2", "e")
        for text in (
            "", "Countess", "analyst", "Analytical Society", "London", "#maths, close", "0",
            "ada@a.example (work), home@a.example", "020 1 (home)", "https://a.example (my blog)", "10 dec", "the ball",
            "5 june 2025", "noe",
        ):  # fmt: skip
            await story.write(text)
            await story.press("tab")
        assert "Emmy Noether" in story.words
        await story.press("ctrl+s")
        (row,) = [row for row in story.rows("people") if row["id"] == bare.id]
        assert {name: row[name] for name in row if name not in {"id", "created_at", "updated_at"}} == {
            "name": "Ada", "nickname": "Countess", "title": "analyst", "organization": "Analytical Society",
            "location": "London", "tags": ["maths", "close"], "rhythm_days": 0,
            "emails": [{"value": "ada@a.example", "label": "work"}, {"value": "home@a.example"}],
            "phones": [{"value": "020 1", "label": "home"}],
            "urls": [{"value": "https://a.example", "label": "my blog"}],
            "birthday": "--12-10", "met_where": "the ball", "met_on": "2025-06-05", "introduced_by": emmy.id,
            "sources": [{"from": "linkedin", "key": "https://in.example/ada"}],
        }  # fmt: skip
        await story.press("u")
        assert "introduced_by" not in story.rows("people")[0]


async def test_who_introduced_them_is_found_by_a_part_of_the_name_and_nobody_else_is_guessed(
    open_story: OpenStory,
) -> None:
    async with open_story(ADA, GRACE, person("Grace Kelly")) as story:
        await story.press("2", "e", "shift+tab")
        assert f"Grace {line(NASTY[1])}" in story.words
        await story.press("ctrl+s")
        assert row_of_ada(story)["introduced_by"] == GRACE.id
        await story.press("e", "shift+tab", "ctrl+u")
        await story.write("grace")
        assert f"Grace {line(NASTY[1])}, or 1 more" in story.words
        await story.write(" ke")
        assert "Grace Kelly" in story.words
        await story.write("x")
        assert "nobody is called that" in story.words
        await story.press("enter")
        assert "Nobody is called “grace kex”" in story.words
        await story.press("ctrl+u")
        await story.write("ada")
        await story.press("enter")
        assert "Nobody is called “ada”" in story.words, "nobody introduces themselves"
        await story.press("ctrl+u", "enter")
        assert story.place == "PeopleScreen"
        assert "introduced_by" not in row_of_ada(story)
        assert row_of_ada(story)["emails"][0] == {"value": "ada@a.example", "label": "work"}
