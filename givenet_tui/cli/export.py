"""`givenet export`: the book for other programs."""

import sys

import click

from givenet_tui import plain
from givenet_tui.cli.options import pass_session
from givenet_tui.cli.paper import echo
from givenet_tui.cli.session import Session
from givenet_tui.exchange.export.formats import FORMATS, held, written


@click.command()
@click.option("--format", "name", type=click.Choice(list(FORMATS)), help="What to write; else as FILE ends, else JSON.")
@click.option("-o", "--output", "file", metavar="FILE", help="The file to write; else, and for -, standard output.")
@pass_session
def export(session: Session, name: str | None, file: str | None) -> None:
    """Write the book for other programs: all of it as JSON, the people for an address book, or to be read.

    What lies in the trash stays out. JSON has everything; vCard and CSV have the people, resting ones too; Markdown
    and HTML are for reading; ICS has the circle's birthdays and the days for which something is promised.

    \b
    givenet export -o everything.json
    givenet export -o people.vcf
    givenet export | jq '.people[].name'
    """
    name = name or _as_it_ends(file or "")
    data = written(name, session.workspace.book, session.today)
    session.label()
    if file not in (None, "-"):
        from givenet_tui.store.new_file import write_file

        echo(plain.line(f"{held(name, session.workspace.book)} in {write_file(session.own_path, file, data)}"))
    elif sys.stdout is not None and sys.stdout.isatty():
        echo(_to_look_at(data), end=False)
    else:
        echo(data, end=False)


def _as_it_ends(file: str) -> str:
    """The format whose files end so: a .vcf with JSON in it would surprise everyone."""
    return next((name for name, one in FORMATS.items() if file.lower().endswith(f".{one.suffix}")), "json")


def _to_look_at(data: bytes) -> str:
    """The same for a terminal: line by line, and what a terminal would obey is shown as a mark."""
    lines = data.decode().replace("\r\n", "\n").split("\n")
    return "\n".join(map(plain.one_for_one, lines))
