"""Stories of marks, of what is copied, and of who could rest, or is one with somebody else."""

from givenet_tui.domain.records import Record
from givenet_tui.ui.commands import CIRCLE, Place
from tests.ui.every_command.told import (
    ADA,
    BACK,
    BO,
    CHOSEN,
    CY,
    DI,
    DRAFT,
    DREAM,
    EMAIL,
    EVE,
    FLO,
    GOAL,
    PROMISED,
    WAITING,
    Here,
    of,
)  # fmt: skip

VERBS: dict[Place, tuple[str, ...]] = {"today": ("b", "w"), "people": ("z",), "notebook": ("space",), "board": ("d",)}
ALL: dict[Place, tuple[Record, ...]] = {
    "today": (PROMISED, WAITING, DRAFT, DI), "people": (ADA, BO, CY, DI, EVE, FLO), "notebook": (DREAM, GOAL),
    "board": (PROMISED, WAITING, DRAFT, CHOSEN),
}  # fmt: skip


def _is_done(here: Here, record: Record) -> bool:
    """Whether the verb of the place went to a record."""
    match here.place:
        case "today":
            return record.id in {row["record"] for row in here.story.rows("snoozes")}
        case "people":
            return "archived_on" in here.row(record)
        case "notebook":
            return here.row(record)["status"] == "fulfilled"
        case _:
            return not here.row(record)


@of("mark", *CIRCLE)
async def m_marks_and_the_next_verb_goes_to_what_is_marked(here: Here) -> None:
    first, *others = ALL[here.place]
    await here.press("m")
    here.is_here()
    assert "◧" in here.story.screen
    assert "■ 1 marked" in here.story.words
    await here.press("m")
    assert "marked" not in here.story.words
    await here.press("m", "j", *VERBS[here.place])
    assert _is_done(here, first)
    assert not any(_is_done(here, other) for other in others)
    assert "marked" not in here.story.words


@of("mark_all", *CIRCLE)
async def the_great_m_marks_all_that_is_shown_and_one_u_takes_back_what_became_of_it(here: Here) -> None:
    every = ALL[here.place]
    await here.press("M")
    here.is_here()
    assert "marked" in here.story.words
    await here.press("M")
    assert "marked" not in here.story.words
    await here.press("M", *VERBS[here.place])
    assert all(_is_done(here, record) for record in every)
    await here.press("u")
    assert not any(_is_done(here, record) for record in every)


@of("copy", "today", "people")
async def y_asks_what_to_copy_of_someone_and_does_it_by_one_key(here: Here) -> None:
    await here.press("y")
    here.asks("ChoiceDialog", "choice")
    assert here.sees(f"Copy from {ADA.name}")
    await here.press("e")
    assert here.story.app.clipboard == EMAIL
    assert here.story.toasts[-1].startswith("Copied: ada@")
    here.is_here()
    if here.place == "today":
        await here.press("y", "o")
        assert here.story.app.clipboard == PROMISED.what


@of("copy", "notebook", "board", "year")
async def y_copies_the_words_under_the_cursor_to_the_letter(here: Here) -> None:
    await here.press("y")
    words = {"notebook": DREAM.text, "board": PROMISED.what, "year": BACK.text}[here.place]
    assert here.story.app.clipboard == words
    here.is_here()


@of("unite")
async def two_who_may_be_one_are_made_one(here: Here) -> None:
    await here.choose()
    here.asks("PairsDialog", "pairs")
    assert here.sees(DI.name)
    assert here.sees(EVE.name)
    await here.press("enter")
    here.asks("UniteDialog", "fields")
    await here.press("enter")
    assert (here.row(EVE), here.row(DI)["name"]) == ({}, DI.name)
    here.is_here(DI if here.place == "people" else None)


@of("unite", "people", sentence="the two that are marked are made one")
async def _marked(here: Here) -> None:
    await here.go_to(BO)
    await here.press("m")
    await here.go_to(FLO)
    await here.press("m")
    await here.choose()
    here.asks("UniteDialog", "fields")
    assert here.sees(FLO.name)
    assert "1 offer comes along" in here.story.words
    await here.press("enter")
    assert (here.row(FLO), here.row(BO)["name"]) == ({}, BO.name)
    here.is_here(BO)


@of("who_could_rest")
async def who_could_rest_is_listed_and_rests_when_marked(here: Here) -> None:
    await here.choose()
    here.asks("RestDialog", "could-rest")
    assert here.sees(EVE.name)
    assert not here.sees(CY.name)
    await here.press("space", "enter")
    assert here.row(EVE)["archived_on"] == "2026-11-22"
    here.is_here()
