"""The book for other programs: all of it, nothing of the trash, and every text as text wherever it is read."""

import csv
import io
import json
import re
from datetime import date
from html.parser import HTMLParser
from itertools import islice

import pytest
import vobject  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

from givenet_tui.domain.birthdays import Birthday
from givenet_tui.domain.book import KINDS_OF_RECORD, Book
from givenet_tui.domain.change import edited
from givenet_tui.domain.check_ins import CheckIn
from givenet_tui.domain.people import Labelled
from givenet_tui.domain.records import Record, changed
from givenet_tui.exchange.export.calendar import calendar, days_in
from givenet_tui.exchange.export.formats import FORMATS, held, written
from givenet_tui.exchange.export.markdown import markdown
from givenet_tui.exchange.export.people_table import COLUMNS, people_table
from givenet_tui.exchange.export.web_page import web_page
from givenet_tui.exchange.export.whole_book import whole_book
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import CONTROL, HOSTILE, NASTY

ADA = person("Ada Lovelace", birthday=Birthday(2, 29), about="# Notes\n\n```\nnever closed", tags=("close",))
GRACE = person("Grace Hopper", archived_on=TODAY, introduced_by=ADA.id, birthday=Birthday(12, 9, 1906))
GONE = person("Gus", deleted_at="2026-11-20T10:00:00.000Z", birthday=Birthday(1, 1))
MINE = objective()
GOAL = aspiration(ADA, horizon="2027-03-12", heard_where="on a walk")
OFFER = offer(ADA, "offered", serves=GOAL.id, due=date(2026, 11, 30), outcome="")
DAY = CheckIn(id=77, created_at="2026-11-20T10:00:00.000Z", on=TODAY, reflection="A good day.")
RECORDS: list[Record] = [
    ADA, GRACE, GONE, MINE, GOAL, OFFER, DAY, touch(ADA, GRACE, text="tea\nand cake"),
    came_back(ADA, "a letter", objective=MINE.id),
]  # fmt: skip
BOOK = Book(RECORDS)

ORDINARY = {name: text for name, text in HOSTILE.items() if len(text) < 2_000 and text.strip()}


def around(text: str) -> Book:
    """A book in which every text is this one."""
    who = person(
        text, nickname=text, organization=text, location=text, emails=(Labelled(text, text),), tags=(text,),
        about=text, birthday=Birthday(1, 2),
    )  # fmt: skip
    goal = aspiration(who, text, heard_where=text, horizon=text)
    gift = offer(who, "accepted", what=text, outcome=text, serves=goal.id, due=TODAY)
    return Book([who, goal, changed(gift, what=text), touch(who, text=text), objective(text)])


@pytest.mark.parametrize("name", FORMATS)
def test_what_lies_in_the_trash_is_in_none_of_them_and_an_empty_book_is_no_fault(name: str) -> None:
    assert b"Ada" in written(name, BOOK, TODAY)
    assert b"Gus" not in written(name, BOOK, TODAY)
    written(name, Book(), TODAY)
    assert held(name, BOOK) == ("2 days are" if name == "ics" else "2 people are")


# --- JSON ----------------------------------------------------------------------------------------


def test_json_has_every_table_with_the_names_of_the_file_and_ids() -> None:
    tables = json.loads(whole_book(BOOK))
    assert list(tables) == [kind.table for kind in KINDS_OF_RECORD]
    assert [one["id"] for one in tables["people"]] == [ADA.id, GRACE.id]
    assert tables["people"][1]["introduced_by"] == ADA.id
    assert tables["offers"][0]["steps"] == [{"status": "offered", "on": "2026-11-22"}]
    assert tables["check_ins"][0]["reflection"] == "A good day."


@pytest.mark.parametrize("name", HOSTILE)
def test_json_gives_every_text_back_and_holds_nothing_that_a_terminal_obeys(name: str) -> None:
    data = whole_book(around(HOSTILE[name]))
    assert CONTROL.search(data.decode()) is None
    tables = json.loads(data)
    assert (tables["people"][0]["name"], tables["people"][0].get("about", "")) == (HOSTILE[name],) * 2


# --- CSV -----------------------------------------------------------------------------------------


def rows(book: Book) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(people_table(book).decode(), newline="")))


def test_the_table_has_a_row_a_person_and_names_what_is_in_it() -> None:
    ada, grace = rows(BOOK)
    assert list(ada) == list(COLUMNS)
    assert (ada["name"], ada["about"], ada["last_touch"]) == (ADA.name, ADA.about, "2026-11-22")
    assert (grace["introduced_by"], grace["birthday"], grace["archived_on"]) == (ADA.name, "1906-12-09", str(TODAY))


@pytest.mark.parametrize("name", ORDINARY)
def test_no_cell_is_a_formula_and_none_loses_a_letter(name: str) -> None:
    (row,) = rows(around(HOSTILE[name]))
    for column in ("name", "nickname", "tags", "about"):
        assert row[column].removeprefix("'") == HOSTILE[name].removeprefix("'")
        assert row[column].lstrip()[:1] not in set("=+-@") or not row[column]


def test_a_telephone_number_keeps_its_plus() -> None:
    (row,) = rows(Book([person("=1+1", phones=(Labelled("+44 20 7946 0001"), Labelled("+1 (212) 555", "work")))]))
    assert (row["name"], row["phones"]) == ("'=1+1", "'+44 20 7946 0001; work: +1 (212) 555")
    (row,) = rows(Book([person("Ada", phones=(Labelled("+44 20 7946 0001"), Labelled("+1 (212) 555")))]))
    assert row["phones"] == "+44 20 7946 0001; +1 (212) 555"


# --- to be read ----------------------------------------------------------------------------------


class Text(HTMLParser):
    """The text of a page, and the names of its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words, self.tags = "", set[str]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag == "br":
            self.words += "\n"

    def handle_data(self, data: str) -> None:
        self.words += data


def squeezed(text: str) -> str:
    """The text without white space: how it breaks is the reader's."""
    return "".join(text.split())


def shown(text: str) -> str:
    """As a text reads once it was made harmless."""
    return "".join(
        f"‹U+{ord(one):04X}›" if re.match("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]", one) and one != "\x7f"
        else chr(0x2400 + ord(one)) if (ord(one) < 32 and not one.isspace()) or one in "\x0b\x0c\x1c\x1d\x1e\x1f"
        else "␡" if one == "\x7f"
        else one
        for one in text
    )  # fmt: skip


@pytest.mark.parametrize("name", ORDINARY)
def test_markdown_shows_what_was_written_letter_by_letter(name: str) -> None:
    told = aspiration(ADA, ORDINARY[name])
    data = markdown(Book([changed(ADA, about=""), told]), TODAY).decode()
    assert CONTROL.search(data) is None
    page = Text(MarkdownIt("commonmark").enable("table").render(data))
    assert page.tags <= {"h1", "h2", "h3", "h4", "ul", "li", "p", "br", "em"}
    assert squeezed(shown(ORDINARY[name])) in squeezed(page.words)


def test_markdown_reads_as_a_notebook_and_a_note_ends_with_itself() -> None:
    text = markdown(BOOK, TODAY).decode()
    for words in (
        "# My circle\n", "## What I want to reach in 2026\n\n- publish the compiler book",
        "## November 2026: Raise up\n\n- *offered*: Ada Lovelace: Read the proofs of Note G",
        "## My days\n\n- *22 Nov 2026*: A good day.", "### Ada Lovelace\n\n- Birthday: 29 February\n- Tags: close",
        "#### Goals\n\n- see the Notes translated\n  - Heard: on a walk\n  - When: by 12 Mar 2027",
        "#### Notes\n\n> # Notes\n>\n> ```\n> never closed\n\n#### Between us",
        "tea\\\n  and cake\n  - With: Grace Hopper",
        "- Introduced by: Ada Lovelace\n- Rests since: 22 Nov 2026",
    ):  # fmt: skip
        assert words in text
    assert MarkdownIt("commonmark").render(text).count("<h4>") == text.count("\n#### ")


PLAIN = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "dl", "dt", "dd", "ul", "li", "span",
    "div",
}  # fmt: skip


@pytest.mark.parametrize("name", ORDINARY)
def test_a_web_page_is_text_and_never_a_script(name: str) -> None:
    data = web_page(around(ORDINARY[name]), TODAY).decode()
    assert CONTROL.search(data) is None
    page = Text(data)
    assert page.tags <= PLAIN
    assert page.words.count("What came of it") == 2
    assert squeezed(shown(ORDINARY[name])) in squeezed(page.words)


def test_a_web_page_needs_nothing_from_anywhere() -> None:
    page = web_page(BOOK, TODAY).decode()
    assert not re.search(r"https?:|\ssrc=|<link|<script|url\(|@import", page)
    assert "prefers-color-scheme: dark" in page
    assert "Content-Security-Policy" in page


# --- calendar ------------------------------------------------------------------------------------


def test_a_calendar_has_the_birthdays_of_the_circle_and_the_promised_days() -> None:
    lines = calendar(BOOK).decode().split("\r\n")
    assert lines.count("BEGIN:VEVENT") == days_in(BOOK) == 2
    assert "SUMMARY:Birthday of Ada Lovelace" in lines
    assert "DTSTART;VALUE=DATE:20000229" in lines
    assert "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" in lines
    assert f"UID:promise-{OFFER.id}@givenet" in lines
    assert "DTSTART;VALUE=DATE:20261130" in lines
    assert "DTEND;VALUE=DATE:20261201" in lines


def test_a_reader_that_many_trust_finds_the_same_days() -> None:
    events = vobject.readOne(calendar(BOOK).decode()).vevent_list
    assert [event.summary.value for event in events] == [
        "Birthday of Ada Lovelace", "Ada Lovelace: Read the proofs of Note G",
    ]  # fmt: skip
    assert events[1].dtstart.value == date(2026, 11, 30)
    years = islice(events[0].rruleset, 5)
    assert [f"{day:%-d %b %Y}" for day in years] == [
        "29 Feb 2000", "28 Feb 2001", "28 Feb 2002", "28 Feb 2003", "29 Feb 2004",
    ]  # fmt: skip


def test_a_day_keeps_its_uid_when_its_words_change() -> None:
    now = BOOK.apply(edited("words", OFFER, changed(OFFER, what="Read it all")))
    before, after = (re.findall("UID:.*", calendar(book).decode()) for book in (BOOK, now))
    assert before == after
    assert calendar(now) != calendar(BOOK)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_breaks_a_calendar(name: str) -> None:
    data = calendar(around(HOSTILE[name]))
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines if line.startswith((b"BEGIN", b"END"))] == [
        "BEGIN:VCALENDAR", *("BEGIN:VEVENT", "END:VEVENT") * 2, "END:VCALENDAR",
    ]  # fmt: skip
    assert CONTROL.search(data.decode().replace("\r\n", "\n")) is None


def test_nasty_texts_are_in_every_format_together() -> None:
    book = Book([record for text in NASTY for table in around(text).records.values() for record in table.values()])
    for name in FORMATS:
        assert written(name, book, TODAY)
