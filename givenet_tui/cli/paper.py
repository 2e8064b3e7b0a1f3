"""What the command line prints on: as wide as the terminal, coloured where that is wanted, every text harmless."""

import json
import os
import re
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from givenet_tui import plain
from givenet_tui.cli.cells import cells, head, padded, wrapped
from givenet_tui.tones import Tone

Piece = str | tuple[str, Tone]
_STYLES: dict[Tone, dict[str, Any]] = {
    "plain": {},
    "heading": {"bold": True},
    "name": {"bold": True},
    "muted": {"dim": True},
    "words": {"italic": True},
    "raise": {"fg": "yellow"},
    "resource": {"fg": "cyan"},
    "done": {"fg": "green"},
    "quiet": {"fg": "red"},
    "birthday": {"fg": "magenta"},
    "faint": {"dim": True},
    "key": {"bold": True},
    "struck": {"dim": True, "strikethrough": True},
    "hit": {"underline": True},
}
UNLIMITED = plain.LINE_LIMIT
"""The width where no terminal says one: who pipes or greps wants whole lines."""
_NEVER_IN_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON may hold as it is, and a terminal or a codec may not: written as escapes, it reads back the same."""


class NotPrinted(Exception):
    """What was printed did not arrive: nobody listens any more, or the disk it went to is full."""

    def __init__(self, error: OSError) -> None:
        """`error` is what the system said."""
        super().__init__(error.strerror)
        self.reason = None if isinstance(error, BrokenPipeError) else error.strerror or type(error).__name__
        """Why, in a few words; None when whoever read has simply stopped."""


def echo(text: str | bytes, color: bool | None = None, *, end: bool = True) -> None:
    """Print harmless text, and `end` its line. NotPrinted when it does not arrive."""
    try:
        click.echo(text, color=color, nl=end)
    except OSError as error:
        raise NotPrinted(error) from error


class Paper:
    """Standard output, line by line."""

    def __init__(self) -> None:
        """Look at the terminal as it is now."""
        terminal = sys.stdout is not None and sys.stdout.isatty()
        self.width = max(20, shutil.get_terminal_size((UNLIMITED, 24)).columns)
        self.colour = terminal and not os.environ.get("NO_COLOR")

    def line(self, *pieces: Piece) -> None:
        """One line of pieces from left to right, cut to the width."""
        parts = [(plain.line(text), tone) for text, tone in map(_parts, pieces)]
        too_long = sum(cells(text) for text, _ in parts) > self.width
        room = self.width - too_long
        drawn = ""
        for text, tone in parts:
            if cells(text) > room:
                drawn += self._styled(head(text, room), tone) + "…"
                break
            drawn += self._styled(text, tone)
            room -= cells(text)
        echo(drawn.rstrip(), color=self.colour)

    def words(self, text: str, indent: int = 0, tone: Tone = "plain", *, first: str = "") -> None:
        """A text in as many lines as it needs, moved to the right; `first` stands before its first line."""
        margins = [padded(plain.line(first), indent)]
        lines = []
        for shown in wrapped(text, self.width - indent):
            margin = margins.pop() if margins else " " * indent
            lines.append((margin + self._styled(shown, tone)).rstrip())
        echo("\n".join(lines), color=self.colour)  # at once: each echo is a write

    def table(self, rows: Sequence[Sequence[Piece]]) -> None:
        """Rows whose columns stand below each other; the last column takes what is left of the width."""
        columns = max(map(len, rows), default=0) - 1
        drawn = [[cells(plain.line(_parts(piece)[0])) for piece in row[:columns]] for row in rows]
        most = max(12, self.width // 2) if self.width < UNLIMITED else 60
        sizes = [min(most, max(row[n] for row in drawn if n < len(row))) for n in range(columns)]
        for row in rows:
            self.line(*map(_column, row[:columns], sizes), *row[columns:])

    def _styled(self, text: str, tone: Tone) -> str:
        return click.style(text, **_STYLES[tone]) if self.colour and _STYLES[tone] and text else text


def _parts(piece: Piece) -> tuple[str, Tone]:
    return (piece, "plain") if isinstance(piece, str) else piece


def _column(piece: Piece, size: int) -> Piece:
    """The piece filled up to the column's width; one that is far too long pushes the others, and loses nothing."""
    text, tone = _parts(piece)
    return padded(plain.line(text), size) + "  ", tone


def complain(sentence: str) -> None:
    """Say something on stderr, on one line."""
    with suppress(OSError):  # there is nobody left to tell
        click.echo(plain.line(sentence), err=True)


def print_json(value: object) -> None:
    """JSON on stdout: the texts as they stand in the book, in a spelling that is harmless to show."""
    utf8 = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"
    text = json.dumps(value, indent=2, ensure_ascii=not utf8)
    echo(_NEVER_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text))
