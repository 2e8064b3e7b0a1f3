"""Stories of introductions: two people, each asked whether one may."""

from givenet_tui.domain.offers import Asking
from givenet_tui.ui.dialogs.dialog import NO_WORDS_HERE
from tests.factories import TODAY, aspiration, offer, person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story
from tests.ui.killed import fields, killed, started_again

ada, grace, bo = person("Ada"), person(f"Grace {NASTY[0]}"), person("Bo", organization="the looms")


def made(story: Story) -> dict[str, object]:
    """The one offer of the book, in the file."""
    (row,) = story.rows("offers")
    return row


def asked(story: Story) -> dict[object, object]:
    return {one["person"]: one["status"] for one in made(story)["asked"]}  # type: ignore[attr-defined]


async def test_two_are_brought_together_from_a_favour_to_the_end_by_the_space_bar(open_story: OpenStory) -> None:
    async with open_story(ada, grace, bo, aspiration(ada, "a house full of looms")) as story:
        await story.press("2", "o", "f2", "i")
        assert "To whom do you introduce Ada?" in story.words
        assert story.words.index("Bo has to do with “looms”") < story.words.index("Grace")
        await story.press("down", "enter")
        assert (story.place, story.focus) == ("OfferDialog", "what")
        assert f"introduce to Grace {NASTY[0]}" in story.words
        await story.write("by letter")
        await story.press("enter", "3")
        assert (made(story)["what"], made(story)["introduces"]) == (
            f"Introduce Ada to Grace {NASTY[0]} by letter", grace.id,
        )  # fmt: skip
        await story.press("space")
        assert (made(story)["status"], asked(story)) == ("drafted", {ada.id: "asked"})
        assert f"Ada: asked today · Grace {NASTY[0]}: not asked yet" in story.words
        await story.press("space")
        assert (made(story)["status"], asked(story)) == ("offered", {ada.id: "asked", grace.id: "asked"})
        await story.press("space")
        assert "What did Ada say?" in story.words
        await story.press("y", "space", "y")
        assert (made(story)["status"], asked(story)) == ("accepted", {ada.id: "yes", grace.id: "yes"})
        assert story.toasts[-1] == f"Grace {NASTY[0]}: said yes, and the introduction accepted"
        await story.press("u")
        assert (made(story)["status"], asked(story)[grace.id]) == ("offered", "asked")
        await story.press("ctrl+r", "space", "enter", "2", "G", "enter", "tab")
        assert made(story)["status"] == "done"
        assert "gave → Ada" in story.screen, "the timeline of the other one shows it too"


async def test_the_day_comes_before_whom_it_introduces_and_no_letter_vanishes(open_story: OpenStory) -> None:
    async with open_story(ada, grace, bo) as story:
        await story.press("2")
        await story.go_to(ada.id)
        await story.press("o", "f2", "i", "enter", "tab")
        await story.write("fri")
        await story.press("tab")
        assert story.focus == "introduces"
        assert "← 2 of 2 →" in story.words
        await story.press("f")
        assert NO_WORDS_HERE in story.words
        await story.press("left")
        assert NO_WORDS_HERE not in story.words
        await story.press("right", "enter")
        assert (made(story)["due"], made(story)["introduces"]) == ("2026-11-27", bo.id)


async def test_another_favour_takes_the_place_of_an_introduction_that_is_only_begun(open_story: OpenStory) -> None:
    async with open_story(ada, grace, bo) as story:
        await story.press("2")
        await story.go_to(ada.id)
        await story.press("o", "f2", "i", "enter", "f2", "l")
        assert fields(story).startswith("Lend Ada my")
        assert "introduce to" not in story.words
        await story.write("loom")
        await story.press("enter")
        assert (made(story)["what"], made(story).get("introduces")) == ("Lend Ada my loom", None)


async def test_a_no_asks_what_becomes_of_it_and_somebody_else_is_introduced(open_story: OpenStory) -> None:
    there = offer(
        ada, "offered", what=f"Introduce Ada to Grace {NASTY[0]} by letter", introduces=grace.id,
        asked=(Asking(ada.id, "yes", TODAY), Asking(grace.id, "asked", TODAY)),
    )  # fmt: skip
    async with open_story(ada, grace, bo, there, size=(120, 36)) as story:
        await story.press("3", "space", "n")
        assert f"Grace {NASTY[0]} would rather not" in story.words
        await story.press("i")
        assert story.place == "PickPerson"
        await story.write("bo")
        await story.press("enter", "enter")
        assert (made(story)["what"], made(story)["introduces"]) == ("Introduce Ada to Bo by letter", bo.id)
        assert asked(story) == {ada.id: "yes"}
        await story.press("s")
        assert "1 Ada would rather not" in story.words
        assert "2 Bo was asked: may I?" in story.words
        await story.press("4")
        assert asked(story) == {ada.id: "yes", bo.id: "no"}
        await story.press("t", "x")
        assert "Bo would rather not" in story.words
        await story.press("n")
        assert made(story)["status"] == "declined"


async def test_today_asks_of_an_introduction_one_of_the_two_as_well(open_story: OpenStory) -> None:
    there = offer(ada, "drafted", TODAY.replace(day=2), introduces=grace.id, what="Introduce Ada to Grace")
    async with open_story(ada, grace, there) as story:
        await story.press("space")
        assert (asked(story), made(story)["status"]) == ({ada.id: "asked"}, "drafted")
        assert "✓ draft" in story.screen


async def test_whom_one_was_introducing_comes_back_with_the_words_after_a_kill(open_story: OpenStory) -> None:
    async with open_story(ada, grace, bo) as story:
        await story.press("2", "o")
        await story.write("Bring the two to the mill")
        await story.press("f3")
        await story.write("grace")
        await story.press("enter")
        assert fields(story).strip() == "Bring the two to the mill", "words of one's own are never replaced"
        await story.press("f3")
        await killed(story)
    async with started_again(story) as again:
        await again.press("p")
        assert (again.place, fields(again).strip()) == ("OfferDialog", "Bring the two to the mill")
        assert f"introduce to Grace {NASTY[0]}" in again.words
        await again.press("enter")
        assert made(again)["introduces"] == grace.id


async def test_an_introduction_to_whom_is_deleted_says_so_and_comes_back_with_them(open_story: OpenStory) -> None:
    there = offer(
        ada, "drafted", introduces=grace.id, what="Introduce Ada to Grace", asked=(Asking(ada.id, "yes", TODAY),)
    )
    async with open_story(ada, grace, there) as story:
        await story.press("2", "G", "d", "3", "space")
        assert story.toasts[-1] == "One of the two is in the trash: e, then F3, introduces somebody else."
        assert "not asked yet" not in story.screen
        await story.press("e")
        assert "introduce to somebody who is in the trash" in story.words
        await story.press("enter")
        assert (story.place, made(story)["introduces"]) == ("BoardScreen", grace.id)
        await story.press("2", "u", "3")
        assert f"Ada: yes · Grace {NASTY[0]}: not asked yet" in story.words
