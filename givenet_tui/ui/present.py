"""The only place where users' text becomes something drawn. Never markup, never a control sequence.

Everything here takes text as it stands in the book. Widths are terminal cells, as Textual counts them.
"""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from givenet_tui import plain

TOAST_LIMIT = 300
_JOINERS = re.compile("\u200d+")


def text(words: str, style: str = "") -> Content:
    """One line, in a style of Textual's (`bold $muted`)."""
    return Content.styled(_line(words), style)


def lines(words: str, style: str = "") -> Content:
    """As many lines as the text has."""
    return Content.styled(_block(words), style)


def joined(*pieces: str | Content | tuple[str, str]) -> Content:
    """One line of pieces, each a text, a text with its style, or what another function here made."""
    return Content.assemble(*map(_harmless, pieces))


def toast(words: str) -> str:
    """What `notify(…, markup=False)` may be handed: of a long sentence the beginning, and the end, which says what."""
    if len(words) <= TOAST_LIMIT:
        return _line(words)
    return f"{_line(words[: TOAST_LIMIT - 100])} … {_line(words[-97:])}"


def cells(words: str) -> int:
    """How wide the text is, drawn as one line."""
    return cell_len(_line(words))


def cut(words: str, width: int) -> str:
    """The text as one line of at most `width` cells; what is cut ends in …."""
    drawn = _line(words)
    return drawn if cell_len(drawn) <= width else _cut(drawn, width)


def padded(words: str, width: int, right: bool = False) -> str:
    """The text as one line of just `width` cells, cut or filled with spaces; `right` moves it to the right."""
    drawn = cut(words, width)
    space = " " * (width - cell_len(drawn))
    return space + drawn if right else drawn + space


def wrap(words: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken between words where that can be. No word is lost."""
    width = max(1, width)
    wrapped: list[str] = []
    for paragraph in _block(words).split("\n"):
        if cell_len(paragraph) <= width:
            wrapped.append(paragraph)
        else:
            wrapped.extend(_wrapped(paragraph, width))
    return wrapped


def strip(
    pieces: Iterable[tuple[str, Style | None]], width: int, base: Style | None = None, end: Segment | None = None
) -> Strip:
    """A row for `render_line`: pieces from left to right, cut with … or filled with `base` to just `width` cells.

    `end` comes after them, as it is.
    """
    segments: list[Segment] = []
    room = width
    for words, style in pieces:
        drawn = _line(words)
        if not drawn:
            continue
        whole = base + style if base is not None and style is not None else style or base
        segments.append(Segment(drawn, whole))
        room -= cell_len(drawn)
    if room < 0:
        segments, width = _cut_to(segments, width, base), max(0, width)
    elif room:
        segments.append(Segment(" " * room, base))
    return Strip(segments, width) if end is None else Strip([*segments, end], width + cell_len(end.text))


def _line(words: str) -> str:
    return _joining(plain.line(words))


def _block(words: str) -> str:
    return _joining(plain.block(words))


def _joining(drawn: str) -> str:
    """Without joiners that join nothing: Textual would count what follows as joined, and the row be too wide."""
    return _JOINERS.sub(_if_it_joins, drawn) if "\u200d" in drawn else drawn


def _if_it_joins(match: re.Match[str]) -> str:
    before, after = match.string[max(0, match.start() - 1) : match.start()], match.string[match.end() : match.end() + 1]
    return match[0] if before.strip() and after.strip() else ""


def _harmless(piece: str | Content | tuple[str, str]) -> str | Content | tuple[str, str]:
    if isinstance(piece, Content):
        return piece
    return _line(piece) if isinstance(piece, str) else (_line(piece[0]), piece[1])


def _cut(drawn: str, width: int) -> str:
    """Too wide a text with … as its last cell; spaces at its end may go without. Half a wide character is left out."""
    drawn = drawn.rstrip()
    if cell_len(drawn) <= width:
        return drawn
    return set_cell_size(drawn, width - 1).rstrip(" \u200d") + "…" if width > 0 else ""


def _cut_to(segments: list[Segment], width: int, base: Style | None) -> list[Segment]:
    """Segments of just that width, from some that are too wide together; the … is styled as what it stands for."""
    shown, start, kept = _cut("".join(segment.text for segment in segments), width), 0, []
    for words, style, _ in segments:
        if piece := shown[start : start + len(words)]:
            kept.append(Segment(piece, style))
        start += len(words)
    if room := max(0, width - sum(cell_len(segment.text) for segment in kept)):
        kept.append(Segment(" " * room, base))
    return kept


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    line, used = "", -1
    for word in paragraph.split(" "):
        size = cell_len(word)
        if used + 1 + size <= width:
            line, used = f"{line} {word}" if used >= 0 else word, used + 1 + size
            continue
        if used >= 0:
            yield line
        line, used = word, size
        if size > width:
            # Where not even one character fits, Rich begins with an empty part.
            *whole, line = filter(None, chop_cells(word, width))
            yield from whole
            used = cell_len(line)
    yield line
