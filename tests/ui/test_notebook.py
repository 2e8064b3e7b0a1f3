"""Stories of the notebook: what a person told you on the left, what was between you on the right."""

import pytest
from textual.widgets import TextArea

from givenet_tui.domain.change import Edit
from givenet_tui.domain.people import Labelled
from givenet_tui.domain.records import changed
from givenet_tui.plain import line
from givenet_tui.ui.widgets.notes_editor import NotesEditor
from tests.factories import aspiration, came_back, objective, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

TALL = (120, 44)


async def to_the_right(story: Story) -> None:
    await story.press("2", "enter", "tab")
    assert story.focus == "between"


async def test_a_writes_under_the_kind_where_the_cursor_is(open_story: OpenStory) -> None:
    ada = person(f"Ada {NASTY[1]}")
    async with open_story(ada) as story:
        await story.press("2", "enter", "j", "j", "a")
        assert (story.place, story.focus) == ("NoteDialog", "text")
        assert f"What Ada {NASTY[1]} told you" in story.screen
        await story.write(f"fly {NASTY[3]}")
        for text in ("1 nov", "at the ball", "by spring"):
            await story.press("tab")
            await story.write(text)
        assert "Sunday 1 November" in story.screen
        await story.press("enter")
        (row,) = story.rows("aspirations")
        assert (row["kind"], row["text"]) == ("dream", f"fly {NASTY[3]}")
        assert (row["heard_on"], row["heard_where"], row["horizon"]) == ("2026-11-01", "at the ball", "by spring")
        assert f"fly {line(NASTY[3])}" in story.screen
        assert "at the ball" in story.screen
        assert story.focus == "told"


async def test_an_aspiration_is_reworded_and_its_earlier_words_are_kept(open_story: OpenStory) -> None:
    ada = person()
    goal = aspiration(ada, f"see it {NASTY[0]}", heard_where="by letter")
    async with open_story(ada, goal) as story:
        await story.press("2", "enter")
        await story.go_to(goal)
        await story.press("e")
        await story.write(" printed")
        await story.press("enter")
        (row,) = story.rows("aspirations")
        assert row["text"] == f"see it {NASTY[0]} printed"
        assert row["earlier"] == [{"text": f"see it {NASTY[0]}", "until": "2026-11-22"}]
        assert row["heard_where"] == "by letter"
        assert story.cursor == goal.id


async def test_space_marks_it_fulfilled_and_once_more_open_again(open_story: OpenStory) -> None:
    ada = person()
    first, second = aspiration(ada, "one"), aspiration(ada, "two")
    async with open_story(ada, first, second) as story:
        await story.press("2", "enter")
        await story.go_to(second)
        await story.press("space")
        row = story.rows("aspirations")[1]
        assert (row["status"], row["closed_on"]) == ("fulfilled", "2026-11-22")
        assert "two, fulfilled" in story.screen
        assert story.cursor == second.id
        await story.press("space")
        assert story.rows("aspirations")[1]["status"] == "open"
        assert story.cursor == second.id
        await story.press("x")
        assert story.rows("aspirations")[1]["status"] == "fulfilled"
        await story.press("s")
        assert "How does it stand?" in story.screen
        await story.press("l")
        assert story.rows("aspirations")[1]["status"] == "let_go"
        assert "two, let go" in story.screen
        await story.press("u", "u", "u", "u")
        assert story.rows("aspirations")[1]["status"] == "open"


async def test_an_offer_from_an_aspiration_is_for_this(open_story: OpenStory) -> None:
    ada = person()
    hope, goal = aspiration(ada, "rest", kind="hope"), aspiration(ada, f"print {NASTY[0]}")
    async with open_story(ada, hope, goal) as story:
        await story.press("2", "enter")
        await story.go_to(hope)
        await story.press("o")
        assert "hope · rest" in story.screen
        await story.write("Take her class for a week in May")
        await story.press("shift+tab", "right", "left", "enter")
        assert story.rows("offers")[0]["serves"] == hope.id
        assert "your offer drafted" in story.screen
        assert story.cursor == hope.id


async def test_notes_are_opened_written_and_kept_by_three_keys(open_story: OpenStory) -> None:
    ada = person("Ada", about="# A heading\n- a point")
    async with open_story(ada, size=TALL) as story:
        await story.press("2", "enter")
        assert "• a point" in story.screen
        await story.press("e")
        assert isinstance(story.app.focused, TextArea)
        await story.press("enter")
        await story.write(f"more\n{NASTY[2]}\n{NASTY[5]}")
        await story.press("ctrl+s")
        assert story.focus == "told"
        # A text area knows one kind of line break. Nothing else is lost.
        words = ["# A heading", "- a point", "more", NASTY[2], *NASTY[5].splitlines()]
        assert story.rows("people")[0]["about"].split("\n") == words
        assert "more" in story.screen
        assert line(NASTY[2]) in story.screen


async def test_what_nobody_changed_stays_to_the_letter(open_story: OpenStory) -> None:
    odd = "one\r\ntwo\u2028three\n\x0bfour"
    ada = person("Ada", about=odd, tags=("a,b", "#c"), location=" x ", rhythm_days=5000, emails=(Labelled("a, b"),))
    hope = aspiration(ada, odd, kind="hope", heard_where=odd)
    async with open_story(ada, hope, size=TALL) as story:
        await story.press("2", "enter", "e", "ctrl+s")
        await story.go_to(hope)
        await story.press("e", "tab", "tab")
        await story.write("2 june")
        await story.press("enter", "tab", "tab", "e")
        await story.write(" Lovelace")
        await story.press("enter")
        (told,), (row,) = story.rows("aspirations"), story.rows("people")
        assert ("earlier" in told, told["text"], told["heard_where"]) == (False, odd, f"{odd}2 june")
        assert (row["name"], row["about"], row["tags"], row["location"]) == ("Ada Lovelace", odd, ["a,b", "#c"], " x ")
        assert (row["rhythm_days"], row["emails"]) == (5000, [{"value": "a, b"}])


async def test_notes_are_not_thrown_away_by_one_escape(open_story: OpenStory) -> None:
    async with open_story(person("Ada", about="one"), size=TALL) as story:
        await story.press("2", "enter", "e", "escape")
        assert story.focus == "told"
        await story.press("e")
        await story.write(" two")
        await story.press("escape")
        assert "esc once more: yes" in story.screen
        await story.write(" three")
        await story.press("escape")
        assert story.app.screen.query_one(NotesEditor).has_class("-open")
        await story.press("escape")
        assert not story.app.screen.query_one(NotesEditor).has_class("-open")
        assert story.place == "NotebookScreen"
        assert story.rows("people")[0]["about"] == "one"


async def test_nothing_takes_notes_away_that_are_being_written(open_story: OpenStory) -> None:
    async with open_story(ada := person("Ada", about="one"), size=TALL) as story:
        await story.press("2", "z", "enter", "e")
        await story.write(" two")
        for command in ("back", "go('people')", "go('today')", "delete", "quit", "redo", "undo"):
            await story.app.screen.action_command(command)  # type: ignore[attr-defined]  # as a click on it does
            await story.settle()
            assert story.toasts[-1] == "You are writing notes: ctrl+s keeps them, esc goes back."
        await story.press("ctrl+r", "ctrl+q")
        assert story.app.is_running
        assert "esc once more: yes" in story.screen
        assert story.rows("people")[0]["archived_on"]
        await story.press("ctrl+s")
        assert story.rows("people")[0]["about"] == "one two"
        assert story.place == "NotebookScreen"
        await story.press("z")
        assert "archived_on" not in story.rows("people")[0]
        assert story.book.people[ada.id].about == "one two"


async def test_notes_that_another_program_changed_meanwhile_are_kept_beside_until_the_user_has_chosen(
    open_story: OpenStory,
) -> None:
    async with open_story(ada := person("Ada", about="one"), size=TALL) as story:
        await story.press("2", "enter", "e")
        await story.write(" mine")
        await story.change_elsewhere(Edit(ada, changed(ada, about="theirs", updated_at="2026-11-22T11:00:00.000Z")))
        await story.press("ctrl+s")
        (row,) = story.rows("people")
        assert (row["about"], row["other_versions"][0]["value"]) == ("one mine", "theirs")
        assert any("its words are kept" in toast for toast in story.toasts)
        assert "≠ 1" in story.screen.splitlines()[0]
        await story.app.screen.run_action("command('versions')")
        await story.settle()
        assert "Ada · notes here the other, written 22 Nov, 11:00 + one mine + theirs" in story.words
        await story.press("t")
        (row,) = story.rows("people")
        assert (row["about"], row.get("other_versions")) == ("theirs", None)
        assert "≠" not in story.screen.splitlines()[0]
        await story.press("u")
        assert story.rows("people")[0]["about"] == "one mine"
        assert "≠ 1" in story.screen.splitlines()[0]


async def test_the_facts_are_a_part_that_opens_for_editing(open_story: OpenStory) -> None:
    async with open_story(person("Ada", location="Ockham")) as story:
        await story.press("2", "enter", "tab", "tab")
        assert story.focus == "facts"
        await story.press("e")
        assert story.place == "PersonDialog"
        await story.write(" Lovelace")
        await story.press("enter")
        assert story.focus == "facts"
        assert story.rows("people")[0]["name"] == "Ada Lovelace"
        assert "Ada Lovelace" in story.screen
        await story.press("tab")
        assert story.focus == "told"


async def test_on_the_right_a_logs_a_touch_and_e_changes_what_is_under_the_cursor(open_story: OpenStory) -> None:
    ada, mine = person(f"Ada {NASTY[4]}"), objective("print the book")
    said = touch(ada, text=f"said {NASTY[0]}", channel="letter")
    made = offer(ada, "drafted", what="Read the proofs")
    back = came_back(ada, f"praise {NASTY[3]}")
    async with open_story(ada, mine, said, made, back, size=TALL) as story:
        await to_the_right(story)
        await story.press("a")
        await story.write("tea")
        await story.press("tab", "tab")
        await story.write("yesterday")
        await story.press("enter")
        assert story.rows("interactions")[1]["on"] == "2026-11-21"

        await story.go_to(said)
        await story.press("e")
        assert story.focus == "text"
        await story.write(", and more")
        await story.press("tab", "c")
        await story.press("enter")
        row = story.rows("interactions")[0]
        assert (row["text"], row["channel"]) == (f"said {NASTY[0]}, and more", "call")
        assert story.cursor == ("interactions", said.id)

        await story.go_to(made)
        await story.press("e")
        assert story.place == "OfferDialog"
        await story.write(" of Note G")
        await story.press("enter")
        assert story.rows("offers")[0]["what"] == "Read the proofs of Note G"
        assert story.cursor == ("offers", made.id)

        await story.go_to(back)
        await story.press("e")
        assert story.place == "HelpDialog"
        await story.write("!")
        await story.press("tab", "tab", "right", "tab", "right", "enter")
        row = story.rows("help")[0]
        assert (row["text"], row["offer"], row["objective"]) == (f"praise {NASTY[3]}!", made.id, mine.id)
        assert story.cursor == ("help", back.id)


async def test_an_offer_on_the_right_goes_through_its_steps(open_story: OpenStory) -> None:
    ada = person()
    made = offer(ada, "drafted")
    async with open_story(ada, made) as story:
        await to_the_right(story)
        await story.press("space", "space")
        assert story.rows("offers")[0]["status"] == "accepted"
        await story.press("x")
        assert story.place == "WordsDialog"
        await story.write(f"it helped {NASTY[0]}")
        await story.press("enter")
        assert (story.rows("offers")[0]["status"], story.cursor) == ("done", ("offers", made.id))
        assert f"it helped {NASTY[0]}" in story.screen
        await story.press("e")
        assert "what came of it?" in story.screen
        await story.write(", a lot")
        await story.press("enter", "u", "u", "s", "n")
        assert story.rows("offers")[0]["status"] == "declined"


@pytest.mark.parametrize("table", ["aspirations", "interactions", "offers", "help"])
async def test_d_puts_what_is_under_the_cursor_into_the_trash_and_u_brings_it_back(
    open_story: OpenStory, table: str
) -> None:
    ada = person()
    records = {
        "aspirations": aspiration(ada, NASTY[0]), "interactions": touch(ada, text=NASTY[1]),
        "offers": offer(ada, what=NASTY[2]), "help": came_back(ada, NASTY[3]),
    }  # fmt: skip
    record = records[table]
    async with open_story(ada, *records.values(), size=TALL) as story:
        await story.press("2", "enter")
        if table != "aspirations":
            await story.press("tab")
        await story.go_to(record)
        before = story.cursor
        await story.press("d")
        assert story.rows(table) == []
        assert story.rows("people")
        assert ": moved to the trash (u brings it back)" in story.toasts[-1]
        await story.press("u")
        assert len(story.rows(table)) == 1
        await story.go_to(record)
        assert story.cursor == before


async def test_n_o_l_h_and_z_are_about_the_person_wherever_the_cursor_is(open_story: OpenStory) -> None:
    ada = person()
    async with open_story(ada) as story:
        await to_the_right(story)
        await story.press("n", "g")
        await story.write("a goal")
        await story.press("enter", "l", "enter", "h")
        await story.write("a hand")
        await story.press("enter", "o")
        await story.write("Lend them the ladder on Sunday")
        await story.press("enter", "z")
        assert (story.place, story.focus) == ("NotebookScreen", "between")
        for table in ("aspirations", "interactions", "help", "offers"):
            assert len(story.rows(table)) == 1, table
        assert story.rows("people")[0]["archived_on"] == "2026-11-22"
        assert "resting since" in story.screen
        await story.press("z")
        assert "archived_on" not in story.rows("people")[0]


async def test_on_a_narrow_screen_one_part_shows_at_a_time(open_story: OpenStory) -> None:
    ada = person()
    async with open_story(ada, touch(ada, text="a talk by the river"), size=(60, 20)) as story:
        await story.press("2", "enter")
        assert ("Hopes" in story.screen, "a talk by the river" in story.screen) == (True, False)
        await story.press("tab")
        assert ("Hopes" in story.screen, "a talk by the river" in story.screen) == (False, True)
        await story.press("tab", "tab")
        assert ("Hopes" in story.screen, story.focus) == (True, "told")


async def test_a_notebook_closes_when_its_person_has_gone(open_story: OpenStory) -> None:
    async with open_story(person("Zoë")) as story:
        await story.press("2", "a")
        await story.write("Ada")
        await story.press("enter", "enter")
        assert story.place == "NotebookScreen"
        await story.press("u")
        assert story.place == "PeopleScreen"
        assert [row["name"] for row in story.rows("people")] == ["Zoë"]


async def test_a_dialog_stays_open_when_the_person_of_the_notebook_below_has_gone(open_story: OpenStory) -> None:
    ada = person()
    async with open_story(ada) as story:
        await story.press("2", "enter", "n", "g")
        await story.write("words that matter")
        await story.delete_elsewhere(ada)
        assert story.place == "NoteDialog"
        await story.press("enter")
        assert "no longer in the book" in story.screen
        assert "words that matter" in story.screen
        await story.press("escape", "escape")
        assert story.place == "PeopleScreen"
