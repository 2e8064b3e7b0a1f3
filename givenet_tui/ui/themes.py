"""Three themes of our own, and the colours by meaning that every theme gets."""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

from givenet_tui.ui.contrast import readable

DARK = "givenet-dark"
LIGHT = "givenet-light"
CONTRAST = "givenet-contrast"

THEMES = (
    Theme(
        name=DARK,
        primary="#e8a33d",
        secondary="#7fb5a0",
        accent="#e8a33d",
        warning="#e8a33d",
        error="#e0705a",
        success="#8fbf6a",
        foreground="#ece5d8",
        background="#16130f",
        surface="#1f1b16",
        panel="#271f18",
        dark=True,
        variables={
            "muted": "#9b9184",
            "faint": "#5c5247",
            "track": "#2a241d",
            "words": "#b8ad9d",
            "raise": "#e8a33d",
            "resource": "#7fb5a0",
            "quiet": "#e0866a",
            "done": "#8fbf6a",
            "birthday": "#cfa0c8",
            "cursor": "#2b241b",
            "cursor-calm": "#211c16",
            "bar": "#271f18",
            "bar-here": "#16130f",
            "input-selection-background": "#e8a33d 35%",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#8a5200",
        secondary="#1f6b57",
        accent="#8a5200",
        warning="#8a5200",
        error="#a83a24",
        success="#3d6b1c",
        foreground="#2a2520",
        background="#faf6ee",
        surface="#f2ecdf",
        panel="#ebe3d3",
        dark=False,
        variables={
            "muted": "#6b6255",
            "faint": "#a99d8b",
            "track": "#e6decd",
            "words": "#574e42",
            "raise": "#8a5200",
            "resource": "#1f6b57",
            "quiet": "#a83a24",
            "done": "#3d6b1c",
            "birthday": "#7b3d75",
            "cursor": "#f0e2c4",
            "cursor-calm": "#f2ecdf",
            "bar": "#ebe3d3",
            "bar-here": "#faf6ee",
            "input-selection-background": "#8a5200 25%",
        },
    ),
    Theme(
        name=CONTRAST,
        primary="#ffd24a",
        secondary="#7fe6cc",
        accent="#ffd24a",
        warning="#ffd24a",
        error="#ffa28c",
        success="#a8ec78",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1c1c1c",
        dark=True,
        variables={
            "muted": "#d8d8d8",
            "faint": "#b8b8b8",
            "track": "#707070",
            "words": "#ececec",
            "raise": "#ffd24a",
            "resource": "#7fe6cc",
            "quiet": "#ffa28c",
            "done": "#a8ec78",
            "birthday": "#eec2ff",
            "cursor": "#202020",
            "cursor-calm": "#141414",
            "bar": "#1c1c1c",
            "bar-here": "#000000",
            "input-selection-background": "#ffd24a 40%",
        },
    ),
)

_MIXED = {"muted": 0.35, "words": 0.2, "faint": 0.5, "track": 0.85, "cursor": 0.9, "cursor-calm": 0.95, "bar": 0.92}
"""Of these, how much is the background; the rest is the colour of the text."""
_BORROWED = {
    "raise": "primary", "resource": "secondary", "quiet": "error", "done": "success", "birthday": "accent",
}  # fmt: skip
_NOT_READ = {"faint", "track", "cursor", "cursor-calm", "bar"}
"""What is a mark, a line or a ground, and no text."""
_IN_THE_TERMINALS_COLOURS = {
    "muted": "ansi_default", "words": "ansi_default", "faint": "ansi_bright_black", "track": "ansi_bright_black",
    "raise": "ansi_yellow", "resource": "ansi_cyan", "quiet": "ansi_red", "done": "ansi_green",
    "birthday": "ansi_magenta", "cursor": "ansi_default", "cursor-calm": "ansi_default", "bar": "ansi_default",
    "bar-here": "ansi_default",
}  # fmt: skip
"""What these sixteen look like only the terminal knows: nothing can be mixed of them."""


def meanings(variables: Mapping[str, str]) -> dict[str, str]:
    """Colours by meaning for a theme that does not name them, out of those that every theme has.

    Each that is read can be read on every ground that it may stand on.
    """
    text, ground = Color.parse(variables["foreground"]), Color.parse(variables["background"])
    if text.ansi is not None or ground.ansi is not None:
        return dict(_IN_THE_TERMINALS_COLOURS)
    mixed = {name: text.blend(ground, share) for name, share in _MIXED.items()}
    borrowed = {name: Color.parse(variables[source]) for name, source in _BORROWED.items()}
    grounds = (ground, mixed["cursor"], Color.parse(variables["surface"]))
    made = {
        name: colour if name in _NOT_READ else readable(colour, grounds, text)
        for name, colour in {**mixed, **borrowed}.items()
    }
    return {name: colour.hex for name, colour in {**made, "bar-here": ground}.items()}
