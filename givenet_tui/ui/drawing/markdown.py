"""Notes as one reads them: Markdown to lines of pieces. Nothing in it is a link to click, and no text is lost."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from givenet_tui.tones import BLANK, Line, Piece, Tone
from givenet_tui.ui import present
from givenet_tui.ui.drawing.pieces import indented

TONES: dict[str, Tone] = {"strong": "name", "em": "words", "s": "struck", "code_inline": "resource"}
"""How what is marked inside a line looks."""


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("zero").enable(
        ["heading", "list", "blockquote", "fence", "hr", "emphasis", "backticks", "newline"]
    )


@lru_cache(maxsize=8)
def markdown(text: str, width: int) -> Sequence[Line]:
    """The text in lines of that width: headings bold, lists with bullets, emphasis without its marks."""
    lines: list[Line] = []
    margins: list[str] = []  # what stands before a paragraph, per list and quote that it is in
    bullet = ""
    tone: Tone = "plain"
    for token in _reader().parse(text):
        match token.type:
            case "heading_open":
                tone = "heading"
            case "heading_close":
                tone = "plain"
            case "blockquote_open":
                margins.append("│ ")
            case "list_item_open":
                bullet = f"{token.info}{token.markup} " if token.info else "• "
                margins.append(" " * len(bullet))
            case "list_item_close":
                margins.pop()
            case "blockquote_close":
                margins.pop()
                lines += [BLANK] if token.level == 0 else []
            case "paragraph_close" | "bullet_list_close" | "ordered_list_close" if token.level == 0:
                lines.append(BLANK)
            case "hr":
                lines += [[("─" * min(width, 20), "faint")], BLANK]
            case "fence":
                lines += ([(line, "muted")] for line in token.content.rstrip("\n").split("\n"))
                lines.append(BLANK)
            case "inline":
                margin = "".join(margins)
                first: Piece | None = (margin[: -len(bullet)] + bullet, "muted") if bullet else None
                body = filled(_pieces(token.children or [], tone), width - len(margin))
                lines += indented(body, len(margin), first or (margin, "muted")) if margin else body
                bullet = ""
    return lines[:-1] if lines and lines[-1] == BLANK else lines


def _pieces(tokens: Sequence[Token], tone: Tone) -> Iterator[Piece]:
    """The pieces of a paragraph; a break is a piece of its own."""
    inside: list[Tone] = [tone]
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if token.type.endswith("_open"):
            inside.append(TONES.get(kind, inside[-1]))
        elif token.type.endswith("_close"):
            inside.pop()
        elif token.type in {"softbreak", "hardbreak"}:
            yield "\n", "plain"
        elif token.content:
            yield token.content, TONES.get(kind, inside[-1])


def filled(pieces: Iterator[Piece], width: int) -> list[Line]:
    """The pieces in lines of at most that many cells, broken between words; a break among them breaks the line."""
    lines: list[list[Piece]] = [[]]
    room = width
    for text, tone in pieces:
        if text == "\n":
            lines.append([])
            room = width
            continue
        for number, word in enumerate(text.split(" ")):
            space = " " if number and room < width else ""
            size = present.cells(space + word)
            if size > room and room < width:
                lines.append([])
                room, space = width, ""
            for part in present.wrap(word, width) if present.cells(word) > width else [word]:
                if present.cells(part) > room:
                    lines.append([])
                    room = width
                lines[-1].append((space + part, tone))
                room -= present.cells(space + part)
    for line in lines:
        while line and not line[-1][0].strip():
            line.pop()
    return list(lines)
