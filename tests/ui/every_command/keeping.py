"""Stories of the book as a whole: undo, redo, the trash, imports, copies, settings, words that wait to be chosen."""

from shutil import rmtree

from givenet_tui.domain.drafts import Draft
from givenet_tui.paths import companion_dir
from givenet_tui.store.drafts import Drafts
from givenet_tui.ui.widgets.row_list import RowList
from tests.factories import MADE
from tests.ui.every_command.told import ADA, BO, EVE, GUS, RUN, SETTINGS, WORDS, Here, of


@of("undo")
async def u_takes_the_last_change_back_and_says_which(here: Here) -> None:
    await here.press("colon")
    await here.write("ada dreams of a school")
    assert here.new("aspirations")
    await here.press("u")
    assert here.new("aspirations") == []
    assert "Undone" in here.story.toasts[-1]
    here.is_here()


@of("redo")
async def ctrl_r_does_again_what_was_undone(here: Here) -> None:
    await here.press("colon")
    await here.write("ada dreams of a school")
    await here.press("u", "ctrl+r")
    assert [row["text"] for row in here.new("aspirations")] == ["a school"]
    assert "Done again" in here.story.toasts[-1]
    here.is_here()


@of("import")
async def i_brings_people_in_from_a_file_as_one_picks_them(here: Here) -> None:
    contacts = here.story.path.with_name("contacts.vcf")
    contacts.write_text(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{WORDS}\r\nEND:VCARD\r\n")
    await here.press("i")
    here.asks("FileDialog", "path")
    await here.write(str(contacts))
    here.asks("PickPeople", "people")
    assert here.sees(WORDS)
    await here.press("space", "enter")
    assert [row["name"] for row in here.new("people")] == [WORDS]
    here.is_here()


@of("trash")
async def the_trash_brings_back_what_was_deleted(here: Here) -> None:
    await here.choose()
    here.asks("TrashDialog", "trash")
    assert here.sees(GUS.name)
    await here.press("enter", "escape")
    assert here.row(GUS)["name"] == GUS.name
    here.is_here()


@of("undo_import")
async def an_import_is_taken_back(here: Here) -> None:
    await here.choose()
    here.asks("ChoiceDialog", "choice")
    assert here.sees(RUN.source)
    await here.press("1")
    assert here.row(EVE) == {}
    here.is_here()


@of("versions")
async def words_written_in_two_places_are_chosen_from(here: Here) -> None:
    await here.choose()
    here.asks("VersionsDialog", "choice")
    assert here.sees(BO.name)
    await here.press("t")
    assert here.row(BO)["about"] == BO.other_versions[0].value
    assert "≠" not in here.story.screen
    here.is_here()


@of("settings")
async def a_setting_is_changed_where_it_is_seen(here: Here) -> None:
    await here.choose()
    here.asks("RowsDialog", "rows")
    here.story.app.screen.query_one(RowList).go_to("circle_size")
    await here.press("enter")
    here.asks("ValueDialog", "value")
    await here.press(*"12", "enter")
    here.asks("RowsDialog", "rows")
    assert here.row(SETTINGS)["circle_size"] == 12
    await here.press("escape")
    here.is_here()


@of("left_words")
async def words_that_were_left_for_later_are_asked_about_again(here: Here) -> None:
    elsewhere = Drafts(here.story.path, "elsewhere")
    elsewhere.keep([Draft("hear", ADA.id, "What Ada told you", {"text": WORDS}, MADE)])
    elsewhere.close()
    await here.story.app.drafts.offer()
    await here.press("l")
    here.is_here()
    await here.choose()
    here.asks("LeftDialog", "choice")
    assert here.sees(WORDS)
    await here.press("t", "t")
    here.is_here()
    assert here.story.app.drafts.passed_over == 0


@of("back_up")
async def the_book_is_backed_up_now(here: Here) -> None:
    rmtree(companion_dir(here.story.path) / "backups", ignore_errors=True)
    await here.choose()
    (copy,) = here.story.app.workspace.store.copies()
    assert copy.said.endswith("by hand")
    assert here.story.toasts[-1] == "A copy of the book is kept"
    here.is_here()


@of("restore")
async def an_earlier_state_comes_back_and_u_takes_that_back(here: Here) -> None:
    await here.press("colon")
    await here.write("ada dreams of a school")
    await here.choose()
    here.asks("RowsDialog", "rows")
    await here.press("enter")
    here.asks("ChoiceDialog", "choice")
    await here.press("y", "escape")
    assert here.new("aspirations") == []
    here.is_here()
    await here.press("u")
    assert [row["text"] for row in here.new("aspirations")] == ["a school"]
    here.is_here()
