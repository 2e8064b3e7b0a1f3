"""Long text in the user's own editor: the words go there, come back, and are lost nowhere in between."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.widgets import TextArea

from givenet_tui.demo import demo_book
from givenet_tui.domain.change import edited
from givenet_tui.domain.errors import GiveNetError
from givenet_tui.domain.records import changed
from givenet_tui.paths import companion_dir
from givenet_tui.store import lent
from givenet_tui.store.memory import MemoryStore
from givenet_tui.ui.outer_editor import Cannot, command_of
from tests.factories import TODAY, aspiration, offer, person, touch
from tests.hostile import NASTY
from tests.ui.conftest import OpenStory, Story, _store
from tests.ui.killed import killed, started_again

Act = Callable[[Path], int]
ADA = person("Ada", about="one")


def editor(story: Story, act: Act) -> list[Path]:
    """Put an editor in the place of the user's that does `act` with the file; the files that it was given."""
    given: list[Path] = []

    def run(command: Sequence[str]) -> int:
        given.append(Path(command[-1]))
        assert command[:-1] == ["sh", "--wait"]
        assert given[-1].stat().st_mode & 0o777 == 0o600
        return act(given[-1])

    outer = story.app.outer_editor
    outer.env = {"EDITOR": "sh --wait", "PATH": "/usr/bin:/bin"}
    outer.run, outer.suspended = run, nullcontext
    return given


def writing(text: str | bytes, code: int = 0) -> Act:
    def act(path: Path) -> int:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return code

    return act


def left(story: Story) -> list[str]:
    """What stands beside the book that an editor was given."""
    return sorted(str(path.name) for path in companion_dir(story.path).rglob("*.md"))


@pytest.mark.parametrize("way", [("2",), ("2", "enter")])
async def test_the_notes_are_written_there_and_kept_as_one_change(open_story: OpenStory, way: Sequence[str]) -> None:
    words = f"two\n\n{NASTY[0]}"
    async with open_story(ADA) as story:
        given = editor(story, writing(words + "\n"))
        await story.press(*way, "ctrl+o")
        assert given[0].parent.parent == companion_dir(story.path)
        assert given[0].suffix == ".md"
        assert story.rows("people")[0]["about"] == words
        assert left(story) == []
        await story.press("u")
        assert story.rows("people")[0]["about"] == "one"


async def test_an_unchanged_text_makes_no_change(open_story: OpenStory) -> None:
    odd = "one\r\ntwo\u2028three\n\x0bfour"
    async with open_story(person("Ada", about=odd)) as story:
        before = story.book
        seen: list[bytes] = []

        def look(path: Path) -> int:
            seen.append(path.read_bytes())
            return 0

        editor(story, look)
        await story.press("2", "ctrl+o")
        assert seen == [odd.encode() + b"\n"]
        assert story.book is before
        assert {path.suffix for path in (companion_dir(story.path) / "drafts").iterdir()} == {".lock"}
        assert not story.app.workspace.undoable


DIALOGS: Sequence[tuple[str, Sequence[str]]] = (
    ("aspirations", ("n", "d", "ctrl+o", "enter")), ("interactions", ("l", "m", "ctrl+o", "enter")),
    ("offers", ("o", "ctrl+o", "enter")), ("help", ("h", "ctrl+o", "enter")),
    ("people", ("enter", "e", "ctrl+o", "ctrl+s")),
)  # fmt: skip


@pytest.mark.parametrize(("table", "keys"), DIALOGS)
async def test_from_where_one_writes_the_words_come_back_into_the_field(
    open_story: OpenStory, table: str, keys: Sequence[str]
) -> None:
    async with open_story(ADA) as story:
        editor(story, writing("Read her proofs by Friday\nand say so\n"))
        await story.press("2", *keys[:-1])
        assert story.app.focused is not None
        assert isinstance(story.app.focused, TextArea)
        assert "and say so" in story.screen
        assert left(story) == []
        await story.press(keys[-1])
        assert "Read her proofs by Friday\nand say so" in str(story.rows(table)).replace("\\n", "\n")


async def test_on_a_record_the_dialog_opens_and_the_editor_with_it(open_story: OpenStory) -> None:
    goal, tea, given = aspiration(ADA, "fly"), touch(ADA, text="tea"), offer(ADA, "done", outcome="good")
    async with open_story(ADA, goal, tea, given) as story:
        editor(story, writing("other words\n"))
        await story.press("2", "enter")
        for record, field in ((goal, "text"), (tea, "text"), (given, "outcome")):
            if record is tea:
                await story.press("tab")
            await story.go_to(record)
            await story.press("ctrl+o")
            await story.settle()
            await story.press("enter")
            assert story.rows(record.table)[0][field] == "other words"


def vanish(path: Path) -> int:
    path.unlink()
    return 0


def nothing(code: int) -> Act:
    return lambda _path: code


def fails(_path: Path) -> int:
    raise PermissionError(13, "Permission denied")


class Trouble(NamedTuple):
    """What an editor does, what is said, what stands in the notes then, and how many files are kept aside."""

    act: Act
    says: str
    stands: str = "one"
    kept: int = 0


TROUBLE: dict[str, Trouble] = {
    "it fails": Trouble(nothing(1), "sh ended with an error (1). Your words are as they were."),
    "the file is gone": Trouble(vanish, "The file that sh was given is gone: your words are as they were."),
    "it does not start": Trouble(fails, "sh could not be started: Permission denied."),
    "too long": Trouble(writing(b"x" * (lent.MOST_BYTES + 1)), "That is too long for a note. It is kept as", kept=1),
    "it fails after saving": Trouble(writing("two\n", 3), "(3). What it had saved is here: look", "two"),
    "no text": Trouble(writing(b"caf\xe9\n"), "Some of that was no UTF-8 text", "caf\ufffd", 1),
}


@pytest.mark.parametrize("trouble", TROUBLE)
@pytest.mark.parametrize("writes", [False, True], ids=["on the notes", "while they are written"])
async def test_whatever_the_editor_does_is_said_and_no_word_is_lost(
    open_story: OpenStory, trouble: str, writes: bool
) -> None:
    act, says, stands, kept = TROUBLE[trouble]
    async with open_story(ADA, size=(120, 36)) as story:
        editor(story, act)
        await story.press("2", "enter", *(["e"] if writes else []), "ctrl+o")
        assert any(says in toast for toast in story.toasts), story.toasts
        assert story.rows("people")[0]["about"] == "one"
        area = story.app.screen.query_one(TextArea)
        if writes or stands != "one":
            assert (area.text, story.app.focused) == (stands, area)
        assert len(left(story)) == len(list(companion_dir(story.path).glob("words-*.md"))) == kept


async def test_where_there_is_no_editor_or_no_terminal_to_hand_over_it_is_said(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        await story.press("2")
        for env, says in (
            ({"PATH": "/nowhere"}, "There is no editor: set $EDITOR"),
            ({"PATH": "/bin", "EDITOR": "no-such-editor -w"}, "$EDITOR names no-such-editor, and there is no such"),
            ({"PATH": "/bin", "VISUAL": "it's"}, "$VISUAL is not understood (it's): a quotation mark is missing."),
            ({"PATH": "/bin", "EDITOR": "sh"}, "Your editor cannot be opened from here"),
        ):
            story.app.outer_editor.env = env
            await story.press("ctrl+o")
            assert says in story.toasts[-1]
        await story.press("i", "ctrl+o")
        assert story.toasts[-1] == "There is no long text here to write in your editor."
        await story.press("escape", "ctrl+z")
        assert story.toasts[-1] == "This terminal has no shell to go back to."
        assert left(story) == []


async def test_what_another_program_wrote_meanwhile_is_kept_beside(open_story: OpenStory) -> None:
    async with open_story(ADA) as story:
        theirs = changed(ADA, about="theirs", updated_at="2026-11-22T11:00:00.000Z")

        def act(path: Path) -> int:
            _store(story.path, story.clock).commit(lambda _book: edited("elsewhere", ADA, theirs))
            return writing("mine\n")(path)

        editor(story, act)
        await story.press("2", "ctrl+o")
        (row,) = story.rows("people")
        assert (row["about"], row["other_versions"][0]["value"]) == ("mine", "theirs")


def test_a_sample_has_a_folder_of_its_own_that_nobody_else_reads() -> None:
    given = MemoryStore(demo_book(TODAY), lambda: "").lent_file()
    path = given.put(b"words\n")
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    (path.parent / ".words.md.swp").write_bytes(b"")
    assert given.written() == b"words\n"
    given.remove()
    assert not path.parent.exists()


async def test_when_the_program_ends_meanwhile_the_words_are_offered_at_the_next_start(open_story: OpenStory) -> None:
    as_killed: dict[Path, bytes] = {}
    async with open_story(ADA) as story:

        def act(path: Path) -> int:
            path.write_text(f"half of it {NASTY[0]}\n")
            as_killed.update({one: one.read_bytes() for one in path.parent.iterdir() if one.suffix != ".lock"})
            return 1

        editor(story, act)
        await story.press("2", "ctrl+o", "escape", "escape")
        await killed(story)
    for path, data in as_killed.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    async with started_again(story) as again:
        assert "Notes about Ada" in again.words
        assert "half of it" in again.words
        await again.press("p", "ctrl+s")
        assert again.rows("people")[0]["about"] == f"half of it {NASTY[0]}"
        await again.app.drafts.look()
        assert left(again) == []


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("in the way")
    with pytest.raises(GiveNetError, match="none could be written"):
        lent.LentFile(tmp_path / "drafts" / "one.md").put(b"words")


def test_the_editor_is_visual_then_editor_then_what_there_is(tmp_path: Path) -> None:
    for name in ("mine", "nano"):
        (tmp_path / name).write_text("")
        (tmp_path / name).chmod(0o700)
    path = {"PATH": str(tmp_path)}
    assert command_of(path | {"VISUAL": "mine -w 'a b'", "EDITOR": "nano"}) == ["mine", "-w", "a b"]
    assert command_of(path | {"VISUAL": " ", "EDITOR": "nano"}) == ["nano"]
    assert command_of(path) == ["nano"]
    with pytest.raises(Cannot, match="no such program"):
        command_of(path | {"EDITOR": "other"})
