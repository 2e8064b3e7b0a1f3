import pytest

from givenet_tui.exchange.content_lines import ContentLine, parse
from givenet_tui.exchange.unfolding import Unfolded


def parsed(data: bytes, old: bool = False) -> ContentLine:
    line = parse(Unfolded(1, data, old))
    assert line is not None
    return line


def test_a_line_has_a_group_a_name_parameters_and_a_value() -> None:
    line = parsed(b"item1.email;type=INTERNET;type=home,pref:ada@example.org")
    assert (line.group, line.name, line.value) == ("item1", "EMAIL", "ada@example.org")
    assert line.parameters == {"TYPE": ("INTERNET", "home", "pref")}
    assert line.written == "item1.email;type=INTERNET;type=home,pref:ada@example.org"


def test_quoted_parameters_may_hold_colons_semicolons_and_commas() -> None:
    line = parsed(b'ADR;LABEL="Ring 1; Wien: 1010";TYPE="work,voice":;;Ring 1')
    assert line.parameters == {"LABEL": ("Ring 1; Wien: 1010",), "TYPE": ("work", "voice")}
    assert line.value == ";;Ring 1"


def test_a_quote_that_never_closes_does_not_hide_the_value() -> None:
    assert parsed(b'NOTE;X="a:say "hello"').value == 'say "hello"'
    assert parsed(b'NOTE;X="a:b').value == "b"


def test_carets_in_parameters_are_read_as_rfc_6868_says() -> None:
    assert parsed(b"ADR;LABEL=a^nb^^c^'d^x:v").parameters["LABEL"] == ('a\nb^c"d^x',)


def test_parameters_of_2_1_need_no_name() -> None:
    line = parsed(b"TEL;CELL;PREF:123", old=True)
    assert line.parameters == {"TYPE": ("CELL", "PREF")}
    assert line.written == "TEL;TYPE=CELL,PREF:123"


def test_quoted_printable_is_decoded_bytes_first_then_the_charset() -> None:
    assert parsed(b"FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=A9=E7=8E=8B").value == "é王"
    assert parsed(b"FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Ren=E9e").value == "Renée"
    assert parsed(b"FN;CHARSET=Shift_JIS:" + "表".encode("shift_jis")).value == "表"


@pytest.mark.parametrize("charset", [b"utf-7", b"rot13", b"punycode", b"unicode_escape", b"nonsense", b"\xff", b""])
def test_a_charset_that_is_none_is_read_as_utf_8(charset: bytes) -> None:
    assert parsed(b"FN;CHARSET=" + charset + b":a+b-\xc3\xa9").value == "a+b-é"


def test_what_is_kept_of_2_1_can_stand_in_a_card_of_3_0() -> None:
    data = rb"X-A;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE;HOME:C:\new=0D=0A=C3=A9\;=3D"
    assert parsed(data).written == r"X-A;TYPE=HOME:C:\\new\né\;="
    assert parsed(b"PHOTO;ENCODING=BASE64;JPEG:AAAA", old=True).written == "PHOTO;ENCODING=b;TYPE=JPEG:AAAA"
    assert parsed(b'X-A;HOME;Y="a;b":v', old=True).written == 'X-A;TYPE=HOME;Y="a;b":v'


def test_bytes_that_are_no_text_become_the_replacement_character() -> None:
    assert parsed(b"FN:a\xffb").value == "a\ufffdb"
    assert parsed(b"FN:\xed\xa0\x80").value == "\ufffd" * 3


@pytest.mark.parametrize("data", [b"", b"no colon", b":", b"two words:x", "Ünï:x".encode(), b"a.:x", b";TYPE=x:y"])
def test_what_is_no_content_line_is_none(data: bytes) -> None:
    assert parse(Unfolded(1, data)) is None


LONG = 200_000


@pytest.mark.parametrize(
    "data",
    [
        b"X;A=" + b'"' * LONG + b":v",
        b"X;A=" + b'":' * LONG + b":v",
        b"X" + b";a" * LONG + b":v",
        b"X" + b";a=b" * LONG + b":v",
        b"X;A=" + b"^" * LONG + b":v",
        b"X;A=" + b"a\\" * LONG + b":" + b"\\" * LONG,
        b"X;QUOTED-PRINTABLE:" + b"=" * LONG,
        b"a." * LONG + b"X:v",
    ],
    ids=range(8),
)
def test_no_line_is_so_strange_that_it_never_comes_to_an_end(data: bytes) -> None:
    # An exponential or quadratic reader would still be at it when the run is called off.
    assert parsed(data).name == "X"
