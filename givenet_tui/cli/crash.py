"""A report about a fault of the program, for whoever mends it. It holds no word of the book."""

import os
import platform
from collections.abc import Iterator
from pathlib import Path

from givenet_tui import __version__
from givenet_tui.clock import Clock
from givenet_tui.paths import companion_dir

NAME = "crash.txt"


def report(error: BaseException, clock: Clock) -> str:
    """Which errors, and where: files, lines and functions alone. Messages and variables may quote the book."""
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return "\n".join([f"GiveNet {__version__}, {system}, {clock.local():%Y-%m-%d %H:%M}", *_chain(error), ""])


def _chain(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"\n{type(current).__module__}.{type(current).__qualname__}"
        place = current.__traceback__
        while place is not None:
            code = place.tb_frame.f_code
            yield f"  {_short(code.co_filename)}:{place.tb_lineno} in {code.co_name}"
            place = place.tb_next
        current = current.__cause__ or current.__context__


def _short(file: str) -> str:
    """A file's place from its package on: where someone's home is does not matter."""
    parts = Path(file).parts
    package = next((n for n in range(len(parts) - 1, -1, -1) if parts[n] in {"site-packages", "givenet_tui"}), None)
    return "/".join(parts[package:]) if package is not None else Path(file).name


def write_report(error: BaseException, clock: Clock, book: Path | None) -> Path | None:
    """Write the report, for the user's eyes only; None when there is nowhere to write it. The last one is kept."""
    from givenet_tui.store import disk

    for folder in _folders(book):
        try:
            disk.make_folder(folder)
            file = folder / NAME
            file.unlink(missing_ok=True)
            with os.fdopen(disk.create(file), "w", encoding="utf-8", errors="replace") as out:
                out.write(report(error, clock))
        except OSError:
            continue
        return file
    return None


def _folders(book: Path | None) -> Iterator[Path]:
    """Beside the book if it has a folder there already, else where programs keep what they remember."""
    if book and companion_dir(book).is_dir():
        yield companion_dir(book)
    import platformdirs

    yield platformdirs.user_state_path("givenet")


def sentence(error: BaseException, file: Path | None) -> str:
    """What the user is told."""
    what = f"GiveNet met a fault of its own ({type(error).__name__}) and stopped; what was saved is safe."
    return f"{what} A report without your words is in {file}." if file else what
