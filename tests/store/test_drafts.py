"""Drafts beside a book: what one program wrote is there for the next, whatever the disk and the files are like."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from givenet_tui.domain.drafts import Draft
from givenet_tui.domain.records import Record
from givenet_tui.paths import companion_dir
from givenet_tui.store import disk
from givenet_tui.store.draft_files import decoded
from givenet_tui.store.drafts import MOST_BYTES, Drafts
from tests.factories import TODAY, offer, person
from tests.hostile import NASTY, SURROGATES

WORDS = f"half a sentence {NASTY[0]}"
GOOD = Draft("hear", 7, "What Ada told you", {"text": WORDS}, "2026-11-22T10:00:00.000Z", {"kind": "hope"}, TODAY)


def drafts(book: Path, name: str = "mine") -> Drafts:
    return Drafts(book, name)


def folder(book: Path) -> Path:
    return companion_dir(book) / "drafts"


def killed(one: Drafts) -> None:
    """End a program as a kill ends it: the system lets go of its lock."""
    assert one._lock is not None
    os.close(one._lock)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Where a book would be; the good draft of a killed program is beside it."""
    path = tmp_path / "book.json"
    one = drafts(path, "good")
    assert one.keep([GOOD])
    killed(one)
    return path


@pytest.mark.parametrize("seen", [person("Ada", about=WORDS), offer(person()), None])
def test_what_was_left_is_found_to_the_letter_with_the_record_as_it_was_seen(book: Path, seen: Record | None) -> None:
    one = drafts(book, "other")
    draft = Draft("notes", 7, WORDS, {"notes": WORDS, "empty": ""}, "2026-11-22T10:00:01.000Z", seen=seen)
    one.keep([draft])
    killed(one)
    assert [left.draft for left in drafts(book).left()] == [draft, GOOD]


@pytest.mark.parametrize("half", SURROGATES)
def test_half_a_character_takes_no_word_along(tmp_path: Path, half: str) -> None:
    one = drafts(tmp_path / "book.json")
    seen = person(f"Ada {half}")
    assert one.keep([Draft("hear", 7, f"of {half}", {"text": f"before {half} after"}, "", seen=seen)])
    killed(one)
    (left,) = drafts(tmp_path / "book.json", "next").left()
    assert left.draft.words.startswith("before ")
    assert left.draft.words.endswith(" after")


def _a_directory(path: Path) -> None:
    path.mkdir()


def _a_huge_file(path: Path) -> None:
    path.touch()
    os.truncate(path, MOST_BYTES + 1)


ODD: dict[str, bytes | Callable[[Path], object]] = {
    "empty": b"",
    "torn": b'[{"opener": "hea',
    "not UTF-8": b"\xff",
    "not UTF-8 inside": b'[{"opener":"hear","about":1,"title":"\xff\xfe","fields":{},"at":""}]',
    "half a character": b'[{"opener":"hear","about":1,"title":"\\ud800","fields":{},"at":""}]',
    "null": b"null",
    "a number": b"3",
    "an object": b'{"opener": "hear"}',
    "a list of numbers": b"[1, 2]",
    "a list of lists": b"[[], [[]]]",
    "fields of a wrong type": b'[{"opener":"hear","about":1,"title":"x","fields":{"text":1},"at":""}]',
    "fields that are a list": b'[{"opener":"hear","about":1,"title":"x","fields":["text"],"at":""}]',
    "an id that is none": b'[{"opener":"hear","about":1e400,"title":"x","fields":{},"at":""}]',
    "a day that is none": b'[{"opener":"hear","about":1,"title":"x","fields":{},"at":"","day":"2026-13-40"}]',
    "deeper than deep": b"[" * 200_000,
    "deep inside": b'[{"opener":' + b"[" * 200_000,
    "NUL": b"\0" * 4096,
    "a directory": _a_directory,
    "huge": _a_huge_file,
    "a pipe": os.mkfifo,
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
}


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_file_hides_none_of_the_others_and_stays(book: Path, odd: str) -> None:
    path, made = folder(book) / "a.json", ODD[odd]
    if isinstance(made, bytes):
        path.write_bytes(made)
    else:
        made(path)
    one = drafts(book)
    (left,) = one.left()
    assert left.draft == GOOD
    one.drop(left)
    one.close()
    assert [each.name for each in folder(book).iterdir()] == ["a.json"]


@pytest.mark.parametrize("odd", [b"7", b'{"table":"people"}', b'{"table":"x","id":1,"record":{}}',
                                 b'{"table":"people","id":1,"record":{"name":3}}',
                                 b'{"table":"people","id":1,"record":[]}'])  # fmt: skip
def test_a_draft_with_an_odd_record_or_an_odd_draft_beside_a_good_one_is_no_trouble(book: Path, odd: bytes) -> None:
    (file,) = folder(book).glob("*.json")
    good = file.read_bytes()[1:-1]
    with_odd_record = good.removesuffix(b"}") + b',"seen":' + odd + b"}"
    file.write_bytes(b"[" + b",".join((odd, with_odd_record, good)) + b"]")
    found = [left.draft for left in drafts(book).left()]
    assert found in ([GOOD], [GOOD, GOOD])


def test_a_lock_that_is_a_directory_hides_only_its_own_drafts(book: Path) -> None:
    (folder(book) / "a.json").write_bytes(b"[]")
    (folder(book) / "a.lock").mkdir()
    assert len(drafts(book).left()) == 1


def test_a_folder_that_is_a_file_is_no_trouble(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    companion_dir(book).mkdir()
    folder(book).write_bytes(b"")
    one = drafts(book)
    assert one.left() == []
    assert not one.keep([GOOD])
    one.close()


def test_what_killed_programs_left_besides_words_is_swept_away(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    one = drafts(book, "killed")
    one.keep([GOOD])
    one.keep([])
    killed(one)
    (folder(book) / ".half.json.saving").write_bytes(b"[{")
    (folder(book) / "half.lock").touch()
    assert drafts(book).left() == []
    assert not folder(book).exists()


def test_what_one_program_writes_or_offers_is_not_offered_by_another(book: Path) -> None:
    writing = drafts(book, "writing")
    writing.keep([GOOD])
    offering, third = drafts(book, "offering"), drafts(book, "third")
    (left,) = offering.left()
    assert left.path.stem == "good"
    assert third.left() == []
    offering.release()
    assert len(third.left()) == 1
    third.close()
    assert len(offering.left()) == 1
    offering.drop(left)
    assert third.left() == []
    assert sorted(each.suffix for each in folder(book).iterdir()) == [".json", ".lock"]
    writing.close()
    assert len(drafts(book, "next").left()) == 1


def test_of_several_drafts_of_one_program_only_the_one_that_is_dropped_goes(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    other = Draft("person", 0, "Someone new", {"name": "Grace"}, "2026-11-22T10:00:01.000Z")
    one = drafts(book, "killed")
    one.keep([GOOD, other])
    killed(one)
    here = drafts(book)
    newest, older = here.left()
    assert (newest.draft, older.draft) == (other, GOOD)
    here.drop(newest)
    here.release()
    assert [left.draft for left in here.left()] == [GOOD]


class Trouble:
    """The `os` module on a disk that has just broken."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __getattr__(self, name: str) -> Any:
        def fails(*_args: Any, **_kwargs: Any) -> Any:
            raise OSError(self.number, os.strerror(self.number))

        return fails if name in {"write", "writev", "fsync", "mkdir", "replace"} else getattr(os, name)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES])
def test_a_write_that_fails_leaves_the_words_before_and_works_again_when_the_disk_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    book = tmp_path / "book.json"
    newer = Draft("person", 0, "Someone new", {"name": "Grace"}, "2026-11-22T10:00:01.000Z")
    one = drafts(book, "one")
    for before, now in ((None, GOOD), (GOOD, newer)):
        with monkeypatch.context() as broken:
            broken.setattr(disk, "os", Trouble(number))
            assert not one.keep([now])
        assert [decoded(file.read_bytes()) for file in folder(book).glob("*.json")] == ([[before]] if before else [])
        assert one.keep([now])
    killed(one)
    assert [left.draft for left in drafts(book).left()] == [newer]


def test_words_go_on_being_kept_when_someone_clears_the_folder_away(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    one = drafts(book, "one")
    one.keep([GOOD])
    for file in folder(book).iterdir():
        file.unlink()
    folder(book).rmdir()
    assert one.keep([GOOD])
    assert drafts(book).left() == []
    killed(one)
    assert len(drafts(book).left()) == 1


def test_a_program_that_has_ended_writes_nothing_more(tmp_path: Path) -> None:
    one = drafts(tmp_path / "book.json")
    one.keep([GOOD])
    one.keep([])
    one.close()
    assert not one.keep([GOOD])
    assert not folder(tmp_path / "book.json").exists()


@pytest.fixture(params=[0o000, 0o022, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_drafts_are_the_users_alone_whatever_the_umask(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    drafts(book).keep([GOOD])
    modes = {each.suffix: stat.S_IMODE(each.stat().st_mode) for each in (folder(book), *folder(book).iterdir())}
    assert modes == {"": 0o700, ".json": 0o600, ".lock": 0o600}
    assert stat.S_IMODE(companion_dir(book).stat().st_mode) == 0o700
