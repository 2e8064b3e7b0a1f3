import pytest

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.people import Labelled, Person
from givenet_tui.exchange.reading import read
from givenet_tui.exchange.vcard_person import person_of
from tests.exchange.samples import card


def one(*lines: str | bytes, version: str = "3.0") -> Person:
    (person,) = read(card(*lines, version=version), "one.vcf").people
    return person


def kept(*lines: str, version: str = "3.0") -> list[str]:
    extra: list[str] = one("FN:Ada", *lines, version=version).extra.get("vcard", [])
    return extra


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Ada", "N:Lovelace;Countess;;;"], "Ada"),
        (["FN: ", "N:Lovelace;Ada;Augusta,King;Lady;Hon."], "Lady Ada Augusta King Lovelace Hon."),
        (["N:;;;;", "ORG:Engines;Research"], "Engines, Research"),
        (["ORG:;", "NICKNAME:Enchantress"], "Enchantress"),
        (["EMAIL:ada@example.org"], "ada@example.org"),
        (["N:O\\;Neil;Ada"], "Ada O;Neil"),
    ],
)
def test_the_name_is_the_first_of_what_a_card_has(lines: list[str], name: str) -> None:
    assert one(*lines).name == name


def test_in_2_1_a_comma_in_a_name_is_a_comma() -> None:
    assert one("N:Doe;John, Jr.", version="2.1").name == "John, Jr. Doe"


def test_escapes_mean_what_they_say() -> None:
    person = one(r"FN:a\, b\; c\\n\nd\Ne\:f\x", r"NOTE:one\n\ntwo")
    assert person.name == "a, b; c\\n\nd\ne:f\\x"
    assert person.about == "one\n\ntwo"


def test_a_backslash_in_quoted_printable_is_one() -> None:
    assert one("FN:a", r"NOTE;QUOTED-PRINTABLE:C:\new=0D=0Aline\;", version="2.1").about == "C:\\new\nline;"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("TEL;TYPE=CELL,VOICE,pref:1", "cell"),
        ("TEL;type=WORK;type=FAX:1", "work fax"),
        ('TEL;VALUE=uri;TYPE="voice,home":tel:1', "home"),
        ("TEL;CELL;PREF:1", "cell"),
        ("TEL:1", ""),
        ("TEL;TYPE=:1", ""),
    ],
)
def test_types_become_a_label_when_they_say_something(line: str, label: str) -> None:
    assert one("FN:a", line).phones == (Labelled("1", label),)
    assert kept(line) == []


@pytest.mark.parametrize(
    ("written", "label"),
    [("_$!<Work>!$_", "work"), ("_$!<HomePage>!$_", "homepage"), ("My\\, own", "My, own"), ("", ""), ("_$!<>!$_", "")],
)
def test_a_label_of_its_own_stands_in_the_group(written: str, label: str) -> None:
    person = one("FN:a", "ITEM1.EMAIL;type=INTERNET:a@b", f"iTEM1.X-ABLabel:{written}")
    assert person.emails == (Labelled("a@b", label),)
    assert person.extra == {}


def test_the_preferred_value_stands_first() -> None:
    three = one("FN:a", "EMAIL:x@y", "EMAIL;TYPE=work:w@y", "EMAIL;TYPE=home,PREF:h@y")
    assert [email.value for email in three.emails] == ["h@y", "x@y", "w@y"]
    four = one("FN:a", "EMAIL;PREF=20:x@y", "EMAIL;PREF=oops:w@y", "EMAIL;PREF=1:h@y", version="4.0")
    assert [email.value for email in four.emails] == ["h@y", "x@y", "w@y"]


def test_schemes_that_say_nothing_are_left_out() -> None:
    person = one("FN:a", "TEL;VALUE=uri:TEL:+1-2", "EMAIL:mailto:a@b", r"URL:http\://x.example")
    assert (person.phones[0].value, person.emails[0].value) == ("+1-2", "a@b")
    assert person.urls[0].value == "http://x.example"


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1960-04-15", Birthday(4, 15, 1960)),
        ("BDAY:19600415", Birthday(4, 15, 1960)),
        ("BDAY;VALUE=date:1960-04-15", Birthday(4, 15, 1960)),
        ("BDAY:--0415", Birthday(4, 15)),
        ("BDAY:--04-15", Birthday(4, 15)),
        ("BDAY:--0229", Birthday(2, 29)),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09", Birthday(5, 9)),
        ("BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1900:1900-05-09", Birthday(5, 9)),
        ("BDAY:1604-02-29", Birthday(2, 29)),
        ("BDAY:0000-05-09", Birthday(5, 9)),
    ],
)
def test_every_form_of_birthday_is_read(line: str, birthday: Birthday) -> None:
    assert one("FN:a", line).birthday == birthday
    assert kept(line) == []


def test_a_birthday_with_its_hour_is_read_and_kept() -> None:
    for line in ("BDAY:1960-04-15T23:30:00Z", "BDAY:19600415T000000", "BDAY;VALUE=date-and-or-time:--0415T10"):
        assert str(one("FN:a", line).birthday).endswith("04-15")
        assert kept(line) == [line]


@pytest.mark.parametrize("value", ["1960", "1960-02-30", "---15", "15/04/1960", "--1315", "١٩٦٠-٠٤-١٥", "9" * 5000])
def test_a_birthday_that_names_no_day_is_kept_and_reported(value: str) -> None:
    reading = read(card("FN:a", f"BDAY:{value}"), "x")
    assert reading.people[0].birthday is None
    assert reading.people[0].extra["vcard"] == [f"BDAY:{value}"]
    assert [problem.line for problem in reading.problems] == [4]


def test_a_birthday_in_words_is_kept_without_a_complaint() -> None:
    reading = read(card("FN:a", "BDAY;VALUE=TEXT:circa 1960", version="4.0"), "x")
    assert reading.people[0].extra["vcard"] == ["BDAY;VALUE=TEXT:circa 1960"]
    assert reading.problems == ()


def test_categories_are_tags_and_googles_own_groups_are_not() -> None:
    person = one("FN:a", r"CATEGORIES:myContacts,Book club,a\,b,,Book club", "CATEGORIES:work")
    assert person.tags == ("Book club", "a,b", "work")
    assert person.extra["vcard"] == ["CATEGORIES:myContacts"]


def test_the_rest_of_a_card_has_its_fields() -> None:
    person = one(
        "FN:a", "NICKNAME:Al,Ali", "ORG:Engines", "TITLE:Dr.", "ADR:;;Ring 1;Wien;;1010;Österreich", "NOTE:1", "NOTE:2"
    )
    assert (person.nickname, person.organization, person.title) == ("Al, Ali", "Engines", "Dr.")
    assert (person.location, person.about) == ("Ring 1, Wien, 1010, Österreich", "1\n\n2")
    assert one("FN:a", "ROLE:Teacher").title == "Teacher"
    assert one("FN:a", "ADR;TYPE=home:;;;Rom;;;", "ADR;TYPE=work,pref:;;;Wien;;;").location == "Wien"


def test_what_a_person_has_no_field_for_is_kept_as_it_was() -> None:
    lines = [
        "N:Lovelace;Ada;;;",
        "ORG:Engines;Research",
        "FN:Ada once more",
        "TITLE;LANGUAGE=de:Gräfin",
        "ROLE:Writer",
        "ADR;TYPE=home:;;12 St James's Square;London;;;",
        "item7.X-ABDATE;type=pref:2015-06-01",
        "item7.X-ABLabel:_$!<Anniversary>!$_",
        r"X-SOCIALPROFILE;type=x:http\://x.example/a\,b",
        "EMAIL;X-CLOUD=yes:a@b",
        "item8.TEL;type=WORK:1",
        "item8.X-ABLabel:Desk",
        "GEO:51.5;-0.1",
    ]
    assert kept(*lines, "REV:2024", "PRODID:x", "PRODID:y", "item9.X-ABLabel:", "NOTE:", "N:;;;;") == lines


def test_kept_lines_can_be_read_again() -> None:
    person = one("FN:a", "N:Lovelace;Ada;;;", "ORG:Engines;Research", "ADR:;;Ring 1;London;;;")
    again = person_of(person.extra["vcard"])
    assert again is not None
    assert (again.organization, again.location, again.name) == ("Engines, Research", "Ring 1, London", "Ada Lovelace")
    assert person_of(["NOTE:nobody", "no line"]) is None


def test_the_uid_is_the_source_and_an_empty_one_is_none() -> None:
    assert one("FN:a", "UID:urn:uuid:1").sources[0].key == "urn:uuid:1"
    assert one("FN:a", "UID: ").sources == one("FN:a").sources


def test_hostile_names_stay_as_they_are() -> None:
    names = [
        "[/]",
        "[@click=app.quit]x[/]",
        "\x1b]0;owned\x07x",
        "a\u202eb\u200d\ufe0f",
        "=cmd|x",
        "a\x00b",
        "x" * 100_000,
    ]
    for name in names:
        person = one(f"FN:{name}".replace(";", "\\;"))
        assert person.name == name
