import pytest

from givenet_tui.exchange import cards, unfolding
from givenet_tui.exchange.cards import TooManyCards, read_cards
from tests.exchange.samples import card


def shape(data: bytes) -> list[tuple[int, list[str]]]:
    return [(one.number, [line.written for line in one.lines]) for one in read_cards(data)[0]]


def test_a_card_that_never_ends_is_closed_by_the_next_one_and_reported_by_its_line() -> None:
    found, _ = read_cards(b"BEGIN:VCARD\nFN:a\nBEGIN:VCARD\nFN:b\nEND:VCARD\nBEGIN:VCARD\nFN:c\n")
    assert [[line.value for line in one.lines] for one in found] == [["a"], ["b"], ["c"]]
    assert [[problem.line for problem in one.problems] for one in found] == [[1], [], [6]]


def test_text_between_cards_is_reported_once_and_hurts_no_card() -> None:
    found, problems = read_cards(b"Hello\nthere\n" + card("FN:a") + b"\n\nEND:VCARD\nbye\n" + card("FN:b"))
    assert [len(one.lines) for one in found] == [2, 2]
    assert [problem.line for problem in problems] == [1, 9]


def test_a_card_inside_an_agent_is_a_part_of_the_other() -> None:
    inner = b"BEGIN:VCARD\nFN:in;ner\nEND:VCARD\n"
    assert shape(b"BEGIN:VCARD\nFN:outer\nAGENT:\n" + inner + b"TITLE:t\nEND:VCARD\n") == [
        (1, ["FN:outer", r"AGENT:BEGIN:VCARD\nFN:in\;ner\nEND:VCARD", "TITLE:t"])
    ]


def test_an_agent_inside_an_agent_ends_where_it_should() -> None:
    data = b"BEGIN:VCARD\nFN:a\n" + b"AGENT:\nBEGIN:VCARD\nFN:b\n" * 3 + b"END:VCARD\n" * 4 + card("FN:z")
    assert [one.lines[0].value for one in read_cards(data)[0]] == ["a", "3.0"]
    assert read_cards(data)[1] == []


def test_an_agent_whose_card_never_ends_leaves_the_next_card_alone() -> None:
    found, _ = read_cards(b"BEGIN:VCARD\nFN:a\nAGENT:\nBEGIN:VCARD\nFN:b\n" + card("FN:z"))
    assert len(found) == 2
    assert found[0].lines[-1].written == r"AGENT:BEGIN:VCARD\nFN:b\nEND:VCARD"


def test_a_line_that_is_none_and_another_component_are_reported_and_the_rest_comes_in() -> None:
    found, _ = read_cards(card("FN:a", "lost words", "BEGIN:VEVENT", "END:VEVENT", "TITLE:t"))
    assert [line.name for line in found[0].lines] == ["VERSION", "FN", "TITLE"]
    assert [problem.line for problem in found[0].problems] == [4, 5, 6]


def test_a_line_or_a_card_beyond_the_bound_loses_only_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unfolding, "LONGEST_LINE", 50)
    monkeypatch.setattr(cards, "LARGEST_CARD", 60)
    found, _ = read_cards(card("FN:a", "PHOTO;X=1:" + "A" * 90, "NOTE:" + "b" * 40, "TITLE:too much", "ROLE:r"))
    assert [line.name for line in found[0].lines] == ["VERSION", "FN", "NOTE"]
    sentences = [problem.sentence for problem in found[0].problems]
    assert [sentence.split()[0] for sentence in sentences] == ["PHOTO", "TITLE", "ROLE"]


def test_a_file_of_too_many_cards_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "MOST_PEOPLE", 2)
    assert len(read_cards(card("FN:a") * 2)[0]) == 2
    with pytest.raises(TooManyCards):
        read_cards(card("FN:a") * 3)
