import codecs
import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givenet_tui.exchange import files, reading
from givenet_tui.exchange.files import read_path
from givenet_tui.exchange.reading import UnreadableFile, read
from tests.exchange.samples import card, linkedin_csv, linkedin_zip, mixed_vcards

GOOGLE_CSV = (
    b"First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Value\r\nAda,,Lovelace,,* myContacts,\r\n"
)


@pytest.mark.parametrize("name", ["contacts.csv", "photo.png", "no extension", ""])
def test_the_kind_is_found_by_what_a_file_holds_not_by_its_name(name: str) -> None:
    assert read(mixed_vcards(), name).source == "vcard"
    assert read(linkedin_csv(), name).source == "linkedin"
    assert read(linkedin_zip(), name).source == "linkedin"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_utf_16_and_its_relatives_read_as_the_same_people(mark: bytes, encoding: str) -> None:
    for data in (mixed_vcards(), linkedin_csv()):
        # The card in Windows-1252 can stand in no file of another encoding.
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
        assert read(mark + text.encode(encoding), "x") == read(text.encode(), "x")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n\n", "is empty"),
        (b"\0" * 4096, "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a picture"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page"),
        (b'{"contacts": []}', "is a JSON file"),
        (b"[1, 2]", "is a JSON file"),
        (GOOGLE_CSV, "is a CSV, but not LinkedIn's"),
        (b"a;b;c\n1;2;3\n", "is a CSV, but not LinkedIn's"),
        (b"\x7fELF\0\0\0\0", "is no text"),
        (b"Dear Ada,\nBEGIN:VCARDS\n", "holds no contacts"),
        (b"\xff\xfe\x00\xd8", "holds no contacts"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(data, "people.dat")
    assert caught.value.sentence.startswith("people.dat ")
    assert says in caught.value.sentence
    assert caught.value.sentence.endswith(".")


def test_a_file_of_cards_that_name_nobody_is_a_reading_of_problems() -> None:
    empty = read(card("NOTE:x") * 600, "x.vcf")
    assert (empty.people, len(empty.problems)) == ((), 600)


def test_files_and_people_beyond_the_bounds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("givenet_tui.exchange.cards.MOST_PEOPLE", 3)
    monkeypatch.setattr("givenet_tui.exchange.linkedin.MOST_PEOPLE", 3)
    for data in (mixed_vcards(), linkedin_csv()):
        with pytest.raises(UnreadableFile, match="holds more than"):
            read(data, "x")
    monkeypatch.setattr(reading, "LARGEST_FILE", 100)
    with pytest.raises(UnreadableFile, match="is larger than"):
        read(mixed_vcards(), "x")


def test_a_path_is_read_and_what_goes_wrong_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "contacts.vcf"
    path.write_bytes(mixed_vcards())
    assert len(read_path(path).people) == 12
    monkeypatch.setattr(files, "LARGEST_FILE", 100)
    wrong = {
        path: "is larger than",
        tmp_path: "is a folder",
        tmp_path / "none.vcf": "is not there",
        path / "x": "could not be read",
        tmp_path / ("x" * 400): "could not be read",
        Path("\0"): "is no name",
        Path("/dev/null"): "is no ordinary file",
    }
    for place, says in wrong.items():
        with pytest.raises(UnreadableFile, match=says):
            read_path(place)


def test_a_path_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "contacts.vcf"
    path.touch()
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFile, match="permission"):
        read_path(path)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A real file with a few stretches cut out, doubled or overwritten."""
    data = bytearray(draw(st.sampled_from([mixed_vcards(), linkedin_csv(), linkedin_zip()])))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        data[begin : begin + length] = draw(st.binary(max_size=40))
    return bytes(data)


PIECES = (
    b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"AGENT:", b"FN:a", b"N:;b", b"\r\n", b"\n", b"\r", b" ", b"\t", b"=",
    b"NOTE;QUOTED-PRINTABLE:", b"PHOTO;ENCODING=BASE64:", b"AAAA", b"BDAY:", b"--0230", b'"', b";", b":", b",",
    b"\\", b"\xff", b"\0", b"item1.", b"X-ABLabel:_$!<a>!$_", b"First Name,Last Name,Connected On", b"CHARSET=utf-16",
)  # fmt: skip
pieces = st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join)


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=400), damaged(), pieces, pieces.map(lambda data: b"BEGIN:VCARD\n" + data)))
def test_no_bytes_raise_anything_but_an_unreadable_file(data: bytes) -> None:
    try:
        result = read(data, "x")
    except UnreadableFile as error:
        assert error.sentence.endswith(".")
        return
    assert all(person.name and len(person.sources) == 1 for person in result.people)
    assert all(problem.line >= 1 and problem.sentence.endswith(".") for problem in result.problems)


def test_reading_leaves_the_csv_module_as_it_was() -> None:
    limit = csv.field_size_limit()
    read(linkedin_csv(), "x")
    assert csv.field_size_limit() == limit
