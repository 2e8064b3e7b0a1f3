"""Stories of several at once: marks, the verbs that go to all of them, two who are one, who could rest, copying."""

from typing import Any

import pytest

from givenet_tui.domain.people import Labelled
from givenet_tui.domain.settings import Settings
from givenet_tui.plain import line
from givenet_tui.ui.widgets.row_list import RowList
from tests.factories import TODAY, aspiration, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story
from tests.ui.test_hostile_text import WORST, book_of, looked_at, paged_through


def rows(story: Story) -> RowList:
    return story.app.screen.query_one("#people", RowList)


def marked(story: Story) -> list[str]:
    return [story.book.people[key].name for key in rows(story).marked]  # type: ignore[index]


def row_of(story: Story, name: str) -> str:
    """The row of the list in which a name stands."""
    return next(row for row in (line.split("│")[0] for line in story.screen.splitlines()) if name in row)


async def choose(story: Story, command: str) -> None:
    await story.press("ctrl+p")
    await story.write(command)
    await story.searched()
    await story.press("enter")
    await story.searched()


async def test_the_next_verb_goes_to_all_who_are_marked_as_one_change(open_story: OpenStory) -> None:
    ada, bo, cy, di = person(f"Ada {NASTY[0]}"), person(f"Bo {NASTY[1]}"), person("Cy"), person("Di", archived_on=TODAY)
    async with open_story(ada, bo, cy, di) as story:
        await story.press("2", "m", "j", "m")
        assert story.cursor == bo.id
        assert "■ 2 marked" in story.screen
        assert "■·" in row_of(story, "Ada")
        assert "◧·" in row_of(story, "Bo ")

        await story.press("z")
        assert [row["archived_on"] for row in story.rows("people") if "archived_on" in row] == ["2026-11-22"] * 3
        assert "2 people: set to rest" in story.toasts
        assert (marked(story), story.cursor) == ([], bo.id)
        await story.press("u")
        assert sum("archived_on" in row for row in story.rows("people")) == 1

        await story.press("M")
        assert len(marked(story)) == 4
        await story.press("l")
        assert "In touch with 4 people" in story.screen
        await story.write(f"a reunion {NASTY[2]}")
        await story.press("enter")
        (logged,) = story.rows("interactions")
        assert set(logged["people"]) == {ada.id, bo.id, cy.id, di.id}
        assert (logged["text"], marked(story)) == (f"a reunion {NASTY[2]}", [])

        await story.press("M", "d")
        assert (story.rows("people"), "4 people: moved to the trash (u brings them back)" in story.toasts) == ([], True)
        await story.press("u")
        assert len(story.rows("people")) == 4


async def test_tags_and_a_rhythm_go_to_all_at_once_and_words_that_refuse_stay(open_story: OpenStory) -> None:
    ada, bo, cy = person("Ada", tags=(NASTY[3], "old")), person("Bo"), person("Cy")
    async with open_story(ada, bo, cy) as story:
        await story.press("2", "m", "j", "m", "j", "m", "e")
        assert (story.place, story.focus) == ("BulkDialog", "add")
        assert "3 people at once" in story.screen
        await story.press("enter")
        assert "Nothing is said yet: name a tag, or a rhythm." in story.words
        await story.write(f"#new, {NASTY[1]}")
        await story.press("tab")
        await story.write("old")
        await story.press("tab")
        await story.write("soon")
        await story.press("enter")
        assert "A rhythm is a number of days" in story.words
        assert len(marked_below(story)) == 3
        await story.press(*["backspace"] * 4)
        await story.write("30")
        await story.press("enter")
        assert story.place == "PeopleScreen"
        tags = [row["tags"] for row in story.rows("people")]
        assert all(kept[-2:] == ["new", NASTY[1].strip()] for kept in tags)
        assert [row["rhythm_days"] for row in story.rows("people")] == [30, 30, 30]
        assert "old" not in str(tags)
        assert marked(story) == []
        await story.press("u")
        assert [row.get("rhythm_days") for row in story.rows("people")] == [None] * 3


def marked_below(story: Story) -> tuple[object, ...]:
    """Who is marked in the list below a dialog."""
    return tuple(story.app.screen_stack[0].query_one("#people", RowList).marked)


async def test_marks_stay_with_the_people_and_what_is_for_one_says_so(open_story: OpenStory) -> None:
    ada, bo, cy = person("Ada"), person("Bo", tags=("work",)), person("Cy")
    async with open_story(ada, bo, cy, touch(cy)) as story:
        await story.press("2", "m", "j", "j", "m", "t", "t")
        assert (marked(story), story.cursor) == (["Ada", "Cy"], cy.id)
        await story.press("slash")
        await story.write("tag:work")
        await story.press("tab")
        assert "2 marked, 2 not shown" in " ".join(story.words.split())
        for key, name in [("n", "Note"), ("o", "Offer"), ("h", "Came back"), ("y", "Copy")]:
            await story.press(key)
            assert story.toasts[-1] == f"2 are marked, and “{name}” is for one at a time: esc takes the marks away."
        assert story.place == "PeopleScreen"

        await story.delete_elsewhere(cy)
        assert marked(story) == ["Ada"]
        await story.press("m", "m", "escape")
        assert marked(story) == []
        assert "tag:work" in story.screen, "the list is still narrowed"
        await story.press("escape")
        assert "tag:work" not in story.screen
        assert [row["name"] for row in story.rows("people")] == ["Ada", "Bo"]


async def test_in_a_long_list_a_mark_asks_for_no_row_anew(open_story: OpenStory) -> None:
    """It stands before the row."""
    async with open_story(*(person(f"Number {n:04}") for n in range(2000))) as story:
        await story.press("2", "j")
        assert "Number 0001" in story.screen
        drawn = []

        def draw(*row: Any) -> Any:
            drawn.append(row)
            return usual(*row)

        usual, rows(story)._draw = rows(story)._draw, draw
        await story.press("m")
        assert "◧" in story.screen
        assert drawn == [], "the mark stands before the row, which says what it said"


# --- elsewhere -----------------------------------------------------------------------------------


async def test_on_the_board_a_step_and_a_delete_go_to_all_slots_that_are_marked(open_story: OpenStory) -> None:
    people = [person(f"{name} {NASTY[0]}") for name in ("Ada", "Bo", "Cy")]
    ada, bo, cy = (offer(people[0], "offered"), offer(people[1]), offer(people[2], "done", part="resource"))
    async with open_story(*people, ada, bo, cy) as story:
        await story.press("3", "m", "j", "m", "j", "m")
        assert story.toasts[-1] == "There is nothing to mark under the cursor."
        assert "■ 2 marked  s set the step  r carry over  d delete  esc unmark" in story.screen
        await story.press("space")
        assert "“Next step” is for one at a time" in story.toasts[-1]
        await story.press("s")
        assert "Where do these 2 stand?" in story.screen
        assert "offered: they know of it" not in story.screen, "one of them is that already"
        await story.press("l")
        assert [row["status"] for row in story.rows("offers")] == ["let_go", "let_go", "done"]
        assert "■" not in story.screen
        assert [line["record"] for line in story.rows("check_ins")[0]["handled"]] == [bo.id], (
            "a draft was to be offered"
        )
        await story.press("u", "g", "m", "tab", "g", "m", "s")
        assert story.toasts[-1].startswith("No step makes sense for all of these")
        await story.press("d")
        assert ([row["id"] for row in story.rows("offers")], story.toasts[-1]) == (
            [bo.id],
            "2 of them: moved to the trash (u brings them back)",
        )
        await story.press("u", "tab", "g", "m", "r")
        assert [row["month"] for row in story.rows("offers")].count("2026-12") == 1


async def test_today_lines_that_are_marked_are_put_off_together(open_story: OpenStory) -> None:
    some = [person(f"{name} {NASTY[1]}", rhythm_days=7) for name in ("Ada", "Bo")]
    async with open_story(*some, offer(some[0], "accepted", due=TODAY)) as story:
        await story.press("m", "j", "m", "b")
        assert "Put 2 lines off" in story.screen
        await story.press("w")
        assert [row["until"] for row in story.rows("snoozes")] == ["2026-11-29"] * 2
        assert len(story.rows("check_ins")[0]["handled"]) == 2
        assert ("2 lines: put off for 7 days" in story.toasts, "■" in story.screen) == (True, False)
        await story.press("m")
        assert story.toasts[-1] == "There is nothing to mark under the cursor.", "it is ticked"
        await story.press("u")
        assert (story.rows("snoozes"), story.rows("check_ins")) == ([], [])


async def test_in_a_notebook_several_hopes_are_fulfilled_at_once(open_story: OpenStory) -> None:
    ada = person("Ada")
    told = [aspiration(ada, f"{text} {NASTY[2]}", "goal") for text in ("one", "two")]
    met = touch(ada, text="tea")
    async with open_story(ada, *told, met) as story:
        await story.press("2", "enter", "m")
        assert story.toasts[-1] == "There is nothing to mark under the cursor.", "notes are no record of their own"
        await story.press("j", "j", "j", "m", "j", "m")
        assert "■" in row_of(story, "two"), "and not before the heading"
        await story.press("space")
        assert [row["status"] for row in story.rows("aspirations")] == ["fulfilled"] * 2
        assert "2 of them: fulfilled" in story.toasts
        await story.press("m", "tab", "m", "space")
        assert story.toasts[-1].startswith("No step goes for all that is marked")
        await story.press("s")
        assert story.place == "NotebookScreen"
        await story.press("d")
        assert (len(story.rows("aspirations")), story.rows("interactions")) == (1, [])
        await story.press("u", "m", "escape")
        assert (story.place, "■" in story.screen) == ("NotebookScreen", False)
        await story.press("escape")
        assert story.place == "PeopleScreen"


# --- two who are one -----------------------------------------------------------------------------


async def test_two_who_may_be_one_become_one_field_by_field(open_story: OpenStory) -> None:
    ada = person(f"Ada {NASTY[0]}", title="analyst", about="maths", emails=(Labelled("a@x.org"),))
    bo = person("Bo")
    twin = person(
        f"Countess {NASTY[1]}", title=NASTY[2], about=NASTY[4], emails=(Labelled("A@x.org"), Labelled("c@x.org"))
    )
    told = (aspiration(twin, "a school"), touch(twin, bo), offer(twin))
    async with open_story(ada, bo, twin, *told) as story:
        await story.press("2", "G")
        await choose(story, "two who")
        assert story.place == "PairsDialog"
        assert "the same e-mail" in story.words
        await story.press("enter")
        assert story.place == "UniteDialog"
        assert line(NASTY[1]) in story.screen
        assert "1 thing they told you, 1 touch, 1 offer come along." in story.words
        await story.press("b")
        assert "Only one of the two can stand there: 1 or 2." in story.words
        await story.press("j", "2", "enter")
        assert (story.place, story.cursor) == ("PeopleScreen", ada.id)
        one = story.rows("people")[0]
        assert (one["name"], one["title"]) == (f"Ada {NASTY[0]}", NASTY[2])
        assert [email["value"] for email in one["emails"]] == ["a@x.org", "c@x.org"]
        assert one["about"].startswith("maths\n\n")
        assert story.rows("aspirations")[0]["person"] == story.rows("offers")[0]["person"] == ada.id
        assert [row["id"] for row in story.rows("people")] == [ada.id, bo.id]
        await story.press("u")
        assert len(story.rows("people")) == 3
        assert story.rows("aspirations")[0]["person"] == twin.id


async def test_both_heads_and_what_the_fields_of_several_take_are_read_whole(open_story: OpenStory) -> None:
    two = [person(name, tags=("choir", "sea"), created_at="2025-11-25T10:00:00.000Z") for name in ("Ada", "Bo")]
    async with open_story(*two, size=(80, 24)) as story:
        await story.press("2", "m", "j", "m", "e")
        assert "such as choir, sea" in story.words
        assert "days; empty: as it is; 0: none; tag: by their tags" in story.words
        await story.press("f2")
        assert "stays · made 25 Nov 2025" in story.words
        assert "goes · made 25 Nov 2025" in story.words
        await story.press("escape", "escape", "escape", "e")
        assert "days; empty: no rhythm" in story.words
        assert "0: no rhythm" not in story.words


async def test_of_several_pairs_the_next_is_shown_once_two_are_one(open_story: OpenStory) -> None:
    ada, bo = [person("Ada") for _ in range(2)], [person("Bo") for _ in range(2)]
    async with open_story(*ada, *bo) as story:
        await story.press("2")
        await choose(story, "two who")
        await story.press("enter")
        assert "nothing to decide" in story.words
        await story.press("enter")
        await story.searched()
        assert (story.place, "Ada" in story.words, "Bo · Bo" in story.words) == ("PairsDialog", False, True)
        await story.press("enter", "enter")
        assert (story.place, [row["name"] for row in story.rows("people")]) == ("PeopleScreen", ["Ada", "Bo"])


async def test_two_who_are_marked_become_one_unless_both_stand_in_one_part(open_story: OpenStory) -> None:
    ada, bo, cy = person("Ada"), person("Bo"), person("Cy")
    async with open_story(ada, bo, cy, mine := offer(ada, "offered"), offer(bo, "drafted")) as story:
        await story.press("2")
        await choose(story, "two who")
        assert "Nobody here looks like somebody else." in story.toasts[-1]
        await story.press("m", "j", "m", "e")
        assert story.place == "BulkOfTwo"
        await story.press("f2")
        assert story.place == "UniteDialog"
        before = story.book
        await story.press("enter")
        assert "Both stand in “Raise up” of November 2026." in story.words
        assert (story.place, story.book.records) == ("UniteDialog", before.records)
        await story.delete_elsewhere(mine)
        await story.press("enter")
        assert [row["name"] for row in story.rows("people")] == ["Ada", "Cy"]
        assert (story.cursor, marked(story)) == (ada.id, [])


# --- who could rest ------------------------------------------------------------------------------


async def test_a_circle_that_has_grown_asks_who_could_rest_and_lets_them(open_story: OpenStory) -> None:
    ada, bo, cy = person(f"Ada {NASTY[3]}"), person("Bo", rhythm_days=30), person("Cy")
    async with open_story(ada, bo, cy, offer(cy, "accepted"), Settings(id=1, circle_size=1)) as story:
        await story.press("2")
        assert "2 more than 1: who could rest? ctrl+p" in story.screen
        await choose(story, "who could")
        assert story.place == "RestDialog"
        assert "no touch yet · no rhythm · no open hope" in story.words
        assert "Cy" not in story.words
        await story.press("enter")
        assert "Nobody is marked yet" in story.words
        await story.press("space", "j", "space", "enter")
        assert "2 people: set to rest" in story.toasts
        assert "1 person in your circle" in story.screen
        row = row_of(story, "Bo ")
        assert "rests" in row
        await choose(story, "who could")
        assert "Nobody could rest just now" in story.toasts[-1]
        await story.press("u")
        assert sum("archived_on" in row for row in story.rows("people")) == 0


# --- copying -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", NASTY)
async def test_what_is_under_the_cursor_is_copied_to_the_letter(open_story: OpenStory, text: str) -> None:
    ada = person("Ada", emails=(Labelled("ada@x.org"), Labelled(text)), phones=(Labelled("+44 1"),))
    async with open_story(ada, aspiration(ada, text), touch(ada, text=text), offer(ada, what=text)) as story:
        await story.press("2", "y")
        assert story.place == "ChoiceDialog"
        assert "e e-mail · ada@x.org" in story.screen
        await story.press("2")
        assert (story.app.clipboard, story.place) == (text, "PeopleScreen")
        await story.press("y", "p")
        assert (story.app.clipboard, story.toasts[-1]) == ("+44 1", "Copied: +44 1")
        await story.press("y", "n")
        assert story.app.clipboard == "Ada"
        for way in (("3", "y"), ("2", "enter", "j", "j", "j", "y")):
            story.app._clipboard = ""
            await story.press(*way)
            assert story.app.clipboard == text, way
        assert not any(letter in story.toasts[-1] for letter in "\x1b\x9b\x07")


async def test_from_a_line_of_today_the_offer_or_how_to_reach_them_is_copied(open_story: OpenStory) -> None:
    ada = person("Ada", phones=(Labelled("+44 1"),))
    async with open_story(ada, offer(ada, "accepted", what=NASTY[0], due=TODAY)) as story:
        await story.press("y", "o")
        assert story.app.clipboard == NASTY[0]
        await story.press("y", "p")
        assert story.app.clipboard == "+44 1"


async def test_where_there_are_no_words_it_says_so(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    async with open_story(ada, bo, offer(ada, "chosen")) as story:
        await story.press("3", "y")
        assert story.toasts[-1] == "There are no words to copy here yet."
        await story.press("2", "j", "y")
        assert (story.app.clipboard, story.toasts[-1]) == ("Bo", "Copied: Bo")


# --- whatever stands in the book -----------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_every_question_about_several_shows_hostile_text_as_text(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    async with open_story(*book_of(WORST), *(person(text, about=text) for text in WORST), size=size) as story:
        await story.press("2", "M", "e")
        looked_at(story, "several")
        await story.press("escape", "l")
        looked_at(story, "one touch")
        await story.press("escape", "escape", "y")
        looked_at(story, "copy")
        await story.press("escape")
        for command, place in (("unite", "PairsDialog"), ("who_could_rest", "RestDialog")):
            await story.app.screen.run_action(f"command({command!r})")
            await story.settle()
            assert story.place == place
            await paged_through(story, command)
            if command == "unite":
                for _ in range(3):
                    await story.press("enter")
                    assert story.place == "UniteDialog"
                    looked_at(story, "field by field")
                    await story.press("j", "2", "escape")
                    await story.app.screen.run_action(f"command({command!r})")
                    await story.settle()
                    await story.press("j", "j")
            await story.press("escape")
