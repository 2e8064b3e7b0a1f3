"""Stories of writing: what was told, touches, offers, help, people, objectives, the line, the reflection."""

from givenet_tui.domain.objectives import Objective
from givenet_tui.ui.commands import CIRCLE
from tests.ui.every_command.told import (
    ADA,
    BACK,
    DI,
    DREAM,
    EVE,
    MINE,
    PROMISED,
    TEA,
    WORDS,
    Here,
    of,
)  # fmt: skip


@of("note", *CIRCLE)
async def n_writes_down_what_they_told_you_its_kind_by_one_key(here: Here) -> None:
    await here.press("n")
    here.asks("NoteDialog", "kind")
    assert here.sees("What Ada [/] told you")
    await here.press("d")
    here.asks("NoteDialog", "text")
    await here.write()
    (row,) = here.new("aspirations")
    assert (row["person"], row["kind"], row["text"], row["heard_on"]) == (ADA.id, "dream", WORDS, "2026-11-22")
    here.is_here()


@of("offer", "today", "board")
async def o_goes_on_with_the_offer_under_the_cursor(here: Here) -> None:
    await here.press("o")
    here.asks("OfferDialog", "what")
    assert here.sees(PROMISED.what)
    await here.write()
    assert here.row(PROMISED)["what"] == f"{PROMISED.what}{WORDS}"
    here.is_here()


@of("offer", "people")
async def o_makes_an_offer_to_the_person(here: Here) -> None:
    await here.go_to(EVE)
    await here.press("o")
    here.asks("OfferDialog", "what")
    assert here.sees(EVE.name)
    await here.write()
    (row,) = here.new("offers")
    assert (row["person"], row["what"], row["status"]) == (EVE.id, WORDS, "drafted")
    here.is_here(EVE)


@of("offer", "notebook")
async def o_from_what_they_told_you_makes_an_offer_that_serves_it(here: Here) -> None:
    await here.press("o")
    here.asks("OfferDialog", "what")
    assert here.sees(DREAM.text)
    await here.write()
    assert "stands in" in here.story.words  # Ada has a slot in this part: the words stay, and another part takes them
    here.story.app.screen.query_one("#objective").focus()
    await here.press("right", "enter")
    (row,) = here.new("offers")
    assert (row["serves"], row["what"], row["part"], row["objective"]) == (DREAM.id, WORDS, "resource", MINE.id)
    here.is_here()


@of("touch", *CIRCLE)
async def l_logs_a_touch(here: Here) -> None:
    await here.press("l")
    here.asks("TouchDialog", "text")
    assert here.sees(f"In touch with {ADA.name}")
    await here.write()
    (row,) = here.new("interactions")
    assert (row["people"], row["text"], row["on"]) == ([ADA.id], WORDS, "2026-11-22")
    here.is_here()


@of("came_back")
async def h_writes_down_what_came_back(here: Here) -> None:
    await here.press("h")
    here.asks("HelpDialog", "text")
    assert here.sees(f"What came back from {ADA.name}")
    await here.write()
    (row,) = here.new("help")
    assert (row["person"], row["text"]) == (ADA.id, WORDS)
    assert row.get("offer") == (PROMISED.id if here.place in {"today", "board"} else None)
    here.is_here()


@of("add", "people")
async def a_in_people_adds_a_person_and_goes_to_them(here: Here) -> None:
    await here.press("a")
    here.asks("PersonDialog", "name")
    await here.write()
    (row,) = here.new("people")
    assert row["name"] == WORDS
    assert here.story.cursor == row["id"]
    assert here.sees(WORDS)


@of("add", "today")
async def a_on_today_adds_a_person(here: Here) -> None:
    await here.press("a")
    here.asks("PersonDialog", "name")
    await here.write()
    assert [row["name"] for row in here.new("people")] == [WORDS]
    here.is_here()


@of("add", "notebook")
async def a_in_a_notebook_adds_to_the_part_in_which_one_is(here: Here) -> None:
    await here.press("a")
    here.asks("NoteDialog", "text")
    await here.write()
    (told,) = here.new("aspirations")
    assert (told["kind"], told["text"]) == ("dream", WORDS)
    here.is_here()
    await here.go_to(TEA)
    await here.press("a")
    assert here.story.place == "TouchDialog"
    await here.press("escape")
    here.is_here(TEA)


@of("add", "board")
async def a_on_the_board_chooses_someone_for_a_slot(here: Here) -> None:
    await here.press("G", "a")
    assert here.story.place == "PickPerson"
    await here.story.write("eve")
    assert here.sees(EVE.name)
    await here.press("enter")
    (row,) = here.new("offers")
    assert (row["person"], row["part"], row["status"]) == (EVE.id, "raise_up", "chosen")
    assert here.story.place == "BoardScreen"
    assert here.sees(EVE.name)


@of("add", "year")
async def a_in_the_year_adds_an_objective(here: Here) -> None:
    await here.press("a")
    here.asks("WordsDialog", "words")
    await here.write()
    (row,) = here.new("objectives")
    assert (row["year"], row["text"]) == (2026, WORDS)
    assert isinstance(row["id"], int)
    here.is_here(here.story.book.get(Objective, row["id"]))


@of("edit", "people")
async def e_in_people_edits_the_facts(here: Here) -> None:
    await here.press("e")
    here.asks("PersonDialog", "name")
    await here.write(" Lovelace")
    assert here.row(ADA)["name"] == f"{ADA.name} Lovelace"
    here.is_here()


@of("edit", "notebook")
async def e_in_a_notebook_edits_what_is_under_the_cursor_and_the_notes(here: Here) -> None:
    for record, focus in ((DREAM, "text"), (TEA, "text"), (BACK, "text"), (PROMISED, "what")):
        await here.go_to(record)
        await here.press("e")
        assert here.story.focus == focus
        await here.write(" more")
        assert str(here.row(record)[focus]).endswith(" more")
        here.is_here(record)
    here.story.app.screen.query_one("#told").focus()
    await here.press("g", "e")
    await here.story.write(" more")
    await here.press("ctrl+s")
    assert here.row(ADA)["about"] == f"{ADA.about} more"
    assert here.story.cursor == "notes"


@of("edit", "board")
async def e_on_the_board_edits_the_offer(here: Here) -> None:
    await here.press("e")
    here.asks("OfferDialog", "what")
    await here.write(" more")
    assert here.row(PROMISED)["what"] == f"{PROMISED.what} more"
    here.is_here()


@of("edit", "year")
async def e_in_the_year_edits_an_objective_and_what_came_back(here: Here) -> None:
    for record in (BACK, MINE):
        await here.story.go_to(record)
        await here.press("e")
        await here.write(" more")
        assert here.row(record)["text"] == f"{record.text} more"
        here.is_here(record)


@of("line")
async def a_colon_takes_a_sentence_and_does_what_it_shows(here: Here) -> None:
    await here.press("colon")
    here.asks("LineDialog", "line")
    await here.story.write("ada dreams of a school")
    assert here.sees(ADA.name)
    await here.press("enter")
    (row,) = here.new("aspirations")
    assert (row["person"], row["kind"], row["text"]) == (ADA.id, "dream", "a school")
    here.is_here()


@of("close_day", "today")
async def w_closes_the_day_with_a_line(here: Here) -> None:
    await here.press("w")
    here.asks("WordsDialog", "words")
    await here.write()
    (row,) = here.story.rows("check_ins")
    assert (row["on"], row["reflection"]) == ("2026-11-22", WORDS)
    assert here.sees(WORDS)
    here.is_here()


@of("bump", "today")
async def b_puts_a_line_off_without_a_touch(here: Here) -> None:
    await here.go_to(DI)
    await here.press("b")
    here.asks("ChoiceDialog", "choice")
    assert here.sees(f"Put {DI.name} off")
    await here.press("w")
    (row,) = here.story.rows("snoozes")
    assert (row["record"], row["until"]) == (DI.id, "2026-11-29")
    assert here.new("interactions") == []
    here.is_here(DI)
