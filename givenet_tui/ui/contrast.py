"""How well a colour can be read on another, as WCAG 2 counts it; and colours made readable."""

from collections.abc import Iterable

from textual.color import Color

ENOUGH = 4.5
"""What small text needs (WCAG 2, AA)."""
_STEPS = 20


def ratio(one: Color, other: Color) -> float:
    """From 1, the same, to 21, black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: Color, grounds: Iterable[Color], text: Color) -> Color:
    """The colour, moved towards that of the text until it can be read on each of the grounds."""
    grounds = tuple(grounds)
    moved = (colour.blend(text, step / _STEPS) for step in range(_STEPS))
    return next((one for one in moved if min(ratio(one, ground) for ground in grounds) >= ENOUGH), text)


def _luminance(colour: Color) -> float:
    return sum(share * _linear(part / 255) for share, part in zip((0.2126, 0.7152, 0.0722), colour.rgb, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
