"""Stories of getting about: the places, the cursor, the parts, finding, help, leaving."""

from functools import partial

from givenet_tui.ui.commands import PLACE_NAMES, PLACES, Place
from givenet_tui.ui.screens.people import ORDERS
from givenet_tui.ui.widgets.row_list import RowList
from givenet_tui.ui.widgets.top_bar import TopBar
from tests.ui.every_command.told import (
    ADA,
    BO,
    DREAM,
    GOAL,
    LISTS,
    MINE,
    MODES,
    PROMISED,
    SCREENS,
    TEA,
    Here,
    of,
)  # fmt: skip


async def _goes(there: Place, here: Here) -> None:
    await here.press(MODES[there])
    assert (here.story.place, here.story.focus) == (SCREENS[there], LISTS[there])
    assert here.story.app.screen.query_one(TopBar).here == there
    assert here.sees(ADA.name)


for _there, _key in MODES.items():
    of(f"go('{_there}')", sentence=f"{_key} goes to {_there} from everywhere")(partial(_goes, _there))


def _rows(here: Here) -> RowList:
    rows = here.story.app.screen.cursor_list()  # type: ignore[attr-defined]
    assert isinstance(rows, RowList)
    return rows


async def _moves(by: int, here: Here) -> None:
    rows = _rows(here)
    for key in here.command.keys:
        await here.press("g" if by > 0 else "G")
        at = rows.position
        await here.press(key)
        assert rows.position == max(0, min(at + by, len(rows.keys) - 1)), key
        assert "▌" in here.story.screen


of("move(1)", sentence="j and the arrow move down")(partial(_moves, 1))
of("move(-1)", sentence="k and the arrow move up")(partial(_moves, -1))


async def _ends(end: int, here: Here) -> None:
    rows = _rows(here)
    for key in here.command.keys:
        await here.press("g" if end else "G", key)
        assert rows.position == (len(rows.keys) - 1 if end else 0), key
        assert rows.key == rows.keys[end]
        assert "▌" in here.story.screen


of("move_end(-1)", sentence="g and home move to the first")(partial(_ends, 0))
of("move_end(1)", sentence="G and end move to the last")(partial(_ends, -1))


@of("open", "today", "people", "find")
async def enter_opens_the_notebook_and_esc_comes_back_to_the_same_record(here: Here) -> None:
    await here.press("enter")
    assert here.story.place == "NotebookScreen"
    assert here.sees(ADA.name)
    if here.place == "find":
        assert here.story.cursor == DREAM.id
    await here.press("escape")
    here.is_here()


@of("open", "notebook")
async def enter_in_a_notebook_reads_what_is_under_the_cursor_whole_and_e_edits_it(here: Here) -> None:
    opened = (
        (DREAM, DREAM.text, "NoteDialog"),
        (TEA, TEA.text, "TouchDialog"),
        (PROMISED, PROMISED.what, "OfferDialog"),
    )
    for record, words, dialog in opened:
        await here.go_to(record)
        await here.press("enter")
        here.asks("WholeDialog", "whole")
        assert here.sees(words)
        await here.press("e")
        assert here.story.place == dialog
        assert here.sees(words)
        await here.press("escape")
        here.is_here(record)


@of("open", "board")
async def enter_on_the_board_opens_the_offer_and_in_an_empty_slot_offers_people(here: Here) -> None:
    await here.press("enter")
    here.asks("OfferDialog", "what")
    assert here.sees(PROMISED.what)
    await here.press("escape", "G", "enter")
    assert here.story.place == "PickPerson"
    await here.press("escape")
    assert here.story.cursor == "empty-4"


@of("open", "year")
async def enter_in_the_year_opens_the_month_the_objective_and_who_helped(here: Here) -> None:
    await here.press("enter")
    assert here.story.place == "NotebookScreen"
    await here.press("escape")
    here.is_here()
    await here.story.go_to(MINE)
    await here.press("enter")
    here.asks("WordsDialog", "words")
    assert here.sees(MINE.text)
    await here.press("escape", "g", "enter")
    assert here.story.place == "BoardScreen"
    assert "January 2026" in here.story.screen
    await here.press("escape")
    assert here.story.cursor == "2026-01"


@of("back", "today", "board", "year")
async def esc_has_nowhere_to_go_back_to_in_a_place_of_its_own(here: Here) -> None:
    await here.press("escape")
    here.is_here()


@of("back", "people")
async def esc_shows_everyone_again_in_a_list_that_is_narrowed(here: Here) -> None:
    await here.press("slash")
    await here.story.write("looms")
    assert (here.story.cursor, len(_rows(here).keys)) == (BO.id, 1)
    await here.press("escape")
    assert here.story.focus == "people"
    here.is_here(BO)
    assert here.sees(ADA.name)


@of("back", "notebook", "find")
async def esc_goes_back_to_where_one_came_from(here: Here) -> None:
    await here.press("escape")
    assert here.story.place == {"notebook": "PeopleScreen", "find": "TodayScreen"}[here.place]
    assert here.sees(ADA.name)


PARTS: dict[Place, tuple[str, ...]] = {
    "today": ("agenda",), "people": ("preview", "find", "people"), "notebook": ("between", "facts", "told"),
    "board": ("resource", "raise_up"), "year": ("calendar", "year"), "find": ("found-whole", "find", "found"),
}  # fmt: skip


@of("next_part")
async def tab_goes_through_the_parts_and_round_again(here: Here) -> None:
    seen = []
    for _ in PARTS[here.place]:
        await here.press("tab")
        seen.append(here.story.focus)
    assert tuple(seen) == PARTS[here.place]
    here.is_here()


@of("find", "people", "find")
async def a_slash_goes_to_the_words_and_narrows_the_list(here: Here) -> None:
    await here.press("slash")
    assert here.story.focus == "find"
    await here.press("ctrl+u")
    await here.story.write("print the Notes")
    assert len(_rows(here).keys) == 1
    assert here.sees(ADA.name)
    await here.press("enter")
    assert here.story.place == "NotebookScreen"
    await here.press("escape")
    here.is_here(GOAL if here.place == "find" else ADA)
    await here.press("escape")


@of("find_all")
async def ctrl_f_finds_in_everything_and_goes_there(here: Here) -> None:
    await here.press("ctrl+f")
    assert (here.story.place, here.story.focus) == ("FindScreen", "find")
    await here.press("ctrl+u")
    await here.story.write("print the")
    assert "1 place" in here.story.words
    assert here.sees(GOAL.text)
    await here.press("enter")
    assert (here.story.place, here.story.cursor) == ("NotebookScreen", GOAL.id)
    await here.press("escape", "escape")
    assert here.story.place == SCREENS["today" if here.place == "find" else here.place]


@of("palette")
async def ctrl_p_opens_the_palette_and_esc_leaves_everything_as_it_was(here: Here) -> None:
    await here.press("ctrl+p")
    assert here.story.place == "Palette"
    await here.story.write("ada")
    await here.story.searched()
    assert here.sees(ADA.name)
    await here.press("escape")
    here.is_here()


@of("help")
async def a_question_mark_shows_the_keys_of_the_place(here: Here) -> None:
    await here.press("question_mark")
    assert (here.story.place, here.story.focus) == ("HelpScreen", "keys")
    assert here.story.words.startswith(f"Keys, words and marks Keys of {PLACE_NAMES[here.place]}")
    await here.press("tab")
    assert "Go to Today" in here.story.words
    await here.press("escape")
    here.is_here()


@of("turn_sort", "people")
async def t_turns_the_order_and_the_cursor_stays_on_the_person(here: Here) -> None:
    orders = []
    for _ in range(4):
        await here.press("t")
        here.is_here()
        orders += [order for order in ORDERS if f"\n  by {order} " in here.story.screen]
    assert sorted(orders) == sorted(ORDERS)


async def _leaves(here: Here) -> None:
    await here.press("q")
    assert not here.story.app.is_running


for _place in PLACES:
    of("quit", _place, sentence=f"q leaves from {_place} and asks nothing")(_leaves)


@of("earlier", "board", "year")
async def a_bracket_turns_back_a_month_or_a_year(here: Here) -> None:
    await here.press("left_square_bracket")
    assert ("October 2026" if here.place == "board" else "2025") in here.story.screen
    assert not here.sees(PROMISED.what)
    await here.press("right_square_bracket")
    assert here.sees(ADA.name)
    assert here.story.focus == LISTS[here.place]


@of("later", "board", "year")
async def the_other_bracket_turns_on_a_month_or_a_year(here: Here) -> None:
    await here.press("right_square_bracket")
    assert ("December 2026" if here.place == "board" else "2027") in here.story.screen
    assert not here.sees(PROMISED.what)
    await here.press("left_square_bracket")
    assert here.sees(ADA.name)
    assert here.story.focus == LISTS[here.place]
