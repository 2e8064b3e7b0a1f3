"""`givenet export`: the book for other programs, on standard output or in a file that is whole or not there."""

import json
from datetime import date
from pathlib import Path

import pytest

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.exchange.export.formats import FORMATS
from givenet_tui.exchange.reading import read
from tests.cli.conftest import GiveNet
from tests.cli.test_program import start
from tests.cli.test_terminal import terminal, to_the_end
from tests.factories import aspiration, person
from tests.hostile import CONTROL, NASTY

ADA = person("Ada Lovelace", birthday=Birthday(12, 10))
GONE = person("Gus", deleted_at="2026-11-20T10:00:00.000Z")


def test_without_a_format_it_is_all_of_the_book_as_json(givenet: GiveNet) -> None:
    givenet.hold(ADA, GONE, aspiration(ADA))
    ran = givenet("export")
    assert (ran.code, ran.err) == (0, "")
    assert [one["name"] for one in ran.json["people"]] == ["Ada Lovelace"]
    assert ran.json["aspirations"][0]["person"] == ADA.id


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_into_a_file_and_out_is_the_same(givenet: GiveNet, tmp_path: Path, name: str) -> None:
    givenet.hold(*(person(f"Ada {text}", birthday=Birthday(12, 10)) for text in NASTY))
    file = tmp_path / "out"
    ran = givenet("export", "--format", name, "-o", str(file))
    held = "6 days" if name == "ics" else "6 people"
    assert (ran.code, ran.out, ran.err) == (0, f"{held} are in {file}\n", "")
    assert file.stat().st_mode & 0o777 == 0o600
    for again in (("export", "--format", name), ("export", "--format", name, "-o", "-")):
        assert givenet(*again).out.encode() == file.read_bytes().replace(b"\r\n", b"\n")  # as the runner reads it


def test_what_was_exported_comes_in_again_as_nobody_new(givenet: GiveNet, tmp_path: Path) -> None:
    givenet.hold(ADA, person("Grace Hopper"))
    file = tmp_path / "people.vcf"
    givenet("export", "--format", "vcard", "-o", str(file))
    assert [one.name for one in read(file.read_bytes(), "x").people] == ["Ada Lovelace", "Grace Hopper"]
    before = givenet.book.people
    ran = givenet("import", "--all", str(file))
    assert ran.code == 0
    assert givenet.book.people == before


def test_a_file_that_cannot_be_written_is_said_in_one_line_and_the_book_stays(givenet: GiveNet, tmp_path: Path) -> None:
    givenet.hold(ADA)
    other = tmp_path / "other.json"
    other.write_text("{}")
    (tmp_path / "other.json.d").mkdir()
    before = givenet.everything
    for file, why in (
        (givenet.file, "is your book, or belongs to it"), (other, "is your book, or belongs to it"),
        (givenet.file.with_name("givenet.json.d") / "x", "is your book, or belongs to it"),
        (tmp_path / "no folder" / "x.json", "there is no such folder"), (tmp_path, "is no file"),
    ):  # fmt: skip
        for program in (("export",), ("--file", str(givenet.file), "export")):
            ran = givenet(*program, "-o", str(file))
            assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
            assert why in ran.err
    assert givenet("--demo", "export", "-o", str(givenet.file)).code == 1
    assert givenet.everything == before
    assert other.read_text() == "{}"


def test_another_format_is_wrong_usage(givenet: GiveNet) -> None:
    ran = givenet("export", "--format", "docx")
    assert ran.code == 2
    assert "json" in ran.err


def test_the_sample_and_an_empty_book_are_exported_too(givenet: GiveNet, tmp_path: Path) -> None:
    ran = givenet("--demo", "export", "--format", "vcard")
    assert ran.code == 0
    assert "This is a sample" in ran.err
    assert len(read(ran.out.encode(), "x").people) == len(json.loads(givenet("--demo", "export").out)["people"])
    for name in FORMATS:
        assert givenet("export", "--format", name).code == 0
    assert givenet("export", "--format", "vcard").out == ""
    assert not givenet.file.exists()


def test_through_a_pipe_nothing_is_changed_and_at_a_terminal_nothing_is_obeyed(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    GiveNet(book).hold(*map(person, NASTY))
    named = ("--file", str(book), "export", "--format", "vcard")
    with terminal(tmp_path, *named) as child:
        shown = to_the_end(child)
    assert "BEGIN:VCARD" in shown
    assert CONTROL.search(shown.replace("\r\n", "\n")) is None
    with start(*named, home=tmp_path) as piped:
        out, err = piped.communicate()
    assert (piped.returncode, err) == (0, "")
    assert "\x1b]52" in out


def test_what_is_to_be_read_says_the_day(givenet: GiveNet) -> None:
    givenet.hold(ADA)
    assert "Sunday 22 November 2026" in givenet("export", "--format", "markdown").out
    assert str(date(2026, 11, 22).year) in givenet("export", "--format", "html").out


def test_without_a_format_the_file_says_by_its_end_what_it_is(givenet: GiveNet) -> None:
    givenet("add", "Ada")
    for name, begins in (("people.VCF", "BEGIN:VCARD"), ("all.json", "{"), ("page.html", "<!"), ("odd.xyz", "{")):
        file = givenet.file.with_name(name)
        assert givenet("export", "-o", str(file)).code == 0
        assert file.read_text().lstrip().startswith(begins)
