"""The help: it is whole in every size, its parts are reached by one key, and it says what each mark means."""

import pytest

from givenet_tui.domain.line.read import EXAMPLES
from givenet_tui.domain.terms import TERMS
from givenet_tui.ui.dialogs.tour_dialog import SENTENCES
from givenet_tui.wording import STEP_MARKS, said
from tests.factories import person
from tests.ui.conftest import OpenStory, Story


async def paged(story: Story) -> str:
    """All of it, page by page, without what is around it."""
    seen, before = "", ""
    while before != story.words:
        before = story.words
        seen += f" {before}"
        await story.press("pagedown")
    return seen


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_the_help_is_whole_in_every_size(open_story: OpenStory, size: tuple[int, int]) -> None:
    async with open_story(person(), size=size) as story:
        await story.press("2", "question_mark")
        seen = await paged(story)
        assert "…" not in seen
        assert "Keys of People" in seen
        for status, (mark, _) in STEP_MARKS.items():
            assert f"{mark} {said(status).capitalize()}." in seen
        for words in (
            "● In touch",
            "○ Gone quiet",
            "· No rhythm",
            "z Resting",
            "▪ Behind a name",
            "hdgo What they told",
        ):
            assert words in seen
        assert all(example in seen for example in EXAMPLES)
        assert all(term.example in seen for term in TERMS.values())
        assert all(f"{key} {name}" in seen for key, name, _ in SENTENCES)


async def test_the_parts_of_the_help_and_the_tour_are_one_key_away(open_story: OpenStory) -> None:
    async with open_story(person(), size=(60, 20)) as story:
        await story.press("question_mark", "tab")
        assert story.words.startswith("Keys, words and marks Keys everywhere")
        await story.press("tab", "shift+tab")
        assert story.words.startswith("Keys, words and marks Keys everywhere")
        await story.press("T")
        assert story.place == "TourDialog"
        await story.press("escape")
        assert story.place == "TodayScreen"


async def test_ctrl_z_is_said_to_take_back_typing_where_one_writes_and_does(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("2", "question_mark")
        assert "in notes and areas for words it takes back typing" in await paged(story)
        await story.press("escape", "n", "h")
        await story.write("a school")
        await story.press("ctrl+z")
        assert (story.place, story.app.focused.text) == ("NoteDialog", "")  # type: ignore[union-attr]
        await story.press("ctrl+y")
        assert (story.app.focused.text, story.toasts) == ("a school", [])  # type: ignore[union-attr]
