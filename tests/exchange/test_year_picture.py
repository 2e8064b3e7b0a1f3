"""The picture of a year: well-formed whatever the texts are, whole in itself, and without anybody's name."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from givenet_tui.domain.book import Book
from givenet_tui.domain.records import changed
from givenet_tui.domain.year import year
from givenet_tui.exchange.year_picture import year_picture
from tests.factories import TODAY, aspiration, came_back, objective, offer, person, touch
from tests.hostile import CONTROL, HOSTILE, NASTY, SURROGATES

SVG = "{http://www.w3.org/2000/svg}"


def drawn(book: Book, number: int = 2026, starts_on: str = "monday") -> ET.Element:
    return ET.fromstring(year_picture(year(book, number), TODAY, starts_on))


def words(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def test_it_shows_the_days_the_bars_and_the_words() -> None:
    ada = person()
    hope = aspiration(ada, kind="hope", status="fulfilled")
    book = Book([
        ada, hope, objective(), objective("run", status="reached"), touch(ada, on=date(2026, 3, 5)),
        offer(ada, "done", date(2026, 3, 3), serves=hope.id), offer(ada, "done", date(2026, 3, 3), part="resource"),
        offer(ada, "offered", date(2026, 4, 1)), came_back(ada, on=date(2026, 5, 1)),
    ])  # fmt: skip
    svg = drawn(book)
    titles = [title.text for title in svg.iter(f"{SVG}title")]
    assert titles[0] == "A year of giving: 2026"
    assert {"Tuesday 3 March: 2 given", "Thursday 5 March: in touch", "Wednesday 1 April: in touch"} <= set(titles)
    assert "March 2026: 1 done to raise up, 1 to be a resource" in titles
    assert "○ publish the compiler book ✓ run" in " ".join(words(svg))
    described = svg.findtext(f"{SVG}desc") or ""
    assert described.startswith("2 given. By month: March 2. For 1 hope; it has come true. Something came back in May.")
    assert svg.get("role") == "img"
    assert len(list(svg.iter(f"{SVG}rect"))) > 365 + 12 * 10


def test_nobody_is_named_and_no_words_of_theirs_are_in_it() -> None:
    ada = person("Ada Secretname", organization="Secretname")
    done = changed(offer(ada, "done"), what="Secretname", outcome="Secretname")
    book = Book(
        [
            ada,
            aspiration(ada, "Secretname"),
            done,
            touch(ada, text="Secretname"),
            came_back(ada, "Secretname"),
            objective("print"),
        ]
    )
    picture = year_picture(year(book, 2026), TODAY)
    assert b"Secretname" not in picture
    assert b"print" in picture


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_an_objective_says_the_picture_is_well_formed_and_harmless(name: str) -> None:
    svg = drawn(Book([objective(HOSTILE[name])]))
    assert all(CONTROL.search(text) is None for text in words(svg))
    assert max(map(len, words(svg))) <= 600  # marks upon a letter take no room


def test_what_xml_forbids_and_what_would_end_it_is_drawn_as_text() -> None:
    texts = ["a]]>b & <svg/>", "\ufffe\uffff\x00\x0b", *SURROGATES[:3], *NASTY]
    shown = words(drawn(Book(map(objective, texts[:8]))))
    assert "a]]>b & <svg/>" in shown
    assert "��␀␋" in shown
    assert "invoice‹U+202E›gpj.exe" in words(drawn(Book([objective(NASTY[3])])))


def test_long_objectives_are_cut_and_too_many_are_counted() -> None:
    shown = words(drawn(Book([objective("long " * 50), *(objective(f"number {n}") for n in range(11))])))
    (cut,) = [text for text in shown if text.startswith("long")]
    assert cut.endswith("…")
    assert len(cut) <= 54
    assert "and 4 more" in shown


def test_it_needs_nothing_from_anywhere() -> None:
    svg = drawn(Book([person(), objective("see https://example.org")]))
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= {
        "svg", "g", "title", "desc", "text", "rect", "circle",
    }  # fmt: skip
    assert not [name for element in svg.iter() for name in element.keys() if "href" in name or name == "style"]  # noqa: SIM118


@pytest.mark.parametrize("number", [1, 2024, 2030, 9999])
def test_any_year_can_be_drawn_and_weeks_start_where_the_user_wants(number: int) -> None:
    shown = words(drawn(Book(), number, "sunday"))
    assert shown[0] == str(number)
    assert "nothing given yet" in shown
    assert [text for text in shown if text in {"Sun", "Mon", "Sat"}] == ["Sun", "Mon", "Sat"]
