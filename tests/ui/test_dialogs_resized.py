"""A window that is made smaller and larger while something is asked: nothing is lost, and the keys go on working."""

from collections.abc import Sequence

import pytest
from textual.widgets import Input, TextArea

from givenet_tui.ui import dialogs
from givenet_tui.ui.dialogs.dialog import Dialog
from givenet_tui.ui.palette import Palette
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story
from tests.ui.every_command.told import BOOK
from tests.ui.test_hostile_text import looked_at

SIZES = ((60, 20), (20, 5), (160, 50))
BY_NAME = "by its name in the palette: "

WAYS: dict[str, tuple[str, Sequence[str]]] = {
    "a note": ("NoteDialog", ("2", "n", "d")),
    "the kind of a note": ("NoteDialog", ("2", "n")),
    "a touch": ("TouchDialog", ("2", "l")),
    "what came back": ("HelpDialog", ("2", "h")),
    "an offer": ("OfferDialog", ("2", "o")),
    "a favour": ("OfferDialog", ("2", "o", "f2")),
    "someone new": ("PersonDialog", ("2", "a")),
    "the last field of a person": ("PersonDialog", ("2", "e", "shift+tab")),
    "what came of it": ("WordsDialog", ("1", "x")),
    "an objective": ("WordsDialog", ("4", "a")),
    "a step": ("ChoiceDialog", ("3", "s")),
    "whom to choose": ("PickPerson", ("3", "G", "a")),
    "a file": ("FileDialog", ("i",)),
    "whom to take": ("PickPeople", ("i", "+", "enter")),
    "the line": ("LineDialog", ("colon",)),
    "a way out": ("ExportDialog", (f"{BY_NAME}export",)),
    "a file to write": ("ExportDialog", (f"{BY_NAME}export", "v")),
    "the trash": ("TrashDialog", (f"{BY_NAME}trash",)),
    "two places": ("VersionsDialog", (f"{BY_NAME}versions",)),
    "words that were left": ("LeftDialog", (f"{BY_NAME}left",)),
    "words without a place": ("ShownWords", (f"{BY_NAME}shown",)),
    "settings": ("RowsDialog", (f"{BY_NAME}settings",)),
    "a setting": ("ValueDialog", (f"{BY_NAME}settings", "j", "enter")),
    "an earlier state": ("RowsDialog", ("colon", *"ada dreams of tea", "enter", f"{BY_NAME}restore")),
    "who could rest": ("RestDialog", (f"{BY_NAME}who_could_rest",)),
    "the tour": ("TourDialog", ("T",)),
    "tags of several": ("BulkDialog", ("2", "M", "e")),
    "tags of two": ("BulkOfTwo", ("2", "m", "j", "m", "e")),
    "who may be one": ("PairsDialog", (f"{BY_NAME}unite",)),
    "two who are one": ("UniteDialog", (f"{BY_NAME}unite", "enter")),
    "what is read whole": ("WholeDialog", ("2", "enter", "enter")),
    "the keys": ("HelpScreen", ("question_mark",)),
    "the palette": ("Palette", ("ctrl+p",)),
}
"""What is open, of which class, and the way there."""


def test_every_dialog_is_among_them() -> None:
    every = {name for name in dialogs._HOMES if issubclass(getattr(dialogs, name, object), Dialog)}
    assert {kind for kind, _ in WAYS.values()} >= every - {"Dialog"}


async def go(story: Story, way: Sequence[str]) -> None:
    for key in way:
        if key == "+":
            file = story.path.with_name("contacts.vcf")
            file.write_text(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Emmy {NASTY[1]}\r\nEND:VCARD\r\n")
            await story.write(str(file))
        elif key.endswith("left"):
            story.app.push_screen(dialogs.LeftDialog(_nothing, notice="\n".join(NASTY)))
        elif key.endswith("shown"):
            story.app.push_screen(dialogs.ShownWords("A note", "\n".join(NASTY), why="It has gone."))
        elif key.startswith(BY_NAME):
            await story.app.screen.run_action(f"command({key.removeprefix(BY_NAME)!r})")
        else:
            await story.press(key)
    await story.settle()


async def _nothing(_: str) -> None:
    """It is closed without an answer."""


def written(story: Story) -> list[str]:
    """What stands in the fields."""
    fields = [*story.app.screen.query(Input), *story.app.screen.query(TextArea)]
    return [field.text if isinstance(field, TextArea) else field.value for field in fields]


@pytest.mark.parametrize("name", WAYS)
async def test_a_dialog_keeps_words_and_focus_at_any_size(open_story: OpenStory, name: str) -> None:
    kind, way = WAYS[name]
    async with open_story(*BOOK, size=(120, 36)) as story:
        await go(story, way)
        assert story.place == kind
        dialog, field, below = story.app.screen, story.app.focused, story.app.screen_stack[-2]
        assert (field is None) == (kind == "TourDialog")
        writes = isinstance(field, Input) or (isinstance(field, TextArea) and not field.read_only)
        if writes:
            await story.write(f"half a word {NASTY[1]}")
        for size in SIZES:
            words = written(story)
            await story.resize(*size)
            assert (story.app.screen, story.app.focused, written(story)) == (dialog, field, words), size
            looked_at(story, (name, size))
            if field is not None and size != (20, 5) and not isinstance(dialog, Palette):
                assert dialog.find_widget(field).visible_region.area, size
            if writes:
                await story.press("x")
                assert "".join(written(story)) != "".join(words), size
            else:
                await story.press("f5" if kind == "TourDialog" else "down")  # which has no key that means nothing else
        while story.app.screen is dialog:
            await story.press("escape")
        assert story.app.screen is below
