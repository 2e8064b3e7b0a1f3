"""Cards out of content lines: where one begins and ends, also when it does not say so.

A card that never ends is closed by the next one or by the end of the file; what it held counts, and a problem
names its line. A card inside an `AGENT` of 2.1 becomes the one line that 3.0 makes of it (RFC 2426 3.5.4).
"""

from dataclasses import dataclass, field

from givenet_tui.exchange.content_lines import ContentLine, parse
from givenet_tui.exchange.findings import MOST_PEOPLE, Problem
from givenet_tui.exchange.unfolding import Unfolded, marker, unfold

LARGEST_CARD = 8 * 1024 * 1024
"""Bytes of one card that are still kept."""


@dataclass(slots=True)
class Card:
    """One card: the line at which it begins, its content lines, and what in it could not be read."""

    number: int
    lines: list[ContentLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    size: int = 0


class TooManyCards(Exception):
    """More cards than a file may hold."""


def read_cards(data: bytes) -> tuple[list[Card], list[Problem]]:
    """The cards of a file in UTF-8, in its order, and what stands between them. TooManyCards beyond the bound."""
    sorter = _Sorter()
    for line in unfold(data):
        sorter.take(line)
    sorter.close(ended=False)
    return sorter.cards, sorter.problems


class _Sorter:
    def __init__(self) -> None:
        self.cards: list[Card] = []
        self.problems: list[Problem] = []
        self.card: Card | None = None
        self.depth = 0
        self.nested: list[str] = []
        self.stray = False

    def take(self, line: Unfolded) -> None:
        mark = marker(line.data)
        if mark == "begin":
            self._begin(line)
        elif self.card is None:
            self._between(line)
        elif mark == "end":
            self._end()
        else:
            self._inside(self.card, line)

    def _begin(self, line: Unfolded) -> None:
        if self.card is not None and self._agent_waits():
            self.depth += 1
            self.nested.append("BEGIN:VCARD")
            return
        self.close(ended=False)
        if len(self.cards) >= MOST_PEOPLE:
            raise TooManyCards
        self.card = Card(line.number)
        self.stray = False

    def _agent_waits(self) -> bool:
        """Whether the line before was an AGENT without a value: then the card that follows is its value."""
        if self.depth:
            return self.nested[-1].upper() == "AGENT:"
        last = self.card.lines[-1] if self.card and self.card.lines else None
        return last is not None and last.name == "AGENT" and not last.value.strip()

    def _end(self) -> None:
        if not self.depth:
            self.close(ended=True)
            return
        self.depth -= 1
        self.nested.append("END:VCARD")
        if not self.depth:
            self._fold_agent()

    def _fold_agent(self) -> None:
        card = self.card
        if card is not None and card.lines and self.nested:
            agent = card.lines[-1]
            text = "\n".join(self.nested).replace("\\", r"\\").replace("\n", r"\n")
            text = text.replace(",", r"\,").replace(";", r"\;")
            card.lines[-1] = ContentLine(agent.number, agent.name, text, agent.written + text, agent.group)
        self.nested = []

    def close(self, ended: bool) -> None:
        """Put the open card, if there is one, to the others."""
        if self.card is None:
            return
        if self.depth:
            self.nested += ["END:VCARD"] * self.depth
            self.depth = 0
            self._fold_agent()
        if not ended:
            sentence = "This card has no END:VCARD, so it was read as far as the next one. Check it after the import."
            self.card.problems.append(Problem(self.card.number, sentence))
        self.cards.append(self.card)
        self.card = None

    def _between(self, line: Unfolded) -> None:
        if not self.stray:
            self.problems.append(Problem(line.number, "What stands here belongs to no card and was left out."))
        self.stray = True

    def _inside(self, card: Card, line: Unfolded) -> None:
        parsed = None if line.cut else parse(line)
        component = parsed is not None and parsed.name in {"BEGIN", "END"}
        if line.cut or (parsed is not None and card.size + len(line.data) > LARGEST_CARD):
            what = line.data[:40].split(b":")[0].split(b";")[0].decode("utf-8", "replace")
            sentence = f"{what} is too large to keep and was left out; the rest of the card came in."
            card.problems.append(Problem(line.number, sentence))
        elif parsed is None or component:
            sentence = "This is no line of a card (NAME:value) and was left out; the rest of the card came in."
            card.problems.append(Problem(line.number, sentence))
        elif self.depth:
            card.size += len(line.data)
            self.nested.append(parsed.written)
        else:
            card.size += len(line.data)
            card.lines.append(parsed)
