"""Whatever stands in the book, the screen shows it as text: no markup, no control character, no action of its own."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.people import Labelled
from givenet_tui.domain.records import Record
from givenet_tui.domain.settings import Settings
from givenet_tui.ui import present
from givenet_tui.ui.widgets.row_list import RowList
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import CONTROL, HOSTILE, NASTY, SURROGATES
from tests.ui.conftest import OpenStory, Story

TEXTS = [*HOSTILE.values(), *NASTY]
WORST = [*NASTY, *(HOSTILE[name] for name in (
    "half a closing tag", "unclosed tag", "click with quotes", "all of C0", "all of C1", "lone return", "empty",
    "only breaks", "joiner first", "many marks", "Markdown", "100,000 wide letters", "100,000 breaks",
    "many brackets",
))]  # fmt: skip
SIZES = [(120, 36), (80, 24), (60, 20)]
OURS = re.compile(
    r"(screen|app)\.[a-z_]+(\([\"'][a-z_]+(\('[a-z]+'\))?[\"']\))?"  # of the two bars
    r"|pick_value\('[a-z_0-9]*'\)|turn\(1\)|turn_back\(\)"  # of a choice
)
"""The actions that a click may run."""


def everything_about(text: str) -> Iterator[Record]:
    """A person who is hostile from head to foot, and all that could be written down about them."""
    labelled = (Labelled(text, text),)
    them = person(
        text, nickname=text, organization=text, title=text, location=text, met_where=text, tags=(text,), about=text,
        emails=labelled, phones=labelled, urls=labelled, rhythm_days=7, birthday=Birthday(11, 25), met_on=TODAY,
    )  # fmt: skip
    told = aspiration(them, text, heard_on=TODAY, heard_where=text, horizon=text)
    mine = objective(text)
    made = offer(them, "accepted", what=text, outcome=text, serves=told.id, due=TODAY)
    mutual = offer(them, "offered", what=text, part="resource", objective=mine.id)
    yield from (them, told, mine, made, mutual)
    yield aspiration(them, text, kind="hope", status="fulfilled", closed_on=TODAY)
    yield touch(them, text=text)
    yield came_back(them, text, offer=made.id, objective=mine.id)


def book_of(texts: Sequence[str]) -> list[Record]:
    """A book of such people; the settings, which one may write by hand, are no better."""
    settings = Settings(
        id=1, slots_per_part=len(texts), agenda_size=len(texts), theme="[/]", day_starts_at=NASTY[2],
        questions=dict.fromkeys(("hope", "dream", "goal", "objective"), NASTY),
        favours=tuple(f"{text} {{name}}" for text in NASTY), rhythms=dict.fromkeys(texts, 3),
    )  # fmt: skip
    check_in = CheckIn(id=2, on=TODAY, reflection=NASTY[5])
    return [settings, check_in, *(record for text in texts for record in everything_about(text))]


def looked_at(story: Story, where: object) -> str:
    """What is on the screen: text alone, and nothing of the users' runs when it is clicked."""
    seen = ""
    for strip in story.app.screen._compositor.render_strips():
        for text, style, control in strip:
            assert control is None, where
            assert not CONTROL.search(text), (where, text)
            action = style.meta.get("@click") if style else None
            assert action is None or OURS.fullmatch(str(action)), (where, action)
        seen += strip.text + "\n"
    return seen


async def paged_through(story: Story, where: object) -> str:
    """Everything that is seen on the way through the list that has the focus."""
    await story.press("g")
    seen, at = looked_at(story, where), -1
    rows = story.app.focused
    assert isinstance(rows, RowList)
    while rows.position != at:
        at = rows.position
        await story.press("pagedown")
        seen += looked_at(story, where)
    return seen


def begins(text: str, cells: int = 10) -> str:
    """The beginning of a text's first line, up to a tab, as a row shows it."""
    first = next((line for line in present.lines(text[:3000].partition("\t")[0]).plain.split("\n") if line.strip()), "")
    return present.cut(first.strip(), cells).removesuffix("…").strip()


async def test_every_hostile_text_is_shown_as_text_at_every_place_and_kept_to_the_letter(open_story: OpenStory) -> None:
    async with open_story(*book_of(TEXTS), size=(120, 60)) as story:
        for way in ("1", "2", "3", "tab", "4"):
            await story.press(way)
            seen = await paged_through(story, way)
            for text in TEXTS:
                assert begins(text) in seen, (way, text[:40])
        await story.press("2", "g", "z")
        people = story.rows("people")
        for field in ("name", "nickname", "organization", "title", "location", "met_where", "about"):
            assert [row.get(field, "") for row in people] == TEXTS, field
        assert [(row["tags"], row["emails"][0].get("value", "")) for row in people] == [
            ([text], text) for text in TEXTS
        ]
        assert [row["text"] for row in story.rows("aspirations")] == [text for text in TEXTS for _ in range(2)]
        assert [row.get("what", "") for row in story.rows("offers") if row["part"] == "raise_up"] == TEXTS
        for table in ("objectives", "interactions", "help"):
            assert [row.get("text", "") for row in story.rows(table)] == TEXTS, table


@pytest.mark.parametrize("size", SIZES[1:])
async def test_the_worst_texts_fit_every_size_with_notebook_and_preview(
    open_story: OpenStory, size: tuple[int, int]
) -> None:
    async with open_story(*book_of(WORST), size=size) as story:
        for way in ("1", "3", "tab", "4", "2", "tab"):
            await story.press(way)
            looked_at(story, way)
        await story.press("escape", "g")
        ids = list(story.app.screen.query_one("#people", RowList).keys)
        for number, person_id in enumerate(ids):
            await story.go_to(person_id)
            name = story.book.people[person_id].name  # type: ignore[index]
            assert begins(name, 6) in looked_at(story, name[:40])
            if number % len(SIZES) == SIZES.index(size):
                await story.press("enter")
                assert begins(name, 6) in looked_at(story, name[:40])
                await story.press("G", "tab")
                looked_at(story, name[:40])
                await story.press("escape")


async def test_dialogs_ask_about_the_worst_texts_harmlessly_and_change_nothing(open_story: OpenStory) -> None:
    texts = [text for text in WORST if text.strip()]
    async with open_story(*book_of(texts)) as story:
        before, ways = story.book, (("e",), ("n",), ("o",), ("o", "f2"), ("l",), ("h",))
        await story.press("2")
        ids = list(story.app.screen.query_one("#people", RowList).keys)
        for number, person_id in enumerate(ids):
            await story.press("2")
            await story.go_to(person_id)
            for way in (ways[number % 6], (("1", "b"), ("3", "s"), ("3", "e"))[number % 3]):
                await story.press(*way)
                assert "Dialog" in story.place, way
                looked_at(story, way)
                await story.press("escape")
                assert "Screen" in story.place
            await story.press("j")
        assert story.book is before


async def test_what_is_edited_as_it_stands_is_kept_as_it_stands(open_story: OpenStory) -> None:
    for_words = [text for text in (*NASTY, HOSTILE["Windows breaks"], HOSTILE["all of C0"]) if text == text.strip()]
    ada = person("Ada")
    told = [aspiration(ada, text, heard_where=text) for text in for_words]
    async with open_story(ada, *told) as story:
        await story.press("2", "enter")
        for one in told:
            await story.go_to(one)
            await story.press("e")
            story.app.screen.query_one("#horizon", Input).value = "soon"
            await story.press("enter")
        rows = story.rows("aspirations")
        assert [(row["text"], row["heard_where"], row["horizon"]) for row in rows] == [
            (text, text, "soon") for text in for_words
        ]
        assert not any("earlier" in row for row in rows)


async def test_what_is_pasted_is_drawn_harmlessly_and_kept(open_story: OpenStory) -> None:
    async with open_story(person("Ada")) as story:
        for text in (*NASTY, *SURROGATES, HOSTILE["all of C1"], HOSTILE["clear the screen"]):
            await story.press("2", "n", "h")
            story.app.post_message(events.Paste(text))
            await story.press("tab", "tab")
            story.app.post_message(events.Paste(text))
            await story.settle()
            looked_at(story, text)
            await story.press("enter")
            assert story.place == "PeopleScreen", text
        for row, text in zip(story.rows("aspirations"), NASTY, strict=False):
            assert row["text"].split() == text.split()
            assert row["heard_where"].split() == text.split()


async def test_the_find_box_and_the_palette_take_any_text(open_story: OpenStory) -> None:
    async with open_story(*(person(text) for text in TEXTS)) as story:
        await story.press("2", "slash")
        box = story.app.screen.query_one("#find", Input)
        for text in TEXTS:
            box.value = text
            await story.settle()
            seen = looked_at(story, text[:40])
            assert not text.strip() or "Nobody fits" not in seen, text[:40]
        await story.press("escape")
        for text in NASTY:
            await story.press("ctrl+p")
            story.app.post_message(events.Paste(text))
            await story.searched()
            looked_at(story, text)
            await story.press("escape")
        await story.press("ctrl+p")
        await story.write("a")
        await story.searched()
        looked_at(story, "palette")


async def test_toasts_say_any_text(open_story: OpenStory) -> None:
    async with open_story(*(person(text) for text in WORST), size=(120, 60)) as story:
        await story.press("2", "g")
        for _ in WORST:
            await story.press("z", "j")
            looked_at(story, story.toasts[-1])
        for text in TEXTS:
            story.app.say(text)
        await story.settle()
        looked_at(story, "toasts")


async def test_people_of_any_name_are_picked_from_a_file_of_any_name(open_story: OpenStory, tmp_path: Path) -> None:
    names = [text for text in TEXTS if len(text) < 3000 and text.strip() and not re.search("[\r\n\x00]", text)]
    file = tmp_path / "[@click=app.quit]x[bold] \x1b[31m.vcf"
    escaped = [re.sub(r"([\\;,])", r"\\\1", name) for name in names]
    cards = [f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nORG:{name}\nUID:{n}\nEND:VCARD\n" for n, name in enumerate(escaped)]
    file.write_text("".join(cards) + "BEGIN:VCARD\nFN[/]\x1b[31m\n", newline="\n")
    async with open_story(importing=[file], size=(120, 60)) as story:
        assert story.place == "PickPeople"
        assert "[@click=app.quit]x[bold] ␛[31m.vcf" in looked_at(story, "file")
        seen = await paged_through(story, "pick")
        for name in names:
            assert begins(name) in seen, name[:40]
        await story.press("a", "enter")
        assert story.place == "PeopleScreen"
        looked_at(story, "imported")
        kept = {row["name"] for row in story.rows("people")}
        assert {name.strip() for name in NASTY if "\n" not in name} <= kept
