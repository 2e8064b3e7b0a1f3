"""From bytes to text: byte order marks, UTF-16, the charsets that old cards name. U+FFFD for what is no text."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200

# A file names its charset, and Python's codecs reach further than charsets (rot13, punycode): only these are used.
_CHARSETS = frozenset(
    {f"iso-8859-{number}" for number in range(1, 17) if number != 12}
    | {f"windows-{number}" for number in range(1250, 1259)}
    | {f"cp{number}" for number in (437, 850, 852, 866, 932, 936, 949, 950, *range(1250, 1259))}
    | {"latin-1", "latin1", "shift-jis", "sjis", "windows-31j", "euc-jp", "iso-2022-jp", "gb2312", "gbk", "gb18030"}
    | {"big5", "euc-kr", "koi8-r", "koi8-u", "macintosh"}
)


def as_utf8(data: bytes) -> bytes:
    """The same text in UTF-8 without a byte order mark. Bytes that are no text are left as they are."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            return data if encoding == "utf-8" else _recoded(data, encoding)
    # Without a mark, text of these files begins in ASCII: every other byte of UTF-16 is then zero.
    sample = data[:_SAMPLE]
    if len(sample) >= 4:
        if not any(sample[1:8:2]) and all(sample[0:8:2]):
            return _recoded(data, "utf-16-le")
        if not any(sample[0:8:2]) and all(sample[1:8:2]):
            return _recoded(data, "utf-16-be")
    return data


def _recoded(data: bytes, encoding: str) -> bytes:
    return data.decode(encoding, "replace").encode()


def decoded(data: bytes, charset: str = "") -> str:
    """Text out of bytes in a charset that a card names: UTF-8 when it names none, or one that is not known."""
    name = charset.strip().lower().replace("_", "-")
    return data.decode(name if name in _CHARSETS else "utf-8", "replace")
