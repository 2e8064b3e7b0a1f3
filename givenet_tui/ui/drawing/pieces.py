"""Small pieces that several drawings share."""

import re
from collections.abc import Iterable, Sequence

from givenet_tui.domain.aspirations import Aspiration
from givenet_tui.domain.folding import excerpt
from givenet_tui.tones import Line, Piece, Tone, plain_words
from givenet_tui.ui import present

_SPACE = re.compile(r"\s+")


def wrapped(text: str, width: int, tone: Tone, *, most: int = 0) -> list[Line]:
    """The text in lines of that width; with `most`, no more lines than that, the last one ending in …."""
    enough = 8 * most * max(1, width)
    lines = present.wrap(text[:enough] + "…" if most and len(text) > enough else text, width)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], present.cut(" ".join(lines[most - 1 :]), width)]
        if not lines[-1].endswith("…"):
            lines[-1] = present.cut(lines[-1], width - 1) + "…"
    return [[(line, tone)] for line in lines]


def indented(lines: Iterable[Line], by: int, first: Piece | None = None) -> list[Line]:
    """The lines moved to the right; the first with a piece in the space, cut to fit."""
    space: Piece = (" " * by, "plain")
    moved: list[Line] = [[space, *line] for line in lines]
    if first and moved:
        moved[0] = [(present.padded(first[0], by), first[1]), *moved[0][1:]]
    return moved


def dots(done: int, slots: int, tone: Tone) -> list[Piece]:
    """Filled dots for what is done, empty ones for what is not."""
    return [("●" * done, tone), ("○" * (slots - done), "faint")]


def meter(part: int, whole: int, cells: int, tone: Tone) -> list[Piece]:
    """A bar of that many cells, filled in proportion; full only when the whole is reached."""
    filled = min(cells if part >= whole else cells - 1, round(cells * part / whole)) if whole > 0 else 0
    return [("━" * filled, tone), ("─" * (cells - filled), "faint")]


def told(aspiration: Aspiration, width: int, *, most: int = 1) -> list[Line]:
    """`goal · see the Notes translated by spring`."""
    kind = f"{aspiration.kind} · "
    lines = wrapped(aspiration.text, width - len(kind), "words", most=most)
    return indented(lines, len(kind), (kind, "muted"))


def met_in(text: str, words: Sequence[str], room: int) -> list[Piece]:
    """The words around those that were met, as many as may fit into that many cells."""
    before, met, after = (_SPACE.sub(" ", part) for part in excerpt(text, words, room))
    return [(before, "muted"), (met, "hit"), (after, "muted")]


def boxed(lines: Sequence[Line], width: int, height: int, tone: Tone) -> list[Line]:
    """The lines in a frame: `height` lines in all, `width` cells."""
    inner = max(1, width - 4)
    rows: list[Line] = [[("╭" + "─" * (width - 2) + "╮", tone)]]
    for number in range(height - 2):
        line = fitted(lines[number], inner) if number < len(lines) else [(" " * inner, "plain")]
        rows.append([("│ ", tone), *line, (" │", tone)])
    rows.append([("╰" + "─" * (width - 2) + "╯", tone)])
    return rows


def fitted(line: Line, width: int) -> list[Piece]:
    """The line cut or filled to just that many cells."""
    pieces: list[Piece] = []
    room = width
    for index, (text, tone) in enumerate(line):
        drawn = present.cut(text, room) if present.cells(text) > room else text
        pieces.append((drawn, tone))
        room -= present.cells(drawn)
        if room <= 0 and index < len(line) - 1:
            break
    return [*pieces, (" " * max(0, room), "plain")]


def flowing(groups: Sequence[Sequence[Piece]], width: int, gap: str) -> list[Line]:
    """Groups of pieces from left to right, on as many lines as they need."""
    lines: list[list[Piece]] = [[]]
    for group in groups:
        used = sum(present.cells(text) for text, _ in lines[-1])
        size = present.cells(plain_words(group))
        if lines[-1] and used + len(gap) + size > width:
            lines.append([])
        elif lines[-1]:
            lines[-1].append((gap, "plain"))
        lines[-1].extend(group)
    return list(lines)
