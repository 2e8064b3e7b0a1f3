"""The house keeps its rules: which way the arrows go, how long a file may be, who asks for the time, and no network."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "givenet_tui"
LONGEST_FILE = 400

# --- the rules -----------------------------------------------------------------------------------

DRAWS = ("domain", "plain", "tones", "wording", "year_marks", "ui.present", "ui.commands", "ui.drawing", "ui.widgets")
BELOW = (
    "workspace",
    "ports",
    "store",
    "exchange",
    "domain",
    "demo",
    "plain",
    "tones",
    "wording",
    "year_marks",
    "paths",
    "clock",
)
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "__init__": (),
    "__main__": ("cli",),
    "plain": (),
    "tones": (),
    "clock": (),
    "wording": ("domain", "tones"),
    "year_marks": ("domain", "tones"),
    "domain": ("domain",),
    "paths": ("domain",),
    "demo": ("demo", "domain"),
    "store": ("store", "domain", "paths"),
    "exchange": ("exchange", "domain", "plain"),
    "ports": ("domain",),
    "workspace": ("workspace", "ports", "store", "exchange", "domain", "clock"),
    "ui.commands": ("domain",),
    "ui.present": ("plain", "tones"),
    "ui.drawing": ("domain", "plain", "tones", "wording", "year_marks", "ui.present", "ui.drawing"),
    "ui.widgets": DRAWS,
    "ui.dialogs": (*DRAWS, "ui.dialogs"),
    "ui": ("ui", *BELOW),
    "cli": ("cli", "ui.app", "ui.rescue", *BELOW),
}
"""Who may know whom: the longest name that fits a module counts. A name stands for all that is inside it."""
ONLY_IN: dict[str, tuple[str, ...]] = {"tinydb": ("store",), "textual": ("ui",), "rich": ("ui",), "click": ("cli",)}
"""Libraries that one part alone knows."""
ONLY_LATER = {"cli": ("ui.app", "ui.rescue", "store")}
"""What the command line may import inside a function alone, so that starting it stays quick."""
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "urllib.request", "urllib3", "websockets", "xmlrpc", "asyncio.open_connection", "asyncio.start_server",
    "asyncio.open_unix_connection", "asyncio.start_unix_server", "asyncio.streams",
}  # fmt: skip
THE_TIME = {
    "datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow", "datetime.date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.strftime",
    "pendulum.now", "pendulum.today", "pendulum.tomorrow", "pendulum.yesterday",
}  # fmt: skip

# --- the checker ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Use:
    """A name that a module imports, or that it reaches through what it imports: `datetime.date.today`."""

    name: str
    line: int
    later: bool = False
    """Inside a function."""
    typing: bool = False
    """For the type checker alone."""


class Reader(ast.NodeVisitor):
    """Gathers what a module imports and what it uses of it."""

    def __init__(self, module: str, is_package: bool = False) -> None:
        self.module, self.is_package = module, is_package
        self.imports: list[Use] = []
        self.uses: list[Use] = []
        self._known: dict[str, str] = {}
        self._later = self._typing = False

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._known[alias.asname or alias.name.split(".")[0]] = (
                alias.name if alias.asname else alias.name.split(".")[0]
            )
            self._add(alias.name, node.lineno)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        whole = [PACKAGE, *filter(None, self.module.split("."))]
        base = whole[: len(whole) - node.level + self.is_package] if node.level else []
        source = ".".join([*base, *filter(None, [node.module])])
        for alias in node.names:
            self._known[alias.asname or alias.name] = f"{source}.{alias.name}"
            self._add(f"{source}.{alias.name}", node.lineno)

    def _add(self, name: str, line: int) -> None:
        self.imports.append(Use(name, line, self._later, self._typing))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        path, inner = [node.attr], node.value
        while isinstance(inner, ast.Attribute):
            path.append(inner.attr)
            inner = inner.value
        if isinstance(inner, ast.Name) and inner.id in self._known:
            self.uses.append(Use(".".join([self._known[inner.id], *reversed(path)]), node.lineno))
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        if node.id in self._known:
            self.uses.append(Use(self._known[node.id], node.lineno))

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        before, self._later = self._later, True
        self.generic_visit(node)
        self._later = before

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_If(self, node: ast.If) -> None:
        before = self._typing
        self._typing = before or (isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING")
        for child in node.body:
            self.visit(child)
        self._typing = before
        self.visit(node.test)
        for child in node.orelse:
            self.visit(child)


def within(name: str, part: str) -> bool:
    return name == part or name.startswith(part + ".")


def part_of(module: str) -> str:
    """The part of the house that a module belongs to."""
    return max((part for part in MAY_IMPORT if within(module, part)), key=len, default="")


def complaints(module: str, source: str, is_package: bool = False) -> list[str]:
    """What a module does against the rules. Its name is told without the package: `ui.app`."""
    reader = Reader(module, is_package)
    reader.visit(ast.parse(source))
    return [f"{module}:{line}: {said}" for line, said in sorted({*_arrows(module, reader), *_words(module, reader)})]


def _arrows(module: str, reader: Reader) -> Iterator[tuple[int, str]]:
    part = part_of(module)
    if not part:
        yield 0, "belongs to no part of the house"
        return
    for use in reader.imports:
        if use.typing:
            continue
        if not within(use.name, PACKAGE):
            for library, parts in ONLY_IN.items():
                if within(use.name, library) and not any(within(module, allowed) for allowed in parts):
                    yield use.line, f"knows {library}"
            continue
        name = use.name.removeprefix(PACKAGE).removeprefix(".")
        if name.startswith("__"):
            continue
        if not any(within(name, allowed) for allowed in MAY_IMPORT[part]):
            yield use.line, f"knows {name}"
        if within(name, "ui.app") and part != "cli":
            yield use.line, "knows ui.app"
        if not use.later and any(within(name, late) for late in ONLY_LATER.get(part, ())):
            yield use.line, f"knows {name} from the start"


def _words(module: str, reader: Reader) -> Iterator[tuple[int, str]]:
    for use in (*reader.imports, *reader.uses):
        if any(within(use.name, name) for name in NETWORK):
            yield use.line, f"may talk to a network: {use.name}"
        if use.name in THE_TIME and module != "clock":
            yield use.line, f"asks for the time: {use.name}"


# --- the house keeps them ------------------------------------------------------------------------

FILES = sorted((ROOT / PACKAGE).rglob("*.py"))


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT / PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_module_keeps_the_rules_of_the_house(file: Path) -> None:
    assert complaints(module_of(file), file.read_text(encoding="utf-8"), file.name == "__init__.py") == []


def too_long(folder: Path) -> dict[str, int]:
    """The files of a folder that are too long, and how long they are."""
    files = [file for kind in ("py", "tcss") for file in folder.rglob(f"*.{kind}")]
    lengths = {str(file.relative_to(folder)): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    return {file: length for file, length in lengths.items() if length > LONGEST_FILE}


@pytest.mark.parametrize("folder", [PACKAGE, "tests"])
def test_no_file_is_longer_than_one_can_take_in(folder: str) -> None:
    assert too_long(ROOT / folder) == {}


LOADED = """
import sys
{code}
print(*sorted({{name.split(".")[0] for name in sys.modules}} & {{"textual", "rich", "tinydb", "socket", "asyncio"}}))
"""


HELP = """
from givenet_tui.cli.program import program
try:
    program.main(["--help"])
except SystemExit:
    pass
"""


@pytest.mark.parametrize(
    ("code", "loaded"),
    [
        ("import givenet_tui.cli", ""),
        (HELP, ""),
        ("import givenet_tui.domain.agenda, givenet_tui.demo, givenet_tui.exchange.files", ""),
        ("import givenet_tui.ui.app", "asyncio rich socket textual"),
    ],
)
def test_a_part_of_the_program_loads_no_library_that_it_does_not_need(code: str, loaded: str) -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED.format(code=code)], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == loaded


TODAY = """
import sys
from givenet_tui.cli.program import COMMANDS, program
try:
    program.main(["--demo", "today", "--short"])
except SystemExit:
    pass
print(*sorted(home for home in set(COMMANDS.values()) if f"givenet_tui.cli.{home}" in sys.modules))
"""


def test_a_command_loads_no_other_command() -> None:
    ran = subprocess.run([sys.executable, "-c", TODAY], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "today"


# --- the checker was seen to fail ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "source", "said"),
    [
        ("domain.agenda", "from givenet_tui.store.store import FileStore", "knows store.store.FileStore"),
        ("domain.agenda", "from givenet_tui import store", "knows store"),
        ("domain.agenda", "from .. import store", "knows store"),
        ("domain.agenda", "import textual.app", "knows textual"),
        ("domain.agenda", "def later():\n    import givenet_tui.ui.present", "knows ui.present"),
        ("store.store", "from givenet_tui.workspace import Workspace", "knows workspace.Workspace"),
        ("exchange.vcard", "import givenet_tui.store.store", "knows store.store"),
        ("workspace", "import givenet_tui.cli", "knows cli"),
        ("workspace", "import tinydb", "knows tinydb"),
        ("ui.screens.today", "import tinydb.storages", "knows tinydb"),
        ("ui.screens.today", "import click", "knows click"),
        ("ui.screens.today", "from givenet_tui.ui.app import GiveNetApp", "knows ui.app"),
        ("ui.screens.today", "from givenet_tui.ui import app", "knows ui.app"),
        ("ui.widgets.slot", "from givenet_tui.workspace import Workspace", "knows workspace.Workspace"),
        ("ui.dialogs.offer_dialog", "import givenet_tui.workspace", "knows workspace"),
        ("ui.dialogs.offer_dialog", "import givenet_tui.ui.screens.today", "knows ui.screens.today"),
        ("ui.widgets.slot", "import givenet_tui.ui.dialogs.dialog", "knows ui.dialogs.dialog"),
        ("cli.today", "import textual", "knows textual"),
        ("cli.today", "from givenet_tui.ui.present import cut", "knows ui.present.cut"),
        ("cli.app", "from givenet_tui.ui.app import GiveNetApp", "knows ui.app.GiveNetApp from the start"),
        ("cli.session", "from givenet_tui.store.store import FileStore", "knows store.store.FileStore from the start"),
        ("helpers", "", "belongs to no part of the house"),
        ("workspace", "from datetime import datetime\ndatetime.now()", "asks for the time: datetime.datetime.now"),
        ("workspace", "import datetime as dt\nask = dt.date.today", "asks for the time: datetime.date.today"),
        ("workspace", "from datetime import datetime as d\nd.now()", "asks for the time: datetime.datetime.now"),
        ("workspace", "import datetime\ndatetime.datetime.utcnow()", "asks for the time: datetime.datetime.utcnow"),
        ("workspace", "from time import time", "asks for the time: time.time"),
        ("workspace", "import time\ntime.time()", "asks for the time: time.time"),
        ("domain.days", "import pendulum\npendulum.today()", "asks for the time: pendulum.today"),
        ("exchange.files", "import socket", "may talk to a network: socket"),
        ("exchange.files", "from http import client", "may talk to a network: http.client"),
        ("exchange.files", "import urllib.request", "may talk to a network: urllib.request"),
        ("exchange.files", "from urllib import request", "may talk to a network: urllib.request"),
        ("ui.app", "import asyncio\nasyncio.open_connection('x', 1)", "may talk to a network: asyncio.open_connection"),
    ],
)  # fmt: skip
def test_the_checker_sees_an_offender(module: str, source: str, said: str) -> None:
    found = complaints(module, source)
    assert [complaint.split(": ", 1)[1] for complaint in found] and said in {c.split(": ", 1)[1] for c in found}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("cli.app", "def run():\n    from givenet_tui.ui.app import GiveNetApp"),
        ("cli.signals", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from textual.app import App"),
        (
            "ui.screens.today",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from givenet_tui.ui.app import A",
        ),
        ("clock", "from datetime import datetime\ndatetime.now()"),
        ("domain.days", "from datetime import date\ntoday = date(2026, 11, 22)\ntoday.replace(day=1)"),
        ("exchange.urls", "from urllib.parse import quote"),
        ("store.disk", "from time import sleep\nimport tinydb"),
        (
            "ui.dialogs.offer_dialog",
            "from givenet_tui.ui.widgets.words import Words\nfrom givenet_tui.ui import present",
        ),
        ("ui.app", "import asyncio\nasyncio.to_thread(print)"),
        ("domain.agenda", "from givenet_tui import __version__"),
    ],
)
def test_the_checker_lets_honest_modules_pass(module: str, source: str) -> None:
    assert complaints(module, source) == []


def test_a_file_that_is_one_line_too_long_is_seen(tmp_path: Path) -> None:
    (tmp_path / "fits.py").write_text("x\n" * LONGEST_FILE)
    (tmp_path / "long.tcss").write_text("x\n" * (LONGEST_FILE + 1))
    assert too_long(tmp_path) == {"long.tcss": LONGEST_FILE + 1}
