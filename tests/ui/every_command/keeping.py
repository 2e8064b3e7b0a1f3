"""Stories of the book as a whole: undo, redo, the trash, imports, words written in two places."""

from tests.ui.every_command.told import BO, EVE, GUS, RUN, WORDS, Here, of


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
