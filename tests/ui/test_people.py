"""Stories of People: the contact list."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from givenet_tui.domain.people import Labelled
from givenet_tui.plain import line
from givenet_tui.ui.screens.people import ORDERS
from givenet_tui.ui.widgets.find_box import FindBox
from givenet_tui.ui.widgets.words import Line
from tests.factories import TODAY, aspiration, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story


def names(story: Story) -> list[str]:
    """The names in the list, from top to bottom."""
    keys = story.app.screen.query_one("#people").keys  # type: ignore[attr-defined]
    return [story.book.people[key].name for key in keys]


def left(story: Story) -> str:
    """What stands on the left, in one line."""
    return " ".join(" ".join(row.split("│")[0] for row in story.screen.splitlines()).split())


async def test_a_person_is_added_with_all_that_is_known_and_the_cursor_goes_there(open_story: OpenStory) -> None:
    async with open_story(person("Zoë")) as story:
        await story.press("2", "a")
        assert (story.place, story.focus) == ("PersonDialog", "name")
        facts = {
            "name": f"Ada {NASTY[0]}", "nickname": NASTY[3], "title": NASTY[1], "organization": NASTY[2],
            "location": "Ockham", "tags": "science, #poetry, science", "rhythm": "21",
            "emails": "ada@example.org, countess@example.org", "phones": "+44 20 7946 0000", "urls": "example.org",
            "birthday": "10 dec 1815", "met-where": "at Babbage's",
        }  # fmt: skip
        for field, text in facts.items():
            assert story.focus == field
            await story.write(text)
            await story.press("tab")
        await story.write("5 june 2020")
        assert "Friday 5 June 2020" in story.screen
        await story.press("enter")
        assert (story.place, story.focus) == ("PeopleScreen", "people")
        row = story.rows("people")[1]
        assert story.cursor == row["id"]
        assert (row["name"], row["nickname"], row["title"], row["organization"]) == (
            f"Ada {NASTY[0]}", NASTY[3], NASTY[1], NASTY[2],
        )  # fmt: skip
        assert (row["location"], row["tags"], row["rhythm_days"]) == ("Ockham", ["science", "poetry"], 21)
        assert row["emails"] == [{"value": "ada@example.org"}, {"value": "countess@example.org"}]
        assert (row["birthday"], row["met_on"], row["met_where"]) == ("1815-12-10", "2020-06-05", "at Babbage's")
        assert f"Ada {NASTY[0]}" in story.screen
        assert f"“{line(NASTY[3])}”" in story.screen or line(NASTY[3]) in story.screen


async def test_what_is_plainly_no_address_is_refused_and_what_an_import_brought_stays(open_story: OpenStory) -> None:
    odd = Labelled("jonas at feld", "home")
    async with open_story(person("Jonas", emails=(odd,))) as story:
        await story.press("2", "e")
        emails = story.app.screen.query_one("#emails", Line)
        for wrong in ("jonas at feld.example", "jonas.feld", "@feld", "jonas@"):
            emails.value = f"jonas at feld (home), {wrong}"
            await story.press("enter")
            assert f"“{wrong}” is no e-mail address" in story.words
        emails.value = "jonas at feld (home), jonas@feld (work)"
        await story.press("enter")
        assert story.rows("people")[0]["emails"] == [
            {"value": "jonas at feld", "label": "home"}, {"value": "jonas@feld", "label": "work"},
        ]  # fmt: skip


async def test_an_edited_name_moves_the_row_and_the_cursor_goes_along(open_story: OpenStory) -> None:
    ada, bo, cy = person("Ada"), person("Bo"), person("Cy")
    async with open_story(ada, bo, cy) as story:
        await story.press("2", "e")
        await story.press("end")
        for _ in range(3):
            await story.press("backspace")
        await story.write("Zoë")
        await story.press("enter")
        assert names(story) == ["Bo", "Cy", "Zoë"]
        assert story.cursor == ada.id
        assert story.rows("people")[0]["name"] == "Zoë"
        await story.press("u")
        assert names(story) == ["Ada", "Bo", "Cy"]
        assert story.cursor == ada.id


async def test_what_was_known_of_a_person_stays_when_one_fact_is_changed(open_story: OpenStory) -> None:
    ada = person("Ada", nickname=NASTY[5], location="one\ntwo", title=NASTY[2], about=NASTY[5], extra={"x": [1]})
    async with open_story(ada) as story:
        await story.press("2", "e")
        await story.write(" Lovelace")
        await story.press("enter")
        assert story.place == "PeopleScreen"
        (row,) = story.rows("people")
        assert (row["name"], row["nickname"], row["title"]) == ("Ada Lovelace", NASTY[5], NASTY[2])
        assert (row["location"], row["about"], row["extra"]) == ("one\ntwo", NASTY[5], {"x": [1]})


async def test_n_o_l_and_h_write_to_whoever_is_under_the_cursor(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person(f"Bo {NASTY[4]}")
    async with open_story(ada, bo, size=(120, 36)) as story:
        await story.press("2", "j")
        await story.press("n", "o")
        assert story.focus == "text"
        await story.write(f"finish the engine {NASTY[2]}")
        await story.press("enter", "o")
        await story.write(f"Ask the Society for a grant {NASTY[1]}")
        await story.press("enter", "l")
        await story.write(f"a note {NASTY[3]}")
        await story.press("enter", "h")
        await story.write(f"a letter of praise {NASTY[0]}")
        await story.press("enter")
        assert (story.place, story.cursor) == ("PeopleScreen", bo.id)
        (told,), (made,) = story.rows("aspirations"), story.rows("offers")
        (logged,), (back,) = story.rows("interactions"), story.rows("help")
        assert (told["kind"], told["text"]) == ("objective", f"finish the engine {NASTY[2]}")
        assert (made["what"], made["serves"]) == (f"Ask the Society for a grant {NASTY[1]}", told["id"])
        assert (logged["channel"], logged["text"], logged["people"]) == ("message", f"a note {NASTY[3]}", [bo.id])
        assert (back["text"], back["on"]) == (f"a letter of praise {NASTY[0]}", "2026-11-22")
        assert {told["person"], made["person"], back["person"]} == {bo.id}
        assert f"finish the engine {line(NASTY[2])}" in story.screen
        assert f"a letter of praise {NASTY[0]}" in story.screen


async def test_who_rests_goes_below_the_circle_and_comes_back(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    async with open_story(ada, bo) as story:
        await story.press("2", "z")
        assert names(story) == ["Bo", "Ada"]
        assert story.cursor == ada.id
        assert story.rows("people")[0]["archived_on"] == "2026-11-22"
        assert "1 person in your circle" in story.screen
        assert "Ada: set to rest" in story.toasts
        await story.press("z")
        assert names(story) == ["Ada", "Bo"]
        assert "archived_on" not in story.rows("people")[0]
        assert story.cursor == ada.id


async def test_who_is_deleted_lies_in_the_trash_until_undo_and_nothing_else_breaks(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    given = (aspiration(ada), offer(ada, "accepted", due=TODAY), touch(ada, bo))
    async with open_story(ada, bo, *given) as story:
        await story.press("2", "d")
        assert names(story) == ["Bo"]
        assert story.cursor == bo.id
        assert [row["name"] for row in story.rows("people")] == ["Bo"]
        for way in ("1", "3", "4", "2"):
            await story.press(way)
            assert "Ada" not in story.screen.replace("Ada: moved to the trash (u brings it back)", "")
        await story.press("u")
        assert names(story) == ["Ada", "Bo"]
        assert len(story.rows("people")) == 2
        await story.press("1")
        assert "promised" in story.screen


async def test_the_list_narrows_while_one_types_and_escape_shows_everyone_again(open_story: OpenStory) -> None:
    ada, bo, cy = person("Ada", tags=("science",)), person(f"Bo {NASTY[0]}"), person("Cy")
    async with open_story(ada, bo, cy, aspiration(cy, "a garden in the north")) as story:
        await story.press("2", "slash")
        assert story.focus == "find"
        await story.press("s", "c", "i")
        assert names(story) == ["Ada"]
        assert "science" in story.screen
        await story.press("escape")
        assert (names(story), story.focus) == (["Ada", f"Bo {NASTY[0]}", "Cy"], "people")
        await story.press("slash")
        await story.write("garden")
        assert names(story) == ["Cy"]
        assert "a garden in the" in story.screen
        await story.press("down", "enter")
        assert (story.place, "Cy" in story.screen) == ("NotebookScreen", True)
        await story.press("escape", "escape", "slash")
        await story.write("[/]")
        assert names(story) == [f"Bo {NASTY[0]}"]
        await story.write(" nobody at all")
        assert "Nobody fits these words." in story.screen
        await story.press("enter")
        assert (story.place, story.focus) == ("PeopleScreen", "people")
        await story.press("escape")
        assert len(names(story)) == 3


async def test_terms_narrow_the_list_and_what_is_no_term_is_said_where_the_count_stands(open_story: OpenStory) -> None:
    ada, bo, cy = person("Ada", tags=("science",)), person(f"Bo {NASTY[0]}", rhythm_days=7), person("Cy")
    async with open_story(ada, bo, cy, aspiration(cy, kind="goal"), touch(bo, on=date(2026, 10, 1))) as story:
        await story.press("2", "slash")
        for query, fitting in (
            ("tag:sci", ["Ada"]), ("-tag:science", [f"Bo {NASTY[0]}", "Cy"]), ("quiet:", [f"Bo {NASTY[0]}"]),
            ("knows:goal -quiet:", ["Cy"]), ("last:>40d bo", [f"Bo {NASTY[0]}"]), ("board:", []),
        ):  # fmt: skip
            story.app.screen.query_one(FindBox).value = query
            await story.settle()
            assert names(story) == fitting, query
            assert ("1 person fits" if len(fitting) == 1 else f"{len(fitting)} people fit") in story.screen
        for query in ("c", "c foo:"):
            story.app.screen.query_one(FindBox).value = query
            await story.settle()
            assert names(story) == ["Cy", "Ada"]
        assert "There is no “foo:”. Known are tag:, quiet:, board:, knows:, last: and born:." in left(story)
        assert "Nobody fits" not in story.screen
        await story.press("end", "backspace")
        assert "There is no" not in story.screen
        assert "Nobody fits these words." in story.screen
        await story.press(":")
        assert "Nobody fits" not in story.screen
        await story.press("escape")
        assert "3 people in your circle" in story.screen


async def test_a_list_that_cannot_be_narrowed_follows_the_book_all_the_same(open_story: OpenStory) -> None:
    ada, bo = person("Ada"), person("Bo")
    async with open_story(ada, bo) as story:
        await story.press("2", "slash")
        await story.write("foo:")
        assert names(story) == ["Ada", "Bo"]
        await story.delete_elsewhere(ada)
        assert (names(story), story.cursor) == (["Bo"], bo.id)
        assert "There is no “foo:”" in story.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_a_hit_in_a_note_shows_the_words_around_it(open_story: OpenStory, size: tuple[int, int]) -> None:
    ada = person("Ada Augusta King, Countess of Lovelace", about=NASTY[2] + " word" * 50 + " her Zürich mill stands")
    bo = person("Bo")
    talk = touch(bo, text=f"{NASTY[1]} {NASTY[5]} of the looms in Zürich {NASTY[3]}")
    async with open_story(ada, bo, talk, size=size) as story:
        await story.press("2", "slash")
        await story.write("zurich")
        assert names(story) == [ada.name, "Bo"]
        rows = [row.split("│")[0] for row in story.screen.splitlines() if "Zürich" in row.split("│")[0]]
        assert [row.split()[1] for row in rows] == ["Ada", "Bo"]
        assert "…" in rows[0]
        await story.press("escape", "slash")
        await story.write("mill zurich")
        assert names(story) == [ada.name]


async def test_what_is_under_the_cursor_stays_there_while_the_narrowed_list_changes(open_story: OpenStory) -> None:
    people = [person(f"Ada {n}") for n in range(5)]
    async with open_story(*people) as story:
        await story.press("2", "slash")
        await story.write("ada")
        await story.press("down", "down", "escape")
        assert story.cursor == people[2].id


async def test_the_order_turns_and_the_cursor_stays_on_the_person(open_story: OpenStory) -> None:
    ada, bo, cy = person("Ada"), person("Bo", rhythm_days=5), person("Cy")
    async with open_story(ada, bo, cy, touch(cy, on=date(2026, 11, 1)), touch(bo, on=date(2026, 3, 1))) as story:
        await story.press("2", "G")
        seen = [names(story)]
        for order in (*ORDERS[1:], ORDERS[0]):
            await story.press("t")
            assert f"by {order}" in story.screen
            assert story.cursor == cy.id
            seen.append(names(story))
        assert seen == [["Ada", "Bo", "Cy"], ["Bo", "Ada", "Cy"], ["Cy", "Bo", "Ada"], ["Cy", "Bo", "Ada"], seen[0]]


async def test_beyond_the_circle_the_app_asks_kindly_who_could_rest(open_story: OpenStory) -> None:
    async with open_story(*(person(f"Number {n:02}") for n in range(51))) as story:
        await story.press("2")
        assert "51 people in your circle" in story.screen
        assert "1 more than 50: who could rest? ctrl+p" in story.screen
        await story.press("z")
        assert "50 people in your circle" in story.screen


async def test_people_come_in_from_a_file_those_who_are_marked_and_as_one_change(
    open_story: OpenStory, tmp_path: Path
) -> None:
    cards = [
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nUID:{n}\nEND:VCARD\n" for n, name in enumerate(("Ada", "[/]", "Cy"))
    ]
    file = tmp_path / "some people.vcf"
    file.write_text("".join(cards))
    async with open_story(person("Bo")) as story:
        await story.press("2", "i")
        assert (story.place, story.focus) == ("FileDialog", "path")
        await story.press("enter")
        assert "Name a file first." in story.screen
        await story.write(f"'{tmp_path}/nothing.vcf'")
        await story.press("enter")
        assert story.place == "FileDialog"
        assert "is not there. Check the name and the folder." in story.screen
        story.app.screen.query_one("#path", Input).value = str(file).replace(" ", "\\ ")
        await story.press("enter")
        assert (story.place, story.focus) == ("PickPeople", "people")
        assert "3 new · 0 marked" in story.screen
        await story.press("enter")
        assert "Nobody is marked yet" in story.screen
        await story.press("space", "j", "space", "slash")
        await story.write("cy")
        await story.press("enter", "a", "escape", "k", "space")
        assert "2 marked" in story.screen
        await story.press("enter")
        assert story.place == "PeopleScreen"
        assert {row["name"] for row in story.rows("people")} == {"Bo", "Ada", "Cy"}
        assert len(story.rows("imports")) == 1
        await story.press("u")
        assert [row["name"] for row in story.rows("people")] == ["Bo"]


async def test_marked_people_are_not_left_behind_by_one_escape(open_story: OpenStory, tmp_path: Path) -> None:
    file = tmp_path / "ada.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nUID:1\nEND:VCARD\n")
    async with open_story(importing=[file]) as story:
        assert story.place == "PickPeople"
        await story.press("space", "escape")
        assert "esc once more: yes" in story.screen
        await story.press("escape")
        assert (story.place, story.rows("people")) == ("PeopleScreen", [])
        await story.press("i")
        await story.write(str(file))
        await story.press("enter", "space", "enter", "i")
        await story.write(str(file))
        await story.press("enter")
        assert "Everyone in ada.vcf is already here: 1 person." in story.screen


async def test_the_preview_can_be_read_to_its_end(open_story: OpenStory) -> None:
    ada = person("Ada", about="\n".join(f"line {n}" for n in range(5)))
    async with open_story(ada, *(touch(ada, text=f"talk {n}") for n in range(12))) as story:
        await story.press("2")
        assert "talk 0" not in story.screen
        await story.press("tab")
        assert story.focus == "preview"
        await story.press("G")
        assert "talk 0" in story.screen
        await story.press("g", "j")
        assert "Ada" in story.screen


async def test_on_a_narrow_screen_the_preview_is_a_view_of_its_own(open_story: OpenStory) -> None:
    ada = person("Ada", about=f"A note {NASTY[1]}\n\n" + "line\n\n" * 40 + "the end")
    async with open_story(ada, person("Zoë"), size=(60, 20)) as story:
        await story.press("2")
        assert "Zoë" in story.screen
        await story.press("tab")
        assert "Hopes" in story.screen
        assert "Zoë" not in story.screen
        await story.press("pagedown")
        assert "A note" in story.screen
        await story.press("tab")
        assert (story.focus, story.cursor) == ("people", ada.id)
        assert "Zoë" in story.screen
        await story.press("tab", "escape")
        assert (story.focus, story.place) == ("people", "PeopleScreen")
        assert "Zoë" in story.screen
