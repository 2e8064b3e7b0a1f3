"""Stories of taking things further: the next step, done, any step, carrying over, resting, deleting."""

from tests.ui.every_command.told import (
    ADA,
    BACK,
    BO,
    CHOSEN,
    DI,
    DRAFT,
    DREAM,
    FLO,
    MINE,
    PROMISED,
    TEA,
    WAITING,
    WORDS,
    Here,
    of,
)  # fmt: skip


@of("advance", "today")
async def space_on_today_answers_each_line_in_its_own_way_and_ticks_it(here: Here) -> None:
    await here.press("space")
    here.asks("WordsDialog", "words")
    await here.write()
    assert (here.row(PROMISED)["status"], here.row(PROMISED)["outcome"]) == ("done", WORDS)
    here.is_here(PROMISED)
    await here.go_to(WAITING)
    await here.press("space")
    here.asks("ChoiceDialog", "choice")
    assert here.sees(f"What did {BO.name} say?")
    await here.press("y")
    assert here.row(WAITING)["status"] == "accepted"
    here.is_here(WAITING)
    await here.go_to(DRAFT)
    await here.press("space")
    assert here.row(DRAFT)["status"] == "offered"
    here.is_here(DRAFT)
    await here.go_to(DI)
    await here.press("space")
    assert here.story.place == "TouchDialog"
    assert here.sees(DI.name)
    await here.press("ctrl+s")
    assert here.new("interactions")[0]["people"] == [DI.id]
    here.is_here(DI)
    (check_in,) = here.story.rows("check_ins")
    assert [line["how"] for line in check_in["handled"]] == ["done"] * 4


@of("advance", "notebook")
async def space_in_a_notebook_marks_it_fulfilled_and_open_again(here: Here) -> None:
    for status in ("fulfilled", "open"):
        await here.press("space")
        assert here.row(DREAM)["status"] == status
        here.is_here()


@of("advance", "board")
async def space_on_the_board_takes_an_offer_one_step_further(here: Here) -> None:
    await here.go_to(DRAFT)
    for status in ("offered", "accepted"):
        await here.press("space")
        assert here.row(DRAFT)["status"] == status
        here.is_here(DRAFT)
    await here.go_to(CHOSEN)
    await here.press("space")
    here.asks("OfferDialog", "what")
    assert here.sees(FLO.name)
    await here.write()
    assert (here.row(CHOSEN)["what"], here.row(CHOSEN)["status"]) == (WORDS, "drafted")
    here.is_here(CHOSEN)


@of("advance", "year")
async def space_in_the_year_marks_an_objective_reached(here: Here) -> None:
    await here.go_to(MINE)
    for status in ("reached", "open"):
        await here.press("space")
        assert here.row(MINE)["status"] == status
        here.is_here(MINE)


@of("done", "today", "notebook", "board")
async def x_asks_what_came_of_it_and_the_offer_is_done(here: Here) -> None:
    await here.go_to(PROMISED)
    await here.press("x")
    here.asks("WordsDialog", "words")
    assert here.sees(PROMISED.what)
    await here.write()
    assert (here.row(PROMISED)["status"], here.row(PROMISED)["outcome"]) == ("done", WORDS)
    here.is_here(PROMISED)


@of("done", "year")
async def x_in_the_year_marks_an_objective_reached(here: Here) -> None:
    await here.go_to(MINE)
    await here.press("x")
    assert here.row(MINE)["status"] == "reached"
    here.is_here(MINE)


@of("set_step", "today", "notebook", "board")
async def s_sets_any_step_that_makes_sense(here: Here) -> None:
    await here.go_to(PROMISED)
    await here.press("s")
    here.asks("ChoiceDialog", "choice")
    assert here.sees(PROMISED.what)
    await here.press("l")
    assert here.row(PROMISED)["status"] == "let_go"
    assert here.story.place != "ChoiceDialog"


@of("set_step", "year")
async def s_in_the_year_says_how_an_objective_stands(here: Here) -> None:
    await here.go_to(MINE)
    await here.press("s")
    here.asks("ChoiceDialog", "choice")
    await here.press("l")
    assert here.row(MINE)["status"] == "let_go"
    here.is_here(MINE)


@of("confirm", "notebook")
async def c_says_that_it_still_holds(here: Here) -> None:
    await here.press("c")
    assert here.row(DREAM)["confirmed_on"] == "2026-11-22"
    here.is_here()


@of("carry", "board")
async def r_carries_open_offers_over_one_or_all(here: Here) -> None:
    await here.press("r")
    here.asks("ChoiceDialog", "choice")
    assert here.sees("Carry over to December")
    await here.press("o")
    assert (here.row(PROMISED)["month"], here.row(DRAFT)["month"]) == ("2026-12", "2026-11")
    assert "carried to December" in here.story.screen
    await here.press("u", "r", "a")
    assert {here.row(one)["month"] for one in (PROMISED, WAITING, DRAFT, CHOSEN)} == {"2026-12"}


@of("rest", "people", "notebook")
async def z_lets_a_person_rest_and_come_back(here: Here) -> None:
    for rests in (True, False):
        await here.press("z")
        assert ("archived_on" in here.row(ADA)) == rests
        here.is_here()


@of("delete")
async def d_puts_what_is_under_the_cursor_into_the_trash_and_u_brings_it_back(here: Here) -> None:
    records = {"people": (ADA,), "notebook": (DREAM, TEA), "board": (PROMISED,), "year": (BACK, MINE)}[here.place]
    for record in records:
        await here.go_to(record)
        await here.press("d")
        assert here.row(record) == {}
        if here.place == "people":
            assert here.story.cursor == BO.id
        await here.press("u")
        assert here.row(record)
        if here.place != "people":
            await here.go_to(record)
        else:
            assert here.sees(ADA.name)
