"""Stories of stepping aside and coming back: the tour, the sample, the day before, one's own editor, the shell."""

from tests.ui.every_command.told import ADA, BACK, DREAM, MINE, PROMISED, WORDS, Here, of
from tests.ui.test_outer_editor import editor, writing


@of("tour")
async def the_tour_says_what_the_four_places_are_for_and_ends_where_it_began(here: Here) -> None:
    await here.press("T")
    for name in ("Today", "People", "Board", "Year"):
        assert here.story.place == "TourDialog"
        assert f"{name} is " in here.story.words
        await here.press("enter")
    here.is_here()


@of("sample")
async def v_looks_around_in_a_sample_and_comes_back_to_ones_own_book(here: Here) -> None:
    own = here.story.book
    await here.press("v")
    assert (here.story.place, here.story.focus) == ("TodayScreen", "agenda")
    assert "sample · v back" in here.story.screen
    assert not here.sees(PROMISED.what)
    await here.press("v")
    assert "sample" not in here.story.screen
    assert here.story.book is own
    assert here.sees(PROMISED.what)


@of("earlier", "today")
async def a_bracket_looks_back_at_the_day_before(here: Here) -> None:
    await here.press("left_square_bracket")
    assert (here.story.place, here.story.focus) == ("DayGoneByScreen", "deeds")
    assert "21 November" in here.story.words
    await here.press("left_square_bracket")
    assert "20 November" in here.story.words
    await here.press("escape")
    here.is_here()


@of("later", "today")
async def the_other_bracket_comes_back_to_today_after_which_there_is_no_day(here: Here) -> None:
    await here.press("left_square_bracket", "left_square_bracket", "right_square_bracket")
    assert "21 November" in here.story.words
    await here.press("right_square_bracket")
    here.is_here()
    await here.press("right_square_bracket")
    assert "the day after it is not here yet" in here.story.toasts[-1]
    here.is_here()


@of("in_editor", "people")
async def ctrl_o_in_people_writes_the_notes_in_ones_own_editor(here: Here) -> None:
    editor(here.story, writing(f"{WORDS}\n"))
    await here.press("ctrl+o")
    assert here.row(ADA)["about"] == WORDS
    here.is_here()


@of("in_editor", "notebook", "board", "year")
async def ctrl_o_writes_the_words_under_the_cursor_there_and_they_come_back_into_their_dialog(here: Here) -> None:
    record, focus, dialog = {
        "notebook": (DREAM, "text", "NoteDialog"), "board": (PROMISED, "what", "OfferDialog"),
        "year": (BACK, "text", "HelpDialog"),
    }[here.place]  # fmt: skip
    editor(here.story, writing(WORDS))
    await here.press("ctrl+o")
    here.asks(dialog, focus)
    assert here.row(record)[focus] == getattr(record, focus)
    await here.press("enter")
    assert here.row(record)[focus] == WORDS
    here.is_here(record)
    if here.place == "year":
        await here.go_to(MINE)
        await here.press("ctrl+o", "enter")
        assert here.row(MINE)["text"] == WORDS
        here.is_here(MINE)


@of("suspend")
async def ctrl_z_says_so_where_there_is_no_shell_to_go_back_to(here: Here) -> None:
    await here.press("ctrl+z")
    assert here.story.toasts == ["This terminal has no shell to go back to."]
    here.is_here()
