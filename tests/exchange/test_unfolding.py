import pytest

from givenet_tui.exchange import unfolding
from givenet_tui.exchange.unfolding import unfold


def whole(data: bytes) -> list[bytes]:
    return [line.data for line in unfold(data)]


def test_a_fold_by_one_space_or_tab_goes_away_with_the_line_end() -> None:
    assert whole(b"NOTE:one\r\n  two\r\n\tthree\r\nFN:x\r\n") == [b"NOTE:one twothree", b"FN:x"]


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_every_kind_of_line_end_counts(end: bytes) -> None:
    data = end.join([b"BEGIN:VCARD", b"FN:Ada", b" Love", b"END:VCARD", b""])
    assert whole(data) == [b"BEGIN:VCARD", b"FN:AdaLove", b"END:VCARD"]


def test_a_fold_in_the_middle_of_a_character_joins_its_bytes() -> None:
    data = "FN:Zoë".encode()
    assert whole(data[:-1] + b"\n " + data[-1:]) == [data]


def test_lines_are_numbered_where_they_begin() -> None:
    lines = list(unfold(b"\nFN:a\n b\n\nNOTE:c\n"))
    assert [(line.number, line.data) for line in lines] == [(2, b"FN:ab"), (5, b"NOTE:c")]


def test_a_soft_break_joins_the_next_line_without_a_space() -> None:
    data = b"NOTE;ENCODING=QUOTED-PRINTABLE:=C3=\n=A9 and=\n more\nFN:x\n"
    assert whole(data) == [b"NOTE;ENCODING=QUOTED-PRINTABLE:=C3=A9 andmore", b"FN:x"]


def test_in_2_1_the_space_after_a_soft_break_is_text() -> None:
    data = b"BEGIN:VCARD\nVERSION:2.1\nNOTE;QUOTED-PRINTABLE:and=\n more\n"
    assert whole(data)[-1] == b"NOTE;QUOTED-PRINTABLE:and more"


def test_an_equals_sign_at_the_end_joins_nothing_without_quoted_printable() -> None:
    assert whole(b"NOTE:a=\nFN:x\n") == [b"NOTE:a=", b"FN:x"]


def test_a_soft_break_swallows_neither_an_empty_line_nor_the_end_of_the_card() -> None:
    assert whole(b"NOTE;QUOTED-PRINTABLE:a=\n\nFN:x\n") == [b"NOTE;QUOTED-PRINTABLE:a=", b"FN:x"]
    assert whole(b"NOTE;QUOTED-PRINTABLE:a=\nEND:VCARD\n") == [b"NOTE;QUOTED-PRINTABLE:a=", b"END:VCARD"]


def test_in_2_1_the_white_space_of_a_fold_stays_unless_it_parts_a_character() -> None:
    start = b"BEGIN:VCARD\nVERSION:2.1\n"
    assert whole(start + b"NOTE:one\n two\n")[-1] == b"NOTE:one two"
    assert whole(start + b"NOTE:\xc3\n \xa9\n")[-1] == b"NOTE:\xc3\xa9"
    assert whole(start + b"END:VCARD\nBEGIN:VCARD\nNOTE:one\n two\n")[-1] == b"NOTE:onetwo"


def test_base64_goes_on_over_lines_without_a_space_until_an_empty_one() -> None:
    data = b"PHOTO;ENCODING=BASE64;JPEG:\nAAAA\nBBBB\n\nCCCC\n"
    assert whole(data) == [b"PHOTO;ENCODING=BASE64;JPEG:AAAABBBB", b"CCCC"]
    assert whole(b"PHOTO;BASE64:AAAA\nFN:x\n") == [b"PHOTO;BASE64:AAAA", b"FN:x"]


def test_an_empty_line_between_folded_lines_is_passed_over() -> None:
    assert whole(b"NOTE:one\n\n two\n") == [b"NOTE:onetwo"]


def test_nothing_is_folded_onto_the_mark_of_a_card() -> None:
    assert whole(b"END:VCARD\n  BEGIN : vcard\nFN:x\n") == [b"END:VCARD", b"  BEGIN : vcard", b"FN:x"]


def test_a_line_beyond_the_bound_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unfolding, "LONGEST_LINE", 20)
    lines = list(unfold(b"NOTE:" + b"\n aaaa" * 5 + b"\nFN:x\n"))
    assert [(len(line.data), line.cut) for line in lines] == [(20, True), (4, False)]
