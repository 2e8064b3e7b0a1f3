"""Two themes of our own, and the colours by meaning that every theme gets."""

from textual.theme import Theme

DARK = "givenet-dark"
LIGHT = "givenet-light"

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
)


def meanings(variables: dict[str, str]) -> dict[str, str]:
    """Colours by meaning for a theme that does not name them, out of the colours that every theme has."""
    text = variables.get("foreground", "#ffffff")
    return {
        "muted": variables.get("foreground-darken-2", text),
        "faint": variables.get("foreground-darken-3", text),
        "track": variables.get("surface", text),
        "words": variables.get("foreground-darken-1", text),
        "raise": variables.get("primary", text),
        "resource": variables.get("secondary", text),
        "quiet": variables.get("error", text),
        "done": variables.get("success", text),
        "birthday": variables.get("accent", text),
        "cursor": variables.get("panel", text),
        "cursor-calm": variables.get("surface", text),
        "bar": variables.get("panel", text),
        "bar-here": variables.get("background", text),
    }
