"""A file that is no book is never replaced, and the message says what is wrong where."""

import os
from pathlib import Path

import pytest

from givenet_tui.domain.change import added
from givenet_tui.store import loading
from givenet_tui.store.errors import CouldNotRead, Damaged
from givenet_tui.store.storage import BookStorage
from tests.factories import person
from tests.store.books import filled, opened, rename

GOOD = b'{"people": {"2": {"name": "Ad\xc3\xa9"}, "3": {"name": "Grace"}}}'
DAMAGE = {
    "empty": (b"", "it is empty"),
    "blank": (b" \r\n\t ", "blank"),
    "filled with NUL": (bytes(9000), "9000 blank bytes"),
    "null": (b"null", "should begin at byte 0"),
    "a list": (b"[]", "should begin at byte 0"),
    "a text": (b'"people"', "should begin at byte 0"),
    "a table that is no object": (b'{"people": []}', "should begin at byte 11 in people"),
    "an unknown table that is no object": (b'{"zoo": 5}', "should begin at byte 8 in zoo"),
    "broken off in a record": (GOOD[:28], "it breaks off at byte 26 in people 2"),
    "broken off before the end": (GOOD[:-1], "it breaks off at byte 58 after people 3"),
    "broken off in a name": (b'{"peop', "it breaks off at byte 1"),
    "zeros at the end": (GOOD + bytes(20), "something follows at byte 59"),
    "an older, longer end": (GOOD + b'"}}}', "something follows at byte 59"),
    "two books": (GOOD + GOOD, "something follows at byte 59"),
    "bad UTF-8": (GOOD.replace(b"\xc3\xa9", b"\xe9"), "byte 29 is not UTF-8"),
    "bad UTF-8 in an unknown table of our own layout": (
        b'{\n"zoo": {\n"1": {"a":"\xff"}\n}\n}\n',
        "byte 22 is not UTF-8",
    ),
    "a cut character": (GOOD[:30], "byte 29 is not UTF-8"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "byte 0 is not UTF-8"),
    "a byte order mark": (b"\xef\xbb\xbf" + GOOD, "byte order mark"),
    "a comma too many": (b'{"people": {"2": {"name": "Ada"},}}', "name in quotes should stand at byte 33"),
    "a comma too few": (b'{"people": {"2": {"a": 1} "3": {}}}', "comma .* at byte 26 after people 2"),
    "a colon too few": (b'{"people" {}}', "colon should stand at byte 10"),
    "a flipped bit in a record": (b'{"people": {"2": {"name": ,"Ada"}}}', "no JSON at byte 26 in people 2"),
    "a raw line break in words": (b'{"people": {"2": {"name": "A\nda"}}}', "no JSON at byte 28 in people 2"),
    "nested too deeply": (
        b'{"people": {"2": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}",
        "deeply at byte .* in people 2",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_not_opened_and_stays_as_it_is(path: Path, damage: str) -> None:
    data, fault = DAMAGE[damage]
    path.write_bytes(data)
    for read in (lambda: opened(path), BookStorage(path).read):
        with pytest.raises(Damaged, match=fault) as raised:
            read()
        assert "It was left as it is" in raised.value.sentence
    with pytest.raises(Damaged, match="no sound copy"):
        opened(path)
    assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_the_place_of_bad_text_is_found_across_pieces(path: Path) -> None:
    text = '{"people": {"2": {"name": "Ada", "about": "' + "é" * 3_000_000
    data = text.encode() + b'\xff"}}}'
    path.write_bytes(data)
    with pytest.raises(Damaged, match=f"byte {data.index(0xFF)} is not UTF-8"):
        opened(path)


def test_the_message_offers_all_that_was_last_saved(path: Path) -> None:
    app = filled(path)
    rename(app, "Ada King")
    path.write_bytes(b"")
    with pytest.raises(Damaged, match=r"givenet restore` puts back all that was last saved \(1 person\)"):
        opened(path)


def test_without_the_last_change_the_message_offers_the_generation_before(path: Path) -> None:
    app = filled(path)
    rename(app, "Ada King")
    beside = path.with_name("circle.json.d")
    (beside / "journal").unlink()
    for copy in (beside / "backups").iterdir():
        copy.unlink()
    path.write_bytes(b"")
    with pytest.raises(Damaged, match=r"the newest sound copy, .*previous\.json, \(1 person\)"):
        opened(path)


@pytest.mark.parametrize("data", [b"", b"null", GOOD[:-1]])
def test_a_file_that_was_damaged_meanwhile_is_not_written_over(path: Path, data: bytes) -> None:
    app = filled(path)
    book = app.book
    path.write_bytes(data)
    with pytest.raises(Damaged):
        app.refresh()
    with pytest.raises(Damaged):
        app.commit(lambda _: added("", person("Grace")))
    assert path.read_bytes() == data
    assert app.book is book


def test_a_damaged_file_that_was_put_right_is_taken_in(path: Path) -> None:
    app = filled(path)
    good = path.read_bytes()
    path.write_bytes(b"")
    with pytest.raises(Damaged):
        app.refresh()
    path.write_bytes(good)
    assert app.refresh() is None
    rename(app, "Ada King")
    assert opened(path).book.person(2).name == "Ada King"


def test_a_file_that_another_program_is_just_writing_is_looked_at_twice(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = filled(path)
    path.write_bytes(GOOD[:40])
    monkeypatch.setattr(loading, "sleep", lambda _: path.write_bytes(GOOD))
    assert len(opened(path).book.people) == 2
    path.unlink()
    assert app.refresh()
    assert set(app.book.people) == {2, 3}


def test_a_file_in_a_folders_place_cannot_be_read(path: Path) -> None:
    path.write_bytes(GOOD)
    with pytest.raises(CouldNotRead, match="not a folder"):
        opened(path / "book.json")


def test_a_named_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(CouldNotRead, match="no regular file"):
        opened(path)
