"""`givenet path`: where the book lies."""

import os
import sys

import click

from givenet_tui import plain
from givenet_tui.cli.options import json_option, pass_session
from givenet_tui.cli.paper import echo, print_json
from givenet_tui.cli.session import Session


@click.command()
@json_option
@pass_session
def path(session: Session, as_json: bool) -> None:
    """Print where the book lies, whether or not it is there yet."""
    place = session.path
    if as_json:
        print_json({"path": str(place)})
    elif sys.stdout is not None and sys.stdout.isatty():
        echo(plain.line(str(place)))
    else:
        echo(os.fsencode(place))  # a script gets the very bytes
