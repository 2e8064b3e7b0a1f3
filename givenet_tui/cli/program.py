"""The program `givenet`: its options, its commands, and what it says when something goes wrong."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

import click

from givenet_tui import __version__, plain
from givenet_tui.cli.paper import NotPrinted, complain
from givenet_tui.cli.session import Session
from givenet_tui.domain.errors import GiveNetError

COMMANDS: Mapping[str, str] = {
    "today": "today", "people": "people", "show": "people", "find": "find", "board": "board", "year": "year",
    "duplicates": "duplicates",
    "add": "telling", "hear": "telling", "log": "sentence", "objective": "telling", "came-back": "telling",
    "offer": "giving", "step": "giving", "done": "giving", "bump": "giving",
    "import": "importing", "undo-import": "trash", "export": "export", "trash": "trash",
    "undo": "safety", "backup": "safety", "restore": "safety", "check": "check", "path": "path",
}  # fmt: skip
"""Every command and the module that holds it. Only that one is loaded: the others took longer than most commands do."""
INTERRUPTED = 130
"""The exit code of a program that ctrl+c ended, as shells have it."""


class Program(click.Group):
    """A group whose every way out is a sentence and an exit code, never a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command by name, in the order in which the help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, loaded now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"givenet_tui.cli.{COMMANDS[cmd_name]}")
        return next(
            found for found in vars(module).values() if isinstance(found, click.Command) and found.name == cmd_name
        )

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *_: Any, **extra: Any) -> NoReturn:
        """Run, and leave with 0; 1 for what went wrong, 2 for wrong usage, 130 for ctrl+c."""
        session = extra.setdefault("obj", Session())
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # a letter that the terminal's encoding lacks is no reason to stop
                stream.reconfigure(errors="replace")
        try:
            code = super().main(args, prog_name or "givenet", standalone_mode=False, **extra)
        except click.Abort:
            code = INTERRUPTED
        except click.ClickException as error:
            code = _misused(error)
        except GiveNetError as error:
            code = _told(error, session)
        except NotPrinted as error:
            code = _not_printed(error)
        except Exception as error:
            code = _crashed(error, session)
        _let_go_of_dead_streams()
        sys.exit(code if isinstance(code, int) else 0)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, and where the book lies."""
        examples = [
            ("givenet", "open the app"),
            ("givenet --demo", "look around with made-up people"),
            ("givenet today --short", "one line for a prompt"),
            ("givenet people choir", "everyone whose name, tag, hopes or notes hold a word"),
            ("givenet find harbour", "everything that holds a word"),
            ('givenet log "lunch with ada yesterday"', "write a sentence down"),
            ("givenet show ada --json", "all about one person, for a script"),
            ("givenet import --pick ada contacts.vcf", "bring in who fits"),
        ]
        with formatter.section("Examples"):
            formatter.write_dl(examples)
        session = ctx.find_object(Session) or Session()
        with suppress(GiveNetError), formatter.section("Your book lies in"):
            formatter.write(f"  {plain.line(str(session.path))}\n")  # not wrapped: it will be copied


def _misused(error: click.ClickException) -> int:
    """Wrong usage, as click words it. What was typed may stand in it, so it is made harmless."""
    said = StringIO()
    error.show(said)
    for line in said.getvalue().splitlines():
        complain(line)
    return error.exit_code


def _told(error: GiveNetError, session: Session) -> int:
    session.say(error.sentence)
    for row in getattr(error, "rows", ()):  # those who fit a name
        complain(row)
    return 1


def _not_printed(error: NotPrinted) -> int:
    if error.reason:
        complain(f"The output could not be written: {error.reason}.")
    return 1


def _let_go_of_dead_streams() -> None:
    """What is left in a buffer that cannot be written would make the interpreter complain, and change the exit code."""
    for name in ("stdout", "stderr"):
        try:
            stream = getattr(sys, name)
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            setattr(sys, name, None)


def _crashed(error: Exception, session: Session) -> int:
    from givenet_tui.cli import crash

    place: Path | None = None
    with suppress(GiveNetError):
        place = None if session.demo else session.path
    complain(crash.sentence(error, crash.write_report(error, session.clock, place)))
    return 1


@click.group(
    "givenet",
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--file", metavar="PATH", help="The book to open; else $GIVENET_FILE, else your own.")
@click.option("--demo", is_flag=True, help="A sample of made-up people, kept in memory.")
@click.version_option(__version__, prog_name="givenet", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context, file: str | None, demo: bool) -> None:
    """Fewer, deeper relationships, built by giving.

    Without a command it opens the app.
    """
    session = ctx.ensure_object(Session)
    if file and demo:
        raise click.UsageError("--file names a book, --demo shows a sample: choose one of the two.", ctx)
    session.file, session.demo = file or session.file, demo
    if ctx.invoked_subcommand is None:
        from givenet_tui.cli.app import open_app

        ctx.exit(open_app(session))
