"""Where a book lies, and where what belongs to it stands."""

from collections.abc import Mapping
from pathlib import Path

from givenet_tui.domain.errors import GiveNetError


def book_path(given: str | Path | None, env: Mapping[str, str]) -> Path:
    """The book's file: `given` (--file), else $GIVENET_FILE, else the user's data folder.

    `~` is expanded and symbolic links are followed here, once: a save replaces the file that a link
    points to, never the link. The file need not exist.
    """
    place = given or env.get("GIVENET_FILE")
    try:
        if place:
            return Path(place).expanduser().resolve()
        import platformdirs  # 17 ms: not paid by whoever names the file

        return (platformdirs.user_data_path("givenet") / "givenet.json").resolve()
    except (OSError, RuntimeError, ValueError) as error:  # no such home, links in a circle, a NUL in the name
        raise GiveNetError(f"{place} leads nowhere ({error}). Name another file with --file.") from error


def companion_dir(path: Path) -> Path:
    """The folder beside the book that holds its lock, its previous generation and the like."""
    return path.with_name(path.name + ".d")
