"""One table of commands: every key, the key bar, the palette and the help screen come from it."""

import re
from collections.abc import Sequence

import pytest
from textual.binding import Binding
from textual.command import CommandList
from textual.content import Content

from givenet_tui.demo import demo_book
from givenet_tui.domain.book import Book
from givenet_tui.domain.records import Record
from givenet_tui.ui import commands
from givenet_tui.ui.commands import COMMANDS, PLACE_NAMES, PLACES, Command, Place, commands_in
from givenet_tui.ui.dialogs.help_screen import HelpScreen
from givenet_tui.ui.screens import place as places
from givenet_tui.ui.screens.board import BoardScreen
from givenet_tui.ui.screens.find import FindScreen
from givenet_tui.ui.screens.notebook import NotebookScreen
from givenet_tui.ui.screens.people import PeopleScreen
from givenet_tui.ui.screens.today import TodayScreen
from givenet_tui.ui.screens.year import YearScreen
from givenet_tui.ui.subject import WHY_NOT
from givenet_tui.ui.themes import DARK, LIGHT
from givenet_tui.ui.widgets.key_bar import KeyBar
from givenet_tui.ui.widgets.page import Page
from tests.factories import TODAY, objective, offer, person
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story

SCREENS: dict[Place, type[places.Place]] = {
    "today": TodayScreen,
    "people": PeopleScreen,
    "notebook": NotebookScreen,
    "board": BoardScreen,
    "year": YearScreen,
    "find": FindScreen,
}
WAYS: dict[Place, Sequence[str]] = {
    "today": ("1",), "people": ("2",), "notebook": ("2", "enter"), "board": ("3",), "year": ("4",),
    "find": ("ctrl+f", "tab"),
}  # fmt: skip


def test_a_screen_belongs_to_every_place() -> None:
    assert set(SCREENS) == set(PLACES)
    assert all(screen.place == place for place, screen in SCREENS.items())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_an_action_of_every_screen_it_is_at_home_on(command: Command) -> None:
    for place in command.places:
        assert callable(getattr(SCREENS[place], f"action_{command.id.partition('(')[0]}", None))
    assert set(command.bar) | set(command.names) <= set(command.places)
    assert command.name == command.name.strip()
    assert re.fullmatch(r"[A-Z].*[.?]", command.help)


def test_no_reason_is_given_for_a_command_that_does_not_exist() -> None:
    assert set(WHY_NOT) <= set(commands.BY_ID)


@pytest.mark.parametrize("place", PLACES)
def test_a_key_means_one_command_in_a_place(place: Place) -> None:
    keys = [key for command in commands_in(place) for key in command.keys]
    assert len(keys) == len(set(keys))
    ranks = [command.bar[place] for command in commands.in_bar(place)]
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize("place", PLACES)
def test_the_bindings_of_a_screen_are_the_table(place: Place) -> None:
    bound = {
        (binding.key, binding.action, binding.description)
        for binding in SCREENS[place].BINDINGS
        if isinstance(binding, Binding) and binding.action != "app.focus_previous"
    }
    assert bound == {
        (",".join(command.keys), f"command({command.id!r})", command.name_in(place))
        for command in COMMANDS
        if command.keys
    }


@pytest.mark.parametrize("place", PLACES)
async def test_the_key_bar_the_help_and_the_palette_of_a_place_are_the_table(
    open_story: OpenStory, place: Place
) -> None:
    async with open_story(book=demo_book(TODAY), size=(240, 50)) as story:
        await story.press(*WAYS[place])
        assert story.place == SCREENS[place].__name__
        bar = story.app.screen.query_one(KeyBar)
        assert [key.name for key in bar.keys] == [command.name_in(place) for command in commands.in_bar(place)]
        for command in commands.in_bar(place):
            assert f"{command.key_words.split()[0]} {command.name_in(place)}" in story.screen.splitlines()[-1]

        await story.press("question_mark")
        assert isinstance(story.app.screen, HelpScreen)
        page = story.app.screen.query_one(Page)
        text = " ".join("".join(piece[0] for piece in page.line(number)) for number in range(page.line_count))
        words = " ".join(text.split())
        for command in COMMANDS:
            named = f"{command.key_words} {command.help}" if command.keys else f"{command.name}: {command.help}"
            assert named in words
        of_here = [command for command in commands_in(place) if command.keys]
        assert max(words.index(command.help) for command in of_here) < words.index("Keys of the other places")
        await story.press("escape")

        await story.press("ctrl+p")
        await story.searched()
        offered = [option.prompt for option in story.app.screen.query_one(CommandList).options]
        names = [prompt.plain.split("\n")[0] for prompt in offered if isinstance(prompt, Content)]
        assert [name for name in names if not name.startswith("theme ")] == [
            f"{command.name_in(place)}  {command.key_words}" for command in commands_in(place) if command.in_palette
        ]
        assert {f"theme {DARK}  ", f"theme {LIGHT}  "} <= set(names)


@pytest.mark.parametrize("place", PLACES)
async def test_a_command_of_another_place_says_where_it_is_at_home(open_story: OpenStory, place: Place) -> None:
    async with open_story(person(), size=(120, 36)) as story:
        await story.press(*WAYS[place])
        before, here = story.book, story.place
        for command in COMMANDS:
            if place not in command.places:
                await story.press(command.keys[0])
                assert (story.book, story.place) == (before, here), command.id
                assert any(PLACE_NAMES[name] in story.toasts[-1] for name in command.places), command.id
                story.app.clear_notifications()


# --- the palette ---------------------------------------------------------------------------------


async def choose(story: Story, words: str) -> None:
    await story.press("ctrl+p")
    await story.write(words)
    await story.searched()
    await story.press("enter")


async def test_the_palette_runs_a_command_on_what_is_under_the_cursor(open_story: OpenStory) -> None:
    async with open_story(person("Ada"), alan := person("Alan")) as story:
        await story.press("2", "j")
        await choose(story, "log a")
        assert (story.place, story.focus) == ("TouchDialog", "text")
        assert "In touch with Alan" in story.screen
        await story.press("enter")
        assert story.place == "PeopleScreen"
        assert story.rows("interactions")[0]["people"] == [alan.id]


async def test_the_palette_opens_the_notebook_of_whoever_is_named(open_story: OpenStory) -> None:
    async with open_story(person(f"Zoë {NASTY[1]}"), person("Ada")) as story:
        await story.press("3")
        await story.press("ctrl+p")
        await story.write("zoe")
        await story.searched()
        assert f"Zoë {NASTY[1]}" in story.screen
        await story.press("enter")
        assert story.place == "NotebookScreen"
        assert f"Zoë {NASTY[1]}" in story.screen
        await story.press("escape")
        assert story.place == "BoardScreen"


async def test_the_palette_says_why_a_command_can_do_nothing_now(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("3", "ctrl+p")
        await story.write("log a touch")
        await story.searched()
        assert "Nobody is under the cursor" in story.screen
        await story.press("enter")
        assert story.place == "BoardScreen"
        assert "Nobody is under the cursor: move to a person first." in story.toasts


async def test_a_theme_chosen_in_the_palette_is_kept_and_undo_takes_it_back(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await choose(story, LIGHT)
        assert story.app.theme == LIGHT
        assert story.rows("settings")[0]["theme"] == LIGHT
        await story.press("u")
        assert story.app.theme == DARK
        await story.press("ctrl+r")
        assert story.app.theme == LIGHT


async def test_every_theme_has_a_colour_for_every_meaning(open_story: OpenStory) -> None:
    async with open_story(book=demo_book(TODAY)) as story:
        for theme in story.app.available_themes:
            story.app.theme = theme
            await story.settle()
            assert "promised" in story.screen


async def test_on_top_of_a_dialog_the_palette_leaves_the_words_alone(open_story: OpenStory) -> None:
    async with open_story(person()) as story:
        await story.press("2", "n", "h")
        await story.write("a quiet year")
        await story.press("ctrl+p")
        await story.write("e")
        await story.searched()
        names = [str(option.prompt) for option in story.app.screen.query_one(CommandList).options]
        assert names
        assert all(name.startswith("theme ") for name in names)
        await story.press("escape")
        assert story.place == "NoteDialog"
        await story.press("enter")
        assert story.rows("aspirations")[0]["text"] == "a quiet year"


# --- keys that can do nothing now ----------------------------------------------------------------

done = person("Grace")
NOBODY = "Nobody is under the cursor: move to a person first."
NO_HELP = "Nobody is here yet, from whom something could come back: 2, then a, adds someone."
NOTHING = "There is nothing here yet that could be opened."
ONE_PART = "This place has only one part."
NO_WAY_BACK = "There is nothing to go back to: 1 2 3 4 go elsewhere, q leaves."
NO_LINE = "No line of the agenda is under the cursor."
NO_OFFER = "There is no offer under the cursor."
CLOSED = "This offer is closed already: u takes back one change at a time, the latest first."
EMPTY: tuple[Record, ...] = (objective("learn to draw"),)
WHY: list[tuple[str, Sequence[Record], Sequence[str], dict[str, str]]] = [
    (
        "today, with nothing to do", EMPTY, ("1",),
        {"enter": NOTHING, "tab": ONE_PART, "escape": NO_WAY_BACK, "b": NO_LINE, "h": NO_HELP}
        | dict.fromkeys("nol", NOBODY) | dict.fromkeys(("space", "x", "s"), NO_OFFER),
    ),
    (
        "people, with nobody there", EMPTY, ("2",),
        {"enter": NOTHING, "h": NO_HELP} | dict.fromkeys("nolz", NOBODY)
        | dict.fromkeys("ed", "Nothing is under the cursor."),
    ),
    (
        "the notes of a notebook", (person(),), ("2", "enter"),
        dict.fromkeys(("space", "x", "s"), NO_OFFER)
        | {"d": "Nothing to delete is under the cursor. A person is deleted in People."},
    ),
    (
        "an empty slot", (person(),), ("3",),
        dict.fromkeys("nol", NOBODY) | dict.fromkeys("xs", NO_OFFER)
        | dict.fromkeys("ed", "Nothing is under the cursor.")
        | {"r": "No offer of this month is still open: there is nothing to carry over."},
    ),
    ("a slot that is done", (done, offer(done, "done")), ("3",), dict.fromkeys(("space", "x", "s"), CLOSED)),
    (
        "an empty slot of another month", (person(),), ("3", "["),
        {"a": "People are chosen for the month that is running: 3 goes back to it.", "enter": "This slot is empty."},
    ),
    (
        "a month of the year", EMPTY, ("4",),
        dict.fromkeys(("space", "x", "s"), "No objective is under the cursor.")
        | dict.fromkeys("ed", "Nothing is under the cursor."),
    ),
    ("a new book", (), ("2",), {"u": "There is nothing to undo.", "ctrl+r": "There is nothing to redo."}),
]  # fmt: skip


@pytest.mark.parametrize(("where", "records", "way", "whys"), WHY, ids=[why[0] for why in WHY])
async def test_a_key_that_can_do_nothing_is_dimmed_and_says_why(
    open_story: OpenStory, where: str, records: Sequence[Record], way: Sequence[str], whys: dict[str, str]
) -> None:
    async with open_story(*records, size=(160, 40)) as story:
        await story.press(*way)
        before, place = story.book, story.place
        bar = {key.key: key for key in story.app.screen.query_one(KeyBar).keys}
        for key, why in whys.items():
            await story.press(key)
            assert story.toasts[-1] == why, key
            assert (story.book, story.place) == (before, place), key
            if key in bar and key not in {"tab", "escape"}:  # which are there for other places
                assert not bar[key].works, key
            story.app.clear_notifications()


SITUATIONS = [(place, book) for place in PLACES for book in (demo_book(TODAY), None) if book or place != "notebook"]


@pytest.mark.parametrize(("place", "book"), SITUATIONS, ids=lambda value: value if isinstance(value, str) else "")
async def test_whatever_can_do_nothing_now_says_why_and_is_dimmed(
    open_story: OpenStory, place: Place, book: Book | None
) -> None:
    async with open_story(book=book, size=(240, 50)) as story:
        await story.press(*WAYS[place])
        screen = story.app.screen
        assert isinstance(screen, places.Place)
        before, bar = story.book, {key.action: key for key in screen.query_one(KeyBar).keys}
        for command in commands_in(place):
            why = screen.why_not(command.id)
            key = bar.get(f"screen.command({command.id!r})")
            assert key is None or key.works == (why is None), command.id
            if why is not None:
                assert re.fullmatch(r"[A-Z].*\.", why), command.id
                await screen.run_action(f"command({command.id!r})")
                await story.settle()
                assert story.toasts[-1] == why, command.id
                assert (story.book, story.app.screen) == (before, screen), command.id
                story.app.clear_notifications()
