import io
import zipfile
from datetime import date

import pytest

from givenet_tui.domain.people import Labelled, Person, Source
from givenet_tui.exchange import zips
from givenet_tui.exchange.linkedin import connected_day
from givenet_tui.exchange.reading import Reading, UnreadableFile, read
from tests.exchange.samples import LINKEDIN_HEADER, LINKEDIN_NOTES, linkedin_csv, linkedin_zip

OLD_HEADER = "First Name,Last Name,Email Address,Company,Position,Connected On\n"


def rows(*lines: str, header: str = LINKEDIN_HEADER, above: str = "") -> Reading:
    return read((above + header + "\n".join(lines) + "\n").encode(), "Connections.csv")


def test_the_header_is_found_under_the_notice() -> None:
    reading = read(linkedin_csv(), "Connections.csv")
    assert reading.source == "linkedin"
    assert [person.name for person in reading.people] == [
        "Ada Lovelace", "Mary Somerville", "Sofia Kovalevskaya", "Zoë Bäcker-Öztürk", "小明 王", "Emmy",
        "Caroline Herschel", "[/] [@click=app.quit]x[/]",
    ]  # fmt: skip
    assert [problem.line for problem in reading.problems] == [9]


def test_a_row_becomes_a_person_with_its_fields() -> None:
    assert read(linkedin_csv(), "x").people[0] == Person(
        name="Ada Lovelace",
        organization="Analytical Engines",
        title="Programmer",
        emails=(Labelled("ada@example.org"),),
        urls=(Labelled("https://www.linkedin.com/in/ada-example", "LinkedIn"),),
        met_on=date(2026, 3, 27),
        sources=(Source("linkedin", "https://www.linkedin.com/in/ada-example"),),
    )


def test_an_older_file_without_addresses_of_profiles_has_keys_by_name_and_e_mail() -> None:
    reading = rows("Ada,Lovelace,a@b,Engines,,01 Jan 2019", "Ada,Lovelace,,Mill,,02 Jan 2019", header=OLD_HEADER)
    keys = [person.sources[0].key for person in reading.people]
    assert [len(key) for key in keys] == [32, 32]
    assert keys[0] != keys[1]
    assert reading.people[1].organization == "Mill"


def test_columns_are_read_by_name_and_unknown_ones_are_kept() -> None:
    header = "Connected On,Company,last name,Shoe Size,FIRST NAME\n"
    (person,) = rows("27 Mar 2026,Engines,Lovelace,39,Ada,beyond", header=header).people
    assert (person.name, person.organization, person.met_on) == ("Ada Lovelace", "Engines", date(2026, 3, 27))
    assert person.extra == {"linkedin": {"Shoe Size": "39", "column 6": "beyond"}}


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_spreadsheet_may_have_written_it_again(delimiter: str) -> None:
    data = linkedin_csv().decode("utf-8-sig")
    header = LINKEDIN_HEADER.replace(",", delimiter)
    again = data[: len(LINKEDIN_NOTES)] + header + f"Ada;Lovelace;;;;;1 May 2020{chr(10)}".replace(";", delimiter)
    (person,) = read(again.encode(), "x").people
    assert (person.name, person.met_on) == ("Ada Lovelace", date(2020, 5, 1))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    text = LINKEDIN_NOTES + LINKEDIN_HEADER + 'Ada,"Love\nlace",,,,,\n,,,,,,\n\n,,u,,,,\n'
    reading = read(text.replace("\r\n", "\n").replace("\n", end).encode(), "x")
    assert [problem.line for problem in reading.problems] == [7, 9]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27 Mar 2026", date(2026, 3, 27)),
        ("1 sep 2020", date(2020, 9, 1)),
        ("03 September 2020", date(2020, 9, 3)),
        ("2020-09-03", date(2020, 9, 3)),
        ("29 Feb 2023", None),
        ("27 Mär 2026", None),
        ("03/04/17", None),
        ("٢٧ Mar 2026", None),
        ("", None),
    ],
)
def test_days_are_english_whatever_the_machine_speaks(text: str, day: date | None) -> None:
    assert connected_day(text) == day


def test_a_day_in_another_form_is_not_guessed_but_kept_and_reported() -> None:
    reading = rows("Ada,Lovelace,,,,,03/04/17")
    assert reading.people[0].met_on is None
    assert reading.people[0].extra == {"linkedin": {"Connected On": "03/04/17"}}
    assert [problem.line for problem in reading.problems] == [2]


def test_a_quotation_mark_that_never_closes_is_reported_and_the_rest_comes_in() -> None:
    lost = [f"Lost,{count},,,,," for count in range(12_000)]
    reading = rows("Ada,Lovelace,,,,,", 'Broken,"Quote,,,,,', *lost, "Grace,Hopper,,,,,")
    assert {"Ada Lovelace", "Grace Hopper"} <= {person.name for person in reading.people}
    assert "quotation mark" in reading.problems[0].sentence
    assert reading.problems[0].line == 3


def test_bytes_that_are_no_text_are_reported_by_row() -> None:
    reading = read(LINKEDIN_HEADER.encode() + b"Ren\xe9e,D,,,,,\nAda,L,,,,,\n", "x")
    assert reading.people[0].name == "Ren\ufffde D"
    assert [problem.line for problem in reading.problems] == [2]


def test_the_zip_is_read_from_any_folder() -> None:
    expected = read(linkedin_csv(), "x")
    for path in ("Connections.csv", "a/b/c/CONNECTIONS.CSV", "a\\Connections.csv"):
        assert read(linkedin_zip(path), "x.zip") == expected


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(data, "export.zip")
    return caught.value.sentence


def test_a_zip_that_unpacks_to_too_much_is_refused_even_if_its_directory_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "LARGEST_FILE", 5_000)
    data = linkedin_zip(data=b"a" * 6_000)
    assert "unpacks to more than" in refused(data)
    size = (6_000).to_bytes(4, "little")
    assert data.count(size) == 2
    assert "damaged" in refused(data.replace(size, (600).to_bytes(4, "little")))


def test_a_zip_without_connections_damaged_encrypted_or_empty_is_refused() -> None:
    assert "without a Connections.csv" in refused(linkedin_zip("Messages.csv"))
    assert "damaged" in refused(linkedin_zip()[:200])
    whole = bytearray(linkedin_zip())
    entry = whole.rindex(b"PK\x01\x02")
    whole[entry + 8] |= 1
    assert "password" in refused(bytes(whole))
    assert "is empty" in refused(linkedin_zip(data=b""))
    assert "Connections.csv" in refused(linkedin_zip(data=b"a,b,c\n"))
    buffer = io.BytesIO()
    zipfile.ZipFile(buffer, "w").close()
    assert "without a Connections.csv" in refused(buffer.getvalue())
