"""The board: what stands above its two parts, and how the lines of the screen are shared out."""

from collections.abc import Sequence

from givenet_tui.domain.assignment import Assignment, PartView
from givenet_tui.domain.offers import Part
from givenet_tui.tones import Line, Tone
from givenet_tui.ui.drawing.pieces import fitted

CARD_HEIGHT, TALLEST_CARD, LOW_SLOT = 5, 7, 2
MOST_WHOLE, LEAST_WHOLE = 6, 3
"""Lines in which the slot under the cursor is shown whole, where there is room below the slots."""
HEADS: dict[Part, tuple[str, Tone]] = {
    "raise_up": ("I can help", "raise"),
    "resource": ("who can help me", "resource"),
}
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """`five`; a great number in digits."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def part_head(view: PartView, objectives: Sequence[str], width: int, *, running: bool, narrow: bool) -> Line:
    """`Five I can help  to raise them up`; of the resources, your objectives. Narrow, there is one part at a time."""
    words, tone = HEADS[view.part]
    words = f"{in_words(len(view.slots)).capitalize()} {words}"
    if narrow:
        return [(words, tone), ("   tab", "key"), (" the other part", "muted")]
    small = "to raise them up"
    if view.part == "resource":
        small = " · ".join(objectives) or ("no objective of yours yet: 4, then a" if running else "")
    return fitted([(words, tone), ("  ", "plain"), (small, "muted")], width)


def beyond_head(slots: int) -> Line:
    """What stands above the first offer that found no slot."""
    return [(f"beyond the {in_words(slots)}, and not counted", "muted")]


def heights(board: Assignment, room: int, *, low: bool) -> tuple[int, int]:
    """How high a slot is, in so many lines for a part; and the lines left to show what is under the cursor whole."""

    def needed(height: int) -> int:
        return max(_lines_of(view, height) for view in board.parts)

    cards = range(TALLEST_CARD, CARD_HEIGHT, -1)
    height = LOW_SLOT if low else next((h for h in cards if needed(h) + MOST_WHOLE <= room), CARD_HEIGHT)
    left = min(MOST_WHOLE, room - needed(height))
    return height, left if left >= LEAST_WHOLE else 0


def _lines_of(view: PartView, height: int) -> int:
    """The lines of a part whose slots are that high: what gave its slot back, or was carried on, takes one each."""
    standing = len(view.slots) + len(view.beyond)
    return standing * height + bool(view.beyond) + len(view.freed) + len(view.carried)
