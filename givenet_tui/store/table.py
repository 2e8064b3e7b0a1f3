"""A table's lines, some hundred to a block: a change joins one block anew, and a save writes the blocks as they are."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

BETWEEN = b",\n"
"""What parts two lines."""
SIZE = 256
"""Lines in a block. Less makes a save write more pieces, more makes a change join more lines."""


@dataclass(frozen=True, slots=True)
class Table:
    """The lines by ascending id; and before them the `odd` ones, kept though no id says where they belong."""

    blocks: tuple[bytes, ...] = ()
    """Each begins with what parts it from the line before."""
    firsts: tuple[int, ...] = ()
    """The id of each block's first line."""
    odd: tuple[bytes, ...] = ()

    @classmethod
    def of(cls, lines: Mapping[int, bytes], odd: Iterable[bytes] = ()) -> "Table":
        """The table of these lines, by id in whatever order."""
        ids = list(lines)
        if ids != sorted(ids):
            lines = dict(sorted(lines.items()))
            ids = list(lines)
        values = iter(lines.values())
        blocks = tuple(_joined(islice(values, SIZE)) for _ in range(0, len(ids), SIZE))
        return cls(blocks, tuple(ids[::SIZE]), tuple(odd))

    def get(self, number: int) -> bytes | None:
        """The line of an id."""
        at = bisect_right(self.firsts, number) - 1
        if at < 0:
            return None
        block = self.blocks[at]
        start = block.find(b'%b"%d": ' % (BETWEEN, number)) + len(BETWEEN)
        if start < len(BETWEEN):
            return None
        end = block.find(BETWEEN, start)
        return block[start:] if end < 0 else block[start:end]

    def lines(self) -> dict[int, bytes]:
        """Every line by its id, but for the odd ones."""
        return {number: text for block in self.blocks for number, text in _lines(block).items()}

    def changed(self, lines: Mapping[int, bytes | None]) -> "Table":
        """The table with these lines in the place of those of the same ids; None takes one away."""
        by_block: dict[int, dict[int, bytes | None]] = {}
        for number, text in lines.items():
            by_block.setdefault(max(0, bisect_right(self.firsts, number) - 1), {})[number] = text
        blocks, firsts = list(self.blocks), list(self.firsts)
        for at in sorted(by_block, reverse=True):  # from the end, so that the places before stay what they are
            merged = (_lines(blocks[at]) if blocks else {}) | by_block[at]
            part = Table.of({number: text for number, text in merged.items() if text is not None})
            blocks[at : at + 1], firsts[at : at + 1] = part.blocks, part.firsts
        return Table(tuple(blocks), tuple(firsts), self.odd)

    def pieces(self) -> Iterable[bytes | memoryview]:
        """What the file holds between the table's braces, in pieces."""
        blocks = (*(BETWEEN + line for line in self.odd), *self.blocks)
        return (memoryview(blocks[0])[len(BETWEEN) :], *blocks[1:]) if blocks else ()


def _joined(lines: Iterable[bytes]) -> bytes:
    return BETWEEN + BETWEEN.join(lines)


def _lines(block: bytes) -> dict[int, bytes]:
    """A block's lines by id. No line holds a line break, so nothing else looks like what parts them."""
    return {int(line[1 : line.index(b'"', 1)]): line for line in block[len(BETWEEN) :].split(BETWEEN)}
